#include "core/exchange/clinic_policy.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/exchange/embedded_policy.h"

namespace chairside::exchange {

base::Result<services::ClinicPolicy> parseClinicPolicy(std::string_view json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object()) return base::fail(base::Code::Invalid, "policy", "not a JSON object");
    services::ClinicPolicy policy;
    int minHeight = 0, maxHeight = 0;
    const std::array<std::pair<const char*, int*>, 38> fields{{
        {"min_password_length", &policy.minPasswordLength},
        {"max_password_length", &policy.maxPasswordLength},
        {"free_sign_in_tries", &policy.freeSignInTries},
        {"sign_in_delay_seconds", &policy.signInDelaySeconds},
        {"max_sign_in_delay_seconds", &policy.maxSignInDelaySeconds},
        {"max_name_length", &policy.patient.maxNameLength},
        {"max_text_length", &policy.patient.maxTextLength},
        {"max_note_length", &policy.maxNoteLength},
        {"max_chairs", &policy.maxChairs},
        {"max_chair_name_length", &policy.maxChairNameLength},
        {"audit_rows", &policy.auditRows},
        {"min_pin_length", &policy.minPinLength},
        {"max_pin_length", &policy.maxPinLength},
        {"pin_tries", &policy.pinTries},
        {"emergency_access_minutes", &policy.emergencyAccessMinutes},
        {"max_infusions_per_day", &policy.maxInfusionsPerDay},
        {"max_closed_days", &policy.maxClosedDays},
        {"max_draft_length", &policy.maxDraftLength},
        {"unsigned_task_hours", &policy.unsignedTaskHours},
        {"smallest_group", &policy.smallestGroup},
        {"idle_lock_minutes", &policy.idleLockMinutes},
        {"min_idle_lock_minutes", &policy.minIdleLockMinutes},
        {"max_idle_lock_minutes", &policy.maxIdleLockMinutes},
        {"idle_warning_seconds", &policy.idleWarningSeconds},
        {"backup_hours", &policy.backupHours},
        {"min_backup_hours", &policy.minBackupHours},
        {"max_backup_hours", &policy.maxBackupHours},
        {"backup_stale_hours", &policy.backupStaleHours},
        {"backup_retry_minutes", &policy.backupRetryMinutes},
        {"keep_daily_backups", &policy.keepDailyBackups},
        {"keep_weekly_backups", &policy.keepWeeklyBackups},
        {"keep_monthly_backups", &policy.keepMonthlyBackups},
        {"max_age_years", &policy.patient.maxAgeYears},
        {"min_height_cm", &minHeight},
        {"max_height_cm", &maxHeight},
        {"min_mass_index", &policy.body.minMassIndex},
        {"max_mass_index", &policy.body.maxMassIndex},
        {"weight_contradiction_days", &policy.body.contradictionDays},
    }};
    for (const auto& [key, target] : fields) {
        const auto found = parsed.find(key);
        if (found == parsed.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() == 0 ||
            found->get<std::uint64_t>() > 1'000'000) {
            return base::fail(base::Code::Invalid, key, "missing or not a whole number above 0");
        }
        *target = found->get<int>();
    }
    if (parsed.size() != fields.size()) return base::fail(base::Code::Invalid, "policy", "unknown key");
    policy.body.minHeight = domain::Height::ofWhole(minHeight);
    policy.body.maxHeight = domain::Height::ofWhole(maxHeight);
    return policy;
}

base::Result<services::ClinicPolicy> shippedClinicPolicy() {
    const auto policies = embeddedPolicies();
    if (policies.empty()) return base::fail(base::Code::Internal, "policy", "no policy is compiled in");
    return parseClinicPolicy(policies.front().json);
}

} // namespace chairside::exchange
