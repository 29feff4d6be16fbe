// What a signature stands for: the hash over everything that belongs to the signed subject.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/services/ports/digest.h"
#include "core/store/connection.h"

namespace chairside::store {

// "infusion": the infusion, every entry with its parts, the vials and the lines of the drug book, but not
// what comes after a signature (addenda) nor the signature itself. "course_order": the order.
// "protocol_version": the version with its numbers, remarks and the day it was signed for, without who signed it when.
// Rows go by key, so the hash does not depend on when it is asked for. NotFound if there is no such subject, Internal
// for another kind.
[[nodiscard]] base::Result<std::string> subjectContentHash(Connection& connection, const services::Digest& digest,
                                                           std::string_view kind, const std::string& id);

[[nodiscard]] std::span<const Sql> subjectStatements();

} // namespace chairside::store
