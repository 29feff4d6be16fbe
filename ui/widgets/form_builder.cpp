#include "ui/widgets/form_builder.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <algorithm>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/entry_edit.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/form_undo.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// So many columns need each other's room.
constexpr int kNarrowColumns = 5;

} // namespace

FormBuilder::FormBuilder(QWidget* parent, int columns) : QWidget(parent), m_columns(std::max(1, columns)) {
    m_undo = new FormUndo(this);
    // A line tells of it itself.
    connect(m_undo, &FormUndo::changed, this, [this](QWidget* editor) {
        if (qobject_cast<QLineEdit*>(editor) == nullptr) Q_EMIT edited(editor->objectName());
    });
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(m_columns < kNarrowColumns ? space::kBlock : space::kGroup));
    m_grid->setVerticalSpacing(scaled(12));
    for (int column = 0; column < m_columns; ++column)
        m_grid->setColumnStretch(column, 1);
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"formSummary"_s);
    m_grid->addWidget(m_strip, m_row++, 0, 1, m_columns);
}

FormBuilder::~FormBuilder() = default;

void FormBuilder::place(QWidget* widget, int span) {
    const int width = std::clamp(span, 1, m_columns);
    if (m_column + width > m_columns) endLine();
    m_grid->addWidget(widget, m_row, m_column, 1, width, Qt::AlignTop);
    m_column += width;
    if (m_column >= m_columns) endLine();
}

void FormBuilder::endLine() {
    if (m_column == 0) return;
    m_column = 0;
    ++m_row;
}

void FormBuilder::addField(const QString& label, QWidget* editor, const FieldOptions& options) {
    Q_ASSERT(!options.name.isEmpty() && field(options.name) == nullptr);
    auto* added = new FormField(label, editor, options, this);
    m_fields.push_back(added);
    place(added, options.span);
    watch(editor, options.name);
}

void FormBuilder::watch(QWidget* editor, const QString& name) {
    m_undo->watch(editor);
    const auto tell = [this, editor, name] {
        m_undo->noteEdit(editor);
        Q_EMIT edited(name);
    };
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        connect(line, &QLineEdit::textEdited, this, tell);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(editor)) {
        connect(text, &QPlainTextEdit::textChanged, this, [text, tell] {
            if (text->hasFocus()) tell();
        });
    } else if (auto* choice = qobject_cast<ChoiceRow*>(editor)) {
        connect(choice, &ChoiceRow::chosen, this, tell);
    } else if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        connect(combo, &QComboBox::activated, this, tell);
        connect(combo, &QComboBox::editTextChanged, this, [combo, tell] {
            if (combo->hasFocus()) tell();
        });
    } else if (auto* button = qobject_cast<QAbstractButton*>(editor)) {
        connect(button, &QAbstractButton::clicked, this, tell);
    }
}

void FormBuilder::section(const QString& title, const QString& help) {
    endLine();
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, m_row > 1 ? scaled(space::kRelated) : 0, 0, 0);
    layout->setSpacing(scaled(2));
    layout->addWidget(new TextLabel(title, TextRole::Heading, box));
    if (!help.isEmpty()) layout->addWidget(new TextLabel(help, TextRole::Hint, box));
    m_grid->addWidget(box, m_row++, 0, 1, m_columns);
}

void FormBuilder::wide(QWidget* widget) {
    endLine();
    m_grid->addWidget(widget, m_row++, 0, 1, m_columns);
}

FormField* FormBuilder::field(const QString& name) const {
    const auto found =
        std::find_if(m_fields.begin(), m_fields.end(), [&name](const FormField* each) { return each->name() == name; });
    return found == m_fields.end() ? nullptr : *found;
}

void FormBuilder::problems(const base::Problems& problems) {
    clearProblems();
    for (const base::Problem& each : problems) {
        const QString name = toQt(each.field);
        const FormField* at = field(name);
        const FieldWords words{at != nullptr ? at->labelText() : name, at != nullptr ? at->unit() : QString()};
        const auto* entry = at != nullptr ? qobject_cast<const EntryEdit*>(at->editor()) : nullptr;
        const bool unread = entry != nullptr && entry->fault() == each.rule;
        problem(name, unread ? entry->faultSentence(words) : describe(each, words));
    }
}

