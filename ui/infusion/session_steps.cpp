#include "ui/infusion/session_steps.h"

#include "ui/infusion/after_step.h"
#include "ui/infusion/discharge_step.h"
#include "ui/infusion/dose_step.h"
#include "ui/infusion/drug_step.h"
#include "ui/infusion/emergency_step.h"
#include "ui/infusion/pre_check_step.h"
#include "ui/infusion/run_step.h"
#include "ui/infusion/sign_step.h"
#include "ui/infusion/tender_step.h"

namespace chairside::ui {

std::vector<SessionStep*> makeSessionSteps(InfusionPresenter& presenter, QWidget* parent) {
    return {new DoseStep(presenter, parent),      new PreCheckStep(presenter, parent),
            new RunStep(presenter, parent),       new AfterStep(presenter, parent),
            new TenderStep(presenter, parent),    new DrugStep(presenter, parent),
            new DischargeStep(presenter, parent), new SignStep(presenter, parent),
            new EmergencyStep(presenter, parent)};
}

} // namespace chairside::ui
