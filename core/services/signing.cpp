#include "core/services/signing.h"

#include "core/services/authentication.h"
#include "core/services/keys.h"
#include "core/services/try.h"

namespace chairside::services {

base::Done addSignature(Unit& unit, const std::string& meaning, const std::string& subjectKind,
                        const std::string& subjectId) {
    auto& signatures = unit.tx().signatures();
    auto hash = CHAIRSIDE_TRY(signatures.contentHash(subjectKind, subjectId));
    return signatures.add(domain::Signature{unit.newId<domain::SignatureId>(), unit.actor().account,
                                            unit.actor().printedName, roleKey(unit.role()), unit.now(), meaning,
                                            subjectKind, subjectId, std::move(hash)});
}

base::Done confirmBeforeSigning(ServiceContext& context, const Actor& actor, domain::Permission permission,
                                const std::string& password, const std::function<base::Done(Unit&)>& check) {
    CHAIRSIDE_TRY(runUnit(context, actor, permission, Access::Read, check));
    return confirmPassword(context, actor, password, Announce::OnlyAfterFailures);
}

void requirePassword(base::Problems& problems, const std::string& password) {
    if (password.empty()) problems.push_back({"password", base::Rule::Required, {}, {}, {}});
}

} // namespace chairside::services
