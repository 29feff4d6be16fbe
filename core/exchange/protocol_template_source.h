// The templates that ship with the program, as services ask for them.
#pragma once

#include "core/services/ports/template_source.h"

namespace chairside::exchange {

// Internal if a template that was compiled in cannot be read; detail names it.
class ShippedTemplates final : public services::TemplateSource {
public:
    [[nodiscard]] base::Result<std::vector<domain::ProtocolTemplate>> templates() const override;
};

} // namespace chairside::exchange
