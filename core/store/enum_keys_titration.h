// The words the store uses for titration suggestions and for where courses stand; never changed, as in enum_keys.h.
#pragma once

#include "core/domain/course/retreatment_standing.h"
#include "core/domain/course/titration_answer.h"
#include "core/store/enum_key.h"

namespace chairside::store {

template <>
struct EnumKeys<domain::TitrationAction> {
    using enum domain::TitrationAction;
    static constexpr KeyTable<domain::TitrationAction, 6> kTable{{{StopAndReview, "stop_and_review"},
                                                                  {Decrease, "decrease"},
                                                                  {Hold, "hold"},
                                                                  {Increase, "increase"},
                                                                  {Review, "review"},
                                                                  {TooFewData, "too_few_data"}}};
};
template <>
struct EnumKeys<domain::TitrationRule> {
    using enum domain::TitrationRule;
    static constexpr KeyTable<domain::TitrationRule, 8> kTable{{{SeriousEvent, "serious_event"},
                                                                {PoorlyTolerated, "poorly_tolerated"},
                                                                {NoBenefit, "no_benefit"},
                                                                {GoodResponse, "good_response"},
                                                                {PoorResponse, "poor_response"},
                                                                {AtMaximum, "at_maximum"},
                                                                {TooFewScores, "too_few_scores"},
                                                                {NoBaseline, "no_baseline"}}};
};
template <>
struct EnumKeys<domain::RetreatmentStage> {
    using enum domain::RetreatmentStage;
    static constexpr KeyTable<domain::RetreatmentStage, 3> kTable{
        {{Running, "running"}, {Waiting, "waiting"}, {Decided, "decided"}}};
};
template <>
struct EnumKeys<domain::TitrationOutcome> {
    using enum domain::TitrationOutcome;
    static constexpr KeyTable<domain::TitrationOutcome, 3> kTable{
        {{Followed, "followed"}, {Changed, "changed"}, {Ignored, "ignored"}}};
};

} // namespace chairside::store
