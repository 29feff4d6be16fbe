#include "core/services/clinic_service.h"

#include <algorithm>

#include "core/services/account_checks.h"
#include "core/services/clinic_details.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

constexpr std::string_view kAddressSetting = "clinic.address";
constexpr std::string_view kPhoneSetting = "clinic.phone";
constexpr std::string_view kLogoSetting = "clinic.logo";

// The first bytes of every PNG file, in base64 as far as they fill whole characters.
constexpr std::string_view kPngStart = "iVBORw0KGg";
constexpr std::size_t kMostLogoKilobytes = 256;

bool isBase64(std::string_view text) {
    const auto end = text.find_last_not_of('=');
    const auto letters = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return text.size() % 4 == 0 && text.size() - letters.size() <= 2 && std::ranges::all_of(letters, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
                      c == '/';
           });
}

void checkLogo(base::Problems& problems, const std::string& logo) {
    if (logo.empty()) return;
    if (logo.size() > kMostLogoKilobytes * 1024) {
        problems.push_back({"clinic_logo", Rule::TooLong, {}, std::to_string(kMostLogoKilobytes), {}});
    } else if (!logo.starts_with(kPngStart) || !isBase64(logo)) {
        problems.push_back({"clinic_logo", Rule::NotAllowed, {}, {}, {}});
    }
}

base::Problems checkDetails(const ClinicDetails& details, const domain::PatientRules& rules) {
    base::Problems problems;
    checkText(problems, "clinic_name", details.name, rules.maxTextLength);
    checkLength(problems, "clinic_address", details.address, rules.maxTextLength);
    checkLength(problems, "clinic_phone", details.phone, rules.maxNameLength);
    checkLogo(problems, details.logo);
    return problems;
}

} // namespace

base::Result<ClinicDetails> readClinicDetails(Transaction& tx) {
    const auto get = [&tx](std::string_view key) -> base::Result<std::string> {
        return CHAIRSIDE_TRY(tx.settings().get(key)).value_or(std::string());
    };
    return ClinicDetails{.name = CHAIRSIDE_TRY(get(kClinicNameSetting)),
                         .address = CHAIRSIDE_TRY(get(kAddressSetting)),
                         .phone = CHAIRSIDE_TRY(get(kPhoneSetting)),
                         .logo = CHAIRSIDE_TRY(get(kLogoSetting)),
                         .invented = CHAIRSIDE_TRY(get(kClinicPatientsSetting)) == kInventedPatients};
}

base::Result<ClinicDetails> ClinicService::details() {
    ClinicDetails details;
    if (m_context.vault != nullptr && !m_context.vault->isOpen()) return details;
    CHAIRSIDE_TRY(m_context.store.read([&details](Transaction& tx) -> base::Done {
        details = CHAIRSIDE_TRY(readClinicDetails(tx));
        return {};
    }));
    return details;
}

base::Done ClinicService::change(const Actor& actor, const ClinicDetails& details) {
    return run(m_context, actor, domain::Permission::ManageClinic, Access::Write, [&](Unit& unit) -> base::Done {
        auto problems = checkDetails(details, unit.policy().patient);
        if (!problems.empty()) return base::invalid(std::move(problems));
        auto& settings = unit.tx().settings();
        CHAIRSIDE_TRY(settings.set(kClinicNameSetting, trimmed(details.name)));
        CHAIRSIDE_TRY(settings.set(kAddressSetting, trimmed(details.address)));
        CHAIRSIDE_TRY(settings.set(kPhoneSetting, trimmed(details.phone)));
        CHAIRSIDE_TRY(settings.set(kLogoSetting, details.logo));
        unit.audit(AuditAction::Record, "setting", kChangeId);
        unit.changed(ChangeKind::Clinic, kChangeId);
        return {};
    });
}

} // namespace chairside::services
