// The text a painter puts on pages, without the laying out, the drawings and the pictures around it.
#pragma once

#include <QFont>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <functional>
#include <vector>

class QPainter;

namespace chairside::bench {

struct PlacedText {
    QPointF at;
    QString text;
    QFont font;
};

// What paint writes onto a sheet of this size in dots. Text inside a drawing that is scaled, as charts are, is left
// out.
[[nodiscard]] std::vector<PlacedText> textOf(const QSizeF& sheet, int dotsPerInch,
                                             const std::function<void(QPainter&)>& paint);

} // namespace chairside::bench
