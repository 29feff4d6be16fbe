// Outcome of everything that can fail. Failures are values; no exception crosses a public header.
#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace chairside::base {

// What kind of failure it is. The wording shown to people is made from this in ui/format only.
enum class Code {
    Invalid,         // one or more values break a rule; `problems` lists all of them
    NotFound,        // no such record, or none this person may know of
    Denied,          // the signed-in person may not do this
    SignInFailed,    // user name or password is not right (never says which)
    SignInDelayed,   // too many wrong tries; detail holds the seconds to wait
    WrongState,      // the record is in a state that does not allow this
    Conflict,        // somebody changed the record since it was read
    AlreadyExists,   // a record with this identity exists
    StorageFull,     // no space left; nothing was written
    StorageReadOnly, // the data folder or file cannot be written
    StorageHeld,     // another process has the data open; detail says which
    StorageNewer,    // the data was written by a newer program
    StorageDamaged,  // the data fails its integrity checks; detail names the place
    StorageFailed,   // any other input/output failure
    Internal         // a bug: an invariant of the program does not hold
};

// Which rule a single value broke.
enum class Rule {
    Required,
    NotANumber,
    TooPrecise, // more decimals than the field records
    OutOfRange, // outside low..high, both inclusive and possible
    NotADate,
    InFuture,
    InPast,
    BeforeStart, // earlier than the infusion's start
    AfterEnd,
    OutOfOrder,
    Duplicate,
    TooMany,
    TooFew,
    TooLong,    // text longer than high characters
    Mismatch,   // does not agree with its counterpart (identity, second calculation)
    SamePerson, // needs a different person
    AboveLimit, // above a limit of the protocol version
    BelowLimit,
    GapTooShort,
    GapTooLong,
    SpanTooLong,
    NotAClinicDay,
    ToleranceBelowThreshold,
    DoesNotBalance,
    NotSigned,
    TooWeak, // a password that is too short or on the refused list
    NotAllowed
};

// One broken rule. low/high/value are canonical decimal text in the field's display unit (kg, mg, mmHg ...),
// or empty where the rule has no limits.
struct Problem {
    std::string field;
    Rule rule = Rule::NotAllowed;
    std::string low;
    std::string high;
    std::string value;

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

struct Error {
    Code code = Code::Internal;
    std::string field;  // the field or record concerned; empty if none
    std::string detail; // for the log and for tests; never shown as it is, never holds patient data
    Problems problems;  // for Code::Invalid: every broken rule, in field order

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

using Done = Result<void>;

[[nodiscard]] inline std::unexpected<Error> fail(Code code, std::string field = {}, std::string detail = {}) {
    return std::unexpected(Error{code, std::move(field), std::move(detail), {}});
}

[[nodiscard]] inline std::unexpected<Error> invalid(Problems problems) {
    std::string field = problems.empty() ? std::string{} : problems.front().field;
    return std::unexpected(Error{Code::Invalid, std::move(field), {}, std::move(problems)});
}

[[nodiscard]] inline std::unexpected<Error> invalid(std::string field, Rule rule, std::string low = {},
                                                    std::string high = {}, std::string value = {}) {
    return invalid(Problems{Problem{std::move(field), rule, std::move(low), std::move(high), std::move(value)}});
}

} // namespace chairside::base
