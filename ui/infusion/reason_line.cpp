#include "ui/infusion/reason_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ReasonLine::ReasonLine(const QString& name, QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(2));
    m_line = new QHBoxLayout;
    m_line->setSpacing(scaled(space::kRelated));
    m_label = new TextLabel({}, TextRole::Strong, this);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(name);
    m_label->setBuddy(m_edit);
    m_confirm = makeButton(tr("Record"), ButtonKind::Primary, name + u"_confirm"_s, this);
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, name + u"_cancel"_s, this);
    m_line->addWidget(m_label);
    m_line->addWidget(m_edit, 1);
    m_line->addWidget(m_confirm);
    m_line->addWidget(m_cancel);
    outer->addLayout(m_line);
    m_offer = new TextLabel({}, TextRole::Hint, this);
    m_offer->setObjectName(name + u"_offer"_s);
    m_offer->hide();
    outer->addWidget(m_offer);
    m_problem = new TextLabel({}, TextRole::Error, this);
    m_problem->setObjectName(name + u"_problem"_s);
    m_problem->hide();
    outer->addWidget(m_problem);
    connect(m_edit, &QLineEdit::textEdited, this, &ReasonLine::writeOut);
    connect(m_confirm, &QPushButton::clicked, this, &ReasonLine::answered);
    connect(m_cancel, &QPushButton::clicked, this, &ReasonLine::cancelled);
    hide();
}

void ReasonLine::ask(const QString& label, const QString& confirmText) {
    m_label->setText(label);
    m_label->setAccessibleName(spokenName(label));
    m_edit->setAccessibleName(spokenName(label));
    m_edit->clear();
    m_confirm->setVisible(!confirmText.isEmpty());
    if (!confirmText.isEmpty()) {
        m_confirm->setText(confirmText);
        m_confirm->setAccessibleName(spokenName(confirmText));
    }
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(withoutMnemonic(label)));
    offer({});
    setProblem({});
    show();
}

void ReasonLine::offer(const QStringList& answers) {
    m_answers = answers;
    QStringList numbered;
    for (const QString& answer : answers)
        numbered << u"%1 %2"_s.arg(numbered.size() + 1).arg(answer);
    m_offer->setText(numbered.join(u"  ·  "_s));
    m_offer->setVisible(!answers.isEmpty());
}

void ReasonLine::writeOut(const QString& typed) {
    const int number = typed.size() == 1 ? typed.front().digitValue() : -1;
    if (number >= 1 && number <= m_answers.size()) m_edit->setText(m_answers[number - 1]);
}

void ReasonLine::close() {
    hide();
    m_edit->clear();
    setProblem({});
}

QString ReasonLine::text() const {
    return m_edit->text().trimmed();
}

void ReasonLine::setText(const QString& text) {
    m_edit->setText(text);
}

void ReasonLine::addEditor(const QString& label, QWidget* editor) {
    m_extraLabel = new TextLabel(label, TextRole::Strong, this);
    m_extraLabel->setBuddy(editor);
    m_extra = editor;
    editor->setParent(this);
    editor->setAccessibleName(spokenName(label));
    m_line->insertWidget(0, m_extraLabel);
    m_line->insertWidget(1, editor);
    setEditorVisible(false);
}

void ReasonLine::setEditorVisible(bool visible) {
    if (m_extra == nullptr) return;
    m_extraLabel->setVisible(visible);
    m_extra->setVisible(visible);
}

void ReasonLine::setProblem(const QString& sentence) {
    m_problem->setVisible(!sentence.isEmpty());
    m_problem->announce(sentence.isEmpty() ? QString() : u"✖ "_s + sentence);
    m_problem->setAccessibleName(sentence);
    m_edit->setAccessibleDescription(sentence);
}

void ReasonLine::focusLine() {
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ReasonLine::keyPressEvent(QKeyEvent* event) {
    const bool plain = !event->modifiers().testFlag(Qt::ControlModifier);
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT answered();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace chairside::ui
