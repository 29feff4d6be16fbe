// Which steps a chair-side session has, in their order.
#pragma once

#include <vector>

class QWidget;

namespace chairside::ui {

class InfusionPresenter;
class SessionStep;

[[nodiscard]] std::vector<SessionStep*> makeSessionSteps(InfusionPresenter& presenter, QWidget* parent);

} // namespace chairside::ui
