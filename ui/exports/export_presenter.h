// Records on their way out of the clinic as data: gathered and recorded on the worker, drawn here, written as one file.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/services/ports/export_formats.h"

namespace chairside::ui {

class Workbench;

class ExportPresenter : public QObject {
    Q_OBJECT

public:
    explicit ExportPresenter(Workbench& bench, QObject* parent = nullptr);

    struct Subject {
        domain::Patient patient;
        std::vector<domain::Course> courses; // newest first
    };
    // Nobody: only the clinic's lists can leave.
    void choosePatient(const std::optional<domain::PatientId>& patient);
    [[nodiscard]] const std::optional<Subject>& subject() const { return m_subject; }

    // The whole bundle, or no file. course: none for every course of the patient.
    void exportBundle(const std::optional<domain::CourseId>& course, services::DisclosurePurpose purpose,
                      const QString& path);
    void exportList(services::CsvKind kind, bool deidentified, services::DisclosurePurpose purpose,
                    const QString& path);
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void subjectChanged();
    void notFound(const chairside::base::Error& error);
    void busyChanged();
    void exported(const QString& path);
    void failed(const chairside::base::Error& error);

private:
    void writeBundle(std::string text, std::vector<services::VisitSummary> visits, const QString& path);
    void finish(const base::Done& done, const QString& path);
    void setBusy(bool busy);

    Workbench& m_bench;
    std::optional<Subject> m_subject;
    bool m_busy = false;
};

} // namespace chairside::ui
