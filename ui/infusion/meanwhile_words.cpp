#include "ui/infusion/meanwhile_words.h"

#include <algorithm>

#include "ui/charts/chart_text.h"
#include "ui/format/quantity_text.h"
#include "ui/infusion/after_words.h"
#include "ui/infusion/discharge_words.h"
#include "ui/infusion/event_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/pain_card.h"
#include "ui/infusion/second_check_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

QString MeanwhileWords::dose(const services::InfusionView& view, const domain::DoseCheck& theirs) {
    const QString who = InfusionWords::written(view.people, theirs.head);
    const QString what = hidesFirstNumbers(view)
                             ? tr("a dose, hidden until the second check is complete")
                             : tr("%1 at %2", "dose at weight")
                                   .arg(amountText(theirs.dose, u"mg"), amountText(theirs.inputs.weight, u"kg"));
    if (view.delivery.startedAt) {
        return tr("Meanwhile %1 was prepared (%2) and started. What you typed is still here and not saved; it cannot "
                  "replace a dose that runs.")
            .arg(what, who);
    }
    return tr("Meanwhile %1 was prepared (%2). What you typed is still here and not saved: say why it is to replace "
              "theirs, or cancel.")
        .arg(what, who);
}

QString MeanwhileWords::doseAgain(const services::InfusionView& view, const domain::DoseCheck& theirs) {
    return tr("Meanwhile the dose was prepared again (%1). What you typed is still here: weigh, read the vial and "
              "calculate once more before you save.")
        .arg(InfusionWords::written(view.people, theirs.head));
}

QString MeanwhileWords::secondCheck(const services::InfusionView& view, const domain::SecondCheck& theirs,
                                    const QString& typed) {
    return tr("Meanwhile the second check was saved: %1 (%2). What was typed here is not saved: %3.")
        .arg(SecondCheckWords::numbers(theirs.numbers), InfusionWords::written(view.people, theirs.head), typed);
}

QString MeanwhileWords::answer(const QString& words) {
    return tr("Meanwhile it was answered: %1. Yours is still here and not saved: say why it is to replace theirs, or "
              "cancel.")
        .arg(words);
}

QString MeanwhileWords::step(const services::InfusionView& view, const domain::InfusionStep& theirs,
                             const QString& words) {
    return tr("Not recorded: meanwhile %1 (%2). What you typed stays here until you press Esc.")
        .arg(words, InfusionWords::person(view.people, theirs.head.recordedBy));
}

QString MeanwhileWords::discharge(const services::InfusionView& view, const domain::Discharge& theirs) {
    return tr("Meanwhile the discharge was saved: %1 (%2). What you typed is still here and not saved: say why it is "
              "to replace theirs, or cancel.")
        .arg(DischargeWords::discharge(view, theirs), InfusionWords::written(view.people, theirs.head));
}

QString MeanwhileWords::event(const services::InfusionView& view, const domain::AdverseEvent& theirs) {
    QStringList parts{eventText({theirs.term, theirs.words, theirs.grade})};
    parts << InfusionWords::action(theirs.action) << InfusionWords::outcome(theirs.outcome)
          << EventWords::judgement(theirs);
    return tr("Not saved: meanwhile this event was corrected to %1 (%2). Yours is still here; save again to correct "
              "theirs, or cancel.")
        .arg(parts.join(u", "_s), InfusionWords::written(view.people, theirs.head));
}

QString MeanwhileWords::pain(const services::InfusionView& view, const domain::PainScore& theirs) {
    return tr("Meanwhile pain was recorded: %1. What you typed is still here and not saved: say why it is to replace "
              "theirs, or cancel.")
        .arg(painScoreLine(view, theirs));
}

QString MeanwhileWords::after(const services::InfusionView& view, const domain::AfterAssessment& theirs) {
    return tr("Meanwhile was recorded: %1 (%2). What you typed is still here and not saved, the rest is theirs: say "
              "why it is to replace theirs, or cancel.")
        .arg(AfterWords::parts(theirs), InfusionWords::written(view.people, theirs.head));
}

QString MeanwhileWords::aldrete(const services::InfusionView& view, const domain::AldreteScore& theirs) {
    return tr("Meanwhile a score was saved: %1, %2 (%3). What you typed is still here and not saved: Enter saves it as "
              "a further score, Esc leaves it at theirs.")
        .arg(DischargeWords::aldrete(theirs, view.protocol.rules.discharge), DischargeWords::aldreteItems(theirs),
             InfusionWords::written(view.people, theirs.head));
}

QString MeanwhileWords::rescue(const services::InfusionView& view, const domain::RescueDrug& theirs) {
    return tr("Meanwhile was recorded: %1. What you typed is still here and not saved: save it only if it was given "
              "besides, else cancel.")
        .arg(EventWords::rescueLine(view, theirs));
}

QString MeanwhileWords::rescueCorrected(const services::InfusionView& view, const domain::RescueDrug& theirs) {
    return tr("Not saved: meanwhile this line was corrected to %1 (%2). Yours is still here; save again to correct "
              "theirs, or cancel.")
        .arg(EventWords::rescue(theirs), InfusionWords::written(view.people, theirs.head));
}

QString MeanwhileWords::drug(const services::InfusionView& view, const QString& typed) {
    const auto& first = view.record.movements.front();
    return tr("Meanwhile %1 booked the drug. What was typed here is not booked: %2. Where the book is wrong, correct "
              "it in the drug book.")
        .arg(InfusionWords::person(view.people, first.recordedBy), typed);
}

bool isOvertaken(const base::Error& error) {
    if (error.code == base::Code::Conflict) return true;
    return std::ranges::any_of(error.problems,
                               [](const base::Problem& problem) { return problem.rule == base::Rule::Duplicate; });
}

} // namespace chairside::ui
