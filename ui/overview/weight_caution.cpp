#include "ui/overview/weight_caution.h"

#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/overview/overview_words.h"

namespace chairside::ui {

namespace {

using Words = OverviewWords;

WeightEntryLink linkTo(const services::WeightSource& source, const services::PatientOverview& overview) {
    if (!source.infusion)
        return {Words::tr("See the order of %1").arg(dateText(source.weight.on)), source.course.text(), std::nullopt};
    const auto visit = std::ranges::find(overview.visits, *source.infusion, &services::PatientVisit::infusion);
    const int ordinal = visit == overview.visits.end() ? 0 : visit->ordinal;
    return {Words::tr("See infusion %1").arg(ordinal), source.course.text(), source.infusion->text()};
}

QString weighed(const services::WeightSource& source) {
    return Words::tr("%1 on %2").arg(amountText(source.weight.weight, u"kg"), dateText(source.weight.on));
}

} // namespace

std::optional<WeightCaution> weightCaution(const services::PatientOverview& overview) {
    if (!overview.contradiction) return std::nullopt;
    const auto& [before, newest] = *overview.contradiction;
    return WeightCaution{
        Words::tr("The weight was %1, and %2: one of them is most likely wrong.").arg(weighed(before), weighed(newest)),
        {linkTo(before, overview), linkTo(newest, overview)}};
}

} // namespace chairside::ui
