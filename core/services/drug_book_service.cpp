#include "core/services/drug_book_service.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/decimal_text.h"
#include "core/services/account_service.h"
#include "core/services/clinic_details.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using domain::Dose;
using domain::Permission;

constexpr int kMostVials = 200; // what a list of one lot shows

// Vials with their movements and patients, each infusion looked up once.
class BookReader {
public:
    explicit BookReader(Unit& unit) : m_unit(unit) {}

    base::Result<DrugBookVial> vial(const domain::Vial& vial) {
        const auto movements = CHAIRSIDE_TRY(m_unit.tx().drugBook().movements(vial.id));
        const auto balances = domain::runningBalance(movements);
        DrugBookVial book{vial, {}, domain::balanceOf(movements)};
        std::optional<domain::Patient> patient;
        for (std::size_t i = 0; i < movements.size(); ++i) {
            if (movements[i].infusion) patient = CHAIRSIDE_TRY(patientOf(*movements[i].infusion));
            const auto volume = domain::volumeOf(movements[i].amount, vial.strength);
            book.lines.push_back({movements[i], patient, volume, balances[i]});
        }
        return book;
    }

private:
    base::Result<domain::Patient> patientOf(const domain::InfusionId& id) {
        const auto known = m_patients.find(id);
        if (known != m_patients.end()) return known->second;
        const auto infusion = CHAIRSIDE_TRY(m_unit.tx().infusions().get(id));
        auto patient = CHAIRSIDE_TRY(m_unit.tx().patients().get(infusion.patient));
        m_patients.emplace(id, patient);
        return patient;
    }

    Unit& m_unit;
    std::map<domain::InfusionId, domain::Patient> m_patients;
};

base::Result<std::vector<domain::Vial>> vialsFor(Unit& unit, const DrugBookQuery& query) {
    auto& book = unit.tx().drugBook();
    if (query.day) return book.movedOn(*query.day);
    const auto lot = trimmed(query.lot);
    return lot.empty() ? book.corrected() : book.ofLot(lot, kMostVials + 1);
}

bool standsBefore(const DrugBookVial& one, const DrugBookVial& other) {
    const auto rank = [](const DrugBookVial& book) {
        const int trouble = !book.balance.balanced() ? 0 : book.hasDifference() ? 1 : 2;
        const auto first = book.lines.empty() ? 0 : book.lines.front().movement.at.utcMs();
        return std::tuple(trouble, first, book.vial.id);
    };
    return rank(one) < rank(other);
}

base::Result<DrugBook> buildBook(Unit& unit, const DrugBookQuery& query) {
    auto& tx = unit.tx();
    auto vials = CHAIRSIDE_TRY(vialsFor(unit, query));
    const bool more = !query.day && !trimmed(query.lot).empty() && vials.size() > kMostVials;
    if (more) vials.resize(kMostVials, vials.front());
    DrugBook book{.query = query,
                  .clinic = CHAIRSIDE_TRY(readClinicDetails(tx)),
                  .vials = {},
                  .more = more,
                  .people = CHAIRSIDE_TRY(tx.accounts().list()),
                  .auditHead = CHAIRSIDE_TRY(tx.auditHead()),
                  .readBy = unit.actor().printedName,
                  .asOf = unit.now()};
    BookReader reader(unit);
    for (const auto& vial : vials)
        book.vials.push_back(CHAIRSIDE_TRY(reader.vial(vial)));
    std::ranges::sort(book.vials, standsBefore);
    return book;
}

// A code for the audit trail; what was searched for is free text and stays out of it.
std::string kindOf(const DrugBookQuery& query) {
    if (query.day) return query.day->iso();
    return trimmed(query.lot).empty() ? "differences" : "lot";
}

