// Registering a patient: the proposed number, people who may be the same person, and the saving itself.
#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "core/domain/patient/patient.h"

namespace chairside::ui {

class Workbench;

class RegisterPresenter : public QObject {
    Q_OBJECT

public:
    explicit RegisterPresenter(Workbench& bench, QObject* parent = nullptr);

    void proposeNumber();
    // Looks for people with this date of birth and name; only the newest question is answered.
    void lookForSimilar(const domain::PatientDetails& details);
    // Forgets the question that is under way and tells that nobody is similar.
    void forgetSimilar();
    // Nothing happens while a registration is being saved.
    void save(const domain::PatientDetails& details);
    [[nodiscard]] bool isSaving() const { return m_saving; }

Q_SIGNALS:
    void numberProposed(const QString& number);
    void similarFound(const std::vector<chairside::domain::Patient>& people);
    void saving();
    void saved(const QString& patientId);
    void refused(const chairside::base::Error& error);

private:
    Workbench& m_bench;
    int m_question = 0;
    bool m_saving = false;
};

} // namespace chairside::ui
