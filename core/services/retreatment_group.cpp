#include "core/services/retreatment_group.h"

#include <algorithm>
#include <tuple>

#include "core/services/try.h"

namespace chairside::services {
namespace {

class RowMaker {
public:
    explicit RowMaker(Unit& unit) : m_unit(unit), m_reader(unit) {}

    base::Result<RetreatmentRow> rowOf(const domain::PatientId& id) {
        const auto courses = CHAIRSIDE_TRY(coursesOf(id));
        const auto& course = courses.front();
        const auto facts = CHAIRSIDE_TRY(m_reader.readWithDecisions(course));
        const auto response = responseOf(facts, m_unit.today(), m_unit.now());
        const auto* latest = response.latest();
        auto patient = CHAIRSIDE_TRY(m_unit.tx().patients().get(id));
        const auto standing = standingOf(facts, patient.state, m_unit.now());
        const auto until = postponedUntil(facts);
        return RetreatmentRow{.patient = std::move(patient),
                              .course = course,
                              .group = domain::groupOn(standing, m_unit.today()),
                              .window = response.window,
                              .overall = response.overall,
                              .latest = latest ? std::optional(latest->score) : std::nullopt,
                              .latestDate = latest ? std::optional(latest->date) : std::nullopt,
                              .infusionsGiven = response.given,
                              .infusionsPlanned = static_cast<int>(facts.planned.size()),
                              .infusionsLast365Days = CHAIRSIDE_TRY(countLastYearOf(courses, facts)),
                              .postponedUntil = until,
                              .postponedReason = until ? facts.decisions.back().reason : std::string()};
    }

private:
    // All of them, the newest first.
    base::Result<std::vector<domain::Course>> coursesOf(const domain::PatientId& id) {
        auto courses = CHAIRSIDE_TRY(m_unit.tx().courses().ofPatient(id));
        if (courses.empty()) return base::fail(base::Code::NotFound, "course");
        std::ranges::stable_sort(courses, std::ranges::greater{}, &domain::Course::id);
        return courses;
    }

    base::Result<int> countLastYearOf(const std::vector<domain::Course>& courses, const CourseFacts& newest) {
        std::vector<base::CalendarDate> dates;
        addGiven(dates, newest);
        for (std::size_t at = 1; at < courses.size(); ++at)
            addGiven(dates, CHAIRSIDE_TRY(m_reader.read(courses[at])));
        return countLastYear(dates, m_unit.today());
    }
    void addGiven(std::vector<base::CalendarDate>& dates, const CourseFacts& facts) const {
        for (const auto& record : facts.records) {
            if (wasGiven(facts, record, m_unit.now())) dates.push_back(record.infusion.date);
        }
    }

    Unit& m_unit;
    CourseReader m_reader;
};

} // namespace

base::Result<std::vector<ListedPatient>> listedPatients(Unit& unit) {
    std::vector<ListedPatient> listed;
    for (const auto& stored : CHAIRSIDE_TRY(allStandings(unit))) {
        const auto group = domain::groupOn(stored.standing, unit.today());
        listed.push_back({stored.patient, group, domain::dateThatMatters(stored.standing, group)});
    }
    std::ranges::sort(listed, {},
                      [](const ListedPatient& one) { return std::tuple(one.group, one.date, one.patient); });
    return listed;
}

base::Result<std::vector<RetreatmentRow>> retreatmentRows(Unit& unit, const std::vector<ListedPatient>& listed) {
    std::vector<RetreatmentRow> rows;
    rows.reserve(listed.size());
    RowMaker maker(unit);
    for (const auto& one : listed)
        rows.push_back(CHAIRSIDE_TRY(maker.rowOf(one.patient)));
    return rows;
}

} // namespace chairside::services
