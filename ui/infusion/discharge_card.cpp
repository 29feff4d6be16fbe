#include "ui/infusion/discharge_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/discharge_words.h"
#include "ui/infusion/entry_draft.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kLeftAt = u"discharge_at"_s;
const QString kEarlyReason = u"discharge_reason"_s;
const QString kEarlyPrescriber = u"discharge_prescriber"_s;
const QString kDischargeCorrection = u"discharge_correction_reason"_s;
const QString kEarlyOpen = u"discharge_early_open"_s;
const QString kCorrectionOpen = u"discharge_correcting"_s;

} // namespace

DischargeCard::DischargeCard(InfusionPresenter& presenter, QWidget* parent)
    : Card(tr("Discharge"), parent), m_presenter(presenter) {
    build();
    connectPresenter();
}

void DischargeCard::build() {
    m_state = new TextLabel({}, TextRole::Body, this);
    m_state->setObjectName(u"discharge_state"_s);
    m_state->setWordWrap(true);
    m_facts = new FactList(tr("The discharge"), this);
    m_facts->setObjectName(u"discharge_facts"_s);
    body()->addWidget(m_state);
    body()->addWidget(m_facts);
    buildForm();
    m_save = makeButton(tr("Discharge  Ctrl+Enter"), ButtonKind::Primary, u"discharge_save"_s, this);
    m_leaveEarly = makeButton(tr("&Leaves early…"), ButtonKind::Secondary, u"discharge_early"_s, this);
    m_correct = makeButton(tr("&Correct…"), ButtonKind::Secondary, u"discharge_correct"_s, this);
    m_correct->setAccessibleName(tr("Correct the discharge"));
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, u"discharge_cancel"_s, this);
    m_cancel->setAccessibleName(tr("Cancel the early discharge or the correction"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::kRelated));
    for (QPushButton* button : {m_save, m_leaveEarly, m_correct, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &DischargeCard::completeWanted);
    connect(m_leaveEarly, &QPushButton::clicked, this, &DischargeCard::askWhyEarly);
    connect(m_correct, &QPushButton::clicked, this, &DischargeCard::beginCorrection);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        endEntry();
        QPushButton* back = m_save->isHidden() ? m_correct : m_save;
        back->setFocus(Qt::OtherFocusReason);
    });
}

void DischargeCard::buildForm() {
    m_form = new FormBuilder(this, 2);
    m_form->setAccessibleName(tr("Time and reason of the discharge"));
    m_reason = m_form->row(tr("Wh&y so early"), new QLineEdit, {.name = kEarlyReason});
    m_prescriber = m_form->row(tr("&Prescriber asked"), new QLineEdit, {.name = kEarlyPrescriber});
    m_at = m_form->row(tr("Left at, if &not now"), new TimeEdit(m_presenter.bench().clock()),
                       {.name = kLeftAt, .optional = true});
    m_correction = m_form->row(tr("Why corrected"), new QLineEdit, {.name = kDischargeCorrection});
    body()->addWidget(m_form);
}

void DischargeCard::connectPresenter() {
    linkSaving(m_presenter, SessionFact::Discharge,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        endEntry();
                        Q_EMIT said(tr("Discharge saved"));
                        Q_EMIT discharged();
                    },
                .failed =
                    [this](const base::Error& error) {
                        showFailure(error);
                    }});
}

void DischargeCard::showRecord(const services::InfusionView& view) {
    const auto standing = domain::dischargeOf(view.record);
    const bool isNew = standing && (!m_discharge || m_discharge->head.id != standing->head.id);
    const bool isTyped = isOpen() && !draftOf(*m_form).isEmpty();
    m_discharge = standing;
    m_mayDischarge = m_presenter.mayRecord() && view.delivery.stoppedAt;
    if (!m_discharge) m_correcting = false;
    showFacts(view);
    if (isNew && isTyped && !m_presenter.isSaving(SessionFact::Discharge)) followOthers(view);
    arrange();
    tick(view, m_presenter.now());
}

void DischargeCard::followOthers(const services::InfusionView& view) {
    m_correcting = true;
    m_form->clearProblems();
    m_form->strip().say(Tier::Caution, MeanwhileWords::discharge(view, *m_discharge));
    arrange();
}

void DischargeCard::showFacts(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    const auto& all = view.record.discharges;
    for (const auto& one : all) {
        const QString words =
            tr("%1; %2").arg(DischargeWords::discharge(view, one), InfusionWords::written(view.people, one.head));
        if (domain::isCorrected(all, one)) {
            lines.push_back({{}, tr("Corrected, before: %1").arg(words), TextRole::Hint});
            continue;
        }
        const QString symbol = one.unmet.empty() ? u"✔ "_s : QString();
        const QString why = toQt(one.head.correctionReason);
        const QString line = why.isEmpty() ? words : tr("%1 (corrected: %2)").arg(words, why);
        lines.insert(lines.begin(),
                     FactLine{{}, symbol + line, one.unmet.empty() ? TextRole::Success : TextRole::Warning});
    }
    m_facts->setLines(lines);
}

