// How lines of the trail are written for a spreadsheet. Implemented in core/exchange; pure.
#pragma once

#include <string>

namespace chairside::services {

struct AuditLine;
struct Disclosure;

class AuditFormat {
public:
    virtual ~AuditFormat() = default;
    // The names of the columns, then one line a row, each with its line end.
    [[nodiscard]] virtual std::string trailHead() const = 0;
    [[nodiscard]] virtual std::string trailLine(const AuditLine& line) const = 0;
    [[nodiscard]] virtual std::string disclosureHead() const = 0;
    [[nodiscard]] virtual std::string disclosureLine(const Disclosure& line) const = 0;
};

} // namespace chairside::services
