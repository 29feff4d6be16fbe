#include "ui/imports/import_words.h"

#include <QStringList>

#include "ui/format/name_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/imports/record_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::ImportVerdict;
using services::PatientColumn;

namespace {

QString fieldName(const std::string& field) {
    static const std::pair<const char*, PatientColumn> kFields[] = {{"family", PatientColumn::Family},
                                                                    {"given", PatientColumn::Given},
                                                                    {"title", PatientColumn::Title},
                                                                    {"preferred", PatientColumn::Preferred},
                                                                    {"born", PatientColumn::Born},
                                                                    {"gender", PatientColumn::Gender},
                                                                    {"clinic_number", PatientColumn::ClinicNumber},
                                                                    {"phone", PatientColumn::Phone},
                                                                    {"allergies", PatientColumn::Allergies}};
    for (const auto& [key, column] : kFields) {
        if (field == key) return ImportWords::column(column);
    }
    return toQt(field);
}

QString problemSentence(const base::Problem& problem) {
    if (problem.field == "person")
        return ImportWords::tr("The same person stands in %1.").arg(ImportWords::place(problem.low));
    if (problem.field == "deceased")
        return ImportWords::tr("The file says that this patient has died. Nobody who has died is registered.");
    if (problem.field == "element") return RecordProblems::ofPart(problem);
    if (problem.field == "clinic_number" && problem.rule == base::Rule::Duplicate) {
        return problem.low.empty()
                   ? ImportWords::tr("Clinic number %1 belongs to another patient.").arg(toQt(problem.value))
                   : ImportWords::tr("The same clinic number stands in %1.").arg(ImportWords::place(problem.low));
    }
    return describe(problem, {fieldName(problem.field), {}});
}

} // namespace

QString ImportWords::column(PatientColumn column) {
    switch (column) {
    case PatientColumn::Ignored:
        return tr("not imported");
    case PatientColumn::Family:
        return tr("Family name");
    case PatientColumn::Given:
        return tr("Given name");
    case PatientColumn::Title:
        return tr("Title");
    case PatientColumn::Preferred:
        return tr("Preferred name");
    case PatientColumn::Born:
        return tr("Date of birth");
    case PatientColumn::Gender:
        return tr("Gender");
    case PatientColumn::ClinicNumber:
        return tr("Clinic number");
    case PatientColumn::Phone:
        return tr("Telephone");
    case PatientColumn::Allergies:
        return tr("Allergies");
    }
    return {};
}

QString ImportWords::verdict(ImportVerdict verdict) {
    switch (verdict) {
    case ImportVerdict::New:
        return tr("New");
    case ImportVerdict::Matched:
        return tr("Known");
    case ImportVerdict::Conflicting:
        return tr("▲ Differs");
    case ImportVerdict::Refused:
        return tr("✕ Cannot be taken");
    }
    return {};
}

QString ImportWords::place(const std::string& place) {
    const QString text = toQt(place);
    if (text.startsWith(u"line "_s)) return tr("line %1").arg(text.mid(5));
    if (text.startsWith(u"entry "_s)) return tr("entry %1").arg(text.mid(6));
    return text;
}

QString ImportWords::detail(const services::ImportRow& row) {
    QStringList parts;
    switch (row.verdict) {
    case ImportVerdict::New:
        for (const auto& like : row.known)
            parts << tr("Similar to %1.").arg(clinicIdText(toQt(like.details.clinicNumber)));
        break;
    case ImportVerdict::Matched:
        parts << tr("Is %1.").arg(clinicIdText(toQt(row.known.front().details.clinicNumber)));
        break;
    case ImportVerdict::Conflicting: {
        QStringList fields;
        for (const auto& field : row.differences)
            fields << (field == "several" ? tr("several patients are like that") : fieldName(field));
        parts << tr("Is %1; stays as it is. Different: %2.")
                     .arg(clinicIdText(toQt(row.known.front().details.clinicNumber)), fields.join(u", "_s));
        break;
    }
    case ImportVerdict::Refused:
        for (const auto& problem : row.problems)
            parts << problemSentence(problem);
        break;
    }
    return parts.join(u' ');
}

QString ImportWords::counts(int isNew, int known, int different, int refused) {
    return tr("New: %1. Known: %2. Known with differences, stay as they are: %3. Cannot be taken: %4.")
        .arg(isNew)
        .arg(known)
        .arg(different)
        .arg(refused);
}

QString ImportWords::fileProblem(const base::Problem& problem) {
    if (problem.field == "json" || problem.field == "bundle") return RecordProblems::ofFile(problem);
    const QString where = place(problem.field);
    const QString low = toQt(problem.low);
    const QString high = toQt(problem.high);
    if (problem.value == "cells")
        return tr("In %1 there are %2 cells where the first line has %3.").arg(where, low, high);
    if (problem.value == "quote") return tr("In %1 a quotation mark is open or has text behind it.").arg(where);
    if (problem.value == "nul") return tr("In %1 there is a NUL byte; this is no text.").arg(where);
    if (problem.value == "encoding")
        return tr("In %1 there is a character that is neither UTF-8 nor UTF-16.").arg(where);
    if (problem.value == "head")
        return tr("In %1 the names of the columns are missing, or one stands twice.").arg(where);
    if (problem.value == "columns") return tr("In %1 there are more than %2 columns.").arg(where, high);
    if (problem.value == "records") return tr("In %1 the file goes on beyond %2 patients.").arg(where, high);
    if (problem.value == "too_large") return tr("The file is too large to be read.");
    if (problem.field == "columns") {
        return problem.rule == base::Rule::Required
                   ? tr("No column is chosen for %1.").arg(fieldName(problem.value))
                   : tr("Two columns are chosen for %1.").arg(fieldName(problem.value));
    }
    return describe(problem, {where, {}});
}

} // namespace chairside::ui
