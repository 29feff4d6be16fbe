// The pain of the newest course as marks, reference lines and one sentence.
#include <algorithm>

#include "core/domain/outcome/response.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/overview/overview_screen.h"
#include "ui/overview/overview_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Words = OverviewWords;

QString missingWord(std::optional<domain::MissingReason> reason) {
    switch (reason.value_or(domain::MissingReason::NotRecorded)) {
    case domain::MissingReason::NotRecorded:
        return Words::tr("not recorded");
    case domain::MissingReason::NotDone:
        return Words::tr("not done");
    case domain::MissingReason::Declined:
        return Words::tr("declined");
    case domain::MissingReason::Unavailable:
        return Words::tr("unavailable");
    }
    return {};
}

// What stands in the place of a score.
QString gapWord(const services::PainPoint& point) {
    return point.notHeld ? Words::plan(*point.notHeld) : missingWord(point.missing);
}

QString placeOf(const services::PainPoint& point) {
    return point.ordinal > 0 ? Words::tr("before infusion %1 on %2").arg(point.ordinal).arg(dateText(point.date))
                             : Words::tr("on %1").arg(dateText(point.date));
}

PainMark markOf(const services::PainPoint& point, base::CalendarDate first) {
    PainMark mark{.day = base::daysBetween(first, point.date), .label = {}, .before = point.before, .missing = {}};
    mark.label = point.ordinal > 0 ? QString::number(point.ordinal) : dateText(point.date).left(6);
    if (!point.before) mark.missing = gapWord(point);
    return mark;
}

std::vector<PainLine> linesOf(domain::Score baseline, const std::optional<domain::ProtocolVersion>& protocol) {
    std::vector<PainLine> lines{{baseline, Words::tr("baseline %1").arg(Words::score(baseline))}};
    if (!protocol) return lines;
    const auto& rules = protocol->rules.response;
    for (const int percent : {rules.moderatePercent, rules.substantialPercent}) {
        const domain::Score at = domain::scoreAtReduction(baseline, percent);
        lines.push_back({at, Words::tr("%1 better %2").arg(percentText(percent), Words::score(at))});
    }
    return lines;
}

void describeLatest(PainPicture& picture, const std::vector<services::PainPoint>& points) {
    const services::PainPoint* latest = nullptr;
    const services::PainPoint* previous = nullptr;
    for (const auto& point : points) {
        if (!point.before) continue;
        previous = latest;
        latest = &point;
    }
    if (latest == nullptr) return;
    picture.latest = Words::score(*latest->before);
    picture.latestDetail =
        previous == nullptr
            ? Words::tr("latest, %1").arg(placeOf(*latest))
            : Words::tr("latest, %1; the one before was %2").arg(placeOf(*latest), Words::score(*previous->before));
}

QString spoken(const std::vector<services::PainPoint>& points, std::optional<domain::Score> baseline) {
    QStringList parts{baseline ? Words::tr("Baseline %1").arg(Words::score(*baseline)) : Words::tr("No baseline")};
    for (const auto& point : points) {
        parts << Words::tr("%1: %2").arg(placeOf(point), point.before ? Words::score(*point.before) : gapWord(point));
    }
    return parts.join(u"; "_s);
}

} // namespace

PainPicture painPicture(const services::PatientOverview& overview,
                        const std::optional<domain::ProtocolVersion>& protocol) {
    PainPicture picture;
    auto points = overview.pain;
    std::ranges::stable_sort(points, {}, &services::PainPoint::date);
    for (const auto& point : points)
        picture.marks.push_back(markOf(point, points.front().date));
    if (overview.baseline) picture.lines = linesOf(*overview.baseline, protocol);
    describeLatest(picture, points);
    if (picture.latest.isEmpty()) {
        picture.sentence = overview.courses.empty()
                               ? Words::tr("No pain scores yet. They appear here once a course is ordered.")
                               : Words::tr("No pain scores yet. The first score is taken at infusion 1.");
    } else {
        picture.sentence = spoken(points, overview.baseline);
    }
    return picture;
}

} // namespace chairside::ui
