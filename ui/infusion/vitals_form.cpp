#include "ui/infusion/vitals_form.h"

#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/vitals_entry_row.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

VitalsForm::VitalsForm(InfusionPresenter& presenter, const QString& name, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_name(name) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(space::kLabel));
    m_message = new TextLabel({}, TextRole::Error, this);
    m_message->setObjectName(name + u"_message"_s);
    m_message->setWordWrap(true);
    m_message->hide();
    m_layout->addWidget(m_message);
}

void VitalsForm::showRules(const domain::ProtocolVersion& protocol) {
    const std::string version = protocol.id.text();
    if (m_row != nullptr && version == m_rulesOf) return;
    m_rulesOf = version;
    if (m_button != nullptr) m_button->setParent(this);
    delete m_row;
    m_row = new VitalsEntryRow(protocol.rules.monitoring, m_presenter.bench().clock(), m_name, this);
    m_layout->insertWidget(0, m_row);
    if (m_button != nullptr) m_row->addButton(m_button);
    connectRow();
    Q_EMIT rowMade();
}

void VitalsForm::addButton(QWidget* button) {
    m_button = button;
    m_button->setParent(this);
    if (m_row != nullptr) m_row->addButton(m_button);
}

void VitalsForm::connectRow() {
    connect(m_row, &VitalsEntryRow::refused, this, &VitalsForm::say);
    connect(m_row, &VitalsEntryRow::edited, this, [this] {
        m_askedMissing = false;
        say({});
    });
}

bool VitalsForm::hasEntry() const {
    return m_row != nullptr && !m_row->isEmpty();
}

bool VitalsForm::isReady() {
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
    return true;
}

services::VitalsEntry VitalsForm::entry() const {
    const VitalsValues values = m_row->values();
    services::VitalsEntry entry{.infusion = m_presenter.view()->record.infusion.id};
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
    return entry;
}

void VitalsForm::say(const QString& sentence) {
    m_message->setVisible(!sentence.isEmpty());
    m_message->announce(sentence);
}

void VitalsForm::showFailure(const base::Error& error) {
    if (error.problems.empty()) {
        say(u"✖ "_s + describe(error));
        return m_row->focusField({});
    }
    QStringList sentences;
    for (const auto& problem : error.problems) {
        const QString field = toQt(problem.field);
        sentences << describe(problem,
                              FieldWords{field == u"correction_reason" ? tr("Reason") : m_row->labelOf(field), {}});
    }
    say(u"✖ "_s + sentences.join(u' '));
    m_row->focusField(toQt(error.problems.front().field));
}

void VitalsForm::clear() {
    m_askedMissing = false;
    say({});
    if (m_row != nullptr) m_row->clear();
}

} // namespace chairside::ui
