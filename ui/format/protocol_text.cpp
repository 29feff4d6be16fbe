#include "ui/format/protocol_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <utility>

#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

using Words = std::pair<std::string_view, const char*>;

constexpr std::array kLabels{
    Words{"regimen.start_per_kg", QT_TRANSLATE_NOOP("ProtocolText", "First dose")},
    Words{"regimen.minutes", QT_TRANSLATE_NOOP("ProtocolText", "Duration of one infusion")},
    Words{"regimen.infusions", QT_TRANSLATE_NOOP("ProtocolText", "Infusions of a course")},
    Words{"regimen.min_gap_days", QT_TRANSLATE_NOOP("ProtocolText", "Shortest gap between infusions")},
    Words{"regimen.max_gap_days", QT_TRANSLATE_NOOP("ProtocolText", "Longest gap between infusions")},
    Words{"regimen.min_span_days", QT_TRANSLATE_NOOP("ProtocolText", "First to last infusion, at least")},
    Words{"regimen.max_span_days", QT_TRANSLATE_NOOP("ProtocolText", "First to last infusion, at most")},
    Words{"regimen.clinic_days", QT_TRANSLATE_NOOP("ProtocolText", "Days the clinic gives infusions")},
    Words{"dose.min_weight", QT_TRANSLATE_NOOP("ProtocolText", "Lowest body weight")},
    Words{"dose.max_weight", QT_TRANSLATE_NOOP("ProtocolText", "Highest body weight")},
    Words{"dose.min_per_kg", QT_TRANSLATE_NOOP("ProtocolText", "Lowest dose")},
    Words{"dose.max_per_kg", QT_TRANSLATE_NOOP("ProtocolText", "Highest dose")},
    Words{"dose.soft_per_kg", QT_TRANSLATE_NOOP("ProtocolText", "Above this dose a reason is needed")},
    Words{"dose.max_dose", QT_TRANSLATE_NOOP("ProtocolText", "Highest total dose of one infusion")},
    Words{"dose.max_rate", QT_TRANSLATE_NOOP("ProtocolText", "Highest pump rate")},
    Words{"dose.min_minutes", QT_TRANSLATE_NOOP("ProtocolText", "Shortest infusion")},
    Words{"dose.max_minutes", QT_TRANSLATE_NOOP("ProtocolText", "Longest infusion")},
    Words{"dose.dose_step", QT_TRANSLATE_NOOP("ProtocolText", "Doses are rounded to")},
    Words{"dose.volume_step", QT_TRANSLATE_NOOP("ProtocolText", "Drawn volumes are rounded to")},
    Words{"dose.rate_step", QT_TRANSLATE_NOOP("ProtocolText", "Pump rates are rounded to")},
    Words{"dose.delivered_step", QT_TRANSLATE_NOOP("ProtocolText", "Delivered volumes are rounded to")},
    Words{"dose.weight_max_age_days", QT_TRANSLATE_NOOP("ProtocolText", "A weight is too old after")},
    Words{"dose.weight_change_percent", QT_TRANSLATE_NOOP("ProtocolText", "A weight change is said above")},
    Words{"dose.guideline_floor", QT_TRANSLATE_NOOP("ProtocolText", "Guideline total dose (information)")},
    Words{"dose.yearly_infusions", QT_TRANSLATE_NOOP("ProtocolText", "Guideline infusions a year (information)")},
    Words{"second_check.required", QT_TRANSLATE_NOOP("ProtocolText", "A second person calculates the dose")},
    Words{"second_check.weight_tolerance", QT_TRANSLATE_NOOP("ProtocolText", "The two weights may differ by")},
    Words{"second_check.dose_tolerance", QT_TRANSLATE_NOOP("ProtocolText", "The two doses may differ by")},
    Words{"second_check.volume_tolerance", QT_TRANSLATE_NOOP("ProtocolText", "The two drawn volumes may differ by")},
    Words{"second_check.rate_tolerance", QT_TRANSLATE_NOOP("ProtocolText", "The two pump rates may differ by")},
    Words{"monitoring.interval_minutes", QT_TRANSLATE_NOOP("ProtocolText", "Vitals every")},
    Words{"monitoring.grace_minutes", QT_TRANSLATE_NOOP("ProtocolText", "Vitals are overdue after")},
    Words{"monitoring.systolic_possible_low", QT_TRANSLATE_NOOP("ProtocolText", "Lowest possible systolic pressure")},
    Words{"monitoring.systolic_possible_high", QT_TRANSLATE_NOOP("ProtocolText", "Highest possible systolic pressure")},
    Words{"monitoring.diastolic_possible_low", QT_TRANSLATE_NOOP("ProtocolText", "Lowest possible diastolic pressure")},
    Words{"monitoring.diastolic_possible_high",
          QT_TRANSLATE_NOOP("ProtocolText", "Highest possible diastolic pressure")},
    Words{"monitoring.heart_rate_possible_low", QT_TRANSLATE_NOOP("ProtocolText", "Lowest possible heart rate")},
    Words{"monitoring.heart_rate_possible_high", QT_TRANSLATE_NOOP("ProtocolText", "Highest possible heart rate")},
    Words{"monitoring.spo2_possible_low", QT_TRANSLATE_NOOP("ProtocolText", "Lowest possible SpO2")},
    Words{"monitoring.spo2_possible_high", QT_TRANSLATE_NOOP("ProtocolText", "Highest possible SpO2")},
    Words{"monitoring.respiration_possible_low", QT_TRANSLATE_NOOP("ProtocolText", "Lowest possible respiration")},
    Words{"monitoring.respiration_possible_high", QT_TRANSLATE_NOOP("ProtocolText", "Highest possible respiration")},
    Words{"monitoring.start_systolic_max", QT_TRANSLATE_NOOP("ProtocolText", "Hold before start above systolic")},
    Words{"monitoring.start_diastolic_max", QT_TRANSLATE_NOOP("ProtocolText", "Hold before start above diastolic")},
    Words{"monitoring.run_systolic_max", QT_TRANSLATE_NOOP("ProtocolText", "High while running above systolic")},
    Words{"monitoring.run_diastolic_max", QT_TRANSLATE_NOOP("ProtocolText", "High while running above diastolic")},
    Words{"monitoring.systolic_low", QT_TRANSLATE_NOOP("ProtocolText", "Low below systolic")},
    Words{"monitoring.heart_rate_low", QT_TRANSLATE_NOOP("ProtocolText", "Low below heart rate")},
    Words{"monitoring.heart_rate_high", QT_TRANSLATE_NOOP("ProtocolText", "High above heart rate")},
    Words{"monitoring.respiration_low", QT_TRANSLATE_NOOP("ProtocolText", "Low below respiration")},
    Words{"monitoring.respiration_high", QT_TRANSLATE_NOOP("ProtocolText", "High above respiration")},
    Words{"monitoring.spo2_notify", QT_TRANSLATE_NOOP("ProtocolText", "SpO2 is low below")},
    Words{"monitoring.spo2_act", QT_TRANSLATE_NOOP("ProtocolText", "SpO2 is very low below")},
    Words{"monitoring.sedation_scale", QT_TRANSLATE_NOOP("ProtocolText", "Sedation scale")},
    Words{"monitoring.dissociation_scale", QT_TRANSLATE_NOOP("ProtocolText", "Dissociation scale")},
    Words{"monitoring.tender_scale", QT_TRANSLATE_NOOP("ProtocolText", "Tender-point scale")},
    Words{"monitoring.tender_positive_from", QT_TRANSLATE_NOOP("ProtocolText", "A tender point is positive from")},
    Words{"monitoring.tender_criterion",
          QT_TRANSLATE_NOOP("ProtocolText", "Positive tender points that meet the criterion")},
    Words{"monitoring.tender_noise_band",
          QT_TRANSLATE_NOOP("ProtocolText", "Change of the count that is examiner noise")},
    Words{"monitoring.algometer_positive",
          QT_TRANSLATE_NOOP("ProtocolText", "Pressure threshold that counts as positive, up to")},
    Words{"monitoring.algometer_device_max",
          QT_TRANSLATE_NOOP("ProtocolText", "Highest pressure the algometer measures")},
    Words{"discharge.required", QT_TRANSLATE_NOOP("ProtocolText", "The signature waits for a discharge")},
    Words{"start.systolic_min", QT_TRANSLATE_NOOP("ProtocolText", "Hold before start below systolic (0 no limit)")},
    Words{"start.heart_rate_min", QT_TRANSLATE_NOOP("ProtocolText", "Hold before start below heart rate (0 no limit)")},
    Words{"start.heart_rate_max", QT_TRANSLATE_NOOP("ProtocolText", "Hold before start above heart rate (0 no limit)")},
    Words{"start.spo2_min", QT_TRANSLATE_NOOP("ProtocolText", "Hold before start below SpO2 (0 no limit)")},
    Words{"start.respiration_min",
          QT_TRANSLATE_NOOP("ProtocolText", "Hold before start below respiration (0 no limit)")},
    Words{"start.respiration_max",
          QT_TRANSLATE_NOOP("ProtocolText", "Hold before start above respiration (0 no limit)")},
    Words{"start.hard_stop",
          QT_TRANSLATE_NOOP("ProtocolText", "A baseline outside of the start limits stops for good")},
    Words{"discharge.min_minutes", QT_TRANSLATE_NOOP("ProtocolText", "The patient stays after the stop for")},
    Words{"discharge.vitals_percent",
          QT_TRANSLATE_NOOP("ProtocolText", "Vitals lie within this share of the baseline")},
    Words{"discharge.vitals_rows", QT_TRANSLATE_NOOP("ProtocolText", "Rows in a row that have to")},
    Words{"discharge.aldrete_required", QT_TRANSLATE_NOOP("ProtocolText", "A modified Aldrete score is asked for")},
    Words{"discharge.aldrete_pass", QT_TRANSLATE_NOOP("ProtocolText", "The Aldrete score passes from")},
    Words{"discharge.circulation_scale",
          QT_TRANSLATE_NOOP("ProtocolText", "Circulation item: change of the systolic pressure in")},
    Words{"titration.step", QT_TRANSLATE_NOOP("ProtocolText", "Titration step")},
    Words{"titration.max_per_kg", QT_TRANSLATE_NOOP("ProtocolText", "Highest dose titration suggests")},
    Words{"titration.good_response_percent", QT_TRANSLATE_NOOP("ProtocolText", "Good response from")},
    Words{"titration.no_benefit_percent", QT_TRANSLATE_NOOP("ProtocolText", "No benefit below")},
    Words{"titration.no_benefit_infusions", QT_TRANSLATE_NOOP("ProtocolText", "No benefit is judged after")},
    Words{"titration.decrease_from_grade", QT_TRANSLATE_NOOP("ProtocolText", "Decrease or hold from event grade")},
    Words{"titration.stop_from_grade", QT_TRANSLATE_NOOP("ProtocolText", "Stop and review from event grade")},
    Words{"titration.tolerated_dissociation", QT_TRANSLATE_NOOP("ProtocolText", "Dissociation tolerated up to")},
    Words{"titration.min_scores", QT_TRANSLATE_NOOP("ProtocolText", "Scores needed for a suggestion")},
    Words{"retreatment.open_days", QT_TRANSLATE_NOOP("ProtocolText", "Re-treatment window opens after")},
    Words{"retreatment.close_days", QT_TRANSLATE_NOOP("ProtocolText", "Re-treatment window closes after")},
    Words{"retreatment.relapse_percent",
          QT_TRANSLATE_NOOP("ProtocolText", "Relapse when this share of the gain is lost")},
    Words{"response.baseline_days", QT_TRANSLATE_NOOP("ProtocolText", "Baseline scores count from")},
    Words{"response.substantial_percent", QT_TRANSLATE_NOOP("ProtocolText", "Substantial response from")},
    Words{"response.moderate_percent", QT_TRANSLATE_NOOP("ProtocolText", "Moderate response from")},
    Words{"response.minimal_percent", QT_TRANSLATE_NOOP("ProtocolText", "Minimal response from")},
    Words{"response.trial_percent", QT_TRANSLATE_NOOP("ProtocolText", "Study response above")},
    Words{"response.meaningful_points", QT_TRANSLATE_NOOP("ProtocolText", "Meaningful change in points")},
    Words{"response.late_hours", QT_TRANSLATE_NOOP("ProtocolText", "A score is late after")},
    Words{"after.ask_impression", QT_TRANSLATE_NOOP("ProtocolText", "Impression of change is asked")},
    Words{"after.impression_direction", QT_TRANSLATE_NOOP("ProtocolText", "Impression counts from")},
    Words{"after.impression_since", QT_TRANSLATE_NOOP("ProtocolText", "Impression is compared with")},
    Words{"after.impression_responder", QT_TRANSLATE_NOOP("ProtocolText", "Response is in the best")},
    Words{"after.ask_relief", QT_TRANSLATE_NOOP("ProtocolText", "Relief in per cent is asked")},
    Words{"after.relief_since", QT_TRANSLATE_NOOP("ProtocolText", "Relief is compared with")},
    Words{"after.ask_endurance", QT_TRANSLATE_NOOP("ProtocolText", "Muscle endurance is tested")},
    Words{"after.endurance_max_seconds", QT_TRANSLATE_NOOP("ProtocolText", "Longest possible holding time")},
    Words{"after.endurance_max_load", QT_TRANSLATE_NOOP("ProtocolText", "Heaviest possible load")},
    Words{"exposure.liver_infusions", QT_TRANSLATE_NOOP("ProtocolText", "Liver tests are asked for from")},
    Words{"exposure.liver_days", QT_TRANSLATE_NOOP("ProtocolText", "Liver tests count for")},
    Words{"exposure.urinary_infusions", QT_TRANSLATE_NOOP("ProtocolText", "Urinary symptoms are asked for from")},
    Words{"exposure.urinary_days", QT_TRANSLATE_NOOP("ProtocolText", "An answer about urinary symptoms counts for")},
    Words{"exposure.grace_days", QT_TRANSLATE_NOOP("ProtocolText", "A check is overdue after")},
};

