#include "core/domain/outcome/pressure_grade.h"

namespace chairside::domain {

namespace {

struct GradeFrom {
    int systolic, diastolic;
};
constexpr GradeFrom kGrades[] = {{120, 80}, {140, 90}, {160, 100}}; // mmHg, of grade 1, 2 and 3

} // namespace

int pressureGrade(int systolic, int diastolic) {
    int grade = 0;
    for (const auto& from : kGrades)
        if (systolic >= from.systolic || diastolic >= from.diastolic) ++grade;
    return grade;
}

} // namespace chairside::domain
