#include "ui/infusion/aldrete_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/discharge_words.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::array<QString, 4> kAldreteFields{u"activity"_s, u"respiration"_s, u"consciousness"_s, u"spo2"_s};
const QString kAldreteAgain = u"aldrete_again_open"_s;

} // namespace

AldreteCard::AldreteCard(InfusionPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter) {
    setObjectName(u"aldrete"_s);
    setAccessibleName(tr("Modified Aldrete score"));
    build();
    connectPresenter();
}

QString AldreteCard::label(std::size_t index) {
    switch (index) {
    case 0:
        return tr("Activity");
    case 1:
        return tr("Breathing");
    case 2:
        return tr("Awake");
    default:
        return tr("Oxygen");
    }
}

QString AldreteCard::meaning(std::size_t index) {
    switch (index) {
    case 0:
        return tr("Activity: 2 moves four limbs, 1 two, 0 none");
    case 1:
        return tr("Breathing: 2 deep breath and cough, 1 short of breath, 0 none");
    case 2:
        return tr("Awake: 2 fully, 1 when called, 0 no response");
    default:
        return tr("Oxygen: 2 SpO2 above 92 % on air, 1 oxygen needed for 90 %, 0 below 90 % with oxygen");
    }
}

void AldreteCard::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(space::kLabel));
    outer->addWidget(new TextLabel(tr("Modified Aldrete score, 0 to 2 each"), TextRole::Strong, this));
    m_entry = new QWidget(this);
    auto* entry = new QVBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(scaled(space::kLabel));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::kRelated));
    for (std::size_t index = 0; index < m_cells.size(); ++index)
        addCell(index, *line);
    m_save = makeButton(tr("Save sco&re"), ButtonKind::Secondary, u"aldrete_save"_s, m_entry);
    line->addStretch(1);
    entry->addLayout(line);
    m_meaning = new TextLabel(meaning(0), TextRole::Hint, m_entry);
    m_circulation = new TextLabel({}, TextRole::Hint, m_entry);
    m_circulation->setObjectName(u"aldrete_circulation"_s);
    m_message = new TextLabel({}, TextRole::Error, m_entry);
    m_message->setObjectName(u"aldrete_message"_s);
    m_message->hide();
    for (TextLabel* text : {m_meaning, m_circulation, m_message})
        text->setWordWrap(true);
    auto* last = new QHBoxLayout;
    last->addWidget(m_circulation, 1);
    last->addWidget(m_save);
    entry->addWidget(m_meaning);
    entry->addLayout(last);
    entry->addWidget(m_message);
    outer->addWidget(m_entry);
    m_facts = new FactList(tr("Aldrete scores of this infusion"), this);
    m_facts->setObjectName(u"aldrete_facts"_s);
    m_anew = makeButton(tr("A&ssess again"), ButtonKind::Secondary, u"aldrete_again"_s, this);
    auto* below = new QHBoxLayout;
    below->addWidget(m_facts, 1);
    below->addWidget(m_anew, 0, Qt::AlignTop);
    outer->addLayout(below);
    connect(m_save, &QPushButton::clicked, this, &AldreteCard::save);
    connect(m_anew, &QPushButton::clicked, this, [this] {
        m_again = true;
        arrange();
        m_cells.front()->setFocus(Qt::OtherFocusReason);
    });
}

void AldreteCard::addCell(std::size_t index, QLayout& line) {
    auto* box = new QWidget(m_entry);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(2));
    auto* cell = new DigitCell(label(index), {domain::kAldreteItemRange.low, domain::kAldreteItemRange.high}, box);
    cell->setObjectName(u"aldrete_"_s + kAldreteFields[index]);
    cell->setAccessibleDescription(meaning(index));
    cell->installEventFilter(this);
    auto* caption = new TextLabel(label(index), TextRole::Label, box);
    caption->setBuddy(cell);
    column->addWidget(caption);
    column->addWidget(cell);
    line.addWidget(box);
    m_cells[index] = cell;
    connect(cell, &DigitCell::done, this, [this, index] {
        QWidget* next = index + 1 < m_cells.size() ? static_cast<QWidget*>(m_cells[index + 1]) : m_save;
        next->setFocus(Qt::TabFocusReason);
    });
    connect(cell, &DigitCell::back, this, [this, index] {
        if (index > 0) m_cells[index - 1]->setFocus(Qt::BacktabFocusReason);
    });
    connect(cell, &DigitCell::refused, this, &AldreteCard::say);
    connect(cell, &QLineEdit::textEdited, this, [this] { say({}); });
}

void AldreteCard::connectPresenter() {
    linkSaving(m_presenter, SessionFact::Aldrete,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        m_mine = false;
                        empty();
                        Q_EMIT said(tr("Aldrete score saved"));
                        Q_EMIT assessed();
                    },
                .failed =
                    [this](const base::Error& error) {
                        m_mine = false;
                        showFailure(error);
                    }});
}

