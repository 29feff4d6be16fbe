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
#include "ui/infusion/vitals_form.h"
#include "ui/infusion/vitals_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastRows = 3;
constexpr int kSavedRow = 28; // saved rows are read; what is typed has the height of a chair-side field
const QString kCorrectingRow = u"correcting_row"_s;

} // namespace

VitalsPanel::VitalsPanel(InfusionPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter) {
    build();
    connectPresenter();
}

void VitalsPanel::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(space::kLabel));
    m_form = new VitalsForm(m_presenter, u"vitals"_s, this);
    m_reason = new ReasonLine(u"vitals_reason"_s, this);
    m_scales = new TextLabel({}, TextRole::Hint, this);
    m_correct = makeButton(tr("Correct row…  F2"), ButtonKind::Secondary, u"vitals_correct"_s, this);
    m_form->addButton(m_correct);
    m_model = new VitalsModel(this);
    m_table = new TableView(tr("Vital signs, saved rows, newest first"), this);
    m_table->setObjectName(u"vitals_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumn(static_cast<int>(VitalsColumn::Note));
    m_table->setReadingRow(kSavedRow);
    m_table->setLeastRows(kLeastRows);
    outer->addWidget(m_form);
    outer->addWidget(m_reason);
    outer->addWidget(m_scales);
    outer->addWidget(m_table, 1);
    connect(m_form, &VitalsForm::rowMade, this, &VitalsPanel::connectRow);
    connect(m_correct, &QPushButton::clicked, this, [this] { beginCorrection(m_table->currentRow()); });
    connect(m_table, &TableView::rowOpened, this, &VitalsPanel::beginCorrection);
    connect(m_reason, &ReasonLine::answered, this, &VitalsPanel::save);
    connect(m_reason, &ReasonLine::cancelled, this, [this] {
        endCorrection();
        if (entryRow() != nullptr) entryRow()->firstCell()->setFocus();
    });
}

VitalsEntryRow* VitalsPanel::entryRow() const {
    return m_form->row();
}

void VitalsPanel::showScales(const domain::MonitoringRules& rules) {
    m_scales->setText(QStringList{InfusionWords::sedationScale(rules.sedationScale),
                                  InfusionWords::dissociationScale(rules.dissociationScale),
                                  tr("Pain 0 none … 10 worst")}
                          .join(u" · "_s));
}

QString VitalsPanel::emptyText(const services::InfusionView& view) {
    if (view.delivery.startedAt) return tr("No vital signs are recorded yet.");
    const int minutes = view.protocol.rules.monitoring.intervalMinutes;
    const QString baseline = tr("No vital signs are recorded yet. Type the baseline row above.");
    if (minutes < 1) return baseline;
    return baseline + u' ' +
           tr("Rows open when the infusion starts, one every %1.").arg(durationText(std::chrono::minutes(minutes)));
}

void VitalsPanel::connectRow() {
    connect(entryRow(), &VitalsEntryRow::saveWanted, this, &VitalsPanel::save);
    connect(entryRow(), &VitalsEntryRow::eventsWanted, this, &VitalsPanel::eventsWanted);
    connect(entryRow(), &VitalsEntryRow::dueWanted, this, &VitalsPanel::toggleDue);
    connect(entryRow(), &VitalsEntryRow::rowsWanted, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        if (m_table->currentRow() < 0) m_table->selectFirstRow();
    });
}

void VitalsPanel::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saving, this, [this](SessionFact fact) {
        if (fact == SessionFact::Vitals && entryRow() != nullptr) entryRow()->setBusy(true);
    });
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact != SessionFact::Vitals || entryRow() == nullptr) return;
        entryRow()->setBusy(false);
        const bool correction = m_correcting.has_value();
        endCorrection();
        entryRow()->firstCell()->setFocus(Qt::OtherFocusReason);
        Q_EMIT said(correction ? tr("Correction saved") : tr("Row %1 saved").arg(m_savedTime));
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact != SessionFact::Vitals || entryRow() == nullptr) return;
        entryRow()->setBusy(false);
        showFailure(error);
    });
}

bool VitalsPanel::mayRecord() const {
    return m_presenter.mayRecord();
}

