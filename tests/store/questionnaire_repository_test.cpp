#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

class QuestionnaireRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
    }
    void add(const domain::QuestionnaireResponse& response) {
        mustWrite([&](Transaction& tx) { return tx.questionnaires().add(response); });
    }
    [[nodiscard]] std::string all() {
        auto found = read([this](Transaction& tx) { return tx.questionnaires().ofPatient(samples.anna.id); });
        return found ? textOf(*found) : "(failed)";
    }
};

TEST_F(QuestionnaireRepository, GivesBackEveryAnswerAndScoreAsItWasStored) {
    auto late = samples.questionnaire(ids);
    auto early = samples.questionnaire(ids);
    early.date = test::date("2024-12-01");
    early.mode = domain::ResponseMode::Phone;
    early.occasion = domain::Occasion::Baseline;
    early.safety = {};
    early.scores = {{"total", std::nullopt, 1, 9, false}};
    add(late);
    add(early);

    EXPECT_EQ(all(), textOf(std::vector{early, late}));
    const auto one = read([&](Transaction& tx) { return tx.questionnaires().get(late.id); });
    ASSERT_THAT(one, IsOk());
    EXPECT_EQ(textOf(*one), textOf(late));
    EXPECT_THAT(
        read([this](Transaction& tx) { return tx.questionnaires().get(domain::QuestionnaireResponseId(ids.next())); }),
        FailsWith(Code::NotFound));
}

TEST_F(QuestionnaireRepository, AResponseIsCorrectedOnce) {
    const auto first = samples.questionnaire(ids);
    add(first);
    auto correction = samples.questionnaire(ids);
    correction.corrects = first.id;
    correction.correctionReason = "read wrongly";
    add(correction);
    const auto before = all();
    correction.id = domain::QuestionnaireResponseId(ids.next());
    EXPECT_THAT(write([&](Transaction& tx) { return tx.questionnaires().add(correction); }),
                FailsWith(Code::AlreadyExists));
    EXPECT_EQ(all(), before);
}

TEST_F(QuestionnaireRepository, TheSchemaRefusesWhatCannotBe) {
    const auto refused = [this](auto change) {
        auto response = samples.questionnaire(ids);
        change(response);
        return write([&](Transaction& tx) { return tx.questionnaires().add(response); });
    };
    EXPECT_THAT(refused([](auto& r) { r.answers.back().missing = domain::MissingReason::Declined; }),
                FailsWith(Code::Internal));
    EXPECT_THAT(refused([](auto& r) { r.answers.front() = {"phq_1", {}, {}}; }), FailsWith(Code::Internal));
    EXPECT_THAT(refused([](auto& r) { r.safety.told.clear(); }), FailsWith(Code::Internal));
    EXPECT_THAT(refused([](auto& r) { r.corrects = r.id; }), FailsWith(Code::Internal)) << "without a reason";
    EXPECT_EQ(all(), "[]");
}

} // namespace
} // namespace chairside::store
