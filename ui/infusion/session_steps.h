// Which steps a chair-side session has, in their order; the last one stands beside them.
#pragma once

#include <vector>

class QWidget;

namespace chairside::ui {

class InfusionPresenter;
class SessionStep;

[[nodiscard]] std::vector<SessionStep*> makeSessionSteps(InfusionPresenter& presenter, QWidget* parent);

} // namespace chairside::ui
