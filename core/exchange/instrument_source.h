// The instruments that ship with the program, as services ask for them.
#pragma once

#include <optional>

#include "core/services/ports/instrument_source.h"

namespace chairside::exchange {

// Read once. Internal if one that was compiled in cannot be read; detail names it. Used on one thread.
class ShippedInstruments final : public services::InstrumentSource {
public:
    [[nodiscard]] base::Result<std::vector<domain::Instrument>> instruments() const override;

private:
    mutable std::optional<base::Result<std::vector<domain::Instrument>>> m_read;
};

} // namespace chairside::exchange
