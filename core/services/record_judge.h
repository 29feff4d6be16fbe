// Internal to core/services: whether the clinic knows a part of a record already.
#pragma once

#include <vector>

#include "core/services/record_file.h"
#include "core/services/run.h"

namespace chairside::services {

// Judges the parts of one patient's record in the order of the file; what is New counts as known for what follows.
class RecordJudge {
public:
    // patient: none if the clinic does not know them yet. born: what the file says.
    [[nodiscard]] static base::Result<RecordJudge> begin(Unit& unit, const domain::Patient* patient,
                                                         base::CalendarDate born);

    [[nodiscard]] HistoryRow judge(HistoryCandidate candidate);
    [[nodiscard]] ObservationRow judge(ObservationCandidate candidate);

private:
    explicit RecordJudge(Unit& unit, base::CalendarDate born) : m_unit(unit), m_born(born) {}

    Unit& m_unit;
    base::CalendarDate m_born;
    std::vector<domain::HistoryDetails> m_known;
    struct Measured {
        std::string loinc;
        std::string source;
        domain::OutsideValue value;
        base::Instant at;
    };
    std::vector<Measured> m_measured;
};

} // namespace chairside::services
