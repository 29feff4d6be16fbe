#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/gui/crawl.h"
#include "tests/support/gui/gui_fixture.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::key;
using test::keys;

class Form : public testing::Test {
protected:
    Form() {
        m_family = m_form.row(u"&Family name"_s, new QLineEdit, {.name = u"family"_s});
        m_weight = m_form.row(u"&Weight"_s, new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"kg"_s}),
                              {.name = u"weight"_s, .unit = u"kg"_s, .help = u"Measured today."_s});
        m_born = m_form.row(u"&Born"_s, new DateEdit(m_clock, DateExpected::Past), {.name = u"born"_s});
        m_consent = m_form.row(u"&Consent given"_s, new ChoiceRow, {.name = u"consent"_s});
        m_consent->add(u"Yes"_s, 1);
        m_consent->add(u"No"_s, 0);
        m_form.section(u"More"_s);
        m_note = m_form.row(u"&Note"_s, new NoteEdit, {.name = u"note"_s, .optional = true, .span = 2});
        test::present(m_form, {700, 500});
        m_family->setFocus();
    }
    QLabel* message(const QString& field) { return test::findByName<QLabel>(m_form, field + u"Message"_s); }

    test::FakeClock m_clock;
    FormBuilder m_form{nullptr, 2};
    QLineEdit* m_family = nullptr;
    QuantityEdit* m_weight = nullptr;
    DateEdit* m_born = nullptr;
    ChoiceRow* m_consent = nullptr;
    NoteEdit* m_note = nullptr;
};

const base::Problems kTwoProblems{{"weight", base::Rule::OutOfRange, "30", "250", "7"},
                                  {"born", base::Rule::InFuture, {}, {}, {}}};

TEST_F(Form, GivesEveryFieldItsNameLabelUnitAndHelp) {
    EXPECT_EQ(m_weight->objectName(), u"weight"_s);
    EXPECT_EQ(m_weight->accessibleName(), u"Weight"_s);
    EXPECT_EQ(m_weight->accessibleDescription(), u"kg. Measured today."_s);
    EXPECT_EQ(test::findByName<QLabel>(m_form, u"weightLabel"_s)->buddy(), m_weight);
    EXPECT_EQ(m_form.editor(u"weight"_s), m_weight);
    EXPECT_EQ(m_form.editor(u"nothing"_s), nullptr);
    EXPECT_EQ(m_form.firstEditor(), m_family);
}

TEST_F(Form, IsSoundForKeyboardAndScreenReader) {
    EXPECT_THAT(test::crawl(m_form), testing::IsEmpty());
}

