// Everything about one patient on one screen.
#include <algorithm>

#include "core/services/course_facts.h"
#include "core/services/course_rules.h"
#include "core/services/exposure_facts.h"
#include "core/services/history_entries.h"
#include "core/services/infusion_access.h"
#include "core/services/next_step.h"
#include "core/services/patient_service.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::PainMoment;

class OverviewMaker {
public:
    OverviewMaker(Unit& unit, PatientOverview& overview) : m_unit(unit), m_overview(overview) {}

    // Courses newest first.
    base::Done add(const CourseFacts& facts) {
        m_overview.courses.push_back(CHAIRSIDE_TRY(summaryOf(facts)));
        addGivenDoses(m_given, facts, m_unit.now());
        for (auto record = facts.records.rbegin(); record != facts.records.rend(); ++record) {
            addLatest(*record, facts.rules());
            addVisit(*record, facts);
        }
        for (const auto& order : facts.orders) {
            if (const auto measure = CHAIRSIDE_TRY(m_unit.tx().courses().measure(order.id)))
                m_stated.push_back({{measure->weight, measure->weighedOn}, facts.course.id, std::nullopt});
        }
        return {};
    }

    // Once all courses are added.
    void finish(const domain::DoseRules& rules) {
        takeWeights(rules);
        std::ranges::stable_sort(m_overview.visits, std::ranges::greater{}, &PatientVisit::date);
    }

    void addScores(const CourseFacts& facts, const CourseResponse& response) {
        m_overview.baseline = response.baseline.score;
        m_overview.window = response.window;
        for (const auto& planned : facts.planned)
            addPoint(planned, facts);
        for (const auto& one : facts.followUps) {
            const auto score = one.pain ? std::optional(domain::Score::ofWhole(*one.pain)) : std::nullopt;
            m_overview.pain.push_back({one.date, 0, score, std::nullopt, one.missing});
        }
        std::ranges::stable_sort(m_overview.pain, {}, &PainPoint::date);
        if (!facts.records.empty()) m_overview.lastEvents = domain::standing(facts.records.back().events);
    }

    // Once all courses are added.
    base::Done addExposure(const domain::ExposureRules& rules, const std::vector<domain::Instrument>& instruments) {
        const auto responses = CHAIRSIDE_TRY(m_unit.tx().questionnaires().ofPatient(m_overview.patient.id));
        m_overview.exposure = domain::exposureOf(m_given, checksDone(responses, instruments), rules, m_unit.today());
        return {};
    }

private:
    base::Result<CourseSummary> summaryOf(const CourseFacts& facts) {
        CourseSummary summary{facts.course,           facts.protocol.name,
                              facts.protocol.version, CHAIRSIDE_TRY(standingOrder(facts.orders)),
                              facts.planned,          {}};
        for (const auto& planned : facts.planned) {
            const auto* record = facts.recordOf(planned);
            const bool given = record && wasGiven(*record, m_unit.now(), facts.rules().dose);
            std::optional<domain::Dose> dose;
            if (given) {
                dose = domain::deliveryOf(*record, presentOf(*record, m_unit.now()), facts.rules().dose).dose;
            }
            summary.doses.push_back(dose);
        }
        return summary;
    }

    void addPoint(const domain::PlannedInfusion& planned, const CourseFacts& facts) {
        const auto* record = facts.recordOf(planned);
        if (!record) {
            const bool isGap =
                planned.state == domain::PlanState::Missed || planned.state == domain::PlanState::Declined;
            if (isGap)
                m_overview.pain.push_back({.date = planned.date, .ordinal = planned.ordinal, .notHeld = planned.state});
            return;
        }
        const int lateHours = facts.rules().response.lateHours;
        const auto before = painAt(*record, PainMoment::Before, lateHours);
        const auto after = painAt(*record, PainMoment::After, lateHours);
        m_overview.pain.push_back({record->infusion.date, planned.ordinal, before.score, after.score, before.missing});
    }

