#include "ui/infusion/tender_step.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/charts/chart_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/reason_line.h"
#include "ui/infusion/saving_link.h"
#include "ui/infusion/tender_board.h"
#include "ui/infusion/tender_list.h"
#include "ui/infusion/tender_map.h"
#include "ui/infusion/tender_pressures.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kCorrectingExam = u"correcting_exam"_s;
const QString kSitePrefix = u"site_"_s;
const QString kThresholdPrefix = u"threshold_"_s;
const QString kTolerancePrefix = u"tolerance_"_s;

QString siteDraftKey(const QString& prefix, domain::TenderSite site) {
    return prefix + toQt(domain::tenderSiteKey(site));
}

void addPressure(EntryDraft& draft, const QString& key, const std::optional<domain::Pressure>& pressure) {
    if (pressure) draft.insert(key, static_cast<qlonglong>(pressure->raw()));
}

std::optional<domain::Pressure> pressureIn(const EntryDraft& draft, const QString& key) {
    const QVariant value = draft.value(key);
    return value.isValid() ? std::optional(domain::Pressure::ofRaw(value.toLongLong())) : std::nullopt;
}

// "12 of 18 positive · mean 5 · 0 left".
QString tenderSummaryText(const domain::TenderSummary& sum) {
    const int all = static_cast<int>(domain::kTenderPointCount);
    const QString count = TenderStep::tr("%1 positive").arg(partText(sum.positive, all));
    const QString left = TenderStep::tr("%1 left").arg(sum.missing);
    QStringList parts{count};
    if (sum.meanIntensity) parts << TenderStep::tr("mean %1").arg(scoreNumber(*sum.meanIntensity));
    if (sum.meanThreshold)
        parts << TenderStep::tr("mean threshold %1").arg(amountText(*sum.meanThreshold, u"kgf per cm2"));
    parts << left;
    return parts.join(u" · "_s);
}

} // namespace

TenderStep::TenderStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"tender"_s, tr("Tender points"), parent) {
    build();
    connectPresenter();
}

void TenderStep::build() {
    m_board = new TenderBoard(this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(space::kRelated));
    outer->addLayout(buildHead());
    auto* picture = new Card({}, this);
    picture->setAccessibleName(tr("Figures"));
    m_map = new TenderMap(*m_board, picture);
    picture->layout()->setContentsMargins(scaled(space::kLabel), scaled(space::kLabel), scaled(space::kLabel),
                                          scaled(space::kLabel));
    picture->body()->addWidget(m_map, 1);
    outer->addWidget(new ColumnsBox(picture, 1, buildSide(), 1, this), 1);
    connect(m_board, &TenderBoard::changed, this, &TenderStep::showBoard);
    connect(m_board, &TenderBoard::moved, this, &TenderStep::showSite);
    connect(m_board, &TenderBoard::refused, this, &TenderStep::say);
    connect(m_board, &TenderBoard::saveWanted, this, &TenderStep::saveAndGoOn);
    connect(m_board, &TenderBoard::siteChanged, this, [this] { say({}); });
}

// The buttons stand above the figures: a low screen must not scroll to them.
QLayout* TenderStep::buildHead() {
    auto* head = new QHBoxLayout;
    m_hint = new TextLabel({}, TextRole::Hint, this);
    m_hint->setWordWrap(true);
    m_summary = new TextLabel({}, TextRole::Strong, this);
    m_summary->setObjectName(u"tender_summary"_s);
    m_save = makeButton(tr("Save e&xam"), ButtonKind::Primary, u"tender_save"_s, this);
    m_correct = makeButton(tr("&Correct exam…"), ButtonKind::Secondary, u"tender_correct"_s, this);
    m_correct->setAccessibleName(tr("Correct the examination"));
    head->addWidget(m_hint, 1);
    head->addWidget(m_summary);
    head->addWidget(m_correct);
    head->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &TenderStep::save);
    connect(m_correct, &QPushButton::clicked, this, &TenderStep::beginCorrection);
    return head;
}

