#include "ui/widgets/choice_row.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QRadioButton>

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

namespace chairside::ui {

ChoiceRow::ChoiceRow(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
    const bool flat = orientation == Qt::Horizontal;
    m_layout = new QBoxLayout(flat ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(flat ? scaled(space::kRelated) : 0);
    if (flat) m_layout->addStretch(1);
    m_group = new QButtonGroup(this);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int value) {
        Q_EMIT chosen(value);
        if (m_bySpace) Q_EMIT decided();
    });
}

QRadioButton* ChoiceRow::add(const QString& text, int value) {
    Q_ASSERT(value >= 0 && m_group->button(value) == nullptr);
    auto* button = new QRadioButton(text, this);
    button->setAccessibleName(spokenName(text));
    button->setObjectName(QStringLiteral("choice%1").arg(value));
    button->installEventFilter(this);
    m_group->addButton(button, value);
    const bool flat = m_layout->direction() == QBoxLayout::LeftToRight;
    if (flat)
        m_layout->insertWidget(m_layout->count() - 1, button);
    else
        m_layout->addWidget(button, 0, Qt::AlignLeft);
    if (focusProxy() == nullptr) setFocusProxy(button);
    return button;
}

bool ChoiceRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) m_bySpace = false;
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    m_bySpace = key == Qt::Key_Space;
    if (QAbstractButton* button = m_digitKeys ? buttonOf(key) : nullptr; button != nullptr && button->isEnabled()) {
        m_bySpace = true;
        button->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QAbstractButton* ChoiceRow::buttonOf(int key) const {
    const auto buttons = m_group->buttons();
    return buttons.value(key - Qt::Key_1, nullptr);
}

std::optional<int> ChoiceRow::value() const {
    const int id = m_group->checkedId();
    return id < 0 ? std::nullopt : std::optional(id);
}

void ChoiceRow::setValue(std::optional<int> value) {
    QAbstractButton* button = value ? m_group->button(*value) : nullptr;
    if (button != nullptr) {
        button->setChecked(true);
        return;
    }
    // An exclusive group does not let its last choice go.
    m_group->setExclusive(false);
    for (QAbstractButton* each : m_group->buttons())
        each->setChecked(false);
    m_group->setExclusive(true);
}

} // namespace chairside::ui
