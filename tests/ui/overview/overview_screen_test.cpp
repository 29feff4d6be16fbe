// What the overview says, without a widget.
#include <QAbstractItemModelTester>
#include <gtest/gtest.h>

#include "tests/support/core/service_fixture.h"
#include "ui/overview/overview_screen.h"
#include "ui/overview/overview_words.h"
#include "ui/overview/visits_model.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class OverviewScreenTest : public ServiceTest {
protected:
    services::PatientOverview overview(const services::Actor& actor) {
        return need(clinic.services.patients.overview(actor, anna, services::Reading::Refresh));
    }
    ui::OverviewScreen screen(const services::Actor& actor) {
        const auto version = need(clinic.services.protocols.versions(actor));
        return ui::overviewScreen(overview(actor), version.empty() ? std::nullopt : std::optional(version.front()),
                                  clinic.clock.now().localDate(), actor.roles);
    }
    domain::PatientId anna = clinic.patient();
};

TEST_F(OverviewScreenTest, withoutScoresThePictureSaysWhenTheFirstIsTaken) {
    EXPECT_EQ(screen(clinic.nurse).pain.sentence, u"No pain scores yet. They appear here once a course is ordered."_s);
    (void)clinic.orderedCourse(anna);
    EXPECT_EQ(screen(clinic.nurse).pain.sentence, u"No pain scores yet. The first score is taken at infusion 1."_s);
}

TEST_F(OverviewScreenTest, aMissingScoreIsAWordAndNeverAPoint) {
    const auto course = clinic.orderedCourse(anna, {{date("2025-01-05"), 8}, {date("2025-01-04"), 7}});
    clinic.give(course, 1, 8, 4);
    clinic.finish(clinic.runningInfusion(course, 2));
    clinic.give(course, 3, 6, 3);
    const auto picture = screen(clinic.nurse).pain;
    ASSERT_EQ(picture.marks.size(), 5U);
    EXPECT_EQ(picture.marks[0].label, u"04-Jan"_s);
    EXPECT_EQ(picture.marks[2].label, u"1"_s);
    EXPECT_FALSE(picture.marks[3].before.has_value());
    EXPECT_EQ(picture.marks[3].missing, u"not recorded"_s);
    EXPECT_EQ(picture.latest, u"6"_s);
    EXPECT_EQ(picture.latestDetail, u"latest, before infusion 3 on 13-Jan-2025; the one before was 8"_s);
    ASSERT_EQ(picture.lines.size(), 3U);
    EXPECT_EQ(picture.lines[0].label, u"baseline 7.5"_s);
    EXPECT_EQ(picture.lines[1].label, u"30 % better 5.3"_s);
    EXPECT_EQ(picture.sentence, u"Baseline 7.5; on 04-Jan-2025: 7; on 05-Jan-2025: 8; before infusion 1 on "
                                u"06-Jan-2025: 8; before infusion 2 "
                                u"on 09-Jan-2025: not recorded; before infusion 3 on 13-Jan-2025: 6"_s);
}

// Nobody was asked: the word stands where the score would, and the line ends before it and begins anew after it.
TEST_F(OverviewScreenTest, aMissedInfusionIsAGapWithItsWord) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 4);
    const auto second = clinic.planned(course, 2);
    need(clinic.services.courses.recordNotGiven(clinic.nurse, second.id, domain::PlanState::Missed, "snow"));
    clinic.give(course, 3, 6, 3);
    const auto picture = screen(clinic.nurse).pain;
    ASSERT_EQ(picture.marks.size(), 3U) << "what is still planned is no gap";
    EXPECT_EQ(picture.marks[1].label, u"2"_s);
    EXPECT_FALSE(picture.marks[1].before.has_value());
    EXPECT_EQ(picture.marks[1].missing, u"missed"_s);
    EXPECT_EQ(picture.latest, u"6"_s);
    EXPECT_TRUE(picture.sentence.contains(u"before infusion 2 on 09-Jan-2025: missed"_s))
        << qPrintable(picture.sentence);
}

