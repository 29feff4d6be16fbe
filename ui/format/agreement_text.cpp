#include "ui/format/agreement_text.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

struct AgreementText {
    Q_DECLARE_TR_FUNCTIONS(AgreementText)
};

} // namespace

QString consentText(const domain::OrderAgreement& agreement) {
    return AgreementText::tr("%1, taken by %2").arg(dateText(agreement.consentOn), toQt(agreement.consentTakenBy));
}

QString consentPlaceText(const domain::OrderAgreement& agreement) {
    return AgreementText::tr("form: %1").arg(toQt(agreement.consentReference));
}

} // namespace chairside::ui