TEST_F(Form, TabFollowsTheRows) {
    key(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), m_weight);
    key(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), m_born);
    key(Qt::Key_Tab);
    EXPECT_TRUE(m_consent->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(Form, MnemonicsReachTheFields) {
    key(Qt::Key_W, Qt::AltModifier);
    EXPECT_EQ(QApplication::focusWidget(), m_weight);
}

TEST_F(Form, ShowsProblemsUnderTheFieldsAndAsLinksOnTopAndKeepsWhatWasTyped) {
    m_weight->setFocus();
    keys(u"7"_s);
    m_form.problems(kTwoProblems);
    EXPECT_EQ(m_form.messageOf(u"weight"_s), u"Weight must be from 30 to 250 kg."_s);
    EXPECT_TRUE(message(u"weight"_s)->isVisible());
    EXPECT_EQ(message(u"weight"_s)->accessibleName(), u"Weight must be from 30 to 250 kg."_s);
    EXPECT_TRUE(m_weight->accessibleDescription().contains(u"must be from"));
    EXPECT_EQ(m_weight->text(), u"7"_s);
    EXPECT_TRUE(m_form.strip().isShowing());
    EXPECT_EQ(m_form.strip().text(), u"2 entries need attention."_s);
    EXPECT_EQ(QApplication::focusWidget(), m_form.strip().firstTarget());
    key(Qt::Key_Space);
    EXPECT_EQ(QApplication::focusWidget(), m_weight);
    m_form.clearProblems();
    EXPECT_FALSE(m_form.hasProblems());
    EXPECT_FALSE(m_form.strip().isShowing());
    EXPECT_FALSE(message(u"weight"_s)->isVisible());
}

TEST_F(Form, IsStillSoundWithProblems) {
    m_form.problems(kTwoProblems);
    EXPECT_THAT(test::crawl(m_form), testing::IsEmpty());
}

TEST_F(Form, ListsProblemsOfFieldsItDoesNotHave) {
    m_form.problems({{"elsewhere", base::Rule::Required, {}, {}, {}}});
    EXPECT_TRUE(m_form.hasProblems());
    EXPECT_EQ(m_form.strip().firstTarget(), nullptr);
}

TEST_F(Form, ShowsAFailureWithoutProblemsAsOneSentence) {
    m_form.failure({base::Code::StorageFull, {}, {}, {}});
    EXPECT_TRUE(m_form.strip().text().contains(u"disk is full"));
    m_form.failure({base::Code::Invalid, {}, {}, kTwoProblems});
    EXPECT_TRUE(m_form.hasProblems());
}

TEST_F(Form, SaysNothingOnLeavingAnEmptyField) {
    for (int stop = 0; stop < 5; ++stop)
        key(Qt::Key_Tab);
    EXPECT_FALSE(m_form.hasProblems());
    for (const QString& name : {u"family"_s, u"weight"_s, u"born"_s})
        EXPECT_TRUE(m_form.messageOf(name).isEmpty());
}

TEST_F(Form, ExplainsARefusedKeyUntilTheNextGoodOne) {
    m_weight->setFocus();
    keys(u"7x"_s);
    EXPECT_EQ(m_form.messageOf(u"weight"_s), u"Only digits and one point are possible here."_s);
    keys(u"1"_s);
    EXPECT_TRUE(m_form.messageOf(u"weight"_s).isEmpty());
}

// A book in the place of a note must not stop the window. The work for it is compared with that for a text that is
// taken: it has to be less than a tenth of what taking the whole book would be.
class Pasted : public Form {
protected:
    static constexpr int kBook = 10 * 1024 * 1024;
    static constexpr int kTenth = 10;

    // Processor time of Ctrl+V with so much on the clipboard.
    static std::clock_t paste(QWidget* editor, int characters) {
        editor->setFocus();
        QApplication::clipboard()->setText(QString(characters, u'x'));
        const std::clock_t begun = std::clock();
        key(Qt::Key_V, Qt::ControlModifier);
        return std::clock() - begun;
    }
    // A tenth of what it would be if the whole book were taken, by the clock of the processor.
    static void expectQuicker([[maybe_unused]] std::clock_t used, [[maybe_unused]] std::clock_t ground,
                              [[maybe_unused]] int times) {
#ifndef __SANITIZE_ADDRESS__ // which slows down the program and not Qt
        EXPECT_LT(used * kTenth, std::max<std::clock_t>(ground, 1) * times);
#endif
    }
};

TEST_F(Pasted, TooMuchInLinesIsNotTakenAndTheLimitIsSaidAtOnce) {
    m_note->setFocus();
    keys(u"seen"_s);
    int changes = 0;
    QObject::connect(m_note->document(), &QTextDocument::contentsChange, m_note, [&changes] { ++changes; });
    const auto used = paste(m_note, kBook);
    EXPECT_EQ(changes, 0) << "nothing was laid out";
    EXPECT_EQ(m_note->toPlainText(), u"seen"_s);
    EXPECT_EQ(
        m_form.messageOf(u"note"_s),
        u"There are 10,485,760 characters to be pasted, and no more than 32,767 have room here. Nothing was pasted."_s);
    EXPECT_FALSE(m_form.hasProblems()) << "what is there can be saved";
    const auto ground = paste(m_note, 30'000);
    EXPECT_EQ(m_note->toPlainText().size(), 30'004);
    EXPECT_EQ(m_form.messageOf(u"note"_s), QString());
    expectQuicker(used, ground, kBook / 30'000);
    paste(m_note, 10'000);
    EXPECT_EQ(m_note->toPlainText().size(), 30'004) << "no room beside what is there";
}

TEST_F(Pasted, TooMuchInALineFillsItAndTheLimitIsSaidAtOnce) {
    const auto ground = paste(m_family, m_family->maxLength() - 1);
    EXPECT_EQ(m_form.messageOf(u"family"_s), QString());
    m_family->clear();
    const auto used = paste(m_family, kBook);
    EXPECT_EQ(m_family->text().size(), m_family->maxLength());
    EXPECT_EQ(m_form.messageOf(u"family"_s), u"No more than 32,767 characters have room here."_s);
    expectQuicker(used, ground, kBook / m_family->maxLength());
    key(Qt::Key_Backspace);
    EXPECT_EQ(m_form.messageOf(u"family"_s), QString());
}

TEST_F(Form, OffersTheTwoReadingsOfAnAmbiguousDate) {
    m_born->setFocus();
    keys(u"3/4/79"_s);
    key(Qt::Key_Return);
    auto* second = test::findByName<QPushButton>(m_form, u"bornSuggestion1"_s);
    ASSERT_NE(second, nullptr);
    EXPECT_TRUE(second->isVisible());
    EXPECT_EQ(second->text(), u"4 March 1979"_s);
    const auto unreadable = m_form.unreadable();
    ASSERT_EQ(unreadable.size(), 1U);
    m_form.problems(unreadable);
    EXPECT_TRUE(m_form.messageOf(u"born"_s).contains(u"two ways"));
    m_born->setFocus();
    key(Qt::Key_Tab);
    key(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), second);
    key(Qt::Key_Space);
    EXPECT_EQ(m_born->text(), u"04-Mar-1979"_s);
    EXPECT_FALSE(second->isVisible());
    EXPECT_TRUE(m_form.messageOf(u"born"_s).isEmpty());
}

TEST_F(Form, TellsWhatAPersonEditedButNotWhatWasSet) {
    QStringList edited;
    QObject::connect(&m_form, &FormBuilder::edited, &m_form, [&edited](const QString& name) { edited << name; });
    m_weight->setThousandths(70'000);
    m_family->setText(u"Test"_s);
    m_note->setPlainText(u"text"_s);
    m_consent->setValue(1);
    EXPECT_TRUE(edited.isEmpty());
    m_family->setFocus();
    keys(u"x"_s);
    m_weight->setFocus();
    keys(u"1"_s);
    m_note->setFocus();
    keys(u"y"_s);
    EXPECT_EQ(edited, (QStringList{u"family"_s, u"weight"_s, u"note"_s}));
}

TEST_F(Form, HidesAFieldAndItsFaultsButKeepsTheEntry) {
    m_weight->setFocus();
    keys(u"."_s);
    EXPECT_EQ(m_form.unreadable().size(), 1U);
    m_form.setFieldVisible(u"weight"_s, false);
    EXPECT_TRUE(m_form.unreadable().empty());
    EXPECT_EQ(m_weight->text(), u"."_s);
    m_form.setReadOnly(true);
    EXPECT_TRUE(m_family->isReadOnly());
    EXPECT_FALSE(m_consent->isEnabled());
}

TEST_F(Form, CtrlZReturnsItToWhatItWasFieldByField) {
    m_weight->setThousandths(68'000); // loaded
    keys(u"Muster"_s);
    m_weight->setFocus();
    m_weight->selectAll();
    keys(u"71.5"_s);
    key(Qt::Key_Tab);
    m_consent->setFocus();
    key(Qt::Key_Space);
    std::vector<QString> told;
    QObject::connect(&m_form, &FormBuilder::edited, &m_form, [&told](const QString& name) { told.push_back(name); });
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_consent->value(), std::nullopt);
    EXPECT_EQ(m_weight->text(), u"71.5"_s);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_weight->text(), u"68"_s) << "what was loaded, not emptiness";
    EXPECT_EQ(QApplication::focusWidget(), m_weight) << "the person sees what went back";
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_family->text(), QString());
    EXPECT_EQ(told, (std::vector{u"consent"_s, u"weight"_s, u"family"_s})) << "the page follows";
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_weight->text(), u"68"_s);
    key(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(m_family->text(), u"Muster"_s);
}

TEST_F(Form, AfterItWasSavedCtrlZDoesNothing) {
    keys(u"Muster"_s);
    m_weight->setFocus();
    keys(u"71.5"_s);
    m_family->clear(); // as a page does after saving
    m_weight->clear();
    m_family->setFocus();
    key(Qt::Key_Z, Qt::ControlModifier);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_family->text(), QString());
    EXPECT_EQ(m_weight->text(), QString());
}

} // namespace
} // namespace chairside::ui
