#include "core/services/history_service.h"

#include <algorithm>

#include "core/services/history_entries.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using domain::EntryId;
using domain::HistoryAct;
using domain::HistoryDetails;
using domain::HistoryEntry;
using domain::HistoryKind;
using domain::PatientId;
using domain::Permission;

HistoryDetails tidied(HistoryDetails details) {
    for (std::string* text :
         {&details.text, &details.note, &details.phone, &details.dose, &details.route, &details.code}) {
        *text = trimmed(*text);
    }
    if (const auto code = domain::icd10Code(details.code)) details.code = *code;
    return details;
}

const char* actKey(HistoryAct act) {
    constexpr const char* kKeys[] = {"added", "corrected", "ended", "withdrawn"};
    return kKeys[static_cast<std::size_t>(act)];
}

// One change of one patient's history, inside its transaction.
class HistoryChange {
public:
    HistoryChange(Unit& unit, domain::Patient patient) : m_unit(unit), m_patient(std::move(patient)) {}

    static base::Result<HistoryChange> begin(Unit& unit, const PatientId& id) {
        HistoryChange change(unit, CHAIRSIDE_TRY(unit.tx().patients().get(id)));
        CHAIRSIDE_TRY(keepRegistered(unit, change.m_patient));
        change.m_entries = CHAIRSIDE_TRY(unit.tx().histories().of(id));
        return change;
    }

    [[nodiscard]] base::Problems check(const HistoryDetails& details) const {
        return domain::check(details, m_patient.details.born, m_unit.today(), m_unit.policy().patient);
    }

    // What stands under this id; the patient's own id means what the registration said about a kind.
    [[nodiscard]] base::Result<HistoryEntry> standing(const EntryId& id, std::optional<HistoryKind> kind) const {
        const auto all = domain::newest(m_entries);
        const bool registered = id.uuid() == m_patient.id.uuid();
        const auto found = std::ranges::find_if(all, [&](const HistoryEntry& entry) {
            return registered ? kind && entry.details.kind == *kind : entry.id == id;
        });
        if (found != all.end()) return *found;
        const bool known = std::ranges::find(m_entries, id, &HistoryEntry::id) != m_entries.end();
        return base::fail(known ? base::Code::Conflict : base::Code::NotFound, "patient_history");
    }

    [[nodiscard]] bool hasCurrent(HistoryKind kind) const {
        return std::ranges::any_of(domain::newest(m_entries), [&](const HistoryEntry& entry) {
            return entry.details.kind == kind && domain::isCurrent(entry, m_unit.today());
        });
    }

    base::Result<EntryId> write(HistoryAct act, const HistoryEntry* replaced, HistoryDetails details,
                                const std::string& reason) {
        const HistoryKind kind = details.kind;
        const auto id = CHAIRSIDE_TRY(put(act, replaced, std::move(details), reason));
        const bool nowAllergic = kind == HistoryKind::Allergy && act != HistoryAct::Withdrawn;
        if (nowAllergic) CHAIRSIDE_TRY(endStatement());
        CHAIRSIDE_TRY(updateSummary(m_unit, m_patient));
        m_unit.audit(act == HistoryAct::Added ? AuditAction::Record : AuditAction::Correct, "patient_history",
                     id.text(), m_patient.id, actKey(act));
        m_unit.changed(ChangeKind::Patient, m_patient.id.text(), m_patient.id);
        return id;
    }

private:
    base::Result<EntryId> put(HistoryAct act, const HistoryEntry* replaced, HistoryDetails details,
                              const std::string& reason) {
        const HistoryEntry entry{.id = m_unit.newId<EntryId>(),
                                 .patient = m_patient.id,
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
    base::Done endStatement() {
        if (!hasCurrent(HistoryKind::Allergy)) return {};
        for (const auto& entry : domain::newest(m_entries)) {
            if (entry.details.kind != HistoryKind::NoKnownAllergies || entry.act == HistoryAct::Ended) continue;
            auto details = entry.details;
            details.until = m_unit.today();
            CHAIRSIDE_TRY(put(HistoryAct::Ended, &entry, std::move(details), {}));
        }
        return {};
    }

    Unit& m_unit;
    domain::Patient m_patient;
    std::vector<HistoryEntry> m_entries;
};

void checkReason(base::Problems& problems, Unit& unit, const std::string& reason) {
    checkText(problems, "reason", reason, unit.policy().patient.maxTextLength);
}

TreatmentKind treatmentKind(const HistoryDetails& details) {
    if (details.kind == HistoryKind::Medicine) return TreatmentKind::Medicine;
    switch (details.therapy.value_or(domain::TherapyKind::Other)) {
    case domain::TherapyKind::Physiotherapy:
        return TreatmentKind::Physiotherapy;
    case domain::TherapyKind::Psychotherapy:
        return TreatmentKind::Psychotherapy;
    case domain::TherapyKind::Exercise:
        return TreatmentKind::Exercise;
    case domain::TherapyKind::Sleep:
        return TreatmentKind::Sleep;
    case domain::TherapyKind::Other:
        break;
    }
    return TreatmentKind::OtherTherapy;
}

} // namespace

base::Result<PatientHistory> HistoryService::of(const Actor& actor, const PatientId& patient, Reading reading) {
    return run(m_context, actor, Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<PatientHistory> {
                   PatientHistory history{CHAIRSIDE_TRY(unit.tx().patients().get(patient)), {}};
                   history.lines = CHAIRSIDE_TRY(historyLines(unit, history.patient));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "patient_history", patient.text(), patient);
                   }
                   return history;
               });
}

