#include "ui/order/order_form.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "core/domain/course/schedule.h"
#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/schedule_words.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/score_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString dateName(std::size_t at) {
    return u"date_%1"_s.arg(at + 1);
}

QString aboutText(const domain::ProtocolVersion& version) {
    QStringList lines{regimenText(version), toQt(version.summary)};
    for (const auto& remark : version.remarks)
        lines << u"•  "_s + toQt(remark);
    return lines.join(u'\n');
}

bool hasNoText(const QLineEdit* edit) {
    return edit->text().trimmed().isEmpty();
}

} // namespace

void OrderForm::setScreening(std::vector<domain::ScreeningAnswer> answers) {
    m_screening->setEarlier(std::move(answers));
}

void OrderForm::setComing(const std::vector<services::ProtocolOnFile>& coming) {
    m_coming->setText(comingText(coming));
    m_coming->setVisible(!coming.empty());
}

void OrderForm::setCalendar(domain::ClinicCalendar calendar) {
    m_calendar = std::move(calendar);
    describePlan();
}

const domain::ProtocolVersion* OrderForm::version() const {
    const auto chosen = m_protocol->value();
    return chosen ? &m_versions[static_cast<std::size_t>(*chosen)] : nullptr;
}

std::size_t OrderForm::dateCount() const {
    return version() == nullptr ? 0 : static_cast<std::size_t>(version()->rules.regimen.infusions);
}

std::optional<domain::DosePerKg> OrderForm::perKg() const {
    return m_perKg->value<domain::DosePerKg>();
}

std::optional<int> OrderForm::minutes() const {
    const auto thousandths = m_minutes->thousandths();
    return thousandths ? std::optional(static_cast<int>(*thousandths / 1000)) : std::nullopt;
}

std::vector<std::optional<base::CalendarDate>> OrderForm::dates() const {
    std::vector<std::optional<base::CalendarDate>> found;
    for (std::size_t at = 0; at < dateCount(); ++at)
        found.push_back(m_dates[at]->date());
    return found;
}

QWidget* OrderForm::firstFocus() const {
    return m_protocol->focusProxy() != nullptr ? m_protocol->focusProxy() : m_perKg;
}

void OrderForm::setReadOnly(bool readOnly) {
    m_form->setReadOnly(readOnly);
    m_propose->setEnabled(!readOnly);
}

void OrderForm::clearIdentity() {
    for (QLineEdit* edit : {m_initials, m_birthYear, m_password})
        edit->clear();
}

void OrderForm::chooseVersion() {
    // The protocol's own minutes stand in the field until somebody types others.
    if (hasNoText(m_minutes) || m_minutes->text() == m_filledMinutes) {
        m_filledMinutes = QString::number(version()->rules.regimen.minutes);
        m_minutes->setText(m_filledMinutes);
    }
    if (hasNoText(m_stopRule) || m_stopRule->text() == m_filledStopRule) {
        m_filledStopRule = stopRuleText(version()->rules.titration);
        m_stopRule->setText(m_filledStopRule);
    }
    showVersion();
    proposeIfUntouched();
}

void OrderForm::showVersion() {
    const auto* chosen = version();
    m_about->setText(chosen == nullptr ? tr("Choose a version to see its dose, its dates and its limits.")
                                       : aboutText(*chosen));
    m_form->setFieldHelp(u"dose_per_kg"_s, chosen == nullptr ? QString() : perKgHelp(chosen->rules));
    m_form->setFieldHelp(u"reason"_s, chosen == nullptr ? QString() : reasonHelp(chosen->rules));
    m_form->setFieldHelp(u"minutes"_s, chosen == nullptr ? QString() : minutesHelp(chosen->rules));
    for (std::size_t at = 0; at < m_dates.size(); ++at) {
        m_form->setFieldVisible(dateName(at), at == 0 || at < dateCount());
    }
    m_propose->setVisible(dateCount() > 1);
    m_screening->show(chosen);
    describeBody();
    describePlan();
}

