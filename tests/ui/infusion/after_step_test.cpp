// Step 3: adverse events.
#include <QAbstractItemModelTester>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/infusion/events_model.h"
#include "ui/infusion/term_picker.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class AfterStepTest : public InfusionBench {
protected:
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        pass(40min);
        perform(ui::Command::NewItem);
    }

    QStringList offered() { return findByName<ui::TermPicker>(*page, u"term"_s)->offered(); }
};

TEST_F(AfterStepTest, TypingFiltersAndEnterTakesTheOnlyOne) {
    keys(u"d"_s);
    EXPECT_GT(offered().size(), 1);
    keys(u"izz"_s);
    EXPECT_EQ(offered(), QStringList{u"dizziness"_s});
    key(Qt::Key_Return);
    EXPECT_EQ(textOf(*page, u"term"_s), u"dizziness"_s);
    EXPECT_EQ(focusName(), u"grade"_s);
}

TEST_F(AfterStepTest, SeveralMatchesAreNeverTakenByEnterAlone) {
    keys(u"d"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(textOf(*page, u"term"_s), u"d"_s);
    key(Qt::Key_Return);
    EXPECT_NE(textOf(*page, u"term"_s), u"d"_s);
}

TEST_F(AfterStepTest, LeavingTheFieldTakesNothing) {
    keys(u"nau"_s);
    key(Qt::Key_Tab);
    EXPECT_EQ(textOf(*page, u"term"_s), u"nau"_s);
    EXPECT_TRUE(offered().isEmpty());
    keys(u"2"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.events.empty());
    EXPECT_FALSE(textOf(*page, u"termMessage"_s).isEmpty());
}

TEST_F(AfterStepTest, TheGradeIsExplainedInOneLine) {
    focus(u"grade"_s);
    keys(u"6"_s);
    EXPECT_EQ(textOf(*page, u"grade"_s), QString());
    keys(u"3"_s);
    EXPECT_EQ(textOf(*page, u"grade"_s), u"3"_s);
}

TEST_F(AfterStepTest, OnsetMayBeSomeMinutesAgo) {
    keys(u"nausea"_s);
    key(Qt::Key_Tab);
    keys(u"2"_s);
    key(Qt::Key_Space);
    focus(u"onset"_s);
    keys(u"-5m"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.events.size(), 1U);
    EXPECT_EQ(view().record.events[0].head.observedAt, clinic.clock.now().plus(-5min));
    EXPECT_EQ(view().record.events[0].outcome, domain::EventOutcome::Unknown) << "nobody has said how it ended";
}

TEST_F(AfterStepTest, OtherNeedsWordsAndWhatWasDoneIsNeverAssumed) {
    keys(u"oth"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"words"_s);
    focus(u"grade"_s);
    keys(u"1"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.events.empty());
    EXPECT_FALSE(textOf(*page, u"actionMessage"_s).isEmpty());
    focus(u"action"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    EXPECT_FALSE(textOf(*page, u"wordsMessage"_s).isEmpty());
    focus(u"words"_s);
    keys(u"hiccups"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.events.size(), 1U);
    EXPECT_EQ(view().record.events[0].words, "hiccups");
}

TEST_F(AfterStepTest, ACorrectionKeepsTheOldEvent) {
    keys(u"nausea"_s);
    key(Qt::Key_Tab);
    keys(u"1"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    auto* table = findByName<ui::TableView>(*page, u"events_table"_s);
    table->selectFirstRow();
    table->setFocus();
    key(Qt::Key_F2);
    EXPECT_EQ(focusName(), u"event_reason"_s);
    keys(u"worse than thought"_s);
    focus(u"grade"_s);
    keys(u"2"_s);
    key(Qt::Key_Return);
    const auto events = view().record.events;
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(domain::standing(events).size(), 1U);
    EXPECT_EQ(domain::standing(events)[0].grade, 2);
    EXPECT_EQ(table->model()->rowCount(), 2);
    EXPECT_TRUE(table->model()->index(1, 1).data(Qt::FontRole).value<QFont>().strikeOut());
}

TEST_F(AfterStepTest, TheTableIsASoundModel) {
    ui::EventsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    services::EventEntry event{
        .infusion = infusion, .term = "nausea", .words = {}, .grade = 2, .onset = {}, .endedAt = {}, .corrects = {}};
    need(clinic.services.infusions.recordEvent(clinic.nurse, event));
    model.setLines(ui::eventLines(view()));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 2).data().toString(), u"2 moderate"_s);
    model.setLines({});
}

} // namespace
} // namespace chairside::test
