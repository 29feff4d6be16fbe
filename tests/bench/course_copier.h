// Many courses from one: a finished course of the demo clinic written again for other patients or other years.
#pragma once

#include <vector>

#include "core/services/ports/unit_of_work.h"
#include "tests/bench/bench_clinic.h"

namespace chairside::bench {

// A completed course of the demo clinic, as it is stored.
struct CoursePattern {
    domain::Course course;
    std::vector<domain::CourseOrder> orders;
    std::vector<domain::PlannedInfusion> planned;
    std::vector<domain::InfusionRecord> records;
    std::vector<domain::FollowUp> followUps;
};

[[nodiscard]] CoursePattern patternOf(BenchClinic& bench);

class CourseCopier {
public:
    // Scores: what a comparison of courses reads. Everything: all that a course without incidents has, signed; the
    // signatures are those of the pattern and vouch for nothing.
    enum class Depth { Scores, Everything };

    CourseCopier(services::Transaction& tx, base::IdSource& ids, const CoursePattern& pattern, Depth depth)
        : m_tx(tx), m_ids(ids), m_pattern(pattern), m_depth(depth) {}

    // So many courses of the number-th member of the crowd, with pain of its own at the end.
    domain::PatientId copyForMember(int number, int courses);
    // The number-th course of a patient, so many days before the pattern. endPain: the newest follow-up.
    void copyFor(const domain::PatientId& patient, int number, int daysBefore, int endPain);

private:
    void copyInfusion(domain::PlannedInfusion planned, const domain::Course& course, const domain::CourseOrderId& order,
                      int daysBefore);
    void copyEntries(const domain::InfusionRecord& record, const domain::InfusionId& infusion);
    void copyVials(const domain::InfusionRecord& record, const domain::InfusionId& infusion);
    template <class Entry>
    void addEntry(Entry entry, const domain::InfusionId& infusion);

    services::Transaction& m_tx;
    base::IdSource& m_ids;
    const CoursePattern& m_pattern;
    Depth m_depth;
};

// So many members of the crowd with so many courses each.
std::vector<domain::PatientId> fillWithCourses(BenchClinic& bench, int patients, int coursesEach = 1,
                                               CourseCopier::Depth depth = CourseCopier::Depth::Scores);

// One event for a transaction that a bench writes.
void auditBench(services::Transaction& tx, BenchClinic& bench);

} // namespace chairside::bench
