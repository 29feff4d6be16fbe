#include "ui/widgets/empty_state.h"

#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

EmptyState::EmptyState(const QString& sentence, const QString& actionText, const QString& objectName, QWidget* parent)
    : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(space::kBlock), scaled(space::kBlock), scaled(space::kBlock),
                               scaled(space::kBlock));
    layout->setSpacing(scaled(12));
    layout->addStretch(1);
    m_sentence = new TextLabel(sentence, TextRole::Body, this);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_sentence);
    if (!actionText.isEmpty()) {
        auto* button = makeButton(actionText, ButtonKind::Primary, objectName, this);
        connect(button, &QPushButton::clicked, this, &EmptyState::actionChosen);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(2);
}

void EmptyState::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
}

} // namespace chairside::ui
