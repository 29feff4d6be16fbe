#include "core/services/outcome_service.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/domain/course/course_state.h"
#include "core/services/course_outcome.h"
#include "core/services/course_reader.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

// Points are told as they are typed, so an average of them may be a fraction.
double pointsOf(domain::Score score) {
    return static_cast<double>(score.raw()) / 1000;
}

// The last day a course is known of: the newest of its given infusions and of the scores after them.
int followedTo(const CourseOutcome& course) {
    auto last = course.response.lastGiven.value_or(course.begins);
    for (const auto& one : course.response.durable)
        last = std::max(last, one.date);
    return base::daysBetween(course.begins, last);
}

CourseLane laneOf(const CourseFacts& facts, const CourseOutcome& course, base::Instant now) {
    CourseLane lane{.course = facts.course.id,
                    .patient = facts.course.patient,
                    .begins = course.begins,
                    .state = facts.course.state,
                    .infusions = {},
                    .adverse = {},
                    .responseDay = {},
                    .end = course.gainEnd,
                    .followedDays = followedTo(course)};
    for (const auto& record : facts.records) {
        if (!wasGiven(facts, record, now)) continue;
        const int day = base::daysBetween(course.begins, record.infusion.date);
        lane.infusions.push_back(day);
        if (!domain::standing(record.events).empty()) lane.adverse.push_back(day);
    }
    const int courseDays = base::daysBetween(course.begins, course.response.lastGiven.value_or(course.begins));
    if (!course.gap && course.judged.responder) lane.responseDay = courseDays + course.judged.daysAfter;
    if (lane.end == GainEnd::Retreated || lane.end == GainEnd::Relapsed)
        lane.followedDays = courseDays + course.gainDays;
    return lane;
}

// Takes courses one by one and sums them up.
class Tally {
public:
    Tally(Outcomes& outcomes, base::Instant now) : m_outcomes(outcomes), m_now(now) {}

    void add(const CourseFacts& facts, const CourseOutcome& course) {
        ++m_outcomes.courses;
        addDefinition(facts);
        if (course.gap) {
            m_gaps.emplace_back(*course.gap, facts.course);
        } else {
            m_outcomes.judged.push_back(course.judged);
        }
        if (!course.response.lastGiven) return;
        ++m_outcomes.started;
        ++stateCount(facts.course.state);
        for (const auto& record : facts.records)
            if (wasGiven(facts, record, m_now)) addInfusion(record, facts.rules().response.lateHours);
        m_outcomes.lanes.push_back(laneOf(facts, course, m_now));
        if (!domain::isRunning(facts.course.state)) addGain(course);
    }

    void finish() {
        auto& all = m_outcomes;
        std::ranges::sort(all.judged, [](const auto& a, const auto& b) {
            return std::tuple(b.reductionPermille, a.course) < std::tuple(a.reductionPermille, b.course);
        });
        std::ranges::sort(all.lanes, {}, [](const auto& lane) { return std::tuple(lane.begins, lane.course); });
        const auto responders = std::ranges::count(all.judged, true, &JudgedCourse::responder);
        all.responders = {responders, std::ssize(all.judged)};
        if (isEnough(all.judged.size())) all.respondersRange = domain::wilson95(all.responders);
        for (auto& [ordinal, pain] : m_pain)
            all.byInfusion.push_back(
                {ordinal, pain.given, spreadOf(std::move(pain.before)), spreadOf(std::move(pain.after))});
        auto& gain = all.gainKept;
        gain.curve.subjects = static_cast<int>(gain.observations.size());
        if (isEnough(gain.observations.size())) gain.curve = domain::kaplanMeier(gain.observations);
        auto& adverse = all.adverse;
        if (adverse.infusions >= all.smallestGroup)
            adverse.perHundred = domain::perHundred(adverse.events, adverse.infusions);
    }

    // Those that cannot be judged, by reason, then by course.
    [[nodiscard]] std::vector<std::pair<OutcomeGap, domain::Course>> gaps() {
        std::ranges::sort(m_gaps, {}, [](const auto& one) { return std::tuple(one.first, one.second.id); });
        return std::move(m_gaps);
    }

private:
    struct OrdinalPain {
        int given = 0;
        std::vector<double> before, after;
    };

    [[nodiscard]] bool isEnough(std::size_t size) const {
        return std::cmp_greater_equal(size, m_outcomes.smallestGroup);
    }

    [[nodiscard]] PainSpread spreadOf(std::vector<double> values) const {
        const int scores = static_cast<int>(values.size());
        if (!isEnough(values.size())) return {scores, std::nullopt};
        return {scores, domain::quartilesOf(std::move(values))};
    }

    int& stateCount(domain::CourseState state) {
        if (domain::isRunning(state)) return m_outcomes.running;
        return state == domain::CourseState::Stopped ? m_outcomes.stopped : m_outcomes.completed;
    }

