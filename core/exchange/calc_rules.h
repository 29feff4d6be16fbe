// One function for each rule a calc line can name. Inputs and answers bear the names of README.md.
#pragma once

#include <span>

#include "core/domain/instrument/instrument.h"
#include "core/domain/protocol/protocol_rules.h"
#include "core/exchange/calc_values.h"

namespace chairside::exchange::calc {

[[nodiscard]] Outcome dose(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome delivered(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome wasteBalance(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome weightConversion(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome courseSchedule(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome retreatment(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome response(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome responseRules(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome tenderPoints(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome pgic(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome pressureValidation(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome acr2016(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome fiqr(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome fiqrChange(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome phq9(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome gad7(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome bpi(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome pads(Inputs& in, const domain::ProtocolRules& rules);
// One of the shipped instruments or of own.
[[nodiscard]] Outcome instrument(Inputs& in, std::span<const domain::Instrument> own);
[[nodiscard]] Outcome bpGrade(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome aldrete(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome aldreteCirculation(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome proportion(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome diagnostic(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome wilson(Inputs& in, const domain::ProtocolRules& rules);
[[nodiscard]] Outcome fisher(Inputs& in, const domain::ProtocolRules& rules);

} // namespace chairside::exchange::calc
