// Internal to core/services: one infusion with all that its entries are checked against.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/infusion/infusion_record.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/infusion_service.h"
#include "core/services/run.h"

namespace chairside::services {

struct InfusionAtHand {
    domain::InfusionRecord record;
    domain::Course course;
    domain::PlannedInfusion planned;
    domain::ProtocolVersion protocol;
    // The present, but never before anything that is already written down: a clock set back in the middle of
    // an infusion must not turn the order of its entries around.
    base::Instant now;

    [[nodiscard]] const domain::ProtocolRules& rules() const { return protocol.rules; }
    [[nodiscard]] const domain::InfusionId& id() const { return record.infusion.id; }
};

[[nodiscard]] base::Result<InfusionAtHand> loadInfusion(Unit& unit, const domain::InfusionId& id);
// WrongState once it is signed.
[[nodiscard]] base::Result<InfusionAtHand> loadUnsigned(Unit& unit, const domain::InfusionId& id);

// WrongState once it was started ("started"), its drug is booked ("drug_booked") or its course stopped ("stopped").
[[nodiscard]] base::Done checkMayPrepare(const InfusionAtHand& infusion);

// The latest of now, the opening and every recording time.
[[nodiscard]] base::Instant presentOf(const domain::InfusionRecord& record, base::Instant now);

// BeforeStart if earlier than the minute of the opening, InFuture if later than now. A time of that minute is written
// as the opening itself: people type no seconds.
void checkTime(base::Problems& problems, const std::string& field, std::optional<base::Instant> at,
               const InfusionAtHand& infusion);

[[nodiscard]] domain::EntryHead headOf(Unit& unit, const InfusionAtHand& infusion, std::optional<base::Instant> at,
                                       const std::optional<Correction>& corrects);

// The typed time; without one a correction keeps the time of what it replaces, and anything else is observed
// now.
template <class Entry>
[[nodiscard]] std::optional<base::Instant> timeOf(const std::vector<Entry>& all, std::optional<base::Instant> at,
                                                  const std::optional<Correction>& corrects) {
    if (at || !corrects) return at;
    for (const auto& entry : all) {
        if (entry.head.id == corrects->entry) return entry.head.observedAt;
    }
    return std::nullopt;
}

// A correction names an entry of the same infusion and kind that stands, and says why. Fields: corrects,
// correction_reason.
template <class Entry>
void checkCorrection(base::Problems& problems, const std::vector<Entry>& all, const std::optional<Correction>& corrects,
                     int maxReasonLength);
void checkCorrectionReason(base::Problems& problems, const Correction& corrects, int maxLength);

// One event and one notice for an entry that was written.
void noteEntry(Unit& unit, const InfusionAtHand& infusion, const std::string& table, const domain::EntryHead& head);

// Vitals rows carry scores; a score stands if neither it nor its row is replaced.
template <class Score>
[[nodiscard]] std::vector<Score> standingScores(const std::vector<Score>& all,
                                                const std::vector<domain::VitalSigns>& rows) {
    auto result = domain::standing(all);
    std::erase_if(result, [&rows](const Score& score) {
        const auto isRow = [&score](const domain::VitalSigns& row) {
            return score.row == row.head.id;
        };
        const auto row = std::ranges::find_if(rows, isRow);
        return row != rows.end() && domain::isCorrected(rows, *row);
    });
    return result;
}

template <class Entry>
void checkCorrection(base::Problems& problems, const std::vector<Entry>& all, const std::optional<Correction>& corrects,
                     int maxReasonLength) {
    if (!corrects) return;
    const auto isIt = [&corrects](const Entry& entry) {
        return entry.head.id == corrects->entry;
    };
    const auto found = std::ranges::find_if(all, isIt);
    if (found == all.end()) {
        problems.push_back({"corrects", base::Rule::NotAllowed, {}, {}, {}});
    } else if (domain::isCorrected(all, *found)) {
        problems.push_back({"corrects", base::Rule::Duplicate, {}, {}, {}});
    }
    checkCorrectionReason(problems, *corrects, maxReasonLength);
}

} // namespace chairside::services
