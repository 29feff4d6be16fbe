#include "core/domain/protocol/protocol_changes.h"

#include <gmock/gmock.h>

#include "tests/support/core/builders.h"

namespace chairside::domain {
namespace {

using Part = ChangedPart;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

ProtocolVersion version() {
    return contentOf(test::aCheckedTemplate());
}

TEST(ProtocolChanges, EveryNumberThatDiffersIsNamed) {
    const auto before = version();
    for (const auto& field : protocolFields()) {
        auto after = before;
        field.set(after.rules, field.get(before.rules) + 1);
        EXPECT_THAT(changesBetween(before, after), ElementsAre(ProtocolChange{Part::Number, std::string(field.key)}));
    }
    EXPECT_THAT(changesBetween(before, before), IsEmpty());
}

TEST(ProtocolChanges, TextsAndReasonsAreNamed) {
    const auto before = version();
    auto after = before;
    after.name = "Another";
    after.drug = "esketamine";
    after.summary = "shorter";
    after.remarks.push_back("more");
    after.emergency.push_back("call for help");
    after.whys = {{"titration.step", "a trial"}};
    EXPECT_THAT(changesBetween(before, after),
                ElementsAre(ProtocolChange{Part::Name, ""}, ProtocolChange{Part::Drug, ""},
                            ProtocolChange{Part::Summary, ""}, ProtocolChange{Part::Remark, ""},
                            ProtocolChange{Part::Emergency, ""}, ProtocolChange{Part::Why, "titration.step"}));
}

TEST(ProtocolChanges, QuestionsThatCameWentOrChangedAreNamedByTheirKey) {
    const auto before = version();
    auto after = before;
    after.items[0].effect = AnswerEffect::Inform;
    const std::string gone = after.items[1].key;
    after.items.erase(after.items.begin() + 1);
    after.items.push_back(
        {ChecklistKind::PreCheck, "asthma", "Asthma", "no", "yes", AnswerEffect::Inform, true, "habit"});
    after.items.push_back(
        {ChecklistKind::Discharge, "tablets", "Tablets", "yes", "no", AnswerEffect::Inform, true, ""});
    EXPECT_THAT(changesBetween(before, after),
                ElementsAre(ProtocolChange{Part::PreCheck, before.items[0].key}, ProtocolChange{Part::PreCheck, gone},
                            ProtocolChange{Part::PreCheck, "asthma"}, ProtocolChange{Part::Discharge, "tablets"}));
    EXPECT_EQ(checklistItem(after, ChecklistKind::PreCheck, gone), nullptr);
    EXPECT_NE(checklistItem(after, ChecklistKind::PreCheck, "asthma"), nullptr);
}

TEST(ProtocolChanges, AnotherOrderOfQuestionsIsAChangeToo) {
    const auto before = version();
    auto after = before;
    std::swap(after.items[0], after.items[1]);
    EXPECT_THAT(changesBetween(before, after), ElementsAre(ProtocolChange{Part::PreCheck, ""}));
}

TEST(ProtocolChanges, ScreeningQuestionsAreNamedByTheirKey) {
    auto before = version();
    before.screening = test::aScreeningTemplate().screening;
    auto after = before;
    after.screening[0].effect = AnswerEffect::SoftStop;
    after.screening[2].validDays = 14;
    after.screening.pop_back();
    EXPECT_THAT(changesBetween(before, after),
                ElementsAre(ProtocolChange{Part::Screening, "psychosis"}, ProtocolChange{Part::Screening, "pregnancy"},
                            ProtocolChange{Part::Screening, "snoring"}));
    EXPECT_EQ(screeningItem(after, "snoring"), nullptr);
    after = before;
    std::swap(after.screening[0], after.screening[1]);
    EXPECT_THAT(changesBetween(before, after), ElementsAre(ProtocolChange{Part::Screening, ""}));
}

} // namespace
} // namespace chairside::domain
