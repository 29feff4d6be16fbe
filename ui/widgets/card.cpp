#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/split_line.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
    auto* outer = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    outer->setContentsMargins(margin, scaled(12), margin, margin);
    outer->setSpacing(scaled(12));
    m_heading = new SplitLine;
    m_title = new TextLabel({}, TextRole::Heading, this);
    m_title->setWordWrap(true);
    m_heading->addWidget(m_title);
    outer->addLayout(m_heading);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(scaled(space::kRelated));
    outer->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    if (!title.isEmpty()) setAccessibleName(title);
}

void Card::addToHeading(QWidget* widget) {
    m_heading->addWidget(widget);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().hairline, 1));
    painter.setBrush(tokens().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void addCentred(QVBoxLayout& column, std::initializer_list<QWidget*> parts) {
    column.addStretch(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::kBlock));
    row->addStretch(1);
    for (QWidget* part : parts) {
        auto* top = new QVBoxLayout;
        top->addWidget(part);
        top->addStretch(1);
        row->addLayout(top);
    }
    row->addStretch(1);
    column.addLayout(row);
    column.addStretch(3);
}

} // namespace chairside::ui
