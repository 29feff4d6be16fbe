#include <algorithm>
#include <filesystem>
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/painting_room.h"
#include "app/ctl/signed_in.h"
#include "ui/files/report_file.h"
#include "ui/format/to_qt.h"
#include "ui/reports/report_content.h"

namespace chairside::app {

namespace {

using services::CoursePaper;
using services::VisitPaper;
using ui::DocumentKind;
using ui::ReportContent;

constexpr int kMostVisits = 500;

std::optional<DocumentKind> kindFromKey(const std::string& key) {
    if (key == "visit_summary") return DocumentKind::VisitSummary;
    if (key == "after_visit") return DocumentKind::AfterVisit;
    if (key == "course_summary") return DocumentKind::CourseSummary;
    if (key == "letter") return DocumentKind::Letter;
    if (key == "call_list") return DocumentKind::CallList;
    if (key == "drug_book") return DocumentKind::DrugBook;
    return std::nullopt;
}

template <class Document>
base::Result<ReportContent> made(DocumentKind kind, base::Result<Document> document) {
    if (!document) return std::unexpected(document.error());
    return ReportContent{kind, *std::move(document), true};
}

base::Result<ReportContent> issueVisit(SignedIn& session, DocumentKind kind, const CtlOptions& options) {
    const auto infusion = domain::InfusionId::fromText(options.infusion);
    if (!infusion) return base::invalid("infusion", base::Rule::NotAllowed);
    const auto paper = kind == DocumentKind::VisitSummary ? VisitPaper::Summary : VisitPaper::AfterVisit;
    return made(kind, session.services().documents.issueVisit(session.actor(), paper, *infusion));
}

base::Result<ReportContent> issueCourse(SignedIn& session, DocumentKind kind, const CtlOptions& options) {
    const auto course = domain::CourseId::fromText(options.course);
    if (!course) return base::invalid("course", base::Rule::NotAllowed);
    const auto paper = kind == DocumentKind::Letter ? CoursePaper::Letter : CoursePaper::Summary;
    return made(kind, session.services().documents.issueCourse(session.actor(), paper, *course));
}

base::Result<ReportContent> issueClinic(SignedIn& session, DocumentKind kind, const CtlOptions& options) {
    if (kind == DocumentKind::CallList) return made(kind, session.services().documents.issueCallList(session.actor()));
    const auto typed = base::CalendarDate::fromIso(options.day);
    if (!options.day.empty() && !typed) return base::invalid("day", base::Rule::NotADate, {}, {}, options.day);
    const auto day = typed.value_or(session.clock().now().localDate());
    return made(kind, session.services().drugBook.issue(session.actor(), {.day = day, .lot = {}}));
}

base::Result<ReportContent> issue(SignedIn& session, DocumentKind kind, const CtlOptions& options) {
    switch (ui::aboutOf(kind)) {
    case ui::DocumentAbout::Infusion:
        return issueVisit(session, kind, options);
    case ui::DocumentAbout::Course:
        return issueCourse(session, kind, options);
    case ui::DocumentAbout::Clinic:
        break;
    }
    return issueClinic(session, kind, options);
}

base::Done writePdf(const std::filesystem::path& path, const ReportContent& content, const CtlOptions& options) {
    const ui::PrintOptions print{.paper = options.letterPaper ? ui::PaperSize::Letter : ui::PaperSize::A4};
    const ui::LetterText letter{.recipient = QString::fromStdString(options.recipient), .remarks = {}};
    const auto document = ui::layOut(content, letter, print);
    for (const QString& missing : document->missingGlyphs())
        std::cerr << "chairsidectl: no font can draw " << missing.toStdString() << "; its number is printed\n";
    return ui::writeFile(QString::fromStdString(path.string()), document->toPdf());
}

// A name that no earlier visit of this run has.
std::filesystem::path freshName(const std::filesystem::path& folder, const QString& name,
                                std::vector<std::string>& used) {
    std::string whole = name.toStdString();
    const std::string stem = whole.substr(0, whole.size() - 4);
    for (int more = 2; std::ranges::find(used, whole) != used.end(); ++more)
        whole = stem + '_' + std::to_string(more) + ".pdf";
    used.push_back(whole);
    return folder / whole;
}

} // namespace

base::Done exportDocument(const CtlOptions& options) {
    const auto kind = kindFromKey(options.kind);
    if (!kind) return base::invalid("kind", base::Rule::NotAllowed, {}, {}, options.kind);
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    if (auto writable = ui::checkWritable(QString::fromStdString(options.output.string())); !writable) return writable;
    auto content = issue(**session, *kind, options);
    if (!content) return std::unexpected(content.error());
    const PaintingRoom room;
    return writePdf(options.output, *content, options);
}

base::Done exportVisit(const CtlOptions& options) {
    CtlOptions summary = options;
    summary.kind = "visit_summary";
    return exportDocument(summary);
}

base::Done exportVisits(const CtlOptions& options) {
    const auto from = base::CalendarDate::fromIso(options.from);
    const auto to = base::CalendarDate::fromIso(options.to);
    if (!from) return base::invalid("from", base::Rule::NotADate, {}, {}, options.from);
    if (!to) return base::invalid("to", base::Rule::NotADate, {}, {}, options.to);
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto& documents = (*session)->services().documents;
    const auto visits = documents.visitsBetween((*session)->actor(), *from, *to, kMostVisits);
    if (!visits) return std::unexpected(visits.error());
    if (visits->size() > kMostVisits)
        return base::invalid("to", base::Rule::TooMany, {}, std::to_string(kMostVisits), {});
    const PaintingRoom room;
    std::vector<std::string> used;
    for (const auto& infusion : *visits) {
        auto visit = documents.issueVisit((*session)->actor(), VisitPaper::Summary, infusion);
        auto content = made(DocumentKind::VisitSummary, std::move(visit));
        if (!content) return std::unexpected(content.error());
        const auto path = freshName(options.output, ui::reportFileName(*content), used);
        if (auto written = writePdf(path, *content, options); !written) return written;
        std::cerr << "\r" << used.size() << " of " << visits->size() << std::flush;
    }
    if (!visits->empty()) std::cerr << '\n';
    std::cout << visits->size() << " visit summaries\n";
    return {};
}

} // namespace chairside::app
