// The numbers of a protocol in words.
#pragma once

#include <QString>

#include "core/domain/protocol/protocol.h"
#include "core/services/protocol_service.h"

namespace chairside::ui {

// "Highest dose" for "dose.max_per_kg"; the key itself for one that has no words yet.
[[nodiscard]] QString protocolFieldLabel(std::string_view key);
// "1 mg per kg", "Mon, Tue, Wed", "MOAA/S": the value as a person reads it.
[[nodiscard]] QString protocolFieldValue(const domain::ProtocolField& field, const domain::ProtocolRules& rules);
// "Dose limits" for every key that starts with "dose.".
[[nodiscard]] QString protocolGroupLabel(std::string_view key);
// "Fibromyalgia course, 0.5 mg per kg, version 1".
[[nodiscard]] QString versionTitle(const std::string& name, int version);
// "draft", "signed, waits for a second signature", "signed, in force from 14-Jan-2025", "in force since 06-Jan-2025",
// "replaced by version 3", "retired".
[[nodiscard]] QString protocolStandingText(const services::ProtocolOnFile& one);
// Who signed it when, one sentence a signature; empty for a draft.
[[nodiscard]] QString protocolSignaturesText(const services::ProtocolOnFile& one);
// Which hard limits ask for a second signature, of a draft or of a version that waits for it; empty: none do.
[[nodiscard]] QString secondSignatureText(const services::ProtocolOnFile& one, bool firstIsReader);

} // namespace chairside::ui