void checkAmount(base::Problems& problems, const DrugCorrection& correction, const domain::Vial& vial) {
    const auto content = domain::contentOf(vial);
    if (!correction.amount || *correction.amount == Dose{}) {
        problems.push_back({"amount", Rule::Required, {}, {}, {}});
    } else if (*correction.amount > content || *correction.amount < -content) {
        problems.push_back({"amount", Rule::OutOfRange, base::toText(-content), base::toText(content),
                            base::toText(*correction.amount)});
    }
}

base::Done checkBookCorrection(Unit& unit, const DrugCorrection& correction) {
    const auto vial = CHAIRSIDE_TRY(unit.tx().drugBook().vial(correction.vial));
    base::Problems problems;
    checkAmount(problems, correction, vial);
    checkText(problems, "correction_reason", correction.reason, unit.policy().maxNoteLength);
    if (foldedUserName(correction.witnessUserName).empty()) problems.push_back({"witness", Rule::Required, {}, {}, {}});
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

// Never before what is already written down about the vial, so that a clock set back cannot reorder its lines.
base::Instant momentOf(Unit& unit, const std::vector<domain::DrugMovement>& movements) {
    auto moment = unit.now();
    for (const auto& movement : movements)
        moment = std::max({moment, movement.at, movement.recordedAt});
    return moment;
}

std::optional<domain::PatientId> patientIdOf(const DrugBookVial& book) {
    if (book.lines.empty() || !book.lines.back().patient) return std::nullopt;
    return book.lines.back().patient->id;
}

} // namespace

bool DrugBookVial::hasDifference() const {
    const auto isCorrection = [](const DrugBookLine& line) {
        return line.movement.kind == domain::MovementKind::Correction;
    };
    return !balance.balanced() || std::ranges::any_of(lines, isCorrection);
}

base::Result<DrugBook> DrugBookService::read(const Actor& actor, const DrugBookQuery& query, Reading reading) {
    return run(m_context, actor, Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<DrugBook> {
                   auto book = CHAIRSIDE_TRY(buildBook(unit, query));
                   if (reading == Reading::Open)
                       unit.audit(AuditAction::View, "drug_movement", {}, std::nullopt, kindOf(query));
                   return book;
               });
}

base::Result<DrugBook> DrugBookService::issue(const Actor& actor, const DrugBookQuery& query) {
    return run(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Result<DrugBook> {
        auto book = CHAIRSIDE_TRY(buildBook(unit, query));
        unit.audit(AuditAction::Issue, "drug_movement", {}, std::nullopt, kindOf(query));
        return book;
    });
}

base::Result<domain::EntryId> DrugBookService::correct(const Actor& actor, const DrugCorrection& correction) {
    const auto permission = Permission::RecordInfusion;
    CHAIRSIDE_TRY(run(m_context, actor, permission, Access::Read,
                      [&](Unit& unit) -> base::Done { return checkBookCorrection(unit, correction); }));
    const auto witness = CHAIRSIDE_TRY(
        AccountService(m_context).authenticateWitness(actor, correction.witnessUserName, correction.witnessPassword));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Result<domain::EntryId> {
        CHAIRSIDE_TRY(checkBookCorrection(unit, correction));
        const auto vial = CHAIRSIDE_TRY(unit.tx().drugBook().vial(correction.vial));
        const auto before = CHAIRSIDE_TRY(unit.tx().drugBook().movements(vial.id));
        const auto now = momentOf(unit, before);
        const domain::DrugMovement movement{unit.newId<domain::EntryId>(),
                                            vial.id,
                                            std::nullopt,
                                            domain::MovementKind::Correction,
                                            *correction.amount,
                                            now,
                                            now,
                                            actor.account,
                                            witness.account,
                                            trimmed(correction.reason)};
        CHAIRSIDE_TRY(unit.tx().infusions().add(movement));
        const auto patient = patientIdOf(CHAIRSIDE_TRY(BookReader(unit).vial(vial)));
        unit.audit(AuditAction::Correct, "drug_movement", movement.id.text(), patient, "witnessed");
        unit.changed(ChangeKind::DrugBook, vial.id.text(), patient);
        return movement.id;
    });
}

} // namespace chairside::services
