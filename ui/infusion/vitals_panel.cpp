#include "ui/infusion/vitals_panel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/reason_line.h"
#include "ui/infusion/vitals_entry_row.h"
#include "ui/infusion/vitals_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastRows = 2;
const QString kCorrectingRow = u"correcting_row"_s;

} // namespace

VitalsPanel::VitalsPanel(InfusionPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter) {
    build();
    connectPresenter();
}

void VitalsPanel::build() {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(space::kLabel));
    m_reason = new ReasonLine(u"vitals_reason"_s, this);
    m_layout->addWidget(m_reason);
    m_message = new TextLabel({}, TextRole::Error, this);
    m_message->setObjectName(u"vitals_message"_s);
    m_message->hide();
    m_scales = new TextLabel({}, TextRole::Hint, this);
    m_correct = makeButton(tr("Correct row…  F2"), ButtonKind::Secondary, u"vitals_correct"_s, this);
    m_layout->addWidget(m_message);
    m_layout->addWidget(m_scales);
    m_model = new VitalsModel(this);
    m_table = new TableView(tr("Vital signs, saved rows, newest first"), this);
    m_table->setObjectName(u"vitals_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumn(static_cast<int>(VitalsColumn::Note));
    m_table->setEmptyText(tr("No vital signs are recorded yet. Type the baseline row above."));
    m_table->setLeastRows(kLeastRows);
    m_layout->addWidget(m_table, 1);
    connect(m_correct, &QPushButton::clicked, this, [this] { beginCorrection(m_table->currentRow()); });
    connect(m_table, &TableView::rowOpened, this, &VitalsPanel::beginCorrection);
    connect(m_reason, &ReasonLine::answered, this, &VitalsPanel::save);
    connect(m_reason, &ReasonLine::cancelled, this, [this] {
        endCorrection();
        if (m_row != nullptr) m_row->firstCell()->setFocus();
    });
}

void VitalsPanel::makeRow(const domain::MonitoringRules& rules) {
    m_correct->setParent(this);
    delete m_row;
    m_row = new VitalsEntryRow(rules, m_presenter.bench().clock(), this);
    m_row->addButton(m_correct);
    m_layout->insertWidget(0, m_row);
    connectRow();
    m_scales->setText(QStringList{InfusionWords::sedationScale(rules.sedationScale),
                                  InfusionWords::dissociationScale(rules.dissociationScale),
                                  tr("Pain 0 none … 10 worst")}
                          .join(u" · "_s));
}

void VitalsPanel::connectRow() {
    connect(m_row, &VitalsEntryRow::saveWanted, this, &VitalsPanel::save);
    connect(m_row, &VitalsEntryRow::eventsWanted, this, &VitalsPanel::eventsWanted);
    connect(m_row, &VitalsEntryRow::dueWanted, this, &VitalsPanel::toggleDue);
    connect(m_row, &VitalsEntryRow::refused, this, &VitalsPanel::say);
    connect(m_row, &VitalsEntryRow::rowsWanted, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        if (m_table->currentRow() < 0) m_table->selectFirstRow();
    });
    connect(m_row, &VitalsEntryRow::edited, this, [this] {
        m_askedMissing = false;
        say({});
    });
}

void VitalsPanel::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saving, this, [this](SessionFact fact) {
        if (fact == SessionFact::Vitals && m_row != nullptr) m_row->setBusy(true);
    });
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact != SessionFact::Vitals || m_row == nullptr) return;
        m_row->setBusy(false);
        const bool correction = m_correcting.has_value();
        endCorrection();
        m_row->firstCell()->setFocus(Qt::OtherFocusReason);
        Q_EMIT said(correction ? tr("Correction saved") : tr("Row %1 saved").arg(m_savedTime));
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact != SessionFact::Vitals || m_row == nullptr) return;
        m_row->setBusy(false);
        showFailure(error);
    });
}

bool VitalsPanel::mayRecord() const {
    return m_presenter.mayRecord();
}

void VitalsPanel::showRecord(const services::InfusionView& view) {
    const std::string version = view.protocol.id.text();
    if (m_row == nullptr || version != m_rulesOf) {
        makeRow(view.protocol.rules.monitoring);
        m_rulesOf = version;
    }
    m_model->setLines(vitalsLines(view));
    m_row->setVisible(mayRecord());
    m_scales->setVisible(mayRecord());
    m_correct->setVisible(mayRecord() && m_model->rowCount() > 0);
    tick(m_presenter.now());
}

