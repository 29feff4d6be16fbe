// Whether a copied data folder can be worked with: it is opened the way the program opens any.
#pragma once

#include <filesystem>
#include <future>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/services/ports/digest.h"
#include "core/store/audit/audit_log.h"
#include "core/store/sqlite/cipher_key.h"

namespace chairside::store {

struct CopyCheck {
    std::filesystem::path folder; // with clinic.db and clinic.anchor; an older schema is brought up to date in it
    CipherKey key;
    const base::Clock& clock;
    const services::Digest& digest;
    base::IdSource& ids;
};

// Opens it and verifies everything, the audit trail against its anchor too. StorageDamaged names the first finding.
[[nodiscard]] base::Done checkByOpening(const CopyCheck& check);

// A call on a thread of its own; a throw counts as Internal. Goes only once the thread has ended.
template <class Work>
[[nodiscard]] auto onOwnThread(Work work) {
    using Outcome = decltype(work());
    return std::async(std::launch::async, [work = std::move(work)]() mutable -> Outcome {
        try {
            return work();
        } catch (const std::exception& thrown) {
            return base::fail(base::Code::Internal, {}, std::string("backup threw: ") + thrown.what());
        }
    });
}

} // namespace chairside::store
