// The board of today: who needs something, most urgent first.
#include <algorithm>
#include <tuple>

#include "core/services/chair_list.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::InfusionState;
using domain::PlanState;

bool isOnPump(InfusionState state) {
    return state == InfusionState::Running || state == InfusionState::Paused;
}

class BoardMaker {
public:
    BoardMaker(Unit& unit, std::vector<domain::Account> people) : m_unit(unit), m_people(std::move(people)) {}

    base::Result<BoardRow> row(const domain::PlannedInfusion& planned) {
        const auto course = CHAIRSIDE_TRY(m_unit.tx().courses().get(planned.course));
        const auto plan = CHAIRSIDE_TRY(m_unit.tx().courses().planned(planned.course));
        BoardRow row{.patient = CHAIRSIDE_TRY(m_unit.tx().patients().get(course.patient)),
                     .planned = planned,
                     .infusionsPlanned = static_cast<int>(plan.size()),
                     .infusion = planned.infusion,
                     .state = std::nullopt,
                     .dose = std::nullopt,
                     .startedAt = std::nullopt,
                     .due = std::nullopt,
                     .dischargeFrom = std::nullopt,
                     .similarName = false,
                     .openedBy = {},
                     .chair = {},
                     .sharesChair = false,
                     .gaps = {},
                     .drugDifference = {},
                     .drugReason = {},
                     .unsignedSince = std::nullopt,
                     .unsignedTooLong = false};
        if (planned.infusion) CHAIRSIDE_TRY(addRecord(row, *planned.infusion));
        return row;
    }

private:
    base::Done addRecord(BoardRow& row, const domain::InfusionId& id) {
        const auto infusion = CHAIRSIDE_TRY(loadInfusion(m_unit, id));
        const auto& record = infusion.record;
        row.state = domain::stateOf(record);
        // While the second person calculates, the board shows no dose either.
        const bool hidden = domain::hidesFirstNumbers(record, infusion.rules().secondCheck);
        const auto prepared = domain::preparedDose(record);
        if (prepared && !hidden) row.dose = prepared->dose;
        const auto delivery = domain::deliveryOf(record, infusion.now, infusion.rules().dose);
        row.startedAt = delivery.startedAt;
        if (isOnPump(*row.state)) row.due = domain::nextDueVitals(record, infusion.now, infusion.rules().monitoring);
        row.chair = domain::chairOf(record);
        if (domain::awaitsDischarge(record, infusion.rules()))
            row.dischargeFrom = domain::dischargeFrom(record, infusion.rules());
        row.openedBy = domain::printedNameOf(m_people, record.infusion.openedBy);
        if (!isOnPump(*row.state) && *row.state != InfusionState::Signed) addTask(row, infusion, delivery);
        return {};
    }

    void addTask(BoardRow& row, const InfusionAtHand& infusion, const domain::Delivery& delivery) {
        const auto& record = infusion.record;
        row.gaps = domain::signingGaps(record, infusion.rules());
        for (const auto& movement : record.movements) {
            if (movement.kind != domain::MovementKind::Correction) continue;
            row.drugDifference -= movement.amount;
            row.drugReason = movement.reason;
        }
        row.unsignedSince = delivery.stoppedAt.value_or(record.infusion.openedAt);
        row.unsignedTooLong =
            base::between(*row.unsignedSince, infusion.now) > std::chrono::hours(m_unit.policy().unsignedTaskHours);
    }

    Unit& m_unit;
    std::vector<domain::Account> m_people;
};

enum class Need { Overdue, OnPump, ToDischarge, ToSign, ToStart, Done };

Need needOf(const BoardRow& row, base::Instant now) {
    if (row.planned.state != PlanState::Planned && row.planned.state != PlanState::Open) return Need::Done;
    if (!row.state) return Need::ToStart;
    switch (*row.state) {
    case InfusionState::Running:
    case InfusionState::Paused:
        return row.due && row.due->isOverdue(now) ? Need::Overdue : Need::OnPump;
    case InfusionState::Ended:
    case InfusionState::Discharged:
        return row.dischargeFrom ? Need::ToDischarge : Need::ToSign;
    case InfusionState::Signed:
        return Need::Done;
    case InfusionState::Opened:
    case InfusionState::Prepared:
        break;
    }
    return Need::ToStart;
}

bool isOver(const BoardRow& row) {
    if (row.state == InfusionState::Ended) return !row.dischargeFrom; // until then the patient sits there
    return row.state == InfusionState::Discharged || row.state == InfusionState::Signed;
}

// Within a need: what is due first, then what was started first, then the order of the course and the name.
bool comesBefore(const BoardRow& a, const BoardRow& b, base::Instant now) {
    const auto key = [now](const BoardRow& row) {
        const auto due = row.due ? row.due->dueAt.utcMs() : INT64_MAX;
        const auto started = row.startedAt ? row.startedAt->utcMs() : INT64_MAX;
        return std::tuple(needOf(row, now), due, started, row.planned.ordinal, row.patient.details.name.family);
    };
    return key(a) < key(b);
}

