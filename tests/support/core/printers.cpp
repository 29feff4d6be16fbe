#include "tests/support/core/printers.h"

#include <array>

namespace chairside::base {

namespace {

constexpr std::array kCodes{"Invalid",     "NotFound",     "Denied",         "SignInFailed",  "SignInDelayed",
                            "WrongState",  "Conflict",     "AlreadyExists",  "StorageFull",   "StorageReadOnly",
                            "StorageHeld", "StorageNewer", "StorageDamaged", "StorageFailed", "Internal"};
static_assert(kCodes.size() == static_cast<std::size_t>(Code::Internal) + 1);

constexpr std::array kRules{"Required",
                            "NotANumber",
                            "TooPrecise",
                            "OutOfRange",
                            "NotADate",
                            "InFuture",
                            "InPast",
                            "BeforeStart",
                            "AfterEnd",
                            "OutOfOrder",
                            "Duplicate",
                            "TooMany",
                            "TooFew",
                            "TooLong",
                            "Mismatch",
                            "SamePerson",
                            "AboveLimit",
                            "BelowLimit",
                            "GapTooShort",
                            "GapTooLong",
                            "SpanTooLong",
                            "NotAClinicDay",
                            "ToleranceBelowThreshold",
                            "DoesNotBalance",
                            "NotSigned",
                            "TooWeak",
                            "NotAllowed"};
static_assert(kRules.size() == static_cast<std::size_t>(Rule::NotAllowed) + 1);

} // namespace

void PrintTo(Code code, std::ostream* out) {
    *out << kCodes.at(static_cast<std::size_t>(code));
}

void PrintTo(Rule rule, std::ostream* out) {
    *out << kRules.at(static_cast<std::size_t>(rule));
}

void PrintTo(const Problem& problem, std::ostream* out) {
    *out << problem.field << ' ';
    PrintTo(problem.rule, out);
    if (!problem.value.empty()) *out << " value " << problem.value;
    if (!problem.low.empty()) *out << " low " << problem.low;
    if (!problem.high.empty()) *out << " high " << problem.high;
}

void PrintTo(const Error& error, std::ostream* out) {
    PrintTo(error.code, out);
    if (!error.field.empty()) *out << " in " << error.field;
    if (!error.detail.empty()) *out << ": " << error.detail;
    for (const auto& problem : error.problems) {
        *out << "; ";
        PrintTo(problem, out);
    }
}

} // namespace chairside::base