void DischargeCard::tick(const services::InfusionView& view, const base::Instant& now) {
    if (m_discharge || !view.delivery.stoppedAt) return;
    const auto gaps = dischargeGapsOf(view, judgedAt(now));
    std::vector<domain::DischargeGap> hard;
    std::ranges::copy_if(gaps, std::back_inserter(hard),
                         [&view](const auto& gap) { return domain::isHard(gap, view.protocol); });
    QString text = tr("✔ Every criterion is met.");
    TextRole role = TextRole::Success;
    const bool forbidden =
        std::ranges::any_of(hard, [](const auto& gap) { return gap.kind == domain::DischargeGapKind::ItemForbids; });
    if (forbidden) {
        text = tr("✖ The patient cannot leave: %1").arg(DischargeWords::gaps(hard, view.protocol));
        role = TextRole::Stop;
    } else if (!gaps.empty()) {
        text = gaps.size() == 1 ? tr("○ Still needed: %1").arg(DischargeWords::gaps(gaps, view.protocol))
                                : tr("○ Still needed: %1 points").arg(gaps.size());
        role = TextRole::Strong;
    }
    if (m_state->role() != role) m_state->setRole(role);
    if (m_state->text() != text) m_state->setText(text);
    m_leaveEarly->setVisible(isOpen() && !m_early && !m_correcting && !gaps.empty() && !forbidden);
}

base::Instant DischargeCard::judgedAt(const base::Instant& now) const {
    return m_at->instant().value_or(now);
}

bool DischargeCard::isOpen() const {
    return m_mayDischarge && (!m_discharge || m_correcting);
}

void DischargeCard::arrange() {
    m_state->setVisible(m_mayDischarge && !m_discharge);
    m_facts->setVisible(m_discharge.has_value());
    m_form->setVisible(isOpen());
    m_form->setFieldVisible(kEarlyReason, m_early);
    m_form->setFieldVisible(kEarlyPrescriber, m_early);
    m_form->setFieldVisible(kDischargeCorrection, m_correcting);
    m_save->setText(m_correcting ? tr("Save correction  Ctrl+Enter") : tr("Discharge  Ctrl+Enter"));
    m_save->setVisible(isOpen());
    m_leaveEarly->hide();
    m_correct->setVisible(m_mayDischarge && m_discharge && !m_correcting);
    m_cancel->setVisible(isOpen() && (m_early || m_correcting));
}

void DischargeCard::askWhyEarly() {
    if (!isOpen()) return;
    m_early = true;
    arrange();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void DischargeCard::beginCorrection() {
    if (!m_discharge || !m_mayDischarge) return;
    m_correcting = true;
    m_early = !m_discharge->reason.empty();
    m_reason->setText(toQt(m_discharge->reason));
    m_prescriber->setText(toQt(m_discharge->prescriber));
    arrange();
    m_at->setFocus(Qt::OtherFocusReason);
}

void DischargeCard::endEntry() {
    m_early = false;
    m_correcting = false;
    for (QLineEdit* line : {m_reason, m_prescriber, m_correction})
        line->clear();
    m_at->setMinuteOfDay(std::nullopt);
    m_form->clearProblems();
    arrange();
    if (const auto& view = m_presenter.view()) tick(*view, m_presenter.now());
}

bool DischargeCard::save() {
    const auto& view = m_presenter.view();
    if (!view || !isOpen() || m_presenter.isSaving(SessionFact::Discharge)) return false;
    m_form->clearProblems();
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) {
        m_form->problems(wrong);
        return false;
    }
    services::DischargeEntry entry{.infusion = view->record.infusion.id, .at = m_at->instant()};
    if (m_early) {
        entry.reason = toStd(m_reason->text().trimmed());
        entry.prescriber = toStd(m_prescriber->text().trimmed());
    }
    if (m_correcting)
        entry.corrects = services::Correction{m_discharge->head.id, toStd(m_correction->text().trimmed())};
    m_presenter.discharge(entry);
    return true;
}

void DischargeCard::showFailure(const base::Error& error) {
    if (isOvertaken(error) || (error.code == base::Code::WrongState && error.detail == "discharged")) {
        if (const auto& view = m_presenter.view(); view && m_discharge) return followOthers(*view);
        return m_presenter.refresh();
    }
    base::Error shown = error;
    for (auto& problem : shown.problems) {
        // What became open while the words were typed, or at the time that was typed.
        if (problem.field == "reason" && !m_early) askWhyEarly();
        if (problem.field == "at" && problem.rule == base::Rule::BeforeStart) {
            const auto stop = m_presenter.view()->delivery.stoppedAt;
            m_form->problem(kLeftAt,
                            stop ? tr("The patient cannot have left before the stop at %1.").arg(timeText(*stop))
                                 : tr("The patient cannot have left before the stop."));
            problem.field.clear();
        } else {
            problem.field = "discharge_" + problem.field;
        }
    }
    std::erase_if(shown.problems, [](const base::Problem& problem) { return problem.field.empty(); });
    if (!shown.problems.empty() || error.problems.empty()) m_form->failure(shown);
}

QWidget* DischargeCard::firstFocus() const {
    if (m_early && !m_reason->isHidden()) return m_reason;
    if (isOpen()) return m_save;
    return m_correct->isHidden() ? nullptr : m_correct;
}

void DischargeCard::addDraft(EntryDraft& draft) const {
    draft.insert(draftOf(*this));
    if (m_early) draft.insert(kEarlyOpen, true);
    if (m_correcting) draft.insert(kCorrectionOpen, true);
}

void DischargeCard::restore(const EntryDraft& draft) {
    endEntry();
    m_early = draft.contains(kEarlyOpen);
    m_correcting = m_discharge && draft.contains(kCorrectionOpen);
    restoreDraft(*this, draft);
    const auto& view = m_presenter.view();
    if (view && m_discharge && m_mayDischarge && !m_correcting && !draftOf(*m_form).isEmpty())
        return followOthers(*view);
    arrange();
}

} // namespace chairside::ui