constexpr std::array kGroups{
    Words{"regimen", QT_TRANSLATE_NOOP("ProtocolText", "Regimen")},
    Words{"dose", QT_TRANSLATE_NOOP("ProtocolText", "Dose limits")},
    Words{"second_check", QT_TRANSLATE_NOOP("ProtocolText", "Second check of the dose")},
    Words{"monitoring", QT_TRANSLATE_NOOP("ProtocolText", "Monitoring")},
    Words{"start", QT_TRANSLATE_NOOP("ProtocolText", "Start limits of the baseline")},
    Words{"discharge", QT_TRANSLATE_NOOP("ProtocolText", "Discharge")},
    Words{"titration", QT_TRANSLATE_NOOP("ProtocolText", "Titration")},
    Words{"retreatment", QT_TRANSLATE_NOOP("ProtocolText", "Re-treatment")},
    Words{"response", QT_TRANSLATE_NOOP("ProtocolText", "Response")},
    Words{"after", QT_TRANSLATE_NOOP("ProtocolText", "After the infusion")},
    Words{"exposure", QT_TRANSLATE_NOOP("ProtocolText", "Checks of repeated courses")},
};

QString translated(const char* text) {
    return QCoreApplication::translate("ProtocolText", text);
}

QString clinicDaysText(std::int64_t bits) {
    constexpr std::array kDays{QT_TRANSLATE_NOOP("ProtocolText", "Mon"), QT_TRANSLATE_NOOP("ProtocolText", "Tue"),
                               QT_TRANSLATE_NOOP("ProtocolText", "Wed"), QT_TRANSLATE_NOOP("ProtocolText", "Thu"),
                               QT_TRANSLATE_NOOP("ProtocolText", "Fri"), QT_TRANSLATE_NOOP("ProtocolText", "Sat"),
                               QT_TRANSLATE_NOOP("ProtocolText", "Sun")};
    QStringList days;
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        if ((bits >> day & 1) != 0) days << translated(kDays[day]);
    }
    return days.join(QLatin1String(", "));
}

