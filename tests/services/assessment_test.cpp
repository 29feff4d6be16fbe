// Questionnaires of a patient: what is stored, what is refused, and what a correction does.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Problem;
using base::Rule;
using domain::MissingReason;
using domain::Occasion;
using services::AssessmentRequest;
using services::Reading;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Invalid, with exactly these problems.
template <class... Expected>
auto Breaks(const Expected&... problems) {
    return ::testing::ResultOf([](const auto& result) { return result ? base::Problems{} : result.error().problems; },
                               ElementsAre(problems...));
}

class Assessments : public ServiceTest {
protected:
    // Every item of the instrument with this value.
    [[nodiscard]] AssessmentRequest filled(const std::string& id, int value) {
        const auto all = need(clinic.instruments.instruments());
        const auto instrument = std::ranges::find(all, id, &domain::Instrument::id);
        AssessmentRequest request{
            .patient = anna, .instrument = id, .version = instrument->version, .date = clinic.clock.now().localDate()};
        for (const auto& item : instrument->items)
            request.answers.push_back({item.key, std::clamp(value, item.low, item.high), std::nullopt});
        return request;
    }
    static void set(AssessmentRequest& request, const std::string& item, std::optional<int> value,
                    std::optional<MissingReason> missing = {}) {
        *std::ranges::find(request.answers, item, &domain::QuestionnaireAnswer::item) = {item, value, missing};
    }
    [[nodiscard]] auto record(const AssessmentRequest& request) {
        return clinic.services.assessments.record(clinic.nurse, request);
    }
    [[nodiscard]] std::vector<services::Assessment> stored() {
        return need(clinic.services.assessments.ofPatient(clinic.physician, anna, Reading::Refresh)).all;
    }
    void refused(const AssessmentRequest& request, const auto& matcher) {
        expectRefused(
            clinic, [&] { return record(request); }, matcher);
    }
    [[nodiscard]] static std::string totalOf(const services::Assessment& assessment, std::string_view scale) {
        const auto* score = assessment.response.score(scale);
        return score && score->score ? base::toText(*score->score) : "none";
    }

    const domain::PatientId anna = clinic.patient();
};

TEST_F(Assessments, KeepAnswersScoreVersionAndWho) {
    auto request = filled("fiqr", 5);
    request.occasion = Occasion::Baseline;
    request.mode = domain::ResponseMode::Phone;
    request.date = date("2025-01-05");
    need(record(request));

    const auto all = stored();
    ASSERT_THAT(all, SizeIs(1));
    const auto& response = all.front().response;
    EXPECT_THAT(response.answers, SizeIs(21));
    EXPECT_EQ(totalOf(all.front(), "total"), "50");
    EXPECT_EQ(response.version, "2009");
    EXPECT_EQ(response.occasion, Occasion::Baseline);
    EXPECT_EQ(response.mode, domain::ResponseMode::Phone);
    EXPECT_EQ(response.date.iso(), "2025-01-05");
    EXPECT_EQ(all.front().recordedBy, "R. Khan, RN");
    ASSERT_TRUE(all.front().scored);
    EXPECT_TRUE(all.front().agrees);
    const auto& event = clinic.store.events().back();
    EXPECT_EQ(event.action, services::AuditAction::Record);
    EXPECT_EQ(event.subjectKind, "questionnaire_response");
    EXPECT_EQ(event.subjectId, response.id.text());
    EXPECT_EQ(event.detail, "fiqr");
    EXPECT_EQ(event.patient, anna);
}

TEST_F(Assessments, AMissingItemIsKeptAsMissingAndReplacedByTheRuleOfTheForm) {
    auto request = filled("fiqr", 6);
    set(request, "function_9", {}, MissingReason::Declined);
    need(record(request));
    const auto all = stored();
    const auto& answer = all.front().response.answers[8];
    EXPECT_EQ(answer.value, std::nullopt);
    EXPECT_EQ(answer.missing, MissingReason::Declined);
    EXPECT_EQ(totalOf(all.front(), "function"), "18") << "48 of 8 items, times 9 / 8, divided by 3";
    EXPECT_TRUE(all.front().response.score("function")->prorated);
    EXPECT_EQ(all.front().response.score("function")->answered, 8);
}

TEST_F(Assessments, AFormThatWasDeclinedIsKeptWithoutAScore) {
    auto request = filled("gad7", 0);
    for (auto& answer : request.answers)
        answer = {answer.item, std::nullopt, MissingReason::Declined};
    need(record(request));
    EXPECT_EQ(totalOf(stored().front(), "total"), "none");
    EXPECT_TRUE(stored().front().agrees);
}

