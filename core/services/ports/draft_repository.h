// Unsaved typing. Implemented in core/store.
#pragma once

#include <optional>
#include <string>

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

namespace chairside::services {

// What was being filled in: "infusion" and its id, "order" and the patient's id.
struct DraftSubject {
    std::string kind;
    std::string id;
};

struct Draft {
    std::string content; // as the screen wrote it; empty: ended
    base::Instant savedAt;
};

class DraftRepository {
public:
    virtual ~DraftRepository() = default;
    [[nodiscard]] virtual base::Result<std::optional<Draft>> get(const domain::AccountId& author,
                                                                 const DraftSubject& subject) = 0;
    [[nodiscard]] virtual base::Done put(const domain::AccountId& author, const DraftSubject& subject,
                                         const Draft& draft) = 0;
};

} // namespace chairside::services
