// The words the store uses for enumerations. They are part of the data format: a word never changes its
// meaning.
#pragma once

#include "core/domain/account/emergency_access.h"
#include "core/domain/account/role.h"
#include "core/domain/course/course.h"
#include "core/domain/instrument/questionnaire_response.h"
#include "core/domain/patient/patient.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/ports/audit_event.h"
#include "core/store/enum_key.h"
#include "core/store/enum_keys_infusion.h"
#include "core/store/enum_keys_patient.h"

namespace chairside::store {

template <>
struct EnumKeys<domain::Role> {
    using enum domain::Role;
    static constexpr KeyTable<domain::Role, 4> kTable{
        {{Nurse, "nurse"}, {Physician, "physician"}, {Administrator, "administrator"}, {Auditor, "auditor"}}};
};
template <>
struct EnumKeys<domain::EmergencyNoteKind> {
    using enum domain::EmergencyNoteKind;
    static constexpr KeyTable<domain::EmergencyNoteKind, 2> kTable{{{Ended, "ended"}, {Reviewed, "reviewed"}}};
};
template <>
struct EnumKeys<domain::Gender> {
    using enum domain::Gender;
    static constexpr KeyTable<domain::Gender, 4> kTable{
        {{Female, "female"}, {Male, "male"}, {Other, "other"}, {NotKnown, "not_known"}}};
};
template <>
struct EnumKeys<domain::AllergyStatus> {
    using enum domain::AllergyStatus;
    static constexpr KeyTable<domain::AllergyStatus, 3> kTable{
        {{NotRecorded, "not_recorded"}, {NoneKnown, "none_known"}, {Known, "known"}}};
};
template <>
struct EnumKeys<domain::ProtocolState> {
    using enum domain::ProtocolState;
    static constexpr KeyTable<domain::ProtocolState, 3> kTable{
        {{Draft, "draft"}, {Signed, "signed"}, {Retired, "retired"}}};
};
template <>
struct EnumKeys<domain::ChecklistKind> {
    using enum domain::ChecklistKind;
    static constexpr KeyTable<domain::ChecklistKind, 2> kTable{{{PreCheck, "pre_check"}, {Discharge, "discharge"}}};
};
template <>
struct EnumKeys<domain::AnswerEffect> {
    using enum domain::AnswerEffect;
    static constexpr KeyTable<domain::AnswerEffect, 3> kTable{
        {{Inform, "inform"}, {SoftStop, "soft_stop"}, {HardStop, "hard_stop"}}};
};
template <>
struct EnumKeys<domain::AnswerKind> {
    using enum domain::AnswerKind;
    static constexpr KeyTable<domain::AnswerKind, 3> kTable{
        {{Favourable, "favourable"}, {Unfavourable, "unfavourable"}, {NotApplicable, "not_applicable"}}};
};
template <>
struct EnumKeys<domain::CourseState> {
    using enum domain::CourseState;
    static constexpr KeyTable<domain::CourseState, 4> kTable{
        {{Active, "active"}, {OnHold, "on_hold"}, {Stopped, "stopped"}, {Completed, "completed"}}};
};
template <>
struct EnumKeys<domain::OrderKind> {
    using enum domain::OrderKind;
    static constexpr KeyTable<domain::OrderKind, 7> kTable{{{Initial, "initial"},
                                                            {Change, "change"},
                                                            {Keep, "keep"},
                                                            {Stop, "stop"},
                                                            {Hold, "hold"},
                                                            {Resume, "resume"},
                                                            {Complete, "complete"}}};
};
template <>
struct EnumKeys<domain::PlanState> {
    using enum domain::PlanState;
    static constexpr KeyTable<domain::PlanState, 7> kTable{{{Planned, "planned"},
                                                            {Open, "open"},
                                                            {Given, "given"},
                                                            {NotGiven, "not_given"},
                                                            {Missed, "missed"},
                                                            {Declined, "declined"},
                                                            {Cancelled, "cancelled"}}};
};
template <>
struct EnumKeys<domain::AssessmentKind> {
    using enum domain::AssessmentKind;
    static constexpr KeyTable<domain::AssessmentKind, 2> kTable{{{Baseline, "baseline"}, {FollowUp, "follow_up"}}};
};
template <>
struct EnumKeys<domain::DecisionKind> {
    using enum domain::DecisionKind;
    static constexpr KeyTable<domain::DecisionKind, 3> kTable{
        {{Retreat, "retreat"}, {Postpone, "postpone"}, {Discharge, "discharge"}}};
};
template <>
struct EnumKeys<domain::RecallFrame> {
    using enum domain::RecallFrame;
    static constexpr KeyTable<domain::RecallFrame, 4> kTable{
        {{Now, "present"}, {Average24h, "average_24h"}, {Worst24h, "worst_24h"}, {Average7d, "average_7d"}}};
};
template <>
struct EnumKeys<domain::MissingReason> {
    using enum domain::MissingReason;
    static constexpr KeyTable<domain::MissingReason, 4> kTable{
        {{NotRecorded, "not_recorded"}, {NotDone, "not_done"}, {Declined, "declined"}, {Unavailable, "unavailable"}}};
};
template <>
struct EnumKeys<domain::Occasion> {
    using enum domain::Occasion;
    static constexpr KeyTable<domain::Occasion, 3> kTable{
        {{Baseline, "baseline"}, {FollowUp, "follow_up"}, {Visit, "visit"}}};
};
template <>
struct EnumKeys<domain::ResponseMode> {
    using enum domain::ResponseMode;
    static constexpr KeyTable<domain::ResponseMode, 3> kTable{
        {{InPerson, "in_person"}, {Phone, "phone"}, {Paper, "paper"}}};
};
template <>
struct EnumKeys<domain::CheckPosition> {
    using enum domain::CheckPosition;
    static constexpr KeyTable<domain::CheckPosition, 2> kTable{{{First, "first"}, {Second, "second"}}};
};
template <>
struct EnumKeys<domain::CirculationVariant> {
    using enum domain::CirculationVariant;
    static constexpr KeyTable<domain::CirculationVariant, 2> kTable{{{Mmhg, "mmhg"}, {Percent, "percent"}}};
};
template <>
struct EnumKeys<domain::DischargeGapKind> {
    using enum domain::DischargeGapKind;
    static constexpr KeyTable<domain::DischargeGapKind, 10> kTable{{{MinimumTime, "minimum_time"},
                                                                    {BaselineMissing, "baseline_missing"},
                                                                    {VitalsMissing, "vitals_missing"},
                                                                    {VitalsOutside, "vitals_outside"},
                                                                    {VitalsOld, "vitals_old"},
                                                                    {ItemUnanswered, "item_unanswered"},
                                                                    {ItemNeedsReason, "item_needs_reason"},
                                                                    {ItemForbids, "item_forbids"},
                                                                    {AldreteMissing, "aldrete_missing"},
                                                                    {AldreteBelow, "aldrete_below"}}};
};
template <>
struct EnumKeys<domain::WeightBasis> {
    using enum domain::WeightBasis;
    static constexpr KeyTable<domain::WeightBasis, 3> kTable{
        {{Actual, "actual"}, {Ideal, "ideal"}, {Adjusted, "adjusted"}}};
};
template <>
struct EnumKeys<domain::VolumeConvention> {
    using enum domain::VolumeConvention;
    static constexpr KeyTable<domain::VolumeConvention, 2> kTable{{{QsTotal, "qs_total"}, {Added, "added"}}};
};
template <>
struct EnumKeys<services::AuditAction> {
    static constexpr auto kTable = services::kAuditActionKeys;
};
template <>
struct EnumKeys<services::AuditOutcome> {
    using enum services::AuditOutcome;
    static constexpr KeyTable<services::AuditOutcome, 2> kTable{{{Success, "success"}, {Failure, "failure"}}};
};

} // namespace chairside::store
