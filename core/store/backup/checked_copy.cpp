#include "core/store/backup/checked_copy.h"

#include <system_error>

#include "core/services/try.h"
#include "core/store/store.h"

namespace chairside::store {

base::Done checkByOpening(const CopyCheck& check) {
    const auto bytes = check.key.bytes();
    {
        auto opened = CHAIRSIDE_TRY(Store::open({.folder = check.folder,
                                                 .clock = check.clock,
                                                 .digest = check.digest,
                                                 .ids = check.ids,
                                                 .key = bytes.span()}));
        const auto report = CHAIRSIDE_TRY(opened->verify());
        if (!report.clean()) {
            const auto& first = report.findings.front();
            return base::fail(base::Code::StorageDamaged, {}, "backup: " + first.check + ' ' + first.place);
        }
    }
    std::error_code ignored;
    std::filesystem::remove(check.folder / "clinic.lock", ignored);
    return {};
}

} // namespace chairside::store
