#include "core/services/backup_retention.h"

#include <algorithm>
#include <functional>
#include <set>

namespace chairside::services {
namespace {

using Period = std::function<base::CalendarDate(base::CalendarDate)>;

base::CalendarDate dayOf(base::CalendarDate date) {
    return date;
}
base::CalendarDate weekOf(base::CalendarDate date) {
    return date.plusDays(1 - static_cast<int>(date.isoWeekday()));
}
base::CalendarDate monthOf(base::CalendarDate date) {
    return date.plusDays(1 - static_cast<int>(date.day()));
}

// The last backup of each period, for so many periods; backups stand newest first.
void keepLast(const std::vector<BackupInfo>& newestFirst, const Period& period, int periods,
              std::set<std::string>& kept) {
    std::set<std::string> seen;
    for (const auto& backup : newestFirst) {
        if (static_cast<int>(seen.size()) >= periods) return;
        if (seen.insert(period(backup.made.localDate()).iso()).second) kept.insert(backup.name);
    }
}

} // namespace

std::vector<std::string> backupsToRemove(const std::vector<BackupInfo>& backups, const BackupRetention& keep) {
    auto sorted = backups;
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.made > b.made; });
    std::set<std::string> kept;
    if (!sorted.empty()) kept.insert(sorted.front().name);
    keepLast(sorted, dayOf, keep.days, kept);
    keepLast(sorted, weekOf, keep.weeks, kept);
    keepLast(sorted, monthOf, keep.months, kept);
    std::vector<std::string> going;
    for (const auto& backup : sorted) {
        if (!kept.contains(backup.name)) going.push_back(backup.name);
    }
    return going;
}

} // namespace chairside::services
