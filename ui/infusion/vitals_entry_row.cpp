#include "ui/infusion/vitals_entry_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/infusion/infusion_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/form_undo.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeadingWidth = 92;
constexpr int kCellGap = 6;

} // namespace

VitalsEntryRow::VitalsEntryRow(const domain::MonitoringRules& rules, const base::Clock& clock, const QString& name,
                               QWidget* parent)
    : QWidget(parent), m_rules(rules), m_clock(clock), m_name(name) {
    setObjectName(m_name + u"_row"_s);
    setAccessibleName(tr("Vital signs, new row"));
    build();
}

void VitalsEntryRow::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(space::kLabel));
    m_groups = new QBoxLayout(QBoxLayout::LeftToRight);
    m_groups->setSpacing(scaled(kCellGap));
    auto* heading = new QWidget(this);
    auto* column = new QVBoxLayout(heading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_time = new TextLabel({}, TextRole::CardNumber, heading);
    m_time->setObjectName(m_name + u"_row_time"_s);
    m_detail = new TextLabel({}, TextRole::Hint, heading);
    m_detail->setObjectName(m_name + u"_row_detail"_s);
    column->addWidget(m_time);
    column->addWidget(m_detail);
    column->addStretch(1);
    heading->setFixedWidth(scaled(kHeadingWidth));
    m_required = new QHBoxLayout;
    m_optional = new QHBoxLayout;
    for (QHBoxLayout* line : {m_required, m_optional})
        line->setSpacing(scaled(kCellGap));
    m_required->addWidget(heading);
    m_groups->addLayout(m_required);
    m_groups->addLayout(m_optional);
    m_groups->addStretch(1);
    outer->addLayout(m_groups);
    buildCells();
    buildSecondLine(*outer);
    for (std::size_t index = 0; index < m_cells.size(); ++index)
        connectCell(index);
    watchEntries();
}

// Until the row is saved: then the program has emptied it, and nothing is taken back any more.
void VitalsEntryRow::watchEntries() {
    m_undo = new FormUndo(this);
    for (const Cell& cell : m_cells) {
        DigitCell* edit = cell.edit;
        m_undo->watch(edit);
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { m_undo->noteEdit(edit); });
        // "Not done" changes no text.
        connect(edit, &DigitCell::done, this, [this, edit] { m_undo->noteEdit(edit); });
    }
    for (QLineEdit* line : {m_note, static_cast<QLineEdit*>(m_at)}) {
        m_undo->watch(line);
        connect(line, &QLineEdit::textEdited, this, [this, line] { m_undo->noteEdit(line); });
    }
    connect(m_undo, &FormUndo::changed, this, [this](QWidget* editor) {
        const auto cell = std::ranges::find(m_cells, editor, &Cell::edit);
        if (cell != m_cells.end()) showMark(*cell);
    });
}

void VitalsEntryRow::buildCells() {
    using domain::VitalKind;
    addVital(u"systolic"_s, tr("SBP"), tr("SBP mmHg"), VitalKind::Systolic, true);
    addVital(u"diastolic"_s, tr("DBP"), tr("DBP mmHg"), VitalKind::Diastolic, true);
    addVital(u"heart_rate"_s, tr("HR"), tr("HR per min"), VitalKind::HeartRate, true);
    addVital(u"spo2"_s, tr("SpO2"), tr("SpO2 %"), VitalKind::Spo2, true);
    addScale(u"sedation"_s, tr("Sedation"), domain::rangeOf(m_rules.sedationScale), true);
    addVital(u"respiration"_s, tr("Resp"), tr("Resp per min"), VitalKind::Respiration, false);
    addScale(u"dissociation"_s, tr("Dissoc."), domain::rangeOf(m_rules.dissociationScale), false);
    addScale(u"pain"_s, tr("Pain"), domain::kNrsRange, false);
    m_required->addStretch(0);
    m_optional->addStretch(1);
}

void VitalsEntryRow::buildSecondLine(QBoxLayout& outer) {
    m_second = new QHBoxLayout;
    m_second->setSpacing(scaled(space::kRelated));
    const auto caption = [this](const QString& text, QWidget* buddy) {
        auto* label = new TextLabel(text, TextRole::Label, this);
        label->setBuddy(buddy);
        buddy->setAccessibleName(spokenName(text));
        m_second->addWidget(label);
        m_second->addWidget(buddy);
    };
    m_note = new QLineEdit(this);
    m_note->setObjectName(m_name + u"_note"_s);
    m_at = new TimeEdit(m_clock, this);
    m_at->setObjectName(m_name + u"_time"_s);
    m_at->setPlaceholderText(tr("now"));
    m_save = makeButton(tr("Save ro&w"), ButtonKind::Primary, m_name + u"_save"_s, this);
    caption(tr("&Note"), m_note);
    caption(tr("&Time"), m_at);
    m_second->addWidget(m_save);
    m_second->setStretch(1, 1);
    outer.addLayout(m_second);
    connect(m_save, &QPushButton::clicked, this, &VitalsEntryRow::saveWanted);
    connect(m_note, &QLineEdit::textEdited, this, &VitalsEntryRow::edited);
    connect(m_at, &QLineEdit::textEdited, this, &VitalsEntryRow::edited);
}

