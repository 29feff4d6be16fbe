// Letting the patient go: criteria, early leave, the hard stop, and the signature that waits for it.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::AnswerKind;
using domain::DischargeGap;
using domain::DischargeGapKind;
using domain::InfusionState;
using domain::SigningGap;
using domain::StepKind;
using std::chrono::minutes;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Discharging : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna, {}, kDischargeProtocol);
    domain::InfusionId infusion = clinic.openInfusion(course);

    void SetUp() override {
        clinic.prepare(infusion);
        vitals();
        clinic.clock.advance(minutes(1));
        clinic.step(infusion, StepKind::Start);
        clinic.clock.advance(minutes(91));
    }
    void stop() { clinic.step(infusion, StepKind::Stop); }
    void vitals(int systolic = 128) {
        auto row = someVitals(infusion);
        row.systolic = systolic;
        need(clinic.services.infusions.recordVitals(clinic.nurse, row));
    }
    // Two good rows and the score, 31 minutes after now; the questions are not answered.
    void recover() {
        clinic.clock.advance(minutes(16));
        vitals();
        clinic.clock.advance(minutes(15));
        vitals();
        need(assess());
    }
    base::Result<domain::EntryId> assess(std::optional<int> activity = 2) {
        return clinic.services.infusions.recordAldrete(clinic.nurse, {infusion, activity, 2, 2, 2, {}});
    }
    base::Result<domain::EntryId> answer(const char* item, AnswerKind kind, std::string note = {}) {
        return clinic.services.infusions.recordAnswer(clinic.nurse, {.infusion = infusion,
                                                                     .list = domain::ChecklistKind::Discharge,
                                                                     .item = item,
                                                                     .answer = kind,
                                                                     .note = std::move(note),
                                                                     .prescriber = {},
                                                                     .corrects = {}});
    }
    base::Result<domain::EntryId> leave(const std::string& reason = {}, const std::string& prescriber = {}) {
        return clinic.services.infusions.discharge(clinic.nurse, {infusion, {}, reason, prescriber, {}});
    }
    template <class Call>
    void refuse(Call call, const char* detail) {
        expectRefused(clinic, call, FailsWith(Code::WrongState));
        EXPECT_EQ(call().error().detail, detail);
    }
    [[nodiscard]] std::vector<DischargeGap> gaps() {
        const auto view = clinic.view(infusion);
        return domain::dischargeGaps(view.record, view.protocol, view.asOf);
    }
};

TEST_F(Discharging, WithEveryCriterionMetIsOneEntryOfTheRecord) {
    stop();
    recover();
    clinic.dischargeAnswers(infusion);
    EXPECT_THAT(gaps(), IsEmpty());
    clinic.store.forget();
    const auto id = need(leave());
    const auto view = clinic.view(infusion);
    ASSERT_EQ(view.record.discharges.size(), 1U);
    const auto& discharge = view.record.discharges.front();
    EXPECT_EQ(view.state, InfusionState::Discharged);
    EXPECT_EQ(discharge.escort, "Ben Testpatient");
    EXPECT_EQ(discharge.head.recordedBy, clinic.nurse.account);
    EXPECT_EQ(discharge.head.observedAt, clinic.clock.now());
    EXPECT_THAT(discharge.unmet, IsEmpty());
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().subjectKind, "discharge");
    EXPECT_EQ(clinic.store.events().front().subjectId, id.text());
    EXPECT_EQ(clinic.store.events().front().patient, anna);
    EXPECT_EQ(clinic.told.back().id, infusion.text());
}