// In each state of a course: what the page offers a physician is what the state allows, and nothing else.
TEST_F(OverviewScreenTest, noStateOffersWhatItDoesNotAllow) {
    using domain::CourseAct;
    (void)clinic.orderedCourse(anna);
    for (const auto state : {domain::CourseState::Active, domain::CourseState::OnHold, domain::CourseState::Stopped,
                             domain::CourseState::Completed}) {
        const auto at = static_cast<int>(state);
        for (const auto& actor : {clinic.physician, clinic.nurse}) {
            auto shown = overview(actor);
            shown.courses.front().course.state = state;
            const auto page = ui::overviewScreen(shown, std::nullopt, clinic.clock.now().localDate(), actor.roles);
            const bool orders = domain::allowed(actor.roles, domain::Permission::OrderCourse);
            for (const auto act : domain::kAllCourseActs) {
                const bool ofTheForm = act == CourseAct::Hold || act == CourseAct::Resume || act == CourseAct::Stop ||
                                       act == CourseAct::Complete;
                EXPECT_EQ(std::ranges::count(page.acts, act) > 0, ofTheForm && orders && domain::allows(state, act))
                    << at << static_cast<int>(act);
            }
            EXPECT_EQ(page.mayPlan, domain::allows(state, CourseAct::MoveDate) &&
                                        domain::allowed(actor.roles, domain::Permission::PlanInfusions))
                << at;
            EXPECT_EQ(page.mayRecord, domain::allows(state, CourseAct::Give) &&
                                          domain::allowed(actor.roles, domain::Permission::RecordInfusion))
                << at;
            EXPECT_FALSE(page.offerOrder && domain::isRunning(state)) << at;
        }
    }
}

TEST_F(OverviewScreenTest, aPlannedInfusionIsNeverMarkedLikeAGivenOne) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 4);
    const auto strip = screen(clinic.nurse).strip;
    ASSERT_EQ(strip.size(), 6U);
    EXPECT_EQ(strip[0].mark, ui::StripMark::Given);
    EXPECT_EQ(strip[0].outcome, u"35 mg"_s);
    EXPECT_EQ(strip[1].mark, ui::StripMark::Next);
    EXPECT_EQ(strip[2].mark, ui::StripMark::Planned);
    EXPECT_EQ(strip[2].outcome, u"planned"_s);
}

TEST_F(OverviewScreenTest, aHeldCourseNeitherSaysNextNorToday) {
    const auto course = clinic.orderedCourse(anna);
    need(clinic.services.courses.act(
        clinic.physician,
        {.course = course, .act = domain::CourseAct::Hold, .reason = "cold", .resumeOn = {}, .password = kPassword}));
    for (const auto& item : screen(clinic.nurse).strip) {
        EXPECT_EQ(item.mark, ui::StripMark::Planned);
        EXPECT_EQ(item.outcome, u"on hold"_s);
        EXPECT_TRUE(item.spoken.contains(u"on hold"_s)) << qPrintable(item.spoken);
    }
}

TEST_F(OverviewScreenTest, forSomebodyWhoDiedNothingIsOffered) {
    (void)clinic.orderedCourse(anna);
    need(clinic.services.patientStates.set(clinic.nurse, {.patient = anna,
                                                          .state = domain::PatientState::Deceased,
                                                          .since = date("2025-01-03"),
                                                          .reason = "told by the family"}));
    for (const auto& actor : {clinic.nurse, clinic.physician}) {
        const auto shown = screen(actor);
        EXPECT_EQ(shown.next.sentence, u"The patient died. Nothing more is given."_s);
        EXPECT_EQ(shown.next.detail, u"Deceased since 03-Jan-2025"_s);
        EXPECT_EQ(shown.next.action, ui::NextAction::Nothing);
        EXPECT_FALSE(shown.offerOrder);
        EXPECT_FALSE(shown.mayRecord);
        EXPECT_EQ(shown.banner.recordState, ui::RecordState::Deceased);
        for (const auto& item : shown.strip) {
            EXPECT_EQ(item.mark, ui::StripMark::Planned);
            EXPECT_EQ(item.outcome, u"not given"_s);
        }
    }
}

