#include "core/services/import_judge.h"

#include <algorithm>

#include "core/services/text_rules.h"
#include "core/services/tidy_patient.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using domain::PatientDetails;

std::vector<std::string> differencesOf(const PatientDetails& file, const PatientDetails& known) {
    Differences differences;
    differences.text("family", file.name.family, known.name.family);
    differences.text("given", file.name.given, known.name.given);
    differences.text("title", file.name.title, known.name.title);
    differences.text("preferred", file.name.preferred, known.name.preferred);
    differences.text("clinic_number", file.clinicNumber, known.clinicNumber);
    differences.text("phone", file.phone, known.phone);
    if (file.born != known.born) differences.add("born");
    if (file.gender != domain::Gender::NotKnown && file.gender != known.gender) differences.add("gender");
    if (file.allergyStatus != domain::AllergyStatus::NotRecorded &&
        (file.allergyStatus != known.allergyStatus || file.allergies != known.allergies)) {
        differences.add("allergies");
    }
    return differences.take();
}

} // namespace

ImportJudge::PersonKey ImportJudge::keyOf(const PatientDetails& details) {
    return {details.born, foldedLetters(details.name.family), foldedLetters(details.name.given)};
}

base::Result<ImportRow> ImportJudge::judge(PatientCandidate candidate) {
    candidate.details = tidied(std::move(candidate.details));
    ImportRow row{.candidate = std::move(candidate), .known = {}, .differences = {}, .problems = {}};
    if (auto problems = problemsOf(row.candidate); !problems.empty()) {
        row.verdict = ImportVerdict::Refused;
        row.problems = std::move(problems);
        return row;
    }
    CHAIRSIDE_TRY(compare(row));
    return row;
}

base::Problems ImportJudge::problemsOf(const PatientCandidate& candidate) {
    const auto& details = candidate.details;
    auto problems = candidate.problems;
    // The clinic gives a number where the file has none; what the reader refused is said once.
    PatientDetails numbered = details;
    if (numbered.clinicNumber.empty()) numbered.clinicNumber = "1";
    for (auto& problem : domain::check(numbered, m_unit.today(), m_unit.policy().patient)) {
        if (std::ranges::find(candidate.problems, problem.field, &base::Problem::field) == candidate.problems.end())
            problems.push_back(std::move(problem));
    }
    if (!problems.empty()) return problems;
    const auto first = m_seen.try_emplace(keyOf(details), candidate.place);
    if (!first.second) problems.push_back({"person", Rule::Duplicate, first.first->second, {}, {}});
    if (details.clinicNumber.empty()) return problems;
    const auto number = m_numbers.try_emplace(foldedLetters(details.clinicNumber), candidate.place);
    if (!number.second && first.second)
        problems.push_back({"clinic_number", Rule::Duplicate, number.first->second, {}, {}});
    return problems;
}

base::Done ImportJudge::compare(ImportRow& row) {
    const auto& details = row.candidate.details;
    if (!details.clinicNumber.empty()) {
        const auto owner = CHAIRSIDE_TRY(m_unit.tx().patients().byClinicNumber(details.clinicNumber));
        if (owner) {
            compareWithOwner(row, *owner);
            return {};
        }
    }
    std::vector<domain::Patient> like;
    for (auto& one : CHAIRSIDE_TRY(m_unit.tx().patients().similarTo(details.name, details.born)))
        like.push_back(std::move(one.patient));
    std::vector<domain::Patient> same;
    std::ranges::copy_if(like, std::back_inserter(same), [&details](const domain::Patient& patient) {
        return keyOf(patient.details) == keyOf(details);
    });
    if (same.empty()) {
        row.known = std::move(like);
    } else if (same.size() > 1) {
        row.verdict = ImportVerdict::Conflicting;
        row.differences = {"several"};
        row.known = std::move(same);
    } else {
        settle(row, same.front());
    }
    return {};
}

void ImportJudge::compareWithOwner(ImportRow& row, const domain::Patient& owner) {
    if (keyOf(owner.details) == keyOf(row.candidate.details)) {
        settle(row, owner);
    } else {
        row.verdict = ImportVerdict::Refused;
        row.problems = {{"clinic_number", Rule::Duplicate, {}, {}, row.candidate.details.clinicNumber}};
    }
}

void ImportJudge::settle(ImportRow& row, const domain::Patient& known) {
    row.known = {known};
    row.differences = differencesOf(row.candidate.details, known.details);
    row.verdict = row.differences.empty() ? ImportVerdict::Matched : ImportVerdict::Conflicting;
}

base::Done addImported(Unit& unit, ImportRow& row) {
    auto& details = row.candidate.details;
    if (details.clinicNumber.empty()) details.clinicNumber = CHAIRSIDE_TRY(unit.tx().patients().nextClinicNumber());
    const domain::Patient patient{unit.newId<domain::PatientId>(), details};
    CHAIRSIDE_TRY(unit.tx().patients().add(patient));
    row.known = {patient};
    unit.audit(AuditAction::Create, "patient", patient.id.text(), patient.id, "import");
    unit.changed(ChangeKind::Patient, patient.id.text(), patient.id);
    return {};
}

void Refusals::add(const std::string& place, const base::Problems& problems) {
    for (auto problem : problems) {
        problem.field = place + ' ' + problem.field;
        m_problems.push_back(std::move(problem));
    }
}

base::Done Refusals::done() const {
    if (m_problems.empty()) return {};
    return base::invalid(m_problems);
}

} // namespace chairside::services