void AldreteCard::showRecord(const services::InfusionView& view, bool mayAssess) {
    m_mayAssess = mayAssess;
    m_hasScore = domain::aldreteBy(view.record, view.protocol.rules, m_presenter.now()).has_value();
    std::vector<FactLine> lines;
    const auto scores = domain::standing(view.record.aldrete);
    for (auto score = scores.rbegin(); score != scores.rend(); ++score) {
        const bool newest = score == scores.rbegin();
        lines.push_back({{},
                         DischargeWords::aldrete(*score, view.protocol.rules.discharge),
                         newest ? TextRole::Body : TextRole::Hint});
        lines.push_back(
            {{},
             tr("%1; %2").arg(DischargeWords::aldreteItems(*score), InfusionWords::written(view.people, score->head)),
             TextRole::Hint});
    }
    m_facts->setLines(lines);
    const auto newest = scores.empty() ? std::nullopt : std::optional(scores.back().head.id);
    const bool isNew = newest && std::exchange(m_stands, newest) != newest;
    if (isNew && m_mayAssess && hasDigits() && !m_mine) followOthers(view, scores.back());
    arrange();
    tick(view, m_presenter.now());
}

void AldreteCard::tick(const services::InfusionView& view, const base::Instant& now) {
    const auto vitals = domain::recoveryVitals(view.record, view.protocol.rules, now);
    const bool known = vitals.baseline && vitals.baseline->systolic && vitals.isRecent && vitals.rows.back().systolic;
    QString text = tr("Circulation follows from a row of vital signs; type one first.");
    if (known) {
        const int before = *vitals.baseline->systolic;
        const int after = *vitals.rows.back().systolic;
        const int item = domain::circulationScore(view.protocol.rules.discharge.circulation, before, after);
        text = tr("Circulation: %1 (%2 to %3 mmHg)").arg(item).arg(before).arg(after);
    }
    if (m_circulation->text() != text) m_circulation->setText(text);
}

bool AldreteCard::isOpen() const {
    return m_mayAssess && (!m_hasScore || m_again);
}

void AldreteCard::arrange() {
    m_entry->setVisible(isOpen());
    m_anew->setVisible(m_mayAssess && !isOpen());
    m_facts->setVisible(!m_facts->lines().empty());
}

bool AldreteCard::hasDigits() const {
    return std::ranges::any_of(m_cells, [](const DigitCell* cell) { return !cell->isBlank(); });
}

bool AldreteCard::hasEntry() const {
    return isOpen() && hasDigits();
}

// Both scores can stand: theirs is said, and what is typed here stays open as a further one.
void AldreteCard::followOthers(const services::InfusionView& view, const domain::AldreteScore& theirs) {
    m_again = true;
    say(u"▲ "_s + MeanwhileWords::aldrete(view, theirs));
}

QWidget* AldreteCard::firstFocus() const {
    if (!isOpen()) return nullptr;
    const auto blank = std::ranges::find_if(m_cells, [](const DigitCell* cell) { return cell->isBlank(); });
    return blank == m_cells.end() ? static_cast<QWidget*>(m_save) : *blank;
}

void AldreteCard::say(const QString& sentence) {
    m_message->setVisible(!sentence.isEmpty());
    m_message->announce(sentence);
}

bool AldreteCard::save() {
    const auto& view = m_presenter.view();
    if (!view || !isOpen() || m_presenter.isSaving(SessionFact::Aldrete)) return false;
    say({});
    m_mine = true;
    m_presenter.record(services::AldreteEntry{.infusion = view->record.infusion.id,
                                              .activity = m_cells[0]->value(),
                                              .respiration = m_cells[1]->value(),
                                              .consciousness = m_cells[2]->value(),
                                              .spo2 = m_cells[3]->value(),
                                              .corrects = std::nullopt});
    return true;
}

void AldreteCard::showFailure(const base::Error& error) {
    if (error.problems.empty()) return say(u"✖ "_s + describe(error));
    QStringList sentences;
    QWidget* first = nullptr;
    for (const auto& problem : error.problems) {
        const auto field = std::ranges::find(kAldreteFields, toQt(problem.field));
        if (field == kAldreteFields.end()) {
            sentences << tr("Circulation follows from a row of vital signs; type one first.");
            continue;
        }
        const auto index = static_cast<std::size_t>(field - kAldreteFields.begin());
        sentences << describe(problem, FieldWords{label(index), {}});
        if (first == nullptr) first = m_cells[index];
    }
    say(u"✖ "_s + sentences.join(u' '));
    if (first != nullptr) first->setFocus(Qt::OtherFocusReason);
}

void AldreteCard::empty() {
    m_again = false;
    say({});
    for (DigitCell* cell : m_cells)
        cell->setValue(std::nullopt);
    arrange();
}

void AldreteCard::addDraft(EntryDraft& draft) const {
    draft.insert(draftOf(*this));
    if (m_again) draft.insert(kAldreteAgain, true);
}

void AldreteCard::restore(const EntryDraft& draft) {
    empty();
    m_again = draft.contains(kAldreteAgain);
    restoreDraft(*this, draft);
    arrange();
}

bool AldreteCard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) {
        const auto cell = std::ranges::find(m_cells, watched);
        if (cell != m_cells.end()) m_meaning->setText(meaning(static_cast<std::size_t>(cell - m_cells.begin())));
    }
    return QWidget::eventFilter(watched, event);
}

void AldreteCard::keyPressEvent(QKeyEvent* event) {
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && isOpen() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        save();
    } else if (event->key() == Qt::Key_Escape && m_again) {
        empty();
        m_anew->setFocus(Qt::OtherFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace chairside::ui
