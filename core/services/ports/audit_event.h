// One row of the audit trail as a service states it. Number, time and the links of the hash chain are added by the
// store.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/instant.h"
#include "core/domain/ids.h"

namespace chairside::services {

enum class AuditAction {
    SignIn,
    SignInFailed,
    SignOut,
    Create,
    Record,
    Correct,
    View,
    Order,
    Plan,
    Sign,
    Issue,
    Decide,
    Verify,
    Denied,
    Setup,
    Lock,
    ClockChange,
    Backup,
    Rehearse, // a backup was tried out
    Restore,
    EmergencyAccess // begun, ended, looked at
};

// Part of the data format: a word never changes its meaning.
inline constexpr std::array<std::pair<AuditAction, std::string_view>, 21> kAuditActionKeys{
    {{AuditAction::SignIn, "sign_in"},
     {AuditAction::SignInFailed, "sign_in_failed"},
     {AuditAction::SignOut, "sign_out"},
     {AuditAction::Create, "create"},
     {AuditAction::Record, "record"},
     {AuditAction::Correct, "correct"},
     {AuditAction::View, "view"},
     {AuditAction::Order, "order"},
     {AuditAction::Plan, "plan"},
     {AuditAction::Sign, "sign"},
     {AuditAction::Issue, "issue"},
     {AuditAction::Decide, "decide"},
     {AuditAction::Verify, "verify"},
     {AuditAction::Denied, "denied"},
     {AuditAction::Setup, "setup"},
     {AuditAction::Lock, "lock"},
     {AuditAction::ClockChange, "clock_change"},
     {AuditAction::Backup, "backup"},
     {AuditAction::Rehearse, "rehearse"},
     {AuditAction::Restore, "restore"},
     {AuditAction::EmergencyAccess, "emergency_access"}}};

// Empty for a value without a word.
[[nodiscard]] constexpr std::string_view auditActionKey(AuditAction action) {
    for (const auto& [entry, key] : kAuditActionKeys) {
        if (entry == action) return key;
    }
    return {};
}

enum class AuditOutcome { Success, Failure };

struct AuditEvent {
    AuditAction action = AuditAction::View;
    AuditOutcome outcome = AuditOutcome::Success;
    std::optional<domain::AccountId> who;
    std::string role; // role key the person acted in
    std::string workstation;
    std::optional<domain::PatientId> patient;
    std::string subjectKind; // table name of the record concerned
    std::string subjectId;   // uuid text, may be empty
    std::string detail;      // codes only, no free text and no patient data
};

// A stored row of the trail.
struct AuditRow {
    std::int64_t sequence = 0;
    base::Instant at;
    AuditEvent event;
    std::string changes; // "table id hash" lines of every row the transaction wrote
    std::string previousHash;
    std::string hash;
};

} // namespace chairside::services
