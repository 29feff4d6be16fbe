// Clinics with years of work behind them.
#pragma once

#include <vector>

#include "tests/bench/bench_clinic.h"

namespace chairside::bench {

// Adds invented patients with so many completed courses each, copied from one of the demo clinic.
std::vector<domain::PatientId> fillWithCourses(BenchClinic& bench, int patients, int coursesEach);

} // namespace chairside::bench
