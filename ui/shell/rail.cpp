#include "ui/shell/rail.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

#include "ui/shell/command_set.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/style_drawing.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRailButton = 56; // eight of them have room beside a banner of three lines

class RailButton final : public QToolButton {
public:
    RailButton(const RailEntry& entry, QWidget* parent) : QToolButton(parent), m_icon(entry.icon) {
        setText(entry.text);
        setObjectName(u"rail"_s + QString::number(entry.number));
        setAccessibleName(entry.text);
        setToolTip(u"Alt+%1"_s.arg(entry.number));
        setAccessibleDescription(toolTip());
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    // A word of another language may be longer.
    QSize sizeHint() const override {
        const int words = QFontMetrics(uiFont(TypeSize::Label, QFont::DemiBold)).horizontalAdvance(text());
        return {std::max(scaled(kRailWidth), words + scaled(16)), scaled(kRailButton)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Palette& c = tokens();
        QPainter painter(this);
        const QRect face = rect().adjusted(scaled(6), 2, -scaled(6), -2);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? c.primaryTint : mixed(c.primary, c.window, 8));
            painter.drawRoundedRect(face, 6, 6);
        }
        if (isChecked()) {
            painter.setBrush(c.primary);
            painter.drawRoundedRect(QRectF(0, face.y() + 8, 4, face.height() - 16), 2, 2);
        }
        const QColor ink = isChecked() ? c.primary : c.secondary;
        const int side = scaled(24);
        painter.drawPixmap(QPoint((width() - side) / 2, face.y() + scaled(8)),
                           iconPixmap(m_icon, side, ink, devicePixelRatioF()));
        painter.setPen(isChecked() ? c.primary : c.text);
        painter.setFont(uiFont(TypeSize::Label, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.drawText(face.adjusted(0, scaled(34), 0, 0), Qt::AlignHCenter | Qt::AlignTop, text());
        if (hasFocus()) drawFocusRing(painter, face, c, 6);
    }

private:
    QString m_icon;
};

} // namespace

Rail::Rail(QWidget* parent) : QWidget(parent) {
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Pages"));
    setFixedWidth(scaled(kRailWidth));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, scaled(8), 0, scaled(8));
    m_layout->setSpacing(scaled(4));
    m_layout->addStretch(1);
}

void Rail::add(PageKind kind) {
    const auto entry = railEntry(kind);
    if (!entry || m_buttons.contains(entry->number)) return;
    auto* button = new RailButton(*entry, this);
    connect(button, &QToolButton::clicked, this, [this, button, kind] {
        // The mark follows the page that is open, not the click.
        button->setChecked(!button->isChecked());
        Q_EMIT chosen(kind);
    });
    setFixedWidth(std::max(minimumWidth(), button->sizeHint().width()));
    const auto after = m_buttons.upper_bound(entry->number);
    m_layout->insertWidget(static_cast<int>(std::distance(m_buttons.begin(), after)), button);
    m_buttons[entry->number] = button;
}

void Rail::mark(PageKind kind) {
    const auto entry = railEntry(kind);
    for (const auto& [number, button] : m_buttons)
        button->setChecked(entry && entry->number == number);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(width() - 1, 0, 1, height(), tokens().hairline);
}

} // namespace chairside::ui
