#include "ui/order/order_summary.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "core/domain/outcome/response.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/order/order_form.h"
#include "ui/overview/overview_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString doseText(const OrderForm& form) {
    const auto perKg = form.perKg();
    if (!perKg) return OrderSummary::tr("Not typed yet");
    const QString dose = perText(*perKg, u"mg", u"kg");
    const auto minutes = form.minutes();
    if (!minutes) return OrderSummary::tr("DOSE %1 — intravenous infusion").arg(dose);
    return OrderSummary::tr("DOSE %1 — over %2 — intravenous infusion")
        .arg(dose, countedText(*minutes, Counted::Minute));
}

QString datesText(const OrderForm& form) {
    QStringList lines;
    for (const auto& date : form.dates()) {
        if (date) lines << weekdayDateText(*date);
    }
    if (lines.isEmpty()) return OrderSummary::tr("Not typed yet");
    for (qsizetype at = 0; at < lines.size(); ++at)
        lines[at] = OrderSummary::tr("%1.  %2").arg(at + 1).arg(lines[at]);
    return lines.join(u'\n');
}

QString baselineText(const OrderForm& form) {
    const auto scores = form.baselineScores();
    const auto mean = domain::meanOf(scores);
    if (!mean) return OrderSummary::tr("None: no percent change can be shown later");
    return scores.size() == 1
               ? OrderSummary::tr("%1, one score").arg(OverviewWords::score(*mean))
               : OrderSummary::tr("%1, mean of %2 scores").arg(OverviewWords::score(*mean)).arg(scores.size());
}

} // namespace

OrderSummary::OrderSummary(QWidget* parent) : Card(tr("What you sign"), parent) {
    setFixedWidth(scaled(320));
    m_drug = addLine(tr("Drug"), u"sum_drug"_s);
    m_drug->setRole(TextRole::Strong);
    m_dose = addLine({}, u"sum_dose"_s);
    m_weight = addLine(tr("At the body weight"), u"sum_weight"_s);
    m_baseline = addLine(tr("Baseline pain"), u"sum_baseline"_s);
    m_dates = addLine(tr("Dates"), u"sum_dates"_s);
    body()->addStretch(1);
    auto* next = makeButton(tr("&Next unanswered"), ButtonKind::Secondary, u"next_unanswered"_s, this);
    next->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // Pressed, not clicked: a shortcut clicks a moment later, and the next key would still go to the old field.
    connect(next, &QPushButton::pressed, this, &OrderSummary::nextWanted);
    body()->addWidget(next);
    m_sign = makeButton(tr("Si&gn order"), ButtonKind::Primary, u"sign_order"_s, this);
    m_sign->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_sign, &QPushButton::clicked, this, &OrderSummary::signChosen);
    body()->addWidget(m_sign);
    body()->addWidget(new TextLabel(tr("Ctrl+Enter signs. A signed order is not changed; a change is a new order."),
                                    TextRole::Hint, this));
}

TextLabel* OrderSummary::addLine(const QString& caption, const QString& objectName) {
    if (!caption.isEmpty()) body()->addWidget(new TextLabel(caption, TextRole::Label, this));
    auto* value = new TextLabel({}, TextRole::Body, this);
    value->setObjectName(objectName);
    value->setWordWrap(true);
    body()->addWidget(value);
    return value;
}

void OrderSummary::describe(const OrderForm& form) {
    const auto* version = form.version();
    m_drug->setText(version == nullptr ? tr("No protocol chosen") : toQt(version->drug));
    m_dose->setText(doseText(form));
    m_weight->setText(form.preview().line.isEmpty() ? tr("Shown when the dose is typed") : form.preview().line);
    m_baseline->setText(baselineText(form));
    m_dates->setText(datesText(form));
}

void OrderSummary::setSigning(bool signing) {
    m_sign->setEnabled(!signing);
    m_sign->setText(signing ? tr("Signing…") : tr("Si&gn order"));
}

} // namespace chairside::ui
