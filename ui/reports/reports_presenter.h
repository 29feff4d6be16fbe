// One document: read for the preview, issued only when it leaves the program.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "ui/reports/report_content.h"

namespace chairside::ui {

class Workbench;

// One infusion of the course that can be chosen.
struct ReportVisit {
    domain::InfusionId infusion;
    int ordinal = 0;
    base::CalendarDate date;

    bool operator==(const ReportVisit&) const = default;
};

class ReportsPresenter : public QObject {
    Q_OBJECT

public:
    explicit ReportsPresenter(Workbench& bench, QObject* parent = nullptr);

    // An infusion: its visit summary. A course: its summary, or nothing about one patient: the call list. What was
    // chosen before stays where it can. The same subject again is read anew without an entry in the audit.
    void open(const std::optional<domain::InfusionId>& infusion, const std::optional<domain::CourseId>& course);
    // The newest course of a patient; without one, the documents about the clinic.
    void openPatient(const domain::PatientId& patient);
    // About the clinic: whom to call about a re-treatment.
    void openCallList();
    // Does nothing for a kind that is not there.
    void choose(DocumentKind kind);
    void chooseVisit(const domain::InfusionId& infusion);
    // Whether there is an infusion or a course for it.
    [[nodiscard]] bool offers(DocumentKind kind) const;
    [[nodiscard]] DocumentKind kind() const { return m_kind; }
    [[nodiscard]] const std::vector<ReportVisit>& visits() const { return m_visits; }
    [[nodiscard]] const std::optional<domain::InfusionId>& infusion() const { return m_infusion; }
    [[nodiscard]] const std::optional<domain::CourseId>& course() const { return m_course; }

    void setOptions(const PrintOptions& options) { m_options = options; }
    // Other words make another document: one that was issued is a preview again.
    void setLetter(const LetterText& letter);
    [[nodiscard]] const LetterText& letter() const { return m_letter; }
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
    struct Subject;
    [[nodiscard]] Subject subject() const;
    [[nodiscard]] services::Reading reading() const;
    void read(services::Reading reading);
    void keep(ReportContent content);
    void learnVisits(const services::CourseReview& review);
    void issue(const QString& path, const std::function<void()>& then);
    void write(const QString& path);
    void setBusy(bool busy);

    Workbench& m_bench;
    PrintOptions m_options;
    LetterText m_letter;
    DocumentKind m_kind = DocumentKind::CallList;
    std::optional<domain::InfusionId> m_infusion, m_openedInfusion;
    std::optional<domain::CourseId> m_course, m_openedCourse;
    std::vector<ReportVisit> m_visits;
    std::optional<ReportContent> m_content;
    int m_asked = 0;          // reads; an answer to an older one is dropped
    bool m_unwritten = false; // issued, but not on the disk yet
    bool m_busy = false;
};

} // namespace chairside::ui
