// Two records of one person: the duplicate is shown under the survivor, and can be taken apart again.
#pragma once

#include <string>
#include <vector>

#include "core/services/service_context.h"

namespace chairside::services {

// One of the two records, with as much of it as shows which is the one to keep.
struct MergeSide {
    domain::Patient patient;
    int courses = 0;
    int historyEntries = 0;
    int questionnaires = 0;
};

struct MergePreview {
    MergeSide survivor;
    MergeSide duplicate;
    // Why they cannot be merged now. "duplicate" NotAllowed: it is merged itself or has records of its own merged into
    // it. "survivor" NotAllowed: it is merged itself. "course" NotAllowed: both have a running course. "infusion"
    // NotAllowed: one of them has an infusion that is not signed yet. "state" Mismatch: one withdrew or died, the other
    // did not.
    base::Problems obstacles;
};

struct MergeLine {
    domain::PatientMerge merge;
    domain::Patient survivor;
    domain::Patient duplicate;
    std::string recordedBy; // printed name
    bool undone = false;
};

struct MergeRequest {
    domain::PatientId survivor;
    domain::PatientId duplicate;
    std::string reason;
};

// All of it is for an administrator, who sees who the two are and nothing clinical.
class PatientMergeService {
public:
    explicit PatientMergeService(ServiceContext& context) : m_context(context) {}

    // Both are typed. Problems: "survivor_number", "duplicate_number" Required, or Mismatch if nobody has it;
    // "duplicate_number" NotAllowed if both are the same record.
    [[nodiscard]] base::Result<MergePreview> preview(const Actor& actor, const std::string& survivorNumber,
                                                     const std::string& duplicateNumber);
    // Problems: the obstacles of the preview, "reason". Nothing is moved or deleted: the duplicate points to the
    // survivor, and everything of both is read under the survivor from then on.
    [[nodiscard]] base::Result<domain::EntryId> merge(const Actor& actor, const MergeRequest& request);
    // Both stand for themselves again, each with what was written under it; what was written under the survivor since
    // stays there. Conflict: undone already. Problems: "reason"; "infusion", "course" as above for the two apart.
    [[nodiscard]] base::Done undo(const Actor& actor, const domain::EntryId& merge, const std::string& reason);
    // The newest first.
    [[nodiscard]] base::Result<std::vector<MergeLine>> merges(const Actor& actor);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
