// Registering a patient by keys: what is refused, what is kept, and what is stored.
#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <algorithm>

#include "tests/ui/patients/page_bench.h"
#include "ui/format/to_qt.h"
#include "ui/registration/register_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class RegisterPatient : public PageBench {
protected:
    void SetUp() override { show(page, placeOf(ui::PageKind::Register)); }

    void type(const QString& field, const QString& text) {
        auto* edit = findByName<QLineEdit>(page, field);
        edit->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        // Beyond ASCII one key does not make one character.
        const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
        plain ? keys(text) : paste(text);
    }
    void choose(const QString& field, int value) {
        auto* button = findWidget(page, field)->findChild<QRadioButton*>(u"choice%1"_s.arg(value));
        ASSERT_NE(button, nullptr);
        button->setFocus();
        key(Qt::Key_Space);
    }
    void fill(const QString& family = u"Testpatient"_s, const QString& given = u"Anna"_s) {
        type(u"family"_s, family);
        type(u"given"_s, given);
        type(u"born"_s, u"14-mar-1979"_s);
        choose(u"gender"_s, 0);
        choose(u"allergy_status"_s, 1);
    }
    ui::FormBuilder& form() { return *page.findChild<ui::FormBuilder*>(); }
    QString message(const QString& field) { return form().messageOf(field); }
    std::vector<services::PatientHit> everybody() {
        return need(clinic.services.patients.search(clinic.nurse, "", 50)).rows;
    }

    ui::RegisterPage page{bench};
};

TEST_F(RegisterPatient, keysAloneRegisterAndOpenTheOverview) {
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"family"_s));
    keys(u"Testpatient\tAnna\tMs\t\t14-mar-1979\t  "_s);
    key(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"clinic_number"_s));
    keys(u"\t555 0100\t"_s);
    key(Qt::Key_Space);
    keys(u"\tpenicillin"_s);
    alt('R');
    const auto rows = everybody();
    ASSERT_EQ(rows.size(), 1U);
    const auto& stored = rows.front().patient.details;
    EXPECT_EQ(stored.name.family, "Testpatient");
    EXPECT_EQ(stored.gender, domain::Gender::Female);
    EXPECT_EQ(stored.allergies, "penicillin");
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Overview, rows.front().patient.id.text())});
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
    ASSERT_FALSE(statuses.empty());
}

TEST_F(RegisterPatient, anEmptyFormListsEverythingThatIsNeededAndClearsNothing) {
    page.perform(ui::Command::Complete);
    for (const QString& field : {u"family"_s, u"given"_s, u"born"_s, u"gender"_s, u"allergy_status"_s}) {
        EXPECT_FALSE(message(field).isEmpty()) << qPrintable(field);
    }
    EXPECT_TRUE(message(u"clinic_number"_s).isEmpty());
    EXPECT_TRUE(message(u"phone"_s).isEmpty());
    EXPECT_EQ(QApplication::focusWidget(), form().strip().firstTarget());
    EXPECT_FALSE(textOf(page, u"clinic_number"_s).isEmpty());
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    EXPECT_TRUE(everybody().empty());
}

TEST_F(RegisterPatient, leavingAFieldEmptySaysNothing) {
    keys(u"\t\t\t"_s);
    EXPECT_FALSE(form().hasProblems());
}

TEST_F(RegisterPatient, nothingIsPreselected) {
    for (const auto* button : page.findChildren<QRadioButton*>())
        EXPECT_FALSE(button->isChecked());
}

