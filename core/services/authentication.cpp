#include "core/services/authentication.h"

#include <algorithm>
#include <charconv>

#include "core/services/account_checks.h"
#include "core/services/keys.h"
#include "core/services/password_rules.h"
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

base::Done stateOnly(ServiceContext& context, const AuditEvent& event) {
    return context.store.write([&](Transaction& tx) -> base::Done {
        tx.audit(event);
        return {};
    });
}

base::Done recordDelay(ServiceContext& context, const AuditEvent& event, std::int64_t seconds) {
    CHAIRSIDE_TRY(stateOnly(context, event));
    return base::fail(Code::SignInDelayed, {}, std::to_string(seconds));
}

base::Done recordSuccess(ServiceContext& context, const Attempt& attempt, const AuditEvent& event,
                         const std::optional<SecondFactor>& factor) {
    return context.store.write([&](Transaction& tx) -> base::Done {
        const auto& id = attempt.account->account.id;
        if (attempt.failed > 0) CHAIRSIDE_TRY(tx.accounts().setFailedAttempts(id, 0, std::nullopt));
        // Whoever knows the password may go on with the PIN.
        if (attempt.account->pinFailed > 0) CHAIRSIDE_TRY(tx.accounts().setPinFailed(id, 0));
        if (factor) CHAIRSIDE_TRY(tx.accounts().setSecondFactor(id, factor));
        tx.audit(event);
        return {};
    });
}

// The work of one verification also where there is nothing to verify against.
bool passwordIsRight(const PasswordHasher& hasher, const Attempt& attempt, const std::string& password) {
    if (attempt.account) return hasher.verify(attempt.account->password.hash, password);
    [[maybe_unused]] const auto spent = hasher.hash(password);
    return false;
}

// What a code makes of the second factor: the step or the printed code is used up. Or a word for what is wrong.
struct CodeOutcome {
    std::optional<SecondFactor> used;
    std::string word;
};

CodeOutcome tryCode(const ServiceContext& context, const SecondFactor& factor, const std::string& code) {
    if (context.oneTimeCodes == nullptr) return {std::nullopt, "no_codes"};
    auto used = factor;
    if (const auto step = context.oneTimeCodes->stepOf(factor.secret, code, context.clock.now())) {
        if (*step <= factor.lastStep) return {std::nullopt, "code_replayed"};
        used.lastStep = *step;
        return {used, "code"};
    }
    const auto hash = context.digest.sha256(context.oneTimeCodes->recoveryText(code));
    if (std::erase(used.recoveryHashes, hash) > 0) return {used, "recovery_code"};
    return {std::nullopt, "wrong_code"};
}

// How a try is made.
struct Try {
    const std::string& password;
    const std::string* code; // none: only the password is asked for
    const std::string& workstation;
    const std::string& purpose;
    Announce announce;
    bool isProved = false;                    // by the slot that it opened
    const std::string* newPassword = nullptr; // none: not a sign-in
};

