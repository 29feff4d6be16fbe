#include "core/services/chair_service.h"

#include <algorithm>

#include "core/services/chair_list.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

constexpr std::string_view kChairsSetting = "chairs"; // one name a line

base::Problems checkChairs(const std::vector<std::string>& names, const ClinicPolicy& policy) {
    base::Problems problems;
    if (names.size() > static_cast<std::size_t>(policy.maxChairs)) {
        problems.push_back({"chairs", Rule::TooMany, {}, std::to_string(policy.maxChairs), {}});
    }
    for (auto name = names.begin(); name != names.end(); ++name) {
        const auto folded = foldedLetters(*name);
        if (folded.empty()) problems.push_back({"chairs", Rule::NotAllowed, {}, {}, *name});
        if (characterCount(*name) > policy.maxChairNameLength) {
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
    std::vector<std::string> chairs;
    for (std::size_t from = 0; from < stored.size();) {
        const auto end = std::min(stored.find('\n', from), stored.size());
        chairs.push_back(stored.substr(from, end - from));
        from = end + 1;
    }
    return chairs;
}

std::string chairNamed(const std::vector<std::string>& chairs, const std::string& typed) {
    const auto wanted = foldedLetters(typed);
    const auto found =
        std::ranges::find_if(chairs, [&wanted](const std::string& chair) { return foldedLetters(chair) == wanted; });
    return found == chairs.end() ? std::string() : *found;
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
