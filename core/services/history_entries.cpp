#include "core/services/history_entries.h"

#include <algorithm>
#include <map>

#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::AllergyStatus;
using domain::HistoryAct;
using domain::HistoryEntry;
using domain::HistoryKind;

bool concernsAllergies(const HistoryEntry& entry) {
    return entry.details.kind == HistoryKind::Allergy || entry.details.kind == HistoryKind::NoKnownAllergies;
}

// The newest current one; nothing if all have ended.
std::string phoneOf(const std::vector<HistoryEntry>& standing, base::CalendarDate today) {
    std::string phone;
    for (const auto& entry : standing) {
        if (entry.details.kind == HistoryKind::Phone && domain::isCurrent(entry, today)) phone = entry.details.text;
    }
    return phone;
}

base::Result<std::string> printedName(Unit& unit, std::map<domain::AccountId, std::string>& names,
                                      const domain::AccountId& id) {
    auto found = names.find(id);
    if (found == names.end()) {
        const auto stored = CHAIRSIDE_TRY(unit.tx().accounts().byId(id));
        found = names.emplace(id, stored.account.printedName).first;
    }
    return found->second;
}

} // namespace

std::vector<HistoryEntry> registeredEntries(const Unit& unit, const domain::Patient& patient,
                                            const std::vector<HistoryEntry>& entries) {
    std::vector<HistoryEntry> registered;
    const auto say = [&](HistoryKind kind, const std::string& text) {
        HistoryEntry entry{.id = domain::EntryId(patient.id.uuid()),
                           .patient = patient.id,
                           .recordedAt = unit.now(),
                           .recordedBy = unit.actor().account,
                           .act = domain::HistoryAct::Added,
                           .replaces = {},
                           .reason = {},
                           .details = {.kind = kind, .text = text}};
        registered.push_back(std::move(entry));
    };
    const auto isPhone = [](const HistoryEntry& entry) {
        return entry.details.kind == HistoryKind::Phone;
    };
    const auto& details = patient.details;
    if (!details.phone.empty() && std::ranges::none_of(entries, isPhone)) say(HistoryKind::Phone, details.phone);
    if (std::ranges::any_of(entries, concernsAllergies)) return registered;
    if (details.allergyStatus == AllergyStatus::Known) say(HistoryKind::Allergy, details.allergies);
    if (details.allergyStatus == AllergyStatus::NoneKnown) say(HistoryKind::NoKnownAllergies, {});
    return registered;
}

base::Result<std::vector<HistoryLine>> historyLines(Unit& unit, const domain::Patient& patient) {
    const auto entries = CHAIRSIDE_TRY(unit.tx().histories().of(patient.id));
    const auto standing = domain::newest(entries);
    const auto& marked = unit.policy().markedMedicines;
    std::map<domain::AccountId, std::string> names;
    std::vector<HistoryLine> lines;
    for (const auto& entry : registeredEntries(unit, patient, entries))
        lines.push_back({entry, {}, true, false, domain::MedicineGroup::None, true});
    for (const auto& entry : entries) {
        const bool stands = std::ranges::find(standing, entry.id, &HistoryEntry::id) != standing.end();
        lines.push_back({entry, CHAIRSIDE_TRY(printedName(unit, names, entry.recordedBy)),
                         stands && domain::isCurrent(entry, unit.today()),
                         !stands && entry.act != HistoryAct::Withdrawn, domain::groupOf(entry.details, marked), false});
    }
    std::ranges::reverse(lines);
    std::ranges::stable_sort(lines, {},
                             [](const HistoryLine& line) { return std::pair(line.entry.details.kind, !line.current); });
    return lines;
}

base::Result<domain::Patient> knownPatient(Unit& unit, const domain::PatientId& id) {
    auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(id));
    const auto standing = domain::newest(CHAIRSIDE_TRY(unit.tx().histories().of(patient.id)));
    patient.markedMedicines = domain::markedMedicinesOf(standing, unit.today(), unit.policy().markedMedicines);
    return patient;
}

base::Done keepRegistered(Unit& unit, const domain::Patient& patient) {
    const auto entries = CHAIRSIDE_TRY(unit.tx().histories().of(patient.id));
    for (auto& entry : registeredEntries(unit, patient, entries)) {
        entry.id = unit.newId<domain::EntryId>();
        CHAIRSIDE_TRY(unit.tx().histories().add(entry));
    }
    return {};
}

base::Done updateSummary(Unit& unit, const domain::Patient& patient) {
    const auto standing = domain::newest(CHAIRSIDE_TRY(unit.tx().histories().of(patient.id)));
    auto allergies = domain::allergiesOf(standing, unit.today());
    auto changed = patient;
    changed.details.phone = phoneOf(standing, unit.today());
    changed.details.allergyStatus = allergies.status;
    changed.details.allergies = std::move(allergies.words);
    const auto& now = changed.details;
    const auto& was = patient.details;
    if (now.phone == was.phone && now.allergyStatus == was.allergyStatus && now.allergies == was.allergies) return {};
    return unit.tx().patients().updateSummary(changed);
}

} // namespace chairside::services