void VitalsPanel::showRecord(const services::InfusionView& view) {
    m_form->showRules(view.protocol);
    showScales(view.protocol.rules.monitoring);
    m_table->setEmptyText(emptyText(view));
    m_model->setLines(vitalsLines(view));
    m_form->setVisible(mayRecord());
    m_scales->setVisible(mayRecord());
    m_correct->setVisible(mayRecord() && m_model->rowCount() > 0);
    tick(m_presenter.now());
}

void VitalsPanel::tick(const base::Instant& now) {
    if (entryRow() == nullptr || !m_presenter.view()) return;
    if (entryRow()->isEmpty() && m_kind != VitalsRowKind::Correction) m_kind = rowKindAt(*m_presenter.view(), now);
    showHeading(now);
}

void VitalsPanel::toggleDue() {
    if (!m_presenter.view() || m_kind == VitalsRowKind::Correction) return;
    const auto& view = *m_presenter.view();
    const bool canBeDue = dueVitals(view, m_presenter.now()).has_value();
    m_kind = canBeDue && m_kind != VitalsRowKind::Due ? VitalsRowKind::Due : rowKindWithoutDue(view);
    showHeading(m_presenter.now());
    entryRow()->firstCell()->setFocus(Qt::OtherFocusReason);
}

void VitalsPanel::showHeading(const base::Instant& now) {
    if (const auto heading = headingOf(m_kind, *m_presenter.view(), now))
        entryRow()->setHeading(heading->time, heading->detail, heading->urgent);
}

bool VitalsPanel::hasEntry() const {
    return m_form->hasEntry();
}

QWidget* VitalsPanel::firstFocus() const {
    return entryRow() != nullptr && !m_form->isHidden() ? entryRow()->firstCell() : static_cast<QWidget*>(m_table);
}

bool VitalsPanel::isReady() {
    if (!m_form->isReady()) return false;
    if (m_correcting && m_reason->text().isEmpty()) {
        m_reason->setProblem(tr("Say why the row is corrected."));
        m_reason->focusLine();
        return false;
    }
    return true;
}

services::VitalsEntry VitalsPanel::entry() const {
    const auto& view = *m_presenter.view();
    services::VitalsEntry entry = m_form->entry();
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
    if (entryRow() == nullptr || !mayRecord() || m_presenter.isSaving(SessionFact::Vitals) || !isReady()) return;
    m_form->say({});
    const services::VitalsEntry row = entry();
    m_savedTime = timeText(row.dueAt.value_or(row.at.value_or(m_presenter.now())));
    m_presenter.record(row);
}

void VitalsPanel::showFailure(const base::Error& error) {
    if (!followCorrection(error)) m_form->showFailure(error);
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
    m_form->say(
        tr("✖ Not saved: this row was corrected meanwhile to BP %1/%2, HR %3, SpO2 %4 (%5). Yours is still here; press "
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
    if (!mayRecord() || entryRow() == nullptr || line < 0 || line >= m_model->rowCount()) return;
    if (m_model->line(line).corrected)
        return m_form->say(tr("This row is already corrected; correct the newer one above it."));
    const auto* row = rowOf(m_model->line(line).id);
    if (row == nullptr) return;
    if (hasEntry() && !m_correcting) return m_form->say(tr("Save or empty the row you are typing first."));
    const VitalsScores scores = scoresOf(m_presenter.view()->record, *row);
    openCorrection(*row);
    entryRow()->setValues({.systolic = row->systolic,
                           .diastolic = row->diastolic,
                           .heartRate = row->heartRate,
                           .spo2 = row->spo2,
                           .respiration = row->respiration,
                           .sedation = scores.sedation,
                           .dissociation = scores.dissociation,
                           .pain = scores.pain,
                           .note = toQt(row->note),
                           .at = row->head.observedAt});
    entryRow()->firstCell()->setFocus(Qt::OtherFocusReason);
}

void VitalsPanel::openCorrection(const domain::VitalSigns& row) {
    m_correcting = row.head.id;
    m_kind = VitalsRowKind::Correction;
    entryRow()->setHeading(timeText(row.head.observedAt), tr("correction"), false);
    m_reason->ask(tr("Reason for the correction of %1").arg(timeText(row.head.observedAt)), {});
    m_form->say({});
}

void VitalsPanel::endCorrection() {
    m_correcting.reset();
    m_reason->close();
    m_form->clear();
    if (entryRow() == nullptr) return;
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
    if (row != nullptr && entryRow() != nullptr) openCorrection(*row);
    restoreDraft(*this, draft);
}

} // namespace chairside::ui
