// Internal to the repositories: rows that more than one of them reads.
#pragma once

#include "core/domain/infusion/infusion_record.h"
#include "core/store/row_reader.h"

namespace chairside::store {

[[nodiscard]] domain::Infusion toInfusion(RowReader& row);
[[nodiscard]] domain::PainScore toPain(RowReader& row);
[[nodiscard]] domain::Signature toSignature(RowReader& row);

} // namespace chairside::store