QWidget* TenderStep::buildSide() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::kRelated));
    m_site = new TextLabel({}, TextRole::CardNumber, side);
    m_site->setObjectName(u"tender_site"_s);
    m_site->setWordWrap(true);
    m_message = new TextLabel({}, TextRole::Error, side);
    m_message->setObjectName(u"tender_message"_s);
    m_pressures = new TenderPressures(*m_board, side);
    m_list = new TenderList(*m_board, side);
    m_written = new TextLabel({}, TextRole::Hint, side);
    m_reason = new ReasonLine(u"tender_reason"_s, side);
    column->addWidget(m_site);
    column->addWidget(m_message);
    column->addWidget(m_pressures);
    column->addWidget(m_list, 1);
    column->addWidget(m_written);
    column->addWidget(m_reason);
    connect(m_board, &TenderBoard::pressureWanted, this, [this] {
        m_scoring = m_list->hasFocus() ? static_cast<QWidget*>(m_list) : m_map;
        m_pressures->focusEntry();
    });
    connect(m_pressures, &TenderPressures::refused, this, &TenderStep::say);
    connect(m_pressures, &TenderPressures::done, this,
            [this] { (m_scoring != nullptr ? m_scoring : m_map)->setFocus(Qt::ShortcutFocusReason); });
    connect(m_reason, &ReasonLine::answered, this, &TenderStep::save);
    connect(m_reason, &ReasonLine::cancelled, this, [this] {
        endCorrection();
        m_map->setFocus();
    });
    return side;
}

void TenderStep::connectPresenter() {
    linkSaving(presenter(), SessionFact::TenderPoints,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        m_correcting = false;
                        m_reason->close();
                        Q_EMIT said(tr("Tender points saved"));
                        if (std::exchange(m_finishing, false)) Q_EMIT finished();
                    },
                .failed =
                    [this](const base::Error& error) {
                        m_finishing = false;
                        sayFailure(error);
                    }});
}

// A problem of one site is said with its name, and the site becomes the current one.
void TenderStep::sayFailure(const base::Error& error) {
    if (error.problems.empty()) return say(describe(error));
    const auto& problem = error.problems.front();
    const auto site = domain::tenderSiteFromKey(problem.field);
    if (site) m_board->setCurrent(*site);
    say(describe(problem, {site ? siteText(*site) : tr("The examination"), {}}));
}

const domain::TenderPointEntry* TenderStep::savedExam(const services::InfusionView& view) {
    const domain::TenderPointEntry* newest = nullptr;
    for (const auto& entry : view.record.tenderPoints) {
        if (!domain::isCorrected(view.record.tenderPoints, entry)) newest = &entry;
    }
    return newest;
}

void TenderStep::showRecord(const services::InfusionView& view) {
    const auto& rules = view.protocol.rules.monitoring;
    const auto* saved = savedExam(view);
    if (saved != nullptr && m_shown != saved->head.id && !m_correcting) {
        m_shown = saved->head.id;
        m_board->load(saved->exam, rules);
    }
    QString written;
    for (const auto& entry : view.record.tenderPoints) {
        const QString line = InfusionWords::written(view.people, entry.head);
        if (saved == &entry)
            written.prepend(tr("Saved %1.").arg(line) + u' ');
        else
            written +=
                tr("Before that: %1, %2.").arg(tenderSummaryText(domain::summarize(entry.exam, rules)), line) + u' ';
    }
    m_written->setText(written.trimmed());
    const int highest = domain::maxScore(rules.tenderScale);
    m_hint->setText(rules.tenderScale == domain::TenderScale::YesNo
                        ? tr("Press each site once with about 4 kg. 1 painful, 0 not painful, Space turns it "
                             "round, / not examined, . pressure, Enter saves.")
                        : tr("Press each site once, about 4 kg, and type pain, 0 to %1 (+ is 10). / "
                             "not examined, - back, . pressure, Enter saves.")
                              .arg(highest));
    arrange();
}

void TenderStep::arrange() {
    const bool may = presenter().mayRecord();
    const bool saved = m_shown.has_value();
    const bool open = may && (!saved || m_correcting);
    m_board->setReadOnly(!open);
    m_save->setVisible(open);
    m_correct->setVisible(may && saved && !m_correcting);
    m_written->setVisible(!m_written->text().isEmpty());
    showBoard();
    showSite();
}

void TenderStep::showBoard() {
    m_summary->setText(tenderSummaryText(m_board->summary()));
    showSite();
}

