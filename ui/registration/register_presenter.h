// Registering a patient: the proposed number, people who may be the same person, and the saving itself.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/services/patient_service.h"

namespace chairside::ui {

class Workbench;

class RegisterPresenter : public QObject {
    Q_OBJECT

public:
    explicit RegisterPresenter(Workbench& bench, QObject* parent = nullptr);

    void proposeNumber();
    // Looks for people who may be the same or are easily confused; only the newest question is answered.
    void lookForSimilar(const domain::PersonName& name, std::optional<base::CalendarDate> born);
    // Forgets the question that is under way and tells that nobody is similar.
    void forgetSimilar();
    // Nothing happens while a registration is being saved.
    void save(const domain::PatientDetails& details);
    [[nodiscard]] bool isSaving() const { return m_saving; }

Q_SIGNALS:
    void numberProposed(const QString& number);
    void similarFound(const std::vector<chairside::services::SimilarPatient>& people);
    void saving();
    void saved(const QString& patientId);
    void refused(const chairside::base::Error& error);

private:
    Workbench& m_bench;
    int m_question = 0;
    bool m_saving = false;
};

} // namespace chairside::ui
