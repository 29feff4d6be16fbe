// Scores of a filled-in instrument, exactly: fractions of integers until something is shown.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/scaled.h"
#include "core/domain/instrument/instrument.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

// numerator / denominator in lowest terms, denominator above 0.
class Exact {
public:
    constexpr Exact() = default;
    [[nodiscard]] static Exact of(base::Wide numerator, base::Wide denominator);
    [[nodiscard]] static Exact ofWhole(std::int64_t whole) { return of(whole, 1); }

    [[nodiscard]] Exact plus(const Exact& other) const;
    [[nodiscard]] Exact timesOver(std::int64_t multiplier, std::int64_t divisor) const;
    // -1, 0 or 1 against a number of thousandths.
    [[nodiscard]] int compare(std::int64_t thousandths) const;
    // Halves away from zero.
    [[nodiscard]] Exact toWhole() const;
    // Rounded once, to that many decimals (0 to 3).
    [[nodiscard]] Score rounded(int decimals) const;
    [[nodiscard]] std::int64_t numerator() const { return m_numerator; }
    [[nodiscard]] std::int64_t denominator() const { return m_denominator; }
    bool operator==(const Exact&) const = default;

private:
    std::int64_t m_numerator = 0;
    std::int64_t m_denominator = 1;
};

// One value for each item of the instrument, in its order; nothing: not answered.
using ItemValues = std::vector<std::optional<int>>;

struct BandOf {
    std::string set;
    std::string key;
    std::string text;
};

struct ScaleScore {
    std::string key;
    std::optional<Exact> value; // nothing: too many items are missing
    int answered = 0;
    int items = 0;
    bool prorated = false; // items were missing and the score was made from the others
    bool few = false;      // a score, but from fewer items than it should be read with
    std::vector<BandOf> bands;

    // As it is told: to two decimals at most.
    [[nodiscard]] std::optional<Score> shown() const;
};

// Open: what is missing could decide it.
enum class CriterionState { Met, NotMet, Open };

struct CriterionResult {
    std::string key;
    CriterionKind kind = CriterionKind::Classification;
    CriterionState state = CriterionState::Open;
};

struct InstrumentResult {
    std::vector<ScaleScore> scales; // in the instrument's order
    std::vector<CriterionResult> criteria;
    int answered = 0;
    int missing = 0;

    [[nodiscard]] const ScaleScore* scale(std::string_view key) const;
    [[nodiscard]] CriterionState state(std::string_view criterion) const; // Open if there is none of that name
    // Whether a safety criterion is met.
    [[nodiscard]] bool asksForSafety() const;
};

// Values outside the range of their item (OutOfRange, field: the item's key), or TooMany/TooFew on "items" if there is
// not one place for each item.
[[nodiscard]] base::Problems check(const Instrument& instrument, const ItemValues& values);

// Missing items are replaced by the mean of the others of their scale where the scale allows so many to be missing, and
// never where a condition asks for the item itself. Precondition: both checks are empty.
[[nodiscard]] InstrumentResult scoreOf(const Instrument& instrument, const ItemValues& values);

// (baseline - now) / baseline against a mark in thousandths of a percent, without a division; false if baseline is 0.
[[nodiscard]] bool reachesMark(Score baseline, Score now, std::int64_t markPercent);

} // namespace chairside::domain
