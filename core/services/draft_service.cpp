#include "core/services/draft_service.h"

#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {

base::Done DraftService::keep(const Actor& actor, const DraftSubject& subject, const std::string& content) {
    return runUnit(m_context, actor, domain::Permission::ViewPatients, Access::Write, [&](Unit& unit) -> base::Done {
        base::Problems problems;
        checkLength(problems, "content", content, unit.policy().maxDraftLength);
        if (!problems.empty()) return base::invalid(std::move(problems));
        return unit.tx().drafts().put(actor.account, subject, {content, unit.now()});
    });
}

base::Result<std::optional<Draft>> DraftService::find(const Actor& actor, const DraftSubject& subject) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [&](Unit& unit) -> base::Result<std::optional<Draft>> {
                   auto draft = CHAIRSIDE_TRY(unit.tx().drafts().get(actor.account, subject));
                   if (draft && draft->content.empty()) draft.reset();
                   return draft;
               });
}

} // namespace chairside::services
