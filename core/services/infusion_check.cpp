// A second person calculates the prepared dose without seeing the first one's numbers.
#include <utility>

#include "core/base/decimal_text.h"
#include "core/services/authentication.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;

template <class Quantity>
void requirePositive(base::Problems& problems, const char* field, const std::optional<Quantity>& value) {
    if (!value) {
        problems.push_back({field, Rule::Required, {}, {}, {}});
    } else if (*value <= Quantity{}) {
        // No limit is told: it would say where the first number lies.
        problems.push_back({field, Rule::OutOfRange, {}, {}, base::toText(*value)});
    }
}

struct CheckBasis {
    InfusionAtHand infusion;
    domain::DoseCheck prepared;
};

base::Result<CheckBasis> checkMayCheck(Unit& unit, const SecondCheckEntry& entry) {
    auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
    CHAIRSIDE_TRY(checkMayPrepare(infusion));
    auto prepared = domain::preparedDose(infusion.record);
    if (!prepared) return base::fail(Code::WrongState, "dose", "not_prepared");
    if (infusion.rules().secondCheck.required == 0) return base::fail(Code::WrongState, "dose", "not_asked");
    if (prepared->head.id != entry.doseCheck) return base::fail(Code::Conflict, "dose");
    if (domain::secondCheckOf(infusion.record)) return base::fail(Code::WrongState, "dose", "already_checked");
    return CheckBasis{std::move(infusion), *std::move(prepared)};
}

base::Done checkEntry(Unit& unit, const CheckBasis& basis, const SecondCheckEntry& entry) {
    base::Problems problems;
    requirePositive(problems, "second_weight", entry.weight);
    requirePositive(problems, "second_dose", entry.dose);
    requirePositive(problems, "second_volume", entry.drugVolume);
    requirePositive(problems, "second_rate", entry.rate);
    const auto first = CHAIRSIDE_TRY(unit.tx().accounts().byId(basis.prepared.head.recordedBy));
    const auto name = foldedUserName(entry.userName);
    if (name.empty()) {
        problems.push_back({"second_person", Rule::Required, {}, {}, {}});
    } else if (name == first.account.userName) {
        problems.push_back({"second_person", Rule::SamePerson, {}, {}, {}});
    }
    if (entry.password.empty()) problems.push_back({"second_password", Rule::Required, {}, {}, {}});
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

// Nothing is written; everything that can be said before somebody signs in is said here.
base::Done checkBeforeSignIn(Unit& unit, const SecondCheckEntry& entry) {
    return checkEntry(unit, CHAIRSIDE_TRY(checkMayCheck(unit, entry)), entry);
}

struct Checked {
    domain::EntryId id;
    std::vector<domain::NumberDifference> differences;
};

base::Result<Checked> writeCheck(Unit& unit, const SecondCheckEntry& entry) {
    const auto basis = CHAIRSIDE_TRY(checkMayCheck(unit, entry));
    CHAIRSIDE_TRY(checkEntry(unit, basis, entry));
    const domain::SecondCheck check{headOf(unit, basis.infusion, std::nullopt, std::nullopt),
                                    basis.prepared.head.id,
                                    {*entry.weight, *entry.dose, *entry.drugVolume, *entry.rate}};
    CHAIRSIDE_TRY(unit.tx().infusions().add(check));
    auto found =
        domain::differences(domain::numbersOf(basis.prepared), check.numbers, basis.infusion.rules().secondCheck);
    const auto& patient = basis.infusion.record.infusion.patient;
    unit.audit(AuditAction::Record, "second_check", check.head.id.text(), patient,
               found.empty() ? "agrees" : "differs");
    unit.changed(ChangeKind::Infusion, basis.infusion.id().text(), patient);
    return Checked{check.head.id, std::move(found)};
}

const char* fieldOf(domain::DoseNumber number) {
    switch (number) {
    case domain::DoseNumber::BodyWeight:
        return "second_weight";
    case domain::DoseNumber::TotalDose:
        return "second_dose";
    case domain::DoseNumber::DrugVolume:
        return "second_volume";
    case domain::DoseNumber::PumpRate:
        return "second_rate";
    }
    return "";
}

base::Problems problemsOf(const std::vector<domain::NumberDifference>& found) {
    base::Problems problems;
    for (const auto& one : found) {
        problems.push_back({fieldOf(one.number),
                            Rule::Mismatch,
                            {},
                            base::textFromThousandths(one.first),
                            base::textFromThousandths(one.second)});
    }
    return problems;
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordSecondCheck(const Actor& actor, const SecondCheckEntry& entry) {
    CHAIRSIDE_TRY(runUnit(m_context, actor, domain::Permission::RecordInfusion, Access::Read,
                          [&entry](Unit& unit) { return checkBeforeSignIn(unit, entry); }));
    const auto second =
        CHAIRSIDE_TRY(authenticate(m_context, entry.userName, entry.password, actor.workstation, "second_check"));
    auto checked = run(m_context, second, domain::Permission::CheckDose, Access::Write,
                       [&entry](Unit& unit) { return writeCheck(unit, entry); });
    if (!checked) {
        if (checked.error().code == Code::Denied) checked.error().field = "second_person";
        return std::unexpected(std::move(checked.error()));
    }
    if (!checked->differences.empty()) return base::invalid(problemsOf(checked->differences));
    return checked->id;
}

} // namespace chairside::services
