// Every step as a screen reader and a keyboard meet it; and as pictures where CHAIRSIDE_SHOTS names a folder.
#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int kChairSideTarget = 36;

class InfusionScreens : public InfusionBench {
protected:
    using InfusionBench::InfusionBench;

    void look(const QString& step, const QString& name) {
        page->showStep(step);
        settle();
        // A row of choices in a line and a saved list are read, not hit with a glove; all else is chair-side
        // size.
        for (const std::string& fault : crawl(*page, {kChairSideTarget}))
            ADD_FAILURE() << qPrintable(name) << ": " << fault;
        picture(*page, u"infusion_"_s + name);
    }
    void row(const QString& digits) {
        page->showStep(u"run"_s);
        focus(u"vitals_systolic"_s);
        keys(digits);
        key(Qt::Key_Return);
    }
};

TEST_F(InfusionScreens, BeforeTheStart) {
    look(u"dose"_s, u"1_dose_empty"_s);
    fillDose(u"71.5"_s);
    focus(u"pain_before"_s);
    keys(u"7"_s);
    look(u"dose"_s, u"1_dose_typed"_s);
    key(Qt::Key_Return);
    page->showStep(u"dose"_s);
    focus(u"weight"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    perform(ui::Command::Complete);
    look(u"dose"_s, u"1_dose_problems"_s);
    clinic.prepare(infusion);
    reload();
    look(u"dose"_s, u"1_dose_saved"_s);
    look(u"run"_s, u"2_run_before"_s);
    look(u"after"_s, u"3_after_empty"_s);
    look(u"tender"_s, u"4_tender_empty"_s);
    look(u"drug"_s, u"5_drug_not_yet"_s);
    look(u"sign"_s, u"6_sign_blocked"_s);
}

class CheckedScreens : public InfusionScreens {
protected:
    CheckedScreens() : InfusionScreens(kCheckedProtocol) {}
};

TEST_F(CheckedScreens, ThePreCheck) {
    clinic.prepare(infusion);
    reload();
    look(u"pre_check"_s, u"7_pre_check_empty"_s);
    focus(u"check_last_meal"_s);
    keys(u"/"_s);
    look(u"pre_check"_s, u"7_pre_check_note"_s);
    focus(u"last_meal_note"_s);
    key(Qt::Key_Return);
    look(u"pre_check"_s, u"7_pre_check_problems"_s);
    focus(u"last_meal_note"_s);
    fill(u"toast and tea at 08:30"_s);
    keys(u"Dr L. Okafor"_s);
    key(Qt::Key_Return);
    clinic.preCheck(infusion);
    auto baseline = someVitals(infusion);
    baseline.systolic = 168;
    need(clinic.services.infusions.recordVitals(clinic.nurse, baseline));
    settle();
    look(u"pre_check"_s, u"7_pre_check_above_limit"_s);
    focus(u"check_last_meal_correct"_s);
    key(Qt::Key_Space);
    look(u"pre_check"_s, u"7_pre_check_correction"_s);
    look(u"run"_s, u"7_run_waits"_s);
    page->resize(928, 600);
    page->showStep(u"pre_check"_s);
    settle();
    EXPECT_LE(page->minimumSizeHint().width(), 928);
    picture(*page, u"infusion_narrow_pre_check_open"_s);
}

class DischargeScreens : public InfusionScreens {
protected:
    DischargeScreens() : InfusionScreens(kLongDischargeProtocol) {}

    void vitals(int systolic) {
        auto entry = someVitals(infusion);
        entry.systolic = systolic;
        need(clinic.services.infusions.recordVitals(clinic.nurse, entry));
    }
};

TEST_F(DischargeScreens, TheDischarge) {
    look(u"discharge"_s, u"8_discharge_not_yet"_s);
    run();
    stop();
    look(u"discharge"_s, u"8_discharge_stopped"_s);
    clinic.clock.advance(16min);
    vitals(124);
    pass(12min);
    reload();
    focus(u"check_awake"_s);
    key(Qt::Key_Space);
    focus(u"check_dizziness"_s);
    keys(u"/"_s);
    keys(u"sways when turning"_s);
    look(u"discharge"_s, u"8_discharge_note"_s);
    key(Qt::Key_Escape);
    perform(ui::Command::Complete);
    focus(u"check_escort"_s);
    key(Qt::Key_Space);
    look(u"discharge"_s, u"8_discharge_escort"_s);
    focus(u"escort_note"_s);
    keys(u"Jo Testpatient"_s);
    key(Qt::Key_Return);
    focus(u"discharge_early"_s);
    key(Qt::Key_Space);
    perform(ui::Command::Complete);
    look(u"discharge"_s, u"8_discharge_early"_s);
    focus(u"discharge_cancel"_s);
    key(Qt::Key_Space);
    pass(3min);
    vitals(126);
    clinic.dischargeAnswers(infusion);
    need(clinic.services.infusions.recordAldrete(clinic.nurse, {infusion, 2, 2, 1, 2, {}}));
    reload();
    look(u"discharge"_s, u"8_discharge_ready"_s);
    perform(ui::Command::Complete);
    look(u"sign"_s, u"8_sign_discharged"_s);
    look(u"discharge"_s, u"8_discharge_done"_s);
    focus(u"discharge_correct"_s);
    key(Qt::Key_Space);
    look(u"discharge"_s, u"8_discharge_correction"_s);
    page->resize(928, 600);
    settle();
    EXPECT_LE(page->minimumSizeHint().width(), 928);
    picture(*page, u"infusion_narrow_discharge_done"_s);
}

TEST_F(InfusionScreens, WhileItRuns) {
    clinic.prepare(infusion);
    reload();
    row(u"1267470985"_s);
    perform(ui::Command::StartInfusion);
    row(u"1287672985"_s);
    pass(15min);
    row(u"1528884964143"_s);
    pass(15min);
    row(u"1849892914"_s);
    key(Qt::Key_Down);
    key(Qt::Key_F2);
    keys(u"174"_s);
    focus(u"vitals_reason"_s);
    keys(u"typed wrong"_s);
    look(u"run"_s, u"2_run_correction"_s);
    focus(u"vitals_reason"_s);
    key(Qt::Key_Return);
    pass(12min + 10s);
    keys(u"14890"_s);
    look(u"run"_s, u"2_run_running"_s);
    perform(ui::Command::PauseInfusion);
    look(u"run"_s, u"2_run_pause"_s);
    perform(ui::Command::NewItem);
    keys(u"d"_s);
    picture(*page, u"infusion_3_after_typing"_s);
    look(u"after"_s, u"3_after_event"_s);
    page->showStep(u"tender"_s);
    focus(u"tender_map"_s);
    keys(u"0764"_s);
    keys(u"51/38"_s);
    look(u"tender"_s, u"4_tender_half"_s);
}

TEST_F(InfusionScreens, AfterTheStop) {
    run();
    row(u"1287672985"_s);
    clinic.pain(infusion, domain::PainMoment::Before, 7);
    services::EventEntry event{
        .infusion = infusion, .term = "nausea", .words = {}, .grade = 2, .onset = {}, .endedAt = {}, .corrects = {}};
    need(clinic.services.infusions.recordEvent(clinic.nurse, event));
    stop();
    page->showStep(u"drug"_s);
    focus(u"vial_volume"_s);
    for (const QString& text : {u"10"_s, u"KM42"_s, u"31-jul-2026"_s, u"0"_s, u"460"_s})
        fill(text);
    look(u"drug"_s, u"5_drug_difference"_s);
    look(u"sign"_s, u"6_sign_warnings"_s);
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    need(clinic.services.infusions.addAddendum(clinic.nurse, infusion, "Called at home in the evening: well."));
    reload();
    look(u"after"_s, u"3_after_signed"_s);
    look(u"drug"_s, u"5_drug_booked"_s);
    look(u"sign"_s, u"6_signed"_s);
}

TEST_F(InfusionScreens, ANarrowWindowFoldsInsteadOfScrollingSideways) {
    run();
    page->resize(928, 600);
    for (const auto& step :
         {u"dose"_s, u"pre_check"_s, u"run"_s, u"after"_s, u"tender"_s, u"drug"_s, u"discharge"_s, u"sign"_s}) {
        page->showStep(step);
        settle();
        EXPECT_LE(page->minimumSizeHint().width(), 928) << qPrintable(step);
        picture(*page, u"infusion_narrow_"_s + step);
    }
}

} // namespace
} // namespace chairside::test
