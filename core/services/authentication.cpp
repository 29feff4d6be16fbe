#include "core/services/authentication.h"

#include <algorithm>
#include <charconv>

#include "core/services/keys.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;

struct Attempt {
    std::optional<StoredAccount> account; // none: no such user
    int failed = 0;
    std::optional<base::Instant> lastFailedAt;
};

// Wrong tries for names that do not exist are counted together, so that a delay does not tell which names
// exist.
constexpr std::string_view kUnknownFailed = "sign_in.unknown_failed";
constexpr std::string_view kUnknownFailedAt = "sign_in.unknown_failed_at";

base::Result<Attempt> unknownAttempt(Transaction& tx) {
    Attempt attempt;
    const auto failed = CHAIRSIDE_TRY(tx.settings().get(kUnknownFailed));
    const auto at = CHAIRSIDE_TRY(tx.settings().get(kUnknownFailedAt));
    if (failed) std::from_chars(failed->data(), failed->data() + failed->size(), attempt.failed);
    if (at) attempt.lastFailedAt = base::Instant::fromIso(*at);
    return attempt;
}

base::Result<Attempt> attemptOf(Transaction& tx, base::Result<StoredAccount> stored) {
    if (!stored && stored.error().code != Code::NotFound) return std::unexpected(stored.error());
    if (!stored) return unknownAttempt(tx);
    return Attempt{*stored, stored->failedAttempts, stored->lastFailedAt};
}

using Find = std::function<base::Result<StoredAccount>(Transaction&)>;

base::Result<Attempt> load(ServiceContext& context, const Find& find) {
    std::optional<Attempt> attempt;
    CHAIRSIDE_TRY(context.store.read([&](Transaction& tx) -> base::Done {
        attempt = CHAIRSIDE_TRY(attemptOf(tx, find(tx)));
        return {};
    }));
    return *std::move(attempt);
}

AuditEvent eventFor(const Attempt& attempt, AuditAction action, const std::string& workstation, std::string detail) {
    AuditEvent event;
    event.action = action;
    event.outcome = action == AuditAction::SignIn ? AuditOutcome::Success : AuditOutcome::Failure;
    event.workstation = workstation;
    event.subjectKind = "account";
    event.detail = std::move(detail);
    if (attempt.account) {
        const auto& account = attempt.account->account;
        event.who = account.id;
        event.subjectId = account.id.text();
        event.role = roleKey(Actor{account.id, {}, {}, account.roles, {}}.leadingRole());
    }
    return event;
}

base::Done countFailure(Transaction& tx, const Attempt& attempt, base::Instant now) {
    if (attempt.account) {
        return tx.accounts().setFailedAttempts(attempt.account->account.id, attempt.failed + 1, now);
    }
    CHAIRSIDE_TRY(tx.settings().set(kUnknownFailed, std::to_string(attempt.failed + 1)));
    return tx.settings().set(kUnknownFailedAt, now.iso());
}

base::Done recordFailure(ServiceContext& context, const Attempt& attempt, const AuditEvent& event) {
    CHAIRSIDE_TRY(context.store.write([&](Transaction& tx) -> base::Done {
        CHAIRSIDE_TRY(countFailure(tx, attempt, context.clock.now()));
        tx.audit(event);
        return {};
    }));
    return base::fail(Code::SignInFailed);
}

base::Done recordDelay(ServiceContext& context, const AuditEvent& event, std::int64_t seconds) {
    CHAIRSIDE_TRY(context.store.write([&](Transaction& tx) -> base::Done {
        tx.audit(event);
        return {};
    }));
    return base::fail(Code::SignInDelayed, {}, std::to_string(seconds));
}

base::Done recordSuccess(ServiceContext& context, const Attempt& attempt, const AuditEvent& event) {
    return context.store.write([&](Transaction& tx) -> base::Done {
        if (attempt.failed > 0) {
            CHAIRSIDE_TRY(tx.accounts().setFailedAttempts(attempt.account->account.id, 0, std::nullopt));
        }
        tx.audit(event);
        return {};
    });
}