// Names of the scales, in the order of their enumerations; they are proper names and not translated.
QString scaleText(std::string_view key, std::int64_t value) {
    static const QStringList sedation{QStringLiteral("MOAA/S"), QStringLiteral("POSS"), QStringLiteral("RASS"),
                                      QStringLiteral("Ramsay")};
    static const QStringList dissociation{translated(QT_TRANSLATE_NOOP("ProtocolText", "one item, 0 to 4")),
                                          QStringLiteral("CADSS-6")};
    static const QStringList tender{translated(QT_TRANSLATE_NOOP("ProtocolText", "yes or no")),
                                    translated(QT_TRANSLATE_NOOP("ProtocolText", "MTPS, 0 to 10")),
                                    translated(QT_TRANSLATE_NOOP("ProtocolText", "graded, 0 to 3")),
                                    translated(QT_TRANSLATE_NOOP("ProtocolText", "graded, 0 to 4"))};
    static const QStringList circulation{QStringLiteral("mmHg"),
                                         translated(QT_TRANSLATE_NOOP("ProtocolText", "percent"))};
    if (key == "discharge.circulation_scale") return circulation.value(static_cast<qsizetype>(value));
    const QStringList& names = key == "monitoring.sedation_scale"       ? sedation
                               : key == "monitoring.dissociation_scale" ? dissociation
                                                                        : tender;
    return names.value(static_cast<qsizetype>(value));
}

