// Names and numbers as they are compared: without case, accents, hyphens, apostrophes and spaces. Made here
// for every engine, so that all of them find the same people.
#pragma once

#include <string>
#include <string_view>

#include "core/base/calendar_date.h"

namespace chairside::store {

// "Müller-Lüdenscheid" -> "mullerludenscheid", "O’Brien" -> "obrien", "KC 0412" -> "kc0412". Letters and
// digits only.
[[nodiscard]] std::string foldedKey(std::string_view text);

// The characters of a folded key from the last to the first.
[[nodiscard]] std::string reversedKey(std::string_view key);

// The first characters of a folded key, fewer if it is shorter.
[[nodiscard]] std::string firstLetters(std::string_view key, std::size_t count);

// How many characters a folded key has.
[[nodiscard]] std::size_t letterCount(std::string_view key);

// Greater than every text that begins with prefix: the open end of a range scan.
[[nodiscard]] std::string endOfPrefix(std::string_view prefix);

// Month and day, "03-14".
[[nodiscard]] std::string birthdayKey(base::CalendarDate born);

// Whether one key becomes the other by at most two insertions, deletions or replacements of a character.
[[nodiscard]] bool withinTwoEdits(std::string_view one, std::string_view other);

} // namespace chairside::store
