#include "core/services/patient_merge_service.h"

#include <algorithm>

#include "core/domain/course/course_state.h"
#include "core/services/history_entries.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::PatientId;
using domain::PatientMerge;
using domain::Permission;

base::Result<MergeSide> sideOf(Unit& unit, domain::Patient record) {
    auto& tx = unit.tx();
    MergeSide side{.patient = std::move(record)};
    const auto& id = side.patient.id;
    side.courses = static_cast<int>(CHAIRSIDE_TRY(tx.courses().ofPatient(id)).size());
    side.historyEntries = static_cast<int>(CHAIRSIDE_TRY(tx.histories().of(id)).size());
    side.questionnaires = static_cast<int>(CHAIRSIDE_TRY(tx.questionnaires().ofPatient(id)).size());
    return side;
}

struct Business {
    bool runningCourse = false;
    bool openInfusion = false;
};

base::Result<Business> businessOf(Unit& unit, const PatientId& id) {
    Business business;
    for (const auto& course : CHAIRSIDE_TRY(unit.tx().courses().ofPatient(id))) {
        business.runningCourse |= domain::isRunning(course.state);
        const auto plan = CHAIRSIDE_TRY(unit.tx().courses().planned(course.id));
        business.openInfusion |= std::ranges::any_of(
            plan, [](const domain::PlannedInfusion& one) { return one.state == domain::PlanState::Open; });
    }
    return business;
}

base::Result<base::Problems> obstaclesOf(Unit& unit, const domain::Patient& survivor,
                                         const domain::Patient& duplicate) {
    base::Problems problems;
    const bool hasOwn = !CHAIRSIDE_TRY(unit.tx().patientRecords().mergedInto(duplicate.id)).empty();
    if (duplicate.mergedInto || hasOwn) problems.push_back({"duplicate", Rule::NotAllowed, {}, {}, {}});
    if (survivor.mergedInto) problems.push_back({"survivor", Rule::NotAllowed, {}, {}, {}});
    const auto one = CHAIRSIDE_TRY(businessOf(unit, survivor.id));
    const auto other = CHAIRSIDE_TRY(businessOf(unit, duplicate.id));
    if (one.runningCourse && other.runningCourse) problems.push_back({"course", Rule::NotAllowed, {}, {}, {}});
    if (one.openInfusion || other.openInfusion) problems.push_back({"infusion", Rule::NotAllowed, {}, {}, {}});
    if (survivor.state != duplicate.state) problems.push_back({"state", Rule::Mismatch, {}, {}, {}});
    return problems;
}

base::Result<std::optional<domain::Patient>> byNumber(Unit& unit, base::Problems& problems, const char* field,
                                                      const std::string& number) {
    if (trimmed(number).empty()) {
        problems.push_back({field, Rule::Required, {}, {}, {}});
        return std::nullopt;
    }
    auto found = unit.tx().patientRecords().recordByNumber(number);
    if (found) return *std::move(found);
    if (found.error().code != Code::NotFound) return std::unexpected(found.error());
    problems.push_back({field, Rule::Mismatch, {}, {}, {}});
    return std::nullopt;
}

base::Done write(Unit& unit, const PatientMerge& merge, const char* detail) {
    CHAIRSIDE_TRY(unit.tx().patientRecords().addMerge(merge));
    // Phone and allergies as the entries of the survivor have them now, and of the duplicate once it stands alone.
    CHAIRSIDE_TRY(updateSummary(unit, CHAIRSIDE_TRY(unit.tx().patientRecords().record(merge.survivor))));
    if (merge.undoes) {
        CHAIRSIDE_TRY(updateSummary(unit, CHAIRSIDE_TRY(unit.tx().patientRecords().record(merge.duplicate))));
    }
    unit.audit(merge.undoes ? AuditAction::Correct : AuditAction::Record, "patient_merge", merge.id.text(),
               merge.survivor, detail);
    for (const auto& id : {merge.survivor, merge.duplicate})
        unit.changed(ChangeKind::Patient, id.text(), id);
    return {};
}

base::Result<PatientMerge> mergeOf(Unit& unit, const domain::EntryId& id) {
    const auto all = CHAIRSIDE_TRY(unit.tx().patientRecords().merges());
    const auto found = std::ranges::find(all, id, &PatientMerge::id);
    if (found == all.end() || found->undoes) return base::fail(Code::NotFound, "patient_merge");
    const bool undone = std::ranges::any_of(all, [&](const PatientMerge& other) { return other.undoes == id; });
    if (undone) return base::fail(Code::Conflict, "patient_merge");
    return *found;
}

} // namespace

