// The clinic's chairs.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

class ChairService {
public:
    explicit ChairService(ServiceContext& context) : m_context(context) {}

    // In the order of the clinic; none until an administrator names some.
    [[nodiscard]] base::Result<std::vector<std::string>> chairs(const Actor& actor);
    // Replaces the whole list; an empty one does away with chairs. What is recorded keeps the name it was recorded
    // with. Field chairs: TooLong (value: the name), Duplicate (value: the name), TooHigh (high: how many there may
    // be).
    [[nodiscard]] base::Done setChairs(const Actor& actor, const std::vector<std::string>& names);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
