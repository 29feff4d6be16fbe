// Text made safe for paper: what somebody typed can neither turn a line around nor leave an empty box.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace chairside::ui {

enum class LineBreaks { Flatten, Keep };

// Direction overrides and control characters are taken out (a line break or tab becomes a space, or with Keep a new
// line); a character that no installed font can draw is written as its number, "[U+1F600]". GUI thread only.
[[nodiscard]] QString printable(QStringView text, LineBreaks breaks = LineBreaks::Flatten);

// While it lives, remembers what printable() could not draw: so a document knows what is missing on its pages. One at
// a time, GUI thread only.
class MissingGlyphs {
public:
    MissingGlyphs();
    ~MissingGlyphs();
    MissingGlyphs(const MissingGlyphs&) = delete;
    MissingGlyphs& operator=(const MissingGlyphs&) = delete;

    // Each character once, in order.
    [[nodiscard]] const QStringList& characters() const { return m_characters; }
    void note(char32_t c);

private:
    MissingGlyphs* m_outer;
    QStringList m_characters;
};

} // namespace chairside::ui