void markSimilarNames(std::vector<BoardRow>& rows) {
    for (auto& row : rows) {
        const auto family = foldedLetters(row.patient.details.name.family);
        row.similarName = std::ranges::any_of(rows, [&](const BoardRow& other) {
            return other.patient.id != row.patient.id && foldedLetters(other.patient.details.name.family) == family;
        });
    }
}

void markSharedChairs(std::vector<BoardRow>& rows) {
    for (auto& row : rows) {
        row.sharesChair = !row.chair.empty() && !isOver(row) && std::ranges::any_of(rows, [&](const BoardRow& other) {
            return other.planned.id != row.planned.id && other.chair == row.chair && !isOver(other);
        });
    }
}

// Only a correction in the book can leave a vial that does not balance.
base::Result<std::vector<OpenVial>> openVials(Unit& unit) {
    auto& tx = unit.tx();
    std::vector<OpenVial> open;
    for (const auto& vial : CHAIRSIDE_TRY(tx.drugBook().corrected())) {
        const auto movements = CHAIRSIDE_TRY(tx.drugBook().movements(vial.id));
        const auto balance = domain::balanceOf(movements);
        if (balance.balanced()) continue;
        OpenVial task{vial, balance.unaccounted, {}, std::nullopt};
        std::optional<domain::InfusionId> usedFor;
        for (const auto& movement : movements) {
            if (movement.kind == domain::MovementKind::Correction) task.reason = movement.reason;
            if (movement.infusion) usedFor = movement.infusion;
        }
        if (usedFor)
            task.patient = CHAIRSIDE_TRY(tx.patients().get(CHAIRSIDE_TRY(tx.infusions().get(*usedFor)).patient));
        open.push_back(std::move(task));
    }
    return open;
}

// Today's, and pumps still running from an earlier day; the rest of the earlier ones apart.
base::Result<TodayBoard> makeBoard(Unit& unit) {
    auto& tx = unit.tx();
    TodayBoard board{unit.today(), {}, {}, {}};
    BoardMaker maker(unit, CHAIRSIDE_TRY(tx.accounts().list()));
    for (const auto& planned : CHAIRSIDE_TRY(tx.courses().plannedOn(board.date))) {
        if (planned.state == PlanState::Cancelled) continue;
        board.rows.push_back(CHAIRSIDE_TRY(maker.row(planned)));
    }
    for (const auto& open : CHAIRSIDE_TRY(tx.infusions().unsignedBefore(board.date.plusDays(1)))) {
        const auto planned = CHAIRSIDE_TRY(tx.courses().planned(open.planned));
        if (planned.date == board.date || planned.state != PlanState::Open) continue;
        auto row = CHAIRSIDE_TRY(maker.row(planned));
        const bool now = open.date == board.date || (row.state && isOnPump(*row.state));
        (now ? board.rows : board.unsignedEarlier).push_back(std::move(row));
    }
    return board;
}

} // namespace

base::Result<TodayBoard> InfusionService::today(const Actor& actor) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [](Unit& unit) -> base::Result<TodayBoard> {
                   auto board = CHAIRSIDE_TRY(makeBoard(unit));
                   const auto before = [now = unit.now()](const BoardRow& a, const BoardRow& b) {
                       return comesBefore(a, b, now);
                   };
                   std::ranges::stable_sort(board.rows, before);
                   std::ranges::stable_sort(board.unsignedEarlier, {}, [](const BoardRow& row) {
                       return row.unsignedSince ? row.unsignedSince->utcMs() : INT64_MAX;
                   });
                   board.openVials = CHAIRSIDE_TRY(openVials(unit));
                   board.hasChairs = !CHAIRSIDE_TRY(readChairs(unit)).empty();
                   markSimilarNames(board.rows);
                   markSharedChairs(board.rows);
                   return board;
               });
}

base::Result<std::vector<PumpRow>> InfusionService::onPump(const Actor& actor) {
    return run(m_context, actor, domain::Permission::ViewPatients, Access::Read,
               [](Unit& unit) -> base::Result<std::vector<PumpRow>> {
                   std::vector<PumpRow> pumps;
                   for (const auto& row : CHAIRSIDE_TRY(makeBoard(unit)).rows) {
                       if (!row.state || !isOnPump(*row.state) || !row.startedAt) continue;
                       pumps.push_back({row.chair, *row.startedAt, row.due});
                   }
                   std::ranges::stable_sort(
                       pumps, {}, [](const PumpRow& pump) { return pump.due ? pump.due->dueAt.utcMs() : INT64_MAX; });
                   return pumps;
               });
}

} // namespace chairside::services
