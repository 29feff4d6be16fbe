// Ready-made values for tests of everything above the domain. All names are fictional.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/patient/patient.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/course_service.h"
#include "core/services/infusion_service.h"
#include "core/services/service_context.h"

namespace chairside::test {

[[nodiscard]] domain::Weight kg(std::int64_t grams);
[[nodiscard]] domain::DosePerKg perKg(std::int64_t micrograms);
[[nodiscard]] domain::Dose mg(std::int64_t micrograms);
[[nodiscard]] domain::Volume ml(std::int64_t microlitres);
[[nodiscard]] domain::FlowRate mlPerHour(std::int64_t microlitres);
[[nodiscard]] domain::Concentration mgPerMl(std::int64_t micrograms);

// The clinic's regimen: 0.5 mg per kg over 90 minutes, 6 infusions, Monday to Friday.
[[nodiscard]] domain::ProtocolRules clinicRules();
// The same with a second calculation before the start.
[[nodiscard]] domain::ProtocolRules checkedRules();
// The same with impression of change, relief and endurance asked after each infusion.
[[nodiscard]] domain::ProtocolRules askingRules();
[[nodiscard]] domain::ProtocolTemplate aTemplate(const std::string& key = "course_05");
inline constexpr const char* kCheckedProtocol = "checked_05";
// The same with a pre-check: last_meal and pregnancy (where it applies) soft stops, escort information, rescue a hard
// stop.
[[nodiscard]] domain::ProtocolTemplate aCheckedTemplate();
inline constexpr const char* kStrictProtocol = "strict_05";
// The same where nobody starts on a baseline outside of the start limits.
[[nodiscard]] domain::ProtocolTemplate aStrictTemplate();
inline constexpr const char* kDischargeProtocol = "discharge_05";
// The same with a discharge: 30 minutes, two rows within 20 %, Aldrete 9; awake a soft stop, nausea information, escort
// a hard stop.
[[nodiscard]] domain::ProtocolTemplate aDischargeTemplate();
inline constexpr const char* kLongDischargeProtocol = "seven_05";
// The same with as many questions, and as long ones, as the shipped templates have.
[[nodiscard]] domain::ProtocolTemplate aLongDischargeTemplate();
[[nodiscard]] services::ClinicPolicy aPolicy();

// Anna Testpatient, born 14-Mar-1979, KC 0412.
[[nodiscard]] domain::PatientDetails aPatient(const std::string& given = "Anna",
                                              const std::string& family = "Testpatient",
                                              const std::string& number = "KC 0412",
                                              std::string_view born = "1979-03-14");

// `count` dates from `first` on, a Monday or Thursday: Mondays and Thursdays.
[[nodiscard]] std::vector<base::CalendarDate> mondaysAndThursdays(base::CalendarDate first, int count = 6);

inline constexpr const char* kPassword = "correct horse";

// Asks one question of each effect before a course: psychosis (hard), substances (soft), pregnancy (hard, does not
// always apply, seven days), ecg (soft, does not always apply, a finding of the last 365 days), snoring (inform).
inline constexpr const char* kScreeningProtocol = "screening_05";
[[nodiscard]] domain::ProtocolTemplate aScreeningTemplate();

// A request that is accepted for aPatient() by a physician with kPassword.
[[nodiscard]] services::OrderRequest anOrder(const domain::PatientId& patient,
                                             const domain::ProtocolVersionId& protocol, base::CalendarDate first);
// 70 kg, 50 mg per mL, 100 mL: 35 mg, 0.7 mL, 66.7 mL per hour under the first order.
[[nodiscard]] services::DoseEntry aDose(const domain::InfusionId& infusion);
[[nodiscard]] services::VitalsEntry someVitals(const domain::InfusionId& infusion);
// A 10 mL vial of 50 mg per mL (500 mg) of which 35 mg were given; witnessed by "osei".
[[nodiscard]] services::DrugEntry aDrugEntry(const domain::InfusionId& infusion);

} // namespace chairside::test