void VitalsEntryRow::addButton(QWidget* button) {
    m_second->addWidget(button);
}

void VitalsEntryRow::addVital(const QString& field, const QString& name, const QString& label, domain::VitalKind kind,
                              bool required) {
    const auto range = domain::possibleRange(kind, m_rules);
    auto* edit = new DigitCell(name, {range.low, range.high}, this);
    addCell({field, label, edit, nullptr, kind, required}, required ? *m_required : *m_optional);
}

void VitalsEntryRow::addScale(const QString& field, const QString& label, const domain::EntryRange& range,
                              bool required) {
    auto* edit = new DigitCell(label, {range.low, range.high}, this);
    addCell({field, label, edit, nullptr, std::nullopt, required}, required ? *m_required : *m_optional);
}

void VitalsEntryRow::addCell(Cell cell, QHBoxLayout& line) {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(2));
    cell.edit->setObjectName(u"%1_%2"_s.arg(m_name, cell.field));
    cell.edit->setAccessibleName(cell.label);
    auto* caption = new TextLabel(cell.label, TextRole::Label, box);
    caption->setBuddy(cell.edit);
    cell.mark = new TextLabel({}, TextRole::Warning, box);
    cell.mark->setObjectName(u"%1_%2_mark"_s.arg(m_name, cell.field));
    cell.mark->setWordWrap(false);
    cell.mark->setMinimumHeight(cell.mark->fontMetrics().height());
    column->addWidget(caption);
    column->addWidget(cell.edit);
    column->addWidget(cell.mark);
    line.addWidget(box, 0, Qt::AlignTop);
    m_cells.push_back(std::move(cell));
}

void VitalsEntryRow::connectCell(std::size_t index) {
    DigitCell* edit = m_cells[index].edit;
    QWidget* next = index + 1 < m_cells.size() ? static_cast<QWidget*>(m_cells[index + 1].edit) : m_note;
    QWidget* before = index > 0 ? m_cells[index - 1].edit : nullptr;
    connect(edit, &DigitCell::done, this, [next] { next->setFocus(Qt::TabFocusReason); });
    connect(edit, &DigitCell::back, this, [before] {
        if (before != nullptr) before->setFocus(Qt::BacktabFocusReason);
    });
    connect(edit, &DigitCell::refused, this, &VitalsEntryRow::refused);
    connect(edit, &DigitCell::changed, this, [this, index] { showMark(m_cells[index]); });
    connect(edit, &QLineEdit::textEdited, this, &VitalsEntryRow::edited);
}

void VitalsEntryRow::showMark(const Cell& cell) {
    const auto value = cell.edit->value();
    // Half a number is not judged: 9 on its way to 98 is not low.
    const bool settled = value && complete(cell.edit->range(), cell.edit->text());
    const QString word =
        settled && cell.kind ? InfusionWords::mark(domain::markOf(*cell.kind, *value, m_rules)) : QString();
    cell.edit->setAccessibleDescription(word);
    if (cell.mark->text() != word) cell.mark->announce(word);
}

void VitalsEntryRow::setHeading(const QString& time, const QString& detail, bool urgent) {
    if (m_time->text() != time) m_time->setText(time);
    m_detail->setRole(urgent ? TextRole::Error : TextRole::Hint);
    if (m_detail->text() != detail) m_detail->setText(detail);
}

const VitalsEntryRow::Cell* VitalsEntryRow::find(const QString& field) const {
    const auto found = std::ranges::find(m_cells, field, &Cell::field);
    return found == m_cells.end() ? nullptr : &*found;
}

std::optional<int> VitalsEntryRow::valueOf(const QString& field) const {
    const Cell* cell = find(field);
    return cell != nullptr ? cell->edit->value() : std::nullopt;
}

void VitalsEntryRow::setValue(const QString& field, std::optional<int> value) {
    if (const Cell* cell = find(field)) cell->edit->setValue(value);
}

