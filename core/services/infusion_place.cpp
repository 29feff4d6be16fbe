// Where the patient sits.
#include "core/services/chair_list.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/try.h"

namespace chairside::services {

base::Result<domain::EntryId> InfusionService::placeOnChair(const Actor& actor, const PlaceEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   const auto chair = chairNamed(CHAIRSIDE_TRY(readChairs(unit)), entry.chair);
                   if (chair.empty()) {
                       return base::invalid({{"chair", base::Rule::NotAllowed, {}, {}, entry.chair}});
                   }
                   if (chair == domain::chairOf(infusion.record)) {
                       return base::invalid({{"chair", base::Rule::Duplicate, {}, {}, chair}});
                   }
                   const domain::ChairPlace place{headOf(unit, infusion, std::nullopt, std::nullopt), chair};
                   CHAIRSIDE_TRY(unit.tx().infusions().add(place));
                   noteEntry(unit, infusion, "chair_place", place.head);
                   return place.head.id;
               });
}

} // namespace chairside::services
