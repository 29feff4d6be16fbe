// Internal to core/services: one change of one patient's history, inside its transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/patient/history.h"
#include "core/services/run.h"

namespace chairside::services {

// Blanks at the ends off every text, and a code in its usual form.
[[nodiscard]] domain::HistoryDetails tidiedEntry(domain::HistoryDetails details);

class HistoryChange {
public:
    // Makes entries of what the registration said, if they are not yet.
    [[nodiscard]] static base::Result<HistoryChange> begin(Unit& unit, const domain::PatientId& id);

    [[nodiscard]] base::Problems check(const domain::HistoryDetails& details) const;
    // What stands under this id; the patient's own id means what the registration said about a kind.
    [[nodiscard]] base::Result<domain::HistoryEntry> standing(const domain::EntryId& id,
                                                              std::optional<domain::HistoryKind> kind) const;
    [[nodiscard]] bool hasCurrent(domain::HistoryKind kind) const;
    // With its audit event; a first current allergy ends the statement that there are none.
    [[nodiscard]] base::Result<domain::EntryId> write(domain::HistoryAct act, const domain::HistoryEntry* replaced,
                                                      domain::HistoryDetails details, const std::string& reason,
                                                      const std::string& auditDetail = {});

private:
    HistoryChange(Unit& unit, domain::Patient patient) : m_unit(unit), m_patient(std::move(patient)) {}

    [[nodiscard]] base::Result<domain::EntryId> put(domain::HistoryAct act, const domain::HistoryEntry* replaced,
                                                    domain::HistoryDetails details, const std::string& reason);
    [[nodiscard]] base::Done endStatement();

    Unit& m_unit;
    domain::Patient m_patient;
    std::vector<domain::HistoryEntry> m_entries;
};

} // namespace chairside::services
