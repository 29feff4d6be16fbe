// Everything one infusion's record says, short enough for one screen: what is signed.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/services/infusion_service.h"
#include "ui/infusion/fact_list.h"

namespace chairside::ui {

// One line a subject, in the order of the steps.
[[nodiscard]] std::vector<FactLine> recordSummary(const services::InfusionView& view);

struct SigningWarning {
    QString sentence;
    bool blocks = false; // nothing can be signed before this is solved
};
// What still stands between the record and the signature; blocking ones first.
[[nodiscard]] std::vector<SigningWarning> signingWarnings(const services::InfusionView& view);

// What happened that whoever signs should not overlook: a serious event, a rescue drug, a start outside of the limits,
// a difference of the drug, an early leave.
[[nodiscard]] QStringList signingRemarks(const services::InfusionView& view);

// "Signed by R. Khan, RN, at 14-Jan-2025 12:05."; empty while unsigned.
[[nodiscard]] QString signedLine(const services::InfusionView& view);
// Addenda, oldest first.
[[nodiscard]] std::vector<FactLine> addendumLines(const services::InfusionView& view);

} // namespace chairside::ui
