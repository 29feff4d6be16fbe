// Step 1: identity, weight, stock, bag, and the pain before.
#include <QLineEdit>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/infusion/dose_lines.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::Command;

class DoseStepTest : public InfusionBench {};

TEST_F(DoseStepTest, WrongIdentityIsRefusedAndEverythingTypedStays) {
    fillDose();
    focus(u"initials"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"BX"_s);
    key(Qt::Key_Tab);
    expectRefused(
        clinic,
        [this] {
            perform(Command::Complete);
            return view().record.doseChecks;
        },
        ::testing::IsEmpty());
    EXPECT_EQ(textOf(*page, u"initialsMessage"_s),
              u"✖ These do not match the open record. Close this record and find the patient again."_s);
    EXPECT_EQ(textOf(*page, u"weight"_s), u"70"_s);
    EXPECT_EQ(textOf(*page, u"initials"_s), u"BX"_s);
    EXPECT_EQ(page->currentStep(), u"dose"_s);
    focus(u"dose_close_record"_s);
    key(Qt::Key_Space);
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places.back().kind, ui::PageKind::Patients);
}

TEST_F(DoseStepTest, EveryMissingAnswerIsNamedAtOnce) {
    perform(Command::Complete);
    EXPECT_EQ(view().state, domain::InfusionState::Opened);
    EXPECT_FALSE(textOf(*page, u"conventionMessage"_s).isEmpty());
    focus(u"convention"_s);
    key(Qt::Key_Space);
    perform(Command::Complete);
    for (const auto& field : {u"initials"_s, u"birth_year"_s, u"weight"_s, u"strength"_s, u"bag"_s}) {
        EXPECT_FALSE(textOf(*page, field + u"Message"_s).isEmpty()) << qPrintable(field);
    }
}

TEST_F(DoseStepTest, RoundingStandsBesideTheRawValue) {
    fillDose(u"71.5"_s);
    EXPECT_EQ(textOf(*page, u"dose_result"_s), u"DOSE 35.8 mg = 71.5 kg × 0.5 mg per kg"_s);
    EXPECT_EQ(textOf(*page, u"dose_rounding"_s), u"35.75 → 35.8 mg, rounded to 0.1 mg, +0.1 %"_s);
    const QString facts = factsOf(u"dose_facts"_s);
    EXPECT_TRUE(facts.contains(u"Volume to draw: 0.72 mL of 50 mg per mL"_s)) << qPrintable(facts);
    EXPECT_TRUE(facts.contains(u"Pump rate: 66.7 mL per hour"_s)) << qPrintable(facts);
    EXPECT_TRUE(facts.contains(u"100 mL at 66.7 mL per hour = 90min, as ordered"_s)) << qPrintable(facts);
    EXPECT_EQ(textOf(*page, u"dose_guideline"_s),
              u"For information: the 2018 consensus guideline names a total of at least 80 mg."_s);
}

TEST_F(DoseStepTest, DrugOnTopMakesTheBagLarger) {
    fillDose();
    EXPECT_EQ(focusName(), u"pain_before"_s) << "the answer by Space is done with";
    focus(u"convention"_s);
    key(Qt::Key_Right);
    key(Qt::Key_Space);
    EXPECT_TRUE(factsOf(u"dose_facts"_s).contains(u"Total volume: 100.7 mL = 100 mL bag and 0.7 mL drug"_s))
        << qPrintable(factsOf(u"dose_facts"_s));
}

TEST_F(DoseStepTest, ALimitIsSaidWhileTyping) {
    fillDose(u"251"_s);
    EXPECT_EQ(textOf(*page, u"dose_problem"_s), u"✖ Weight must be from 30 to 250 kg."_s);
    EXPECT_FALSE(visible(*page, u"dose_facts"_s));
}

TEST_F(DoseStepTest, AChangedWeightIsSaid) {
    clinic.give(course, 1, 7, 4);
    infusion = clinic.openInfusion(course, 2);
    openPage();
    fillDose(u"80"_s);
    EXPECT_EQ(textOf(*page, u"dose_caution"_s),
              u"▲ Weight changed by more than 5 %: 70 kg on 06-Jan-2025, 80 kg now. Check the scale."_s);
}

TEST_F(DoseStepTest, ACorrectionNeedsIdentityAndReasonAndKeepsTheOldDose) {
    fillDose();
    perform(Command::Complete);
    page->showStep(u"dose"_s);
    focus(u"dose_correct"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(textOf(*page, u"weight"_s), u"70"_s);
    EXPECT_EQ(textOf(*page, u"initials"_s), QString()) << "identity is typed again";
    fill(u"AT"_s);
    fill(u"1979"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"72"_s);
    perform(Command::Complete);
    EXPECT_FALSE(textOf(*page, u"correction_reasonMessage"_s).isEmpty());
    focus(u"correction_reason"_s);
    keys(u"scale read wrong"_s);
    perform(Command::Complete);
    ASSERT_EQ(view().record.doseChecks.size(), 2U);
    EXPECT_EQ(domain::preparedDose(view().record)->dose, mg(36'000));
    page->showStep(u"dose"_s);
    EXPECT_TRUE(factsOf(u"dose_prepared"_s).contains(u"Before that: 35 mg at 70 kg"_s))
        << qPrintable(factsOf(u"dose_prepared"_s));
}

TEST_F(DoseStepTest, PainIsNeverZeroByDefault) {
    focus(u"pain_before"_s);
    EXPECT_EQ(textOf(*page, u"pain_before"_s), QString());
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.pain.empty());
    keys(u"10"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.pain.size(), 1U);
    EXPECT_EQ(view().record.pain[0].value, 10);
}

TEST_F(DoseStepTest, AnUndecidedOneIsSettledByEnter) {
    focus(u"pain_before"_s);
    keys(u"1"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.pain.size(), 1U);
    EXPECT_EQ(view().record.pain[0].value, 1);
}

TEST_F(DoseStepTest, PainMayBeNotDoneOrDeclined) {
    focus(u"pain_before"_s);
    keys(u"/"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.pain.size(), 1U);
    EXPECT_EQ(view().record.pain[0].missing, domain::MissingReason::NotDone);
    focus(u"pain_before_correct"_s);
    key(Qt::Key_Space);
    keys(u"6"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(view().record.pain.size(), 1U) << "a correction needs its reason";
    keys(u"asked again"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(domain::standing(view().record.pain).back().value, 6);
    EXPECT_EQ(view().record.pain.size(), 2U);
}

TEST(DoseLines, NoRoundingIsNotMentioned) {
    const domain::DoseInputs inputs{kg(70'000),      perKg(500),  90,
                                    mgPerMl(10'000), ml(100'000), domain::VolumeConvention::QsTotal};
    const auto lines = ui::doseLines(inputs, clinicRules().dose);
    EXPECT_EQ(lines.rounding, QString());
    EXPECT_TRUE(lines.minutesAgree);
}

TEST(DoseLines, TheRawValueIsShownToItsLastDigit) {
    const domain::DoseInputs inputs{kg(70'123),      perKg(333),  90,
                                    mgPerMl(10'000), ml(100'000), domain::VolumeConvention::QsTotal};
    EXPECT_EQ(ui::doseLines(inputs, clinicRules().dose).rounding, u"23.350959 → 23.4 mg, rounded to 0.1 mg, +0.2 %"_s);
}

} // namespace
} // namespace chairside::test
