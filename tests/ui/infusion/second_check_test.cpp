// Step 1, second column: another person calculates without seeing the first one's numbers.
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/infusion/second_check_words.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::CheckState;
using ui::Command;

constexpr int kChairSideTarget = 36;

// Everything a person could see, hear or hover over on a page, whether it is shown or not.
QStringList wordsOf(QWidget& root) {
    QStringList words;
    for (auto* each : root.findChildren<QWidget*>()) {
        words << each->accessibleName() << each->accessibleDescription() << each->toolTip() << each->whatsThis()
              << each->statusTip() << each->windowTitle();
        for (const char* property : {"text", "placeholderText", "title"})
            words << each->property(property).toString();
        auto* interface = QAccessible::queryAccessibleInterface(each);
        if (interface == nullptr) continue;
        for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            words << interface->text(kind);
    }
    words.removeAll(QString());
    return words;
}

class SecondCheckStep : public InfusionBench {
protected:
    SecondCheckStep() : InfusionBench("second_05") {}

    void SetUp() override {
        InfusionBench::SetUp();
        focus(u"pain_before"_s);
        keys(u"7"_s);
        key(Qt::Key_Return);
    }
    // The nurse's part by keys; 70.3 kg make numbers that stand nowhere else: 35.2 mg, 0.7 mL, 66.7 mL per hour.
    void saveDose() {
        fillDose(u"70.3"_s);
        perform(Command::Complete);
    }
    void typeNumbers(const QString& volume = u"0.7"_s) {
        for (const QString& text : {u"70.3"_s, u"35.2"_s, volume, u"67"_s}) {
            keys(text);
            key(Qt::Key_Return);
        }
    }
    void signInAs(const QString& name, const QString& password = QString::fromLatin1(kPassword)) {
        focus(u"second_person"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        keys(name);
        key(Qt::Key_Return);
        keys(password);
        key(Qt::Key_Return);
    }
    [[nodiscard]] CheckState state() { return ui::checkStateOf(view()); }
    [[nodiscard]] std::size_t kept() { return view().record.secondChecks.size(); }
    // Number by number, on every step of the page, in the banner and in the status line.
    [[nodiscard]] QStringList shownNumbers() {
        QStringList shown;
        QStringList words = wordsOf(*page);
        if (banner) words << banner->weightLine;
        for (const QString& said : statuses)
            words << said;
        for (const QString& number : {u"70.3"_s, u"35.2"_s, u"35.15"_s, u"0.7"_s, u"66.7"_s}) {
            const QRegularExpression whole(
                u"(^|[^0-9.])%1($|[^0-9.]|\\.$|\\. )"_s.arg(QRegularExpression::escape(number)));
            for (const QString& text : words) {
                if (whole.match(text).hasMatch()) shown << number + u" in: "_s + text;
            }
        }
        return shown;
    }
    void look(const QString& name) {
        for (const std::string& fault : crawl(*page, {kChairSideTarget}))
            ADD_FAILURE() << qPrintable(name) << ": " << fault;
        picture(*page, u"infusion_"_s + name);
    }
};

TEST_F(SecondCheckStep, TakesTheFocusWhenTheDoseIsSavedAndEnterGoesOnToTheNextStep) {
    saveDose();
    EXPECT_EQ(page->currentStep(), u"dose"_s);
    EXPECT_EQ(focusName(), u"second_weight"_s);
    look(u"1_second_open"_s);
    focus(u"second_weight"_s);
    typeNumbers();
    EXPECT_EQ(focusName(), u"second_person"_s);
    keys(u"osei"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"second_password"_s);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    EXPECT_EQ(state(), CheckState::Agrees);
    EXPECT_EQ(view().record.secondChecks.at(0).head.recordedBy, clinic.witness.account);
    EXPECT_EQ(page->currentStep(), u"pre_check"_s);
    perform(Command::StartInfusion);
    EXPECT_EQ(view().state, domain::InfusionState::Running);
    page->showStep(u"dose"_s);
    settle();
    EXPECT_EQ(textOf(*page, u"second_result"_s), u"✔ Both agree: 35.2 mg, 0.7 mL, 66.7 mL per hour"_s);
    EXPECT_TRUE(factsOf(u"second_facts"_s).contains(u"Pump rate: 67 mL per hour"_s));
    EXPECT_TRUE(factsOf(u"second_facts"_s).contains(u"M. Osei, RN"_s));
    look(u"1_second_agrees"_s);
}

TEST_F(SecondCheckStep, NoNumberOfTheFirstPersonIsAnywhereOnThePageBeforeTheSecondSetIsComplete) {
    saveDose();
    for (const auto& step : {u"dose"_s, u"run"_s, u"after"_s, u"tender"_s, u"drug"_s, u"sign"_s}) {
        page->showStep(step);
        pass(std::chrono::seconds(1));
        EXPECT_EQ(shownNumbers(), QStringList()) << qPrintable(step);
    }
    page->showStep(u"dose"_s);
    EXPECT_TRUE(factsOf(u"dose_prepared"_s).contains(u"Dose: hidden until both are complete"_s))
        << qPrintable(factsOf(u"dose_prepared"_s));
    reload();
    EXPECT_EQ(shownNumbers(), QStringList()) << "read again";
    openPage();
    EXPECT_EQ(shownNumbers(), QStringList()) << "opened again";
    // A set that is refused says nothing either.
    focus(u"second_weight"_s);
    for (const QString& text : {u"71"_s, u"340"_s, u"34"_s, u"670"_s}) {
        keys(text);
        key(Qt::Key_Return);
    }
    signInAs(u"osei"_s, u"wrong"_s);
    EXPECT_EQ(kept(), 0U);
    EXPECT_EQ(shownNumbers(), QStringList()) << "refused";
    signInAs(u"osei"_s);
    EXPECT_EQ(kept(), 1U);
    EXPECT_FALSE(shownNumbers().isEmpty()) << "complete";
}

TEST_F(SecondCheckStep, ADifferenceIsNamedTheStartWaitsAndTheDoseIsPreparedAgain) {
    saveDose();
    typeNumbers(u"7"_s);
    signInAs(u"osei"_s);
    EXPECT_EQ(state(), CheckState::Differs);
    EXPECT_EQ(textOf(*page, u"second_result"_s), u"✖ The two calculations differ: volume 0.7 mL and 7 mL, ten times. "
                                                 u"Check the stock strength and repeat."_s);
    EXPECT_EQ(page->currentStep(), u"dose"_s);
    EXPECT_EQ(focusName(), u"dose_correct"_s);
    EXPECT_FALSE(page->can(Command::StartInfusion));
    look(u"1_second_differs"_s);
    page->showStep(u"run"_s);
    EXPECT_EQ(textOf(*page, u"run_hint"_s),
              u"Start is possible when two calculations agree. Prepare the dose again (step 1)."_s);
    page->showStep(u"dose"_s);
    focus(u"dose_correct"_s);
    key(Qt::Key_Space);
    EXPECT_FALSE(visible(*page, u"second_weight"_s));
    fill(u"AT"_s);
    fill(u"1979"_s);
    perform(Command::Complete);
    EXPECT_EQ(state(), CheckState::Open);
    EXPECT_EQ(focusName(), u"second_weight"_s);
    EXPECT_EQ(shownNumbers(), QStringList()) << "the new numbers are hidden again, and the old sets with them";
    typeNumbers();
    signInAs(u"okafor"_s);
    EXPECT_EQ(state(), CheckState::Agrees);
    EXPECT_EQ(kept(), 2U);
    EXPECT_TRUE(page->can(Command::StartInfusion));
    page->showStep(u"dose"_s);
    EXPECT_TRUE(factsOf(u"second_facts"_s).contains(u"Before that: 35.2 mg, 7 mL, 67 mL per hour"_s))
        << qPrintable(factsOf(u"second_facts"_s));
}

TEST_F(SecondCheckStep, AWrongPasswordClearsOnlyThePassword) {
    saveDose();
    typeNumbers();
    signInAs(u"osei"_s, u"wrong"_s);
    EXPECT_EQ(textOf(*page, u"second_passwordMessage"_s),
              u"✖ User name or password of the second person is not right."_s);
    EXPECT_EQ(textOf(*page, u"second_password"_s), QString());
    EXPECT_EQ(textOf(*page, u"second_person"_s), u"osei"_s);
    EXPECT_EQ(textOf(*page, u"second_volume"_s), u"0.7"_s);
    EXPECT_EQ(focusName(), u"second_password"_s);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    EXPECT_EQ(state(), CheckState::Agrees);
}

TEST_F(SecondCheckStep, TheSamePersonAndWhoMayNotAreRefusedAtTheName) {
    saveDose();
    typeNumbers();
    signInAs(u"khan"_s);
    EXPECT_EQ(textOf(*page, u"second_personMessage"_s), u"✖ Second person, user name must be a different person."_s);
    EXPECT_EQ(textOf(*page, u"second_dose"_s), u"35.2"_s);
    signInAs(u"adler"_s);
    EXPECT_EQ(textOf(*page, u"second_personMessage"_s), u"✖ This person may not check doses. Ask someone who may."_s);
    EXPECT_EQ(focusName(), u"second_person"_s);
    EXPECT_EQ(kept(), 0U);
    look(u"1_second_refused"_s);
}

TEST_F(SecondCheckStep, EveryMissingNumberIsNamedAtOnce) {
    saveDose();
    perform(Command::Complete);
    for (const auto& field : {u"second_weight"_s, u"second_dose"_s, u"second_volume"_s, u"second_rate"_s,
                              u"second_person"_s, u"second_password"_s}) {
        EXPECT_FALSE(textOf(*page, field + u"Message"_s).isEmpty()) << qPrintable(field);
    }
    EXPECT_EQ(page->currentStep(), u"dose"_s);
}

TEST_F(SecondCheckStep, TheStartSaysWhatItWaitsForAndAnOpenCheckIsWhereTheRecordOpens) {
    saveDose();
    EXPECT_FALSE(page->can(Command::StartInfusion));
    page->showStep(u"run"_s);
    EXPECT_EQ(textOf(*page, u"run_hint"_s), u"Start is possible when a second person has checked the dose (step 1)."_s);
    openPage();
    EXPECT_EQ(page->currentStep(), u"dose"_s);
    EXPECT_EQ(focusName(), u"second_weight"_s);
}

TEST_F(SecondCheckStep, WhatIsTypedWaitsForItsInfusionWithoutThePassword) {
    saveDose();
    typeNumbers();
    signInAs(u"osei"_s, {});
    focus(u"second_password"_s);
    keys(u"half"_s);
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    settle();
    EXPECT_EQ(textOf(*page, u"second_rate"_s), u"67"_s);
    page->leave();
    EXPECT_EQ(textOf(*page, u"second_volume"_s), u"0.7"_s);
}

TEST_F(SecondCheckStep, TheSummaryBeforeTheSignatureTellsWhoCheckedAndThatBothAgreed) {
    saveDose();
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"Second check: not made"_s));
    typeNumbers();
    signInAs(u"osei"_s);
    const QString summary = factsOf(u"sign_summary"_s);
    EXPECT_TRUE(summary.contains(u"Second check: agrees: 35.2 mg, 0.7 mL, 67 mL per hour, M. Osei, RN"_s))
        << qPrintable(summary);
}

class NoSecondCheck : public InfusionBench {};

TEST_F(NoSecondCheck, IsShownWhereTheProtocolAsksForNone) {
    fillDose();
    perform(Command::Complete);
    EXPECT_EQ(page->currentStep(), u"pre_check"_s);
    EXPECT_TRUE(page->can(Command::StartInfusion));
    page->showStep(u"dose"_s);
    EXPECT_FALSE(visible(*page, u"second_check"_s));
    EXPECT_FALSE(factsOf(u"sign_summary"_s).contains(u"Second check"_s));
}

} // namespace
} // namespace chairside::test
