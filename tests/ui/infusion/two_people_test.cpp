// Two people at one chair: while one of them types, the other one saves the same thing. Each sees both in plain words,
// nothing that was typed is lost, and nothing takes the place of the other's entry unseen.
#include <QLineEdit>
#include <gmock/gmock.h>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/infusion/event_form.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using domain::AnswerKind;
using domain::StepKind;
using ui::Command;

// The nurse R. Khan is at the screen, M. Osei is the other person.
class TwoPeople : public InfusionBench {
protected:
    explicit TwoPeople(const std::string& protocol = "course_05") : InfusionBench(protocol) {}
    void type(const QString& field, const QString& text) {
        focus(field);
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    // What the strip of the form with this field says.
    QString said(const QString& field) {
        for (QWidget* at = findWidget(*page, field); at != nullptr; at = at->parentWidget()) {
            if (auto* form = qobject_cast<ui::FormBuilder*>(at)) return form->strip().text();
        }
        return {};
    }
    // What the strip of the card around a field says.
    QString stripOver(const QString& field) {
        for (QWidget* at = findWidget(*page, field); at != nullptr; at = at->parentWidget()) {
            if (auto* strip = at->findChild<ui::MessageStrip*>()) return strip->text();
        }
        return {};
    }
    services::InfusionService& service() { return clinic.services.infusions; }
    void othersDose() {
        need(service().recordDose(clinic.witness, aDose(infusion)));
        settle();
    }
};

testing::AssertionResult says(const QString& text, const QString& part) {
    if (text.contains(part)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << qPrintable(text);
}

TEST_F(TwoPeople, ADoseIsNeverReplacedUnseen) {
    fillDose(u"72"_s);
    othersDose();
    EXPECT_TRUE(says(said(u"weight"_s), u"35 mg at 70 kg"_s));
    EXPECT_TRUE(says(said(u"weight"_s), u"M. Osei, RN, 10:00"_s));
    EXPECT_EQ(textOf(*page, u"weight"_s), u"72"_s);
    perform(Command::Complete);
    settle();
    EXPECT_EQ(view().record.doseChecks.size(), 1U) << "theirs stands until somebody says why not";
    EXPECT_FALSE(textOf(*page, u"correction_reasonMessage"_s).isEmpty());
    EXPECT_EQ(textOf(*page, u"initials"_s), u"AT"_s);
    type(u"correction_reason"_s, u"weighed again"_s);
    perform(Command::Complete);
    settle();
    const auto record = view().record;
    ASSERT_EQ(record.doseChecks.size(), 2U);
    EXPECT_EQ(record.doseChecks[1].head.corrects, record.doseChecks[0].head.id);
    EXPECT_EQ(domain::preparedDose(record)->dose, mg(36'000));
}

TEST_F(TwoPeople, ACorrectionOfADoseThatWasCorrectedMeanwhileNamesTheNewOne) {
    othersDose();
    const auto first = view().record.doseChecks[0].head.id;
    page->showStep(u"dose"_s);
    focus(u"dose_correct"_s);
    key(Qt::Key_Space);
    type(u"weight"_s, u"72"_s);
    auto theirs = aDose(infusion);
    theirs.weight = domain::Weight::ofWhole(80);
    theirs.corrects = services::Correction{first, "scale"};
    need(service().recordDose(clinic.witness, theirs));
    settle();
    EXPECT_TRUE(says(said(u"weight"_s), u"40 mg at 80 kg"_s));
    EXPECT_EQ(textOf(*page, u"weight"_s), u"72"_s);
    type(u"initials"_s, u"AT"_s);
    type(u"birth_year"_s, u"1979"_s);
    type(u"correction_reason"_s, u"weighed again"_s);
    perform(Command::Complete);
    settle();
    const auto record = view().record;
    ASSERT_EQ(record.doseChecks.size(), 3U);
    EXPECT_EQ(record.doseChecks[2].head.corrects, record.doseChecks[1].head.id);
}

TEST_F(TwoPeople, ADoseThatOnePersonLeftHalfTypedDoesNotGetLostWhenAnotherPreparesIt) {
    fillDose(u"72"_s);
    pass(1s);
    signIn(clinic.witness);
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    settle();
    EXPECT_EQ(textOf(*page, u"weight"_s), QString());
    othersDose();
    signIn(clinic.nurse);
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    settle();
    page->showStep(u"dose"_s);
    EXPECT_EQ(textOf(*page, u"weight"_s), u"72"_s);
    EXPECT_TRUE(says(said(u"weight"_s), u"35 mg at 70 kg"_s));
}

TEST_F(TwoPeople, APauseThatCameAfterTheStopKeepsItsReason) {
    run();
    page->showStep(u"run"_s);
    pass(20min);
    perform(Command::PauseInfusion);
    keys(u"arm hurts"_s);
    need(service().recordStep(clinic.witness, {infusion, StepKind::Stop, {}, {}, "patient asked"}));
    settle();
    const QString problem = textOf(*page, u"run_reason_problem"_s);
    EXPECT_TRUE(says(problem, u"10:20"_s));
    EXPECT_TRUE(says(problem, u"patient asked"_s));
    EXPECT_TRUE(says(problem, u"M. Osei"_s));
    EXPECT_EQ(textOf(*page, u"run_reason"_s), u"arm hurts"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(view().record.steps.size(), 2U);
    EXPECT_EQ(textOf(*page, u"run_reason"_s), u"arm hurts"_s);
    EXPECT_TRUE(says(textOf(*page, u"run_reason_problem"_s), u"M. Osei"_s));
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(*page, u"run_reason"_s));
}

TEST_F(TwoPeople, AStopStaysPossibleWhenTheOtherOnePaused) {
    run();
    page->showStep(u"run"_s);
    pass(20min);
    perform(Command::StopInfusion);
    keys(u"arm hurts"_s);
    need(service().recordStep(clinic.witness, {infusion, StepKind::Pause, {}, {}, "line"}));
    settle();
    EXPECT_EQ(textOf(*page, u"run_reason"_s), u"arm hurts"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(view().state, domain::InfusionState::Ended);
    EXPECT_EQ(view().record.steps.back().reason, "arm hurts");
}

TEST_F(TwoPeople, TheDrugIsBookedOnceAndWhatTheOtherTypedStaysToCompare) {
    run();
    stop();
    page->showStep(u"drug"_s);
    type(u"vial_volume"_s, u"10"_s);
    type(u"lot"_s, u"KM77"_s);
    type(u"wasted_vial"_s, u"460"_s);
    auto theirs = aDrugEntry(infusion);
    theirs.witnessUserName = "khan";
    need(service().accountDrug(clinic.witness, theirs));
    settle();
    const auto movements = view().record.movements.size();
    EXPECT_GT(movements, 0U);
    const QString text = textOf(*page, u"drug_meanwhile"_s);
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    EXPECT_TRUE(says(text, u"lot KM77"_s));
    EXPECT_TRUE(says(text, u"wasted from the vial 460 mg"_s));
    perform(Command::Complete);
    settle();
    EXPECT_EQ(view().record.movements.size(), movements);
}

TEST_F(TwoPeople, TheEndOfAnEventThatTheOtherOneHasWrittenIsShownFirst) {
    run();
    pass(20min);
    services::EventEntry event{.infusion = infusion, .term = "nausea", .grade = 1};
    const auto first = need(service().recordEvent(clinic.nurse, event));
    pass(20min);
    page->showStep(u"after"_s);
    auto* form = page->findChild<ui::EventForm*>();
    ASSERT_NE(form, nullptr);
    form->beginCorrection(view().record.events[0]);
    type(u"ended"_s, u"1035"_s);
    type(u"event_reason"_s, u"over"_s);
    auto theirs = event;
    theirs.endedAt = clinic.steady.now().plus(-2min);
    theirs.onset = view().record.events[0].head.observedAt;
    theirs.corrects = services::Correction{first, "ended"};
    need(service().recordEvent(clinic.witness, theirs));
    settle();
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(view().record.events.size(), 2U);
    EXPECT_TRUE(says(said(u"ended"_s), u"ended 10:38"_s));
    EXPECT_TRUE(says(said(u"ended"_s), u"M. Osei"_s));
    EXPECT_EQ(textOf(*page, u"ended"_s), u"10:35"_s);
    EXPECT_EQ(textOf(*page, u"event_reason"_s), u"over"_s);
    key(Qt::Key_Return);
    settle();
    const auto events = view().record.events;
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[2].head.corrects, events[1].head.id);
}

TEST_F(TwoPeople, PainThatTheOtherOneRecordedIsReplacedOnlyWithAReason) {
    run();
    stop();
    page->showStep(u"after"_s);
    focus(u"pain_after"_s);
    keys(u"4"_s);
    need(service().recordPain(clinic.witness, {.infusion = infusion, .moment = domain::PainMoment::After, .value = 6}));
    settle();
    EXPECT_TRUE(visible(*page, u"pain_after"_s));
    EXPECT_EQ(textOf(*page, u"pain_after"_s), u"4"_s);
    const QString text = stripOver(u"pain_after"_s);
    EXPECT_TRUE(says(text, u"Meanwhile pain was recorded: 6"_s));
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(view().record.pain.size(), 1U) << "theirs stands until somebody says why not";
    focus(u"pain_after_reason"_s);
    keys(u"asked again"_s);
    key(Qt::Key_Return);
    settle();
    const auto pain = view().record.pain;
    ASSERT_EQ(pain.size(), 2U);
    EXPECT_EQ(pain[1].value, 4);
    EXPECT_EQ(pain[1].head.corrects, pain[0].head.id);
}

TEST_F(TwoPeople, APainScoreIsRecordedOnceHoweverFastBothAre) {
    run();
    stop();
    const services::PainEntry theirs{.infusion = infusion, .moment = domain::PainMoment::After, .value = 6};
    need(service().recordPain(clinic.witness, theirs));
    EXPECT_THAT(service().recordPain(clinic.nurse, theirs), FailsWith(base::Code::Invalid));
    EXPECT_EQ(view().record.pain.size(), 1U);
}

TEST_F(TwoPeople, ARescueDrugThatTheOtherOneWroteDownIsSaidBeforeItStandsTwice) {
    run();
    page->showStep(u"after"_s);
    type(u"rescue_drug"_s, u"ondansetron"_s);
    type(u"rescue_dose"_s, u"4"_s);
    need(service().recordRescueDrug(clinic.witness, {.infusion = infusion,
                                                     .drug = "ondansetron",
                                                     .dose = mg(4'000),
                                                     .route = domain::DrugRoute::Intravenous,
                                                     .at = {},
                                                     .witnessUserName = "khan",
                                                     .witnessPassword = kPassword,
                                                     .corrects = {}}));
    settle();
    const QString text = said(u"rescue_drug"_s);
    EXPECT_TRUE(says(text, u"ondansetron 4 mg"_s));
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    EXPECT_EQ(textOf(*page, u"rescue_dose"_s), u"4"_s);
    focus(u"rescue_cancel"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(textOf(*page, u"rescue_drug"_s), QString());
    EXPECT_EQ(view().record.rescueDrugs.size(), 1U);
}

class TwoPeopleAfter : public TwoPeople {
protected:
    TwoPeopleAfter() : TwoPeople("asking_05") {}
};

TEST_F(TwoPeopleAfter, ScoresThatTheOtherOneRecordedAreShownAndKeptWhereNothingIsTyped) {
    run();
    stop();
    page->showStep(u"after"_s);
    focus(u"impression"_s);
    keys(u"2"_s);
    need(service().recordAfter(clinic.witness, {.infusion = infusion, .impression = 3, .relief = 40}));
    settle();
    const QString text = said(u"impression"_s);
    EXPECT_TRUE(says(text, u"Meanwhile was recorded: impression 3"_s));
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    EXPECT_EQ(textOf(*page, u"impression"_s), u"2"_s) << "what was typed stays";
    EXPECT_EQ(textOf(*page, u"relief"_s), u"40"_s) << "theirs, where nothing was typed";
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(view().record.after.size(), 1U);
    type(u"after_reason"_s, u"asked again"_s);
    key(Qt::Key_Return);
    settle();
    const auto after = view().record.after;
    ASSERT_EQ(after.size(), 2U);
    EXPECT_EQ(after[1].head.corrects, after[0].head.id);
    EXPECT_EQ(after[1].relief, 40);
}

TEST_F(TwoPeopleAfter, APartIsRecordedOnceHoweverFastBothAre) {
    run();
    stop();
    need(service().recordAfter(clinic.witness, {.infusion = infusion, .impression = 3}));
    EXPECT_THAT(service().recordAfter(clinic.nurse, {.infusion = infusion, .impression = 2}),
                FailsWith(base::Code::Invalid));
    need(service().recordAfter(clinic.nurse, {.infusion = infusion, .relief = 40}));
}

class TwoPeopleCheck : public TwoPeople {
protected:
    TwoPeopleCheck() : TwoPeople("second_05") {}
    void typeNumbers() {
        type(u"second_weight"_s, u"70"_s);
        type(u"second_dose"_s, u"35"_s);
    }
    domain::DoseCheck prepared() { return *domain::preparedDose(view().record); }
};

TEST_F(TwoPeopleCheck, TheFirstOnesNumbersStayHiddenFromWhoTypedTheirOwn) {
    fillDose(u"72"_s);
    othersDose();
    EXPECT_TRUE(says(said(u"weight"_s), u"hidden until the second check is complete"_s));
    EXPECT_FALSE(said(u"weight"_s).contains(u"35 mg"_s));
    EXPECT_EQ(textOf(*page, u"weight"_s), u"72"_s);
}

TEST_F(TwoPeopleCheck, ASecondCheckThatTheOtherOneCompletedSaysWhatWasTyped) {
    need(service().recordDose(clinic.nurse, aDose(infusion)));
    settle();
    page->showStep(u"dose"_s);
    typeNumbers();
    need(service().recordSecondCheck(clinic.nurse, aSecondCheck(prepared())));
    settle();
    const QString text = textOf(*page, u"second_meanwhile"_s);
    EXPECT_TRUE(says(text, u"35 mg, 0.7 mL, 66.7 mL per hour"_s));
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    EXPECT_TRUE(says(text, u"70"_s));
    EXPECT_EQ(view().record.secondChecks.size(), 1U);
}

TEST_F(TwoPeopleCheck, ADoseThatIsPreparedAgainAsksToCalculateAgain) {
    need(service().recordDose(clinic.nurse, aDose(infusion)));
    settle();
    page->showStep(u"dose"_s);
    typeNumbers();
    auto again = aDose(infusion);
    again.weight = domain::Weight::ofWhole(80);
    again.corrects = services::Correction{prepared().head.id, "scale"};
    need(service().recordDose(clinic.witness, again));
    settle();
    const QString text = textOf(*page, u"second_meanwhile"_s);
    EXPECT_TRUE(says(text, u"prepared again (M. Osei"_s));
    EXPECT_FALSE(text.contains(u"40 mg"_s)) << "still blind";
    EXPECT_EQ(textOf(*page, u"second_dose"_s), u"35"_s);
}

class TwoPeopleLeaving : public TwoPeople {
protected:
    TwoPeopleLeaving() : TwoPeople(kDischargeProtocol) {}
    void SetUp() override {
        TwoPeople::SetUp();
        run();
        stop();
        page->showStep(u"discharge"_s);
    }
};

TEST_F(TwoPeopleLeaving, AnAnswerThatTheOtherOneGaveIsShownBesideWhatIsTyped) {
    focus(u"check_escort"_s);
    key(Qt::Key_Space);
    type(u"escort_note"_s, u"Jo Testpatient"_s);
    services::AnswerEntry theirs{.infusion = infusion, .list = domain::ChecklistKind::Discharge, .item = "escort"};
    theirs.answer = AnswerKind::Favourable;
    theirs.note = "Ben Testpatient";
    need(service().recordAnswer(clinic.witness, theirs));
    settle();
    const QString text = textOf(*page, u"check_escort_message"_s);
    EXPECT_TRUE(says(text, u"Ben Testpatient"_s));
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    EXPECT_EQ(textOf(*page, u"escort_note"_s), u"Jo Testpatient"_s);
    type(u"escort_correction_reason"_s, u"Ben had to go"_s);
    key(Qt::Key_Return);
    settle();
    const auto answers = view().record.answers;
    const auto stands = domain::answerOf(view().record, domain::ChecklistKind::Discharge, "escort");
    EXPECT_EQ(stands->note, "Jo Testpatient");
    EXPECT_EQ(stands->head.correctionReason, "Ben had to go");
    EXPECT_EQ(std::ranges::count(answers, std::string("escort"), &domain::ChecklistAnswer::item), 2);
}

TEST_F(TwoPeopleLeaving, ADischargeThatTheOtherOneSavedIsShownBesideWhatIsTyped) {
    clinic.dischargeAnswers(infusion);
    reload();
    page->showStep(u"discharge"_s);
    focus(u"discharge_early"_s);
    key(Qt::Key_Space);
    type(u"discharge_reason"_s, u"train at 12:40"_s);
    type(u"discharge_prescriber"_s, u"Dr Okafor"_s);
    need(service().discharge(clinic.witness, {infusion, {}, "bus at noon", "Dr Weiss", {}}));
    settle();
    EXPECT_TRUE(says(said(u"discharge_reason"_s), u"bus at noon"_s));
    EXPECT_TRUE(says(said(u"discharge_reason"_s), u"M. Osei"_s));
    EXPECT_EQ(textOf(*page, u"discharge_reason"_s), u"train at 12:40"_s);
    perform(Command::Complete);
    settle();
    EXPECT_EQ(view().record.discharges.size(), 1U);
    EXPECT_EQ(textOf(*page, u"discharge_prescriber"_s), u"Dr Okafor"_s);
}

TEST_F(TwoPeopleLeaving, AnAldreteScoreThatTheOtherOneSavedStandsBesideWhatIsTyped) {
    pass(15min);
    need(service().recordVitals(clinic.witness, someVitals(infusion)));
    settle();
    focus(u"aldrete_activity"_s);
    keys(u"22"_s);
    need(service().recordAldrete(clinic.witness, {infusion, 2, 2, 1, 2, {}}));
    settle();
    EXPECT_TRUE(visible(*page, u"aldrete_activity"_s));
    EXPECT_EQ(textOf(*page, u"aldrete_activity"_s), u"2"_s);
    const QString text = textOf(*page, u"aldrete_message"_s);
    EXPECT_TRUE(says(text, u"Meanwhile a score was saved"_s));
    EXPECT_TRUE(says(text, u"M. Osei"_s));
    EXPECT_TRUE(says(text, u"awake 1"_s));
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(*page, u"aldrete_activity"_s));
    EXPECT_EQ(view().record.aldrete.size(), 1U);
}

} // namespace
} // namespace chairside::test