base::Result<MergePreview> PatientMergeService::preview(const Actor& actor, const std::string& survivorNumber,
                                                        const std::string& duplicateNumber) {
    return run(m_context, actor, Permission::MergePatients, Access::Read,
               [&](Unit& unit) -> base::Result<MergePreview> {
                   base::Problems problems;
                   const auto survivor = CHAIRSIDE_TRY(byNumber(unit, problems, "survivor_number", survivorNumber));
                   const auto duplicate = CHAIRSIDE_TRY(byNumber(unit, problems, "duplicate_number", duplicateNumber));
                   if (survivor && duplicate && survivor->id == duplicate->id)
                       problems.push_back({"duplicate_number", Rule::NotAllowed, {}, {}, {}});
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   return MergePreview{CHAIRSIDE_TRY(sideOf(unit, *survivor)), CHAIRSIDE_TRY(sideOf(unit, *duplicate)),
                                       CHAIRSIDE_TRY(obstaclesOf(unit, *survivor, *duplicate))};
               });
}

base::Result<domain::EntryId> PatientMergeService::merge(const Actor& actor, const MergeRequest& request) {
    return run(m_context, actor, Permission::MergePatients, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   auto& records = unit.tx().patientRecords();
                   const auto survivor = CHAIRSIDE_TRY(records.record(request.survivor));
                   const auto duplicate = CHAIRSIDE_TRY(records.record(request.duplicate));
                   auto problems = CHAIRSIDE_TRY(obstaclesOf(unit, survivor, duplicate));
                   if (survivor.id == duplicate.id) problems.push_back({"duplicate", Rule::NotAllowed, {}, {}, {}});
                   checkText(problems, "reason", request.reason, unit.policy().patient.maxTextLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   // What only the rows say must not be lost to the summary of the two.
                   CHAIRSIDE_TRY(keepRegistered(unit, survivor));
                   CHAIRSIDE_TRY(keepRegistered(unit, duplicate));
                   const PatientMerge merge{.id = unit.newId<domain::EntryId>(),
                                            .duplicate = duplicate.id,
                                            .survivor = survivor.id,
                                            .recordedAt = unit.now(),
                                            .recordedBy = unit.actor().account,
                                            .reason = trimmed(request.reason),
                                            .undoes = {}};
                   CHAIRSIDE_TRY(write(unit, merge, "merged"));
                   return merge.id;
               });
}

base::Done PatientMergeService::undo(const Actor& actor, const domain::EntryId& id, const std::string& reason) {
    return runUnit(m_context, actor, Permission::MergePatients, Access::Write, [&](Unit& unit) -> base::Done {
        auto merge = CHAIRSIDE_TRY(mergeOf(unit, id));
        base::Problems problems;
        if (CHAIRSIDE_TRY(businessOf(unit, merge.survivor)).openInfusion)
            problems.push_back({"infusion", Rule::NotAllowed, {}, {}, {}});
        checkText(problems, "reason", reason, unit.policy().patient.maxTextLength);
        if (!problems.empty()) return base::invalid(std::move(problems));
        merge.undoes = merge.id;
        merge.id = unit.newId<domain::EntryId>();
        merge.recordedAt = unit.now();
        merge.recordedBy = unit.actor().account;
        merge.reason = trimmed(reason);
        return write(unit, merge, "undone");
    });
}

base::Result<std::vector<MergeLine>> PatientMergeService::merges(const Actor& actor) {
    return run(m_context, actor, Permission::MergePatients, Access::Read,
               [](Unit& unit) -> base::Result<std::vector<MergeLine>> {
                   auto& records = unit.tx().patientRecords();
                   const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
                   const auto all = CHAIRSIDE_TRY(records.merges());
                   std::vector<MergeLine> lines;
                   for (const auto& merge : all) {
                       const bool undone = std::ranges::any_of(
                           all, [&](const PatientMerge& other) { return other.undoes == merge.id; });
                       lines.push_back({merge, CHAIRSIDE_TRY(records.record(merge.survivor)),
                                        CHAIRSIDE_TRY(records.record(merge.duplicate)),
                                        domain::printedNameOf(people, merge.recordedBy), undone});
                   }
                   std::ranges::reverse(lines);
                   return lines;
               });
}

} // namespace chairside::services
