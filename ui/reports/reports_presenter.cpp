#include "ui/reports/reports_presenter.h"

#include "ui/files/report_file.h"
#include "ui/format/to_qt.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

// What is read or issued, taken along to the worker.
struct ReportsPresenter::Subject {
    DocumentKind kind = DocumentKind::CallList;
    std::optional<domain::InfusionId> infusion;
    std::optional<domain::CourseId> course;
    base::CalendarDate day; // of the drug book

    [[nodiscard]] base::Result<ReportContent> read(services::Services& all, const services::Actor& actor,
                                                   services::Reading reading) const {
        switch (aboutOf(kind)) {
        case DocumentAbout::Infusion:
            return made(all.documents.previewVisit(actor, *infusion, reading), false);
        case DocumentAbout::Course:
            return made(all.documents.previewCourse(actor, *course, reading), false);
        case DocumentAbout::Clinic:
            break;
        }
        if (kind == DocumentKind::CallList) return made(all.documents.previewCallList(actor), false);
        return made(all.drugBook.read(actor, {.day = day, .lot = {}}, reading), false);
    }

    [[nodiscard]] base::Result<ReportContent> issue(services::Services& all, const services::Actor& actor) const {
        using services::CoursePaper;
        using services::VisitPaper;
        switch (kind) {
        case DocumentKind::VisitSummary:
            return made(all.documents.issueVisit(actor, VisitPaper::Summary, *infusion), true);
        case DocumentKind::AfterVisit:
            return made(all.documents.issueVisit(actor, VisitPaper::AfterVisit, *infusion), true);
        case DocumentKind::CourseSummary:
            return made(all.documents.issueCourse(actor, CoursePaper::Summary, *course), true);
        case DocumentKind::Letter:
            return made(all.documents.issueCourse(actor, CoursePaper::Letter, *course), true);
        case DocumentKind::CallList:
            return made(all.documents.issueCallList(actor), true);
        case DocumentKind::DrugBook:
            break;
        }
        return made(all.drugBook.issue(actor, {.day = day, .lot = {}}), true);
    }

private:
    template <class Document>
    [[nodiscard]] base::Result<ReportContent> made(base::Result<Document> document, bool issued) const {
        if (!document) return std::unexpected(document.error());
        return ReportContent{kind, *std::move(document), issued};
    }
};

namespace {

// A path nobody can write to, or what issuing said.
struct ReportIssue {
    base::Done writable;
    base::Result<ReportContent> content;
};

} // namespace

ReportsPresenter::ReportsPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (!m_content || m_busy || change.kind == services::ChangeKind::Document) return;
        const auto* review = m_content->review();
        const bool ours = review == nullptr || change.patientId == review->patient.id.text();
        if (ours || change.kind == services::ChangeKind::Clinic) read(services::Reading::Refresh);
    });
}

void ReportsPresenter::open(const std::optional<domain::InfusionId>& infusion,
                            const std::optional<domain::CourseId>& course) {
    const bool same = m_content && infusion == m_infusion && (!course || course == m_course);
    if (!same) {
        m_content.reset();
        m_unwritten = false;
        m_infusion = infusion;
        m_course = course;
        m_openedInfusion.reset();
        m_openedCourse.reset();
        m_visits.clear();
        m_letter = {};
        m_kind = infusion ? DocumentKind::VisitSummary : course ? DocumentKind::CourseSummary : DocumentKind::CallList;
    }
    read(reading());
}

void ReportsPresenter::openPatient(const domain::PatientId& patient) {
    m_bench.askAs(
        this,
        [patient](services::Services& all, const services::Actor& actor) {
            return all.patients.overview(actor, patient, services::Reading::Refresh);
        },
        [this](const base::Result<services::PatientOverview>& overview) {
            if (!overview) {
                Q_EMIT notRead(overview.error());
                return;
            }
            if (overview->courses.empty()) return open(std::nullopt, std::nullopt);
            open(std::nullopt, overview->courses.front().course.id);
        });
}

void ReportsPresenter::openCallList() {
    // Another kind that was left open there does not stay.
    if (m_kind != DocumentKind::CallList) m_content.reset();
    open(std::nullopt, std::nullopt);
}

void ReportsPresenter::choose(DocumentKind kind) {
    if (kind == m_kind || !offers(kind)) return;
    m_kind = kind;
    read(reading());
}

void ReportsPresenter::chooseVisit(const domain::InfusionId& infusion) {
    if (m_infusion == infusion) return;
    m_infusion = infusion;
    if (aboutOf(m_kind) == DocumentAbout::Infusion) read(reading());
}

