#include "core/domain/infusion/checklist_rules.h"

#include <gmock/gmock.h>

#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using build::at;
using test::HasProblem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

ChecklistItem item(const char* key, AnswerEffect effect, bool always = true,
                   ChecklistKind list = ChecklistKind::PreCheck) {
    return {list, key, "What about it?", "fine", "not fine", effect, always, "a reason"};
}

ProtocolVersion protocol(std::vector<ChecklistItem> items) {
    ProtocolVersion version{.id = ProtocolVersionId(build::newUuid()), .protocol = ProtocolId(build::newUuid())};
    version.rules = test::courseRules();
    version.items = std::move(items);
    return version;
}

ChecklistAnswer answer(const char* key, AnswerKind kind, std::string note = {}, std::string prescriber = {},
                       std::string_view time = "09:45") {
    return {build::head(at(time)), ChecklistKind::PreCheck, key, kind, std::move(note), std::move(prescriber)};
}

VitalSigns pressure(std::string_view time, int systolic, int diastolic) {
    auto row = build::vitals(time);
    row.systolic = systolic;
    row.diastolic = diastolic;
    return row;
}

// What an answer leaves open, for each effect of its item.
struct AnswerCase {
    const char* name;
    AnswerEffect effect;
    bool always;
    std::optional<AnswerKind> answer;
    const char* note;
    const char* prescriber;
    std::optional<CheckGapKind> gap;
};

class AnAnswer : public ::testing::TestWithParam<AnswerCase> {};