void TenderStep::showSite() {
    const QString place = tr("Site %1 of %2").arg(m_board->position() + 1).arg(domain::kTenderSiteCount);
    m_site->setText(u"%1 — %2"_s.arg(siteText(m_board->current()), place));
    m_pressures->showSite();
}

void TenderStep::say(const QString& sentence) {
    m_message->announce(sentence);
}

StepProgress TenderStep::progressOf(const services::InfusionView& view) const {
    const auto* saved = savedExam(view);
    if (saved == nullptr) return {};
    const auto sum = domain::summarize(saved->exam, view.protocol.rules.monitoring);
    return {StepState::Done, partText(sum.positive, static_cast<int>(domain::kTenderPointCount))};
}

QWidget* TenderStep::firstFocus() {
    return m_map;
}

bool TenderStep::save() {
    const auto& view = presenter().view();
    if (!view || m_board->isReadOnly() || presenter().isSaving(SessionFact::TenderPoints)) return false;
    if (!m_board->hasFindings()) {
        say(tr("Score at least one site, or go on without an examination."));
        return false;
    }
    services::TenderEntry entry{.infusion = view->record.infusion.id, .exam = m_board->exam()};
    if (m_correcting && m_shown) {
        if (m_reason->text().isEmpty()) {
            m_reason->setProblem(tr("Say why the examination is corrected."));
            m_reason->focusLine();
            return false;
        }
        entry.corrects = services::Correction{*m_shown, toStd(m_reason->text())};
    }
    say({});
    presenter().record(entry);
    return true;
}

void TenderStep::complete() {
    const bool unsaved = !m_board->isReadOnly() && m_board->hasFindings();
    if (!unsaved) return Q_EMIT finished();
    m_finishing = true;
    if (!save()) m_finishing = false;
}

// Enter at the map: a corrected examination is looked at again, a new one is done.
void TenderStep::saveAndGoOn() {
    m_finishing = !m_correcting;
    if (!save()) m_finishing = false;
}

void TenderStep::beginCorrection() {
    if (!m_shown) return;
    m_correcting = true;
    m_reason->ask(tr("Reason for the correction"), {});
    arrange();
    m_map->setFocus();
}

void TenderStep::endCorrection() {
    m_correcting = false;
    m_reason->close();
    const auto& view = presenter().view();
    if (const auto* saved = view ? savedExam(*view) : nullptr)
        m_board->load(saved->exam, view->protocol.rules.monitoring);
    arrange();
}

EntryDraft TenderStep::draft() const {
    EntryDraft draft = draftOf(*this);
    draft.remove(u"tender_threshold"_s);
    draft.remove(u"tender_tolerance"_s);
    if (m_correcting) draft.insert(kCorrectingExam, true);
    if (m_board->isReadOnly()) return draft;
    for (const auto site : domain::tenderSites()) {
        const auto& finding = m_board->exam().at(site);
        if (finding.score) draft.insert(siteDraftKey(kSitePrefix, site), *finding.score);
        addPressure(draft, siteDraftKey(kThresholdPrefix, site), finding.threshold);
        addPressure(draft, siteDraftKey(kTolerancePrefix, site), finding.tolerance);
    }
    return draft;
}

void TenderStep::restore(const EntryDraft& draft) {
    const auto& view = presenter().view();
    m_finishing = false;
    m_correcting = false;
    m_shown.reset();
    m_reason->close();
    say({});
    if (!view) return;
    domain::TenderPointExam exam;
    exam.scale = view->protocol.rules.monitoring.tenderScale;
    for (const auto site : domain::tenderSites()) {
        const QVariant score = draft.value(siteDraftKey(kSitePrefix, site));
        auto& finding = exam.at(site);
        if (score.isValid()) finding.score = score.toInt();
        finding.threshold = pressureIn(draft, siteDraftKey(kThresholdPrefix, site));
        finding.tolerance = pressureIn(draft, siteDraftKey(kTolerancePrefix, site));
    }
    m_board->load(exam, view->protocol.rules.monitoring);
    if (const auto* saved = savedExam(*view); saved != nullptr && draft.contains(kCorrectingExam)) {
        m_shown = saved->head.id;
        m_correcting = true;
        m_reason->ask(tr("Reason for the correction"), {});
    }
    restoreDraft(*this, draft);
    showRecord(*view);
}

} // namespace chairside::ui
