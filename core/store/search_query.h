// What a person typed to find a patient, taken apart into the ways it can be meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/calendar_date.h"

namespace chairside::store {

// What a patient can be found by; all keys folded.
struct SearchKeys {
    std::int64_t row = 0; // of the patient; one who was registered later has a higher one
    std::string family, given;
    std::string numberReversed;
    std::string phoneReversed;
    std::string born;  // ISO
    std::string chair; // folded name of the chair somebody has now
};

// Birthday: month and day, "03-14".
enum class SearchKind { Family, Given, Names, Number, Phone, Born, Birthday, Chair };

// One way to read the text. A patient is a hit if any of them holds.
struct SearchCriterion {
    SearchKind kind = SearchKind::Family;
    std::string first;  // prefix of the family name, of the reversed number or phone; of the given name for
                        // Given; a date; a chair
    std::string second; // prefix of the given name, for Names

    [[nodiscard]] bool matches(const SearchKeys& keys) const;
};

// Blank text means everybody (an empty family prefix); text without letters and digits means nobody.
[[nodiscard]] std::vector<SearchCriterion> searchCriteria(std::string_view text);

} // namespace chairside::store
