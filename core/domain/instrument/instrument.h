// A questionnaire or test as data: its items, how they are scored, what a missing item does, what a score is called.
// Nothing here belongs to one instrument; the numbers come from files (core/exchange/instrument_file.h), so that a
// clinic can add one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace chairside::domain {

// When an instrument may be filled in.
enum class Occasion { Baseline, FollowUp, Visit };

struct AnswerWord {
    int value = 0;
    std::string text;
};

// A whole number from low to high, both 0 to 9999. Text is the instrument's own only where its licence allows; else it
// is a neutral name for the numbered item of the form.
struct InstrumentItem {
    std::string key;
    std::string text;
    int low = 0;
    int high = 0;
    std::string unit;              // "mm", "s"; empty: points
    std::vector<AnswerWord> words; // what single values mean; may be empty
    std::string section;           // heading it stands under on a form; empty: none
};

// How a scale follows from its items. GroupsTouched counts the groups with an item above 0.
enum class ScaleMethod { Sum, Mean, GroupsTouched, SumOfScales };

// A name for scores up to and including upTo; the last band of a set has no end.
struct Band {
    std::string key;
    std::string text;
    std::optional<std::int64_t> upTo; // thousandths of a point
};

struct BandSet {
    std::string name; // who published it
    std::vector<Band> bands;
};

struct ItemGroup {
    std::string key;
    std::vector<std::string> items;
};

struct InstrumentScale {
    std::string key;
    std::string text;
    std::string domain; // "pain", "sleep" ...: whose series it belongs to; empty: none
    ScaleMethod method = ScaleMethod::Sum;
    std::vector<std::string> items;  // of Sum and Mean
    std::vector<ItemGroup> groups;   // of GroupsTouched
    std::vector<std::string> scales; // of SumOfScales, each declared before this one
    int multiplier = 1;              // the sum is multiplied and divided before it is rounded
    int divisor = 1;
    int minAnswered = 0;      // fewer items: no score. As many as there are items: nothing may be missing
    int warnBelow = 0;        // fewer items: a score that has to be read with care
    bool wholePoints = false; // rounded to whole points, halves away from zero, before anything else is judged
    bool higherIsWorse = true;
    std::vector<BandSet> bandSets;
};

// A bound on a scale or an item, both ends inclusive; an absent end is open.
struct Condition {
    std::string measure;
    std::optional<int> low, high;
};

enum class CriterionKind { Classification, Screen, Responder, Safety };

// Met when every condition of one path holds. Safety: whoever fills it in is shown the clinic's safety prompt.
struct Criterion {
    std::string key;
    std::string text;
    CriterionKind kind = CriterionKind::Classification;
    std::vector<std::vector<Condition>> paths;
};

struct Instrument {
    std::string id; // lower case letters, digits and '_'
    std::string version;
    std::string name;
    std::string recall;      // the time it asks about: "past 7 days"
    std::string missingRule; // in words, for the person who fills it in
    std::string licence;
    std::string source;
    std::vector<Occasion> occasions; // none: for arithmetic only
    std::vector<InstrumentItem> items;
    std::vector<InstrumentScale> scales; // the first one is told first
    std::vector<Criterion> criteria;
    std::vector<std::int64_t> changeMarks; // falls of the first scale that count, in thousandths of a percent

    [[nodiscard]] const InstrumentItem* item(std::string_view key) const;
    [[nodiscard]] const InstrumentScale* scale(std::string_view key) const;
    [[nodiscard]] bool allows(Occasion occasion) const;
};

// Everything that does not fit together. Fields are paths as they stand in a file: "items.phq9", "scales.total.items",
// "criteria.screen.measure". Rules: Required, NotAllowed (unknown name or form), Duplicate, OutOfRange, OutOfOrder.
[[nodiscard]] base::Problems check(const Instrument& instrument);

} // namespace chairside::domain