TEST_F(RegisterPatient, refusalsOfTheServiceStandBesideTheirFields) {
    fill();
    type(u"family"_s, QString(61, u'x'));
    type(u"born"_s, u"14-mar-1879"_s);
    type(u"phone"_s, QString(61, u'5'));
    page.perform(ui::Command::Complete);
    EXPECT_EQ(message(u"family"_s), u"Family name takes at most 60 characters."_s);
    EXPECT_EQ(message(u"born"_s), u"Born must be at most 120 years ago."_s);
    EXPECT_EQ(message(u"phone"_s), u"Telephone takes at most 60 characters."_s);
    EXPECT_EQ(textOf(page, u"family"_s).size(), 61);
    type(u"born"_s, u"+2d"_s);
    page.perform(ui::Command::Complete);
    EXPECT_EQ(message(u"born"_s), u"Born must not be in the future."_s);
    EXPECT_TRUE(everybody().empty());
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Failed);
}

TEST_F(RegisterPatient, anUnreadableDateIsSaidAndAnAmbiguousOneIsAsked) {
    fill();
    type(u"born"_s, u"31-feb-1979"_s);
    page.perform(ui::Command::Complete);
    EXPECT_FALSE(message(u"born"_s).isEmpty());
    type(u"born"_s, u"3/4/79"_s);
    key(Qt::Key_Tab);
    EXPECT_TRUE(visible(page, u"bornSuggestion0"_s));
    EXPECT_TRUE(everybody().empty());
}

TEST_F(RegisterPatient, aClinicNumberInUseIsRefusedBesideItsField) {
    static_cast<void>(clinic.patient(aPatient("Other", "Person", "KC 0777", "1960-01-01")));
    fill();
    type(u"clinic_number"_s, u"KC 0777"_s);
    page.perform(ui::Command::Complete);
    EXPECT_EQ(message(u"clinic_number"_s), u"Another patient already has this clinic number. Type a different one."_s);
    EXPECT_EQ(textOf(page, u"family"_s), u"Testpatient"_s);
    EXPECT_EQ(everybody().size(), 1U);
}

TEST_F(RegisterPatient, knownAllergiesMustBeNamed) {
    fill();
    EXPECT_FALSE(visible(page, u"allergies"_s));
    choose(u"allergy_status"_s, 2);
    EXPECT_TRUE(visible(page, u"allergies"_s));
    page.perform(ui::Command::Complete);
    EXPECT_FALSE(message(u"allergies"_s).isEmpty());
    EXPECT_TRUE(everybody().empty());
}

TEST_F(RegisterPatient, somebodyWithThisNameAndBirthDateIsShownWhileTyping) {
    const auto known = clinic.patient(aPatient());
    fill();
    auto* strip = page.findChild<ui::MessageStrip*>(u"similar_people"_s);
    ASSERT_NE(strip, nullptr);
    EXPECT_TRUE(strip->text().startsWith(u"1 person with this date of birth and name exists"_s));
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"choice1"_s);
    picture(page, u"register_similar"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    alt('I');
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Overview, known.text())});
    type(u"born"_s, u"15-mar-1979"_s);
    EXPECT_TRUE(strip->text().startsWith(u"SIMILAR NAME"_s)) << qPrintable(strip->text());
    type(u"given"_s, u"Wilhelmina"_s);
    EXPECT_FALSE(strip->isShowing());
}

TEST_F(RegisterPatient, aSimilarNameIsFlaggedBeforeTheBirthDateIsTyped) {
    static_cast<void>(clinic.patient(aPatient("Anne")));
    type(u"family"_s, u"testpatient"_s);
    type(u"given"_s, u"Anna"_s);
    auto* strip = page.findChild<ui::MessageStrip*>(u"similar_people"_s);
    EXPECT_TRUE(strip->text().startsWith(u"SIMILAR NAME"_s)) << qPrintable(strip->text());
    EXPECT_TRUE(strip->text().contains(u"14-Mar-1979"_s));
    type(u"born"_s, u"14-mar-1979"_s);
    EXPECT_TRUE(strip->text().startsWith(u"1 person with this date of birth"_s));
    type(u"family"_s, u"Other"_s);
    type(u"born"_s, u"15-mar-1979"_s);
    EXPECT_FALSE(strip->isShowing());
}

