// Questionnaires by keys: one digit an item, the live score, what is missing, the safety prompt, corrections.
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include "tests/ui/patients/page_bench.h"
#include "ui/assessment/assessment_page.h"
#include "ui/assessment/score_panel.h"
#include "ui/format/to_qt.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class AssessmentPageTest : public PageBench {
protected:
    void SetUp() override {
        show(page, placeOf(ui::PageKind::Assessment, anna.text()));
        bench.setActor(clinic.nurse);
    }
    ui::TableView& list() { return *findByName<ui::TableView>(page, u"instruments"_s); }
    // Down to the instrument of this name and Enter.
    void choose(const QString& begin) {
        for (int row = 0; row < list().model()->rowCount(); ++row) {
            if (!list().model()->index(row, 0).data().toString().startsWith(begin)) continue;
            list().setFocus();
            list().selectRow(row);
            key(Qt::Key_Return);
            return;
        }
        FAIL() << "no such instrument: " << qPrintable(begin);
    }
    void chooseRadio(const QString& field, int value) {
        auto* button = findWidget(page, field)->findChild<QRadioButton*>(u"choice%1"_s.arg(value));
        ASSERT_NE(button, nullptr) << qPrintable(field);
        button->setFocus();
        key(Qt::Key_Space);
    }
    void head(domain::Occasion occasion = domain::Occasion::FollowUp) {
        chooseRadio(u"occasion"_s, static_cast<int>(occasion));
        chooseRadio(u"mode"_s, static_cast<int>(domain::ResponseMode::InPerson));
    }
    void item(const QString& name) { findWidget(page, name)->setFocus(); }
    [[nodiscard]] QString focusName() const {
        const auto* focus = QApplication::focusWidget();
        return focus == nullptr ? QString() : focus->objectName();
    }
    // Every line of the score panel, one after the other.
    [[nodiscard]] QString scores() {
        QStringList lines;
        for (const auto* label : page.findChild<ui::ScorePanel*>()->findChildren<QLabel*>())
            if (!label->isHidden()) lines << label->text();
        return lines.join(u'\n');
    }
    [[nodiscard]] QString message(const QString& field) { return page.findChild<ui::FormBuilder*>()->messageOf(field); }
    [[nodiscard]] std::vector<services::Assessment> stored() {
        return need(clinic.services.assessments.ofPatient(clinic.nurse, anna, services::Reading::Refresh)).all;
    }
    void save() { page.perform(ui::Command::Complete); }

    const domain::PatientId anna = clinic.patient();
    ui::AssessmentPage page{bench};
};

TEST_F(AssessmentPageTest, GadSevenTakesSevenDigitsAndSaves) {
    choose(u"GAD-7"_s);
    head();
    item(u"gad_1"_s);
    keys(u"123"_s);
    EXPECT_EQ(focusName(), u"gad_4"_s);
    EXPECT_TRUE(scores().contains(u"no score, 3 of 7"_s)) << qPrintable(scores());
    keys(u"0123"_s);
    EXPECT_TRUE(scores().contains(u"12 · moderate"_s)) << qPrintable(scores());
    EXPECT_TRUE(scores().contains(u"10 or more: further assessment\nmet"_s)) << qPrintable(scores());
    EXPECT_EQ(focusName(), u"save_assessment"_s);
    key(Qt::Key_Space);
    ASSERT_EQ(stored().size(), 1U);
    EXPECT_EQ(stored().front().response.score("total")->score, domain::Score::ofWhole(12));
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
    EXPECT_TRUE(list().model()->index(list().currentRow(), 1).data().toString().startsWith(u"GAD-7 12 on"_s));
}

TEST_F(AssessmentPageTest, AKeyThatIsNoAnswerIsRefusedInWordsAndNothingChanges) {
    choose(u"GAD-7"_s);
    item(u"gad_1"_s);
    keys(u"4"_s);
    EXPECT_EQ(focusName(), u"gad_1"_s);
    EXPECT_TRUE(textOf(page, u"gad_1"_s).isEmpty());
    EXPECT_TRUE(textOf(page, u"answer_words"_s).contains(u"is 0 to 3"_s));
}