void VitalsPanel::tick(const base::Instant& now) {
    if (m_row == nullptr || !m_presenter.view()) return;
    if (m_row->isEmpty() && m_kind != VitalsRowKind::Correction) m_kind = rowKindAt(*m_presenter.view(), now);
    showHeading(now);
}

void VitalsPanel::toggleDue() {
    if (!m_presenter.view() || m_kind == VitalsRowKind::Correction) return;
    const auto& view = *m_presenter.view();
    const bool canBeDue = dueVitals(view, m_presenter.now()).has_value();
    m_kind = canBeDue && m_kind != VitalsRowKind::Due ? VitalsRowKind::Due : rowKindWithoutDue(view);
    showHeading(m_presenter.now());
    m_row->firstCell()->setFocus(Qt::OtherFocusReason);
}

void VitalsPanel::showHeading(const base::Instant& now) {
    if (const auto heading = headingOf(m_kind, *m_presenter.view(), now))
        m_row->setHeading(heading->time, heading->detail, heading->urgent);
}

bool VitalsPanel::hasEntry() const {
    return m_row != nullptr && !m_row->isEmpty();
}

QWidget* VitalsPanel::firstFocus() const {
    return m_row != nullptr && !m_row->isHidden() ? m_row->firstCell() : static_cast<QWidget*>(m_table);
}

void VitalsPanel::say(const QString& sentence) {
    m_message->setVisible(!sentence.isEmpty());
    m_message->announce(sentence);
}

// Everything the page itself can see before it asks: each shortfall is said once, next to the row.
bool VitalsPanel::isReady() {
    if (m_row->isEmpty()) {
        say(tr("Type the values of the row first."));
        m_row->firstCell()->setFocus();
        return false;
    }
    if (const auto why = m_row->focusUnfinished()) {
        say(*why);
        return false;
    }
    if (const QStringList missing = m_row->focusMissing(); !missing.isEmpty() && !m_askedMissing) {
        m_askedMissing = true;
        say(tr("Empty: %1. Press Enter again to save the row without it.").arg(missing.join(u", "_s)));
        return false;
    }
    if (const QStringList left = m_row->notDone(); !left.isEmpty() && m_row->values().note.isEmpty()) {
        say(tr("Say in the note why this was not done: %1.").arg(left.join(u", "_s)));
        m_row->focusField(u"note"_s);
        return false;
    }
    if (m_correcting && m_reason->text().isEmpty()) {
        m_reason->setProblem(tr("Say why the row is corrected."));
        m_reason->focusLine();
        return false;
    }
    return true;
}

services::VitalsEntry VitalsPanel::entry() const {
    const auto& view = *m_presenter.view();
    const VitalsValues values = m_row->values();
    services::VitalsEntry entry{.infusion = view.record.infusion.id};
    entry.at = values.at;
    entry.systolic = values.systolic;
    entry.diastolic = values.diastolic;
    entry.heartRate = values.heartRate;
    entry.spo2 = values.spo2;
    entry.respiration = values.respiration;
    entry.sedation = values.sedation;
    entry.dissociation = values.dissociation;
    entry.pain = values.pain;
    const QStringList left = m_row->notDone();
    const QString note = left.isEmpty() ? values.note : tr("%1 not done: %2").arg(left.join(u", "_s), values.note);
    entry.note = toStd(note);
    if (m_kind == VitalsRowKind::Due) {
        if (const auto due = dueVitals(view, m_presenter.now())) entry.dueAt = due->dueAt;
    }
    if (const auto* old = m_correcting ? rowOf(*m_correcting) : nullptr) {
        entry.dueAt = old->dueAt;
        // An untouched time stays to the second.
        if (!entry.at || entry.at->localMinuteOfDay() == old->head.observedAt.localMinuteOfDay())
            entry.at = old->head.observedAt;
        entry.corrects = services::Correction{*m_correcting, toStd(m_reason->text())};
    }
    return entry;
}

void VitalsPanel::save() {
    if (m_row == nullptr || !mayRecord() || m_presenter.isSaving(SessionFact::Vitals) || !isReady()) return;
    say({});
    const services::VitalsEntry row = entry();
    m_savedTime = timeText(row.dueAt.value_or(row.at.value_or(m_presenter.now())));
    m_presenter.record(row);
}

