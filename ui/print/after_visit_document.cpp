#include "ui/print/after_visit_document.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/second_check_words.h"
#include "ui/print/document_words.h"
#include "ui/print/print_blocks.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SheetText {
    Q_DECLARE_TR_FUNCTIONS(AfterVisit)
};

PageWords sheetPage(const services::VisitSummary& visit, const PrintOptions& options) {
    PageWords words = DocumentWords::page(visit.head, options, SheetText::tr("For you to take home"));
    DocumentWords::addPerson(words, visit.infusion.patient.details);
    words.facts.push_back({SheetText::tr("Visit"), dateText(visit.infusion.record.infusion.date)});
    DocumentWords::markVisit(words, visit);
    // A patient leaves before the record is signed; nothing here is a draft for them.
    if (words.demo.isEmpty()) words.watermark.clear();
    return words;
}

// The first `strong` sentences stand out.
void addSheetPart(PrintFlow& flow, const QString& heading, const QStringList& sentences, int strong = 0) {
    flow.space(mm(3));
    addHeading(flow, heading, {}, PrintRole::Person);
    for (const QString& sentence : sentences) {
        const bool first = strong-- > 0;
        addParagraph(flow, sentence, {.role = first ? PrintRole::LargeStrong : PrintRole::Large});
        flow.space(mm(1));
    }
}

QStringList todaySentences(const services::InfusionView& view) {
    QStringList lines{SheetText::tr("On %1 you had infusion %2 of %3 of your course.")
                          .arg(weekdayDateText(view.record.infusion.date))
                          .arg(view.record.infusion.ordinal)
                          .arg(view.infusionsPlanned)};
    if (view.delivery.dose > domain::Dose{} && !hidesFirstNumbers(view)) {
        lines << SheetText::tr("You were given %1 of %2 into a vein.")
                     .arg(amountText(view.delivery.dose, u"mg"), toQt(view.protocol.drug));
    }
    const auto discharges = domain::standing(view.record.discharges);
    if (!discharges.empty()) {
        lines << SheetText::tr("You left the clinic at %1 with %2.")
                     .arg(timeText(discharges.back().head.observedAt), toQt(discharges.back().escort));
    }
    return lines;
}

QStringList untilTomorrow(base::CalendarDate day) {
    const QString tomorrow = weekdayDateText(day.plusDays(1));
    return {SheetText::tr("Do not drive a car, motorcycle or bicycle until tomorrow, %1, after a night's sleep.")
                .arg(tomorrow),
            SheetText::tr("Do not use machines or sharp tools, and do not climb ladders."),
            SheetText::tr("Do not sign contracts or make important decisions."),
            SheetText::tr("Do not drink alcohol, and do not take sleeping pills or sedatives unless we told you to."),
            SheetText::tr("Let an adult take you home and stay with you, and do not look after children alone.")};
}

QStringList mayNotice() {
    return {SheetText::tr("You may feel tired, dizzy, light-headed or a little unreal for some hours. Rest, and stand "
                          "up slowly."),
            SheetText::tr("You may feel sick. Eat and drink small amounts.")};
}

QStringList whomToCall(const services::ClinicDetails& clinic) {
    const QString phone = clinic.phone.empty() ? SheetText::tr("the number your clinic gave you") : toQt(clinic.phone);
    return {SheetText::tr("Telephone: %1").arg(phone),
            SheetText::tr("Call us if you vomit again and again, if you stay confused or very drowsy, if strange "
                          "feelings do not pass by tomorrow, if your mood gets very low, if passing water hurts, or "
                          "if you are worried."),
            SheetText::tr("Call the emergency number at once for chest pain, trouble breathing, fainting, a fit, or "
                          "thoughts of harming yourself.")};
}

QStringList nextVisit(const services::VisitSummary& visit) {
    const auto today = visit.infusion.record.infusion.date;
    const auto& points = visit.review.points;
    const auto next = std::ranges::find_if(points, [today](const services::ReviewPoint& point) {
        const auto state = point.planned.state;
        const bool held = state != domain::PlanState::Cancelled && state != domain::PlanState::Missed &&
                          state != domain::PlanState::Declined;
        return held && point.planned.date > today;
    });
    if (next != points.end()) {
        return {SheetText::tr("Infusion %1 of %2: %3.")
                    .arg(next->planned.ordinal)
                    .arg(visit.infusion.infusionsPlanned)
                    .arg(weekdayDateText(next->planned.date)),
                SheetText::tr("Please bring a list of your medicines, and an adult who takes you home.")};
    }
    if (visit.review.window.opens && visit.review.window.closes) {
        return {SheetText::tr("This was the last infusion of the course. We will speak with you about how you are "
                              "doing between %1 and %2.")
                    .arg(dateText(*visit.review.window.opens), dateText(*visit.review.window.closes))};
    }
    return {SheetText::tr("No further visit is planned yet. We will call you.")};
}

void fillSheet(PrintFlow& flow, const services::VisitSummary& visit) {
    addSheetPart(flow, SheetText::tr("Your visit"), todaySentences(visit.infusion));
    addSheetPart(flow, SheetText::tr("Until tomorrow"), untilTomorrow(visit.infusion.record.infusion.date), 1);
    addSheetPart(flow, SheetText::tr("What you may notice"), mayNotice());
    addSheetPart(flow, SheetText::tr("Whom to call"), whomToCall(visit.head.clinic), 1);
    addSheetPart(flow, SheetText::tr("Your next visit"), nextVisit(visit), 1);
    DocumentWords::addIdentity(flow, visit.head);
}

} // namespace

AfterVisitDocument::AfterVisitDocument(const services::VisitSummary& visit, const PrintOptions& options)
    : PrintDocument(sheetPage(visit, options), options.paper, SheetText::tr("After your visit"),
                    [&](PrintFlow& flow) { fillSheet(flow, visit); }) {}

} // namespace chairside::ui
