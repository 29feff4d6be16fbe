#include "ui/infusion/drug_lines.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DrugText {
    Q_DECLARE_TR_FUNCTIONS(DrugText)
};

FactLine movementLine(const services::InfusionView& view, const domain::DrugMovement& movement) {
    QString line = DrugText::tr("%1, %2, %3")
                       .arg(amountText(movement.amount, u"mg"), timeText(movement.at),
                            InfusionWords::person(view.people, movement.recordedBy));
    if (movement.witness)
        line = DrugText::tr("%1, witness %2").arg(line, InfusionWords::person(view.people, *movement.witness));
    if (!movement.reason.empty()) line += u": "_s + toQt(movement.reason);
    return {InfusionWords::movement(movement.kind), line, TextRole::Body};
}

} // namespace

std::optional<DrugBasis> drugBasis(const services::InfusionView& view) {
    const auto prepared = domain::preparedDose(view.record);
    if (!prepared) return std::nullopt;
    return DrugBasis{*prepared, view.delivery.dose, view.delivery.bagDose};
}

DrugOpened drugOpened(const DrugBasis& basis, domain::Volume vialVolume) {
    const auto strength = basis.prepared.inputs.strength;
    const int vials = domain::vialUse(basis.prepared.drugVolume, vialVolume, strength).vials;
    const auto perVial = base::divideRounded(base::Wide{strength.raw()} * vialVolume.raw(), 1000);
    return {vials, domain::Dose::ofRaw(perVial * vials)};
}

std::vector<FactLine> drugBasisLines(const services::InfusionView& view, const DrugBasis& basis) {
    const QString drawn = DrugText::tr("%1 (%2)").arg(amountText(basis.prepared.drugVolume, u"mL"),
                                                      amountText(basis.prepared.dose, u"mg"));
    return {{DrugText::tr("Drug"),
             u"%1, %2"_s.arg(toQt(view.protocol.drug), perText(basis.prepared.inputs.strength, u"mg", u"mL")),
             TextRole::Body},
            {DrugText::tr("Drawn"), drawn, TextRole::Body},
            {DrugText::tr("Given"), amountText(basis.given, u"mg"), TextRole::Strong},
            {DrugText::tr("Left in the bag"), amountText(basis.leftInBag, u"mg"), TextRole::Strong}};
}

QString vialLine(const DrugBasis& basis, domain::Volume vialVolume) {
    const DrugOpened opened = drugOpened(basis, vialVolume);
    if (opened.vials <= 0) return {};
    const QString volume = amountText(vialVolume, u"mL");
    const QString content = amountText(opened.content, u"mg");
    const QString rest = amountText(opened.content - basis.prepared.dose, u"mg");
    if (opened.vials == 1) return DrugText::tr("1 vial of %1 holds %2; %3 stay in it.").arg(volume, content, rest);
    return DrugText::tr("%1 vials of %2 hold %3; %4 stay in them.")
        .arg(QString::number(opened.vials), volume, content, rest);
}

QString differenceLine(domain::Dose difference) {
    if (difference == domain::Dose{}) return DrugText::tr("✔ Difference 0 mg: everything is accounted for.");
    if (difference > domain::Dose{})
        return DrugText::tr("▲ Difference %1: not accounted for yet.").arg(amountText(difference, u"mg"));
    return DrugText::tr("▲ Difference %1: more than the vials held.").arg(amountText(difference, u"mg"));
}

std::vector<FactLine> bookedLines(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    for (const auto& vial : view.record.vials) {
        const QString what = DrugText::tr("%1, %2, %3, lot %4, expires %5")
                                 .arg(toQt(vial.drug), perText(vial.strength, u"mg", u"mL"),
                                      amountText(vial.volume, u"mL"), toQt(vial.lot), dateText(vial.expires));
        lines.push_back({DrugText::tr("Vial"), what, TextRole::Strong});
        for (const auto& movement : view.record.movements) {
            if (movement.vial == vial.id) lines.push_back(movementLine(view, movement));
        }
    }
    return lines;
}

} // namespace chairside::ui
