#include "core/services/chair_service.h"

#include <algorithm>
#include <charconv>

#include "core/base/utf8.h"
#include "core/services/chair_list.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

constexpr std::string_view kChairsSetting = "chairs";            // one name a line
constexpr std::string_view kPerDaySetting = "infusions_per_day"; // empty: not limited
constexpr std::string_view kClosedDaysSetting = "closed_days";   // one ISO date a line
constexpr int kCalendarDays = 512;                               // longer than any course a protocol may describe

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

base::Problems checkDays(const ClinicDays& days, const ClinicPolicy& policy) {
    base::Problems problems;
    if (days.perDay && (*days.perDay < 1 || *days.perDay > policy.maxInfusionsPerDay)) {
        problems.push_back({"infusions_per_day", Rule::OutOfRange, "1", std::to_string(policy.maxInfusionsPerDay),
                            std::to_string(*days.perDay)});
    }
    if (days.closed.size() > static_cast<std::size_t>(policy.maxClosedDays)) {
        problems.push_back({"closed_days", Rule::TooMany, {}, std::to_string(policy.maxClosedDays), {}});
    }
    for (auto day = days.closed.begin(); day != days.closed.end(); ++day) {
        if (std::find(days.closed.begin(), day, *day) == day) continue;
        problems.push_back({"closed_days", Rule::Duplicate, {}, {}, day->iso()});
    }
    return problems;
}

base::Problems checkChairs(const std::vector<std::string>& names, const ClinicPolicy& policy) {
    base::Problems problems;
    if (names.size() > static_cast<std::size_t>(policy.maxChairs)) {
        problems.push_back({"chairs", Rule::TooMany, {}, std::to_string(policy.maxChairs), {}});
    }
    for (auto name = names.begin(); name != names.end(); ++name) {
        const auto folded = foldedLetters(*name);
        const bool isOneLine = base::isStorableText(*name) && name->find_first_of("\r\n") == std::string::npos;
        if (folded.empty() || !isOneLine) problems.push_back({"chairs", Rule::NotAllowed, {}, {}, *name});
        if (base::characterCount(*name) > policy.maxChairNameLength) {
            problems.push_back({"chairs", Rule::TooLong, {}, std::to_string(policy.maxChairNameLength), *name});
        }
        const bool twice = std::any_of(names.begin(), name,
                                       [&folded](const std::string& other) { return foldedLetters(other) == folded; });
        if (twice && !folded.empty()) problems.push_back({"chairs", Rule::Duplicate, {}, {}, *name});
    }
    return problems;
}

} // namespace

base::Result<std::vector<std::string>> readChairs(Unit& unit) {
    const auto stored = CHAIRSIDE_TRY(unit.tx().settings().get(kChairsSetting)).value_or(std::string());
    return linesOf(stored);
}

std::string chairNamed(const std::vector<std::string>& chairs, const std::string& typed) {
    const auto wanted = foldedLetters(typed);
    const auto found =
        std::ranges::find_if(chairs, [&wanted](const std::string& chair) { return foldedLetters(chair) == wanted; });
    return found == chairs.end() ? std::string() : *found;
}

base::Result<ClinicDays> readClinicDays(Unit& unit) {
    ClinicDays days;
    const auto perDay = CHAIRSIDE_TRY(unit.tx().settings().get(kPerDaySetting)).value_or(std::string());
    int number = 0;
    const auto read = std::from_chars(perDay.data(), perDay.data() + perDay.size(), number);
    if (read.ec == std::errc{} && read.ptr == perDay.data() + perDay.size() && number > 0) days.perDay = number;
    const auto closed = CHAIRSIDE_TRY(unit.tx().settings().get(kClosedDaysSetting)).value_or(std::string());
    for (const auto& line : linesOf(closed)) {
        if (const auto day = base::CalendarDate::fromIso(line)) days.closed.push_back(*day);
    }
    return days;
}

base::Result<domain::ClinicCalendar> clinicCalendar(Unit& unit, base::CalendarDate from,
                                                    const std::optional<domain::CourseId>& except) {
    auto days = CHAIRSIDE_TRY(readClinicDays(unit));
    auto planned = CHAIRSIDE_TRY(unit.tx().courses().plannedCounts(from, from.plusDays(kCalendarDays), except));
    return domain::ClinicCalendar{std::move(days.closed), days.perDay.value_or(0), std::move(planned)};
}

base::Result<ClinicDays> ChairService::days(const Actor& actor) {
    return run(m_context, actor, domain::Permission::ManageClinic, Access::Read,
               [](Unit& unit) { return readClinicDays(unit); });
}

base::Done ChairService::setDays(const Actor& actor, const ClinicDays& days) {
    return run(m_context, actor, domain::Permission::ManageClinic, Access::Write, [&](Unit& unit) -> base::Done {
        if (auto problems = checkDays(days, unit.policy()); !problems.empty()) {
            return base::invalid(std::move(problems));
        }
        auto closed = days.closed;
        std::ranges::sort(closed);
        std::string text;
        for (const auto day : closed)
            text += (text.empty() ? "" : "\n") + day.iso();
        auto& settings = unit.tx().settings();
        CHAIRSIDE_TRY(settings.set(kPerDaySetting, days.perDay ? std::to_string(*days.perDay) : std::string()));
        CHAIRSIDE_TRY(settings.set(kClosedDaysSetting, text));
        unit.audit(AuditAction::Record, "setting", std::string(kClosedDaysSetting));
        unit.changed(ChangeKind::Clinic, std::string(kClosedDaysSetting));
        return {};
    });
}

base::Result<std::vector<std::string>> ChairService::chairs(const Actor& actor) {
    return run(m_context, actor, domain::Permission::ManageClinic, Access::Read,
               [](Unit& unit) { return readChairs(unit); });
}

base::Done ChairService::setChairs(const Actor& actor, const std::vector<std::string>& names) {
    return run(m_context, actor, domain::Permission::ManageClinic, Access::Write, [&](Unit& unit) -> base::Done {
        std::vector<std::string> chairs;
        std::ranges::transform(names, std::back_inserter(chairs), trimmed);
        if (auto problems = checkChairs(chairs, unit.policy()); !problems.empty()) {
            return base::invalid(std::move(problems));
        }
        std::string text;
        for (const auto& chair : chairs)
            text += (text.empty() ? "" : "\n") + chair;
        CHAIRSIDE_TRY(unit.tx().settings().set(kChairsSetting, text));
        unit.audit(AuditAction::Record, "setting", std::string(kChairsSetting));
        unit.changed(ChangeKind::Clinic, std::string(kChairsSetting));
        return {};
    });
}

} // namespace chairside::services
