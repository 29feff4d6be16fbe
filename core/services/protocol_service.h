// Protocol versions: taken over from a template as a draft, read, signed by a physician.
#pragma once

#include <string>
#include <vector>

#include "core/services/service_context.h"

namespace chairside::services {

class ProtocolService {
public:
    explicit ProtocolService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<std::vector<domain::ProtocolTemplate>> templates(const Actor& actor);
    [[nodiscard]] base::Result<std::vector<domain::ProtocolVersion>> versions(const Actor& actor);
    // A draft with the template's numbers, version 1 or one above the newest of that name.
    [[nodiscard]] base::Result<domain::ProtocolVersionId> takeOver(const Actor& actor, const std::string& templateKey);
    // Re-authenticates, checks the rules once more, signs (meaning "protocol"). WrongState if it is not a draft.
    [[nodiscard]] base::Done sign(const Actor& actor, const domain::ProtocolVersionId& version,
                                  const std::string& password);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
