// Pain, tender points, adverse events, notes.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::PainMoment;
using services::Correction;
using std::chrono::minutes;

class Entries : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);
    services::InfusionService& service = clinic.services.infusions;

    services::PainEntry aPain(std::optional<int> value) {
        return {infusion, PainMoment::Before, domain::RecallFrame::Now, {}, value, {}, {}};
    }
    services::EventEntry anEvent() { return {infusion, "nausea", {}, 2, {}, {}, {}, {}, {}}; }
    services::TenderEntry anExam() {
        services::TenderEntry entry{infusion, {}, {}, {}};
        for (auto& site : entry.exam.sites)
            site.score = 5;
        return entry;
    }
};

TEST_F(Entries, APainScoreIsAValueOrAReason) {
    expectRefused(
        clinic, [&] { return service.recordPain(clinic.nurse, aPain({})); }, HasProblem("pain", Rule::Required));
    expectRefused(
        clinic, [&] { return service.recordPain(clinic.nurse, aPain(11)); }, HasProblem("pain", Rule::OutOfRange));
    auto both = aPain(5);
    both.missing = domain::MissingReason::Declined;
    expectRefused(
        clinic, [&] { return service.recordPain(clinic.nurse, both); }, HasProblem("pain", Rule::NotAllowed));
    auto missing = aPain({});
    missing.missing = domain::MissingReason::Declined;
    need(service.recordPain(clinic.nurse, missing));
    const auto point = clinic.review(course).points.front();
    EXPECT_EQ(point.before, std::nullopt);
    EXPECT_EQ(point.beforeMissing, domain::MissingReason::Declined);
}

TEST_F(Entries, AZeroIsAScore) {
    need(service.recordPain(clinic.nurse, aPain(0)));
    EXPECT_EQ(clinic.review(course).points.front().before, domain::Score{});
    EXPECT_EQ(clinic.review(course).points.front().durable.category, domain::ResponseCategory::NotEvaluable);
}

TEST_F(Entries, ACorrectedPainScoreCountsNowhere) {
    const auto wrong = need(service.recordPain(clinic.nurse, aPain(3)));
    auto right = aPain(8);
    right.corrects = Correction{wrong, "read upside down"};
    need(service.recordPain(clinic.nurse, right));
    EXPECT_EQ(clinic.review(course).points.front().before, domain::Score::ofWhole(8));
    EXPECT_EQ(clinic.review(course).baseline, domain::Score::ofWhole(8));
}

TEST_F(Entries, AScoreWrittenDownADayLaterIsLate) {
    const auto at = clinic.clock.now();
    clinic.clock.advance(std::chrono::hours(24));
    auto pain = aPain(7);
    pain.at = at;
    need(service.recordPain(clinic.nurse, pain));
    EXPECT_FALSE(clinic.review(course).points.front().beforeLate);
    clinic.clock.advance(minutes(1));
    auto after = pain;
    after.moment = PainMoment::After;
    need(service.recordPain(clinic.nurse, after));
    EXPECT_TRUE(clinic.review(course).points.front().afterLate);
    EXPECT_FALSE(clinic.review(course).points.front().beforeLate) << "each score for itself";
}

TEST_F(Entries, TimesOfEveryKindLieBetweenTheOpeningAndNow) {
    const auto opened = clinic.clock.now();
    clinic.clock.advance(minutes(5));
    const auto early = opened.plus(minutes(-1));
    const auto future = opened.plus(minutes(6));
    for (const auto& [at, rule] : {std::pair(early, Rule::BeforeStart), std::pair(future, Rule::InFuture)}) {
        auto pain = aPain(5);
        pain.at = at;
        expectRefused(
            clinic, [&] { return service.recordPain(clinic.nurse, pain); }, HasProblem("at", rule));
        auto exam = anExam();
        exam.at = at;
        expectRefused(
            clinic, [&] { return service.recordTenderPoints(clinic.nurse, exam); }, HasProblem("at", rule));
        auto event = anEvent();
        event.onset = at;
        expectRefused(
            clinic, [&] { return service.recordEvent(clinic.nurse, event); }, HasProblem("onset", rule));
    }
}

TEST_F(Entries, TheMinuteInWhichTheRecordWasOpenedIsNotBeforeIt) {
    clinic.clock.set("2025-01-13T11:00:40+00:00");
    clinic.steady.adopt();
    auto somebodyElse = aPatient();
    somebodyElse.clinicNumber = "KC 0999";
    const auto second = clinic.openInfusion(clinic.orderedCourse(clinic.patient(somebodyElse)));
    const auto opened = clinic.clock.now();
    clinic.clock.advance(minutes(5));
    auto pain = aPain(5);
    pain.infusion = second;
    pain.at = opened.wholeMinute(); // nobody types seconds
    need(service.recordPain(clinic.nurse, pain));
    EXPECT_EQ(clinic.view(second).record.pain.front().head.observedAt, opened);
    pain.moment = PainMoment::After;
    pain.at = opened.wholeMinute().plus(minutes(-1));
    expectRefused(
        clinic, [&] { return service.recordPain(clinic.nurse, pain); }, HasProblem("at", Rule::BeforeStart));
}

