// What differs between two versions of a protocol.
#pragma once

#include <string>
#include <vector>

#include "core/domain/protocol/protocol.h"

namespace chairside::domain {

enum class ChangedPart {
    Name,
    Drug,
    Summary,
    Remark,    // key: empty; one entry whatever number of remarks differ
    Emergency, // what is done in one; one entry as for remarks
    Number,    // key: of the field
    Why,       // of a number; key: of the field
    Screening, // key: of the item
    PreCheck,  // key: of the item
    Discharge  // key: of the item
};

struct ProtocolChange {
    ChangedPart part = ChangedPart::Number;
    std::string key;

    bool operator==(const ProtocolChange&) const = default;
};

// Texts first, then questions, then numbers in the order in which they are shown. A question that only one version asks
// is a change; the order of questions and remarks is one too.
[[nodiscard]] std::vector<ProtocolChange> changesBetween(const ProtocolVersion& before, const ProtocolVersion& after);

// Of these, what changes a hard limit: a number that forbids, or a question with an answer that stops for good. A
// change of the reason beside a number is none.
[[nodiscard]] std::vector<ProtocolChange> hardLimitChanges(const ProtocolVersion& before, const ProtocolVersion& after);

// The question of a version, if it asks it.
[[nodiscard]] const ChecklistItem* checklistItem(const ProtocolVersion& version, ChecklistKind list,
                                                 const std::string& key);
[[nodiscard]] const ScreeningItem* screeningItem(const ProtocolVersion& version, const std::string& key);
// Why a number is what it is; empty if the version does not say.
[[nodiscard]] std::string whyOf(const ProtocolVersion& version, std::string_view key);

} // namespace chairside::domain
