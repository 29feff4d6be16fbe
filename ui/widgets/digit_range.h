// Whole numbers that are typed as digits only. In nearly every clinical range the codes are prefix-free, so
// that the last digit completes the cell by itself and no Tab is needed.
#pragma once

#include <QStringView>
#include <optional>

namespace chairside::ui {

// low..high, both inclusive, 0 <= low <= high <= 9999.
struct DigitRange {
    int low = 0;
    int high = 0;
    // A value of one digit may also be typed with a leading 0 ("06") where the range has longer values too:
    // then it is complete at once although "6" might have become "60".
    bool paddedZero = true;

    bool operator==(const DigitRange&) const = default;
};

// The value a text stands for, or nothing if it is not a legal one as it is.
[[nodiscard]] std::optional<int> cellValue(const DigitRange& range, QStringView text);
// Whether the text is a legal value or the beginning of one. The empty text is.
[[nodiscard]] bool possible(const DigitRange& range, QStringView prefix);
// Whether the text is a legal value that no further digit can extend to another.
[[nodiscard]] bool complete(const DigitRange& range, QStringView text);

} // namespace chairside::ui