void OrderForm::describeDose() {
    m_preview = {};
    const auto dose = perKg();
    if (version() != nullptr && dose) {
        m_preview = dosePreview(version()->rules, *dose, minutes(), orderedWeight(), m_clock.now().localDate());
    }
    m_dose->announce(m_preview.line);
    m_dose->setVisible(!m_preview.line.isEmpty());
    QStringList notes = m_preview.notes;
    if (!m_preview.conflict.isEmpty()) notes.prepend(u"▲ "_s + m_preview.conflict);
    m_doseNotes->setText(notes.join(u'\n'));
    m_doseNotes->setVisible(!notes.isEmpty());
}

void OrderForm::describePlan() {
    const auto typed = dates();
    m_plan = version() == nullptr ? PlanRemarks{}
                                  : planRemarks(typed, version()->rules.regimen, m_calendar, m_clock.now().localDate());
    for (std::size_t at = 0; at < m_plan.dates.size(); ++at) {
        const auto& remark = m_plan.dates[at];
        m_form->setFieldHelp(dateName(at), remark.conflict ? u"▲ "_s + remark.text : remark.text);
    }
    const bool fits = m_plan.conflicts.isEmpty();
    m_planLine->setRole(fits ? TextRole::Success : TextRole::Warning);
    m_planLine->announce(fits ? (m_plan.summary.isEmpty() ? QString() : u"✔ "_s + m_plan.summary)
                              : u"▲ "_s + m_plan.conflicts.join(u' '));
}

bool OrderForm::datesTouched() const {
    for (std::size_t at = 1; at < dateCount(); ++at) {
        const bool asProposed = at - 1 < m_proposed.size() && m_dates[at]->text() == m_proposed[at - 1];
        if (!hasNoText(m_dates[at]) && !asProposed) return true;
    }
    return false;
}

void OrderForm::proposeIfUntouched() {
    if (!datesTouched()) proposeDates();
}

void OrderForm::proposeDates() {
    if (version() == nullptr || !m_dates.front()->date()) return describePlan();
    const auto first = *m_dates.front()->date();
    const auto& regimen = version()->rules.regimen;
    const auto proposal = domain::proposeSchedule(first, regimen, m_calendar);
    describePlan();
    if (proposal.empty()) {
        QStringList why;
        for (const auto& obstacle : domain::scheduleObstacles(first, regimen, m_calendar))
            why << obstacleSentence(obstacle);
        m_planLine->setRole(TextRole::Warning);
        m_planLine->announce(u"▲ "_s + why.join(u' ') + tr(" Nothing was changed. Choose another first date."));
        return;
    }
    m_proposed.clear();
    for (std::size_t at = 1; at < dateCount(); ++at) {
        m_dates[at]->setDate(proposal[at]);
        m_proposed.push_back(m_dates[at]->text());
    }
    describePlan();
}

bool OrderForm::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto found = std::ranges::find(m_dates, watched);
    if (found == m_dates.end()) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto at = static_cast<std::size_t>(found - m_dates.begin());
    return dateKey(at, key->key(), key->modifiers()) || QWidget::eventFilter(watched, event);
}

bool OrderForm::dateKey(std::size_t at, int key, Qt::KeyboardModifiers modifiers) {
    if (key != Qt::Key_Up && key != Qt::Key_Down) return false;
    DateEdit* edit = m_dates[at];
    if (modifiers.testFlag(Qt::AltModifier)) {
        if (const auto date = edit->date(); date && !edit->isReadOnly()) {
            edit->setDate(date->plusDays(key == Qt::Key_Up ? 1 : -1));
            describePlan();
            Q_EMIT changed();
        }
        return true;
    }
    const std::size_t target = key == Qt::Key_Up ? at - 1 : at + 1;
    if (target < dateCount()) m_dates[target]->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace chairside::ui
