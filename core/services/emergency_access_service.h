// Emergency access: begun with a reason and the password again, said on the screen while it lasts, and looked at by
// somebody else afterwards.
#pragma once

#include <string>
#include <vector>

#include "core/domain/account/account.h"
#include "core/domain/account/emergency_access.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct EmergencyAccessRow {
    domain::EmergencyAccess access;
    std::string person;   // printed name
    std::string reviewer; // printed name; empty: nobody has looked at it yet
    bool open = false;
    bool mine = false; // whoever asks used it: another person looks at it
};

class EmergencyAccessService {
public:
    explicit EmergencyAccessService(ServiceContext& context) : m_context(context) {}

    // Every record that is opened then is audited as opened in an emergency. Denied without UseEmergencyAccess.
    // WrongState on "emergency_access": the roles give the access already, or one is open. Invalid: reason.
    // SignInFailed and SignInDelayed as at every re-authentication.
    [[nodiscard]] base::Result<domain::EmergencyAccess> begin(const Actor& actor, const std::string& reason,
                                                              const std::string& password);
    // Done also if none is open.
    [[nodiscard]] base::Done end(const Actor& actor);
    // Those that nobody has looked at first, then newest first. Denied without ReviewEmergencyAccess.
    [[nodiscard]] base::Result<std::vector<EmergencyAccessRow>> list(const Actor& actor);
    // Invalid: remark; SamePerson on "review" for one's own. WrongState on "emergency_access" while it is open or after
    // a review.
    [[nodiscard]] base::Done review(const Actor& actor, const domain::EmergencyAccessId& id, const std::string& remark);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
