// The questionnaires of one patient: what there is, and saving one.
#pragma once

#include <QObject>
#include <optional>

#include "core/services/assessment_service.h"
#include "core/services/change.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

class Workbench;

struct AssessmentScreen {
    domain::Patient patient;
    std::optional<KnownWeight> weight;
    services::PatientAssessments assessments;
};

class AssessmentPresenter : public QObject {
    Q_OBJECT

public:
    explicit AssessmentPresenter(Workbench& bench, QObject* parent = nullptr);

    // Reads the record and counts as opening it.
    void open(const std::string& patientId);
    // Nothing happens while another one is being saved.
    void record(const services::AssessmentRequest& request);
    [[nodiscard]] bool isSaving() const { return m_saving; }

Q_SIGNALS:
    void shown(const chairside::ui::AssessmentScreen& screen);
    void unavailable(const chairside::base::Error& error);
    void saving();
    void saved(const chairside::services::AssessmentRequest& request);
    void refused(const chairside::base::Error& error);

private:
    void read(services::Reading reading);

    Workbench& m_bench;
    std::optional<domain::PatientId> m_patient;
    bool m_saving = false;
};

} // namespace chairside::ui
