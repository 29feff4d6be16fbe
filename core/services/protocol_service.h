// Protocol versions: taken over from a template as a draft, read, signed by a physician.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/services/service_context.h"

namespace chairside::services {

struct NumberChange {
    std::string key;        // of domain::protocolFields()
    std::int64_t value = 0; // as the field stores it
    std::string why;

    bool operator==(const NumberChange&) const = default;
};

class ProtocolService {
public:
    explicit ProtocolService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<std::vector<domain::ProtocolTemplate>> templates(const Actor& actor);
    [[nodiscard]] base::Result<std::vector<domain::ProtocolVersion>> versions(const Actor& actor);
    // A draft with the template's numbers, version 1 or one above the newest of that name.
    [[nodiscard]] base::Result<domain::ProtocolVersionId> takeOver(const Actor& actor, const std::string& templateKey);
    // Other numbers or reasons in a draft; nothing of it is in force before somebody signs. WrongState once it is
    // signed. Fields: the keys of the numbers with the rules of domain::check (NotAllowed: there is no such number); a
    // key with
    // ".why" (Required: a number that is changed says why it is what it is; TooLong).
    [[nodiscard]] base::Done changeNumbers(const Actor& actor, const domain::ProtocolVersionId& version,
                                           const std::vector<NumberChange>& changes);
    // Re-authenticates, checks the rules once more, signs (meaning "protocol"). WrongState if it is not a draft.
    [[nodiscard]] base::Done sign(const Actor& actor, const domain::ProtocolVersionId& version,
                                  const std::string& password);
    // No course is ordered under it any more; running courses keep it. Re-authenticates. WrongState unless it is
    // signed and not yet retired. Fields: reason, password.
    [[nodiscard]] base::Done retire(const Actor& actor, const domain::ProtocolVersionId& version,
                                    const std::string& reason, const std::string& password);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
