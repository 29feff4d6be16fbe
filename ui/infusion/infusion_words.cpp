#include "ui/infusion/infusion_words.h"

#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

QString InfusionWords::state(domain::InfusionState state) {
    switch (state) {
    case domain::InfusionState::Opened:
        return tr("NOT PREPARED");
    case domain::InfusionState::Prepared:
        return tr("READY TO START");
    case domain::InfusionState::Running:
        return tr("RUNNING");
    case domain::InfusionState::Paused:
        return tr("PAUSED");
    case domain::InfusionState::Ended:
        return tr("STOPPED");
    case domain::InfusionState::Discharged:
        return tr("DISCHARGED");
    case domain::InfusionState::Signed:
        return tr("SIGNED");
    }
    return {};
}

QString InfusionWords::grade(int grade) {
    switch (grade) {
    case 1:
        return tr("mild: few or no symptoms, nothing needs to be done");
    case 2:
        return tr("moderate: limits shopping, cooking, phoning; little treatment needed");
    case 3:
        return tr("severe: limits washing, dressing, eating; not life-threatening");
    case 4:
        return tr("life-threatening: urgent treatment needed");
    case 5:
        return tr("death related to the event");
    default:
        return {};
    }
}

QString InfusionWords::action(domain::EventAction action) {
    switch (action) {
    case domain::EventAction::None:
        return tr("nothing done");
    case domain::EventAction::RateLowered:
        return tr("rate lowered");
    case domain::EventAction::Paused:
        return tr("paused");
    case domain::EventAction::Stopped:
        return tr("stopped");
    case domain::EventAction::Treated:
        return tr("treated");
    }
    return {};
}

QString InfusionWords::outcome(domain::EventOutcome outcome) {
    switch (outcome) {
    case domain::EventOutcome::Resolved:
        return tr("resolved");
    case domain::EventOutcome::Ongoing:
        return tr("ongoing");
    case domain::EventOutcome::ResolvedWithSequelae:
        return tr("resolved with after-effects");
    case domain::EventOutcome::Unknown:
        return tr("outcome not known");
    }
    return {};
}

QString InfusionWords::mark(domain::VitalMark mark) {
    switch (mark) {
    case domain::VitalMark::None:
        return {};
    case domain::VitalMark::High:
        return tr("▲ high");
    case domain::VitalMark::Low:
        return tr("▼ low");
    case domain::VitalMark::VeryLow:
        return tr("▼ very low");
    }
    return {};
}

QString InfusionWords::gap(domain::SigningGap gap) {
    switch (gap) {
    case domain::SigningGap::NotStopped:
        return tr("The infusion has not been stopped.");
    case domain::SigningGap::NoDose:
        return tr("No dose has been prepared.");
    case domain::SigningGap::NotDischarged:
        return tr("The patient is not discharged yet.");
    case domain::SigningGap::PainBeforeMissing:
        return tr("Pain before the infusion is not recorded.");
    case domain::SigningGap::PainAfterMissing:
        return tr("Pain after the infusion is not recorded.");
    case domain::SigningGap::DrugNotAccounted:
        return tr("The drug does not balance to zero yet.");
    case domain::SigningGap::NoVitals:
        return tr("No vital signs are recorded.");
    case domain::SigningGap::EmergencyOngoing:
        return tr("The last line of the emergency says that it goes on.");
    }
    return {};
}

QString InfusionWords::missing(domain::MissingReason reason) {
    switch (reason) {
    case domain::MissingReason::NotRecorded:
        return missingText(Missing::NotRecorded);
    case domain::MissingReason::NotDone:
        return missingText(Missing::NotDone);
    case domain::MissingReason::Declined:
        return missingText(Missing::Declined);
    case domain::MissingReason::Unavailable:
        return missingText(Missing::Unavailable);
    }
    return {};
}

QString InfusionWords::step(domain::StepKind kind) {
    switch (kind) {
    case domain::StepKind::Start:
        return tr("Started");
    case domain::StepKind::RateChange:
        return tr("Rate changed");
    case domain::StepKind::Pause:
        return tr("Paused");
    case domain::StepKind::Resume:
        return tr("Resumed");
    case domain::StepKind::Stop:
        return tr("Stopped");
    }
    return {};
}

QString InfusionWords::movement(domain::MovementKind kind) {
    switch (kind) {
    case domain::MovementKind::Received:
        return tr("Vial opened");
    case domain::MovementKind::Given:
        return tr("Given");
    case domain::MovementKind::WastedVial:
        return tr("Wasted from the vial");
    case domain::MovementKind::WastedBag:
        return tr("Wasted from the bag");
    case domain::MovementKind::Correction:
        return tr("Difference");
    }
    return {};
}

QString InfusionWords::sedationName(domain::SedationScale scale) {
    switch (scale) {
    case domain::SedationScale::MoaaS:
        return u"MOAA/S"_s;
    case domain::SedationScale::Poss:
        return u"POSS"_s;
    case domain::SedationScale::Rass:
        return u"RASS"_s;
    case domain::SedationScale::Ramsay:
        return u"Ramsay"_s;
    }
    return {};
}

QString InfusionWords::sedationScale(domain::SedationScale scale) {
    switch (scale) {
    case domain::SedationScale::MoaaS:
        return tr("MOAA/S 5 answers readily … 0 no response");
    case domain::SedationScale::Poss:
        return tr("POSS 0 asleep, easy to rouse (S), 1 awake … 4 hard to rouse");
    case domain::SedationScale::Rass:
        return tr("RASS keys 1-5: -1 drowsy … -5 unarousable, 0 alert and calm, keys 6-9: +1 restless … +4 combative");
    case domain::SedationScale::Ramsay:
        return tr("Ramsay 1 anxious, 2 co-operative … 6 no response");
    }
    return {};
}

QString InfusionWords::dissociationScale(domain::DissociationScale scale) {
    switch (scale) {
    case domain::DissociationScale::Item0To4:
        return tr("Dissociation 0 none … 4 extreme");
    case domain::DissociationScale::Cadss6:
        return tr("Dissociation CADSS-6 0 none … 24 extreme");
    }
    return {};
}

QString InfusionWords::person(const std::vector<domain::Account>& people, const domain::AccountId& id) {
    const auto found = std::ranges::find(people, id, &domain::Account::id);
    return found == people.end() ? tr("not known") : toQt(found->printedName);
}

QString InfusionWords::personInitials(const std::vector<domain::Account>& people, const domain::AccountId& id) {
    const auto found = std::ranges::find(people, id, &domain::Account::id);
    if (found == people.end()) return tr("not known");
    // What follows a comma is a qualification, not a name.
    const QString name = toQt(found->printedName).section(u',', 0, 0);
    QString initials;
    bool atWordStart = true;
    for (const QChar letter : name) {
        if (atWordStart && letter.isLetter()) initials += letter.toUpper();
        atWordStart = letter.isSpace() || letter == u'-' || letter == u'.';
    }
    return initials.isEmpty() ? name : initials;
}

QString InfusionWords::written(const std::vector<domain::Account>& people, const domain::EntryHead& head) {
    return u"%1, %2"_s.arg(person(people, head.recordedBy), timeText(head.recordedAt));
}

} // namespace chairside::ui
