#include "ui/order/order_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/domain/course/schedule.h"
#include "core/domain/dosing/dose.h"
#include "core/domain/dosing/weight_entry.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/schedule_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OrderText {
    Q_DECLARE_TR_FUNCTIONS(OrderText)
};

QString perKgText(domain::DosePerKg perKg) {
    return perText(perKg, u"mg", u"kg");
}

QString weekday(base::CalendarDate date) {
    return weekdayDateText(date).left(3);
}

// The strength and the bag decide the volume, never the dose; any possible ones serve for a preview in mg.
domain::DoseInputs previewInputs(domain::Weight weight, domain::DosePerKg perKg, int minutes) {
    return {.weight = weight,
            .perKg = perKg,
            .minutes = minutes,
            .strength = domain::Concentration::ofWhole(10),
            .bag = domain::Volume::ofWhole(100)};
}

QString signedPermille(int permille) {
    const QString number = numberText(std::int64_t{std::abs(permille)} * 100);
    return permille < 0 ? OrderText::tr("−%1 %").arg(number) : OrderText::tr("+%1 %").arg(number);
}

QString doseLine(const domain::DoseCalculation& result, const KnownWeight& weight, const domain::DoseRules& rules) {
    const QString dose = amountText(result.dose, u"mg");
    const std::int64_t exact = base::divideRounded(result.exactNanograms, 1000);
    if (exact == result.dose.raw()) return OrderText::tr("%1 → %2").arg(weightText(weight), dose);
    return OrderText::tr("%1 → %2 → %3, rounded to %4, %5")
        .arg(weightText(weight), amountText(exact, u"mg"), dose, amountText(rules.doseStep, u"mg"),
             signedPermille(domain::roundingPermille(result)));
}

void addNotes(DosePreview& preview, const domain::DoseRules& rules, domain::DosePerKg perKg) {
    if (perKg > rules.softPerKg) {
        preview.notes << OrderText::tr("Above %1 the protocol asks for a reason: write it below.")
                             .arg(perKgText(rules.softPerKg));
    }
}

QString ordinalLabel(std::size_t at) {
    return OrderText::tr("Infusion %1").arg(at + 1);
}

// The dates before the first blank one: only between neighbours can a gap be judged.
std::vector<base::CalendarDate> leading(std::span<const std::optional<base::CalendarDate>> dates) {
    std::vector<base::CalendarDate> found;
    for (const auto& date : dates) {
        if (!date) break;
        found.push_back(*date);
    }
    return found;
}

std::optional<std::size_t> indexOf(const std::string& field) {
    if (!field.starts_with("date_")) return std::nullopt;
    bool number = false;
    const int at = toQt(std::string_view(field).substr(5)).toInt(&number);
    return number && at > 0 ? std::optional(static_cast<std::size_t>(at - 1)) : std::nullopt;
}

} // namespace

QString comingText(const std::vector<services::ProtocolOnFile>& coming) {
    QStringList lines;
    for (const auto& one : coming)
        lines << OrderText::tr("“%1” is %2.")
                     .arg(versionTitle(one.version.name, one.version.version), protocolStandingText(one));
    return lines.join(u'\n');
}

QString regimenText(const domain::ProtocolVersion& version) {
    const auto& regimen = version.rules.regimen;
    const QString start = OrderText::tr("Starts at %1 over %2.")
                              .arg(perKgText(regimen.startDose), minutesText(std::chrono::minutes(regimen.minutes)));
    if (regimen.infusions == 1) return OrderText::tr("%1 One infusion.").arg(start);
    return OrderText::tr("%1 %2 infusions, %3 to %4 apart, %5 to %6 from first to last.")
        .arg(start)
        .arg(regimen.infusions)
        .arg(regimen.minGapDays)
        .arg(countedText(regimen.maxGapDays, Counted::Day))
        .arg(regimen.minSpanDays)
        .arg(countedText(regimen.maxSpanDays, Counted::Day));
}

QString stopRuleText(const domain::TitrationRules& rules) {
    return OrderText::tr("A serious event, or less than %1 % better after %2 at the highest tolerated dose.")
        .arg(rules.noBenefitPercent)
        .arg(countedText(rules.noBenefitInfusions, Counted::Infusion));
}

QString perKgHelp(const domain::ProtocolRules& rules) {
    return OrderText::tr("The protocol allows %1 and starts at %2.")
        .arg(rangeText(rules.dose.minPerKg, rules.dose.maxPerKg, u"mg per kg"), numberText(rules.regimen.startDose));
}

QString reasonHelp(const domain::ProtocolRules& rules) {
    return OrderText::tr("Needed above %1.").arg(amountText(rules.dose.softPerKg, u"mg per kg"_s));
}

QString minutesHelp(const domain::ProtocolRules& rules) {
    return OrderText::tr("The protocol says %1; it allows from %2 to %3.")
        .arg(rules.regimen.minutes)
        .arg(rules.dose.minMinutes)
        .arg(rules.dose.maxMinutes);
}

