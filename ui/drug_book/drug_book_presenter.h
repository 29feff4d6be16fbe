// The controlled-drug book as it is asked for: read for the screen, issued when it leaves the program, corrected.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>

#include "core/services/drug_book_service.h"
#include "ui/print/visit_summary_document.h"

namespace chairside::ui {

class Workbench;

class DrugBookPresenter : public QObject {
    Q_OBJECT

public:
    explicit DrugBookPresenter(Workbench& bench, QObject* parent = nullptr);

    // Opening another part of the book is audited, showing the same one again is not.
    void ask(const services::DrugBookQuery& query);
    void refresh();
    [[nodiscard]] const std::optional<services::DrugBookQuery>& query() const { return m_query; }
    [[nodiscard]] const std::optional<services::DrugBook>& book() const { return m_book; }
    [[nodiscard]] bool mayCorrect() const;
    [[nodiscard]] bool canIssue() const;
    [[nodiscard]] QString fileName() const;

    // Answered by corrected or notCorrected.
    void correct(const services::DrugCorrection& correction);
    // Issues the book and writes it. A path that cannot be written is refused before anything is issued.
    void save(const QString& path, PaperSize paper);
    void issueForPrinting();

Q_SIGNALS:
    void shown();
    void notRead(const chairside::base::Error& error);
    void correcting();
    void corrected();
    void notCorrected(const chairside::base::Error& error);
    void saved(const QString& path);
    void notWritten(const QString& path);
    void notIssued(const chairside::base::Error& error);
    void readyToPrint(const chairside::services::DrugBook& book);

private:
    using Issued = std::function<void(const services::DrugBook& book)>;
    void read(services::Reading reading);
    void issue(const QString& path, const Issued& then);
    void write(const QString& path, const QByteArray& bytes);

    Workbench& m_bench;
    std::optional<services::DrugBookQuery> m_query;
    std::optional<services::DrugBook> m_book;
    bool m_busy = false;
};

} // namespace chairside::ui