TEST_F(AssessmentPageTest, FiqrWaitsAfterAOneForTheTenAndTellsWhatIsMissing) {
    choose(u"FIQR"_s);
    head();
    item(u"function_1"_s);
    keys(u"10"_s);
    EXPECT_EQ(focusName(), u"function_2"_s);
    keys(u"1\r"_s);
    EXPECT_EQ(focusName(), u"function_3"_s);
    keys(u"-"_s);
    EXPECT_EQ(focusName(), u"function_2"_s);
    EXPECT_EQ(textOf(page, u"function_1"_s), u"10"_s);
    EXPECT_EQ(textOf(page, u"function_2"_s), u"1"_s);
    EXPECT_TRUE(scores().contains(u"7 missing, counted as the mean of the others; fewer than half"_s))
        << qPrintable(scores());
    EXPECT_TRUE(scores().contains(u"19 items are empty."_s)) << qPrintable(scores());
    EXPECT_TRUE(textOf(page, u"missing_rule"_s).contains(u"mean of the answered ones"_s));
}

TEST_F(AssessmentPageTest, WhatIsEmptyNeedsAReasonAndIsStoredWithIt) {
    choose(u"GAD-7"_s);
    head();
    item(u"gad_1"_s);
    keys(u"22222/"_s);
    save();
    EXPECT_FALSE(message(u"blank"_s).isEmpty());
    EXPECT_TRUE(stored().empty());
    EXPECT_EQ(textOf(page, u"gad_1"_s), u"2"_s);
    chooseRadio(u"blank"_s, static_cast<int>(domain::MissingReason::Declined));
    save();
    ASSERT_EQ(stored().size(), 1U);
    const auto answers = stored().front().response.answers;
    EXPECT_EQ(answers[5].missing, domain::MissingReason::NotDone);
    EXPECT_EQ(answers[6].missing, domain::MissingReason::Declined);
    EXPECT_EQ(stored().front().response.score("total")->score, domain::Score::ofWhole(14));
}

TEST_F(AssessmentPageTest, NothingIsSavedWithoutOccasionAndHow) {
    choose(u"GAD-7"_s);
    item(u"gad_1"_s);
    keys(u"1111111"_s);
    save();
    EXPECT_FALSE(message(u"occasion"_s).isEmpty());
    EXPECT_FALSE(message(u"mode"_s).isEmpty());
    EXPECT_TRUE(stored().empty());
}

TEST_F(AssessmentPageTest, AnEmptyFormListsEverythingThatIsMissingAndClearsNothing) {
    choose(u"GAD-7"_s);
    save();
    for (const QString& field : {u"blank"_s, u"occasion"_s, u"mode"_s})
        EXPECT_FALSE(message(field).isEmpty()) << qPrintable(field);
    auto* form = page.findChild<ui::FormBuilder*>();
    ASSERT_NE(form->strip().firstTarget(), nullptr);
    EXPECT_EQ(QApplication::focusWidget(), form->strip().firstTarget());
    item(u"gad_3"_s);
    keys(u"2"_s);
    save();
    EXPECT_EQ(textOf(page, u"gad_3"_s), u"2"_s);
    EXPECT_FALSE(message(u"occasion"_s).isEmpty());
    EXPECT_TRUE(stored().empty());
}

TEST_F(AssessmentPageTest, LeavingAnEmptyFieldSaysNothing) {
    choose(u"GAD-7"_s);
    for (const QString& field : {u"gad_1"_s, u"gad_7"_s}) {
        item(field);
        key(Qt::Key_Tab);
        EXPECT_TRUE(message(field).isEmpty()) << qPrintable(field);
    }
    EXPECT_FALSE(page.findChild<ui::FormBuilder*>()->hasProblems());
}

TEST_F(AssessmentPageTest, EscapeKeepsWhatIsTyped) {
    choose(u"GAD-7"_s);
    item(u"gad_1"_s);
    keys(u"12"_s);
    key(Qt::Key_Escape);
    settle();
    if (!visible(page, u"gad_1"_s)) choose(u"GAD-7"_s);
    EXPECT_EQ(textOf(page, u"gad_1"_s), u"1"_s);
    EXPECT_EQ(textOf(page, u"gad_2"_s), u"2"_s);
    EXPECT_TRUE(places.empty()) << "Esc does not leave the patient";
}

TEST_F(AssessmentPageTest, ItemNineAboveZeroAsksWhatWasDoneInThePageItself) {
    choose(u"PHQ-9"_s);
    head();
    item(u"phq_1"_s);
    keys(u"000000002"_s);
    auto* prompt = findByName<ui::MessageStrip>(page, u"safety_prompt"_s);
    EXPECT_TRUE(prompt->isShowing());
    EXPECT_EQ(focusName(), u"safety_done"_s);
    save();
    EXPECT_FALSE(message(u"safety_done"_s).isEmpty());
    EXPECT_FALSE(message(u"safety_told"_s).isEmpty());
    EXPECT_TRUE(stored().empty());
    item(u"safety_done"_s);
    keys(u"Asked, no plan\tDr Okafor"_s);
    save();
    ASSERT_EQ(stored().size(), 1U);
    EXPECT_EQ(stored().front().response.safety.done, "Asked, no plan");
    EXPECT_EQ(stored().front().response.safety.told, "Dr Okafor");
    EXPECT_TRUE(prompter.lastText().isEmpty()) << "no dialog";
}

