#include "ui/widgets/form_field.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

FormField::FormField(const QString& label, QWidget* editor, const FieldOptions& options, QWidget* parent)
    : QWidget(parent), m_name(options.name), m_label(withoutMnemonic(label)), m_unit(options.unit), m_editor(editor) {
    setObjectName(m_name + u"Field"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kLabel));
    buildLabelLine(label, options.optional, *layout);
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(6));
    editor->setParent(this);
    editor->setObjectName(m_name);
    editor->setAccessibleName(m_label);
    line->addWidget(editor);
    if (!m_unit.isEmpty()) line->addWidget(new TextLabel(m_unit, TextRole::Body, this));
    const bool fixed = editor->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    if (fixed || !m_unit.isEmpty()) line->addStretch(1);
    layout->addLayout(line);
    m_help = new TextLabel({}, TextRole::Hint, this);
    m_help->setObjectName(m_name + u"Help"_s);
    layout->addWidget(m_help);
    m_message = new TextLabel({}, TextRole::Error, this);
    m_message->setObjectName(m_name + u"Message"_s);
    m_message->hide();
    layout->addWidget(m_message);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setHelp(options.help);
    watchEntry();
}

void FormField::buildLabelLine(const QString& label, bool optional, QBoxLayout& layout) {
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(6));
    auto* text = new TextLabel(label, TextRole::Label, this);
    text->setObjectName(m_name + u"Label"_s);
    text->setBuddy(m_editor);
    text->setAccessibleName(m_label);
    text->setWordWrap(true);
    // Takes the whole width where nothing stands behind it: what wraps would else ask for a narrow column.
    line->addWidget(text, optional ? 0 : 1);
    if (optional) {
        line->addWidget(new TextLabel(tr("(optional)"), TextRole::Hint, this));
        line->addStretch(1);
    }
    layout.addLayout(line);
}

void FormField::watchEntry() {
    if (auto* note = qobject_cast<NoteEdit*>(m_editor.data())) {
        connect(note, &NoteEdit::refused, this, &FormField::setHint);
        connect(note, &NoteEdit::accepted, this, [this] { setHint({}); });
    }
    auto* entry = qobject_cast<EntryEdit*>(m_editor.data());
    if (entry == nullptr) return watchLength();
    connect(entry, &EntryEdit::refused, this, &FormField::setHint);
    connect(entry, &EntryEdit::accepted, this, [this] { setHint({}); });
    connect(entry, &QLineEdit::editingFinished, this, [this] { setHint({}); });
    if (auto* date = qobject_cast<DateEdit*>(entry)) {
        connect(date, &DateEdit::suggestionsChanged, this, &FormField::showSuggestions);
    }
}

// A line that is full leaves out the rest of what is pasted.
void FormField::watchLength() {
    auto* line = qobject_cast<QLineEdit*>(m_editor.data());
    if (line == nullptr) return;
    const auto isFull = [line] {
        return line->text().size() >= line->maxLength();
    };
    connect(line, &QLineEdit::inputRejected, this, [this, line, isFull] {
        if (isFull()) setHint(tr("No more than %1 characters have room here.").arg(countText(line->maxLength())));
    });
    connect(line, &QLineEdit::textEdited, this, [this, isFull] {
        if (!isFull()) setHint({});
    });
}

void FormField::setHint(const QString& sentence) {
    if (m_hint == sentence) return;
    m_hint = sentence;
    showMessage();
}

void FormField::setProblem(const QString& sentence) {
    m_problem = sentence;
    m_hint.clear();
    setFaulty(*m_editor, !sentence.isEmpty());
    showMessage();
}

QString FormField::message() const {
    return m_hint.isEmpty() ? m_problem : m_hint;
}

void FormField::showMessage() {
    const QString now = message();
    m_message->setVisible(!now.isEmpty());
    m_message->announce(now.isEmpty() ? QString() : (m_hint.isEmpty() ? u"✖ "_s : u"▲ "_s) + now);
    m_message->setAccessibleName(now);
    describeEditor();
}

void FormField::setHelp(const QString& help) {
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    describeEditor();
}

void FormField::describeEditor() {
    QStringList parts;
    for (const QString& part : {m_unit, m_help->text(), message()}) {
        if (!part.isEmpty()) parts << part;
    }
    m_editor->setAccessibleDescription(parts.join(u". "_s));
}

void FormField::showSuggestions() {
    auto* edit = qobject_cast<DateEdit*>(m_editor.data());
    if (edit == nullptr) return;
    if (m_suggestions == nullptr) {
        m_suggestions = new QWidget(this);
        auto* line = new QHBoxLayout(m_suggestions);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new TextLabel(tr("Which date is meant?"), TextRole::Hint, m_suggestions));
        for (std::size_t at = 0; at < 2; ++at) {
            m_choices[at] =
                makeButton({}, ButtonKind::Secondary, u"%1Suggestion%2"_s.arg(m_name).arg(at), m_suggestions);
            connect(m_choices[at], &QPushButton::clicked, this, [this, edit, at] {
                edit->setFocus();
                edit->choose(at);
                setProblem({});
            });
            line->addWidget(m_choices[at]);
        }
        line->addStretch(1);
        static_cast<QVBoxLayout*>(layout())->insertWidget(2, m_suggestions);
    }
    const auto& dates = edit->suggestions();
    for (std::size_t at = 0; at < dates.size() && at < 2; ++at) {
        m_choices[at]->setText(longDateText(dates[at]));
        m_choices[at]->setAccessibleName(tr("%1: %2").arg(m_label, longDateText(dates[at])));
    }
    m_suggestions->setVisible(!dates.empty());
}

void FormField::focusEditor() {
    QWidget* target = m_editor;
    if (target->focusPolicy() == Qt::NoFocus && target->focusProxy() != nullptr) target = target->focusProxy();
    target->setFocus(Qt::TabFocusReason);
}

} // namespace chairside::ui
