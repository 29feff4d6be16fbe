// What goes wrong beside a patient that no form can prevent: the wall clock is set, summer time begins, two people work
// on one record.
#include <QApplication>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/shell/clock_watch.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// An hour is put on at this moment, as in the night in which summer time begins.
class SummerTimeFrom final : public base::TimeZone {
public:
    explicit SummerTimeFrom(std::int64_t utcMs) : m_from(utcMs) {}
    [[nodiscard]] int offsetMinutesAt(std::int64_t utcMs) const override { return utcMs < m_from ? 0 : 60; }

private:
    std::int64_t m_from;
};

class ChairFaults : public InfusionBench {
protected:
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        page->showStep(u"run"_s);
    }
    void typeRow(const QString& digits) {
        focus(u"vitals_systolic"_s);
        keys(digits);
        key(Qt::Key_Return);
        settle();
    }
    QString elapsed() { return textOf(*page, u"pane_elapsed"_s); }
    QString due() { return textOf(*page, u"pane_due"_s); }
};

TEST_F(ChairFaults, AClockSetBackAnHourMovesNeitherTheTimerNorTheNextRow) {
    pass(12min);
    const QString before = elapsed();
    const QString dueBefore = due();
    clinic.clock.set(clinic.clock.now().plus(-1h));
    page->tick(clinic.steady.now());
    EXPECT_EQ(elapsed(), before);
    EXPECT_EQ(due(), dueBefore);
    typeRow(u"1287672985"_s);
    const auto record = view().record;
    ASSERT_EQ(record.vitals.size(), 1U) << "what is measured is saved all the same";
    EXPECT_GE(record.vitals.front().head.observedAt, record.steps.front().head.observedAt);
    pass(3min);
    EXPECT_TRUE(due().startsWith(u"VITALS DUE"_s)) << qPrintable(due());
}

TEST_F(ChairFaults, AClockSetForwardAnHourMovesNeitherTheTimerNorTheNextRow) {
    typeRow(u"1287672985"_s);
    pass(12min);
    const QString before = elapsed();
    const QString dueBefore = due();
    clinic.clock.set(clinic.clock.now().plus(1h));
    page->tick(clinic.steady.now());
    EXPECT_EQ(elapsed(), before);
    EXPECT_EQ(due(), dueBefore);
    pass(3min);
    EXPECT_TRUE(due().startsWith(u"VITALS DUE"_s)) << qPrintable(due());
    typeRow(u"1287672985"_s);
    const auto record = view().record;
    ASSERT_EQ(record.vitals.size(), 2U);
    EXPECT_EQ(base::between(record.steps.front().head.observedAt, record.vitals.back().head.observedAt), 15min);
    EXPECT_EQ(elapsed(), u"00:15:00"_s);
}

TEST_F(ChairFaults, AClockThatWasSetAndARestartMoveNeitherTheTimerNorTheNextRow) {
    pass(12min);
    auto watch = std::make_unique<ui::ClockWatch>(clinic.steady, bench, "chair-1");
    settle();
    clinic.clock.set(clinic.clock.now().plus(1h));
    watch->look();
    settle();
    const QString dueBefore = due();
    watch.reset();
    page.reset();
    clinic.steady.adopt(); // as a program that begins
    watch = std::make_unique<ui::ClockWatch>(clinic.steady, bench, "chair-1");
    QStringList said;
    QObject::connect(watch.get(), &ui::ClockWatch::noticed, watch.get(),
                     [&said](const QString& text) { said << text; });
    settle();
    openPage();
    EXPECT_EQ(elapsed(), u"00:12:00"_s);
    EXPECT_EQ(due(), dueBefore);
    pass(33min);
    EXPECT_EQ(elapsed(), u"00:45:00"_s);
    EXPECT_EQ(view().delivery.dose, mg(17'500)) << "half of 35 mg in half of 90 minutes";
}

TEST_F(ChairFaults, AClockThatWasSetIsSaidOnceAndTakenOverWhenNobodyIsTimed) {
    ui::ClockWatch watch(clinic.steady, bench, "chair-1");
    QStringList said;
    QObject::connect(&watch, &ui::ClockWatch::noticed, page.get(), [&said](const QString& text) { said << text; });
    const auto look = [&](int times) {
        for (int i = 0; i < times; ++i) {
            clinic.clock.advance(1s);
            watch.look();
            settle();
        }
    };
    look(3);
    EXPECT_TRUE(said.isEmpty());
    clinic.clock.set(clinic.clock.now().plus(1h));
    look(120);
    ASSERT_EQ(said.size(), 1) << "said once, not each second";
    EXPECT_EQ(said.front(), u"The clock of this computer was set forward by 1hr. Until the patients who are timed have "
                            "left, Chairside keeps the time it had."_s);
    stop();
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    look(40);
    ASSERT_EQ(said.size(), 2);
    EXPECT_EQ(said.back(), u"Chairside goes by the clock of this computer again."_s);
    EXPECT_EQ(clinic.steady.now(), clinic.clock.now());
    clinic.clock.set(clinic.clock.now().plus(-20min));
    look(2);
    ASSERT_EQ(said.size(), 3);
    EXPECT_EQ(said.back(), u"The clock of this computer was set back by 20min. Chairside goes by it now."_s);
    EXPECT_EQ(clinic.steady.ahead(), 0ms);
}

TEST_F(ChairFaults, SummerTimeDuringAnInfusionMovesNeitherTheTimerNorTheNextRow) {
    // The clinic asks its clock until it is gone.
    static const SummerTimeFrom zone(clinic.clock.now().plus(10min).utcMs());
    clinic.clock.follow(zone);
    pass(9min);
    EXPECT_EQ(elapsed(), u"00:09:00"_s);
    pass(6min);
    EXPECT_EQ(elapsed(), u"00:15:00"_s);
    typeRow(u"1287672985"_s);
    const auto record = view().record;
    ASSERT_EQ(record.vitals.size(), 1U);
    EXPECT_EQ(record.vitals.front().head.observedAt.offsetMinutes(), 60) << "the entry says which time it is in";
    EXPECT_EQ(base::between(record.steps.front().head.observedAt, record.vitals.front().head.observedAt), 15min);
}

TEST_F(ChairFaults, ARowThatSomebodyElseCorrectedMeanwhileIsShownBesideWhatIsTyped) {
    typeRow(u"1287672985"_s);
    const auto first = view().record.vitals.front();
    key(Qt::Key_Down);
    key(Qt::Key_F2);
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"132"_s);
    focus(u"vitals_reason"_s);
    keys(u"misread"_s);
    auto theirs = someVitals(infusion);
    theirs.systolic = 140;
    theirs.diastolic = 90;
    theirs.corrects = services::Correction{first.head.id, "wrong arm"};
    need(clinic.services.infusions.recordVitals(clinic.witness, theirs));
    settle();
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(view().record.vitals.size(), 2U) << "theirs stands, nothing is overwritten";
    const QString said = textOf(*page, u"vitals_message"_s);
    EXPECT_TRUE(said.contains(u"140/90"_s)) << qPrintable(said);
    EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"132"_s) << "what was typed stays";
    EXPECT_EQ(textOf(*page, u"vitals_reason"_s), u"misread"_s);
    key(Qt::Key_Return);
    settle();
    const auto record = view().record;
    ASSERT_EQ(record.vitals.size(), 3U) << "asked once, then it is a correction of theirs";
    EXPECT_EQ(record.vitals.back().systolic, 132);
    EXPECT_EQ(domain::standing(record.vitals).size(), 1U);
}

} // namespace
} // namespace chairside::test
