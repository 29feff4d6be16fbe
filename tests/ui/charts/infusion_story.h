// One infusion record with vitals and pump steps, told by the minute.
#pragma once

#include <optional>

#include "core/domain/infusion/infusion_record.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::test {

class InfusionStory {
public:
    // Prepared: 34 mg in 100 mL over 90 minutes; nothing started.
    InfusionStory();

    // Minutes are counted from the planned start at 10:00.
    [[nodiscard]] static base::Instant at(int minute);
    InfusionStory& step(int minute, domain::StepKind kind);
    InfusionStory& vitals(int minute, std::optional<int> systolic, std::optional<int> diastolic,
                          std::optional<int> heartRate, std::optional<int> spo2);
    // Replaces the row told last.
    InfusionStory& correctLast(int systolic, int diastolic, int heartRate, int spo2);

    [[nodiscard]] const domain::InfusionRecord& record() const { return m_record; }
    [[nodiscard]] static domain::ProtocolRules rules();

private:
    [[nodiscard]] domain::EntryHead head(int minute) const;
    domain::InfusionRecord m_record;
};

// Ninety minutes with a row every 15, a pause of five minutes and one high pressure.
[[nodiscard]] InfusionStory usualInfusion();

} // namespace chairside::test