TEST_F(Discharging, EarlyNeedsTheReasonAndThePrescriber) {
    stop();
    clinic.clock.advance(minutes(10));
    vitals();
    need(answer("escort", AnswerKind::Favourable, "Ben"));
    expectRefused(
        clinic, [this] { return leave(); },
        AllOf(HasProblem("reason", Rule::Required), HasProblem("prescriber", Rule::Required)));
    expectRefused(
        clinic, [this] { return leave("train at 12:40", " "); }, HasProblem("prescriber", Rule::Required));
    expectRefused(
        clinic, [this] { return leave(std::string(501, 'x'), "Dr Okafor"); }, HasProblem("reason", Rule::TooLong));
    need(leave(" train at 12:40 ", " Dr Okafor "));
    const auto discharge = clinic.view(infusion).record.discharges.front();
    EXPECT_EQ(discharge.reason, "train at 12:40");
    EXPECT_EQ(discharge.prescriber, "Dr Okafor");
    EXPECT_THAT(discharge.unmet, ElementsAre(DischargeGap{DischargeGapKind::MinimumTime, {}},
                                             DischargeGap{DischargeGapKind::VitalsMissing, {}},
                                             DischargeGap{DischargeGapKind::AldreteMissing, {}},
                                             DischargeGap{DischargeGapKind::ItemUnanswered, "awake"},
                                             DischargeGap{DischargeGapKind::ItemUnanswered, "nausea"}));
}

TEST_F(Discharging, NobodyLeavesWithoutAnEscort) {
    stop();
    recover();
    refuse([this] { return leave("lives next door", "Dr Okafor"); }, "no_escort");
    clinic.dischargeAnswers(infusion);
    const auto escort = domain::answerOf(clinic.view(infusion).record, domain::ChecklistKind::Discharge, "escort");
    need(clinic.services.infusions.recordAnswer(clinic.nurse,
                                                {.infusion = infusion,
                                                 .list = domain::ChecklistKind::Discharge,
                                                 .item = "escort",
                                                 .answer = AnswerKind::Unfavourable,
                                                 .note = "he had to go",
                                                 .prescriber = "Dr Okafor",
                                                 .corrects = services::Correction{escort->head.id, "Ben left again"}}));
    refuse([this] { return leave("lives next door", "Dr Okafor"); }, "no_escort");
    EXPECT_EQ(clinic.view(infusion).state, InfusionState::Ended);
}

TEST_F(Discharging, TheEscortHasAName) {
    stop();
    expectRefused(
        clinic, [this] { return answer("escort", AnswerKind::Favourable); }, HasProblem("note", Rule::Required));
    expectRefused(
        clinic, [this] { return answer("escort", AnswerKind::Favourable, " "); }, HasProblem("note", Rule::Required));
    need(answer("escort", AnswerKind::Favourable, "Ben"));
    need(answer("awake", AnswerKind::Favourable));
}

TEST_F(Discharging, NothingIsAnsweredOrAssessedBeforeTheStop) {
    refuse([this] { return answer("awake", AnswerKind::Favourable); }, "not_stopped");
    refuse([this] { return assess(); }, "not_stopped");
    refuse([this] { return leave("early", "Dr Okafor"); }, "not_stopped");
}

TEST_F(Discharging, TheAldreteScoreReadsThePressuresOfTheRecord) {
    stop();
    expectRefused(
        clinic, [this] { return assess({}); },
        AllOf(HasProblem("activity", Rule::Required), HasProblem("circulation", Rule::Required)));
    clinic.clock.advance(minutes(5));
    vitals(150);
    expectRefused(
        clinic, [this] { return assess(3); }, HasProblem("activity", Rule::OutOfRange));
    need(assess(1));
    const auto score = clinic.view(infusion).record.aldrete.front();
    EXPECT_EQ(score.variant, domain::CirculationVariant::Mmhg);
    EXPECT_EQ(score.baselineSystolic, 128);
    EXPECT_EQ(score.systolic, 150);
    EXPECT_EQ(score.items, (domain::AldreteItems{1, 2, 1, 2, 2}));
    EXPECT_EQ(domain::totalOf(score.items), 8);
    clinic.clock.advance(minutes(16));
    expectRefused(
        clinic, [this] { return assess(); }, HasProblem("circulation", Rule::Required));
}

TEST_F(Discharging, IsJudgedAsOfTheTimeThePatientLeft) {
    stop();
    const auto stopped = clinic.clock.now();
    recover();
    clinic.dischargeAnswers(infusion);
    services::DischargeEntry entry{infusion, stopped.plus(minutes(20)), {}, {}, {}};
    const auto discharge = [&] {
        return clinic.services.infusions.discharge(clinic.nurse, entry);
    };
    expectRefused(clinic, discharge, HasProblem("reason", Rule::Required));
    entry.at = stopped.plus(minutes(-1));
    entry.reason = "train";
    entry.prescriber = "Dr Okafor";
    expectRefused(clinic, discharge, HasProblem("at", Rule::BeforeStart));
    entry.at = clinic.clock.now().plus(minutes(1));
    expectRefused(clinic, discharge, HasProblem("at", Rule::InFuture));
    entry.at = stopped.plus(minutes(31));
    need(discharge());
    EXPECT_THAT(clinic.view(infusion).record.discharges.front().unmet, IsEmpty());
}

