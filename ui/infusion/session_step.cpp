#include "ui/infusion/session_step.h"

namespace chairside::ui {

SessionStep::SessionStep(InfusionPresenter& presenter, const QString& id, const QString& title, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_id(id), m_title(title) {
    setObjectName(QStringLiteral("step_%1").arg(id));
    setAccessibleName(title);
}

} // namespace chairside::ui
