#include "ui/widgets/stepper.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/style_drawing.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum StepRole { StepIdRole = Qt::UserRole + 1, StepNoteRole, StepStateRole, StepOpenRole };

StepState stepState(const QModelIndex& index) {
    return static_cast<StepState>(index.data(StepStateRole).toInt());
}

struct StepMark {
    QString symbol;
    QColor ink;
};

StepMark stepMarkOf(const QModelIndex& index) {
    const Palette& c = tokens();
    if (!index.flags().testFlag(Qt::ItemIsEnabled)) return {u"○"_s, c.disabled};
    switch (stepState(index)) {
    case StepState::Problem:
        return {u"✖"_s, c.error};
    case StepState::Done:
        return {u"✔"_s, c.success};
    case StepState::ToDo:
        break;
    }
    return index.data(StepOpenRole).toBool() ? StepMark{u"●"_s, c.primary} : StepMark{u"○"_s, c.secondary};
}

// Where the two texts of a step stand; both wrap rather than be cut.
struct StepTexts {
    QRect title, note;
    int height = 0;
};

int wrappedHeight(const QFont& font, const QString& text, int width) {
    if (text.isEmpty()) return 0;
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, text).height();
}

StepTexts stepTexts(const QModelIndex& index, const QPoint& at, int width) {
    const int left = at.x() + scaled(42);
    const int inner = std::max(width - scaled(42) - scaled(8), 1);
    // The open step is bold: its place is kept for it.
    const QFont bold = uiFont(TypeSize::Base, QFont::DemiBold);
    const int margin = (scaled(kStepperItem) - QFontMetrics(bold).height()) / 2;
    const int title = wrappedHeight(bold, index.data().toString(), inner);
    const int note = wrappedHeight(uiFont(TypeSize::Label), index.data(StepNoteRole).toString(), inner);
    const QRect above(left, at.y() + margin, inner, title);
    return {above, {left, above.bottom() + 1, inner, note}, title + note + 2 * margin};
}

class StepDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const int width = view != nullptr ? view->viewport()->width() : scaled(160);
        return {scaled(160), stepTexts(index, {}, width).height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Palette& c = tokens();
        const bool open = index.data(StepOpenRole).toBool();
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->save();
        if (open) {
            painter->fillRect(option.rect, c.primaryTint);
            painter->fillRect(QRect(option.rect.x(), option.rect.y(), 4, option.rect.height()), c.primary);
        } else if (enabled && option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, mixed(c.primary, c.window, 6));
        }
        const StepMark mark = stepMarkOf(index);
        painter->setFont(uiFont(TypeSize::Base, QFont::DemiBold));
        painter->setPen(mark.ink);
        const StepTexts texts = stepTexts(index, option.rect.topLeft(), option.rect.width());
        painter->drawText(QRect(option.rect.x() + scaled(14), option.rect.y(), scaled(20), scaled(kStepperItem)),
                          Qt::AlignCenter, mark.symbol);
        painter->setFont(uiFont(TypeSize::Base, open ? QFont::DemiBold : QFont::Normal));
        painter->setPen(enabled ? c.text : c.disabled);
        painter->drawText(texts.title, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, index.data().toString());
        painter->setFont(uiFont(TypeSize::Label));
        painter->setPen(stepState(index) == StepState::Problem ? c.error : c.secondary);
        painter->drawText(texts.note, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                          index.data(StepNoteRole).toString());
        painter->restore();
        const auto* view = qobject_cast<const QWidget*>(option.widget);
        const bool cursor = option.state.testFlag(QStyle::State_HasFocus) && view != nullptr && view->hasFocus();
        if (cursor) drawFocusRing(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1), c, 4);
    }
};

} // namespace

Stepper::Stepper(QWidget* parent) : QListView(parent), m_model(new QStandardItemModel(this)) {
    setModel(m_model);
    setItemDelegate(new StepDelegate(this));
    setAccessibleName(tr("Steps"));
    setFrameShape(NoFrame);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setSelectionMode(NoSelection);
    setMouseTracking(true);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, &Stepper::choose);
}

void Stepper::setSteps(const std::vector<Step>& steps) {
    m_model->clear();
    for (const Step& step : steps) {
        auto* item = new QStandardItem(step.title);
        item->setData(step.id, StepIdRole);
        item->setData(step.note, StepNoteRole);
        item->setData(static_cast<int>(step.state), StepStateRole);
        item->setEnabled(step.enabled);
        m_model->appendRow(item);
    }
    setCurrent(rowOf(m_current) >= 0 ? m_current : QString());
    updateGeometry();
}

int Stepper::rowOf(const QString& id) const {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!id.isEmpty() && m_model->item(row)->data(StepIdRole).toString() == id) return row;
    }
    return -1;
}

void Stepper::setState(const QString& id, StepState state, const QString& note) {
    const int row = rowOf(id);
    if (row < 0) return;
    m_model->item(row)->setData(static_cast<int>(state), StepStateRole);
    m_model->item(row)->setData(note, StepNoteRole);
    refreshSpoken();
}

void Stepper::setStepEnabled(const QString& id, bool enabled) {
    if (const int row = rowOf(id); row >= 0) m_model->item(row)->setEnabled(enabled);
    refreshSpoken();
}

void Stepper::setCurrent(const QString& id) {
    m_current = rowOf(id) >= 0 ? id : QString();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem* item = m_model->item(row);
        item->setData(item->data(StepIdRole).toString() == m_current, StepOpenRole);
    }
    if (const int row = rowOf(m_current); row >= 0) setCurrentIndex(m_model->index(row, 0));
    refreshSpoken();
}

void Stepper::refreshSpoken() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStandardItem* item = m_model->item(row);
        QString state = tr("to do");
        if (item->data(StepStateRole).toInt() == static_cast<int>(StepState::Done)) state = tr("done");
        if (item->data(StepStateRole).toInt() == static_cast<int>(StepState::Problem)) state = tr("needs attention");
        if (!item->isEnabled()) state = tr("not yet possible");
        const bool open = item->data(StepOpenRole).toBool();
        const QString spoken = open ? tr("%1: open, %2") : tr("%1: %2");
        item->setData(spoken.arg(item->text(), state), Qt::AccessibleTextRole);
    }
}

void Stepper::choose(const QModelIndex& index) {
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled)) return;
    const QString id = index.data(StepIdRole).toString();
    setCurrent(id);
    Q_EMIT stepChosen(id);
}

bool Stepper::moveBy(int steps) {
    int row = rowOf(m_current);
    const int direction = steps < 0 ? -1 : 1;
    for (int left = std::abs(steps); left > 0; --left) {
        do {
            row += direction;
        } while (row >= 0 && row < m_model->rowCount() && !m_model->item(row)->isEnabled());
    }
    if (row < 0 || row >= m_model->rowCount()) return false;
    choose(m_model->index(row, 0));
    return true;
}

QSize Stepper::sizeHint() const {
    int height = 2 * frameWidth();
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {scaled(200), height};
}

QSize Stepper::minimumSizeHint() const {
    return {scaled(160), 2 * scaled(kStepperItem)};
}

void Stepper::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((enter || event->key() == Qt::Key_Space) && event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore();
    if (enter || event->key() == Qt::Key_Space) return choose(currentIndex());
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint();
    if (typed || event->key() == Qt::Key_Escape) return event->ignore();
    QListView::keyPressEvent(event);
}

} // namespace chairside::ui
