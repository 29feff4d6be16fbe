#include "ui/format/name_text.h"

namespace chairside::ui {

QString nameText(QStringView family, QStringView given, QStringView title) {
    QString text = family.trimmed().toString().toUpper();
    if (const QStringView first = given.trimmed(); !first.isEmpty()) {
        if (!text.isEmpty()) text += u", ";
        text += first;
    }
    if (const QStringView form = title.trimmed(); !form.isEmpty()) {
        if (!text.isEmpty()) text += u' ';
        text += u'(' + form.toString() + u')';
    }
    return text;
}

QString clinicIdText(QStringView id) {
    const QString text = id.trimmed().toString();
    qsizetype letters = 0;
    while (letters < text.size() && text[letters].isLetter())
        ++letters;
    if (letters == 0 || letters == text.size() || !text[letters].isDigit()) return text;
    return text.left(letters) + u' ' + text.mid(letters);
}

} // namespace chairside::ui
