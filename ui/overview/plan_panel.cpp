#include "ui/overview/plan_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/to_qt.h"
#include "ui/overview/overview_words.h"
#include "ui/overview/schedule_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

PlanPanel::PlanPanel(const base::Clock& clock, QWidget* parent) : Card({}, parent) {
    setObjectName(u"plan_panel"_s);
    m_about = new TextLabel({}, TextRole::Body, this);
    m_about->setWordWrap(true);
    body()->addWidget(m_about);
    buildForm(clock);
    buildButtons();
    hide();
}

void PlanPanel::buildForm(const base::Clock& clock) {
    m_form = new FormBuilder(this, 2);
    m_what = new ChoiceRow;
    m_what->add(tr("Moved to another date"), static_cast<int>(Change::Move));
    m_what->add(tr("Missed: the patient did not come"), static_cast<int>(Change::Missed));
    m_what->add(tr("Declined by the patient"), static_cast<int>(Change::Declined));
    m_form->row(tr("What &changed"), m_what, {.name = u"plan_change"_s, .unit = {}, .help = {}, .span = 2});
    m_date = m_form->row(tr("New &date"), new DateEdit(clock, DateExpected::Future),
                         {.name = u"date"_s, .unit = {}, .help = {}});
    m_reason = m_form->row(tr("&Reason"), new QLineEdit, {.name = u"reason"_s, .unit = {}, .help = {}, .span = 2});
    connect(m_what, &ChoiceRow::chosen, this, &PlanPanel::showFields);
    for (QLineEdit* edit : {static_cast<QLineEdit*>(m_date), m_reason}) {
        connect(edit, &QLineEdit::returnPressed, this, &PlanPanel::save);
    }
    body()->addWidget(m_form);
}

void PlanPanel::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::kRelated));
    m_save = makeButton(tr("Save chan&ge"), ButtonKind::Secondary, u"plan_save"_s, this);
    m_open = makeButton(tr("Open i&nfusion"), ButtonKind::Secondary, u"plan_open"_s, this);
    m_close = makeButton(tr("C&lose"), ButtonKind::Secondary, u"plan_close"_s, this);
    connect(m_save, &QPushButton::clicked, this, &PlanPanel::save);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_item) Q_EMIT openChosen(m_item->planned.id);
    });
    connect(m_close, &QPushButton::clicked, this, &PlanPanel::close);
    for (QPushButton* button : {m_save, m_open, m_close})
        row->addWidget(button);
    row->addStretch(1);
    body()->addLayout(row);
}

void PlanPanel::openFor(const StripItem& item, bool mayOpen, bool mayPlan) {
    const bool another = !m_item || m_item->planned.id != item.planned.id;
    m_item = item;
    const bool planned = item.planned.state == domain::PlanState::Planned;
    setTitle(tr("%1, %2").arg(item.title, item.date));
    m_about->setText(
        item.planned.reason.empty()
            ? tr("State: %1.").arg(OverviewWords::plan(item.planned.state))
            : tr("State: %1. Reason: %2").arg(OverviewWords::plan(item.planned.state), toQt(item.planned.reason)));
    m_about->setVisible(!planned || !mayPlan);
    m_form->setVisible(planned && mayPlan);
    m_save->setVisible(planned && mayPlan);
    m_open->setVisible(planned && mayOpen);
    if (another) {
        m_what->setValue(std::nullopt);
        m_date->setDate(std::nullopt);
        m_reason->clear();
        m_form->clearProblems();
    }
    showFields();
    show();
}

void PlanPanel::follow(const std::vector<StripItem>& items) {
    if (!m_item) return;
    const auto same =
        std::ranges::find_if(items, [this](const StripItem& each) { return each.planned.id == m_item->planned.id; });
    if (same == items.end() || same->planned.state != m_item->planned.state) close();
}

void PlanPanel::close() {
    if (!m_item) return;
    const auto planned = m_item->planned.id;
    m_item.reset();
    hide();
    Q_EMIT closed(planned);
}

void PlanPanel::refuse(const base::Error& error) {
    setSaving(false);
    if (error.problems.empty()) return m_form->failure(error);
    m_form->clearProblems();
    for (const auto& problem : error.problems) {
        const bool date = problem.field == "date";
        m_form->problem(toQt(problem.field), scheduleSentence(problem, date ? tr("The new date") : tr("Reason")));
    }
}

void PlanPanel::setSaving(bool saving) {
    m_save->setEnabled(!saving);
    m_save->setText(saving ? tr("Saving…") : tr("Save chan&ge"));
    m_form->setReadOnly(saving);
}

void PlanPanel::takeFocus() {
    QWidget* target = m_form->isVisibleTo(this) ? m_what->focusProxy() : static_cast<QWidget*>(m_close);
    if (target != nullptr) target->setFocus(Qt::TabFocusReason);
}

std::optional<PlanPanel::Change> PlanPanel::change() const {
    return m_what->valueAs<Change>();
}

void PlanPanel::showFields() {
    const auto chosen = change();
    m_form->setFieldVisible(u"date"_s, chosen == Change::Move);
    m_form->setFieldVisible(u"reason"_s, chosen == Change::Missed || chosen == Change::Declined);
}

void PlanPanel::save() {
    if (!m_item || !m_form->isVisibleTo(this) || !m_save->isEnabled()) return;
    base::Problems problems = m_form->unreadable();
    const auto need = [&problems](const char* field) {
        problems.push_back({field, base::Rule::Required, {}, {}, {}});
    };
    const auto chosen = change();
    if (!chosen) need("plan_change");
    if (chosen == Change::Move && m_date->isBlank()) need("date");
    if (chosen && *chosen != Change::Move && m_reason->text().trimmed().isEmpty()) need("reason");
    if (!problems.empty()) return m_form->problems(problems);
    setSaving(true);
    if (*chosen == Change::Move) {
        Q_EMIT moveChosen(m_item->planned.id, *m_date->date());
        return;
    }
    const auto state = *chosen == Change::Missed ? domain::PlanState::Missed : domain::PlanState::Declined;
    Q_EMIT notGivenChosen(m_item->planned.id, state, m_reason->text().trimmed());
}

void PlanPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    Card::keyPressEvent(event);
}

} // namespace chairside::ui
