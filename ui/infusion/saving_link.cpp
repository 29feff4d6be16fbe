#include "ui/infusion/saving_link.h"

#include <QWidget>

namespace chairside::ui {

void linkSaving(InfusionPresenter& presenter, SessionFact fact, const SavingLink& link) {
    QObject::connect(&presenter, &InfusionPresenter::saving, link.owner, [fact, link](SessionFact begun) {
        if (begun == fact) link.save->setEnabled(false);
    });
    QObject::connect(&presenter, &InfusionPresenter::saved, link.owner, [fact, link](SessionFact done) {
        if (done != fact) return;
        link.save->setEnabled(true);
        link.saved();
    });
    QObject::connect(&presenter, &InfusionPresenter::failed, link.owner,
                     [fact, link](SessionFact refused, const base::Error& error) {
                         if (refused != fact) return;
                         link.save->setEnabled(true);
                         link.failed(error);
                     });
}

} // namespace chairside::ui
