// The words the store uses for enumerations. They are part of the data format: a word never changes its
// meaning.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/domain/account/role.h"
#include "core/domain/course/course.h"
#include "core/domain/dosing/drug_balance.h"
#include "core/domain/infusion/entries.h"
#include "core/domain/patient/patient.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/ports/audit_event.h"

namespace chairside::store {

template <class E, std::size_t N>
using KeyTable = std::array<std::pair<E, std::string_view>, N>;

// Each enumeration has its own table here; without one, reading or writing it does not compile.
template <class E>
struct EnumKeys;

template <>
struct EnumKeys<domain::Role> {
    using enum domain::Role;
    static constexpr KeyTable<domain::Role, 4> kTable{
        {{Nurse, "nurse"}, {Physician, "physician"}, {Administrator, "administrator"}, {Auditor, "auditor"}}};
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
    static constexpr KeyTable<domain::CourseState, 3> kTable{
        {{Active, "active"}, {Stopped, "stopped"}, {Completed, "completed"}}};
};
template <>
struct EnumKeys<domain::OrderKind> {
    using enum domain::OrderKind;
    static constexpr KeyTable<domain::OrderKind, 4> kTable{
        {{Initial, "initial"}, {Change, "change"}, {Keep, "keep"}, {Stop, "stop"}}};
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
struct EnumKeys<domain::CheckPosition> {
    using enum domain::CheckPosition;
    static constexpr KeyTable<domain::CheckPosition, 2> kTable{{{First, "first"}, {Second, "second"}}};
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
struct EnumKeys<domain::StepKind> {
    using enum domain::StepKind;
    static constexpr KeyTable<domain::StepKind, 5> kTable{
        {{Start, "start"}, {RateChange, "rate_change"}, {Pause, "pause"}, {Resume, "resume"}, {Stop, "stop"}}};
};
template <>
struct EnumKeys<domain::SedationScale> {
    using enum domain::SedationScale;
    static constexpr KeyTable<domain::SedationScale, 4> kTable{
        {{MoaaS, "moaas"}, {Poss, "poss"}, {Rass, "rass"}, {Ramsay, "ramsay"}}};
};
template <>
struct EnumKeys<domain::DissociationScale> {
    using enum domain::DissociationScale;
    static constexpr KeyTable<domain::DissociationScale, 2> kTable{{{Item0To4, "item_0_to_4"}, {Cadss6, "cadss_6"}}};
};
template <>
struct EnumKeys<domain::TenderScale> {
    using enum domain::TenderScale;
    static constexpr KeyTable<domain::TenderScale, 4> kTable{
        {{YesNo, "yes_no"}, {Mtps0To10, "mtps_0_to_10"}, {Graded0To3, "graded_0_to_3"}, {Graded0To4, "graded_0_to_4"}}};
};
template <>
struct EnumKeys<domain::PainMoment> {
    using enum domain::PainMoment;
    static constexpr KeyTable<domain::PainMoment, 3> kTable{{{Before, "before"}, {During, "during"}, {After, "after"}}};
};
template <>
struct EnumKeys<domain::ImpressionDirection> {
    using enum domain::ImpressionDirection;
    static constexpr KeyTable<domain::ImpressionDirection, 2> kTable{
        {{LowIsImproved, "low_is_improved"}, {HighIsImproved, "high_is_improved"}}};
};
template <>
struct EnumKeys<domain::ComparedWith> {
    using enum domain::ComparedWith;
    static constexpr KeyTable<domain::ComparedWith, 2> kTable{
        {{BeforeInfusion, "before_infusion"}, {BeforeCourse, "before_course"}}};
};
template <>
struct EnumKeys<domain::BodySide> {
    using enum domain::BodySide;
    static constexpr KeyTable<domain::BodySide, 2> kTable{{{Right, "right"}, {Left, "left"}}};
};
template <>
struct EnumKeys<domain::EnduranceStop> {
    using enum domain::EnduranceStop;
    static constexpr KeyTable<domain::EnduranceStop, 4> kTable{
        {{Exhausted, "exhausted"}, {Pain, "pain"}, {TimeLimit, "time_limit"}, {Other, "other"}}};
};
template <>
struct EnumKeys<domain::EventAction> {
    using enum domain::EventAction;
    static constexpr KeyTable<domain::EventAction, 5> kTable{{{None, "none"},
                                                              {RateLowered, "rate_lowered"},
                                                              {Paused, "paused"},
                                                              {Stopped, "stopped"},
                                                              {Treated, "treated"}}};
};
template <>
struct EnumKeys<domain::EventOutcome> {
    using enum domain::EventOutcome;
    static constexpr KeyTable<domain::EventOutcome, 4> kTable{{{Resolved, "resolved"},
                                                               {Ongoing, "ongoing"},
                                                               {ResolvedWithSequelae, "resolved_with_sequelae"},
                                                               {Unknown, "unknown"}}};
};
template <>
struct EnumKeys<domain::MovementKind> {
    using enum domain::MovementKind;
    static constexpr KeyTable<domain::MovementKind, 5> kTable{{{Received, "received"},
                                                               {Given, "given"},
                                                               {WastedVial, "wasted_vial"},
                                                               {WastedBag, "wasted_bag"},
                                                               {Correction, "correction"}}};
};
template <>
struct EnumKeys<services::AuditAction> {
    using enum services::AuditAction;
    static constexpr KeyTable<services::AuditAction, 15> kTable{{{SignIn, "sign_in"},
                                                                 {SignInFailed, "sign_in_failed"},
                                                                 {SignOut, "sign_out"},
                                                                 {Create, "create"},
                                                                 {Record, "record"},
                                                                 {Correct, "correct"},
                                                                 {View, "view"},
                                                                 {Order, "order"},
                                                                 {Plan, "plan"},
                                                                 {Sign, "sign"},
                                                                 {Issue, "issue"},
                                                                 {Decide, "decide"},
                                                                 {Verify, "verify"},
                                                                 {Denied, "denied"},
                                                                 {Setup, "setup"}}};
};
template <>
struct EnumKeys<services::AuditOutcome> {
    using enum services::AuditOutcome;
    static constexpr KeyTable<services::AuditOutcome, 2> kTable{{{Success, "success"}, {Failure, "failure"}}};
};

// Empty for a value that has no word; the schema refuses it then.
template <class E>
[[nodiscard]] constexpr std::string_view keyOf(E value) {
    for (const auto& [entry, key] : EnumKeys<E>::kTable) {
        if (entry == value) return key;
    }
    return {};
}

template <class E>
[[nodiscard]] constexpr std::optional<E> fromKey(std::string_view text) {
    for (const auto& [entry, key] : EnumKeys<E>::kTable) {
        if (key == text) return entry;
    }
    return std::nullopt;
}

} // namespace chairside::store
