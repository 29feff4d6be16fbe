#include "ui/widgets/digit_range.h"

#include <QString>

namespace chairside::ui {

namespace {

constexpr qsizetype kLongestCell = 4;

qsizetype digitsOf(int value) {
    qsizetype count = 1;
    for (; value >= 10; value /= 10)
        ++count;
    return count;
}

// Whether a text of this length may begin with 0: "06" where the range also has values of two digits or more.
bool paddedIsLegal(const DigitRange& range, qsizetype length) {
    return range.paddedZero && length == 2 && range.low <= 9 && digitsOf(range.high) >= 2;
}

// Tries every way to type on; texts are at most four digits, so this is small.
bool hasLegalExtension(const DigitRange& range, const QString& text) {
    if (text.size() >= digitsOf(range.high)) return false;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const QString longer = text + QChar(digit);
        if (cellValue(range, longer) || hasLegalExtension(range, longer)) return true;
    }
    return false;
}

bool onlyDigits(QStringView text) {
    for (const QChar c : text) {
        if (c < u'0' || c > u'9') return false;
    }
    return true;
}

} // namespace

bool isSigned(const DigitRange& range) {
    return range.low < 0;
}

std::optional<int> signedValue(const DigitRange& range, int digit) {
    const int value = digit <= -range.low ? -digit : digit + range.low;
    if (digit < 0 || value < range.low || value > range.high) return std::nullopt;
    return value;
}

QString cellText(const DigitRange& range, int value) {
    return isSigned(range) && value > 0 ? u'+' + QString::number(value) : QString::number(value);
}

std::optional<int> cellValue(const DigitRange& range, QStringView text) {
    if (isSigned(range)) {
        bool read = false;
        const int value = text.toInt(&read);
        const bool legal = read && value >= range.low && value <= range.high && text == cellText(range, value);
        return legal ? std::optional(value) : std::nullopt;
    }
    if (text.isEmpty() || text.size() > kLongestCell || !onlyDigits(text)) return std::nullopt;
    if (text.size() > 1 && text.front() == u'0' && !paddedIsLegal(range, text.size())) return std::nullopt;
    const int value = text.toInt();
    if (value < range.low || value > range.high) return std::nullopt;
    return value;
}

bool possible(const DigitRange& range, QStringView prefix) {
    if (prefix.isEmpty()) return true;
    if (isSigned(range)) return cellValue(range, prefix).has_value();
    if (prefix.size() > kLongestCell || !onlyDigits(prefix)) return false;
    return cellValue(range, prefix).has_value() || hasLegalExtension(range, prefix.toString());
}

bool complete(const DigitRange& range, QStringView text) {
    return cellValue(range, text).has_value() && (isSigned(range) || !hasLegalExtension(range, text.toString()));
}

} // namespace chairside::ui
