#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using domain::MovementKind;
using services::Transaction;
using test::date;
using test::instant;

class DrugBookRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
        add(samples.vial);
        add(samples.received);
    }
    template <class Entry>
    void add(const Entry& entry) {
        mustWrite([&](Transaction& tx) { return tx.infusions().add(entry); });
    }
    domain::Vial anotherVial(const std::string& lot) {
        auto vial = samples.vial;
        vial.id = domain::VialId(ids.next());
        vial.lot = lot;
        add(vial);
        return vial;
    }
    domain::DrugMovement moved(const domain::Vial& vial, const char* at, MovementKind kind) {
        auto movement = samples.received;
        movement.id = domain::EntryId(ids.next());
        movement.vial = vial.id;
        movement.infusion.reset();
        movement.kind = kind;
        movement.at = movement.recordedAt = instant(at);
        add(movement);
        return movement;
    }
    std::string movedOn(const char* day) {
        return textOf(read([&](Transaction& tx) { return tx.drugBook().movedOn(date(day)); }).value());
    }
    std::string ofLot(const char* start, int limit = 10) {
        return textOf(read([&](Transaction& tx) { return tx.drugBook().ofLot(start, limit); }).value());
    }
    static std::string all(const std::vector<domain::Vial>& vials) { return textOf(vials); }
};

TEST_F(DrugBookRepository, FindsAVialByIdentity) {
    const auto get = [this](const domain::VialId& id) {
        return read([&](Transaction& tx) { return tx.drugBook().vial(id); });
    };
    EXPECT_EQ(textOf(get(samples.vial.id).value()), textOf(samples.vial));
    EXPECT_THAT(get(domain::VialId(ids.next())), FailsWith(Code::NotFound));
}

TEST_F(DrugBookRepository, ADayIsTheDayOfTheClinicWhereverThatIs) {
    const auto east = anotherVial("E");
    const auto west = anotherVial("W");
    moved(east, "2025-03-02T00:10:00+13:00", MovementKind::Received); // still 1 March in UTC
    moved(east, "2025-03-02T09:10:00+13:00", MovementKind::Given);
    moved(west, "2025-03-02T23:50:00-09:30", MovementKind::Received); // 3 March in UTC
    EXPECT_EQ(movedOn("2025-03-02"), all({east, west}));
    EXPECT_EQ(movedOn("2025-03-01"), all({}));
    EXPECT_EQ(movedOn("2025-03-03"), all({}));
}

TEST_F(DrugBookRepository, FindsLotsByTheirBeginningInAnyCase) {
    const auto first = anotherVial("Ab12");
    const auto second = anotherVial("AB13");
    (void)anotherVial("B12");
    (void)anotherVial("Äb12");
    EXPECT_EQ(ofLot("ab1"), all({first, second}));
    EXPECT_EQ(ofLot("ab1", 1), all({first}));
    EXPECT_EQ(ofLot("12"), all({}));
    EXPECT_EQ(ofLot("%"), all({}));
}

TEST_F(DrugBookRepository, ListsTheVialsWithACorrectionOnce) {
    const auto corrected = anotherVial("C");
    moved(corrected, "2025-03-02T10:00:00Z", MovementKind::Correction);
    moved(corrected, "2025-03-02T11:00:00Z", MovementKind::Correction);
    const auto found = read([](Transaction& tx) { return tx.drugBook().corrected(); }).value();
    EXPECT_EQ(textOf(found), all({corrected}));
}

TEST_F(DrugBookRepository, GivesTheMovementsOfAVialInTheOrderOfTime) {
    const auto vial = anotherVial("O");
    const auto later = moved(vial, "2025-03-02T11:00:00Z", MovementKind::Given);
    const auto earlier = moved(vial, "2025-03-02T12:30:00+02:00", MovementKind::Received);
    const auto found = read([&](Transaction& tx) { return tx.drugBook().movements(vial.id); }).value();
    EXPECT_EQ(textOf(found), textOf(std::vector{earlier, later}));
}

} // namespace
} // namespace chairside::store
