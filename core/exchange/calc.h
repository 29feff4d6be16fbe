// The clinical arithmetic for people who check it in bulk: one JSON object a line in, one a line out.
// Rules and field names: README.md beside this file.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "core/domain/instrument/instrument.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::exchange {

// The answer to one line, without a line break. A line that cannot be answered gives
// {"error":"…","line":lineNumber}.
[[nodiscard]] std::string calcLine(std::string_view line, int lineNumber, const domain::ProtocolRules& rules);
// By the rules of the shipped course template.
[[nodiscard]] std::string calcLine(std::string_view line, int lineNumber);

struct CalcCounts {
    int answered = 0;
    int refused = 0;
};
// Answers every line that is not blank; line numbers start at 1 and count blank lines too. A bad line does
// not stop those behind it. own: instruments the rule "instrument" knows besides the shipped ones.
CalcCounts calcStream(std::istream& in, std::ostream& out, std::span<const domain::Instrument> own = {});

} // namespace chairside::exchange