TEST_F(OverviewScreenTest, theHistoryIsSaidInShort) {
    const auto add = [&](const domain::HistoryDetails& details) {
        need(clinic.services.histories.add(clinic.nurse, anna, details));
    };
    EXPECT_EQ(screen(clinic.nurse).history.front().value, u"none recorded"_s);
    add({.kind = domain::HistoryKind::Diagnosis,
         .text = "Fibromyalgia",
         .code = "M79.7",
         .trigger = domain::OnsetTrigger::Trauma,
         .since = date("2019-03-01")});
    add({.kind = domain::HistoryKind::Medicine, .text = "Paracetamol"});
    add({.kind = domain::HistoryKind::Medicine, .text = "Tramadol", .group = domain::MedicineGroup::Opioid});
    const auto facts = screen(clinic.nurse).history;
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].value, u"Fibromyalgia (M79.7)"_s);
    EXPECT_EQ(facts[0].when, u"since 01-Mar-2019"_s);
    EXPECT_EQ(facts[1].value, u"2, with ⚠ Tramadol (opioid)"_s);
}

TEST_F(OverviewScreenTest, theNextStepIsOneTheRoleMayTake) {
    EXPECT_EQ(screen(clinic.nurse).next.action, ui::NextAction::Nothing);
    EXPECT_EQ(screen(clinic.physician).next.action, ui::NextAction::OrderCourse);
    (void)clinic.orderedCourse(anna);
    EXPECT_EQ(screen(clinic.nurse).next.action, ui::NextAction::OpenPlanned);
    EXPECT_EQ(screen(clinic.physician).next.action, ui::NextAction::ReviewCourse);
    EXPECT_FALSE(screen(clinic.nurse).offerOrder);
    EXPECT_FALSE(screen(clinic.physician).offerOrder);
}

TEST_F(OverviewScreenTest, afterTheCourseTheWindowIsSaid) {
    const auto course = clinic.orderedCourse(anna);
    clinic.giveAll(course, {8, 7, 6, 6, 5, 5});
    EXPECT_EQ(screen(clinic.physician).windowLine, u"Re-treatment can be decided from 20-Feb-2025 to 06-Mar-2025."_s);
    EXPECT_TRUE(screen(clinic.physician).offerOrder);
    EXPECT_FALSE(screen(clinic.nurse).offerOrder);
    EXPECT_EQ(screen(clinic.nurse).next.sentence, u"A follow-up pain score is needed."_s);
    clinic.goTo(date("2025-02-21"));
    EXPECT_EQ(screen(clinic.nurse).windowLine, u"Re-treatment can be decided now, until 06-Mar-2025."_s);
}

TEST_F(OverviewScreenTest, theVisitsModelIsAModel) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 8, 4);
    ui::VisitsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(screen(clinic.nurse).visits);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, ui::VisitsModel::Visit).data().toString(), u"Infusion 1 of 6"_s);
    EXPECT_EQ(model.index(0, ui::VisitsModel::State).data().toString(), u"signed"_s);
    model.show({});
    EXPECT_EQ(model.rowAt(0), nullptr);
}

TEST(OverviewWordsTest, distancesAreWholeWords) {
    const auto today = date("2025-01-14");
    EXPECT_EQ(ui::OverviewWords::distance(today, today), u"today"_s);
    EXPECT_EQ(ui::OverviewWords::distance(today.plusDays(1), today), u"tomorrow"_s);
    EXPECT_EQ(ui::OverviewWords::distance(today.plusDays(3), today), u"in 3 days"_s);
    EXPECT_EQ(ui::OverviewWords::distance(today.plusDays(-1), today), u"yesterday"_s);
    EXPECT_EQ(ui::OverviewWords::distance(today.plusDays(-2), today), u"2 days ago"_s);
    EXPECT_EQ(ui::OverviewWords::score(domain::Score::ofRaw(5180)), u"5.2"_s);
}

} // namespace

} // namespace chairside::test
