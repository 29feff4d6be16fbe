#include "ui/order/order_again.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/domain/course/schedule.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

struct OrderAgainText {
    Q_DECLARE_TR_FUNCTIONS(OrderAgainText)
};

void takeScores(OrderDraft& draft, const services::EarlierOrder& earlier, int baselineDays, base::CalendarDate begins) {
    std::size_t row = 0;
    for (const auto& score : earlier.scores) {
        if (row == draft.baseline.size()) return;
        if (base::daysBetween(score.date, begins) > baselineDays) return; // newest first
        draft.baseline.at(row++) = {dateText(score.date), score.pain};
    }
}

} // namespace

OrderDraft draftAfter(const services::EarlierOrder& earlier, const std::vector<domain::ProtocolVersion>& versions,
                      const domain::ClinicCalendar& calendar, base::CalendarDate today) {
    OrderDraft draft;
    draft.minutes = QString::number(earlier.minutes);
    draft.goal = toQt(earlier.course.goal);
    if (earlier.height) draft.height = numberText(*earlier.height);
    if (earlier.agreement) {
        draft.stopRule = toQt(earlier.agreement->stopRule);
        draft.consentBy = toQt(earlier.agreement->consentTakenBy);
        draft.consentReference = toQt(earlier.agreement->consentReference);
    }
    const auto begins = std::max(today, earlier.opens.value_or(today));
    draft.dates = {dateText(begins)};
    const auto same = std::ranges::find(versions, earlier.course.protocolVersion, &domain::ProtocolVersion::id);
    if (same == versions.end()) return draft;
    draft.protocolVersion = same->id.text();
    const auto plan = domain::proposeSchedule(begins, same->rules.regimen, calendar);
    if (!plan.empty()) draft.dates = {dateText(plan.front())};
    takeScores(draft, earlier, same->rules.response.baselineDays, begins);
    return draft;
}

QString againText(const services::EarlierOrder& earlier) {
    return OrderAgainText::tr("Filled in as course %1 was ordered, to be followed by this one as decided on %2. Check "
                              "every entry; the dose and the day of the consent are typed anew.")
        .arg(earlier.course.number)
        .arg(dateText(earlier.decidedOn));
}

} // namespace chairside::ui
