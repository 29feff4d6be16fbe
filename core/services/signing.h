// Internal to core/services: putting a signature under what a transaction has written.
#pragma once

#include <functional>
#include <string>

#include "core/services/run.h"

namespace chairside::services {

// Signs the subject as it stands in this transaction; call it after the last row of the subject is written.
[[nodiscard]] base::Done addSignature(Unit& unit, const std::string& meaning, const std::string& subjectKind,
                                      const std::string& subjectId);

// What everything signed has in common: permission and check first (nothing is written, problems are told
// before a password is tried), then the password, then work in one transaction. work must check again:
// somebody else may have written in between.
[[nodiscard]] base::Done confirmBeforeSigning(ServiceContext& context, const Actor& actor,
                                              domain::Permission permission, const std::string& password,
                                              const std::function<base::Done(Unit&)>& check);

// Required on "password" when it is empty.
void requirePassword(base::Problems& problems, const std::string& password);

} // namespace chairside::services
