// One visit summary: read for the preview, issued only when it leaves the program.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <functional>
#include <optional>

#include "core/services/document_service.h"
#include "ui/print/visit_summary_document.h"

namespace chairside::ui {

class Workbench;

// What there is to show.
struct ReportContent {
    services::VisitSummary summary;
    bool issued = false; // false: a preview without a document number
};

class ReportsPresenter : public QObject {
    Q_OBJECT

public:
    explicit ReportsPresenter(Workbench& bench, QObject* parent = nullptr);

    // Reads the infusion; the same one again is read anew without an entry in the audit.
    void open(const domain::InfusionId& infusion);
    void close();
    void setOptions(const PrintOptions& options) { m_options = options; }
    [[nodiscard]] bool canIssue() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] const std::optional<ReportContent>& content() const { return m_content; }
    [[nodiscard]] QString fileName() const;

    // Issues the document and writes it. A path that cannot be written is refused before anything is issued; if writing
    // fails afterwards, the next save writes the document that was issued.
    void save(const QString& path);
    // Issues the document and hands it out for paper.
    void issueForPrinting();

Q_SIGNALS:
    void shown(const chairside::ui::ReportContent& content);
    void notRead(const chairside::base::Error& error);
    void busyChanged(bool busy);
    void saved(const QString& path);
    void notWritten(const QString& path);
    void notIssued(const chairside::base::Error& error);
    void readyToPrint();

private:
    void read(services::Reading reading);
    void issue(const QString& path, const std::function<void()>& then);
    void write(const QString& path);
    void setBusy(bool busy);

    Workbench& m_bench;
    PrintOptions m_options;
    std::optional<domain::InfusionId> m_infusion;
    std::optional<ReportContent> m_content;
    bool m_unwritten = false; // issued, but not on the disk yet
    bool m_busy = false;
};

} // namespace chairside::ui