VitalsValues VitalsEntryRow::values() const {
    VitalsValues values;
    values.systolic = valueOf(u"systolic"_s);
    values.diastolic = valueOf(u"diastolic"_s);
    values.heartRate = valueOf(u"heart_rate"_s);
    values.spo2 = valueOf(u"spo2"_s);
    values.respiration = valueOf(u"respiration"_s);
    values.sedation = valueOf(u"sedation"_s);
    values.dissociation = valueOf(u"dissociation"_s);
    values.pain = valueOf(u"pain"_s);
    values.note = m_note->text().trimmed();
    values.at = m_at->instant();
    return values;
}

void VitalsEntryRow::setValues(const VitalsValues& values) {
    setValue(u"systolic"_s, values.systolic);
    setValue(u"diastolic"_s, values.diastolic);
    setValue(u"heart_rate"_s, values.heartRate);
    setValue(u"spo2"_s, values.spo2);
    setValue(u"respiration"_s, values.respiration);
    setValue(u"sedation"_s, values.sedation);
    setValue(u"dissociation"_s, values.dissociation);
    setValue(u"pain"_s, values.pain);
    m_note->setText(values.note);
    m_at->setMinuteOfDay(values.at ? std::optional(values.at->localMinuteOfDay()) : std::nullopt);
}

void VitalsEntryRow::clear() {
    setValues({});
}

bool VitalsEntryRow::isEmpty() const {
    const bool cells =
        std::ranges::all_of(m_cells, [](const Cell& cell) { return cell.edit->isBlank() && !cell.edit->isNotDone(); });
    return cells && m_note->text().isEmpty() && m_at->text().isEmpty();
}

void VitalsEntryRow::setBusy(bool busy) {
    for (const Cell& cell : m_cells)
        cell.edit->setReadOnly(busy);
    m_note->setReadOnly(busy);
    m_at->setReadOnly(busy);
    m_save->setEnabled(!busy);
}

std::optional<QString> VitalsEntryRow::focusUnfinished() {
    for (const Cell& cell : m_cells) {
        if (!cell.edit->fault()) continue;
        cell.edit->setFocus(Qt::OtherFocusReason);
        return tr("%1 is %2 to %3.").arg(cell.label).arg(cell.edit->range().low).arg(cell.edit->range().high);
    }
    if (!m_at->fault()) return std::nullopt;
    m_at->setFocus(Qt::OtherFocusReason);
    return m_at->faultSentence({tr("Time"), {}});
}

QStringList VitalsEntryRow::focusMissing() {
    QStringList missing;
    for (const Cell& cell : m_cells) {
        if (!cell.required || !cell.edit->isBlank() || cell.edit->isNotDone()) continue;
        if (missing.isEmpty()) cell.edit->setFocus(Qt::OtherFocusReason);
        missing << cell.label;
    }
    return missing;
}

QStringList VitalsEntryRow::notDone() const {
    QStringList labels;
    for (const Cell& cell : m_cells) {
        if (cell.edit->isNotDone()) labels << cell.label;
    }
    return labels;
}

void VitalsEntryRow::focusField(const QString& field) {
    if (field == u"note") return m_note->setFocus(Qt::OtherFocusReason);
    if (field == u"at" || field == u"observed_at") return m_at->setFocus(Qt::OtherFocusReason);
    const Cell* cell = find(field);
    (cell != nullptr ? cell->edit : m_cells.front().edit)->setFocus(Qt::OtherFocusReason);
}

QString VitalsEntryRow::labelOf(const QString& field) const {
    if (const Cell* cell = find(field)) return cell->label;
    return field == u"at" || field == u"observed_at" ? tr("Time") : tr("The row");
}

QWidget* VitalsEntryRow::firstCell() const {
    return m_cells.front().edit;
}

void VitalsEntryRow::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (control || event->modifiers().testFlag(Qt::AltModifier)) return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT saveWanted();
        return;
    case Qt::Key_Plus:
        Q_EMIT dueWanted();
        return;
    case Qt::Key_Asterisk:
        Q_EMIT eventsWanted();
        return;
    case Qt::Key_Down:
        Q_EMIT rowsWanted();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

int VitalsEntryRow::neededWidth(bool all) const {
    int width = scaled(kHeadingWidth);
    for (const Cell& cell : m_cells) {
        if (all || cell.required) width += cell.edit->parentWidget()->sizeHint().width() + scaled(kCellGap);
    }
    return width;
}

QSize VitalsEntryRow::minimumSizeHint() const {
    return {neededWidth(false), QWidget::minimumSizeHint().height()};
}

void VitalsEntryRow::fold(int width) {
    const auto direction = width < neededWidth(true) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_groups->direction() != direction) m_groups->setDirection(direction);
}

void VitalsEntryRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold(event->size().width());
}

} // namespace chairside::ui
