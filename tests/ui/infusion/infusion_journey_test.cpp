// One whole infusion with keys only, from the identity check to the addendum.
#include <QApplication>
#include <QLineEdit>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/format/date_text.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using domain::InfusionState;
using ui::Command;

class InfusionJourney : public InfusionBench {
protected:
    void identityDoseAndPain();
    void startAndRows();
    void pauseAndStop();
    void painAfterAndEvent();
    void tenderPoints();
    void drug();
    void signature();
};

void InfusionJourney::identityDoseAndPain() {
    EXPECT_EQ(focusName(), u"initials"_s);
    fillDose();
    EXPECT_EQ(textOf(*page, u"dose_result"_s), u"DOSE 35 mg = 70 kg × 0.5 mg per kg"_s);
    focus(u"pain_before"_s);
    keys(u"7"_s);
    perform(Command::Complete);
    EXPECT_EQ(view().state, InfusionState::Prepared);
    EXPECT_EQ(view().record.pain.at(0).value, 7);
    EXPECT_EQ(page->currentStep(), u"pre_check"_s);
    EXPECT_TRUE(visible(*page, u"pre_check_none"_s)) << "this version has no checklist";
    perform(Command::Complete);
    EXPECT_EQ(page->currentStep(), u"run"_s);
}

void InfusionJourney::startAndRows() {
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
    keys(u"1267470985"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_FALSE(view().record.vitals[0].dueAt);
    perform(Command::StartInfusion);
    EXPECT_EQ(view().state, InfusionState::Running);
    pass(15min);
    EXPECT_EQ(focusName(), u"vitals_systolic"_s);
    keys(u"1287672981"_s);
    key(Qt::Key_Return);
    const auto row = view().record.vitals.back();
    EXPECT_EQ(row.systolic, 128);
    EXPECT_EQ(row.diastolic, 76);
    EXPECT_EQ(row.heartRate, 72);
    EXPECT_EQ(row.spo2, 98);
    EXPECT_EQ(view().record.sedation.back().value, 1);
}

void InfusionJourney::pauseAndStop() {
    perform(Command::PauseInfusion);
    EXPECT_EQ(focusName(), u"run_reason"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(view().state, InfusionState::Running) << "a pause needs its reason";
    keys(u"1"_s);
    EXPECT_EQ(textOf(*page, u"run_reason"_s), u"line checked"_s) << "the digit is written out before it is recorded";
    key(Qt::Key_Return);
    EXPECT_EQ(view().record.steps.back().reason, "line checked");
    EXPECT_EQ(view().state, InfusionState::Paused);
    pass(2min);
    perform(Command::PauseInfusion);
    EXPECT_EQ(view().state, InfusionState::Running);
    pass(80min);
    perform(Command::StopInfusion);
    key(Qt::Key_Return);
    EXPECT_EQ(view().state, InfusionState::Ended);
}

void InfusionJourney::painAfterAndEvent() {
    perform(Command::NextSection);
    EXPECT_EQ(focusName(), u"pain_after"_s);
    keys(u"4"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(view().record.pain.back().moment, domain::PainMoment::After);
    perform(Command::NewItem);
    keys(u"nau"_s);
    key(Qt::Key_Return);
    keys(u"1"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.events.size(), 1U);
    EXPECT_EQ(view().record.events[0].term, "nausea");
    EXPECT_EQ(view().record.events[0].grade, 1);
}

void InfusionJourney::tenderPoints() {
    perform(Command::NextSection);
    EXPECT_EQ(focusName(), u"tender_map"_s);
    for (int site = 0; site < 21; ++site)
        keys(u"5"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(page->currentStep(), u"drug"_s);
    ASSERT_EQ(view().record.tenderPoints.size(), 1U);
    EXPECT_EQ(textOf(*page, u"tender_summary"_s), u"18 of 18 positive · mean 5 · 0 left"_s);
}

void InfusionJourney::drug() {
    EXPECT_EQ(focusName(), u"vial_volume"_s);
    for (const QString& text : {u"10"_s, u"KM42"_s, u"31-jul-2026"_s, u"0"_s, u"465"_s})
        fill(text);
    EXPECT_EQ(textOf(*page, u"drug_difference"_s), u"✔ Difference 0 mg: everything is accounted for."_s);
    fill(u"osei"_s);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    EXPECT_EQ(domain::balanceOf(view().record.movements).unaccounted, domain::Dose{});
    EXPECT_FALSE(view().record.movements.empty());
}

void InfusionJourney::signature() {
    EXPECT_TRUE(visible(*page, u"discharge_none"_s)) << "this version asks for no discharge";
    perform(Command::Complete);
    EXPECT_EQ(focusName(), u"sign_password"_s);
    keys(u"wrong"_s);
    key(Qt::Key_Return);
    EXPECT_FALSE(view().record.signature);
    EXPECT_EQ(focusName(), u"sign_password"_s);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    ASSERT_TRUE(view().record.signature);
    EXPECT_TRUE(textOf(*page, u"signed_by"_s).startsWith(u"✔ Signed by "_s));
    focus(u"addendum_text"_s);
    keys(u"Called at home: well."_s);
    perform(Command::Complete);
    ASSERT_EQ(view().record.addenda.size(), 1U);
    EXPECT_TRUE(factsOf(u"addendum_list"_s).contains(u"Called at home: well."_s));
}

TEST_F(InfusionJourney, FromIdentityToAddendumByKeys) {
    identityDoseAndPain();
    startAndRows();
    pauseAndStop();
    painAfterAndEvent();
    tenderPoints();
    drug();
    signature();
    ASSERT_TRUE(banner);
    EXPECT_EQ(banner->familyName, u"Testpatient"_s);
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
}

TEST_F(InfusionJourney, NothingCanBeEditedAfterTheSignature) {
    run();
    clinic.finish(infusion);
    reload();
    for (const auto& id : {u"dose"_s, u"pre_check"_s, u"run"_s, u"after"_s, u"tender"_s, u"drug"_s, u"discharge"_s}) {
        page->showStep(id);
        settle();
        for (const auto* edit : page->findChildren<QLineEdit*>()) {
            EXPECT_FALSE(edit->isVisible() && edit->isEnabled() && !edit->isReadOnly())
                << qPrintable(id + u' ' + edit->objectName());
        }
    }
    for (const Command command :
         {Command::StartInfusion, Command::PauseInfusion, Command::StopInfusion, Command::NewItem}) {
        EXPECT_FALSE(page->can(command));
    }
}

TEST_F(InfusionJourney, ADraftWaitsForItsInfusion) {
    const auto otherPatient = clinic.patient(aPatient("Bea", "Sample", "KC 0500", "1980-01-02"));
    auto order = anOrder(otherPatient, clinic.view(infusion).protocol.id, clinic.clock.now().localDate());
    order.initials = "BS";
    order.birthYear = "1980";
    const auto otherCourse = need(clinic.services.courses.order(clinic.physician, order));
    const auto other = clinic.openInfusion(otherCourse);
    focus(u"weight"_s);
    keys(u"71.5"_s);
    focus(u"pain_before"_s);
    keys(u"6"_s);
    page->leave();
    page->open({ui::PageKind::Infusion, {}, {}, other.text()});
    EXPECT_EQ(textOf(*page, u"weight"_s), QString());
    EXPECT_EQ(textOf(*page, u"pain_before"_s), QString());
    EXPECT_EQ(banner->familyName, u"Sample"_s);
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    EXPECT_EQ(textOf(*page, u"weight"_s), u"71.5"_s);
    EXPECT_EQ(textOf(*page, u"pain_before"_s), u"6"_s);
    EXPECT_EQ(banner->familyName, u"Testpatient"_s);
}

TEST_F(InfusionJourney, WhatIsTypedIsThereAgainAfterACrash) {
    page->showStep(u"dose"_s);
    focus(u"initials"_s);
    keys(u"AT"_s);
    focus(u"weight"_s);
    keys(u"71.5"_s);
    pass(1s);
    const auto typed = clinic.clock.now();
    page.reset(); // nothing is asked of a page that ends like this
    clinic.clock.advance(10min);
    page = std::make_unique<ui::InfusionPage>(bench);
    std::vector<QString> notices;
    QObject::connect(page.get(), &ui::Page::notice, page.get(),
                     [&](ui::Tier, const QString& sentence) { notices.push_back(sentence); });
    show(*page, {ui::PageKind::Infusion, {}, {}, infusion.text()});
    EXPECT_EQ(textOf(*page, u"weight"_s), u"71.5"_s);
    EXPECT_EQ(textOf(*page, u"initials"_s), QString()) << "identity is asked again";
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_TRUE(notices.front().contains(ui::timeText(typed))) << qPrintable(notices.front());
}

// A key every fifth of a second and a kill at any of them; the page looks once a second, wherever that falls.
TEST_F(InfusionJourney, AKillWhileSomebodyTypesCostsAtMostTwoSecondsOfTyping) {
    const QString text = u"Patient sleeps, breathing is calm, talks when asked."_s;
    for (int killedAt = 1; killedAt <= 50; killedAt += 7) {
        SCOPED_TRACE(killedAt);
        openPage();
        page->showStep(u"run"_s);
        focus(u"vitals_note"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Delete);
        for (int at = 0; at < killedAt; ++at) {
            keys(text.mid(at, 1));
            clinic.clock.advance(200ms);
            if ((at + killedAt) % 5 == 4) page->tick(clinic.steady.now());
            settle();
        }
        page.reset();
        openPage();
        const QString found = textOf(*page, u"vitals_note"_s);
        EXPECT_TRUE(text.startsWith(found)) << qPrintable(found);
        EXPECT_GE(found.size(), killedAt - 10) << "two seconds are ten keys";
    }
}

TEST_F(InfusionJourney, ADraftStaysWithItsAuthor) {
    focus(u"weight"_s);
    keys(u"71.5"_s);
    pass(1s);
    signIn(clinic.witness);
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    EXPECT_EQ(textOf(*page, u"weight"_s), QString());
    signIn(clinic.nurse);
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    EXPECT_EQ(textOf(*page, u"weight"_s), u"71.5"_s);
}

TEST_F(InfusionJourney, ASavedEntryIsNoDraftAnyMore) {
    fillDose(u"71.5"_s);
    pass(1s);
    perform(Command::Complete);
    settle();
    pass(1s);
    const auto draft = need(clinic.services.drafts.find(clinic.nurse, {"infusion", infusion.text()}));
    EXPECT_FALSE(draft && draft->content.contains("71.5")) << draft->content;
}

TEST_F(InfusionJourney, NewsFromAnotherPlaceKeepsWhatIsTypedAndTheFocus) {
    focus(u"weight"_s);
    keys(u"68"_s);
    clinic.pain(infusion, domain::PainMoment::Before, 5);
    settle();
    EXPECT_EQ(focusName(), u"weight"_s);
    EXPECT_EQ(textOf(*page, u"weight"_s), u"68"_s);
    EXPECT_FALSE(visible(*page, u"pain_before"_s)) << "the score of the other person is shown instead";
}

TEST_F(InfusionJourney, ExportGoesToTheReportsOrToTheHandler) {
    run();
    clinic.finish(infusion);
    reload();
    page->showStep(u"sign"_s);
    focus(u"sign_export"_s);
    key(Qt::Key_Space);
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places.back().kind, ui::PageKind::Reports);
    EXPECT_EQ(places.back().infusionId, infusion.text());
    std::string exported;
    page->setExportHandler([&exported](const std::string& id) { exported = id; });
    key(Qt::Key_Space);
    EXPECT_EQ(exported, infusion.text());
}

TEST_F(InfusionJourney, TheRecordOfSomebodyWhoMayNotRecordIsOnlyShown) {
    signIn(clinic.auditor);
    openPage();
    EXPECT_FALSE(page->can(Command::Complete)) << "the record may not even be read";
    signIn(clinic.physician);
    openPage();
    EXPECT_TRUE(page->can(Command::NextSection));
}

} // namespace
} // namespace chairside::test
