#include "ui/assessment/score_panel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/assessment/assessment_words.h"
#include "ui/format/to_qt.h"
#include "ui/patients/following_scroll.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

TextLabel* wrapped(TextRole role, QWidget* parent) {
    auto* label = new TextLabel({}, role, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ScorePanel::ScorePanel(QWidget* parent) : Card(tr("Score"), parent) {
    setObjectName(u"score_panel"_s);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(scaled(space::kLabel));
    column->addLayout(m_lines);
    m_open = wrapped(TextRole::Body, this);
    m_open->setObjectName(u"items_open"_s);
    m_rule = wrapped(TextRole::Hint, this);
    m_rule->setObjectName(u"missing_rule"_s);
    m_licence = wrapped(TextRole::Hint, this);
    m_save = makeButton(tr("&Save"), ButtonKind::Primary, u"save_assessment"_s, this);
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_discard = makeButton(tr("Discard e&ntries"), ButtonKind::Secondary, u"discard_assessment"_s, this);
    for (TextLabel* label : {m_open, m_rule, m_licence})
        column->addWidget(label);
    column->addStretch(1);
    auto* scroll = new FollowingScroll(content, this);
    scroll->setAccessibleName(tr("Scores"));
    scroll->setFocusPolicy(Qt::StrongFocus);
    body()->addWidget(scroll, 1);
    body()->addWidget(m_save);
    body()->addWidget(m_discard);
}

void ScorePanel::show(const domain::Instrument& instrument, const domain::InstrumentResult& result, int blank) {
    const auto lines = scoreLines(instrument, result);
    while (m_labels.size() < 2 * lines.size()) {
        m_labels.push_back(wrapped(m_labels.size() % 2 == 0 ? TextRole::Label : TextRole::Strong, this));
        m_lines->addWidget(m_labels.back());
    }
    for (std::size_t at = 0; at < m_labels.size(); ++at) {
        const bool used = at / 2 < lines.size();
        m_labels[at]->setVisible(used);
        if (!used) continue;
        const auto& line = lines[at / 2];
        m_labels[at]->setText(at % 2 == 0 ? line.label : line.value);
        if (at % 2 == 1) m_labels[at]->setRole(line.isOpen ? TextRole::Body : TextRole::Strong);
    }
    m_open->setText(blank == 0   ? tr("Every item is answered.")
                    : blank == 1 ? tr("1 item is empty.")
                                 : tr("%n items are empty.", nullptr, blank));
    m_rule->setText(toQt(instrument.missingRule));
    m_licence->setText(
        tr("%1 Version %2. %3").arg(toQt(instrument.licence), toQt(instrument.version), toQt(instrument.source)));
}

void ScorePanel::setSaving(bool saving, bool correction) {
    m_save->setEnabled(!saving);
    m_discard->setEnabled(!saving);
    m_save->setText(saving ? tr("Saving…") : correction ? tr("&Save the correction") : tr("&Save"));
    m_save->setAccessibleName(spokenName(m_save->text()));
}

} // namespace chairside::ui
