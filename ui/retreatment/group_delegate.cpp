#include "ui/retreatment/group_delegate.h"

#include <QPainter>
#include <QTableView>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (!index.data(m_headingRole).toBool()) return QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    painter->fillRect(option.rect, tokens().alternate);
    painter->setFont(uiFont(TypeSize::Base, QFont::DemiBold));
    painter->setPen(tokens().text);
    painter->drawText(option.rect.adjusted(scaled(space::kRelated), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data().toString());
    painter->restore();
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    // A heading spans the row, so its words must not widen the first column.
    if (index.data(m_headingRole).toBool()) return {1, scaled(kTableRow)};
    QStyleOptionViewItem room(option);
    if (room.rect.isValid()) room.rect.setWidth(room.rect.width() - scaled(space::kGroup));
    const QSize size = QStyledItemDelegate::sizeHint(room, index);
    return {size.width() + scaled(space::kGroup), size.height() + scaled(10)};
}

void spanHeadings(QTableView& table, int headingRole, int fromRow) {
    const auto* model = table.model();
    for (int row = fromRow; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(headingRole).toBool()) table.setSpan(row, 0, 1, model->columnCount());
    }
}

} // namespace chairside::ui
