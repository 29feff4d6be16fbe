// The audit trail and the accounting of disclosures as tables for a spreadsheet. Times are ISO 8601 with the clinic's
// offset; actions, roles and kinds are the words of the trail itself.
#pragma once

#include "core/services/ports/audit_format.h"

namespace chairside::exchange {

class AuditCsv final : public services::AuditFormat {
public:
    [[nodiscard]] std::string trailHead() const override;
    [[nodiscard]] std::string trailLine(const services::AuditLine& line) const override;
    [[nodiscard]] std::string disclosureHead() const override;
    [[nodiscard]] std::string disclosureLine(const services::Disclosure& line) const override;
};

} // namespace chairside::exchange
