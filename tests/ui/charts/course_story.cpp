#include "tests/ui/charts/course_story.h"

#include <algorithm>

#include "core/domain/course/retreatment.h"

namespace chairside::test {

using domain::Score;

base::CalendarDate day(std::string_view iso) {
    return base::CalendarDate::fromIso(iso).value();
}

Score points(std::int64_t thousandths) {
    return Score::ofRaw(thousandths);
}

base::Uuid madeUpUuid() {
    static std::uint32_t next = 0;
    ++next;
    base::Uuid::Bytes bytes{};
    for (std::size_t i = 0; i < 4; ++i)
        bytes[15 - i] = static_cast<std::uint8_t>(next >> (8 * i));
    return base::Uuid(bytes);
}

namespace {

domain::ProtocolRules usualRules() {
    domain::ProtocolRules rules;
    rules.response = {.baselineDays = 14,
                      .substantialPercent = 50,
                      .moderatePercent = 30,
                      .minimalPercent = 10,
                      .trialPercent = 50,
                      .meaningfulPoints = Score::ofWhole(2),
                      .lateHours = 24};
    rules.retreatment = {.openDays = 28, .closeDays = 42, .relapsePercent = 50};
    rules.monitoring.tenderNoiseBand = 5;
    rules.monitoring.tenderCriterion = 11;
    rules.monitoring.tenderPositiveFrom = 2;
    rules.dose.maxPerKg = domain::DosePerKg::ofRaw(1000);
    return rules;
}

services::CourseReview emptyReview() {
    const domain::PatientId patient(madeUpUuid());
    const domain::CourseId course(madeUpUuid());
    const domain::ProtocolVersionId version(madeUpUuid());
    domain::ProtocolVersion protocol{.id = version,
                                     .protocol = domain::ProtocolId(madeUpUuid()),
                                     .name = "Fibromyalgia course, 0.5 mg per kg",
                                     .version = 3,
                                     .state = domain::ProtocolState::Signed,
                                     .drug = "ketamine",
                                     .summary = {},
                                     .remarks = {},
                                     .rules = usualRules(),
                                     .whys = {},
                                     .signedBy = {},
                                     .signedAt = {}};
    domain::PatientDetails details{.name = {"TESTPATIENT", "Anna", "Ms", ""},
                                   .born = day("1979-03-14"),
                                   .gender = domain::Gender::Female,
                                   .clinicNumber = "KC 0412",
                                   .phone = {},
                                   .allergyStatus = domain::AllergyStatus::NoneKnown,
                                   .allergies = {}};
    return {.patient = {patient, details, 1},
            .course = {.id = course,
                       .patient = patient,
                       .protocolVersion = version,
                       .number = 1,
                       .goal = {},
                       .stopReason = {},
                       .closedOn = {}},
            .protocol = protocol,
            .orders = {},
            .assessments = {},
            .points = {},
            .baseline = {},
            .latest = {},
            .latestDate = {},
            .overall = {},
            .titration = {},
            .window = {},
            .relapsed = {},
            .decisions = {},
            .otherCourses = {}};
}

} // namespace

CourseStory::CourseStory() : m_review(emptyReview()), m_today(day("2025-06-30")) {}

CourseStory& CourseStory::baseline(std::string_view date, int pain) {
    followUp(date, pain);
    m_review.assessments.back().kind = domain::AssessmentKind::Baseline;
    m_baselineScores.push_back(Score::ofWhole(pain));
    m_review.baseline = domain::meanOf(m_baselineScores);
    m_review.baselineScores = static_cast<int>(m_baselineScores.size());
    m_review.baselineLowest = std::ranges::min(m_baselineScores);
    m_review.baselineHighest = std::ranges::max(m_baselineScores);
    return *this;
}

CourseStory& CourseStory::baselineMean(std::optional<Score> mean) {
    m_review.baseline = mean;
    return *this;
}

services::ReviewPoint& CourseStory::add(std::string_view date, domain::PlanState state) {
    const int ordinal = static_cast<int>(m_review.points.size()) + 1;
    domain::PlannedInfusion planned{.id = domain::PlannedInfusionId(madeUpUuid()),
                                    .course = m_review.course.id,
                                    .ordinal = ordinal,
                                    .date = day(date),
                                    .state = state,
                                    .reason = {},
                                    .infusion = {}};
    m_review.points.push_back({.planned = planned,
                               .perKg = {},
                               .dose = {},
                               .before = {},
                               .after = {},
                               .beforeMissing = {},
                               .afterMissing = {},
                               .sameDay = {},
                               .durable = {},
                               .tender = {},
                               .events = {},
                               .highestSystolic = {},
                               .highestDiastolic = {},
                               .worstDissociation = {}});
    return m_review.points.back();
}

CourseStory& CourseStory::given(std::string_view date, std::optional<int> before, std::optional<int> after,
                                std::int64_t microgramsPerKg) {
    auto& point = add(date, domain::PlanState::Given);
    point.planned.infusion = domain::InfusionId(madeUpUuid());
    point.perKg = domain::DosePerKg::ofRaw(microgramsPerKg);
    point.dose = domain::Dose::ofRaw(microgramsPerKg * 68);
    if (before) point.before = Score::ofWhole(*before);
    if (after) point.after = Score::ofWhole(*after);
    return *this;
}

CourseStory& CourseStory::notGiven(std::string_view date, domain::PlanState state, std::string reason) {
    add(date, state).planned.reason = std::move(reason);
    return *this;
}

CourseStory& CourseStory::followUp(std::string_view date, std::optional<int> pain, domain::RecallFrame frame) {
    std::optional<domain::MissingReason> missing;
    if (!pain) missing = domain::MissingReason::Declined;
    m_review.assessments.push_back({.id = domain::FollowUpId(madeUpUuid()),
                                    .course = m_review.course.id,
                                    .date = day(date),
                                    .frame = frame,
                                    .pain = pain,
                                    .missing = missing,
                                    .recordedAt = base::Instant::of(0, 0),
                                    .recordedBy = domain::AccountId(madeUpUuid())});
    return *this;
}

CourseStory& CourseStory::event(std::string term, int grade) {
    auto& point = m_review.points.back();
    const domain::EntryHead head{.id = domain::EntryId(madeUpUuid()),
                                 .infusion = *point.planned.infusion,
                                 .observedAt = base::Instant::of(0, 0),
                                 .recordedAt = base::Instant::of(0, 0),
                                 .recordedBy = domain::AccountId(madeUpUuid()),
                                 .corrects = {},
                                 .correctionReason = {}};
    point.events.push_back({.head = head, .term = std::move(term), .words = {}, .grade = grade, .endedAt = {}});
    return *this;
}

CourseStory& CourseStory::late() {
    m_review.points.back().beforeLate = true;
    m_review.points.back().afterLate = true;
    return *this;
}

CourseStory& CourseStory::missing(domain::MissingReason before, std::optional<domain::MissingReason> after) {
    m_review.points.back().beforeMissing = before;
    m_review.points.back().afterMissing = after;
    return *this;
}

CourseStory& CourseStory::tender(int positive, int examined, std::optional<std::int64_t> mean) {
    domain::TenderSummary summary{.positive = positive,
                                  .examined = examined,
                                  .missing = 18 - examined,
                                  .sum = {},
                                  .meanIntensity = {},
                                  .controlMean = {},
                                  .meanThreshold = {}};
    if (mean && examined == 18) summary.meanIntensity = Score::ofRaw(*mean);
    m_review.points.back().tender = summary;
    return *this;
}

CourseStory& CourseStory::exam(int positive, int examined, int score) {
    domain::TenderPointExam exam;
    int at = 0;
    for (const auto site : domain::tenderSites()) {
        if (domain::isControl(site)) continue;
        if (at < examined) exam.at(site).score = at < positive ? score : 0;
        ++at;
    }
    auto& point = m_review.points.back();
    point.exam = exam;
    point.tender = domain::summarize(exam, m_review.protocol.rules.monitoring);
    return *this;
}

CourseStory& CourseStory::algometer(std::int64_t threshold, std::int64_t tolerance, int sites) {
    auto& point = m_review.points.back();
    int at = 0;
    for (const auto site : domain::tenderSites()) {
        if (domain::isControl(site) || at++ >= sites) continue;
        point.exam->at(site).threshold = domain::Pressure::ofRaw(threshold);
        point.exam->at(site).tolerance = domain::Pressure::ofRaw(tolerance);
    }
    point.tender = domain::summarize(*point.exam, m_review.protocol.rules.monitoring);
    return *this;
}

CourseStory& CourseStory::endurance(int seconds, std::int64_t grams) {
    m_review.points.back().endurance = domain::EnduranceTest{
        .seconds = seconds, .load = domain::Weight::ofRaw(grams), .side = domain::BodySide::Right, .words = {}};
    return *this;
}

CourseStory& CourseStory::pressure(int systolic, int diastolic, int dissociation) {
    auto& point = m_review.points.back();
    point.highestSystolic = systolic;
    point.highestDiastolic = diastolic;
    point.worstDissociation = dissociation;
    return *this;
}

CourseStory& CourseStory::completed() {
    m_review.course.state = domain::CourseState::Completed;
    return *this;
}

CourseStory& CourseStory::stopped(std::string_view date) {
    m_review.course.state = domain::CourseState::Stopped;
    m_review.course.closedOn = day(date);
    return *this;
}

CourseStory& CourseStory::today(std::string_view date) {
    m_today = day(date);
    return *this;
}

void CourseStory::findLatest(services::CourseReview& review) const {
    for (const auto& point : review.points) {
        if (!point.before) continue;
        review.latest = point.before;
        review.latestDate = point.planned.date;
        review.latestOrdinal = point.planned.ordinal;
    }
    for (const auto& assessment : review.assessments) {
        if (assessment.kind != domain::AssessmentKind::FollowUp || !assessment.pain) continue;
        if (review.latestDate && assessment.date <= *review.latestDate) continue;
        review.latest = Score::ofWhole(*assessment.pain);
        review.latestDate = assessment.date;
        review.latestOrdinal = 0;
    }
}

services::CourseReview CourseStory::review() const {
    services::CourseReview review = m_review;
    findLatest(review);
    std::optional<base::CalendarDate> lastGiven;
    int given = 0;
    int planned = 0;
    for (auto& point : review.points) {
        point.sameDay = domain::judgeResponse(point.before, point.after, 10, review.protocol.rules.response);
        point.durable = domain::judgeResponse(review.baseline, point.before, 10, review.protocol.rules.response);
        const bool wasGiven = point.planned.state == domain::PlanState::Given;
        if (wasGiven) lastGiven = point.planned.date;
        given += wasGiven ? 1 : 0;
        planned += wasGiven || point.planned.state == domain::PlanState::Planned ? 1 : 0;
        review.durableExpected += point.planned.state == domain::PlanState::Planned ? 0 : 1;
        review.durableScores += point.before ? 1 : 0;
    }
    review.overall = domain::judgeResponse(review.baseline, review.latest, 10, review.protocol.rules.response);
    review.window = domain::retreatmentWindow(lastGiven, given, planned, m_today, review.protocol.rules.retreatment);
    return review;
}

CourseStory usualCourse() {
    CourseStory story;
    story.baseline("2024-12-30", 7).baseline("2025-01-03", 8).baselineMean(points(7400));
    story.given("2025-01-06", 8, 4, 300).tender(15).pressure(138, 84, 1);
    story.given("2025-01-09", 8, 4, 400).pressure(142, 88, 1);
    story.given("2025-01-13", 7, 4, 500).event("nausea", 2).event("dizziness", 1).pressure(152, 92, 2);
    story.notGiven("2025-01-16", domain::PlanState::Missed, "had a cold");
    story.given("2025-01-20", 6, 3, 500).tender(12, 18, 5000).pressure(140, 86, 1);
    story.given("2025-01-23", 4, 3, 500).tender(7, 18, 3000).pressure(136, 84, 1);
    return story;
}

} // namespace chairside::test
