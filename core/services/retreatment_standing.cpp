#include "core/services/retreatment_standing.h"

#include <algorithm>

#include "core/domain/course/course_state.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::DecisionKind;
using domain::RetreatmentStage;
using domain::RetreatmentStanding;

// What is kept holds on every day, so no day cuts off what it is made of.
constexpr auto kAfterEverything =
    base::CalendarDate::ofDays(std::chrono::sys_days(std::chrono::year(9999) / std::chrono::December / 31));

bool isCurrent(const StoredStanding& stored) {
    return stored.madeBy == kStandingMaker;
}

// Nobody decides about whoever withdrew or died.
std::optional<RetreatmentStage> stageWithoutFacts(domain::CourseState course, domain::PatientState patient) {
    if (!domain::mayBeTreated(patient)) return RetreatmentStage::Decided;
    if (domain::isRunning(course)) return RetreatmentStage::Running;
    return std::nullopt;
}

RetreatmentStage stageOf(const CourseFacts& facts, domain::PatientState state) {
    if (const auto stage = stageWithoutFacts(facts.course.state, state)) return *stage;
    const bool decided = !facts.decisions.empty() && facts.decisions.back().kind != DecisionKind::Postpone;
    return decided ? RetreatmentStage::Decided : RetreatmentStage::Waiting;
}

// Whether there was anything to make.
base::Result<bool> keepStanding(Unit& unit, CourseReader& reader, const domain::PatientId& patient) {
    const auto stored = CHAIRSIDE_TRY(unit.tx().retreatments().of(patient));
    if (!stored || isCurrent(*stored)) return false;
    CHAIRSIDE_TRY(unit.tx().retreatments().put(CHAIRSIDE_TRY(standingOf(unit, reader, patient))));
    return true;
}

base::Result<bool> fitsRecords(Unit& unit, CourseReader& reader, const StoredStanding& stored) {
    if (!isCurrent(stored)) return true;
    const auto made = CHAIRSIDE_TRY(standingOf(unit, reader, stored.patient));
    return stored.course == made.course && (!made.course || stored.standing == made.standing);
}

} // namespace

std::optional<base::CalendarDate> postponedUntil(const CourseFacts& facts) {
    if (facts.decisions.empty() || facts.decisions.back().kind != DecisionKind::Postpone) return std::nullopt;
    return facts.decisions.back().until;
}

RetreatmentStanding standingOf(const CourseFacts& facts, domain::PatientState state, base::Instant now) {
    RetreatmentStanding standing{.stage = stageOf(facts, state)};
    // The list says no more of a running course than that it runs, so nothing said at a chair need be read for it.
    if (standing.stage == RetreatmentStage::Running) return standing;
    const auto response = responseOf(facts, kAfterEverything, now);
    standing.postponedUntil = postponedUntil(facts);
    standing.opens = response.window.opens;
    standing.closes = response.window.closes;
    standing.followedUp = response.followUpAfterCourse;
    standing.relapsed = response.relapsed.value_or(false);
    if (const auto* latest = response.latest()) standing.latestOn = latest->date;
    return standing;
}

base::Result<StoredStanding> standingOf(Unit& unit, CourseReader& reader, const domain::PatientId& patient) {
    StoredStanding made{.patient = patient, .course = {}, .standing = {}, .madeBy = kStandingMaker};
    const auto record = CHAIRSIDE_TRY(unit.tx().patientRecords().record(patient));
    if (record.mergedInto) return made;
    const auto courses = CHAIRSIDE_TRY(unit.tx().courses().ofPatient(patient));
    if (courses.empty()) return made;
    const auto& newest = *std::ranges::max_element(courses, {}, &domain::Course::id);
    made.course = newest.id;
    if (stageWithoutFacts(newest.state, record.state) == RetreatmentStage::Running) {
        made.standing.stage = RetreatmentStage::Running;
        return made;
    }
    const auto facts = CHAIRSIDE_TRY(reader.readWithDecisions(newest));
    made.standing = standingOf(facts, record.state, unit.now());
    return made;
}

base::Result<std::vector<StoredStanding>> allStandings(Unit& unit) {
    auto all = CHAIRSIDE_TRY(unit.tx().retreatments().all());
    CourseReader reader(unit);
    for (auto& stored : all)
        if (!isCurrent(stored)) stored = CHAIRSIDE_TRY(standingOf(unit, reader, stored.patient));
    std::erase_if(all, [](const StoredStanding& stored) { return !stored.course; });
    return all;
}

base::Result<std::vector<VerifyFinding>> wrongStandings(Unit& unit) {
    std::vector<VerifyFinding> findings;
    CourseReader reader(unit);
    for (const auto& stored : CHAIRSIDE_TRY(unit.tx().retreatments().all())) {
        if (CHAIRSIDE_TRY(fitsRecords(unit, reader, stored))) continue;
        findings.push_back({"standing", "retreatment_standing " + stored.patient.text(), "does not fit the records"});
    }
    return findings;
}

int keepStandings(Unit& unit, const std::vector<domain::PatientId>& patients) {
    CourseReader reader(unit);
    return static_cast<int>(std::ranges::count_if(patients, [&](const domain::PatientId& patient) {
        return keepStanding(unit, reader, patient).value_or(false);
    }));
}

std::vector<domain::PatientId> changedPatients(const Unit& unit) {
    std::vector<domain::PatientId> patients;
    for (const auto& change : unit.changes()) {
        const auto patient = domain::PatientId::fromText(change.patientId);
        if (patient && std::ranges::find(patients, *patient) == patients.end()) patients.push_back(*patient);
    }
    return patients;
}

} // namespace chairside::services
