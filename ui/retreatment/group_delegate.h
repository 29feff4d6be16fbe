// Draws the heading rows of a grouped list over the whole width, and the rows as they are.
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace chairside::ui {

// headingRole: the model's role that tells a heading row.
class GroupDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    GroupDelegate(int headingRole, QObject* parent) : QStyledItemDelegate(parent), m_headingRole(headingRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_headingRole;
};

// Gives the headings from that row on the whole width.
void spanHeadings(QTableView& table, int headingRole, int fromRow);

} // namespace chairside::ui
