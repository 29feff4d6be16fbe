// The questionnaires and tests this clinic works with. Implemented in core/exchange.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/domain/instrument/instrument.h"

namespace chairside::services {

class InstrumentSource {
public:
    virtual ~InstrumentSource() = default;
    // Valid instruments with different ids; the same at every call.
    [[nodiscard]] virtual base::Result<std::vector<domain::Instrument>> instruments() const = 0;
};

} // namespace chairside::services
