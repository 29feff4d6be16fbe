#include "core/services/history_service.h"

#include <algorithm>

#include "core/services/history_change.h"
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
                   PatientHistory history{CHAIRSIDE_TRY(knownPatient(unit, patient)), {}};
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
        const auto details = tidiedEntry(typed);
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
        const auto details = tidiedEntry(typed);
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
