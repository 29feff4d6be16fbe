#include "ui/format/quantity_text.h"

#include <QCoreApplication>
#include <cstdlib>

#include "core/base/decimal_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Clinical numbers look the same in every language; only words around them are translated.
QString grouped(const QString& canonical) {
    const qsizetype point = canonical.indexOf(u'.');
    QString text = canonical;
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > first; at -= 3)
        text.insert(at, u',');
    return text;
}

QString quantityTr(const char* sentence) {
    return QCoreApplication::translate("QuantityText", sentence);
}

} // namespace

QString numberText(std::int64_t thousandths) {
    return grouped(toQt(base::textFromThousandths(thousandths)));
}

QString amountText(std::int64_t thousandths, QStringView unit) {
    return unit.isEmpty() ? numberText(thousandths) : numberText(thousandths) + u' ' + unit;
}

QString perText(std::int64_t thousandths, QStringView unit, QStringView perUnit) {
    return amountText(thousandths, unit) + u" per " + perUnit;
}

QString rangeText(std::int64_t lowThousandths, std::int64_t highThousandths, QStringView unit) {
    return quantityTr(QT_TRANSLATE_NOOP("QuantityText", "from %1 to %2"))
        .arg(numberText(lowThousandths), amountText(highThousandths, unit));
}

QString countText(std::int64_t count) {
    return grouped(QString::number(count));
}

QString scoreText(int score, int lowest, int highest) {
    return u"%1 (%2–%3)"_s.arg(score).arg(lowest).arg(highest);
}

QString partText(int part, int whole) {
    return quantityTr(QT_TRANSLATE_NOOP("QuantityText", "%1 of %2")).arg(countText(part), countText(whole));
}

QString percentText(int percent) {
    return countText(percent) + u" %";
}

QString percentBetterText(int percent) {
    if (percent == 0) return quantityTr(QT_TRANSLATE_NOOP("QuantityText", "no change"));
    return (percent > 0 ? quantityTr(QT_TRANSLATE_NOOP("QuantityText", "%1 better"))
                        : quantityTr(QT_TRANSLATE_NOOP("QuantityText", "%1 worse")))
        .arg(percentText(std::abs(percent)));
}

} // namespace chairside::ui