// Whether somebody whose password was given chooses one that can take its place.
base::Done checkChoice(ServiceContext& context, const Attempt& attempt, const Try& tried) {
    if (tried.newPassword == nullptr || tried.newPassword->empty()) {
        CHAIRSIDE_TRY(stateOnly(context, eventFor(attempt, AuditAction::SignInFailed, tried.workstation,
                                                  tried.purpose + " password_to_choose")));
        if (tried.newPassword == nullptr) return base::fail(Code::WrongState, "given_password");
        return base::invalid("new_password", base::Rule::Required);
    }
    std::string clinic;
    CHAIRSIDE_TRY(context.store.read([&](Transaction& tx) -> base::Done {
        clinic = CHAIRSIDE_TRY(tx.settings().get(kClinicNameSetting)).value_or(std::string{});
        return {};
    }));
    base::Problems problems;
    checkPassword(problems, *tried.newPassword, attempt.account->account.userName, clinic, context.policy);
    for (auto& problem : problems)
        problem.field = "new_password";
    if (*tried.newPassword == tried.password) problems.push_back({"new_password", base::Rule::Duplicate, {}, {}, {}});
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

base::Done tryPassword(ServiceContext& context, const Attempt& attempt, const Try& tried) {
    const auto& [password, code, workstation, purpose, announce, isProved, newPassword] = tried;
    if (const auto wait = secondsToWait(attempt.failed, attempt.lastFailedAt, context.clock.now(), context.policy)) {
        return recordDelay(context, eventFor(attempt, AuditAction::SignInFailed, workstation, purpose + " delayed"),
                           *wait);
    }
    const bool right = (isProved && attempt.account) || passwordIsRight(context.hasher, attempt, password);
    if (!right || attempt.account->account.closed) {
        const std::string why = !attempt.account ? " unknown_user" : right ? " closed" : " wrong_password";
        return recordFailure(context, attempt,
                             eventFor(attempt, AuditAction::SignInFailed, workstation, purpose + why));
    }
    if (attempt.account->password.isGiven) CHAIRSIDE_TRY(checkChoice(context, attempt, tried));
    if (announce == Announce::OnlyAfterFailures && attempt.failed == 0) return {};
    const auto& factor = attempt.account->secondFactor;
    if (code == nullptr || !factor)
        return recordSuccess(context, attempt, eventFor(attempt, AuditAction::SignIn, workstation, purpose), {});
    if (code->empty()) {
        CHAIRSIDE_TRY(
            stateOnly(context, eventFor(attempt, AuditAction::SignInFailed, workstation, purpose + " code_missing")));
        return base::invalid("one_time_code", base::Rule::Required);
    }
    const auto outcome = tryCode(context, *factor, *code);
    const auto action = outcome.used ? AuditAction::SignIn : AuditAction::SignInFailed;
    const auto event = eventFor(attempt, action, workstation, purpose + ' ' + outcome.word);
    return outcome.used ? recordSuccess(context, attempt, event, outcome.used) : recordFailure(context, attempt, event);
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

namespace {

struct Known {
    Actor actor;
    bool passwordIsGiven = false;
};

base::Result<Known> tryByName(ServiceContext& context, const std::string& userName, const Try& tried) {
    const std::string folded = foldedUserName(userName);
    const auto attempt =
        CHAIRSIDE_TRY(load(context, [&folded](Transaction& tx) { return tx.accounts().byUserName(folded); }));
    CHAIRSIDE_TRY(tryPassword(context, attempt, tried));
    const auto& account = attempt.account->account;
    return Known{{account.id, account.userName, account.printedName, account.roles, tried.workstation},
                 attempt.account->password.isGiven};
}

} // namespace

base::Result<Actor> authenticate(ServiceContext& context, const std::string& userName, const std::string& password,
                                 const std::string& workstation, const std::string& purpose) {
    return CHAIRSIDE_TRY(tryByName(context, userName, {password, nullptr, workstation, purpose, Announce::Always}))
        .actor;
}

base::Result<Actor> authenticateWithCode(ServiceContext& context, const SignInTry& given,
                                         const std::string& workstation) {
    const std::string purpose = "sign_in";
    const auto known = CHAIRSIDE_TRY(tryByName(
        context, given.userName,
        {given.password, &given.code, workstation, purpose, Announce::Always, given.isProved, &given.newPassword}));
    if (known.passwordIsGiven) {
        CHAIRSIDE_TRY(keepOwnPassword(context, known.actor, {given.password, given.newPassword}, "password chosen"));
    }
    return known.actor;
}

base::Done confirmPassword(ServiceContext& context, const Actor& actor, const std::string& password,
                           Announce announce) {
    const auto attempt =
        CHAIRSIDE_TRY(load(context, [&actor](Transaction& tx) { return tx.accounts().byId(actor.account); }));
    const std::string purpose = "again";
    return tryPassword(context, attempt, {password, nullptr, actor.workstation, purpose, announce});
}

} // namespace chairside::services
