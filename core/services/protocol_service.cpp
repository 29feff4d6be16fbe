#include "core/services/protocol_service.h"

#include <algorithm>

#include "core/services/run.h"
#include "core/services/signing.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using domain::Permission;
using domain::ProtocolVersion;

constexpr const char* kSubject = "protocol_version";

base::Result<domain::ProtocolTemplate> templateOf(const TemplateSource& source, const std::string& key) {
    auto all = CHAIRSIDE_TRY(source.templates());
    const auto found = std::ranges::find(all, key, &domain::ProtocolTemplate::key);
    if (found == all.end()) return base::fail(Code::NotFound, "template");
    return std::move(*found);
}

// The newest version of that name, if any.
const ProtocolVersion* newestOf(const std::vector<ProtocolVersion>& all, const std::string& name) {
    const ProtocolVersion* newest = nullptr;
    for (const auto& version : all) {
        if (version.name == name && (!newest || version.version > newest->version)) newest = &version;
    }
    return newest;
}

ProtocolVersion draftOf(Unit& unit, const domain::ProtocolTemplate& from, const ProtocolVersion* newest) {
    return {unit.newId<domain::ProtocolVersionId>(),
            newest ? newest->protocol : unit.newId<domain::ProtocolId>(),
            from.name,
            newest ? newest->version + 1 : 1,
            domain::ProtocolState::Draft,
            from.drug,
            from.summary,
            from.remarks,
            from.rules,
            from.whys,
            from.items,
            from.emergency,
            std::nullopt,
            std::nullopt};
}

base::Done checkSignable(Unit& unit, const domain::ProtocolVersionId& id, const std::string& password) {
    const auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
    if (version.state != domain::ProtocolState::Draft) return base::fail(Code::WrongState, kSubject);
    auto problems = domain::check(version.rules);
    const auto ofItems = domain::check(version.items);
    problems.insert(problems.end(), ofItems.begin(), ofItems.end());
    requirePassword(problems, password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

} // namespace

base::Result<std::vector<domain::ProtocolTemplate>> ProtocolService::templates(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [this](Unit&) { return m_context.templates.templates(); });
}

base::Result<std::vector<ProtocolVersion>> ProtocolService::versions(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [](Unit& unit) { return unit.tx().protocols().list(); });
}

base::Result<domain::ProtocolVersionId> ProtocolService::takeOver(const Actor& actor, const std::string& templateKey) {
    return run(m_context, actor, Permission::DraftProtocol, Access::Write,
               [&](Unit& unit) -> base::Result<domain::ProtocolVersionId> {
                   const auto from = CHAIRSIDE_TRY(templateOf(m_context.templates, templateKey));
                   const auto all = CHAIRSIDE_TRY(unit.tx().protocols().list());
                   const auto draft = draftOf(unit, from, newestOf(all, from.name));
                   CHAIRSIDE_TRY(unit.tx().protocols().add(draft));
                   unit.audit(AuditAction::Create, kSubject, draft.id.text());
                   unit.changed(ChangeKind::Protocol, draft.id.text());
                   return draft.id;
               });
}

base::Done ProtocolService::sign(const Actor& actor, const domain::ProtocolVersionId& version,
                                 const std::string& password) {
    const auto check = [&](Unit& unit) {
        return checkSignable(unit, version, password);
    };
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, Permission::SignProtocol, password, check));
    return run(m_context, actor, Permission::SignProtocol, Access::Write, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(check(unit));
        CHAIRSIDE_TRY(unit.tx().protocols().markSigned(version, actor.account, unit.now()));
        CHAIRSIDE_TRY(addSignature(unit, "protocol", kSubject, version.text()));
        unit.audit(AuditAction::Sign, kSubject, version.text());
        unit.changed(ChangeKind::Protocol, version.text());
        return {};
    });
}

} // namespace chairside::services
