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

// The characters of a text that no installed font can draw, each once, in order.
[[nodiscard]] QStringList missingGlyphs(QStringView text);

} // namespace chairside::ui
