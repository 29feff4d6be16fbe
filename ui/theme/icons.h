// The program's own stroke icons, drawn in the colour of the palette they are shown with.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace chairside::ui {

// name: the file's name in resources/icons without ".svg" ("today"). The icon follows the theme: enabled =
// text or button text, disabled = disabled, selected = highlighted text. An unknown name gives a null icon.
[[nodiscard]] QIcon icon(const QString& name);
// The same drawing in one colour, size logical pixels square, for widgets that paint themselves.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio);

} // namespace chairside::ui
