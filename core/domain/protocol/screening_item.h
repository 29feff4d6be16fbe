// What a protocol version asks about a patient before a course is ordered. Words, effects and how long an answer counts
// are the version's own; the program has no question of its own.
#pragma once

#include <span>
#include <string>

#include "core/base/result.h"
#include "core/domain/protocol/checklist.h"

namespace chairside::domain {

struct ScreeningItem {
    std::string key;          // "psychosis"; once in a version
    std::string text;         // what is asked
    std::string favourable;   // the answers in words: "no"
    std::string unfavourable; // "yes"
    AnswerEffect effect = AnswerEffect::Inform;
    bool always = true; // false: "does not apply" is an answer too
    int validDays = 0;  // a favourable answer counts so many days after its day; 0: asked for every order
    std::string why;    // source or the clinic's reason
    bool dated = false; // the answer rests on a finding (ECG, blood test) and counts from the day of the finding

    bool operator==(const ScreeningItem&) const = default;
};

// Words that are missing, keys that stand twice, a validity outside of what a protocol may say, a finding that counts
// on no day. Fields: "screening.<number from 1>.<part>".
[[nodiscard]] base::Problems check(std::span<const ScreeningItem> items);

} // namespace chairside::domain
