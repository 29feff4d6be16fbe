#include "core/domain/protocol/protocol.h"

namespace chairside::domain {

ProtocolVersion contentOf(const ProtocolTemplate& from) {
    ProtocolVersion content{.id = ProtocolVersionId(base::Uuid(base::Uuid::Bytes{})),
                            .protocol = ProtocolId(base::Uuid(base::Uuid::Bytes{}))};
    content.name = from.name;
    content.drug = from.drug;
    content.summary = from.summary;
    content.remarks = from.remarks;
    content.rules = from.rules;
    content.whys = from.whys;
    content.items = from.items;
    content.emergency = from.emergency;
    content.screening = from.screening;
    return content;
}

} // namespace chairside::domain
