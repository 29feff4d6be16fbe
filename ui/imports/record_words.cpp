#include "ui/imports/record_words.h"

#include <QStringList>

#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/imports/import_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::ImportVerdict;
using services::LeftOutReason;

namespace {

QString partName(const std::string& field) {
    if (field == "text") return ImportWords::tr("Name");
    if (field == "note") return ImportWords::tr("Note");
    if (field == "dose") return ImportWords::tr("Dose");
    if (field == "route") return ImportWords::tr("Route");
    if (field == "code") return ImportWords::tr("Code");
    if (field == "since") return ImportWords::tr("First day");
    if (field == "until") return ImportWords::tr("Last day");
    if (field == "at") return ImportWords::tr("Time of measurement");
    if (field == "value") return ImportWords::tr("Value");
    if (field == "status") return ImportWords::tr("Status");
    if (field == "kind") return ImportWords::tr("here an allergy is known");
    return toQt(field);
}

QString refusal(const base::Problems& problems) {
    QStringList parts;
    for (const auto& problem : problems)
        parts << RecordProblems::ofPart(problem);
    return parts.join(u' ');
}

} // namespace

QString RecordProblems::ofFile(const base::Problem& problem) {
    const QString where = ImportWords::place(problem.low);
    if (problem.value == "too_large") return tr("The file is too large to be read.");
    if (problem.value == "too_deep") return tr("The file is nested too deeply to be read.");
    if (problem.value == "too_many_values") return tr("The file holds more values than can be read.");
    if (problem.value == "duplicate_key")
        return tr("In the file something is told twice; it is not clear what counts.");
    if (problem.value == "syntax") return tr("The file is no JSON: it goes wrong at byte %1.").arg(toQt(problem.low));
    if (problem.value == "not_a_bundle") return tr("The file is no FHIR R4 bundle with records.");
    if (problem.value == "no_patient") return tr("The file holds no patient.");
    if (problem.value == "resource") return tr("In %1 there is nothing that says what it is.").arg(where);
    if (problem.value == "full_url") return tr("The name of %1 stands twice in the file.").arg(where);
    if (problem.value == "subject") return tr("%1 speaks of a patient who is not in the file.").arg(where);
    return describe(problem, {where, {}});
}

QString RecordProblems::ofPart(const base::Problem& problem) {
    if (problem.field == "person") return tr("It cannot be told whose it is.");
    if (problem.field == "element") return tr("FHIR R4 does not know “%1” here.").arg(toQt(problem.value));
    if (problem.field == "component") return tr("Half of the blood pressure is missing.");
    if (problem.rule == base::Rule::NotAllowed && problem.value.empty())
        return tr("%1 holds characters that can hide what it says.").arg(partName(problem.field));
    if (problem.field == "status" && problem.rule == base::Rule::NotAllowed)
        return tr("“%1” is no status that FHIR R4 knows here.").arg(toQt(problem.value));
    return describe(problem, {partName(problem.field), {}});
}

QString ImportWords::leftOut(LeftOutReason reason) {
    switch (reason) {
    case LeftOutReason::Kind:
        return tr("Nothing of this kind is kept here.");
    case LeftOutReason::Measure:
        return tr("This measure is not kept here.");
    case LeftOutReason::Unit:
        return tr("It is told in a unit that is not kept here.");
    case LeftOutReason::NoValue:
        return tr("The file says that there is no value.");
    case LeftOutReason::NotTrue:
        return tr("Cancelled, refuted or entered in error.");
    case LeftOutReason::Unconfirmed:
        return tr("A draft, a plan or a guess.");
    }
    return {};
}

QString ImportWords::detail(const services::HistoryRow& row) {
    if (row.verdict == ImportVerdict::Refused) return refusal(row.problems);
    if (row.verdict != ImportVerdict::Conflicting) return {};
    QStringList fields;
    for (const auto& field : row.differences)
        fields << partName(field);
    return tr("What stands here stays. Different: %1.").arg(fields.join(u", "_s));
}

QString ImportWords::detail(const services::ObservationRow& row) {
    if (row.verdict == ImportVerdict::Refused) return refusal(row.problems);
    if (row.verdict != ImportVerdict::Conflicting || !row.known) return {};
    return tr("Here %1 stands for that moment, and stays.").arg(numberText(*row.known));
}

} // namespace chairside::ui
