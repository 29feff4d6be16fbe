// Weight and height in the order form: what stands, what looks wrong, and what is asked once more.
#include "core/domain/dosing/body_measure.h"
#include "core/domain/dosing/weight_entry.h"
#include "ui/order/order_form.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

void OrderForm::setWeight(const std::optional<KnownWeight>& weight, const domain::BodyLimits& limits) {
    m_weight = weight;
    m_body = limits;
    describeBody();
}

std::optional<KnownWeight> OrderForm::orderedWeight() const {
    const auto typed = m_bodyWeight->value<domain::Weight>();
    if (!typed) return m_weight;
    return KnownWeight{*typed, m_weighedOn->date().value_or(m_clock.now().localDate())};
}

void OrderForm::describeBody() {
    const auto weight = m_bodyWeight->value<domain::Weight>();
    const auto height = m_height->value<domain::Height>();
    const auto known = m_weight ? std::optional(m_weight->weight) : std::nullopt;
    const auto* rules = version() != nullptr ? &version()->rules.dose : nullptr;
    m_form->setFieldHelp(u"weight"_s, weightRemark(weight, m_weight, rules));
    const auto ordered = orderedWeight();
    const bool both = rules != nullptr && ordered && height;
    m_form->setFieldHelp(u"height"_s, both ? heightRemark(ordered->weight, *height, *rules, m_body) : QString());
    const bool again = both && domain::isOdd(ordered->weight, *height, m_body);
    const bool changed = rules != nullptr && weight && known && domain::weightChangeIsLarge(*known, *weight, *rules);
    m_form->setFieldVisible(u"weight_again"_s, again || changed);
    describeDose();
}

void OrderForm::addMeasure(services::OrderRequest& request) const {
    const auto height = m_height->value<domain::Height>();
    const auto ordered = orderedWeight();
    request.height = height;
    if (!ordered) return;
    request.weight = ordered->weight;
    request.weighedOn = ordered->on;
    request.weightAgain = m_weightAgain->value<domain::Weight>();
}

} // namespace chairside::ui
