// What somebody typed and has not saved: kept for its author until it is saved, also over a crash.
#pragma once

#include <optional>
#include <string>

#include "core/services/ports/draft_repository.h"
#include "core/services/service_context.h"

namespace chairside::services {

// A draft is no record: it is not audited, nobody but its author is handed it, and it never becomes an entry by itself.
class DraftService {
public:
    explicit DraftService(ServiceContext& context) : m_context(context) {}

    // Replaces the author's draft of this subject; empty content ends it. On the disk when it returns. Invalid: content
    // (longer than clinic policy allows); the draft before stays.
    [[nodiscard]] base::Done keep(const Actor& actor, const DraftSubject& subject, const std::string& content);
    // Nothing if the author has none.
    [[nodiscard]] base::Result<std::optional<Draft>> find(const Actor& actor, const DraftSubject& subject);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
