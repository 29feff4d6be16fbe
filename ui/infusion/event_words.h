// The words of adverse events and of the drugs given against them.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "core/services/infusion_service.h"

namespace chairside::ui {

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)

public:
    [[nodiscard]] static QString relation(domain::EventRelation relation);
    [[nodiscard]] static QString route(domain::DrugRoute route);
    // "serious", "not serious", "caused by the infusion: probable", "ended 10:50": what somebody has said of it.
    [[nodiscard]] static QStringList judgement(const domain::AdverseEvent& event);
    // "ondansetron 4 mg, into a vein".
    [[nodiscard]] static QString rescue(const domain::RescueDrug& drug);
    // "10:45 ondansetron 4 mg, into a vein, given by R. Khan, RN, witness M. Osei, RN"; a line each, those that stand.
    [[nodiscard]] static QString rescueLines(const services::InfusionView& view);
    [[nodiscard]] static QString rescueLine(const services::InfusionView& view, const domain::RescueDrug& drug);
};

} // namespace chairside::ui
