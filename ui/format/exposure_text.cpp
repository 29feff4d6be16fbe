#include "ui/format/exposure_text.h"

#include <QCoreApplication>

#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

namespace {

struct ExposureText {
    Q_DECLARE_TR_FUNCTIONS(ExposureText)
};

QString lastCheckText(const domain::ExposurePrompt& prompt) {
    return prompt.checked ? ExposureText::tr("last on %1").arg(dateText(*prompt.checked))
                          : ExposureText::tr("never recorded");
}

} // namespace

QString exposureSumText(const domain::ExposureSum& sum) {
    const QString dose = amountText(sum.dose, u"mg");
    return sum.infusions == 1 ? ExposureText::tr("1 infusion, %1").arg(dose)
                              : ExposureText::tr("%n infusions, %1", nullptr, sum.infusions).arg(dose);
}

QString exposureCheckText(domain::ExposureCheck check) {
    return check == domain::ExposureCheck::LiverTest ? ExposureText::tr("Liver tests")
                                                     : ExposureText::tr("Urinary symptoms");
}

QString promptText(const domain::ExposurePrompt& prompt) {
    using domain::PromptState;
    switch (prompt.state) {
    case PromptState::NotAsked:
        return prompt.fromInfusions == 0 ? ExposureText::tr("not asked for by the protocol")
                                         : ExposureText::tr("asked for from %1 in 365 days")
                                               .arg(countedText(prompt.fromInfusions, Counted::Infusion));
    case PromptState::Settled:
        return ExposureText::tr("made on %1, counts until %2").arg(dateText(*prompt.checked), dateText(*prompt.until));
    case PromptState::Due:
        return ExposureText::tr("due since %1, %2").arg(dateText(*prompt.since), lastCheckText(prompt));
    case PromptState::Overdue:
        return ExposureText::tr("▲ overdue, open since %1, %2").arg(dateText(*prompt.since), lastCheckText(prompt));
    }
    return {};
}

} // namespace chairside::ui
