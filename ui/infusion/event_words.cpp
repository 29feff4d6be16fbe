#include "ui/infusion/event_words.h"

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

QString EventWords::relation(domain::EventRelation relation) {
    switch (relation) {
    case domain::EventRelation::Unrelated:
        return tr("unrelated");
    case domain::EventRelation::Unlikely:
        return tr("unlikely");
    case domain::EventRelation::Possible:
        return tr("possible");
    case domain::EventRelation::Probable:
        return tr("probable");
    case domain::EventRelation::Definite:
        return tr("definite");
    }
    return {};
}

QString EventWords::route(domain::DrugRoute route) {
    switch (route) {
    case domain::DrugRoute::Intravenous:
        return tr("intravenous");
    case domain::DrugRoute::Intramuscular:
        return tr("intramuscular");
    case domain::DrugRoute::Subcutaneous:
        return tr("subcutaneous");
    case domain::DrugRoute::Oral:
        return tr("by mouth");
    case domain::DrugRoute::Sublingual:
        return tr("under the tongue");
    case domain::DrugRoute::Inhaled:
        return tr("inhaled");
    case domain::DrugRoute::Intranasal:
        return tr("into the nose");
    }
    return {};
}

QStringList EventWords::judgement(const domain::AdverseEvent& event) {
    QStringList parts;
    if (event.serious) parts << (*event.serious ? tr("serious") : tr("not serious"));
    if (event.relation) parts << tr("caused by the infusion: %1").arg(relation(*event.relation));
    if (event.endedAt) parts << tr("ended %1").arg(timeText(*event.endedAt));
    return parts;
}

QString EventWords::rescue(const domain::RescueDrug& drug) {
    return tr("%1 %2, %3", "drug, dose, route").arg(toQt(drug.drug), amountText(drug.dose, u"mg"), route(drug.route));
}

QString EventWords::rescueLine(const services::InfusionView& view, const domain::RescueDrug& drug) {
    return tr("%1 %2, given by %3, witness %4")
        .arg(timeText(drug.head.observedAt), rescue(drug), InfusionWords::person(view.people, drug.head.recordedBy),
             InfusionWords::person(view.people, drug.witness));
}

QString EventWords::rescueLines(const services::InfusionView& view) {
    QStringList lines;
    for (const auto& drug : domain::standing(view.record.rescueDrugs))
        lines << rescueLine(view, drug);
    return lines.join(QLatin1Char('\n'));
}

} // namespace chairside::ui
