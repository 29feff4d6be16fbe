#include "ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/format/date_text.h"
#include "ui/shell/main_window.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

StatusLine::StatusLine(QWidget* parent) : QWidget(parent) {
    setObjectName(u"statusLine"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(4));
    layout->setSpacing(scaled(20));
    const auto add = [this, layout](const QString& name) {
        auto* label = new TextLabel({}, TextRole::Label, this);
        label->setObjectName(name);
        layout->addWidget(label);
        return label;
    };
    m_person = add(u"statusPerson"_s);
    m_saved = add(u"statusSaved"_s);
    m_sentence = add(u"statusSentence"_s);
    layout->setStretch(layout->count() - 1, 1);
    // A long sentence must not make the window wider.
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_backup = add(u"statusBackup"_s);
    m_kind = add(u"statusKind"_s);
    add(u"statusLock"_s)->setText(tr("Ctrl+L locks"));
    m_person->hide();
    m_saved->hide();
    m_backup->hide();
    setDemo(false);
}

void StatusLine::setPerson(const SignedIn* person) {
    m_person->setVisible(person != nullptr);
    if (person == nullptr) return;
    const QString who = tr("%1, %2").arg(person->name, person->role);
    m_person->setText(person->computer.isEmpty() ? who : who + u" · " + person->computer);
}

void StatusLine::setSaveState(const SaveState& state) {
    m_saved->setVisible(state.kind != SaveState::Kind::Nothing);
    m_saved->setRole(state.kind == SaveState::Kind::Failed ? TextRole::Error : TextRole::Label);
    const QString at = state.at ? timeText(*state.at) : QString();
    switch (state.kind) {
    case SaveState::Kind::Nothing:
        return m_saved->announce({});
    case SaveState::Kind::Unsaved:
        return m_saved->announce(tr("Unsaved"));
    case SaveState::Kind::Saving:
        return m_saved->announce(tr("Saving"));
    case SaveState::Kind::Saved:
        return m_saved->announce(at.isEmpty() ? tr("Saved") : tr("Saved %1").arg(at));
    case SaveState::Kind::Failed:
        return m_saved->announce(at.isEmpty() ? tr("Not saved") : tr("Not saved since %1").arg(at));
    }
}

void StatusLine::setBackupText(const QString& text) {
    m_backup->setText(text);
    m_backup->setVisible(!text.isEmpty());
}

void StatusLine::setDemo(bool demo) {
    m_kind->setText(demo ? tr("DEMO") : tr("LIVE"));
}

void StatusLine::say(const QString& sentence) {
    m_sentence->announce(sentence);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().alternate);
    painter.fillRect(0, 0, width(), 1, tokens().hairline);
}

} // namespace chairside::ui
