// A file of another system on its way into the clinic: read, mapped, compared, taken.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "core/services/ports/import_reader.h"
#include "ui/imports/import_lines.h"

namespace chairside::services {
struct Services;
}

namespace chairside::ui {

class Workbench;

class ImportPresenter : public QObject {
    Q_OBJECT

public:
    explicit ImportPresenter(Workbench& bench, QObject* parent = nullptr);

    // Reads the file: a FHIR bundle if its name ends in .json, else a list, and guesses what its columns are.
    void read(const QString& path);
    void setMapping(const services::CsvMapping& mapping);
    // What a part of a bundle that cannot be taken does to the rest.
    void setRefused(services::Refused refused);
    // Compares the file with the clinic, writes nothing.
    void check();
    // Everything that is new, or nothing.
    void take();
    void forget();

    // Of the file that was read, without its folder.
    [[nodiscard]] const QString& fileName() const { return m_fileName; }
    [[nodiscard]] bool hasFile() const { return m_table || m_records; }
    [[nodiscard]] const std::optional<services::CsvTable>& table() const { return m_table; }
    [[nodiscard]] const std::optional<services::RecordFile>& records() const { return m_records; }
    [[nodiscard]] const services::CsvMapping& mapping() const { return m_mapping; }
    // What check() found for the mapping as it is now; nothing after a change.
    [[nodiscard]] const std::vector<ImportLine>& lines() const { return m_lines; }
    [[nodiscard]] const QString& summary() const { return m_summary; }
    [[nodiscard]] int refusedParts() const { return m_refusedParts; }
    [[nodiscard]] bool canTake() const;
    [[nodiscard]] bool busy() const { return m_busy; }

Q_SIGNALS:
    void fileRead();
    void fileRefused(const chairside::base::Error& error);
    void checked();
    void notChecked(const chairside::base::Error& error);
    // How many patients, entries and values were registered.
    void taken(int count);
    void notTaken(const chairside::base::Error& error);
    void busyChanged();

private:
    // What comparing or taking came to.
    struct Judged {
        std::vector<ImportLine> lines;
        QString summary;
        int fresh = 0;
        int refused = 0;
    };
    using Outcome = base::Result<Judged>;

    [[nodiscard]] std::function<Outcome(services::Services&, const services::Actor&)> job(bool write) const;
    void judge(bool write, const std::function<void(Outcome)>& then);
    void forgetFindings();
    void setBusy(bool busy);

    Workbench& m_bench;
    QString m_fileName;
    std::optional<services::CsvTable> m_table;
    std::optional<services::RecordFile> m_records;
    services::CsvMapping m_mapping;
    services::Refused m_refused = services::Refused::StopsAll;
    std::vector<ImportLine> m_lines;
    QString m_summary;
    int m_fresh = 0;
    int m_refusedParts = 0;
    bool m_busy = false;
};

} // namespace chairside::ui
