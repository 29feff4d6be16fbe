// The words the store uses for what is recorded at the chair; never changed, as in enum_keys.h.
#pragma once

#include "core/domain/dosing/drug_balance.h"
#include "core/domain/infusion/emergency.h"
#include "core/domain/infusion/entries.h"
#include "core/domain/infusion/rescue_drug.h"
#include "core/domain/protocol/protocol.h"
#include "core/store/enum_key.h"

namespace chairside::store {

template <>
struct EnumKeys<domain::StepKind> {
    using enum domain::StepKind;
    static constexpr KeyTable<domain::StepKind, 5> kTable{
        {{Start, "start"}, {RateChange, "rate_change"}, {Pause, "pause"}, {Resume, "resume"}, {Stop, "stop"}}};
};
template <>
struct EnumKeys<domain::EmergencyStanding> {
    using enum domain::EmergencyStanding;
    static constexpr KeyTable<domain::EmergencyStanding, 3> kTable{
        {{Ongoing, "ongoing"}, {Settled, "settled"}, {HandedOver, "handed_over"}}};
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
struct EnumKeys<domain::EventRelation> {
    using enum domain::EventRelation;
    static constexpr KeyTable<domain::EventRelation, 5> kTable{{{Unrelated, "unrelated"},
                                                                {Unlikely, "unlikely"},
                                                                {Possible, "possible"},
                                                                {Probable, "probable"},
                                                                {Definite, "definite"}}};
};
template <>
struct EnumKeys<domain::DrugRoute> {
    using enum domain::DrugRoute;
    static constexpr KeyTable<domain::DrugRoute, 7> kTable{{{Intravenous, "intravenous"},
                                                            {Intramuscular, "intramuscular"},
                                                            {Subcutaneous, "subcutaneous"},
                                                            {Oral, "oral"},
                                                            {Sublingual, "sublingual"},
                                                            {Inhaled, "inhaled"},
                                                            {Intranasal, "intranasal"}}};
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

} // namespace chairside::store
