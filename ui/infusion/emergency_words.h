// The words of an emergency.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/services/infusion_service.h"

namespace chairside::ui {

struct EmergencyWords {
    Q_DECLARE_TR_FUNCTIONS(EmergencyWords)

public:
    [[nodiscard]] static QString standing(domain::EmergencyStanding standing);
    // "called: Dr L. Okafor; done: oxygen 6 L; goes on".
    [[nodiscard]] static QString note(const domain::EmergencyNote& note);
    // Numbered, a line each; a sentence if the version says nothing.
    [[nodiscard]] static QString instructions(const domain::ProtocolVersion& version);
    // "10:45 called: …", a line each; empty if there was none.
    [[nodiscard]] static QString lines(const services::InfusionView& view);
};

} // namespace chairside::ui