TEST_F(RegisterPatient, escapeKeepsWhatWasTyped) {
    fill();
    key(Qt::Key_Escape);
    EXPECT_EQ(textOf(page, u"family"_s), u"Testpatient"_s);
    EXPECT_TRUE(places.empty());
}

TEST_F(RegisterPatient, whatWasTypedOutlivesTheProgram) {
    fill();
    page.tick(clinic.clock.now());
    settle();
    ui::RegisterPage again{bench};
    show(again, placeOf(ui::PageKind::Register));
    EXPECT_EQ(textOf(again, u"family"_s), u"Testpatient"_s);
    EXPECT_EQ(textOf(again, u"born"_s), u"14-Mar-1979"_s);
    again.perform(ui::Command::Complete);
    settle();
    EXPECT_EQ(everybody().size(), 1U);
    ui::RegisterPage third{bench};
    show(third, placeOf(ui::PageKind::Register));
    EXPECT_TRUE(textOf(third, u"family"_s).isEmpty());
}

TEST_F(RegisterPatient, whatWasTypedSurvivesALookAtAnotherPage) {
    fill();
    page.leave();
    reopen(page, placeOf(ui::PageKind::Register));
    EXPECT_EQ(textOf(page, u"family"_s), u"Testpatient"_s);
    EXPECT_EQ(textOf(page, u"born"_s), u"14-Mar-1979"_s);
}

TEST_F(RegisterPatient, discardingIsAskedAndThenClearsTheForm) {
    fill();
    prompter.expectConfirm(u"Discard"_s, false);
    alt('N');
    EXPECT_EQ(textOf(page, u"family"_s), u"Testpatient"_s);
    prompter.expectConfirm(u"Discard"_s, true);
    alt('N');
    EXPECT_TRUE(textOf(page, u"family"_s).isEmpty());
    EXPECT_FALSE(textOf(page, u"clinic_number"_s).isEmpty());
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"family"_s));
}

TEST_F(RegisterPatient, whileItIsBeingSavedTheButtonSaysSoAndNothingIsSavedTwice) {
    fill();
    runner.hold();
    page.perform(ui::Command::Complete);
    page.perform(ui::Command::Complete);
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saving);
    EXPECT_EQ(textOf(page, u"register_save"_s), u"Saving…"_s);
    EXPECT_TRUE(places.empty());
    runner.release();
    EXPECT_EQ(places.size(), 1U);
    EXPECT_EQ(everybody().size(), 1U);
}

TEST_F(RegisterPatient, naughtyTextIsStoredUnchanged) {
    const QString names[][2] = {{u"O'Néill-Ångström"_s, u"Zoë 🙂"_s},
                                {u"אבוטבול"_s, u"عائشة"_s},
                                {u"Wolfeschlegelsteinhausenbergerdorff"_s, u"Maximiliane-Konstantina-Aleksandra"_s},
                                {u"Robert'); DROP TABLE patient;--"_s, u"<b>Bobby</b> & Co %1"_s}};
    int number = 1;
    for (const auto& name : names) {
        fill(name[0], name[1]);
        type(u"clinic_number"_s, u"NT %1"_s.arg(number++));
        page.perform(ui::Command::Complete);
        ASSERT_FALSE(places.empty()) << qPrintable(form().strip().text());
        const auto id = *domain::PatientId::fromText(*places.back().patientId);
        const auto stored =
            need(clinic.services.patients.overview(clinic.nurse, id, services::Reading::Refresh)).patient;
        EXPECT_EQ(ui::toQt(stored.details.name.family), name[0]);
        EXPECT_EQ(ui::toQt(stored.details.name.given), name[1]);
    }
}

TEST_F(RegisterPatient, theFormLooksAndReadsWell) {
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    choose(u"allergy_status"_s, 2);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    findWidget(page, u"given"_s)->setFocus();
    picture(page, u"register"_s);
    page.perform(ui::Command::Complete);
    settle();
    picture(page, u"register_problems"_s);
}

} // namespace

} // namespace chairside::test