TEST_F(Entries, ATenderPointExamFollowsTheProtocolsScale) {
    auto exam = anExam();
    exam.exam.sites[1].score = 11;
    expectRefused(
        clinic, [&] { return service.recordTenderPoints(clinic.nurse, exam); },
        HasProblem("occiput_r", Rule::OutOfRange));
    exam = anExam();
    exam.exam.scale = domain::TenderScale::YesNo;
    EXPECT_THAT(service.recordTenderPoints(clinic.nurse, exam), HasProblem("scale", Rule::Mismatch));
    exam = {infusion, {}, {}, {}};
    expectRefused(
        clinic, [&] { return service.recordTenderPoints(clinic.nurse, exam); }, HasProblem("sites", Rule::Required));
    need(service.recordTenderPoints(clinic.nurse, anExam()));
    ASSERT_TRUE(clinic.review(course).points.front().tender);
    EXPECT_EQ(clinic.review(course).points.front().tender->positive, 18);
    const auto overview = need(clinic.services.patients.overview(clinic.nurse, anna, services::Reading::Refresh));
    ASSERT_TRUE(overview.latestTender);
    EXPECT_EQ(overview.latestTenderDate, date("2025-01-06"));
}

TEST_F(Entries, AnEventHasATermAGradeAndATime) {
    auto event = anEvent();
    event.term = "hiccups";
    event.grade.reset();
    expectRefused(
        clinic, [&] { return service.recordEvent(clinic.nurse, event); },
        ::testing::AllOf(HasProblem("term", Rule::NotAllowed), HasProblem("grade", Rule::Required)));
    event = anEvent();
    event.term = "other";
    event.grade = 6;
    expectRefused(
        clinic, [&] { return service.recordEvent(clinic.nurse, event); },
        ::testing::AllOf(HasProblem("words", Rule::Required), HasProblem("grade", Rule::OutOfRange)));
    event = anEvent();
    event.endedAt = clinic.clock.now().plus(minutes(-1));
    expectRefused(
        clinic, [&] { return service.recordEvent(clinic.nurse, event); }, HasProblem("ended_at", Rule::OutOfOrder));
    need(service.recordEvent(clinic.nurse, anEvent()));
    EXPECT_EQ(clinic.review(course).points.front().events.front().grade, 2);
}

TEST_F(Entries, WhetherAnEventIsSeriousIsKeptOnlyIfSomebodySaidSo) {
    need(service.recordEvent(clinic.nurse, anEvent()));
    auto judged = anEvent();
    judged.serious = true;
    judged.relation = domain::EventRelation::Probable;
    judged.endedAt = clinic.clock.now();
    need(service.recordEvent(clinic.nurse, judged));
    const auto events = clinic.view(infusion).record.events;
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].serious, std::nullopt);
    EXPECT_EQ(events[0].relation, std::nullopt);
    EXPECT_EQ(events[1].serious, true);
    EXPECT_EQ(events[1].relation, domain::EventRelation::Probable);
    EXPECT_EQ(events[1].endedAt, clinic.clock.now());
    need(service.recordEvent(clinic.nurse, anEvent()));
    EXPECT_EQ(clinic.review(course).points.front().events.size(), 3U);
}

TEST_F(Entries, ACorrectedEventKeepsItsOnsetAndCountsOnce) {
    auto severe = anEvent();
    severe.grade = 4;
    const auto onset = clinic.clock.now();
    const auto wrong = need(service.recordEvent(clinic.nurse, severe));
    clinic.clock.advance(minutes(10));
    auto mild = anEvent();
    mild.grade = 1;
    mild.corrects = Correction{wrong, "typed 4 for 1"};
    need(service.recordEvent(clinic.nurse, mild));
    const auto events = clinic.review(course).points.front().events;
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events.front().grade, 1);
    EXPECT_EQ(events.front().head.observedAt, onset);
    EXPECT_EQ(clinic.view(infusion).record.events.size(), 2U);
}

TEST_F(Entries, ANoteHasWords) {
    expectRefused(
        clinic, [&] { return service.recordNote(clinic.nurse, infusion, " "); }, HasProblem("note", Rule::Required));
    expectRefused(
        clinic, [&] { return service.recordNote(clinic.nurse, infusion, std::string(501, 'x')); },
        HasProblem("note", Rule::TooLong));
    need(service.recordNote(clinic.nurse, infusion, "sleepy"));
    EXPECT_EQ(clinic.view(infusion).record.notes.front().text, "sleepy");
}

TEST_F(Entries, NothingIsRecordedInAnInfusionThatDoesNotExist) {
    const domain::InfusionId none(clinic.ids.next());
    expectRefused(
        clinic, [&] { return service.recordNote(clinic.nurse, none, "text"); }, FailsWith(Code::NotFound));
    EXPECT_THAT(service.view(clinic.nurse, none, services::Reading::Open), FailsWith(Code::NotFound));
}

} // namespace
} // namespace chairside::test