    // Newest infusion first: what is there already is newer.
    void addLatest(const domain::InfusionRecord& record, const domain::ProtocolRules& rules) {
        const bool hidden = domain::hidesFirstNumbers(record, rules.secondCheck);
        if (const auto prepared = domain::preparedDose(record); prepared && !hidden) {
            m_weighed.push_back(
                {{prepared->inputs.weight, prepared->weighedOn}, record.infusion.course, record.infusion.id});
        }
        if (const auto rows = domain::standing(record.vitals); !rows.empty() && !m_overview.latestVitals) {
            m_overview.latestVitals = LatestVitals{rows.back()};
        }
        if (const auto exams = domain::standing(record.tenderPoints); !exams.empty() && !m_overview.latestTender) {
            m_overview.latestTender = domain::summarize(exams.back().exam, rules.monitoring);
            m_overview.latestTenderDate = exams.back().head.observedAt.localDate();
        }
    }

    void addVisit(const domain::InfusionRecord& record, const CourseFacts& facts) {
        PatientVisit visit{.infusion = record.infusion.id,
                           .date = record.infusion.date,
                           .course = facts.course.id,
                           .ordinal = record.infusion.ordinal,
                           .state = domain::stateOf(record),
                           .dose = {}};
        const auto& rules = facts.rules().dose;
        if (wasGiven(record, m_unit.now(), rules))
            visit.dose = domain::deliveryOf(record, presentOf(record, m_unit.now()), rules).dose;
        m_overview.visits.push_back(visit);
    }

    // An order may know a newer weight than the last bag.
    void takeWeights(const domain::DoseRules& rules) {
        const auto day = [](const WeightSource& source) {
            return source.weight.on;
        };
        std::vector<WeightSource> all = m_weighed;
        all.insert(all.end(), m_stated.begin(), m_stated.end());
        std::ranges::stable_sort(all, std::ranges::greater{}, day);
        if (all.empty()) return;
        const auto& newest = all.front();
        m_overview.weight = newest.weight.weight;
        m_overview.weighedOn = newest.weight.on;
        const auto other = std::ranges::find_if(all, [&](const WeightSource& source) {
            return domain::contradict(source.weight, newest.weight, rules, m_unit.policy().body);
        });
        if (other != all.end()) m_overview.contradiction = WeightContradiction{*other, newest};
    }

    Unit& m_unit;
    PatientOverview& m_overview;
    std::vector<WeightSource> m_weighed, m_stated; // by bags newest first, and with orders
    std::vector<domain::GivenDose> m_given;
};

base::Result<PatientOverview> buildOverview(Unit& unit, const domain::PatientId& id,
                                            const std::vector<domain::Instrument>& instruments) {
    PatientOverview overview{
        CHAIRSIDE_TRY(knownPatient(unit, id)), {}, {}, {}, {}, {}, {}, {}, {}, {}, NextStep::None, {}, {}, {}, {}, {}};
    overview.history = CHAIRSIDE_TRY(historyLines(unit, overview.patient));
    std::erase_if(overview.history, [](const HistoryLine& line) { return !line.current; });
    auto courses = CHAIRSIDE_TRY(unit.tx().courses().ofPatient(overview.patient.id));
    // Two records of one person may both have a first course: the ids follow the time.
    std::ranges::stable_sort(courses, std::ranges::greater{}, &domain::Course::id);
    OverviewMaker maker(unit, overview);
    domain::ProtocolRules rules;
    for (const auto& course : courses) {
        const auto facts = CHAIRSIDE_TRY(loadCourse(unit, course));
        CHAIRSIDE_TRY(maker.add(facts));
        if (course.id != courses.front().id) continue;
        rules = facts.rules();
        overview.agreement = CHAIRSIDE_TRY(agreementOf(unit, facts));
        const auto response = responseOf(facts, unit.today(), unit.now());
        maker.addScores(facts, response);
        const NewestCourse newest{facts, response};
        addNextStep(overview, &newest, unit.actor().roles, unit.today());
    }
    if (courses.empty()) {
        addNextStep(overview, nullptr, unit.actor().roles, unit.today());
        return overview;
    }
    maker.finish(rules.dose);
    CHAIRSIDE_TRY(maker.addExposure(rules.exposure, instruments));
    return overview;
}

} // namespace

base::Result<PatientOverview> PatientService::overview(const Actor& actor, const domain::PatientId& patient,
                                                       Reading reading) {
    return run(m_context, actor, domain::Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<PatientOverview> {
                   const auto instruments = CHAIRSIDE_TRY(m_context.instruments.instruments());
                   auto overview = CHAIRSIDE_TRY(buildOverview(unit, patient, instruments));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "patient", patient.text(), patient);
                   }
                   return overview;
               });
}

} // namespace chairside::services
