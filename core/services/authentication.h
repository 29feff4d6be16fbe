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
// What somebody who signs in has given.
struct SignInTry {
    const std::string& userName;
    const std::string& password;
    const std::string& code;
    const std::string& newPassword;
    bool isProved; // that the password is the one of this name
};
// The same for a sign-in, where the second factor is asked for if the person has one. Invalid/Required on
// "one_time_code": the password is right and the code is missing. A wrong code is a SignInFailed that is counted; one
// that was taken before is another. A password that was given is exchanged for newPassword, or refused as
// AccountService::signIn says.
[[nodiscard]] base::Result<Actor> authenticateWithCode(ServiceContext& context, const SignInTry& given,
                                                       const std::string& workstation);

// Whether a success is an event of its own or part of what is signed with it.
enum class Announce { Always, OnlyAfterFailures };
[[nodiscard]] base::Done confirmPassword(ServiceContext& context, const Actor& actor, const std::string& password,
                                         Announce announce);

} // namespace chairside::services
