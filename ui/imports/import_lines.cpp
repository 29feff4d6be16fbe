#include "ui/imports/import_lines.h"

#include <QStringList>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/imports/import_words.h"
#include "ui/patients/history_words.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::ImportVerdict;

namespace {

struct LineText {
    Q_DECLARE_TR_FUNCTIONS(ImportLine)

public:
    static QString entry(const domain::HistoryDetails& details);
};

QString LineText::entry(const domain::HistoryDetails& details) {
    QStringList words{HistoryWords::kind(details.kind)};
    for (const std::string* part : {&details.text, &details.dose, &details.route, &details.code}) {
        if (!part->empty()) words << toQt(*part);
    }
    return words.join(u" · "_s);
}

int rankOf(ImportVerdict verdict) {
    return static_cast<int>(verdict) + 1;
}

ImportLine lineOf(const services::ImportRow& row) {
    const auto& details = row.candidate.details;
    const bool bornIsWrong = std::ranges::find(row.problems, "born", &base::Problem::field) != row.problems.end();
    return {.place = ImportWords::place(row.candidate.place),
            .verdict = ImportWords::verdict(row.verdict),
            .what = nameText(details.name),
            .when = bornIsWrong ? QString() : dateText(details.born),
            .number =
                details.clinicNumber.empty() ? LineText::tr("next number") : clinicIdText(toQt(details.clinicNumber)),
            .detail = ImportWords::detail(row),
            .rank = rankOf(row.verdict)};
}

ImportLine lineOf(const services::HistoryRow& row) {
    return {.place = ImportWords::place(row.candidate.place),
            .verdict = ImportWords::verdict(row.verdict),
            .what = LineText::entry(row.candidate.details),
            .when = HistoryWords::dates(row.candidate.details),
            .number = {},
            .detail = ImportWords::detail(row),
            .rank = rankOf(row.verdict)};
}

ImportLine lineOf(const services::ObservationRow& row, const std::vector<domain::OutsideMeasure>& measures) {
    const auto measure = std::ranges::find(measures, row.candidate.loinc, &domain::OutsideMeasure::loinc);
    const QString name = measure == measures.end() ? toQt(row.candidate.loinc) : toQt(measure->name);
    const bool whenIsWrong = std::ranges::find(row.problems, "at", &base::Problem::field) != row.problems.end();
    return {.place = ImportWords::place(row.candidate.place),
            .verdict = ImportWords::verdict(row.verdict),
            .what = LineText::tr("%1: %2").arg(name, numberText(row.candidate.value)),
            .when = whenIsWrong ? QString() : dateText(row.candidate.at.localDate()),
            .number = {},
            .detail = ImportWords::detail(row),
            .rank = rankOf(row.verdict)};
}

std::vector<ImportLine> sorted(std::vector<ImportLine> lines) {
    std::ranges::stable_sort(lines, std::ranges::greater{}, &ImportLine::rank);
    return lines;
}

} // namespace

std::vector<ImportLine> importLines(const services::ImportPreview& preview) {
    std::vector<ImportLine> lines;
    for (const auto& row : preview.rows)
        lines.push_back(lineOf(row));
    return sorted(std::move(lines));
}

std::vector<ImportLine> importLines(const services::RecordPreview& preview,
                                    const std::vector<domain::OutsideMeasure>& measures) {
    std::vector<ImportLine> lines;
    for (const auto& record : preview.records) {
        lines.push_back(lineOf(record.patient));
        for (const auto& row : record.history)
            lines.push_back(lineOf(row));
        for (const auto& row : record.observations)
            lines.push_back(lineOf(row, measures));
    }
    for (const auto& left : preview.leftOut) {
        lines.push_back({.place = LineText::tr("%1 times").arg(left.count),
                         .verdict = LineText::tr("– Left out"),
                         .what = toQt(left.what),
                         .when = {},
                         .number = {},
                         .detail = ImportWords::leftOut(left.reason),
                         .rank = 0});
    }
    return sorted(std::move(lines));
}

} // namespace chairside::ui
