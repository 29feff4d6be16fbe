#include "ui/print/visit_words.h"

#include <cstdlib>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

QString VisitWords::person(const services::InfusionView& view, const domain::AccountId& id) {
    return InfusionWords::person(view.people, id);
}

QString VisitWords::shortName(const services::InfusionView& view, const domain::AccountId& id) {
    const QString initials = InfusionWords::personInitials(view.people, id);
    for (const auto& other : view.people) {
        if (other.id != id && InfusionWords::personInitials(view.people, other.id) == initials) return person(view, id);
    }
    return initials;
}

QString VisitWords::nameKey(const services::InfusionView& view, const std::vector<domain::AccountId>& ids) {
    QStringList names;
    for (const auto& id : ids) {
        const QString initials = shortName(view, id);
        const QString whole = person(view, id);
        const QString line = tr("%1 %2", "RK R. Khan, RN").arg(initials, whole);
        if (initials != whole && !names.contains(line)) names << line;
    }
    return names.join(u"; "_s);
}

QString VisitWords::moment(const services::InfusionView& view, const base::Instant& at) {
    return at.localDate() == view.record.infusion.date ? timeText(at) : dateTimeText(at);
}

QString VisitWords::written(const services::InfusionView& view, const domain::EntryHead& head) {
    return tr("%1 %2", "RK 10:46").arg(shortName(view, head.recordedBy), moment(view, head.recordedAt));
}

QString VisitWords::zoned(const base::Instant& at, bool withSeconds) {
    const int offset = at.offsetMinutes();
    const auto twoDigits = [](qint64 number) {
        return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
    };
    const QString zone = u"UTC%1%2:%3"_s.arg(offset < 0 ? u"-"_s : u"+"_s, twoDigits(std::abs(offset) / 60),
                                             twoDigits(std::abs(offset) % 60));
    QString time = dateTimeText(at);
    if (withSeconds) {
        const qint64 local = at.utcMs() + qint64{offset} * 60'000;
        time += u':' + twoDigits((local / 1000) % 60);
    }
    return time + u' ' + zone;
}

QString VisitWords::replacedBy(const services::InfusionView& view, const domain::EntryHead& head) {
    const QString when = moment(view, head.recordedAt);
    const QString who = person(view, head.recordedBy);
    if (head.correctionReason.empty()) return tr("Replaced %1 by %2.").arg(when, who);
    return tr("Replaced %1 by %2: %3").arg(when, who, toQt(head.correctionReason));
}

} // namespace chairside::ui