TEST_F(AssessmentPageTest, TakingTheAnswerBackEndsThePromptAndStoresNoSafetyWords) {
    choose(u"PHQ-9"_s);
    head();
    item(u"phq_1"_s);
    keys(u"000000001"_s);
    keys(u"typed"_s);
    item(u"phq_9"_s);
    keys(u"0"_s);
    EXPECT_FALSE(visible(page, u"safety_done"_s));
    save();
    ASSERT_EQ(stored().size(), 1U);
    EXPECT_TRUE(stored().front().response.safety.empty());
}

TEST_F(AssessmentPageTest, AcrByRegionSaysTheGeneralizedPainRule) {
    choose(u"ACR"_s);
    head(domain::Occasion::Baseline);
    item(u"jaw_l"_s);
    // Both arms and legs but not the trunk; the jaw does not count.
    keys(u"1111"
         u"0111"
         u"100"
         u"010"
         u"00000"_s);
    keys(u"322110"_s);
    EXPECT_TRUE(scores().contains(u"Generalized pain: at least 4 of 5 regions\nmet"_s)) << qPrintable(scores());
    EXPECT_TRUE(scores().contains(u"2016 criteria\nopen"_s)) << "the months are still missing";
    keys(u"12\r"_s);
    EXPECT_TRUE(scores().contains(u"2016 criteria\nmet"_s)) << qPrintable(scores());
    save();
    EXPECT_EQ(stored().front().response.score("wpi")->score, domain::Score::ofWhole(9));
}

TEST_F(AssessmentPageTest, WhatWasTypedComesBackAfterAnotherPatient) {
    choose(u"GAD-7"_s);
    head();
    item(u"gad_1"_s);
    keys(u"12"_s);
    page.leave();
    const auto other = clinic.patient(aPatient("Ben", "Otherpatient", "2025-0999", "1980-02-02"));
    reopen(page, placeOf(ui::PageKind::Assessment, other.text()));
    choose(u"GAD-7"_s);
    EXPECT_TRUE(textOf(page, u"gad_1"_s).isEmpty());
    reopen(page, placeOf(ui::PageKind::Assessment, anna.text()));
    choose(u"GAD-7"_s);
    EXPECT_EQ(textOf(page, u"gad_1"_s), u"1"_s);
    EXPECT_EQ(textOf(page, u"gad_2"_s), u"2"_s);
}

TEST_F(AssessmentPageTest, ALineOfTheListOpensForACorrectionThatNamesItsReason) {
    choose(u"GAD-7"_s);
    head();
    item(u"gad_1"_s);
    keys(u"1111111"_s);
    save();
    auto* before = findByName<ui::TableView>(page, u"responses"_s);
    before->setFocus();
    before->selectRow(0);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"gad_1"_s);
    keys(u"2"_s);
    save();
    EXPECT_FALSE(message(u"reason"_s).isEmpty());
    item(u"reason"_s);
    keys(u"read wrongly"_s);
    save();
    ASSERT_EQ(stored().size(), 2U);
    EXPECT_EQ(stored()[0].response.score("total")->score, domain::Score::ofWhole(8));
    EXPECT_TRUE(stored()[1].corrected);
    EXPECT_TRUE(before->model()->index(1, 2).data().toString().contains(u"corrected, does not count"_s));
}

TEST_F(AssessmentPageTest, AFullDiskKeepsEverythingTyped) {
    choose(u"GAD-7"_s);
    head();
    item(u"gad_1"_s);
    keys(u"1111111"_s);
    clinic.store.failNext(base::Code::StorageFull);
    save();
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Failed);
    EXPECT_EQ(textOf(page, u"gad_7"_s), u"1"_s);
    save();
    EXPECT_EQ(stored().size(), 1U);
}

TEST_F(AssessmentPageTest, EveryFormIsReachableByKeysWithoutCutText) {
    for (int row = 0; row < list().model()->rowCount(); ++row) {
        const QString name = list().model()->index(row, 0).data().toString();
        choose(name);
        EXPECT_TRUE(crawl(page).empty()) << qPrintable(name) << ": " << crawl(page).front();
        picture(page, u"assessment-%1"_s.arg(row));
    }
}

} // namespace
} // namespace chairside::test
