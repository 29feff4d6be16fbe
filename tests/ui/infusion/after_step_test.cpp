// Step 3: adverse events.
#include <QAbstractItemModelTester>
#include <QScrollArea>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/infusion/events_model.h"
#include "ui/infusion/record_summary.h"
#include "ui/infusion/term_picker.h"
#include "ui/widgets/choice_row.h"
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

    // By keys, as somebody would who gives ondansetron five minutes ago.
    void typeRescue(const QString& witness = u"osei"_s) {
        focus(u"rescue_drug"_s);
        keys(u"ondansetron"_s);
        key(Qt::Key_Return);
        keys(u"4"_s);
        key(Qt::Key_Return);
        keys(u"-5m"_s);
        key(Qt::Key_Return);
        keys(u"intrav"_s);
        key(Qt::Key_Return);
        keys(witness);
        key(Qt::Key_Return);
        keys(QString::fromLatin1(kPassword));
        key(Qt::Key_Return);
    }
    void choose(const QString& group, int value) { findByName<ui::ChoiceRow>(*page, group)->setValue(value); }
    // A line of the read-only summary that is signed.
    QString summary(const QString& label) {
        for (const auto& line : ui::recordSummary(view()))
            if (line.label == label) return line.value;
        return {};
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

TEST_F(AfterStepTest, AnEventEndsIsJudgedAndSaysSoInTheListAndTheSummary) {
    keys(u"nausea"_s);
    key(Qt::Key_Tab);
    keys(u"2"_s);
    key(Qt::Key_Space);
    focus(u"onset"_s);
    keys(u"-20m"_s);
    focus(u"ended"_s);
    keys(u"-5m"_s);
    choose(u"serious"_s, 1);
    focus(u"relation"_s);
    keys(u"prob"_s);
    key(Qt::Key_Return);
    focus(u"ended"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.events.size(), 1U);
    const auto event = view().record.events[0];
    EXPECT_EQ(event.endedAt, clinic.clock.now().plus(-5min));
    EXPECT_EQ(event.serious, true);
    EXPECT_EQ(event.relation, domain::EventRelation::Probable);
    const auto* table = findByName<ui::TableView>(*page, u"events_table"_s);
    const QString handling = table->model()->index(0, 3).data().toString();
    EXPECT_TRUE(handling.contains(u"serious"_s)) << handling.toStdString();
    EXPECT_TRUE(handling.contains(u"probable"_s)) << handling.toStdString();
    EXPECT_TRUE(summary(u"Events"_s).contains(u"serious, caused by the infusion: probable"_s));
}

TEST_F(AfterStepTest, NobodyHasSaidThatAnEventIsNotSerious) {
    keys(u"nausea"_s);
    key(Qt::Key_Tab);
    keys(u"1"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.events.size(), 1U);
    EXPECT_EQ(view().record.events[0].serious, std::nullopt);
    EXPECT_EQ(view().record.events[0].relation, std::nullopt);
    EXPECT_EQ(view().record.events[0].endedAt, std::nullopt);
}

TEST_F(AfterStepTest, AnEndBeforeTheOnsetIsSaidBesideTheField) {
    keys(u"nausea"_s);
    key(Qt::Key_Tab);
    keys(u"1"_s);
    key(Qt::Key_Space);
    focus(u"ended"_s);
    keys(u"-5m"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.events.empty());
    EXPECT_FALSE(textOf(*page, u"endedMessage"_s).isEmpty());
}

TEST_F(AfterStepTest, ARescueDrugIsTypedByKeysWithItsWitness) {
    typeRescue();
    EXPECT_TRUE(factsOf(u"rescue_given"_s).contains(u"ondansetron 4 mg, intravenous, given by R. Khan"_s))
        << factsOf(u"rescue_given"_s).toStdString();
    ASSERT_EQ(view().record.rescueDrugs.size(), 1U);
    const auto given = view().record.rescueDrugs[0];
    EXPECT_EQ(given.dose, domain::Dose::ofRaw(4'000));
    EXPECT_EQ(given.head.observedAt, clinic.clock.now().plus(-5min));
    EXPECT_EQ(given.witness, clinic.witness.account);
    EXPECT_EQ(textOf(*page, u"rescue_drug"_s), QString());
    EXPECT_EQ(textOf(*page, u"rescue_password"_s), QString());
    EXPECT_TRUE(summary(u"Rescue drugs"_s).contains(u"ondansetron 4 mg"_s));
}

TEST_F(AfterStepTest, TheGiverAsWitnessIsRefusedBesideTheFieldAndEverythingElseStays) {
    typeRescue(u"khan"_s);
    EXPECT_TRUE(view().record.rescueDrugs.empty());
    EXPECT_FALSE(textOf(*page, u"rescue_witnessMessage"_s).isEmpty());
    EXPECT_EQ(textOf(*page, u"rescue_drug"_s), u"ondansetron"_s);
    EXPECT_EQ(textOf(*page, u"rescue_dose"_s), u"4"_s);
    EXPECT_EQ(textOf(*page, u"rescue_password"_s), QString());
}

TEST_F(AfterStepTest, NothingOfARescueDrugIsAssumed) {
    focus(u"rescue_drug"_s);
    keys(u"ondansetron"_s);
    focus(u"rescue_password"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.rescueDrugs.empty());
    for (const auto& field : {u"rescue_doseMessage"_s, u"rescue_routeMessage"_s, u"rescue_witnessMessage"_s})
        EXPECT_FALSE(textOf(*page, field).isEmpty()) << field.toStdString();
}

TEST_F(AfterStepTest, ACorrectedRescueDrugStaysVisible) {
    typeRescue();
    focus(u"rescue_correct"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"rescue_reason"_s);
    keys(u"two ampoules"_s);
    focus(u"rescue_dose"_s);
    findByName<QLineEdit>(*page, u"rescue_dose"_s)->selectAll();
    keys(u"8"_s);
    focus(u"rescue_witness"_s);
    keys(u"osei"_s);
    focus(u"rescue_password"_s);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.rescueDrugs.size(), 2U);
    EXPECT_EQ(domain::standing(view().record.rescueDrugs).front().dose, domain::Dose::ofRaw(8'000));
    const QString shown = factsOf(u"rescue_given"_s);
    EXPECT_TRUE(shown.contains(u"8 mg"_s)) << shown.toStdString();
    EXPECT_TRUE(shown.contains(u"two ampoules. Before: ondansetron 4 mg"_s)) << shown.toStdString();
}

// On the smallest screen the program is made for.
TEST_F(AfterStepTest, EveryFieldOfAnEventIsInSightWithoutScrolling) {
    settle();
    const QWidget* term = findWidget(*page, u"term"_s);
    const QWidget* at = term;
    while (at != nullptr && qobject_cast<const QScrollArea*>(at) == nullptr)
        at = at->parentWidget();
    const auto* area = qobject_cast<const QScrollArea*>(at);
    ASSERT_NE(area, nullptr);
    for (const QString& field : {u"term"_s, u"grade"_s, u"onset"_s, u"words"_s, u"ended"_s, u"action"_s, u"outcome"_s,
                                 u"serious"_s, u"relation"_s, u"event_save"_s}) {
        const QWidget* widget = findWidget(*page, field);
        const QRect place(widget->mapTo(area->viewport(), QPoint(0, 0)), widget->size());
        EXPECT_TRUE(area->viewport()->rect().contains(place))
            << qPrintable(field) << " ends at " << place.bottom() << " of " << area->viewport()->height();
    }
}

TEST_F(AfterStepTest, APageWithAnEventAndARescueDrugIsAccessible) {
    typeRescue();
    EXPECT_THAT(crawl(*page), ::testing::IsEmpty());
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
