// The controlled-drug book of one infusion: what was opened, given and wasted, with a second person as
// witness.
#include <algorithm>
#include <array>

#include "core/base/decimal_text.h"
#include "core/domain/dosing/dose.h"
#include "core/domain/dosing/drug_balance.h"
#include "core/services/account_service.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::Dose;
using domain::MovementKind;

// After the stop; or a bag that was made and will not be started.
base::Done checkMayAccount(const InfusionAtHand& infusion) {
    const auto state = domain::stateOf(infusion.record);
    const bool ended = state == domain::InfusionState::Ended || state == domain::InfusionState::Discharged;
    const bool unused = state == domain::InfusionState::Prepared;
    if (!ended && !unused) return base::fail(Code::WrongState, "infusion", "not_stopped");
    if (!infusion.record.movements.empty()) return base::fail(Code::WrongState, "infusion", "already_booked");
    return {};
}

template <class Quantity>
void requireAtLeast(base::Problems& problems, const char* field, const std::optional<Quantity>& value, Quantity least) {
    if (!value) {
        problems.push_back({field, Rule::Required, {}, {}, {}});
    } else if (*value < least) {
        problems.push_back({field, Rule::OutOfRange, base::toText(least), {}, base::toText(*value)});
    }
}

base::Problems checkEntry(const DrugEntry& entry, base::CalendarDate today, int maxLength) {
    base::Problems problems;
    requireAtLeast(problems, "vial_volume", entry.vialVolume, domain::Volume::ofRaw(1));
    checkText(problems, "lot", entry.lot, maxLength);
    if (!entry.expires) {
        problems.push_back({"expires", Rule::Required, {}, {}, {}});
    } else if (*entry.expires < today) {
        problems.push_back({"expires", Rule::InPast, today.iso(), {}, entry.expires->iso()});
    }
    requireAtLeast(problems, "wasted_vial", entry.wastedVial, Dose{});
    requireAtLeast(problems, "wasted_bag", entry.wastedBag, Dose{});
    checkLength(problems, "difference_reason", entry.differenceReason, maxLength);
    if (foldedUserName(entry.witnessUserName).empty()) problems.push_back({"witness", Rule::Required, {}, {}, {}});
    return problems;
}

// What is to be booked: the vials opened and where their content went.
struct Booking {
    int vials = 0;
    Dose perVial;
    Dose given, wastedBag, wastedVial;
    Dose difference; // what is left over (or, below 0, too much) with a reason
};

Booking bookingOf(const DrugEntry& entry, const domain::DoseCheck& prepared, Dose given) {
    const auto strength = prepared.inputs.strength;
    Booking booking;
    booking.vials = domain::vialUse(prepared.drugVolume, *entry.vialVolume, strength).vials;
    booking.perVial = Dose::ofRaw(base::divideRounded(base::Wide{strength.raw()} * entry.vialVolume->raw(), 1000));
    booking.given = given;
    booking.wastedBag = *entry.wastedBag;
    booking.wastedVial = *entry.wastedVial;
    const auto total = Dose::ofRaw(booking.perVial.raw() * booking.vials);
    booking.difference = domain::unaccounted({total, given, booking.wastedVial, booking.wastedBag});
    return booking;
}

struct DrugBasis {
    InfusionAtHand infusion;
    domain::DoseCheck prepared;
    Booking booking;
};

base::Result<DrugBasis> checkDrug(Unit& unit, const DrugEntry& entry) {
    auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
    CHAIRSIDE_TRY(checkMayAccount(infusion));
    auto problems = checkEntry(entry, infusion.now.localDate(), unit.policy().maxNoteLength);
    if (!problems.empty()) return base::invalid(std::move(problems));
    auto prepared = domain::preparedDose(infusion.record);
    if (!prepared) return base::fail(Code::WrongState, "dose", "not_prepared");
    const auto given = domain::deliveryOf(infusion.record, infusion.now, infusion.rules().dose).dose;
    const auto booking = bookingOf(entry, *prepared, given);
    if (booking.difference != Dose{} && trimmed(entry.differenceReason).empty()) {
        return base::invalid("wasted_vial", Rule::DoesNotBalance, {}, {}, base::toText(booking.difference));
    }
    return DrugBasis{std::move(infusion), *std::move(prepared), booking};
}

