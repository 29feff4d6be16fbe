#include "tests/bench/bench_courses.h"

#include <string>

#include "app/demo/demo_crowd.h"

namespace chairside::bench {

namespace {

constexpr int kPatientsPerCommit = 250;
constexpr int kPainScales = 9;

// A completed course of the demo clinic, as it is stored.
struct Pattern {
    domain::Course course;
    std::vector<domain::CourseOrder> orders;
    std::vector<domain::PlannedInfusion> planned;
    std::vector<domain::InfusionRecord> records;
    std::vector<domain::FollowUp> followUps;
};

Pattern patternOf(BenchClinic& bench) {
    std::optional<Pattern> pattern;
    const auto id = bench.finishedCourse();
    need(bench.clinic().context().store.read([&](services::Transaction& tx) -> base::Done {
        pattern = Pattern{need(tx.courses().get(id), "course"), need(tx.courses().orders(id), "orders"),
                          need(tx.courses().planned(id), "plan"), need(tx.infusions().ofCourse(id), "infusions"),
                          need(tx.courses().followUps(id), "follow-ups")};
        return {};
    }),
         "reading the pattern");
    return *pattern;
}

// Writes the pattern for another patient, with pain of its own at the end.
class Copier {
public:
    Copier(services::Transaction& tx, base::IdSource& ids, const Pattern& pattern)
        : m_tx(tx), m_ids(ids), m_pattern(pattern) {}

    void copy(int number, int courses) {
        const domain::Patient patient{.id = m_ids.make<domain::PatientTag>(), .details = app::crowdMember(11, number)};
        need(m_tx.patients().add(patient), "patient");
        for (int at = 1; at <= courses; ++at)
            copyCourse(patient.id, number, at);
        m_patients.push_back(patient.id);
    }
    [[nodiscard]] const std::vector<domain::PatientId>& patients() const { return m_patients; }

private:
    void copyCourse(const domain::PatientId& patient, int number, int ordinal) {
        auto course = m_pattern.course;
        course.id = domain::CourseId(m_ids.next());
        course.patient = patient;
        course.number = ordinal;
        need(m_tx.courses().add(course), "course");
        auto order = m_pattern.orders.front();
        order.id = domain::CourseOrderId(m_ids.next());
        order.course = course.id;
        need(m_tx.courses().addOrder(order), "order");
        for (auto one : m_pattern.followUps) {
            one.id = domain::FollowUpId(m_ids.next());
            one.course = course.id;
            if (one.kind == domain::AssessmentKind::FollowUp && one.pain) one.pain = number % kPainScales;
            need(m_tx.courses().addFollowUp(one), "follow-up");
        }
        for (const auto& planned : m_pattern.planned)
            copyInfusion(planned, course, order.id);
    }

    void copyInfusion(domain::PlannedInfusion planned, const domain::Course& course,
                      const domain::CourseOrderId& order) {
        const auto from = planned.id;
        planned.id = domain::PlannedInfusionId(m_ids.next());
        planned.course = course.id;
        const domain::InfusionRecord* record = nullptr;
        for (const auto& one : m_pattern.records)
            if (one.infusion.planned == from) record = &one;
        if (!record) {
            need(m_tx.courses().addPlanned(planned), "plan");
            return;
        }
        auto infusion = record->infusion;
        infusion.id = domain::InfusionId(m_ids.next());
        infusion.planned = planned.id;
        infusion.course = course.id;
        infusion.patient = course.patient;
        infusion.order = order;
        planned.infusion = infusion.id;
        need(m_tx.courses().addPlanned(planned), "plan");
        need(m_tx.infusions().add(infusion), "infusion");
        for (auto pain : domain::standing(record->pain)) {
            pain.row.reset();
            addEntry(std::move(pain), infusion.id);
        }
        for (auto event : domain::standing(record->events))
            addEntry(std::move(event), infusion.id);
    }

    template <class Entry>
    void addEntry(Entry entry, const domain::InfusionId& infusion) {
        entry.head.id = domain::EntryId(m_ids.next());
        entry.head.infusion = infusion;
        entry.head.corrects.reset();
        need(m_tx.infusions().add(entry), "entry");
    }

    services::Transaction& m_tx;
    base::IdSource& m_ids;
    const Pattern& m_pattern;
    std::vector<domain::PatientId> m_patients;
};

} // namespace

std::vector<domain::PatientId> fillWithCourses(BenchClinic& bench, int patients, int coursesEach) {
    const auto pattern = patternOf(bench);
    auto& context = bench.clinic().context();
    std::vector<domain::PatientId> all;
    for (int from = 0; from < patients; from += kPatientsPerCommit) {
        need(context.store.write([&](services::Transaction& tx) -> base::Done {
            Copier copier(tx, context.ids, pattern);
            for (int at = from; at < from + kPatientsPerCommit && at < patients; ++at)
                copier.copy(at, coursesEach);
            all.insert(all.end(), copier.patients().begin(), copier.patients().end());
            tx.audit({.action = services::AuditAction::Create,
                      .who = bench.nurse().account,
                      .role = "nurse",
                      .workstation = "bench",
                      .patient = {},
                      .subjectKind = "course",
                      .subjectId = {},
                      .detail = {}});
            return {};
        }),
             "filling the clinic with courses");
    }
    return all;
}

} // namespace chairside::bench
