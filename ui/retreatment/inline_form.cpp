#include "ui/retreatment/inline_form.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

InlineForm::InlineForm(const QString& objectName, int columns, QWidget* parent) : Card({}, parent) {
    setObjectName(objectName);
    m_form = new FormBuilder(this, columns);
    body()->addWidget(m_form);
}

void InlineForm::addButtons(const QString& submitText, ButtonKind kind, const QString& leaveText) {
    auto* row = new FlowLayout(scaled(space::kRelated)); // in a narrow place one below the other
    m_submit = makeButton(submitText, kind, objectName() + QStringLiteral("_submit"), this);
    m_submitText = submitText;
    auto* leave = makeButton(leaveText, ButtonKind::Secondary, objectName() + QStringLiteral("_leave"), this);
    leave->setToolTip(tr("Esc"));
    row->addWidget(m_submit);
    row->addWidget(leave);
    body()->addLayout(row);
    body()->addStretch(1);
    connect(m_submit, &QPushButton::clicked, this, &InlineForm::submit);
    connect(leave, &QPushButton::clicked, this, &InlineForm::left);
}

void InlineForm::setSubmit(const QString& text, ButtonKind kind) {
    m_submitText = text;
    m_submit->setText(text);
    m_submit->setAccessibleName(spokenName(text));
    setButtonKind(*m_submit, kind);
}

void InlineForm::submit() {
    if (m_busy) return;
    if (const auto unreadable = m_form->unreadable(); !unreadable.empty()) return m_form->problems(unreadable);
    m_form->clearProblems();
    if (isReady()) Q_EMIT submitted();
}

void InlineForm::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    m_submit->setText(busy ? tr("Saving…") : m_submitText);
    m_form->setReadOnly(busy);
}

void InlineForm::showFailure(const base::Error& error) {
    setBusy(false);
    m_form->failure(error);
}

void InlineForm::takeFocus() {
    QWidget* first = m_form->firstEditor();
    (first != nullptr ? first : m_submit)->setFocus(Qt::OtherFocusReason);
}

void InlineForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace chairside::ui
