#include "ui/review/exposure_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStringList>
#include <algorithm>

#include "ui/format/exposure_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::PromptState;

ExposureCard::ExposureCard(QWidget* parent) : Card({}, parent) {
    setObjectName(u"exposure_card"_s);
    setAccessibleName(tr("Ketamine so far"));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::kRelated));
    m_sums = new TextLabel({}, TextRole::Body, this);
    m_sums->setObjectName(u"exposure_sums"_s);
    m_sums->setWordWrap(true);
    line->addWidget(m_sums, 1);
    m_record = makeButton(tr("Record a check…"), ButtonKind::Secondary, u"record_check"_s, this);
    line->addWidget(m_record, 0, Qt::AlignTop);
    body()->addLayout(line);
    m_prompts = new TextLabel({}, TextRole::Strong, this);
    m_prompts->setObjectName(u"exposure_prompts"_s);
    m_prompts->setWordWrap(true);
    body()->addWidget(m_prompts);
    connect(m_record, &QPushButton::clicked, this, &ExposureCard::checkWanted);
}

void ExposureCard::show(const std::optional<domain::Exposure>& exposure, bool mayRecord) {
    setVisible(exposure.has_value());
    if (!exposure) return;
    m_sums->setText(tr("Ketamine in 365 days: %1\nin life: %2")
                        .arg(exposureSumText(exposure->lastYear), exposureSumText(exposure->inLife)));
    QStringList lines;
    for (const auto& prompt : exposure->prompts) {
        if (prompt.state == PromptState::NotAsked) continue;
        lines << tr("%1: %2").arg(exposureCheckText(prompt.check), promptText(prompt));
    }
    m_prompts->setText(lines.join(u'\n'));
    m_prompts->setVisible(!lines.isEmpty());
    m_record->setVisible(mayRecord && !lines.isEmpty());
}

} // namespace chairside::ui
