// What services ask of a store about where patients stand between courses: kept for the list of everybody, so that it
// need not read everybody's history. The store marks the row of a patient as outdated in the transaction that changes a
// course, its dates, an infusion, a dose, a pump step, a pain score, a follow-up, a decision, the patient's state or a
// merge; a service makes it anew.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/domain/course/retreatment_standing.h"
#include "core/domain/ids.h"

namespace chairside::services {

struct StoredStanding {
    domain::PatientId patient;
    std::optional<domain::CourseId> course; // the newest; none: the patient has no course (any more)
    domain::RetreatmentStanding standing;   // means something with a course
    int madeBy = 0;                         // see put; 0: outdated, nothing else means anything
};

class RetreatmentRepository {
public:
    virtual ~RetreatmentRepository() = default;
    // Of everybody who ever had a course, in the order of patients.
    [[nodiscard]] virtual base::Result<std::vector<StoredStanding>> all() = 0;
    // Nothing for somebody who never had a course.
    [[nodiscard]] virtual base::Result<std::optional<StoredStanding>> of(const domain::PatientId& patient) = 0;
    // Patients whose row was made in another way than maker, or is outdated.
    [[nodiscard]] virtual base::Result<std::vector<domain::PatientId>> notMadeBy(int maker, int most) = 0;
    // Replaces the row of the patient; derived, so it needs no event. madeBy: a number for the way it was made, from 1.
    [[nodiscard]] virtual base::Done put(const StoredStanding& standing) = 0;
};

} // namespace chairside::services
