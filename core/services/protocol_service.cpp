#include "core/services/protocol_service.h"

#include <algorithm>

#include "core/services/protocol_limits.h"
#include "core/services/run.h"
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

// The next version of the protocol of that name, saying what the content says.
base::Result<domain::ProtocolVersionId> addDraft(Unit& unit, const ProtocolVersion& content) {
    const auto all = CHAIRSIDE_TRY(unit.tx().protocols().list());
    const auto* newest = newestOf(all, content.name);
    ProtocolVersion draft{unit.newId<domain::ProtocolVersionId>(),
                          newest ? newest->protocol : unit.newId<domain::ProtocolId>(),
                          content.name,
                          newest ? newest->version + 1 : 1,
                          domain::ProtocolState::Draft,
                          content.drug,
                          content.summary,
                          content.remarks,
                          content.rules,
                          content.whys,
                          content.items,
                          content.emergency};
    draft.screening = content.screening;
    CHAIRSIDE_TRY(unit.tx().protocols().add(draft));
    unit.audit(AuditAction::Create, kSubject, draft.id.text());
    unit.changed(ChangeKind::Protocol, draft.id.text());
    return draft.id;
}

base::Result<std::vector<ProtocolOnFile>> readOnFile(Unit& unit, const TemplateSource& templates) {
    const auto all = CHAIRSIDE_TRY(unit.tx().protocols().list());
    const auto shipped = CHAIRSIDE_TRY(templates.templates());
    const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
    std::vector<ProtocolOnFile> found;
    for (const auto& version : all) {
        using enum domain::ProtocolStanding;
        ProtocolOnFile one{.version = version, .standing = domain::standingOf(version, all, unit.today())};
        one.firstDay = domain::inForceOn(version);
        if (one.standing == Replaced) one.replacedBy = domain::replacementOf(version, all, unit.today())->version;
        if (version.signedBy) one.signedByName = domain::printedNameOf(people, *version.signedBy);
        if (version.secondBy) one.secondByName = domain::printedNameOf(people, *version.secondBy);
        if (one.standing == Draft || one.standing == AwaitsSecond) one.limits = hardLimitsOf(version, all, shipped);
        found.push_back(std::move(one));
    }
    return found;
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

} // namespace

base::Result<std::vector<domain::ProtocolTemplate>> ProtocolService::templates(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [this](Unit&) { return m_context.templates.templates(); });
}

base::Result<std::vector<ProtocolVersion>> ProtocolService::versions(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [](Unit& unit) { return unit.tx().protocols().list(); });
}

base::Result<std::vector<ProtocolOnFile>> ProtocolService::onFile(const Actor& actor) {
    return run(m_context, actor, Permission::ViewProtocols, Access::Read,
               [this](Unit& unit) { return readOnFile(unit, m_context.templates); });
}

base::Result<domain::ProtocolVersionId> ProtocolService::takeOver(const Actor& actor, const std::string& templateKey) {
    return run(m_context, actor, Permission::DraftProtocol, Access::Write,
               [&](Unit& unit) -> base::Result<domain::ProtocolVersionId> {
                   const auto from = CHAIRSIDE_TRY(templateOf(m_context.templates, templateKey));
                   return addDraft(unit, domain::contentOf(from));
               });
}

base::Result<domain::ProtocolVersionId> ProtocolService::revise(const Actor& actor,
                                                                const domain::ProtocolVersionId& version) {
    return run(m_context, actor, Permission::DraftProtocol, Access::Write,
               [&](Unit& unit) -> base::Result<domain::ProtocolVersionId> {
                   const auto from = CHAIRSIDE_TRY(unit.tx().protocols().get(version));
                   if (from.state == domain::ProtocolState::Draft) return base::fail(Code::WrongState, kSubject);
                   return addDraft(unit, from);
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

} // namespace chairside::services
