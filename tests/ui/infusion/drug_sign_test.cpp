// Steps 5 and 6: drug account and signature.
#include <QLineEdit>

#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class DrugSignTest : public InfusionBench {
protected:
    void SetUp() override {
        InfusionBench::SetUp();
        run();
    }

    void openDrug() {
        page->showStep(u"drug"_s);
        settle();
    }
    void fillDrug(const QString& wastedVial, const QString& witness) {
        focus(u"vial_volume"_s);
        for (const QString& text : {u"10"_s, u"KM42"_s, u"31-jul-2026"_s, u"0"_s, wastedVial})
            fill(text);
        focus(u"witness"_s);
        fill(witness);
        keys(QString::fromLatin1(kPassword));
    }
};

TEST_F(DrugSignTest, NothingIsAccountedForBeforeTheStop) {
    openDrug();
    EXPECT_FALSE(visible(*page, u"drug_save"_s));
    EXPECT_EQ(textOf(*page, u"drug_not_yet"_s),
              u"The drug is accounted for after the stop: what was given is only known then."_s);
}

TEST_F(DrugSignTest, WasteThatDoesNotAddUpNeedsAReason) {
    stop();
    openDrug();
    EXPECT_TRUE(factsOf(u"drug_basis"_s).contains(u"Given: 35 mg"_s)) << qPrintable(factsOf(u"drug_basis"_s));
    fillDrug(u"460"_s, u"osei"_s);
    EXPECT_EQ(textOf(*page, u"drug_difference"_s), u"▲ Difference 5 mg: not accounted for yet."_s);
    EXPECT_EQ(textOf(*page, u"drug_vials"_s), u"1 vial of 10 mL holds 500 mg; 465 mg stay in it."_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.movements.empty());
    EXPECT_EQ(textOf(*page, u"wasted_vial"_s), u"460"_s);
    focus(u"difference_reason"_s);
    keys(u"spilled"_s);
    focus(u"witness_password"_s);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    EXPECT_FALSE(view().record.movements.empty());
    EXPECT_TRUE(factsOf(u"drug_booked"_s).contains(u"spilled"_s)) << qPrintable(factsOf(u"drug_booked"_s));
    EXPECT_FALSE(visible(*page, u"drug_save"_s));
}

TEST_F(DrugSignTest, NobodyWitnessesTheirOwnWaste) {
    stop();
    openDrug();
    fillDrug(u"465"_s, u"khan"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.movements.empty());
    EXPECT_FALSE(textOf(*page, u"witnessMessage"_s).isEmpty());
    EXPECT_EQ(textOf(*page, u"witness_password"_s), QString());
    EXPECT_EQ(textOf(*page, u"lot"_s), u"KM42"_s);
}

TEST_F(DrugSignTest, AWrongWitnessPasswordKeepsTheRest) {
    stop();
    openDrug();
    fillDrug(u"465"_s, u"osei"_s);
    keys(u"x"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.movements.empty());
    EXPECT_EQ(focusName(), u"witness_password"_s);
    EXPECT_EQ(textOf(*page, u"witness_passwordMessage"_s), u"✖ User name or password of the witness is not right."_s);
    EXPECT_EQ(textOf(*page, u"wasted_vial"_s), u"465"_s);
}

TEST_F(DrugSignTest, PasswordsAreNoPartOfADraft) {
    stop();
    openDrug();
    fillDrug(u"465"_s, u"osei"_s);
    for (const auto& [name, value] : ui::draftOf(*page).asKeyValueRange())
        EXPECT_NE(value.toString(), QString::fromLatin1(kPassword)) << qPrintable(name);
}

TEST_F(DrugSignTest, BlockingGapsComeFirstAndKeepTheSignatureClosed) {
    page->showStep(u"sign"_s);
    settle();
    const QString warnings = factsOf(u"sign_warnings"_s);
    EXPECT_TRUE(warnings.startsWith(u"✖ The infusion has not been stopped."_s)) << qPrintable(warnings);
    EXPECT_TRUE(warnings.contains(u"▲ Pain after the infusion is not recorded."_s)) << qPrintable(warnings);
    EXPECT_FALSE(findWidget(*page, u"sign_button"_s)->isEnabled());
    EXPECT_FALSE(findWidget(*page, u"sign_password"_s)->isEnabled());
}

TEST_F(DrugSignTest, WarningsDoNotStopASignature) {
    stop();
    openDrug();
    fillDrug(u"465"_s, u"osei"_s);
    key(Qt::Key_Return);
    page->showStep(u"sign"_s);
    focus(u"sign_password"_s);
    perform(ui::Command::Complete);
    EXPECT_FALSE(view().record.signature) << "Ctrl+Enter never signs";
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.signature);
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"DOSE 35 mg = 70 kg × 0.5 mg per kg"_s))
        << qPrintable(factsOf(u"sign_summary"_s));
    EXPECT_TRUE(visible(*page, u"sign_export"_s));
}

TEST_F(DrugSignTest, WhatShouldNotBeOverlookedStandsAboveTheSummary) {
    clinic.clock.advance(10min);
    need(clinic.services.infusions.recordRescueDrug(clinic.nurse, {.infusion = infusion,
                                                                   .drug = "ondansetron",
                                                                   .dose = mg(4'000),
                                                                   .route = domain::DrugRoute::Intravenous,
                                                                   .at = {},
                                                                   .witnessUserName = "osei",
                                                                   .witnessPassword = kPassword,
                                                                   .corrects = {}}));
    need(clinic.services.infusions.recordEvent(
        clinic.nurse, {.infusion = infusion, .term = "vomiting", .grade = 2, .serious = true}));
    need(clinic.services.infusions.recordEvent(clinic.nurse, {.infusion = infusion, .term = "nausea", .grade = 1}));
    stop();
    page->showStep(u"sign"_s);
    settle();
    const QString warnings = factsOf(u"sign_warnings"_s);
    EXPECT_TRUE(warnings.startsWith(u"✖ "_s)) << "what blocks stands first: " << qPrintable(warnings);
    EXPECT_TRUE(warnings.contains(u"▲ Rescue drug: 10:10 ondansetron 4 mg"_s)) << qPrintable(warnings);
    EXPECT_TRUE(warnings.contains(u"witness M. Osei, RN"_s)) << qPrintable(warnings);
    EXPECT_TRUE(warnings.contains(u"▲ Event: 10:10 vomiting"_s)) << qPrintable(warnings);
    EXPECT_FALSE(warnings.contains(u"nausea"_s)) << "a mild event is no warning";
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"ondansetron 4 mg"_s));
}

class ScaleSummary : public InfusionBench {
protected:
    ScaleSummary() : InfusionBench("scales_05") {}
};

TEST_F(ScaleSummary, TheDeepestSedationIsTheLowestOnRass) {
    run();
    for (const int score : {1, -2, 0}) {
        auto row = someVitals(infusion);
        row.sedation = score;
        row.dueAt.reset();
        need(clinic.services.infusions.recordVitals(clinic.nurse, row));
        clinic.clock.advance(15min);
    }
    stop();
    page->showStep(u"sign"_s);
    settle();
    EXPECT_TRUE(factsOf(u"sign_summary"_s).contains(u"deepest sedation RASS -2 at 10:15"_s))
        << qPrintable(factsOf(u"sign_summary"_s));
}

} // namespace
} // namespace chairside::test