bool ReportsPresenter::offers(DocumentKind kind) const {
    switch (aboutOf(kind)) {
    case DocumentAbout::Infusion:
        return m_infusion.has_value();
    case DocumentAbout::Course:
        return m_course.has_value();
    case DocumentAbout::Clinic:
        break;
    }
    return true;
}

void ReportsPresenter::setLetter(const LetterText& letter) {
    m_letter = letter;
    if (m_content && m_content->issued && !m_busy) read(services::Reading::Refresh);
}

bool ReportsPresenter::canIssue() const {
    return m_content && !m_busy && m_bench.may(domain::Permission::IssueDocument);
}

QString ReportsPresenter::fileName() const {
    return m_content ? reportFileName(*m_content) : QString();
}

ReportsPresenter::Subject ReportsPresenter::subject() const {
    return {m_kind, m_infusion, m_course, m_bench.now().localDate()};
}

services::Reading ReportsPresenter::reading() const {
    using services::Reading;
    switch (aboutOf(m_kind)) {
    case DocumentAbout::Infusion:
        return m_openedInfusion == m_infusion ? Reading::Refresh : Reading::Open;
    case DocumentAbout::Course:
        return m_openedCourse == m_course ? Reading::Refresh : Reading::Open;
    case DocumentAbout::Clinic:
        break;
    }
    return Reading::Open;
}

void ReportsPresenter::read(services::Reading reading) {
    ++m_asked;
    m_bench.askAs(
        this,
        [subject = subject(), reading](services::Services& all, const services::Actor& actor) {
            return subject.read(all, actor, reading);
        },
        [this, asked = m_asked](base::Result<ReportContent> content) {
            if (asked != m_asked) return;
            if (content) return keep(*std::move(content));
            m_content.reset();
            Q_EMIT notRead(content.error());
        });
}

void ReportsPresenter::keep(ReportContent content) {
    m_unwritten = false;
    m_content = std::move(content);
    if (aboutOf(m_kind) == DocumentAbout::Infusion) m_openedInfusion = m_infusion;
    if (aboutOf(m_kind) == DocumentAbout::Course) m_openedCourse = m_course;
    if (const auto* review = m_content->review()) learnVisits(*review);
    Q_EMIT shown(*m_content);
}

void ReportsPresenter::learnVisits(const services::CourseReview& review) {
    m_course = review.course.id;
    m_visits.clear();
    for (const auto& point : review.points) {
        const auto& planned = point.planned;
        if (planned.infusion) m_visits.push_back({*planned.infusion, planned.ordinal, planned.date});
    }
    if (!m_infusion && !m_visits.empty()) m_infusion = m_visits.back().infusion;
}

void ReportsPresenter::save(const QString& path) {
    if (!canIssue()) return;
    if (m_unwritten) return write(path);
    issue(path, [this, path] {
        m_unwritten = true;
        write(path);
    });
}

void ReportsPresenter::issueForPrinting() {
    if (!canIssue()) return;
    issue({}, [this] { Q_EMIT readyToPrint(); });
}

void ReportsPresenter::issue(const QString& path, const std::function<void()>& then) {
    setBusy(true);
    m_bench.askAs(
        this,
        [subject = subject(), path](services::Services& all, const services::Actor& actor) {
            ReportIssue result{{}, base::fail(base::Code::StorageFailed)};
            if (!path.isEmpty()) result.writable = checkWritable(path);
            if (result.writable) result.content = subject.issue(all, actor);
            return result;
        },
        [this, asked = m_asked, path, then](ReportIssue issue) {
            setBusy(false);
            if (asked != m_asked) return;
            if (!issue.writable) {
                Q_EMIT notWritten(path);
            } else if (!issue.content) {
                Q_EMIT notIssued(issue.content.error());
            } else {
                m_content = *std::move(issue.content);
                Q_EMIT shown(*m_content);
                then();
            }
        });
}

void ReportsPresenter::write(const QString& path) {
    setBusy(true);
    // Drawing needs the GUI thread; only the disk is left to the worker.
    const QByteArray bytes = layOut(*m_content, m_letter, m_options)->toPdf();
    m_bench.ask(
        this, [path, bytes](services::Services&) { return writeFile(path, bytes); },
        [this, path](const base::Done& written) {
            setBusy(false);
            if (!written) {
                Q_EMIT notWritten(path);
                return;
            }
            m_unwritten = false;
            Q_EMIT saved(path);
        });
}

void ReportsPresenter::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace chairside::ui
