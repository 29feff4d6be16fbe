// Protocol templates as JSON files: every number and checklist item with the reason for it. The same form is written
// for a version of a clinic, so that it can be reviewed or taken elsewhere.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/protocol/protocol.h"

namespace chairside::exchange {

// Invalid lists every key that is missing, unknown, written twice or not a number inside the field's range; a
// text that is no JSON object fails in "template". The rules are not checked against each other:
// domain::check() does that.
[[nodiscard]] base::Result<domain::ProtocolTemplate> parseTemplate(std::string_view json);

// The file form; parseTemplate() reads it back to an equal template.
[[nodiscard]] std::string templateText(const domain::ProtocolTemplate& content);
[[nodiscard]] std::string templateText(const domain::ProtocolVersion& version, std::string_view key);

} // namespace chairside::exchange
