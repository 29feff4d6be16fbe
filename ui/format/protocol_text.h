// The numbers of a protocol in words.
#pragma once

#include <QString>

#include "core/domain/protocol/protocol.h"

namespace chairside::ui {

// "Highest dose" for "dose.max_per_kg"; the key itself for one that has no words yet.
[[nodiscard]] QString protocolFieldLabel(std::string_view key);
// "1 mg per kg", "Mon, Tue, Wed", "MOAA/S": the value as a person reads it.
[[nodiscard]] QString protocolFieldValue(const domain::ProtocolField& field, const domain::ProtocolRules& rules);
// "Dose limits" for every key that starts with "dose.".
[[nodiscard]] QString protocolGroupLabel(std::string_view key);
// "draft", "signed", "retired".
[[nodiscard]] QString protocolStateText(domain::ProtocolState state);

} // namespace chairside::ui