void VitalsPanel::showFailure(const base::Error& error) {
    if (error.problems.empty()) {
        say(u"✖ "_s + describe(error));
        return m_row->focusField({});
    }
    if (followCorrection(error)) return;
    QStringList sentences;
    for (const auto& problem : error.problems) {
        const QString field = toQt(problem.field);
        sentences << describe(problem,
                              FieldWords{field == u"correction_reason" ? tr("Reason") : m_row->labelOf(field), {}});
    }
    say(u"✖ "_s + sentences.join(u' '));
    m_row->focusField(toQt(error.problems.front().field));
}

// Somebody else has corrected the same row meanwhile: theirs is said beside what is typed, and the next Enter is a
// correction of theirs. False if that is not what happened.
bool VitalsPanel::followCorrection(const base::Error& error) {
    if (!isOvertaken(error) || !m_correcting) return false;
    const auto& view = *m_presenter.view();
    const auto* theirs = standingFor(view.record.vitals, *m_correcting);
    if (theirs == nullptr) return false;
    m_correcting = theirs->head.id;
    const auto text = [](const std::optional<int>& value) {
        return value ? QString::number(*value) : u"–"_s;
    };
    say(tr("✖ Not saved: this row was corrected meanwhile to BP %1/%2, HR %3, SpO2 %4 (%5). Yours is still here; press "
           "Enter again to correct theirs.")
            .arg(text(theirs->systolic), text(theirs->diastolic), text(theirs->heartRate), text(theirs->spo2),
                 InfusionWords::written(view.people, theirs->head)));
    return true;
}

const domain::VitalSigns* VitalsPanel::rowOf(const domain::EntryId& id) const {
    const auto& rows = m_presenter.view()->record.vitals;
    const auto found = std::ranges::find_if(rows, [&id](const domain::VitalSigns& row) { return row.head.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

void VitalsPanel::beginCorrection(int line) {
    if (!mayRecord() || m_row == nullptr || line < 0 || line >= m_model->rowCount()) return;
    if (m_model->line(line).corrected) return say(tr("This row is already corrected; correct the newer one above it."));
    const auto* row = rowOf(m_model->line(line).id);
    if (row == nullptr) return;
    if (hasEntry() && !m_correcting) return say(tr("Save or empty the row you are typing first."));
    const VitalsScores scores = scoresOf(m_presenter.view()->record, *row);
    openCorrection(*row);
    m_row->setValues({.systolic = row->systolic,
                      .diastolic = row->diastolic,
                      .heartRate = row->heartRate,
                      .spo2 = row->spo2,
                      .respiration = row->respiration,
                      .sedation = scores.sedation,
                      .dissociation = scores.dissociation,
                      .pain = scores.pain,
                      .note = toQt(row->note),
                      .at = row->head.observedAt});
    m_row->firstCell()->setFocus(Qt::OtherFocusReason);
}

void VitalsPanel::openCorrection(const domain::VitalSigns& row) {
    m_correcting = row.head.id;
    m_kind = VitalsRowKind::Correction;
    m_row->setHeading(timeText(row.head.observedAt), tr("correction"), false);
    m_reason->ask(tr("Reason for the correction of %1").arg(timeText(row.head.observedAt)), {});
    say({});
}

void VitalsPanel::endCorrection() {
    m_correcting.reset();
    m_askedMissing = false;
    m_reason->close();
    say({});
    if (m_row == nullptr) return;
    m_row->clear();
    m_kind = VitalsRowKind::Baseline;
    tick(m_presenter.now());
}

void VitalsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2 && m_table->hasFocus()) return beginCorrection(m_table->currentRow());
    QWidget::keyPressEvent(event);
}

EntryDraft VitalsPanel::draft() const {
    EntryDraft draft = draftOf(*this);
    if (m_correcting) draft.insert(kCorrectingRow, toQt(m_correcting->text()));
    return draft;
}

void VitalsPanel::restore(const EntryDraft& draft) {
    endCorrection();
    const auto id = domain::EntryId::fromText(toStd(draft.value(kCorrectingRow).toString()));
    const auto* row = id && m_presenter.view() ? rowOf(*id) : nullptr;
    if (row != nullptr && m_row != nullptr) openCorrection(*row);
    restoreDraft(*this, draft);
}

} // namespace chairside::ui
