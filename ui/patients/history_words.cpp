#include "ui/patients/history_words.h"

#include <QStringList>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::HistoryKind;

QString HistoryWords::kind(HistoryKind kind) {
    switch (kind) {
    case HistoryKind::Phone:
        return tr("Phone");
    case HistoryKind::Email:
        return tr("E-mail");
    case HistoryKind::Address:
        return tr("Address");
    case HistoryKind::EmergencyContact:
        return tr("Emergency contact");
    case HistoryKind::Escort:
        return tr("Escort");
    case HistoryKind::Allergy:
        return tr("Allergy");
    case HistoryKind::NoKnownAllergies:
        return tr("No known allergies");
    case HistoryKind::Medicine:
        return tr("Medicine");
    case HistoryKind::Therapy:
        return tr("Other therapy");
    case HistoryKind::Diagnosis:
        return tr("Diagnosis");
    case HistoryKind::Comorbidity:
        return tr("Comorbidity");
    }
    return {};
}

QString HistoryWords::group(domain::MedicineGroup group) {
    switch (group) {
    case domain::MedicineGroup::Opioid:
        return tr("opioid");
    case domain::MedicineGroup::Benzodiazepine:
        return tr("benzodiazepine");
    case domain::MedicineGroup::MaoInhibitor:
        return tr("MAO inhibitor");
    case domain::MedicineGroup::None:
        break;
    }
    return {};
}

QString HistoryWords::therapy(domain::TherapyKind therapy) {
    switch (therapy) {
    case domain::TherapyKind::Physiotherapy:
        return tr("Physiotherapy");
    case domain::TherapyKind::Psychotherapy:
        return tr("Psychotherapy");
    case domain::TherapyKind::Exercise:
        return tr("Exercise");
    case domain::TherapyKind::Sleep:
        return tr("Sleep");
    case domain::TherapyKind::Other:
        break;
    }
    return tr("Other");
}

QString HistoryWords::trigger(domain::OnsetTrigger trigger) {
    switch (trigger) {
    case domain::OnsetTrigger::Trauma:
        return tr("after a trauma");
    case domain::OnsetTrigger::Infection:
        return tr("after an infection");
    case domain::OnsetTrigger::Surgery:
        return tr("after surgery");
    case domain::OnsetTrigger::EmotionalStress:
        return tr("after emotional stress");
    case domain::OnsetTrigger::NoneKnown:
        break;
    }
    return tr("no known trigger");
}

QString HistoryWords::what(const services::HistoryLine& line) {
    const auto& details = line.entry.details;
    const QString text = toQt(details.text);
    if (details.kind == HistoryKind::NoKnownAllergies) return tr("Asked: none known");
    if (details.therapy) {
        return text.isEmpty() ? therapy(*details.therapy) : tr("%1: %2").arg(therapy(*details.therapy), text);
    }
    if (!details.code.empty()) return tr("%1 (%2)").arg(text, toQt(details.code));
    if (line.group != domain::MedicineGroup::None) return tr("%1 (▲ %2)").arg(text, group(line.group));
    return text;
}

QString HistoryWords::details(const domain::HistoryDetails& details) {
    QStringList parts;
    for (const std::string* text : {&details.dose, &details.route, &details.phone, &details.note}) {
        if (!text->empty()) parts << toQt(*text);
    }
    if (details.trigger) parts.prepend(trigger(*details.trigger));
    return parts.join(u", "_s);
}

QString HistoryWords::dates(const domain::HistoryDetails& details) {
    if (details.since && details.until) return tr("%1 to %2").arg(dateText(*details.since), dateText(*details.until));
    if (details.since) return tr("since %1").arg(dateText(*details.since));
    if (details.until) return tr("until %1").arg(dateText(*details.until));
    return {};
}

QString HistoryWords::state(const services::HistoryLine& line) {
    const QString reason = toQt(line.entry.reason);
    const bool corrected = line.entry.act == domain::HistoryAct::Corrected && !reason.isEmpty();
    if (line.current) return corrected ? tr("current, corrected: %1").arg(reason) : tr("current");
    if (line.replaced) return tr("replaced");
    if (line.entry.act == domain::HistoryAct::Withdrawn) return tr("recorded in error: %1").arg(reason);
    return reason.isEmpty() ? tr("ended") : tr("ended: %1").arg(reason);
}

QString HistoryWords::state(const services::PatientStateLine& line) {
    const auto& entry = line.entry;
    const QString what = entry.state == domain::PatientState::Deceased    ? tr("Deceased")
                         : entry.state == domain::PatientState::Withdrawn ? tr("Withdrawn")
                                                                          : tr("Treated again");
    return tr("%1 since %2: %3 (%4, %5)")
        .arg(what, dateText(entry.since), toQt(entry.reason), dateTimeText(entry.recordedAt), toQt(line.recordedBy));
}

QString HistoryWords::summary(const services::HistoryLine& line) {
    const QString more =
        toQt(line.entry.details.kind == HistoryKind::Medicine ? line.entry.details.dose : line.entry.details.phone);
    return more.isEmpty() ? what(line) : tr("%1, %2").arg(what(line), more);
}

} // namespace chairside::ui
