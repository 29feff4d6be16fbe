#include "tests/support/gui/pseudo_locale.h"

#include <QRegularExpression>

namespace chairside::test {

namespace {

// Tenths of a letter that are added for each one.
constexpr int kLonger = 4;

QChar marked(QChar letter) {
    static const QString plain = QStringLiteral("aeiouycnszAEIOUYCNSZ");
    static const QString accented = QStringLiteral("åéîöûÿçñšžÅÉÎÖÛÝÇÑŠŽ");
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : accented[at];
}

// What no translator may touch: places for values, mnemonics, numbers, and the unit of either.
const QRegularExpression& kept() {
    static const QRegularExpression pattern(
        QStringLiteral("&.|(?:%L?\\d{1,2}|%n|\\d[\\d.,]*)(?: (?:mg|mL|mcg|kg|g|cm|mmHg|%)(?![A-Za-z]))?(?: per "
                       "(?:kg|mL|hour|min)(?![A-Za-z]))?"));
    return pattern;
}

void lengthen(QStringView words, QString& result) {
    int owed = 0;
    for (const QChar each : words) {
        const QChar letter = marked(each);
        result += letter;
        owed += kLonger;
        while (owed >= 10 && letter.isLetter()) {
            result += letter.toLower();
            owed -= 10;
        }
    }
}

} // namespace

QString lengthened(const QString& text) {
    QString result;
    qsizetype from = 0;
    for (auto at = kept().globalMatch(text); at.hasNext();) {
        const auto match = at.next();
        lengthen(QStringView(text).mid(from, match.capturedStart() - from), result);
        result += match.captured();
        from = match.capturedEnd();
    }
    lengthen(QStringView(text).mid(from), result);
    return result;
}

QString PseudoLocale::translate(const char*, const char* source, const char*, int) const {
    return lengthened(QString::fromUtf8(source));
}

} // namespace chairside::test
