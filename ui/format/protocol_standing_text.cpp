// Where a protocol version stands and who signed it, in words.
#include <QCoreApplication>
#include <QStringList>

#include "ui/format/date_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

struct StandingText {
    Q_DECLARE_TR_FUNCTIONS(ProtocolStandingText)
};

QString nameOf(const domain::ProtocolVersion& version, const domain::ProtocolChange& change) {
    switch (change.part) {
    case domain::ChangedPart::Screening: {
        const auto* item = domain::screeningItem(version, change.key);
        return item != nullptr ? toQt(item->text) : StandingText::tr("a question of the screening is gone");
    }
    case domain::ChangedPart::PreCheck:
    case domain::ChangedPart::Discharge: {
        const auto list = change.part == domain::ChangedPart::PreCheck ? domain::ChecklistKind::PreCheck
                                                                       : domain::ChecklistKind::Discharge;
        const auto* item = domain::checklistItem(version, list, change.key);
        return item != nullptr ? toQt(item->text) : StandingText::tr("a question of a checklist is gone");
    }
    default:
        return protocolFieldLabel(change.key);
    }
}

QString differenceText(const services::ProtocolOnFile& one) {
    const auto& limits = one.limits;
    if (limits.changes.empty()) return StandingText::tr("Its hard limits have nothing to be compared with.");
    QStringList names;
    for (const auto& change : limits.changes)
        names << nameOf(one.version, change);
    const QString list = names.join(QStringLiteral(", "));
    return limits.comparedWith
               ? StandingText::tr("Hard limits differ from version %1: %2.").arg(*limits.comparedWith).arg(list)
               : StandingText::tr("Hard limits differ from the template: %1.").arg(list);
}

} // namespace

QString versionTitle(const std::string& name, int version) {
    return StandingText::tr("%1, version %2").arg(toQt(name)).arg(version);
}

QString protocolStandingText(const services::ProtocolOnFile& one) {
    switch (one.standing) {
    case domain::ProtocolStanding::Draft:
        return StandingText::tr("draft");
    case domain::ProtocolStanding::AwaitsSecond:
        return StandingText::tr("signed, waits for a second signature");
    case domain::ProtocolStanding::Upcoming:
        return StandingText::tr("signed, in force from %1").arg(dateText(*one.firstDay));
    case domain::ProtocolStanding::Active:
        return StandingText::tr("in force since %1").arg(dateText(*one.firstDay));
    case domain::ProtocolStanding::Replaced:
        return StandingText::tr("replaced by version %1").arg(*one.replacedBy);
    case domain::ProtocolStanding::Retired:
        return StandingText::tr("retired");
    }
    return {};
}

QString protocolSignaturesText(const services::ProtocolOnFile& one) {
    const auto& version = one.version;
    if (!version.signedAt) return {};
    QString text = StandingText::tr("Signed %1 by %2.").arg(dateTimeText(*version.signedAt), toQt(one.signedByName));
    if (version.secondAt) {
        text +=
            u' ' +
            StandingText::tr("Second signature %1 by %2.").arg(dateTimeText(*version.secondAt), toQt(one.secondByName));
    }
    if (one.standing == domain::ProtocolStanding::AwaitsSecond && version.inForceFrom)
        text += u' ' + StandingText::tr("Meant to be in force from %1.").arg(dateText(*version.inForceFrom));
    if (!version.retiredReason.empty()) text += u' ' + StandingText::tr("Retired: %1").arg(toQt(version.retiredReason));
    return text;
}

QString secondSignatureText(const services::ProtocolOnFile& one, bool firstIsReader) {
    using enum domain::ProtocolStanding;
    if (one.standing == Draft) {
        if (!one.limits.secondNeeded) return {};
        return StandingText::tr("%1 A second physician signs it too before it is in force.").arg(differenceText(one));
    }
    if (one.standing != AwaitsSecond) return {};
    const QString who = firstIsReader ? StandingText::tr("You signed it first; another physician signs second.")
                                      : StandingText::tr("It is in force once a second physician has signed it.");
    return differenceText(one) + u' ' + who;
}

} // namespace chairside::ui
