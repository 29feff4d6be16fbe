// The clinic's chairs, and on which days they take how many infusions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct ClinicDays {
    std::optional<int> perDay;              // infusions a day; none: not limited
    std::vector<base::CalendarDate> closed; // in order

    bool operator==(const ClinicDays&) const = default;
};

class ChairService {
public:
    explicit ChairService(ServiceContext& context) : m_context(context) {}

    // In the order of the clinic; none until an administrator names some.
    [[nodiscard]] base::Result<std::vector<std::string>> chairs(const Actor& actor);
    // Replaces the whole list; an empty one does away with chairs. What is recorded keeps the name it was recorded
    // with. Field chairs: NotAllowed (value: the name; it has no letter or digit, or more than one line), TooLong
    // (value: the name), Duplicate (value: the name), TooMany (high: how many there may be).
    [[nodiscard]] base::Done setChairs(const Actor& actor, const std::vector<std::string>& names);
    [[nodiscard]] base::Result<ClinicDays> days(const Actor& actor);
    // From now on dates are proposed and checked against them; what is planned stays where it is. Fields:
    // infusions_per_day (OutOfRange: 1 to high), closed_days (TooMany: high; Duplicate: the value is the day).
    [[nodiscard]] base::Done setDays(const Actor& actor, const ClinicDays& days);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
