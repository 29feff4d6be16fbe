// Accounts, sign-in and re-authentication. There is no account until the first administrator is made.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct NewAccount {
    std::string userName;
    std::string printedName;
    domain::RoleSet roles;
    std::string password;
};

// How the person signs in, without anything secret.
struct OwnSignIn {
    bool hasPin = false;
    int pinTriesLeft = 0; // 0: the password first
    bool hasSecondFactor = false;
    int recoveryCodesLeft = 0;
};

// Whose data a clinic holds.
enum class PatientsAre { Real, Invented };

class AccountService {
public:
    explicit AccountService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<bool> hasAccounts();
    // Only while there is no account at all (WrongState otherwise). Names the clinic and makes its first account, which
    // always has the administrator role. Whose data it is to hold is said once and stands on every paper. Invalid lists
    // every problem: clinic_name, user_name, printed_name, password.
    [[nodiscard]] base::Result<Actor> setUpClinic(const std::string& clinicName, const NewAccount& first,
                                                  const std::string& workstation,
                                                  PatientsAre patients = PatientsAre::Real);

    // The code that opens the data when no password does, after setUpClinic() and until it is confirmed. Empty if the
    // data are not encrypted.
    [[nodiscard]] std::string recoveryCode() const;
    // Its second and its last group as they were typed back: then it is on paper, and the program forgets it.
    // Invalid/Mismatch: group_second, group_last.
    [[nodiscard]] base::Done confirmRecoveryCode(const std::string& second, const std::string& last);

    // SignInFailed says nothing about which part was wrong and takes as long for an unknown name. SignInDelayed: too
    // many wrong tries, detail holds the seconds left; the right password is not tried. All outcomes are audited.
    // The first one opens the data; tries before that are audited then.
    // Invalid/Required on "one_time_code": the password is right, and the person has a second factor; then again with
    // the code of the authenticator or one of the printed ones. Each is taken once.
    // The same on "new_password": the password is right, and an administrator gave it; then again with one of the
    // person's own, which takes its place. Invalid on "new_password" as for every new one, Duplicate for the given one.
    [[nodiscard]] base::Result<Actor> signIn(const std::string& userName, const std::string& password,
                                             const std::string& workstation, const std::string& code = {},
                                             const std::string& newPassword = {});
    [[nodiscard]] base::Done signOut(const Actor& actor);
    // The printed code instead of a password: opens the data and gives this account a new one. Invalid: recovery_code,
    // password. SignInFailed: another clinic's code, or nobody open has the name. WrongState: the data are not
    // encrypted.
    [[nodiscard]] base::Done recover(const std::string& code, const std::string& userName,
                                     const std::string& newPassword, const std::string& workstation);
    // A new key for the data; takes as long as writing all of them. WrongState: they are not encrypted.
    [[nodiscard]] base::Done rekey(const Actor& actor);

    // The same person again, before a signature. SignInFailed leaves the caller's work untouched. WrongState on
    // "given_password", for a witness too: they have to sign in and choose their own first.
    [[nodiscard]] base::Done reauthenticate(const Actor& actor, const std::string& password);
    // Another person in front of the same screen: a witness. Invalid/SamePerson on "witness" if it is the actor, Denied
    // if that person may not witness.
    [[nodiscard]] base::Result<Actor> authenticateWitness(const Actor& actor, const std::string& userName,
                                                          const std::string& password);

    [[nodiscard]] base::Result<std::vector<domain::Account>> accounts(const Actor& actor);
    // Invalid: user_name, printed_name, roles, password. AlreadyExists: user_name.
    [[nodiscard]] base::Result<domain::AccountId> createAccount(const Actor& actor, const NewAccount& account);
    // Of a new password, in characters; clinic policy.
    [[nodiscard]] int minPasswordLength() const { return m_context.policy.minPasswordLength; }
    // A password for somebody who forgot theirs, after the administrator's own. It opens their next sign-in and nothing
    // else, where they choose their own; takes away their PIN and second factor, and the wrong tries. Invalid:
    // password, account/SamePerson. SignInFailed: the administrator's.
    [[nodiscard]] base::Done resetPassword(const Actor& actor, const std::string& ownPassword,
                                           const domain::AccountId& account, const std::string& newPassword);
    [[nodiscard]] base::Done closeAccount(const Actor& actor, const domain::AccountId& account);

    // One's own, which needs no permission but an open account.
    [[nodiscard]] base::Result<OwnSignIn> ownSignIn(const Actor& actor);
    // Invalid: password. SignInFailed: the current one. The key slot has the new one first; if the program is ended
    // between the two, the next sign-in with the new one makes them agree.
    [[nodiscard]] base::Done changePassword(const Actor& actor, const std::string& current,
                                            const std::string& newPassword);
    // For unlocking one's own screen, never for signing in or signing. Invalid: pin. SignInFailed: the password.
    [[nodiscard]] base::Done setPin(const Actor& actor, const std::string& password, const std::string& pin);
    [[nodiscard]] base::Done removePin(const Actor& actor, const std::string& password);
    // SignInFailed with the tries that are left as detail. WrongState on "pin": there is none, or no try is left until
    // the password was right.
    [[nodiscard]] base::Done unlockWithPin(const Actor& actor, const std::string& pin);
    // A secret for an authenticator; nothing is kept until confirmSecondFactor().
    [[nodiscard]] base::Result<std::string> newSecondFactor();
    // Keeps the secret once a code of it was typed; returns the printed codes, which are shown this once. Invalid:
    // one_time_code. SignInFailed: the password.
    [[nodiscard]] base::Result<std::vector<std::string>> confirmSecondFactor(const Actor& actor,
                                                                             const std::string& password,
                                                                             const std::string& secret,
                                                                             const std::string& code);
    [[nodiscard]] base::Done removeSecondFactor(const Actor& actor, const std::string& password);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
