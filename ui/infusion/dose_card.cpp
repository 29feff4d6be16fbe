#include "ui/infusion/dose_card.h"

#include <QVBoxLayout>

#include "ui/infusion/fact_list.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void showDoseText(TextLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

DoseCard::DoseCard(QWidget* parent) : Card(tr("Dose"), parent) {
    const auto add = [this](TextRole role, const QString& name) {
        auto* label = new TextLabel({}, role, this);
        label->setObjectName(name);
        label->setWordWrap(true);
        body()->addWidget(label);
        return label;
    };
    m_dose = add(TextRole::PageTitle, u"dose_result"_s);
    m_rounding = add(TextRole::Body, u"dose_rounding"_s);
    m_problem = add(TextRole::Error, u"dose_problem"_s);
    m_facts = new FactList(tr("Preparation"), this);
    m_facts->setObjectName(u"dose_facts"_s);
    body()->addWidget(m_facts);
    m_caution = add(TextRole::Warning, u"dose_caution"_s);
    m_guideline = add(TextRole::Hint, u"dose_guideline"_s);
    m_information = add(TextRole::Hint, u"dose_information"_s);
    body()->addStretch(1);
    showWaiting();
    showRemarks({}, {});
}

void DoseCard::showWaiting() {
    showDoseText(*m_dose, {});
    showDoseText(*m_rounding, tr("Weight, strength, bag and its meaning give the dose."));
    showDoseText(*m_problem, {});
    showDoseText(*m_guideline, {});
    m_facts->setLines({});
    m_facts->hide();
}

void DoseCard::showLines(const DoseLines& lines) {
    showDoseText(*m_dose, lines.dose);
    showDoseText(*m_rounding, lines.rounding);
    showDoseText(*m_guideline, lines.information);
    QStringList problems(lines.problems.begin(), lines.problems.end());
    showDoseText(*m_problem, problems.isEmpty() ? QString() : u"✖ "_s + problems.join(u"\n✖ "_s));
    m_facts->setVisible(lines.problems.empty());
    if (!lines.problems.empty()) return m_facts->setLines({});
    m_facts->setLines({{tr("Volume to draw"), lines.drugVolume, TextRole::Strong},
                       {tr("Total volume"), lines.totalVolume, TextRole::Body},
                       {tr("Pump rate"), lines.rate, TextRole::Strong},
                       {tr("Check"), (lines.minutesAgree ? u"✔ "_s : u"▲ "_s) + lines.minutes,
                        lines.minutesAgree ? TextRole::Body : TextRole::Warning}});
}

void DoseCard::showRemarks(const QString& caution, const QString& information) {
    showDoseText(*m_caution, caution.isEmpty() ? QString() : u"▲ "_s + caution);
    showDoseText(*m_information, information);
}

} // namespace chairside::ui
