// The history of one patient: what is recorded, and adding to it.
#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "core/services/change.h"
#include "core/services/history_service.h"
#include "core/services/patient_state_service.h"
#include "core/services/record_import_service.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

class Workbench;

enum class HistoryTask { Add, Correct, End, Withdraw };

struct HistoryScreen {
    services::PatientHistory history;
    std::optional<KnownWeight> weight;
    std::vector<services::PatientStateLine> states;                // newest first
    std::vector<services::RecordImportService::Measured> measured; // elsewhere; newest first
};

// One entry to be made, with everything the service needs for its task.
struct HistoryRequest {
    HistoryTask task = HistoryTask::Add;
    domain::HistoryDetails details;
    std::optional<domain::EntryId> target;   // but for Add
    std::optional<base::CalendarDate> until; // of End
    std::string reason;
    std::string draft; // subject of the draft that ends with it
};

class HistoryPresenter : public QObject {
    Q_OBJECT

public:
    explicit HistoryPresenter(Workbench& bench, QObject* parent = nullptr);

    // Reads the record and counts as opening it.
    void open(const std::string& patientId);
    // Nothing happens while another one is being saved.
    void save(const HistoryRequest& request);
    void setState(const services::PatientStateRequest& request);
    [[nodiscard]] bool isSaving() const { return m_saving; }

Q_SIGNALS:
    void shown(const chairside::ui::HistoryScreen& screen);
    void unavailable(const chairside::base::Error& error);
    void saving();
    void saved(const chairside::ui::HistoryRequest& request);
    void refused(const chairside::base::Error& error);
    void stateSaved();
    void stateRefused(const chairside::base::Error& error);

private:
    void read(services::Reading reading);

    Workbench& m_bench;
    std::optional<domain::PatientId> m_patient;
    bool m_saving = false;
};

} // namespace chairside::ui