// The work of one verification also where there is nothing to verify against.
bool passwordIsRight(const PasswordHasher& hasher, const Attempt& attempt, const std::string& password) {
    if (attempt.account) return hasher.verify(attempt.account->passwordHash, password);
    [[maybe_unused]] const auto spent = hasher.hash(password);
    return false;
}

base::Done tryPassword(ServiceContext& context, const Attempt& attempt, const std::string& password,
                       const std::string& workstation, const std::string& purpose, Announce announce) {
    if (const auto wait = secondsToWait(attempt.failed, attempt.lastFailedAt, context.clock.now(), context.policy)) {
        return recordDelay(context, eventFor(attempt, AuditAction::SignInFailed, workstation, purpose + " delayed"),
                           *wait);
    }
    const bool right = passwordIsRight(context.hasher, attempt, password);
    if (!right || attempt.account->account.closed) {
        const std::string why = !attempt.account ? " unknown_user" : right ? " closed" : " wrong_password";
        return recordFailure(context, attempt,
                             eventFor(attempt, AuditAction::SignInFailed, workstation, purpose + why));
    }
    if (announce == Announce::OnlyAfterFailures && attempt.failed == 0) return {};
    return recordSuccess(context, attempt, eventFor(attempt, AuditAction::SignIn, workstation, purpose));
}

} // namespace

std::optional<std::int64_t> secondsToWait(int failed, std::optional<base::Instant> lastFailedAt, base::Instant now,
                                          const ClinicPolicy& policy) {
    if (!lastFailedAt || failed < policy.freeSignInTries) return std::nullopt;
    std::int64_t seconds = policy.signInDelaySeconds;
    for (int i = policy.freeSignInTries; i < failed && seconds < policy.maxSignInDelaySeconds; ++i)
        seconds *= 2;
    seconds = std::min<std::int64_t>(seconds, policy.maxSignInDelaySeconds);
    const std::int64_t passedMs = std::max<std::int64_t>(0, base::between(*lastFailedAt, now).count());
    const std::int64_t leftMs = seconds * 1000 - passedMs;
    if (leftMs <= 0) return std::nullopt;
    return (leftMs + 999) / 1000;
}

base::Result<Actor> authenticate(ServiceContext& context, const std::string& userName, const std::string& password,
                                 const std::string& workstation, const std::string& purpose) {
    const std::string folded = foldedUserName(userName);
    const auto attempt =
        CHAIRSIDE_TRY(load(context, [&folded](Transaction& tx) { return tx.accounts().byUserName(folded); }));
    CHAIRSIDE_TRY(tryPassword(context, attempt, password, workstation, purpose, Announce::Always));
    const auto& account = attempt.account->account;
    return Actor{account.id, account.userName, account.printedName, account.roles, workstation};
}

base::Done confirmPassword(ServiceContext& context, const Actor& actor, const std::string& password,
                           Announce announce) {
    const auto attempt =
        CHAIRSIDE_TRY(load(context, [&actor](Transaction& tx) { return tx.accounts().byId(actor.account); }));
    return tryPassword(context, attempt, password, actor.workstation, "again", announce);
}

void checkPassword(base::Problems& problems, const std::string& password, const std::string& userName,
                   const std::string& clinicName, const ClinicPolicy& policy) {
    const int length = characterCount(password);
    const auto problem = [&](base::Rule rule) {
        problems.push_back(
            {"password", rule, std::to_string(policy.minPasswordLength), std::to_string(policy.maxPasswordLength), {}});
    };
    const std::string folded = foldedUserName(password);
    if (length == 0) {
        problem(base::Rule::Required);
    } else if (length > policy.maxPasswordLength) {
        problem(base::Rule::TooLong);
    } else if (length < policy.minPasswordLength || folded == foldedUserName(userName) ||
               folded == foldedUserName(clinicName)) {
        problem(base::Rule::TooWeak);
    }
}

} // namespace chairside::services
