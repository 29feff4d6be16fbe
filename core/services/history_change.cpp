#include "core/services/history_change.h"

#include <algorithm>

#include "core/services/history_entries.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {

using domain::EntryId;
using domain::HistoryAct;
using domain::HistoryDetails;
using domain::HistoryEntry;
using domain::HistoryKind;
using domain::PatientId;

namespace {

const char* actKey(HistoryAct act) {
    constexpr const char* kKeys[] = {"added", "corrected", "ended", "withdrawn"};
    return kKeys[static_cast<std::size_t>(act)];
}

} // namespace

HistoryDetails tidiedEntry(HistoryDetails details) {
    for (std::string* text :
         {&details.text, &details.note, &details.phone, &details.dose, &details.route, &details.code}) {
        *text = trimmed(*text);
    }
    if (const auto code = domain::icd10Code(details.code)) details.code = *code;
    return details;
}

base::Result<HistoryChange> HistoryChange::begin(Unit& unit, const PatientId& id) {
    HistoryChange change(unit, CHAIRSIDE_TRY(unit.tx().patients().get(id)));
    CHAIRSIDE_TRY(keepRegistered(unit, change.m_patient));
    change.m_entries = CHAIRSIDE_TRY(unit.tx().histories().of(change.m_patient.id));
    return change;
}

base::Problems HistoryChange::check(const HistoryDetails& details) const {
    return domain::check(details, m_patient.details.born, m_unit.today(), m_unit.policy().patient);
}

base::Result<HistoryEntry> HistoryChange::standing(const EntryId& id, std::optional<HistoryKind> kind) const {
    const auto all = domain::newest(m_entries);
    const bool registered = id.uuid() == m_patient.id.uuid();
    const auto found = std::ranges::find_if(all, [&](const HistoryEntry& entry) {
        return registered ? kind && entry.details.kind == *kind : entry.id == id;
    });
    if (found != all.end()) return *found;
    const bool known = std::ranges::find(m_entries, id, &HistoryEntry::id) != m_entries.end();
    return base::fail(known ? base::Code::Conflict : base::Code::NotFound, "patient_history");
}

bool HistoryChange::hasCurrent(HistoryKind kind) const {
    return std::ranges::any_of(domain::newest(m_entries), [&](const HistoryEntry& entry) {
        return entry.details.kind == kind && domain::isCurrent(entry, m_unit.today());
    });
}

base::Result<EntryId> HistoryChange::write(HistoryAct act, const HistoryEntry* replaced, HistoryDetails details,
                                           const std::string& reason, const std::string& auditDetail) {
    const HistoryKind kind = details.kind;
    const auto id = CHAIRSIDE_TRY(put(act, replaced, std::move(details), reason));
    const bool nowAllergic = kind == HistoryKind::Allergy && act != HistoryAct::Withdrawn;
    if (nowAllergic) CHAIRSIDE_TRY(endStatement());
    CHAIRSIDE_TRY(updateSummary(m_unit, m_patient));
    m_unit.audit(act == HistoryAct::Added ? AuditAction::Record : AuditAction::Correct, "patient_history", id.text(),
                 m_patient.id, auditDetail.empty() ? actKey(act) : auditDetail);
    m_unit.changed(ChangeKind::Patient, m_patient.id.text(), m_patient.id);
    return id;
}

base::Result<EntryId> HistoryChange::put(HistoryAct act, const HistoryEntry* replaced, HistoryDetails details,
                                         const std::string& reason) {
    const HistoryEntry entry{.id = m_unit.newId<EntryId>(),
                             // Under the record it belongs to, should the two of a person be taken apart again.
                             .patient = replaced ? replaced->patient : m_patient.id,
                             .recordedAt = m_unit.now(),
                             .recordedBy = m_unit.actor().account,
                             .act = act,
                             .replaces = replaced ? std::optional(replaced->id) : std::nullopt,
                             .reason = reason,
                             .details = std::move(details)};
    CHAIRSIDE_TRY(m_unit.tx().histories().add(entry));
    m_entries.push_back(entry);
    return entry.id;
}

// Somebody with an allergy is no longer without.
base::Done HistoryChange::endStatement() {
    if (!hasCurrent(HistoryKind::Allergy)) return {};
    for (const auto& entry : domain::newest(m_entries)) {
        if (entry.details.kind != HistoryKind::NoKnownAllergies || entry.act == HistoryAct::Ended) continue;
        auto details = entry.details;
        details.until = m_unit.today();
        CHAIRSIDE_TRY(put(HistoryAct::Ended, &entry, std::move(details), {}));
    }
    return {};
}

} // namespace chairside::services
