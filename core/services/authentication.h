// Internal to core/services: is this person who they say? Counts wrong tries, delays, and audits every
// outcome.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

// Seconds still to wait before another try; nothing if one may be made now. The wait begins after
// freeSignInTries wrong tries and doubles with each further one. A clock set back never makes it longer than
// it was.
[[nodiscard]] std::optional<std::int64_t> secondsToWait(int failed, std::optional<base::Instant> lastFailedAt,
                                                        base::Instant now, const ClinicPolicy& policy);

// Any person by name. purpose goes into the audit detail: "sign_in", "witness", "second_check".
// SignInFailed, SignInDelayed (detail: seconds) or a failure of the store.
[[nodiscard]] base::Result<Actor> authenticate(ServiceContext& context, const std::string& userName,
                                               const std::string& password, const std::string& workstation,
                                               const std::string& purpose);

// Whether a success is an event of its own or part of what is signed with it.
enum class Announce { Always, OnlyAfterFailures };
[[nodiscard]] base::Done confirmPassword(ServiceContext& context, const Actor& actor, const std::string& password,
                                         Announce announce);

// Rules for a new password: length in characters, not the user's or the clinic's name.
void checkPassword(base::Problems& problems, const std::string& password, const std::string& userName,
                   const std::string& clinicName, const ClinicPolicy& policy);

} // namespace chairside::services