TEST_F(Assessments, AnswersThatAreNotOneForEachItemAreRefused) {
    auto request = filled("gad7", 1);
    set(request, "gad_2", {});
    set(request, "gad_3", 2, MissingReason::Declined);
    request.answers.push_back({"gad_4", 1, {}});
    request.answers.push_back({"gad_8", 1, {}});
    refused(request,
            Breaks(Problem{"gad_2", Rule::Required, {}, {}, {}}, Problem{"gad_3", Rule::NotAllowed, {}, {}, {}},
                   Problem{"gad_4", Rule::Duplicate, {}, {}, {}}, Problem{"gad_8", Rule::NotAllowed, {}, {}, {}}));
    auto outside = filled("gad7", 1);
    set(outside, "gad_5", 4);
    refused(outside, FailsWith(Code::Invalid));
}

TEST_F(Assessments, AThoughtOfDeathNeedsToBeAnswered) {
    auto request = filled("phq9", 0);
    set(request, "phq_9", 1);
    refused(request, Breaks(Problem{"safety_done", Rule::Required, {}, {}, {}},
                            Problem{"safety_told", Rule::Required, {}, {}, {}}));
    request.safety.done = "Asked about plans: none. Number of the crisis line given.";
    refused(request, Breaks(Problem{"safety_told", Rule::Required, {}, {}, {}}));
    request.safety.told = "  Dr Okafor ";
    need(record(request));
    EXPECT_EQ(stored().front().response.safety.told, "Dr Okafor");
}

TEST_F(Assessments, TheSafetyAnswerDoesNotDependOnTheScore) {
    auto request = filled("phq9", 0);
    for (auto& answer : request.answers)
        answer = {answer.item, std::nullopt, MissingReason::Declined};
    set(request, "phq_9", 3);
    refused(request, FailsWith(Code::Invalid));
    request.safety = {"Stayed with her until her husband came.", "Dr Okafor"};
    need(record(request));
    EXPECT_EQ(totalOf(stored().front(), "total"), "none");
}

TEST_F(Assessments, NoSafetyAnswerWhereNothingAskedForOne) {
    auto request = filled("phq9", 0);
    request.safety = {"x", "y"};
    refused(request, Breaks(Problem{"safety_done", Rule::NotAllowed, {}, {}, {}}));
}

TEST_F(Assessments, ACorrectionNamesTheOldOneAndBothStay) {
    const auto first = need(record(filled("gad7", 1)));
    auto request = filled("gad7", 2);
    request.corrects = first;
    refused(request, Breaks(Problem{"reason", Rule::Required, {}, {}, {}}));
    request.reason = "Read from the wrong line.";
    need(record(request));
    EXPECT_EQ(clinic.store.events().back().action, services::AuditAction::Correct);

    const auto all = stored();
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(totalOf(all[0], "total"), "14");
    EXPECT_FALSE(all[0].corrected);
    EXPECT_EQ(all[0].response.corrects, first);
    EXPECT_EQ(totalOf(all[1], "total"), "7");
    EXPECT_TRUE(all[1].corrected);

    refused(request, FailsWith(Code::Conflict));
}

TEST_F(Assessments, OnlyTheSameFormOfTheSamePersonCanBeCorrected) {
    const auto first = need(record(filled("gad7", 1)));
    auto other = filled("phq9", 0);
    other.corrects = first;
    other.reason = "x";
    refused(other, FailsWith(Code::NotFound));
    auto stranger = filled("gad7", 0);
    auto details = aPatient();
    details.clinicNumber = "2025-0999";
    details.name.family = "Other";
    stranger.patient = clinic.patient(details);
    stranger.corrects = first;
    stranger.reason = "x";
    refused(stranger, FailsWith(Code::NotFound));
}

TEST_F(Assessments, DayOccasionAndVersionAreChecked) {
    auto request = filled("pgic", 2);
    request.date = date("2025-01-07");
    request.occasion = Occasion::Baseline;
    refused(request, Breaks(Problem{"date", Rule::InFuture, {}, "2025-01-06", "2025-01-07"},
                            Problem{"occasion", Rule::NotAllowed, {}, {}, {}}));
    auto old = filled("fiqr", 2);
    old.version = "1991";
    refused(old, FailsWith(Code::Conflict));
    auto unknown = filled("fiqr", 2);
    unknown.instrument = "pads";
    refused(unknown, FailsWith(Code::NotFound));
}

TEST_F(Assessments, AFailedDiskLeavesNothingBehind) {
    clinic.store.failNext(Code::StorageFull);
    refused(filled("gad7", 1), FailsWith(Code::StorageFull));
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_F(Assessments, ReadingIsAuditedOnceAndTheListLeavesOutArithmetic) {
    clinic.store.forget();
    const auto found = need(clinic.services.assessments.ofPatient(clinic.physician, anna, Reading::Open));
    ASSERT_THAT(clinic.store.events(), SizeIs(1));
    EXPECT_EQ(clinic.store.events().front().action, services::AuditAction::View);
    EXPECT_EQ(found.instrument("pads"), nullptr);
    EXPECT_NE(found.instrument("fiqr"), nullptr);
}

} // namespace
} // namespace chairside::test
