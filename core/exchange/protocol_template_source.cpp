#include "core/exchange/protocol_template_source.h"

#include <string>

#include "core/exchange/embedded_templates.h"
#include "core/exchange/protocol_template.h"

namespace chairside::exchange {

base::Result<std::vector<domain::ProtocolTemplate>> ShippedTemplates::templates() const {
    std::vector<domain::ProtocolTemplate> result;
    for (const auto& embedded : embeddedTemplates()) {
        auto content = parseTemplate(embedded.json);
        if (!content) return base::fail(base::Code::Internal, content.error().field, std::string(embedded.name));
        result.push_back(std::move(*content));
    }
    return result;
}

} // namespace chairside::exchange
