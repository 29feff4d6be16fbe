#include "core/services/review_service.h"

#include <algorithm>
#include <map>

#include "core/services/course_reader.h"
#include "core/services/course_review.h"
#include "core/services/retreatment_group.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

using CoursesByPatient = std::map<domain::PatientId, std::vector<domain::Course>>;

class ListReader {
public:
    explicit ListReader(Unit& unit) : m_unit(unit), m_reader(unit) {}

    // courses: all of one patient, newest first.
    base::Result<RetreatmentRow> rowOf(const std::vector<domain::Course>& courses) {
        const auto& course = courses.front();
        const auto facts = CHAIRSIDE_TRY(m_reader.readWithDecisions(course));
        const auto response = responseOf(facts, m_unit.today(), m_unit.now());
        const auto* latest = response.latest();
        auto patient = CHAIRSIDE_TRY(m_unit.tx().patients().get(course.patient));
        // Nobody decides about whoever withdrew or died.
        const auto group =
            domain::mayBeTreated(patient.state) ? groupOf(facts, response, m_unit.today()) : RetreatmentGroup::Decided;
        return RetreatmentRow{.patient = std::move(patient),
                              .course = course,
                              .group = group,
                              .window = response.window,
                              .overall = response.overall,
                              .latest = latest ? std::optional(latest->score) : std::nullopt,
                              .latestDate = latest ? std::optional(latest->date) : std::nullopt,
                              .infusionsGiven = response.given,
                              .infusionsPlanned = static_cast<int>(facts.planned.size()),
                              .infusionsLast365Days = CHAIRSIDE_TRY(countLastYearOf(courses, facts)),
                              .postponedUntil = postponedUntil(facts)};
    }

private:
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

base::Result<CoursesByPatient> coursesByPatient(Unit& unit) {
    CoursesByPatient courses;
    for (auto& course : CHAIRSIDE_TRY(unit.tx().courses().all()))
        courses[course.patient].push_back(std::move(course));
    for (auto& [patient, all] : courses)
        std::ranges::stable_sort(all, std::ranges::greater{}, &domain::Course::id);
    return courses;
}

} // namespace

base::Result<CourseReview> ReviewService::review(const Actor& actor, const domain::CourseId& course, Reading reading) {
    return run(m_context, actor, Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<CourseReview> {
                   auto review = CHAIRSIDE_TRY(buildReview(unit, course));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "course", course.text(), review.course.patient);
                   }
                   return review;
               });
}

base::Result<std::vector<RetreatmentRow>> retreatmentRows(Unit& unit) {
    std::vector<RetreatmentRow> rows;
    ListReader reader(unit);
    for (const auto& [patient, courses] : CHAIRSIDE_TRY(coursesByPatient(unit)))
        rows.push_back(CHAIRSIDE_TRY(reader.rowOf(courses)));
    std::ranges::stable_sort(rows, comesBefore);
    return rows;
}

base::Result<std::vector<RetreatmentRow>> ReviewService::retreatmentList(const Actor& actor) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [](Unit& unit) { return retreatmentRows(unit); });
}

base::Done ReviewService::issueChart(const Actor& actor, const domain::CourseId& id, const std::string& what) {
    return run(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Done {
        const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(id));
        unit.audit(AuditAction::Issue, "course", id.text(), course.patient, what);
        return {};
    });
}

base::Result<std::vector<domain::TitrationCount>> ReviewService::titrationCounts(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [](Unit& unit) -> base::Result<std::vector<domain::TitrationCount>> {
                   std::vector<domain::TitrationCount> counts;
                   for (const auto rule : domain::kSuggestingRules)
                       counts.push_back(CHAIRSIDE_TRY(unit.tx().courses().titrationCount(rule)));
                   return counts;
               });
}

} // namespace chairside::services