base::Result<std::vector<Treatment>> HistoryService::treatments(const Actor& actor, const PatientId& patient) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [&](Unit& unit) -> base::Result<std::vector<Treatment>> {
                   CHAIRSIDE_TRY(unit.tx().patients().get(patient));
                   const auto entries = CHAIRSIDE_TRY(unit.tx().histories().of(patient));
                   std::vector<Treatment> treatments;
                   for (const auto& entry : domain::newest(entries)) {
                       const auto& details = entry.details;
                       if (details.kind != HistoryKind::Medicine && details.kind != HistoryKind::Therapy) continue;
                       treatments.push_back({treatmentKind(details), details.text, details.dose, details.since,
                                             details.until, domain::groupOf(details, unit.policy().markedMedicines)});
                   }
                   std::ranges::stable_sort(treatments, {}, &Treatment::from);
                   return treatments;
               });
}

base::Result<EntryId> HistoryService::add(const Actor& actor, const PatientId& patient, const HistoryDetails& typed) {
    return run(m_context, actor, Permission::RecordHistory, Access::Write, [&](Unit& unit) -> base::Result<EntryId> {
        auto change = CHAIRSIDE_TRY(HistoryChange::begin(unit, patient));
        const auto details = tidied(typed);
        auto problems = change.check(details);
        if (details.kind == HistoryKind::NoKnownAllergies &&
            (change.hasCurrent(HistoryKind::Allergy) || change.hasCurrent(HistoryKind::NoKnownAllergies))) {
            problems.push_back({"kind", Rule::NotAllowed, {}, {}, {}});
        }
        if (!problems.empty()) return base::invalid(std::move(problems));
        return change.write(HistoryAct::Added, nullptr, details, {});
    });
}

base::Result<EntryId> HistoryService::correct(const Actor& actor, const PatientId& patient, const EntryId& entry,
                                              const HistoryDetails& typed, const std::string& reason) {
    return run(m_context, actor, Permission::RecordHistory, Access::Write, [&](Unit& unit) -> base::Result<EntryId> {
        auto change = CHAIRSIDE_TRY(HistoryChange::begin(unit, patient));
        const auto details = tidied(typed);
        const auto replaced = CHAIRSIDE_TRY(change.standing(entry, details.kind));
        auto problems = change.check(details);
        if (replaced.details.kind != details.kind) problems.push_back({"kind", Rule::Mismatch, {}, {}, {}});
        checkReason(problems, unit, reason);
        if (!problems.empty()) return base::invalid(std::move(problems));
        return change.write(HistoryAct::Corrected, &replaced, details, trimmed(reason));
    });
}

base::Result<EntryId> HistoryService::end(const Actor& actor, const PatientId& patient, const HistoryTarget& target,
                                          base::CalendarDate until, const std::string& reason) {
    return run(m_context, actor, Permission::RecordHistory, Access::Write, [&](Unit& unit) -> base::Result<EntryId> {
        auto change = CHAIRSIDE_TRY(HistoryChange::begin(unit, patient));
        const auto replaced = CHAIRSIDE_TRY(change.standing(target.entry, target.kind));
        auto details = replaced.details;
        details.until = until;
        auto problems = change.check(details);
        if (until > unit.today()) {
            problems.push_back({"until", Rule::InFuture, {}, unit.today().iso(), until.iso()});
        }
        checkReason(problems, unit, reason);
        if (!problems.empty()) return base::invalid(std::move(problems));
        return change.write(HistoryAct::Ended, &replaced, details, trimmed(reason));
    });
}

base::Result<EntryId> HistoryService::withdraw(const Actor& actor, const PatientId& patient,
                                               const HistoryTarget& target, const std::string& reason) {
    return run(m_context, actor, Permission::RecordHistory, Access::Write, [&](Unit& unit) -> base::Result<EntryId> {
        auto change = CHAIRSIDE_TRY(HistoryChange::begin(unit, patient));
        const auto replaced = CHAIRSIDE_TRY(change.standing(target.entry, target.kind));
        base::Problems problems;
        checkReason(problems, unit, reason);
        if (!problems.empty()) return base::invalid(std::move(problems));
        return change.write(HistoryAct::Withdrawn, &replaced, replaced.details, trimmed(reason));
    });
}

} // namespace chairside::services