    void addDefinition(const CourseFacts& facts) {
        const auto& protocol = facts.protocol;
        auto& known = m_outcomes.definitions;
        if (std::ranges::find(known, protocol.id, &OutcomeDefinition::version) != known.end()) return;
        known.push_back({protocol.id, protocol.name, protocol.version, protocol.rules.response.moderatePercent,
                         protocol.rules.retreatment.closeDays, protocol.rules.retreatment.relapsePercent});
    }

    void addInfusion(const domain::InfusionRecord& record, int lateHours) {
        auto& pain = m_pain[record.infusion.ordinal];
        ++pain.given;
        if (const auto before = painAt(record, domain::PainMoment::Before, lateHours).score)
            pain.before.push_back(pointsOf(*before));
        if (const auto after = painAt(record, domain::PainMoment::After, lateHours).score)
            pain.after.push_back(pointsOf(*after));
        auto& adverse = m_outcomes.adverse;
        ++adverse.infusions;
        for (const auto& event : domain::standing(record.events)) {
            ++adverse.events;
            ++adverse.byGrade.at(static_cast<std::size_t>(event.grade - 1));
        }
    }

    void addGain(const CourseOutcome& course) {
        auto& gain = m_outcomes.gainKept;
        if (course.gainEnd == GainEnd::Unknown) {
            ++gain.unknown;
            return;
        }
        if (course.gainEnd == GainEnd::NoGain) {
            ++gain.withoutGain;
            return;
        }
        if (course.gainEnd == GainEnd::Retreated) ++gain.retreated;
        if (course.gainEnd == GainEnd::Relapsed) ++gain.relapsed;
        gain.observations.push_back({course.gainDays, course.gainEnd != GainEnd::Kept});
    }

    Outcomes& m_outcomes;
    base::Instant m_now;
    std::map<int, OrdinalPain> m_pain;
    std::vector<std::pair<OutcomeGap, domain::Course>> m_gaps;
};

bool isAsked(const OutcomeQuery& query, const domain::Course& course, base::CalendarDate begins) {
    return begins >= query.from && begins <= query.to && (!query.version || *query.version == course.protocolVersion);
}

// All courses, of each patient the latest first: what came after a course is known before it is judged.
base::Result<std::vector<domain::Course>> coursesByPatient(Unit& unit) {
    auto all = CHAIRSIDE_TRY(unit.tx().courses().all());
    std::ranges::sort(all, [](const auto& a, const auto& b) {
        return std::tuple(a.patient, b.number) < std::tuple(b.patient, a.number);
    });
    return all;
}

base::Result<Outcomes> build(Unit& unit, const OutcomeQuery& query) {
    CourseReader reader(unit);
    if (query.version) CHAIRSIDE_TRY(reader.version(*query.version));
    Outcomes outcomes{.query = query, .smallestGroup = unit.policy().smallestGroup, .asOf = unit.now()};
    Tally tally(outcomes, unit.now());
    std::optional<domain::PatientId> patient;
    std::optional<base::CalendarDate> retreatedOn;
    for (const auto& course : CHAIRSIDE_TRY(coursesByPatient(unit))) {
        if (patient != course.patient) retreatedOn = std::nullopt;
        patient = course.patient;
        const auto facts = CHAIRSIDE_TRY(reader.read(course));
        const auto outcome = outcomeOf(facts, retreatedOn, unit.today(), unit.now());
        if (const auto first = firstGiven(facts, unit.now())) retreatedOn = first;
        if (outcome && isAsked(query, course, outcome->begins)) tally.add(facts, *outcome);
    }
    tally.finish();
    for (const auto& [gap, course] : tally.gaps())
        outcomes.unjudged.push_back({course, CHAIRSIDE_TRY(unit.tx().patients().get(course.patient)), gap});
    return outcomes;
}

} // namespace

base::Result<Outcomes> OutcomeService::outcomes(const Actor& actor, const OutcomeQuery& query, Reading reading) {
    return run(m_context, actor, domain::Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<Outcomes> {
                   if (query.to < query.from) return base::invalid("to", base::Rule::OutOfOrder);
                   auto outcomes = CHAIRSIDE_TRY(build(unit, query));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "outcomes", query.version ? query.version->text() : std::string{},
                                  std::nullopt, query.from.iso() + ".." + query.to.iso());
                   }
                   return outcomes;
               });
}

base::Done OutcomeService::issueNumbers(const Actor& actor, const OutcomeQuery& query, const std::string& part) {
    return run(m_context, actor, domain::Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Done {
        unit.audit(AuditAction::Issue, "outcomes", query.version ? query.version->text() : std::string{}, std::nullopt,
                   part + " " + query.from.iso() + ".." + query.to.iso());
        return {};
    });
}

} // namespace chairside::services
