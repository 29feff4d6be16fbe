#include "ui/infusion/term_picker.h"

#include <QKeyEvent>
#include <QListWidget>
#include <algorithm>
#include <utility>

#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"

namespace chairside::ui {

namespace {

constexpr int kOfferedRows = 7;

// Whether every word typed begins a word of the term: "bl v" finds "blurred vision".
bool termMatches(const QString& words, const QString& typed) {
    const QStringList have = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList wanted = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(wanted, [&have](const QString& want) {
        return std::ranges::any_of(have,
                                   [&want](const QString& word) { return word.startsWith(want, Qt::CaseInsensitive); });
    });
}

} // namespace

TermPicker::TermPicker(std::vector<PickerTerm> terms, QWidget* parent) : EntryEdit(parent), m_terms(std::move(terms)) {
    setPlaceholderText(tr("type the first letters"));
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (takeNumbered()) return;
        offer();
        Q_EMIT accepted();
    });
}

TermPicker::~TermPicker() {
    if (m_list != nullptr) m_list->deleteLater();
}

std::optional<std::string> TermPicker::key() const {
    const QString typed = text().trimmed();
    const auto found = std::ranges::find_if(
        m_terms, [&typed](const PickerTerm& term) { return term.words.compare(typed, Qt::CaseInsensitive) == 0; });
    return found == m_terms.end() ? std::nullopt : std::optional(found->key);
}

void TermPicker::setKey(const std::optional<std::string>& key) {
    const auto found = std::ranges::find_if(m_terms, [&key](const PickerTerm& term) { return key == term.key; });
    setText(found == m_terms.end() ? QString() : found->words);
    closeList();
}

std::optional<base::Rule> TermPicker::fault() const {
    if (isBlank() || key()) return std::nullopt;
    return base::Rule::NotAllowed;
}

QString TermPicker::faultSentence(const FieldWords&) const {
    if (!fault()) return {};
    const bool hasOther = std::ranges::find(m_terms, "other", &PickerTerm::key) != m_terms.end();
    return hasOther ? tr("Choose one of the list. For anything else choose “other” and describe it.")
                    : tr("Choose one of the list.");
}

// The list is a plain child of the window above everything else: it takes no focus and closes with the field.
void TermPicker::offer() {
    if (m_list == nullptr) {
        m_list = new QListWidget(window());
        m_list->setObjectName(objectName() + QStringLiteral("_list"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(m_list, &QListWidget::itemPressed, this,
                [this](const QListWidgetItem* item) { take(m_list->row(item)); });
    }
    m_list->clear();
    m_list->setAccessibleName(accessibleName());
    const QString typed = text().trimmed();
    for (const PickerTerm& term : m_terms) {
        if (!termMatches(term.words, typed)) continue;
        const int number = m_list->count() + 1;
        const bool isNumbered = typed.isEmpty() && number <= m_numbered;
        auto* item =
            new QListWidgetItem(isNumbered ? tr("%1  %2", "digit, term").arg(number).arg(term.words) : term.words);
        item->setData(Qt::UserRole, term.words);
        m_list->addItem(item);
    }
    if (m_list->count() == 0 || key()) return closeList();
    const int rowHeight = std::max(m_list->sizeHintForRow(0), scaled(kTableRow));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint({0, rowHeight});
    placeList();
    m_list->raise();
    m_list->show();
}

void TermPicker::placeList() {
    const int rows = std::min(m_list->count(), kOfferedRows);
    const int rowHeight = m_list->item(0)->sizeHint().height();
    const QPoint below = mapTo(window(), QPoint(0, height() + 2));
    const int wide = std::max(width(), m_list->sizeHintForColumn(0) + scaled(space::kBlock));
    m_list->setGeometry(below.x(), below.y(), wide, rows * rowHeight + 2 * m_list->frameWidth());
}

void TermPicker::resizeEvent(QResizeEvent* event) {
    EntryEdit::resizeEvent(event);
    if (isListOpen()) placeList();
}

bool TermPicker::isListOpen() const {
    return m_list != nullptr && !m_list->isHidden();
}

QStringList TermPicker::offered() const {
    QStringList words;
    for (int row = 0; isListOpen() && row < m_list->count(); ++row)
        words << m_list->item(row)->text();
    return words;
}

void TermPicker::closeList() {
    if (m_list != nullptr) m_list->hide();
    setAccessibleDescription({});
}

void TermPicker::mark(int row) {
    m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
    setAccessibleDescription(m_list->currentItem()->text());
}

void TermPicker::take(int row) {
    if (row < 0 || row >= m_list->count()) return;
    setText(m_list->item(row)->data(Qt::UserRole).toString());
    closeList();
    Q_EMIT textEdited(text());
    closeList();
    Q_EMIT accepted();
    Q_EMIT picked();
}

bool TermPicker::takeNumbered() {
    const int digit = text().size() == 1 ? text().front().digitValue() : 0;
    if (digit < 1 || digit > m_numbered || digit > static_cast<int>(m_terms.size())) return false;
    setKey(m_terms[static_cast<std::size_t>(digit - 1)].key);
    Q_EMIT accepted();
    Q_EMIT picked();
    return true;
}

// Whether Enter was used up here.
bool TermPicker::enter() {
    if (!isListOpen()) return false;
    if (m_list->currentRow() >= 0)
        take(m_list->currentRow());
    else if (m_list->count() == 1)
        take(0);
    else
        mark(0);
    return true;
}

void TermPicker::keyPressEvent(QKeyEvent* event) {
    const bool open = isListOpen();
    switch (event->key()) {
    case Qt::Key_Down:
        if (!open) return offer();
        return mark(m_list->currentRow() + 1);
    case Qt::Key_Up:
        if (open) return mark(m_list->currentRow() - 1);
        break;
    case Qt::Key_Escape:
        if (open) return closeList();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->modifiers().testFlag(Qt::ControlModifier) && enter()) return;
        break;
    default:
        break;
    }
    EntryEdit::keyPressEvent(event);
}

void TermPicker::focusOutEvent(QFocusEvent* event) {
    closeList();
    EntryEdit::focusOutEvent(event);
}

} // namespace chairside::ui