class Bookkeeper {
public:
    Bookkeeper(Unit& unit, const DrugEntry& entry, const DrugBasis& basis, const domain::AccountId& witness)
        : m_unit(unit), m_entry(entry), m_basis(basis), m_witness(witness) {}

    base::Done write() {
        const Booking& booking = m_basis.booking;
        std::array<Use, 3> uses{Use{MovementKind::Given, booking.given},
                                Use{MovementKind::WastedBag, booking.wastedBag},
                                Use{MovementKind::WastedVial, booking.wastedVial}};
        for (int i = 0; i < booking.vials; ++i) {
            const auto vial = CHAIRSIDE_TRY(addVial());
            CHAIRSIDE_TRY(addMovement(vial, MovementKind::Received, booking.perVial));
            CHAIRSIDE_TRY(useUp(vial, uses, i + 1 == booking.vials));
        }
        return {};
    }

private:
    struct Use {
        MovementKind kind;
        Dose left;
    };

    base::Result<domain::VialId> addVial() {
        const domain::Vial vial{m_unit.newId<domain::VialId>(),
                                m_basis.infusion.protocol.drug,
                                m_basis.prepared.inputs.strength,
                                *m_entry.vialVolume,
                                trimmed(m_entry.lot),
                                *m_entry.expires};
        CHAIRSIDE_TRY(m_unit.tx().infusions().add(vial));
        return vial.id;
    }

    // One vial after the other is emptied, so that each balances; what does not fit falls to the last one.
    base::Done useUp(const domain::VialId& vial, std::array<Use, 3>& uses, bool last) {
        Dose content = m_basis.booking.perVial;
        for (auto& use : uses) {
            const Dose part = last ? use.left : std::min(use.left, content);
            if (part > Dose{}) CHAIRSIDE_TRY(addMovement(vial, use.kind, part));
            use.left -= part;
            content -= part;
        }
        const Dose difference = m_basis.booking.difference;
        if (last && difference != Dose{}) CHAIRSIDE_TRY(addMovement(vial, MovementKind::Correction, -difference));
        return {};
    }

    base::Done addMovement(const domain::VialId& vial, MovementKind kind, Dose amount) {
        const auto& infusion = m_basis.infusion;
        const bool witnessed = kind != MovementKind::Received && kind != MovementKind::Given;
        return m_unit.tx().infusions().add(domain::DrugMovement{
            m_unit.newId<domain::EntryId>(), vial, infusion.id(), kind, amount, infusion.now, infusion.now,
            m_unit.actor().account, witnessed ? std::optional(m_witness) : std::nullopt,
            kind == MovementKind::Correction ? trimmed(m_entry.differenceReason) : std::string{}});
    }

    Unit& m_unit;
    const DrugEntry& m_entry;
    const DrugBasis& m_basis;
    domain::AccountId m_witness;
};

} // namespace

base::Done InfusionService::accountDrug(const Actor& actor, const DrugEntry& entry) {
    const auto permission = domain::Permission::RecordInfusion;
    CHAIRSIDE_TRY(run(m_context, actor, permission, Access::Read, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(checkDrug(unit, entry));
        return {};
    }));
    const auto witness = CHAIRSIDE_TRY(
        AccountService(m_context).authenticateWitness(actor, entry.witnessUserName, entry.witnessPassword));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Done {
        const auto basis = CHAIRSIDE_TRY(checkDrug(unit, entry));
        CHAIRSIDE_TRY(Bookkeeper(unit, entry, basis, witness.account).write());
        const auto& infusion = basis.infusion.record.infusion;
        unit.audit(AuditAction::Record, "drug_movement", infusion.id.text(), infusion.patient, "witnessed");
        unit.changed(ChangeKind::DrugBook, infusion.id.text(), infusion.patient);
        unit.changed(ChangeKind::Infusion, infusion.id.text(), infusion.patient);
        return {};
    });
}

} // namespace chairside::services
