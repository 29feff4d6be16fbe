// Internal to core/services: reads many courses with what their outcome needs, each protocol version once.
#pragma once

#include <map>

#include "core/services/course_facts.h"

namespace chairside::services {

// Valid inside one unit. The facts have no orders, and of signed infusions only pain scores and adverse events: an
// infusion that is not signed is read whole, because only all of it tells whether drug has flowed.
class CourseReader {
public:
    explicit CourseReader(Unit& unit) : m_unit(unit) {}

    // Without decisions.
    [[nodiscard]] base::Result<CourseFacts> read(const domain::Course& course);
    [[nodiscard]] base::Result<CourseFacts> readWithDecisions(const domain::Course& course);
    // Numbers only: its words are left out.
    [[nodiscard]] base::Result<domain::ProtocolVersion> version(const domain::ProtocolVersionId& id);

private:
    [[nodiscard]] base::Done completeUnsigned(const CourseFacts& facts, domain::InfusionRecord& record);

    Unit& m_unit;
    std::map<domain::ProtocolVersionId, domain::ProtocolVersion> m_versions;
};

} // namespace chairside::services