TEST_P(AnAnswer, LeavesOpenWhatItMust) {
    const auto& one = GetParam();
    auto record = build::record();
    if (one.answer) record.answers.push_back(answer("it", *one.answer, one.note, one.prescriber));
    const auto gaps = checklistGaps(record, protocol({item("it", one.effect, one.always)}), ChecklistKind::PreCheck);
    if (one.gap) {
        EXPECT_THAT(gaps, ElementsAre(CheckGap{*one.gap, "it"}));
    } else {
        EXPECT_THAT(gaps, IsEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, AnAnswer,
    ::testing::Values(
        AnswerCase{"NoneInform", AnswerEffect::Inform, true, {}, "", "", CheckGapKind::Unanswered},
        AnswerCase{"NoneHard", AnswerEffect::HardStop, true, {}, "", "", CheckGapKind::Unanswered},
        AnswerCase{"NoneWhereItApplies", AnswerEffect::SoftStop, false, {}, "", "", CheckGapKind::Unanswered},
        AnswerCase{"FavourableInform", AnswerEffect::Inform, true, AnswerKind::Favourable, "", "", {}},
        AnswerCase{"FavourableSoft", AnswerEffect::SoftStop, true, AnswerKind::Favourable, "", "", {}},
        AnswerCase{"FavourableHard", AnswerEffect::HardStop, true, AnswerKind::Favourable, "", "", {}},
        AnswerCase{"UnfavourableInform", AnswerEffect::Inform, true, AnswerKind::Unfavourable, "n", "", {}},
        AnswerCase{"UnfavourableSoftPassed", AnswerEffect::SoftStop, true, AnswerKind::Unfavourable, "n", "Dr", {}},
        AnswerCase{"UnfavourableSoftWithoutPrescriber", AnswerEffect::SoftStop, true, AnswerKind::Unfavourable, "n", "",
                   CheckGapKind::ReasonMissing},
        AnswerCase{"UnfavourableSoftWithoutNote", AnswerEffect::SoftStop, true, AnswerKind::Unfavourable, "", "Dr",
                   CheckGapKind::ReasonMissing},
        AnswerCase{"UnfavourableHard", AnswerEffect::HardStop, true, AnswerKind::Unfavourable, "n", "Dr",
                   CheckGapKind::HardStop},
        AnswerCase{"NotApplicable", AnswerEffect::HardStop, false, AnswerKind::NotApplicable, "", "", {}},
        AnswerCase{"NotApplicableButItAlwaysIs", AnswerEffect::Inform, true, AnswerKind::NotApplicable, "", "",
                   CheckGapKind::Unanswered}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(ChecklistGaps, ComeInTheOrderOfTheItemsAndOfOneListOnly) {
    const auto version =
        protocol({item("a", AnswerEffect::Inform), item("b", AnswerEffect::HardStop),
                  item("c", AnswerEffect::Inform, true, ChecklistKind::Discharge), item("d", AnswerEffect::Inform)});
    auto record = build::record();
    record.answers = {answer("b", AnswerKind::Unfavourable, "none here"), answer("a", AnswerKind::Favourable)};
    EXPECT_THAT(checklistGaps(record, version, ChecklistKind::PreCheck),
                ElementsAre(CheckGap{CheckGapKind::HardStop, "b"}, CheckGap{CheckGapKind::Unanswered, "d"}));
    EXPECT_THAT(checklistGaps(record, version, ChecklistKind::Discharge),
                ElementsAre(CheckGap{CheckGapKind::Unanswered, "c"}));
}

TEST(ChecklistGaps, TakeTheAnswerThatStands) {
    const auto version = protocol({item("rescue", AnswerEffect::HardStop)});
    auto record = build::record();
    record.answers = {answer("rescue", AnswerKind::Unfavourable, "bag empty")};
    auto better = answer("rescue", AnswerKind::Favourable, {}, {}, "09:50");
    better.head.corrects = record.answers.front().head.id;
    record.answers.push_back(better);
    EXPECT_THAT(checklistGaps(record, version, ChecklistKind::PreCheck), IsEmpty());
    auto worse = answer("rescue", AnswerKind::Unfavourable, "again", {}, "09:55");
    worse.head.corrects = better.head.id;
    record.answers.push_back(worse);
    EXPECT_THAT(checklistGaps(record, version, ChecklistKind::PreCheck),
                ElementsAre(CheckGap{CheckGapKind::HardStop, "rescue"}));
}

class Start : public ::testing::Test {
protected:
    ProtocolVersion version = protocol({item("rescue", AnswerEffect::HardStop)});
    InfusionRecord record = build::record();

    void SetUp() override { record.answers.push_back(answer("rescue", AnswerKind::Favourable)); }
    [[nodiscard]] std::vector<CheckGap> gaps(std::string_view time = "10:00") const {
        return startGaps(record, version, at(time));
    }
    void decide(std::string_view time) {
        record.answers.push_back(answer("start_pressure", AnswerKind::Unfavourable, "known", "Dr Okafor", time));
    }
    static inline const CheckGap kAbove{CheckGapKind::OutsideStartLimits, {}};
    static inline const CheckGap kMissing{CheckGapKind::BaselineMissing, {}};
};

TEST_F(Start, NeedsABloodPressureByThen) {
    EXPECT_THAT(gaps(), ElementsAre(kMissing));
    record.vitals.push_back(pressure("10:01", 128, 76));
    EXPECT_THAT(gaps("10:00"), ElementsAre(kMissing));
    EXPECT_THAT(gaps("10:01"), IsEmpty());
    record.vitals.front().systolic.reset();
    record.vitals.front().diastolic.reset();
    EXPECT_THAT(gaps("10:01"), ElementsAre(kMissing));
}

TEST_F(Start, StopsAboveTheLimitAndNotAtIt) {
    const int systolic = version.rules.monitoring.startSystolicMax;
    const int diastolic = version.rules.monitoring.startDiastolicMax;
    record.vitals = {pressure("09:50", systolic, diastolic)};
    EXPECT_THAT(gaps(), IsEmpty());
    record.vitals = {pressure("09:50", systolic + 1, diastolic)};
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
    record.vitals = {pressure("09:50", systolic, diastolic + 1)};
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
}

TEST_F(Start, TheNewestBaselineCounts) {
    record.vitals = {pressure("09:50", 128, 76), pressure("09:40", 190, 110)};
    EXPECT_THAT(gaps(), IsEmpty());
    record.vitals.push_back(pressure("09:55", 190, 110));
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
    EXPECT_THAT(gaps("09:54"), IsEmpty());
}

TEST_F(Start, AReasonCountsForTheBaselineItWasGivenFor) {
    record.vitals = {pressure("09:50", 170, 90)};
    decide("09:49");
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
    decide("09:50");
    EXPECT_THAT(gaps(), IsEmpty());
    record.vitals.push_back(pressure("09:55", 190, 90));
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
    decide("09:56");
    EXPECT_THAT(gaps(), IsEmpty());
    record.answers.back().prescriber.clear();
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
}

TEST_F(Start, OneSignMeasuredAgainReplacesOnlyItself) {
    record.vitals = {pressure("09:50", 128, 76)};
    record.vitals.front().spo2 = 88;
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
    VitalSigns again{build::head(at("09:55")), {}, {}, {}, 97, {}, {}, {}};
    record.vitals.push_back(again);
    EXPECT_THAT(gaps(), IsEmpty());
    record.vitals.back().spo2 = 91;
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
    decide("09:52");
    EXPECT_THAT(gaps(), ElementsAre(kAbove)) << "the reason was given before the newer value";
    decide("09:56");
    EXPECT_THAT(gaps(), IsEmpty());
}

TEST_F(Start, WhereTheVersionSaysSoNoReasonLiftsTheLimit) {
    version.rules.start.hardStop = 1;
    record.vitals = {pressure("09:50", 190, 90)};
    decide("09:51");
    EXPECT_THAT(gaps(), ElementsAre(CheckGap{CheckGapKind::HardStop, {}}));
    record.vitals.push_back(pressure("09:55", 150, 90));
    EXPECT_THAT(gaps(), IsEmpty());
}

TEST_F(Start, AVersionWithoutAPreCheckAsksOnlyForItsLimit) {
    version.items = {item("gait", AnswerEffect::HardStop, true, ChecklistKind::Discharge)};
    record.answers.clear();
    EXPECT_THAT(gaps(), IsEmpty());
    record.vitals = {pressure("09:50", 128, 76)};
    EXPECT_THAT(gaps(), IsEmpty());
    record.vitals = {pressure("09:50", 190, 110)};
    EXPECT_THAT(gaps(), ElementsAre(kAbove));
}

TEST(ChecklistItems, AreRefusedWithoutWordsOrWithATakenKey) {
    EXPECT_THAT(check(std::vector<ChecklistItem>{}), IsEmpty());
    std::vector<ChecklistItem> items{item("a", AnswerEffect::Inform),
                                     item("a", AnswerEffect::Inform, true, ChecklistKind::Discharge)};
    EXPECT_THAT(check(items), IsEmpty()) << "a key may stand once in each list";
    items.push_back(item("a", AnswerEffect::HardStop));
    EXPECT_THAT(check(items), HasProblem("items.3.key", Rule::Duplicate));
    items[2] = item("start_pressure", AnswerEffect::SoftStop);
    EXPECT_THAT(check(items), HasProblem("items.3.key", Rule::NotAllowed));
    items[2] = item("", AnswerEffect::SoftStop);
    EXPECT_THAT(check(items), HasProblem("items.3.key", Rule::Required));
    items[2] = item("b", AnswerEffect::SoftStop);
    items[2].text = " ";
    items[2].favourable.clear();
    items[2].unfavourable.clear();
    EXPECT_THAT(check(items), HasProblem("items.3.text", Rule::Required));
    EXPECT_THAT(check(items), HasProblem("items.3.favourable", Rule::Required));
    EXPECT_THAT(check(items), HasProblem("items.3.unfavourable", Rule::Required));
}

} // namespace
} // namespace chairside::domain
