#include "tests/support/core/domain_printers.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace chairside::domain {

namespace {

template <class Enum, std::size_t Count>
void name(Enum value, const std::array<std::string_view, Count>& names, std::ostream* out) {
    *out << names.at(static_cast<std::size_t>(value));
}

template <class... Names>
constexpr std::array<std::string_view, sizeof...(Names)> names(Names... list) {
    return {std::string_view(list)...};
}

} // namespace

void PrintTo(WindowState value, std::ostream* out) {
    name(value,
         names("BeforeWindow", "InWindow", "AfterWindow", "CourseNotComplete", "NoInfusionGiven",
               "LastInfusionInFuture"),
         out);
}

void PrintTo(TitrationAction value, std::ostream* out) {
    name(value, names("StopAndReview", "Decrease", "Hold", "Increase", "Review", "TooFewData"), out);
}

void PrintTo(TitrationRule value, std::ostream* out) {
    name(value,
         names("SeriousEvent", "PoorlyTolerated", "NoBenefit", "GoodResponse", "PoorResponse", "AtMaximum",
               "TooFewScores", "NoBaseline"),
         out);
}

void PrintTo(PumpState value, std::ostream* out) {
    name(value, names("NotStarted", "Running", "Paused", "Stopped"), out);
}

void PrintTo(InfusionState value, std::ostream* out) {
    name(value, names("Opened", "Prepared", "Running", "Paused", "Ended", "Discharged", "Signed"), out);
}

void PrintTo(SigningGap value, std::ostream* out) {
    name(value,
         names("NotStopped", "NoDose", "NotDischarged", "PainBeforeMissing", "PainAfterMissing", "DrugNotAccounted",
               "NoVitals"),
         out);
}

void PrintTo(VitalMark value, std::ostream* out) {
    name(value, names("None", "High", "Low", "VeryLow"), out);
}

void PrintTo(ResponseCategory value, std::ostream* out) {
    name(value, names("Substantial", "Moderate", "Minimal", "None", "Worse", "NotEvaluable"), out);
}

void PrintTo(NotEvaluableReason value, std::ostream* out) {
    name(value, names("BaselineMissing", "BaselineZero", "ScoreMissing", "OutOfRange"), out);
}

void PrintTo(TenderCriterion value, std::ostream* out) {
    name(value, names("Met", "NotMet", "Indeterminate"), out);
}

void PrintTo(TenderSite value, std::ostream* out) {
    *out << tenderSiteKey(value);
}

void PrintTo(PlanState value, std::ostream* out) {
    name(value, names("Planned", "Open", "Given", "NotGiven", "Missed", "Declined", "Cancelled"), out);
}

void PrintTo(CourseState value, std::ostream* out) {
    name(value, names("Active", "OnHold", "Stopped", "Completed"), out);
}

void PrintTo(const DoseInputs& value, std::ostream* out) {
    *out << base::toText(value.weight) << " kg x " << base::toText(value.perKg) << " mg per kg over " << value.minutes
         << " min, " << base::toText(value.strength) << " mg per mL, bag " << base::toText(value.bag) << " mL "
         << (value.convention == VolumeConvention::QsTotal ? "qs total" : "added");
}

void PrintTo(const DoseCalculation& value, std::ostream* out) {
    *out << value.exactNanograms << " ng exact, " << base::toText(value.dose) << " mg, "
         << base::toText(value.drugVolume) << " mL of " << base::toText(value.totalVolume) << " mL, "
         << base::toText(value.rate) << " mL per hour";
}

void PrintTo(const TitrationReason& value, std::ostream* out) {
    PrintTo(value.rule, out);
    *out << (value.supports ? " for" : " against");
    if (value.value) *out << " value " << *value.value;
    if (!value.text.empty()) *out << ' ' << value.text;
    if (value.ordinal != 0) *out << " infusion " << value.ordinal;
}

void PrintTo(const TitrationSuggestion& value, std::ostream* out) {
    PrintTo(value.action, out);
    if (value.perKg) *out << " to " << base::toText(*value.perKg) << " mg per kg";
    for (const auto& reason : value.reasons) {
        *out << "; ";
        PrintTo(reason, out);
    }
}

void PrintTo(const DueRow& value, std::ostream* out) {
    *out << "due " << value.dueAt.iso() << ", overdue after " << value.overdueAfter.iso();
}

void PrintTo(const CheckGap& value, std::ostream* out) {
    name(value.kind, names("Unanswered", "ReasonMissing", "HardStop", "BaselineMissing", "OutsideStartLimits"), out);
    *out << ' ' << value.item;
}

void PrintTo(const StartBreach& value, std::ostream* out) {
    name(value.kind, names("Systolic", "Diastolic", "HeartRate", "Spo2", "Respiration"), out);
    *out << ' ' << value.value << (value.isAbove ? " above " : " below ") << value.limit;
}

void PrintTo(const DischargeGap& value, std::ostream* out) {
    name(value.kind,
         names("MinimumTime", "BaselineMissing", "VitalsMissing", "VitalsOutside", "VitalsOld", "ItemUnanswered",
               "ItemNeedsReason", "ItemForbids", "AldreteMissing", "AldreteBelow"),
         out);
    *out << ' ' << value.item;
}

} // namespace chairside::domain
