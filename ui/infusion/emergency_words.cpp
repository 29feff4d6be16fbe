#include "ui/infusion/emergency_words.h"

#include <QStringList>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

QString EmergencyWords::standing(domain::EmergencyStanding standing) {
    switch (standing) {
    case domain::EmergencyStanding::Ongoing:
        return tr("it goes on");
    case domain::EmergencyStanding::Settled:
        return tr("settled here");
    case domain::EmergencyStanding::HandedOver:
        return tr("handed over");
    }
    return {};
}

QString EmergencyWords::note(const domain::EmergencyNote& note) {
    QStringList parts;
    if (!note.called.empty()) parts << tr("called: %1").arg(toQt(note.called));
    if (!note.done.empty()) parts << tr("done: %1").arg(toQt(note.done));
    parts << standing(note.standing);
    return parts.join(QStringLiteral("; "));
}

QString EmergencyWords::instructions(const domain::ProtocolVersion& version) {
    if (version.emergency.empty())
        return tr("This version of the protocol says nothing about emergencies. Follow the plan of the clinic.");
    QStringList lines;
    for (const auto& instruction : version.emergency)
        lines << QStringLiteral("%1  %2").arg(lines.size() + 1).arg(toQt(instruction));
    return lines.join(QStringLiteral("\n"));
}

QString EmergencyWords::lines(const services::InfusionView& view) {
    QStringList lines;
    for (const auto& each : view.record.emergency)
        lines << QStringLiteral("%1 %2").arg(timeText(each.head.observedAt), note(each));
    return lines.join(QStringLiteral("\n"));
}

} // namespace chairside::ui
