// Whole numbers that are typed as digits only. In nearly every clinical range the codes are prefix-free, so
// that the last digit completes the cell by itself and no Tab is needed.
#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace chairside::ui {

// low..high, both inclusive, 0 <= low <= high <= 9999; or, of a scale with values below 0, -9 <= low < 0 <= high with
// at most ten values in all (see signedValue()).
struct DigitRange {
    int low = 0;
    int high = 0;
    // A value of one digit may also be typed with a leading 0 ("06") where the range has longer values too:
    // then it is complete at once although "6" might have become "60".
    bool paddedZero = true;

    bool operator==(const DigitRange&) const = default;
};

// A scale that goes below 0 takes one digit a value, so that a keypad is enough: 0 is 0, the digits up to -low are the
// values below it, those after them the values above. For -5..4: 1 is -1, 5 is -5, 6 is +1, 9 is +4.
[[nodiscard]] bool isSigned(const DigitRange& range);
// Of a digit of such a scale; nothing if it stands for no value.
[[nodiscard]] std::optional<int> signedValue(const DigitRange& range, int digit);
// "-3", "0", "+2" for a signed scale, else the plain number.
[[nodiscard]] QString cellText(const DigitRange& range, int value);

// The value a text stands for, or nothing if it is not a legal one as it is.
[[nodiscard]] std::optional<int> cellValue(const DigitRange& range, QStringView text);
// Whether the text is a legal value or the beginning of one. The empty text is.
[[nodiscard]] bool possible(const DigitRange& range, QStringView prefix);
// Whether the text is a legal value that no further digit can extend to another.
[[nodiscard]] bool complete(const DigitRange& range, QStringView text);

} // namespace chairside::ui
