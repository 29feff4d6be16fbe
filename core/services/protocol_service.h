// Protocol versions: taken over from a template or an earlier version as a draft, read, signed by a physician, by a
// second one where hard limits change, in force from a day on, retired.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/protocol/protocol_changes.h"
#include "core/domain/protocol/protocol_standing.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct NumberChange {
    std::string key;        // of domain::protocolFields()
    std::int64_t value = 0; // as the field stores it
    std::string why;

    bool operator==(const NumberChange&) const = default;
};

// What the hard limits of a version are compared with before it is signed: the newest version of the protocol that is
// fully signed, else the template of the same name.
struct HardLimits {
    bool secondNeeded = false;       // they differ, or there is nothing to compare them with
    std::optional<int> comparedWith; // the number of that version; none: the template, or nothing
    std::vector<domain::ProtocolChange> changes;
};

// A version as it stands today.
struct ProtocolOnFile {
    domain::ProtocolVersion version;
    domain::ProtocolStanding standing = domain::ProtocolStanding::Draft;
    std::optional<base::CalendarDate> firstDay; // of domain::inForceOn
    std::optional<int> replacedBy;              // the number of the version that replaced it; only Replaced
    std::string signedByName, secondByName;     // empty: not signed by one
    HardLimits limits;                          // of a draft, or of a version that waits for the second signature
};

class ProtocolService {
public:
    explicit ProtocolService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<std::vector<domain::ProtocolTemplate>> templates(const Actor& actor);
    [[nodiscard]] base::Result<std::vector<domain::ProtocolVersion>> versions(const Actor& actor);
    // The same, each with where it stands today.
    [[nodiscard]] base::Result<std::vector<ProtocolOnFile>> onFile(const Actor& actor);
    // A draft with the template's numbers, version 1 or one above the newest of that name.
    [[nodiscard]] base::Result<domain::ProtocolVersionId> takeOver(const Actor& actor, const std::string& templateKey);
    // A draft that says what a signed version says, as the next version of its protocol. WrongState for a draft.
    [[nodiscard]] base::Result<domain::ProtocolVersionId> revise(const Actor& actor,
                                                                 const domain::ProtocolVersionId& version);
    // Other numbers or reasons in a draft; nothing of it is in force before somebody signs. WrongState once it is
    // signed. Fields: the keys of the numbers with the rules of domain::check (NotAllowed: there is no such number); a
    // key with
    // ".why" (Required: a number that is changed says why it is what it is; TooLong).
    [[nodiscard]] base::Done changeNumbers(const Actor& actor, const domain::ProtocolVersionId& version,
                                           const std::vector<NumberChange>& changes);
    // Re-authenticates, checks the rules once more, signs (meaning "protocol") for the day from which the version is in
    // force; none: today. On its day it replaces the version of its protocol before it; courses keep theirs. Where hard
    // limits change (HardLimits) it waits for countersign(). WrongState if it is not a draft. Fields: in_force_from
    // (InPast), password.
    [[nodiscard]] base::Done sign(const Actor& actor, const domain::ProtocolVersionId& version,
                                  const std::string& password,
                                  const std::optional<base::CalendarDate>& inForceFrom = std::nullopt);
    // The second signature (meaning "protocol_second") of another person; the version is in force from its day on, from
    // today if that has passed. Re-authenticates. WrongState unless it waits for one. Fields: second_signature
    // (SamePerson: the first signer), password.
    [[nodiscard]] base::Done countersign(const Actor& actor, const domain::ProtocolVersionId& version,
                                         const std::string& password);
    // No course is ordered under it any more; running courses keep it, and a version it had replaced does not come
    // back. Re-authenticates. WrongState unless it is signed and not yet retired. Fields: reason, password.
    [[nodiscard]] base::Done retire(const Actor& actor, const domain::ProtocolVersionId& version,
                                    const std::string& reason, const std::string& password);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