QString weightRemark(std::optional<domain::Weight> typed, const std::optional<KnownWeight>& known,
                     const domain::DoseRules* rules) {
    if (!typed) {
        return known ? OrderText::tr("Empty: %1 stands.").arg(weightText(*known))
                     : OrderText::tr("No weight is known. Empty: it is taken at the chair.");
    }
    if (rules == nullptr) return {};
    const auto before = known ? std::optional(known->weight) : std::nullopt;
    if (const auto meant = domain::looksLikePounds(*typed, before, *rules)) {
        return OrderText::tr("▲ Was this typed in pounds? %1 lb are %2 (1 lb = 0.45359237 kg). Type kilograms.")
            .arg(numberText(typed->raw()), amountText(*meant, u"kg"));
    }
    if (!known || !domain::weightChangeIsLarge(*before, *typed, *rules)) return {};
    return OrderText::tr("▲ More than %1 % away from %2.")
        .arg(QString::number(rules->weightChangePercent), weightText(*known));
}

QString heightRemark(domain::Weight weight, domain::Height height, const domain::DoseRules& rules,
                     const domain::BodyLimits& limits) {
    const QString kilograms = amountText(weight, u"kg");
    const QString centimetres = amountText(height, u"cm");
    if (domain::looksSwapped(weight, height, rules, limits)) {
        return OrderText::tr("▲ Weight and height look swapped: %1 and %2. Did you mean %3 and %4?")
            .arg(kilograms, centimetres, amountText(domain::Weight::ofRaw(height.raw()), u"kg"),
                 amountText(domain::Height::ofRaw(weight.raw()), u"cm"));
    }
    if (height < limits.minHeight || height > limits.maxHeight) return {};
    if (!domain::isOdd(weight, height, limits)) return {};
    return OrderText::tr("▲ %1 at %2 is unusual. Check both.").arg(kilograms, centimetres);
}

DosePreview dosePreview(const domain::ProtocolRules& rules, domain::DosePerKg perKg, std::optional<int> minutes,
                        const std::optional<KnownWeight>& weight, base::CalendarDate today) {
    DosePreview preview;
    addNotes(preview, rules.dose, perKg);
    if (!weight) {
        preview.line = OrderText::tr("%1: the weight is taken at the chair, and the dose in mg follows from it.")
                           .arg(perKgText(perKg));
        return preview;
    }
    const auto inputs = previewInputs(weight->weight, perKg, minutes.value_or(rules.regimen.minutes));
    const auto result = domain::calculateDose(inputs, rules.dose);
    preview.line = doseLine(result, *weight, rules.dose);
    for (const auto& problem : domain::check(inputs, rules.dose)) {
        if (problem.field != "dose") continue;
        preview.conflict =
            OrderText::tr("The protocol allows at most %1 in one infusion.").arg(amountText(rules.dose.maxDose, u"mg"));
    }
    if (base::daysBetween(weight->on, today) > rules.dose.weightMaxAgeDays) {
        preview.notes << OrderText::tr("This weight is too old for dosing; it is taken again at the chair.");
    }
    if (result.belowGuidelineFloor) {
        preview.notes << OrderText::tr("Information: below the guideline’s %1 total.")
                             .arg(amountText(rules.dose.guidelineFloor, u"mg"));
    }
    return preview;
}

PlanRemarks planRemarks(std::span<const std::optional<base::CalendarDate>> dates, const domain::RegimenRules& rules,
                        const domain::ClinicCalendar& calendar, base::CalendarDate today) {
    PlanRemarks remarks;
    remarks.dates.resize(dates.size());
    for (std::size_t at = 0; at < dates.size(); ++at) {
        if (!dates[at]) continue;
        const auto before = at > 0 ? dates[at - 1] : std::nullopt;
        remarks.dates[at].text = before
                                     ? OrderText::tr("%1, %2 later")
                                           .arg(weekday(*dates[at]), daysText(base::daysBetween(*before, *dates[at])))
                                     : weekday(*dates[at]);
    }
    const auto typed = leading(dates);
    const bool complete = typed.size() == dates.size();
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (typed[at] < today) remarks.dates[at] = {OrderText::tr("%1 is in the past.").arg(ordinalLabel(at)), true};
    }
    for (const auto& problem : domain::checkSchedule(typed, rules, calendar)) {
        const auto at = indexOf(problem.field);
        if (at && *at < remarks.dates.size()) {
            if (!remarks.dates[*at].conflict) remarks.dates[*at] = {scheduleSentence(problem, ordinalLabel(*at)), true};
        } else if (complete) {
            remarks.conflicts << scheduleSentence(problem, OrderText::tr("The plan"));
        }
    }
    const bool fits = remarks.conflicts.isEmpty() && std::ranges::none_of(remarks.dates, &DateRemark::conflict);
    if (complete && fits && typed.size() > 1) {
        remarks.summary = OrderText::tr("The dates fit the protocol: %1 from first to last.")
                              .arg(daysText(base::daysBetween(typed.front(), typed.back())));
    }
    return remarks;
}

} // namespace chairside::ui
