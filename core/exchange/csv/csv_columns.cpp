#include <algorithm>
#include <array>

#include "core/exchange/csv/csv_row.h"
#include "core/exchange/export_keys.h"

namespace chairside::exchange::csv {
namespace {

using enum Cell;

constexpr int kOldestAge = 90; // ages above would single people out (45 CFR 164.514(b)(2)(i)(C))

template <class Value>
std::string whole(const std::optional<Value>& value) {
    return value ? std::to_string(*value) : std::string{};
}

std::string ageOf(const Row& row) {
    const int age = base::completedYears(row.patient->details.born, row.head->at.localDate());
    return std::to_string(row.hidesPeople() ? std::min(age, kOldestAge) : age);
}

std::optional<domain::DoseCheck> doseOf(const Row& row) {
    return row.infusion ? domain::preparedDose(row.infusion->record) : std::nullopt;
}

const domain::Delivery* deliveryOf(const Row& row) {
    const bool started = row.infusion && row.infusion->delivery.startedAt;
    return started ? &row.infusion->delivery : nullptr;
}

const domain::CourseOrder* orderOf(const Row& row) {
    return row.course->orders.empty() ? nullptr : &row.course->orders.back().order;
}

std::string runningMinutes(const Row& row) {
    const auto* delivery = deliveryOf(row);
    return delivery ? base::textFromThousandths(base::divideRounded(delivery->runningTime.count(), 60)) : std::string{};
}

constexpr Column kPatient{"patient", Plain, [](const Row& row) {
                              return row.pseudonym;
                          }};
constexpr Column kNumber{"clinic_number", Identifying, [](const Row& row) {
                             return row.patient->details.clinicNumber;
                         }};
constexpr Column kCourse{"course", Plain, [](const Row& row) {
                             return std::to_string(row.course->course.number);
                         }};
constexpr Column kInfusion{"infusion", Plain, [](const Row& row) {
                               return row.planned ? std::to_string(row.planned->ordinal) : std::string{};
                           }};

constexpr Column kPatients[] = {kPatient,
                                kNumber,
                                {"family_name", Identifying,
                                 [](const Row& row) {
                                     return row.patient->details.name.family;
                                 }},
                                {"given_name", Identifying,
                                 [](const Row& row) {
                                     return row.patient->details.name.given;
                                 }},
                                {"born", Identifying,
                                 [](const Row& row) {
                                     return row.patient->details.born.iso();
                                 }},
                                {"age_years", Plain, ageOf},
                                {"gender", Plain,
                                 [](const Row& row) {
                                     return std::string(keyOf(row.patient->details.gender));
                                 }},
                                {"phone", Identifying,
                                 [](const Row& row) {
                                     return row.patient->details.phone;
                                 }},
                                {"allergies", Identifying, [](const Row& row) {
                                     return row.patient->details.allergies;
                                 }}};

constexpr Column kCourses[] = {
    kPatient,
    kNumber,
    kCourse,
    {"state", Plain,
     [](const Row& row) {
         return std::string(keyOf(row.course->course.state));
     }},
    {"protocol", Words,
     [](const Row& row) {
         return row.course->protocol->name;
     }},
    {"protocol_version", Plain,
     [](const Row& row) {
         return std::to_string(row.course->protocol->version);
     }},
    {"ordered_at", Plain,
     [](const Row& row) {
         return row.course->orders.empty() ? std::string{} : row.time(row.course->orders.front().order.orderedAt);
     }},
    {"latest_dose_mg_per_kg", Plain,
     [](const Row& row) {
         return orderOf(row) ? base::toText(orderOf(row)->perKg) : std::string{};
     }},
    {"latest_duration_min", Plain,
     [](const Row& row) {
         return orderOf(row) ? std::to_string(orderOf(row)->minutes) : std::string{};
     }},
    {"infusions_planned", Plain,
     [](const Row& row) {
         return std::to_string(row.course->planned.size());
     }},
    {"closed_on", Plain,
     [](const Row& row) {
         return row.course->course.closedOn ? row.date(*row.course->course.closedOn) : std::string{};
     }},
    {"goal", Identifying,
     [](const Row& row) {
         return row.course->course.goal;
     }},
    {"stop_reason", Identifying, [](const Row& row) {
         return row.course->course.stopReason;
     }}};

constexpr Column kInfusions[] = {kPatient,
                                 kNumber,
                                 kCourse,
                                 kInfusion,
                                 {"planned_on", Plain,
                                  [](const Row& row) {
                                      return row.date(row.planned->date);
                                  }},
                                 {"plan_state", Plain,
                                  [](const Row& row) {
                                      return std::string(keyOf(row.planned->state));
                                  }},
                                 {"state", Plain,
                                  [](const Row& row) {
                                      return row.infusion ? std::string(keyOf(row.infusion->state)) : std::string{};
                                  }},
                                 {"weight_kg", Plain,
                                  [](const Row& row) {
                                      return doseOf(row) ? base::toText(doseOf(row)->inputs.weight) : std::string{};
                                  }},
                                 {"dose_mg_per_kg", Plain,
                                  [](const Row& row) {
                                      return doseOf(row) ? base::toText(doseOf(row)->inputs.perKg) : std::string{};
                                  }},
                                 {"prepared_mg", Plain,
                                  [](const Row& row) {
                                      return doseOf(row) ? base::toText(doseOf(row)->dose) : std::string{};
                                  }},
                                 {"rate_ml_per_h", Plain,
                                  [](const Row& row) {
                                      return doseOf(row) ? base::toText(doseOf(row)->rate) : std::string{};
                                  }},
                                 {"started_at", Plain,
                                  [](const Row& row) {
                                      return deliveryOf(row) ? row.time(deliveryOf(row)->startedAt) : std::string{};
                                  }},
                                 {"stopped_at", Plain,
                                  [](const Row& row) {
                                      return deliveryOf(row) ? row.time(deliveryOf(row)->stoppedAt) : std::string{};
                                  }},
                                 {"running_min", Plain, runningMinutes},
                                 {"delivered_mg", Plain,
                                  [](const Row& row) {
                                      return deliveryOf(row) ? base::toText(deliveryOf(row)->dose) : std::string{};
                                  }},
                                 {"delivered_ml", Plain,
                                  [](const Row& row) {
                                      return deliveryOf(row) ? base::toText(deliveryOf(row)->volume) : std::string{};
                                  }},
                                 {"reason", Identifying,
                                  [](const Row& row) {
                                      return row.planned->reason;
                                  }},
                                 {"signed_by", Identifying, [](const Row& row) {
                                      const bool isSigned = row.infusion && row.infusion->record.signature;
                                      return isSigned ? row.infusion->record.signature->printedName : std::string{};
                                  }}};

constexpr Column kVitals[] = {kPatient,
                              kNumber,
                              kCourse,
                              kInfusion,
                              {"observed_at", Plain,
                               [](const Row& row) {
                                   return row.time(row.vitals->head.observedAt);
                               }},
                              {"systolic_mmhg", Plain,
                               [](const Row& row) {
                                   return whole(row.vitals->systolic);
                               }},
                              {"diastolic_mmhg", Plain,
                               [](const Row& row) {
                                   return whole(row.vitals->diastolic);
                               }},
                              {"heart_rate_per_min", Plain,
                               [](const Row& row) {
                                   return whole(row.vitals->heartRate);
                               }},
                              {"spo2_percent", Plain,
                               [](const Row& row) {
                                   return whole(row.vitals->spo2);
                               }},
                              {"respiration_per_min", Plain,
                               [](const Row& row) {
                                   return whole(row.vitals->respiration);
                               }},
                              {"note", Identifying,
                               [](const Row& row) {
                                   return row.vitals->note;
                               }},
                              {"recorded_by", Identifying, [](const Row& row) {
                                   return row.person(row.vitals->head.recordedBy);
                               }}};

constexpr Column kScores[] = {kPatient,
                              kNumber,
                              kCourse,
                              kInfusion,
                              {"observed_at", Plain,
                               [](const Row& row) {
                                   return row.score->when;
                               }},
                              {"measure", Plain,
                               [](const Row& row) {
                                   return std::string(row.score->measure);
                               }},
                              {"scale", Plain,
                               [](const Row& row) {
                                   return std::string(row.score->scale);
                               }},
                              {"moment", Plain,
                               [](const Row& row) {
                                   return std::string(row.score->moment);
                               }},
                              {"value", Plain,
                               [](const Row& row) {
                                   return row.score->value;
                               }},
                              {"unit", Plain,
                               [](const Row& row) {
                                   return std::string(row.score->unit);
                               }},
                              {"missing", Plain, [](const Row& row) {
                                   return std::string(row.score->missing);
                               }}};

constexpr Column kEvents[] = {kPatient,
                              kNumber,
                              kCourse,
                              kInfusion,
                              {"began_at", Plain,
                               [](const Row& row) {
                                   return row.time(row.event->head.observedAt);
                               }},
                              {"ended_at", Plain,
                               [](const Row& row) {
                                   return row.time(row.event->endedAt);
                               }},
                              {"event", Words,
                               [](const Row& row) {
                                   return row.event->term;
                               }},
                              {"grade_ctcae", Plain,
                               [](const Row& row) {
                                   return std::to_string(row.event->grade);
                               }},
                              {"action", Plain,
                               [](const Row& row) {
                                   return std::string(keyOf(row.event->action));
                               }},
                              {"outcome", Plain,
                               [](const Row& row) {
                                   return std::string(keyOf(row.event->outcome));
                               }},
                              {"serious", Plain,
                               [](const Row& row) {
                                   return std::string(!row.event->serious ? "" : *row.event->serious ? "yes" : "no");
                               }},
                              {"relation", Plain,
                               [](const Row& row) {
                                   return std::string(row.event->relation ? keyOf(*row.event->relation) : "");
                               }},
                              {"words", Identifying,
                               [](const Row& row) {
                                   return row.event->words;
                               }},
                              {"recorded_by", Identifying, [](const Row& row) {
                                   return row.person(row.event->head.recordedBy);
                               }}};

constexpr Column kDrugBook[] = {kPatient,
                                kNumber,
                                kCourse,
                                kInfusion,
                                {"at", Plain,
                                 [](const Row& row) {
                                     return row.time(row.movement->at);
                                 }},
                                {"movement", Plain,
                                 [](const Row& row) {
                                     return std::string(keyOf(row.movement->kind));
                                 }},
                                {"effect_mg", Plain,
                                 [](const Row& row) {
                                     return base::toText(domain::effectOf(*row.movement));
                                 }},
                                {"drug", Words,
                                 [](const Row& row) {
                                     return row.vial->drug;
                                 }},
                                {"strength_mg_per_ml", Plain,
                                 [](const Row& row) {
                                     return base::toText(row.vial->strength);
                                 }},
                                {"lot", Identifying,
                                 [](const Row& row) {
                                     return row.vial->lot;
                                 }},
                                {"expires", Identifying,
                                 [](const Row& row) {
                                     return row.vial->expires.iso();
                                 }},
                                {"recorded_by", Identifying,
                                 [](const Row& row) {
                                     return row.person(row.movement->recordedBy);
                                 }},
                                {"witness", Identifying,
                                 [](const Row& row) {
                                     return row.movement->witness ? row.person(*row.movement->witness) : std::string{};
                                 }},
                                {"reason", Identifying,
                                 [](const Row& row) {
                                     return row.movement->reason;
                                 }},
                                {"vial", Identifying, [](const Row& row) {
                                     return row.vial->id.text();
                                 }}};

} // namespace

std::span<const Column> columnsOf(CsvKind kind) {
    switch (kind) {
    case CsvKind::Patients:
        return kPatients;
    case CsvKind::Courses:
        return kCourses;
    case CsvKind::Infusions:
        return kInfusions;
    case CsvKind::Vitals:
        return kVitals;
    case CsvKind::Scores:
        return kScores;
    case CsvKind::Events:
        return kEvents;
    case CsvKind::DrugBook:
        break;
    }
    return kDrugBook;
}

} // namespace chairside::exchange::csv
