#include "core/services/protocol_service.h"

#include <algorithm>

#include "core/services/run.h"
#include "core/services/signing.h"
#include "core/services/text_rules.h"
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
            std::nullopt,
            from.screening,
            {}};
}

base::Problems applyChanges(ProtocolVersion& version, const std::vector<NumberChange>& changes, int maxLength) {
    base::Problems problems;
    for (const auto& change : changes) {
        const auto* field = domain::protocolField(change.key);
        if (field == nullptr) {
            problems.push_back({change.key, base::Rule::NotAllowed, {}, {}, {}});
            continue;
        }
        checkText(problems, change.key + ".why", change.why, maxLength);
        field->set(version.rules, change.value);
        std::erase_if(version.whys, [&](const auto& why) { return why.key == change.key; });
        version.whys.push_back({change.key, trimmed(change.why)});
    }
    return problems;
}

std::string keysOf(const std::vector<NumberChange>& changes) {
    std::string keys;
    for (const auto& change : changes)
        keys += (keys.empty() ? "" : " ") + change.key;
    return keys;
}

base::Done checkSignable(Unit& unit, const domain::ProtocolVersionId& id, const std::string& password) {
    const auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
    if (version.state != domain::ProtocolState::Draft) return base::fail(Code::WrongState, kSubject);
    auto problems = domain::check(version.rules);
    const auto ofItems = domain::check(version.items);
    problems.insert(problems.end(), ofItems.begin(), ofItems.end());
    const auto ofScreening = domain::check(version.screening);
    problems.insert(problems.end(), ofScreening.begin(), ofScreening.end());
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

base::Done ProtocolService::changeNumbers(const Actor& actor, const domain::ProtocolVersionId& id,
                                          const std::vector<NumberChange>& changes) {
    return run(m_context, actor, Permission::DraftProtocol, Access::Write, [&](Unit& unit) -> base::Done {
        auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
        if (version.state != domain::ProtocolState::Draft) return base::fail(Code::WrongState, kSubject);
        auto problems = applyChanges(version, changes, unit.policy().maxNoteLength);
        for (auto& problem : domain::check(version.rules))
            problems.push_back(std::move(problem));
        if (!problems.empty()) return base::invalid(std::move(problems));
        CHAIRSIDE_TRY(unit.tx().protocols().changeNumbers(version));
        unit.audit(AuditAction::Record, kSubject, id.text(), std::nullopt, keysOf(changes));
        unit.changed(ChangeKind::Protocol, id.text());
        return {};
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

base::Done ProtocolService::retire(const Actor& actor, const domain::ProtocolVersionId& id, const std::string& reason,
                                   const std::string& password) {
    const auto check = [&](Unit& unit) -> base::Done {
        const auto version = CHAIRSIDE_TRY(unit.tx().protocols().get(id));
        if (version.state != domain::ProtocolState::Signed) return base::fail(Code::WrongState, kSubject);
        base::Problems problems;
        checkText(problems, "reason", reason, unit.policy().maxNoteLength);
        requirePassword(problems, password);
        if (!problems.empty()) return base::invalid(std::move(problems));
        return {};
    };
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, Permission::SignProtocol, password, check));
    return run(m_context, actor, Permission::SignProtocol, Access::Write, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(check(unit));
        CHAIRSIDE_TRY(unit.tx().protocols().retire({id, trimmed(reason), actor.account, unit.now()}));
        unit.audit(AuditAction::Decide, kSubject, id.text(), std::nullopt, "retired");
        unit.changed(ChangeKind::Protocol, id.text());
        return {};
    });
}

} // namespace chairside::services
