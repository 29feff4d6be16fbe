// Signing a version, for a day and where hard limits change by two persons, and retiring it.
#include <algorithm>

#include "core/services/protocol_limits.h"
#include "core/services/protocol_service.h"
#include "core/services/run.h"
#include "core/services/signing.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using domain::Permission;
using domain::ProtocolVersion;

constexpr const char* kSigned = "protocol_version";

base::Problems contentProblems(const ProtocolVersion& version) {
    auto problems = domain::check(version.rules);
    const auto ofItems = domain::check(version.items);
    problems.insert(problems.end(), ofItems.begin(), ofItems.end());
    const auto ofScreening = domain::check(version.screening);
    problems.insert(problems.end(), ofScreening.begin(), ofScreening.end());
    return problems;
}

base::Result<ProtocolVersion> checkSignable(Unit& unit, const domain::ProtocolVersionId& id, base::CalendarDate from,
                                            const std::string& password) {
    auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
    if (version.state != domain::ProtocolState::Draft) return base::fail(Code::WrongState, kSigned);
    auto problems = contentProblems(version);
    if (from < unit.today())
        problems.push_back({"in_force_from", base::Rule::InPast, unit.today().iso(), {}, from.iso()});
    requirePassword(problems, password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return version;
}

base::Done checkCountersignable(Unit& unit, const domain::ProtocolVersionId& id, const std::string& password) {
    const auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
    const bool waits = version.state == domain::ProtocolState::Signed && version.secondNeeded && !version.secondAt;
    if (!waits) return base::fail(Code::WrongState, kSigned);
    base::Problems problems;
    if (version.signedBy == unit.actor().account)
        problems.push_back({"second_signature", base::Rule::SamePerson, {}, {}, {}});
    requirePassword(problems, password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

base::Done checkRetirable(Unit& unit, const domain::ProtocolVersionId& id, const std::string& reason,
                          const std::string& password) {
    const auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
    if (version.state != domain::ProtocolState::Signed) return base::fail(Code::WrongState, kSigned);
    base::Problems problems;
    checkText(problems, "reason", reason, unit.policy().maxNoteLength);
    requirePassword(problems, password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

} // namespace

HardLimits hardLimitsOf(const ProtocolVersion& version, std::span<const ProtocolVersion> all,
                        std::span<const domain::ProtocolTemplate> templates) {
    HardLimits limits;
    if (const auto* before = domain::lastSignedOf(version, all)) {
        limits.comparedWith = before->version;
        limits.changes = domain::hardLimitChanges(*before, version);
        limits.secondNeeded = !limits.changes.empty();
        return limits;
    }
    const auto from = std::ranges::find(templates, version.name, &domain::ProtocolTemplate::name);
    if (from != templates.end()) limits.changes = domain::hardLimitChanges(domain::contentOf(*from), version);
    limits.secondNeeded = from == templates.end() || !limits.changes.empty();
    return limits;
}

base::Done ProtocolService::sign(const Actor& actor, const domain::ProtocolVersionId& id, const std::string& password,
                                 const std::optional<base::CalendarDate>& inForceFrom) {
    const auto check = [&](Unit& unit) {
        return checkSignable(unit, id, inForceFrom.value_or(unit.today()), password);
    };
    const auto checkOnly = [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(check(unit));
        return {};
    };
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, Permission::SignProtocol, password, checkOnly));
    return run(m_context, actor, Permission::SignProtocol, Access::Write, [&](Unit& unit) -> base::Done {
        const auto version = CHAIRSIDE_TRY(check(unit));
        const auto all = CHAIRSIDE_TRY(unit.tx().protocols().list());
        const auto shipped = CHAIRSIDE_TRY(m_context.templates.templates());
        const auto from = inForceFrom.value_or(unit.today());
        const bool second = hardLimitsOf(version, all, shipped).secondNeeded;
        CHAIRSIDE_TRY(unit.tx().protocols().markSigned({id, actor.account, unit.now(), from, second}));
        CHAIRSIDE_TRY(addSignature(unit, "protocol", kSigned, id.text()));
        unit.audit(AuditAction::Sign, kSigned, id.text(), std::nullopt,
                   "in_force_from " + from.iso() + (second ? " second_needed" : ""));
        unit.changed(ChangeKind::Protocol, id.text());
        return {};
    });
}

base::Done ProtocolService::countersign(const Actor& actor, const domain::ProtocolVersionId& id,
                                        const std::string& password) {
    const auto check = [&](Unit& unit) {
        return checkCountersignable(unit, id, password);
    };
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, Permission::SignProtocol, password, check));
    return run(m_context, actor, Permission::SignProtocol, Access::Write, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(check(unit));
        CHAIRSIDE_TRY(addSignature(unit, kSecondProtocolSignature, kSigned, id.text()));
        unit.audit(AuditAction::Sign, kSigned, id.text(), std::nullopt, "second");
        unit.changed(ChangeKind::Protocol, id.text());
        return {};
    });
}

base::Done ProtocolService::retire(const Actor& actor, const domain::ProtocolVersionId& id, const std::string& reason,
                                   const std::string& password) {
    const auto check = [&](Unit& unit) {
        return checkRetirable(unit, id, reason, password);
    };
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, Permission::SignProtocol, password, check));
    return run(m_context, actor, Permission::SignProtocol, Access::Write, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(check(unit));
        CHAIRSIDE_TRY(unit.tx().protocols().retire({id, trimmed(reason), actor.account, unit.now()}));
        unit.audit(AuditAction::Decide, kSigned, id.text(), std::nullopt, "retired");
        unit.changed(ChangeKind::Protocol, id.text());
        return {};
    });
}

} // namespace chairside::services
