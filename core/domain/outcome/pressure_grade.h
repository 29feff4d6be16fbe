// The grade of a raised blood pressure by its numbers alone (CTCAE v5.0, hypertension, adults). Treatment and
// consequences, which the table also counts, are not in it: the grade is a floor, and nothing here is grade 4.
#pragma once

namespace chairside::domain {

// 0 to 3, the higher one of the two pressures in mmHg: from 120 or 80 grade 1, from 140 or 90 grade 2, from 160 or 100
// grade 3. The bands belong to the table.
[[nodiscard]] int pressureGrade(int systolic, int diastolic);

} // namespace chairside::domain
