// The protocol templates that ship with the program. Implemented in core/exchange.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/domain/protocol/protocol.h"

namespace chairside::services {

class TemplateSource {
public:
    virtual ~TemplateSource() = default;
    [[nodiscard]] virtual base::Result<std::vector<domain::ProtocolTemplate>> templates() const = 0;
};

} // namespace chairside::services
