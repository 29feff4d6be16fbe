// What services ask of a store about the controlled-drug book as a whole; the book of one infusion is part of its
// record. The rules of repositories.h hold here as well.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/dosing/drug_balance.h"

namespace chairside::services {

class DrugBookRepository {
public:
    virtual ~DrugBookRepository() = default;
    [[nodiscard]] virtual base::Result<domain::Vial> vial(const domain::VialId& id) = 0;
    // Every vial with a movement on that local day.
    [[nodiscard]] virtual base::Result<std::vector<domain::Vial>> movedOn(base::CalendarDate day) = 0;
    // Vials whose lot begins like this, whatever the case of A to Z; at most so many.
    [[nodiscard]] virtual base::Result<std::vector<domain::Vial>> ofLot(std::string_view start, int limit) = 0;
    // Vials with a correction: every vial that does not balance, or does so only with a reason.
    [[nodiscard]] virtual base::Result<std::vector<domain::Vial>> corrected() = 0;
    // All of one vial, by the time they happened, then by the time they were written down.
    [[nodiscard]] virtual base::Result<std::vector<domain::DrugMovement>> movements(const domain::VialId& vial) = 0;
};

} // namespace chairside::services
