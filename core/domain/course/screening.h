// Answers to the screening of a protocol version, and what still stands between them and an order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/protocol/screening_item.h"

namespace chairside::domain {

// Kept with the order it was given for; it belongs to the patient and may count for a later one.
struct ScreeningAnswer {
    ScreeningAnswerId id;
    PatientId patient;
    CourseOrderId order;
    std::string item;     // key
    std::string question; // as it was asked
    AnswerKind answer = AnswerKind::Favourable;
    std::string note;              // the reason to go on in spite of a soft stop; may say more of any answer
    base::CalendarDate answeredOn; // for an item that is dated: the day of the finding
    base::Instant recordedAt;
    AccountId recordedBy;
};

// What is typed for one item of an order.
struct ScreeningReply {
    std::string item; // key
    AnswerKind answer = AnswerKind::Favourable;
    std::string note;
    std::optional<base::CalendarDate> on = {}; // the day of the finding; only for a favourable answer to a dated item

    bool operator==(const ScreeningReply&) const = default;
};

// The newest answer to the same question in the same words; nothing if it was never asked like this.
[[nodiscard]] std::optional<ScreeningAnswer> latestAnswer(std::span<const ScreeningAnswer> answers,
                                                          const ScreeningItem& item);
// The last day on which the answer counts.
[[nodiscard]] base::CalendarDate countsUntil(const ScreeningAnswer& answer, const ScreeningItem& item);
// Whether it does away with the question today. An unfavourable answer never does: each order needs its own reason.
[[nodiscard]] bool stillCounts(const ScreeningAnswer& answer, const ScreeningItem& item, base::CalendarDate today);

enum class ScreeningGapKind {
    Unanswered,    // neither asked now nor before
    Expired,       // the answer from before no longer counts
    ReasonMissing, // a soft stop without a reason
    DateMissing,   // a finding without its day
    DateInFuture,
    FindingTooOld, // the day of the finding lies longer ago than the answer counts
    HardStop,      // an answer with which nothing is ordered
    NotApplicable, // "does not apply" to an item that always applies
    UnknownItem    // a reply to what this version does not ask
};

struct ScreeningGap {
    ScreeningGapKind kind = ScreeningGapKind::Unanswered;
    std::string item; // key

    bool operator==(const ScreeningGap&) const = default;
};

// As a problem of the field "screening.<key>", "screening.<key>.note" or "screening.<key>.on". Required, its value
// "expired" where an earlier answer no longer counts; InFuture and InPast on the day of a finding; NotAllowed for what
// nothing passes.
[[nodiscard]] base::Problem problemOf(const ScreeningGap& gap);

// In the order of the items. A reply stands before every answer from earlier.
[[nodiscard]] std::vector<ScreeningGap> screeningGaps(std::span<const ScreeningItem> items,
                                                      std::span<const ScreeningReply> replies,
                                                      std::span<const ScreeningAnswer> answers,
                                                      base::CalendarDate today);

} // namespace chairside::domain