TEST_F(Discharging, HappensOnceAndIsCorrectedWithAReason) {
    stop();
    recover();
    clinic.dischargeAnswers(infusion);
    const auto first = need(leave());
    clinic.clock.advance(minutes(4));
    refuse([this] { return leave(); }, "discharged");
    refuse([this] { return assess(); }, "discharged");
    services::DischargeEntry entry{infusion, clinic.clock.now(), {}, {}, services::Correction{first, " "}};
    const auto correct = [&] {
        return clinic.services.infusions.discharge(clinic.nurse, entry);
    };
    expectRefused(clinic, correct, HasProblem("correction_reason", Rule::Required));
    entry.corrects->reason = "left four minutes later";
    need(correct());
    const auto view = clinic.view(infusion);
    EXPECT_EQ(view.record.discharges.size(), 2U) << "the old one stays";
    EXPECT_EQ(domain::dischargeOf(view.record)->head.observedAt, clinic.clock.now());
    entry.corrects->entry = first;
    expectRefused(clinic, correct, HasProblem("corrects", Rule::Duplicate));
}

TEST_F(Discharging, TheSignatureWaitsForItAndEverythingElseStaysOpen) {
    stop();
    auto drug = aDrugEntry(infusion);
    need(clinic.services.infusions.accountDrug(clinic.nurse, drug));
    EXPECT_THAT(clinic.view(infusion).gaps, ::testing::Contains(SigningGap::NotDischarged));
    refuse([this] { return clinic.services.infusions.sign(clinic.nurse, infusion, kPassword); }, "not_discharged");
    recover();
    clinic.dischargeAnswers(infusion);
    need(leave());
    vitals();
    clinic.pain(infusion, domain::PainMoment::After, 3);
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    EXPECT_EQ(clinic.view(infusion).state, InfusionState::Signed);
    refuse([this] { return leave(); }, "signed");
}

TEST_F(Discharging, TheDrugMayBeBookedAfterThePatientHasLeft) {
    stop();
    recover();
    clinic.dischargeAnswers(infusion);
    need(leave());
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
}

TEST_F(Discharging, TheBoardSaysFromWhen) {
    const auto row = [this] {
        return need(clinic.services.infusions.today(clinic.nurse)).rows.front();
    };
    EXPECT_EQ(row().dischargeFrom, std::nullopt);
    stop();
    EXPECT_EQ(row().dischargeFrom, clinic.clock.now().plus(minutes(30)));
    recover();
    clinic.dischargeAnswers(infusion);
    need(leave());
    EXPECT_EQ(row().dischargeFrom, std::nullopt);
    EXPECT_EQ(row().state, InfusionState::Discharged);
}

TEST_F(Discharging, AVersionThatDoesNotAskForItHasNone) {
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    const auto otherCourse = clinic.orderedCourse(other);
    infusion = clinic.openInfusion(otherCourse);
    clinic.prepare(infusion);
    clinic.step(infusion, StepKind::Start);
    clinic.clock.advance(minutes(91));
    stop();
    refuse([this] { return leave(); }, "not_asked");
    EXPECT_THAT(gaps(), IsEmpty());
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
}

TEST_F(Discharging, AnInfusionInWhichNothingFlowedIsSignedWithoutOne) {
    const auto other = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    infusion = clinic.openInfusion(clinic.orderedCourse(other, {}, kDischargeProtocol));
    clinic.prepare(infusion);
    clinic.step(infusion, StepKind::Start);
    clinic.step(infusion, StepKind::Stop, "line failed at once");
    auto drug = aDrugEntry(infusion);
    drug.wastedBag = mg(35'000);
    need(clinic.services.infusions.accountDrug(clinic.nurse, drug));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
}

} // namespace
} // namespace chairside::test