void FormBuilder::failure(const base::Error& error) {
    if (!error.problems.empty()) return problems(error.problems);
    clearProblems();
    m_strip->say(Tier::HardStop, describe(error));
}

void FormBuilder::problem(const QString& name, const QString& sentence) {
    FormField* at = field(name);
    if (at == nullptr) m_loose.push_back(sentence);
    // The first problem of a field is the one to solve first.
    else if (!at->hasProblem())
        at->setProblem(sentence);
    showSummary();
}

void FormBuilder::showSummary() {
    std::vector<StripLink> links;
    for (FormField* each : m_fields) {
        if (each->hasProblem())
            links.push_back({each->message(), [each] {
                                 each->focusEditor();
                             }});
    }
    for (const QString& sentence : m_loose)
        links.push_back({sentence, nullptr});
    const int count = static_cast<int>(links.size());
    m_strip->list(Tier::HardStop,
                  count == 1 ? tr("One entry needs attention.") : tr("%n entries need attention.", nullptr, count),
                  links);
    if (QWidget* target = m_strip->firstTarget()) target->setFocus(Qt::TabFocusReason);
}

void FormBuilder::clearProblems() {
    for (FormField* each : m_fields)
        each->setProblem({});
    m_loose.clear();
    m_strip->clear();
}

bool FormBuilder::hasProblems() const {
    return !m_loose.empty() ||
           std::any_of(m_fields.begin(), m_fields.end(), [](const FormField* each) { return each->hasProblem(); });
}

QString FormBuilder::messageOf(const QString& name) const {
    const FormField* at = field(name);
    return at != nullptr ? at->message() : QString();
}

base::Problems FormBuilder::unreadable() const {
    base::Problems found;
    for (const FormField* each : m_fields) {
        const auto* entry = qobject_cast<const EntryEdit*>(each->editor());
        if (entry == nullptr || each->isHidden()) continue;
        if (const auto rule = entry->fault())
            found.push_back(
                {.field = toStd(each->name()), .rule = *rule, .low = {}, .high = {}, .value = toStd(entry->text())});
    }
    return found;
}

base::Problems FormBuilder::missing(const QStringList& fields) const {
    base::Problems found;
    for (const QString& name : fields) {
        const FormField* at = field(name);
        const auto* line = at != nullptr ? qobject_cast<const QLineEdit*>(at->editor()) : nullptr;
        if (line == nullptr || at->isHidden() || !line->text().trimmed().isEmpty()) continue;
        found.push_back({.field = toStd(name), .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}});
    }
    return found;
}

bool FormBuilder::filled(const QStringList& fields) {
    const auto empty = missing(fields);
    if (!empty.empty()) problems(empty);
    return empty.empty();
}

void FormBuilder::setFieldVisible(const QString& name, bool visible) {
    if (FormField* at = field(name)) at->setVisible(visible);
}

void FormBuilder::setFieldHelp(const QString& name, const QString& help) {
    if (FormField* at = field(name)) at->setHelp(help);
}

void FormBuilder::setReadOnly(bool readOnly) {
    for (const FormField* each : m_fields) {
        if (auto* line = qobject_cast<QLineEdit*>(each->editor()))
            line->setReadOnly(readOnly);
        else if (auto* text = qobject_cast<QPlainTextEdit*>(each->editor()))
            text->setReadOnly(readOnly);
        else
            each->editor()->setEnabled(!readOnly);
    }
}

QWidget* FormBuilder::editor(const QString& name) const {
    const FormField* at = field(name);
    return at != nullptr ? at->editor() : nullptr;
}

QWidget* FormBuilder::firstEditor() const {
    const auto shown = std::ranges::find_if(m_fields, [](const FormField* each) { return !each->isHidden(); });
    return shown == m_fields.end() ? nullptr : (*shown)->editor();
}

} // namespace chairside::ui
