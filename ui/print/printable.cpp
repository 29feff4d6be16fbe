#include "ui/print/printable.h"

#include <QGlyphRun>
#include <QHash>
#include <QList>
#include <QRawFont>
#include <QTextLayout>
#include <utility>

#include "ui/print/print_style.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

MissingGlyphs* listening = nullptr;

// Marks that change the direction of what follows them.
bool turnsText(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool breaksLine(char32_t c) {
    return c == U'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

// A picture font would put bitmaps into the document.
bool isPictureFont(const QRawFont& font) {
    for (const char* table : {"CBDT", "sbix", "COLR", "SVG "}) {
        if (!font.fontTable(table).isEmpty()) return true;
    }
    return false;
}

bool drawsAsOutline(char32_t c) {
    QTextLayout layout(QString::fromUcs4(&c, 1), printFont(PrintRole::Body));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    for (const QGlyphRun& run : runs) {
        if (run.glyphIndexes().contains(0) || isPictureFont(run.rawFont())) return false;
    }
    return !runs.isEmpty();
}

bool hasGlyph(char32_t c) {
    if (c == QChar::ReplacementCharacter) return false;
    // Joiners, variation selectors and spaces have no shape of their own.
    if (c < 0x7F || QChar::category(c) == QChar::Other_Format || QChar::isSpace(c) || (c >= 0xFE00 && c <= 0xFE0F)) {
        return true;
    }
    static QHash<char32_t, bool> known;
    const auto found = known.constFind(c);
    if (found != known.cend()) return *found;
    return *known.insert(c, drawsAsOutline(c));
}

void append(QString& text, char32_t c, LineBreaks breaks) {
    if (turnsText(c)) return;
    if (breaksLine(c)) {
        const bool third = text.endsWith(QString(2, QChar::LineSeparator));
        if (breaks == LineBreaks::Flatten)
            text += u' ';
        else if (!third)
            text += QChar(QChar::LineSeparator);
    } else if (QChar::category(c) == QChar::Other_Control) {
        if (c != U'\r') text += u' ';
    } else if (hasGlyph(c)) {
        text.append(QStringView(QChar::fromUcs4(c)));
    } else {
        if (listening != nullptr) listening->note(c);
        text += u"[U+%1]"_s.arg(QString::number(static_cast<uint>(c), 16).toUpper(), 4, u'0');
    }
}

} // namespace

QString printable(QStringView text, LineBreaks breaks) {
    QString safe;
    safe.reserve(text.size());
    for (const char32_t c : text.toUcs4())
        append(safe, c, breaks);
    return safe;
}

MissingGlyphs::MissingGlyphs() : m_outer(std::exchange(listening, this)) {}

MissingGlyphs::~MissingGlyphs() {
    listening = m_outer;
}

void MissingGlyphs::note(char32_t c) {
    const QString one = QString::fromUcs4(&c, 1);
    if (!m_characters.contains(one)) m_characters << one;
}

} // namespace chairside::ui
