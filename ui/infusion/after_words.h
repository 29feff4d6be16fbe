// Impression of change, relief and endurance in words.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "core/domain/outcome/impression.h"
#include "core/services/infusion_service.h"

namespace chairside::ui {

struct AfterWords {
    Q_DECLARE_TR_FUNCTIONS(AfterWords)

public:
    // "very much improved".
    [[nodiscard]] static QString impression(domain::Impression impression);
    // "1 very much improved, 2 much improved … 7 very much worse": all seven, as the protocol counts.
    [[nodiscard]] static QString impressionScale(domain::ImpressionDirection direction);
    // "compared with before this infusion".
    [[nodiscard]] static QString since(domain::ComparedWith since);
    [[nodiscard]] static QString side(domain::BodySide side);
    [[nodiscard]] static QString stop(domain::EnduranceStop stop);

    // "2 (1–7) much improved, compared with before the course"; empty if it was not asked.
    [[nodiscard]] static QString impressionLine(const domain::AfterAssessment& entry);
    // "45 % (0 none to 100 complete), compared with before this infusion".
    [[nodiscard]] static QString reliefLine(const domain::AfterAssessment& entry);
    // "62 s with 2 kg, right, exhausted".
    [[nodiscard]] static QString enduranceLine(const domain::AfterAssessment& entry);

    // All of them that were recorded, "; " between.
    [[nodiscard]] static QString parts(const domain::AfterAssessment& entry);

    // What stands, one assessment a line, with who and when; empty if nothing was recorded.
    [[nodiscard]] static QString summary(const services::InfusionView& view);
};

} // namespace chairside::ui