QString comparedWithText(std::int64_t value) {
    return value != 0 ? translated(QT_TRANSLATE_NOOP("ProtocolText", "before the course"))
                      : translated(QT_TRANSLATE_NOOP("ProtocolText", "before this infusion"));
}

QString directionText(std::int64_t value) {
    return value != 0 ? translated(QT_TRANSLATE_NOOP("ProtocolText", "7 very much improved"))
                      : translated(QT_TRANSLATE_NOOP("ProtocolText", "1 very much improved"));
}

} // namespace

QString protocolFieldLabel(std::string_view key) {
    for (const auto& [known, words] : kLabels) {
        if (known == key) return translated(words);
    }
    return toQt(key);
}

QString protocolFieldValue(const domain::ProtocolField& field, const domain::ProtocolRules& rules) {
    const std::int64_t value = field.get(rules);
    if (field.key == "regimen.clinic_days") return clinicDaysText(value);
    if (field.key.ends_with("_scale")) return scaleText(field.key, value);
    if (field.key.ends_with("_since")) return comparedWithText(value);
    if (field.key.ends_with("_direction")) return directionText(value);
    if (field.key.ends_with("required") || field.key.find(".ask_") != std::string_view::npos)
        return value != 0 ? translated(QT_TRANSLATE_NOOP("ProtocolText", "yes"))
                          : translated(QT_TRANSLATE_NOOP("ProtocolText", "no"));
    const QString number = field.thousandths ? numberText(value) : countText(value);
    return field.unit.empty() ? number : number + u' ' + toQt(field.unit);
}

QString protocolGroupLabel(std::string_view key) {
    for (const auto& [group, words] : kGroups) {
        if (key.starts_with(group) && key.size() > group.size() && key[group.size()] == '.') return translated(words);
    }
    return {};
}

} // namespace chairside::ui
