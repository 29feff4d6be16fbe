// A protocol and its versions. A version is a draft until a physician signs it; a signed version never changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/protocol/checklist.h"
#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/protocol/screening_item.h"

namespace chairside::domain {

enum class ProtocolState { Draft, Signed, Retired };

// Why a number is what it is: a source or the clinic's reason, shown beside the number.
struct ProtocolWhy {
    std::string key;
    std::string text;
};

struct ProtocolVersion {
    ProtocolVersionId id;
    ProtocolId protocol;
    std::string name; // "Fibromyalgia course, 0.5 mg per kg"
    int version = 1;
    ProtocolState state = ProtocolState::Draft;
    std::string drug;                 // generic name, lower case
    std::string summary;              // what it is and where it comes from
    std::vector<std::string> remarks; // information for the reader, e.g. what a guideline says
    ProtocolRules rules;
    std::vector<ProtocolWhy> whys;
    std::vector<ChecklistItem> items;   // both lists; none: the version has no checklist
    std::vector<std::string> emergency; // what is done in one, step by step; none: the version says nothing of it
    std::optional<AccountId> signedBy;
    std::optional<base::Instant> signedAt;
    std::vector<ScreeningItem> screening; // asked before a course is ordered
    std::string retiredReason;            // only if Retired
    std::optional<base::Instant> retiredAt;
    // As signed; what really is its first day: inForceOn() of protocol_standing.h.
    std::optional<base::CalendarDate> inForceFrom;
    bool secondNeeded = false; // its hard limits are in force only after a second person has signed them
    std::optional<AccountId> secondBy;
    std::optional<base::Instant> secondAt;
};

// The content of a template file before a clinic has taken it over.
struct ProtocolTemplate {
    std::string key; // stable name of the template
    std::string name;
    std::string drug;
    std::string summary;
    std::vector<std::string> remarks;
    ProtocolRules rules;
    std::vector<ProtocolWhy> whys;
    std::vector<ChecklistItem> items;
    std::vector<std::string> emergency;
    std::vector<ScreeningItem> screening;
};

// What a draft made from it would say: version 1, without an identity of its own.
[[nodiscard]] ProtocolVersion contentOf(const ProtocolTemplate& from);

} // namespace chairside::domain
