// The columns of a patient as every query of them reads them, and the patient they make.
#pragma once

#include "core/domain/patient/patient.h"
#include "core/store/row_reader.h"

namespace chairside::store {

// id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number, phone, allergy_status, allergies,
// row_version, state, state_on, merged_into.
[[nodiscard]] domain::Patient toPatient(RowReader& row);

} // namespace chairside::store
