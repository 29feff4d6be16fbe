// The identities of all records. Each names one kind of record; they do not convert into each other.
#pragma once

#include "core/base/id.h"

namespace chairside::domain {

using ClinicId = base::Id<struct ClinicTag>;
using AccountId = base::Id<struct AccountTag>;
using PatientId = base::Id<struct PatientTag>;
using ProtocolId = base::Id<struct ProtocolTag>;
using ProtocolVersionId = base::Id<struct ProtocolVersionTag>;
using CourseId = base::Id<struct CourseTag>;
using CourseOrderId = base::Id<struct CourseOrderTag>;
using PlannedInfusionId = base::Id<struct PlannedInfusionTag>;
using InfusionId = base::Id<struct InfusionTag>;
using EntryId = base::Id<struct EntryTag>; // any entry of an infusion, whatever its kind
using VialId = base::Id<struct VialTag>;
using SignatureId = base::Id<struct SignatureTag>;
using FollowUpId = base::Id<struct FollowUpTag>;
using DecisionId = base::Id<struct DecisionTag>;
using QuestionnaireResponseId = base::Id<struct QuestionnaireResponseTag>;
using EmergencyAccessId = base::Id<struct EmergencyAccessTag>;
using ScreeningAnswerId = base::Id<struct ScreeningAnswerTag>;
using DocumentId = base::Id<struct DocumentTag>;

} // namespace chairside::domain
