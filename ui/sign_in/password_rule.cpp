#include "ui/sign_in/password_rule.h"

#include <QCoreApplication>

#include "ui/widgets/form_builder.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

void describePasswordRule(Workbench& bench, FormBuilder& form, const QString& field) {
    bench.ask(
        &form, [](services::Services& all) { return all.accounts.minPasswordLength(); },
        [&form, field](int least) {
            form.setFieldHelp(field, FormBuilder::tr("At least %1 characters; a sentence is good.").arg(least));
        });
}

} // namespace chairside::ui
