// The controlled-drug book over all infusions, and what is corrected in it later.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::MovementKind;
using services::AuditAction;
using services::DrugBookQuery;
using services::Reading;
using std::chrono::minutes;

class WholeDrugBook : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);

    services::DrugBook book(const DrugBookQuery& query) {
        return need(clinic.services.drugBook.read(clinic.nurse, query, Reading::Refresh));
    }
    services::DrugBook onDay(std::string_view day) { return book({.day = date(day), .lot = {}}); }
    services::DrugCorrection correction(std::int64_t micrograms) {
        const auto vials = onDay("2025-01-06").vials;
        return {vials.front().vial.id, mg(micrograms), "counted again with the pharmacist", "osei", kPassword};
    }
    base::Result<domain::EntryId> correct(const services::DrugCorrection& entry) {
        return clinic.services.drugBook.correct(clinic.nurse, entry);
    }
    template <class Matcher>
    void refuse(const services::DrugCorrection& entry, const Matcher& matcher) {
        expectRefused(
            clinic, [&] { return correct(entry); }, matcher);
    }
    services::AuditEvent lastEvent() { return clinic.store.events().back(); }
};

TEST_F(WholeDrugBook, HasEveryMovementOfADayWithItsPatientAndTheBalanceAfterIt) {
    clinic.give(course, 1, 7, 3);
    const auto day = onDay("2025-01-06");
    EXPECT_EQ(day.clinic.name, need(clinic.services.clinic.details()).name);
    EXPECT_EQ(day.readBy, clinic.nurse.printedName);
    ASSERT_EQ(day.vials.size(), 1U);
    const auto& vial = day.vials.front();
    EXPECT_EQ(vial.vial.lot, "KM42");
    EXPECT_FALSE(vial.hasDifference());
    ASSERT_EQ(vial.lines.size(), 3U);
    const std::vector kinds{MovementKind::Received, MovementKind::Given, MovementKind::WastedVial};
    const std::vector balances{mg(500'000), mg(465'000), mg(0)};
    const std::vector volumes{ml(10'000), ml(700), ml(9'300)};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto& line = vial.lines[i];
        EXPECT_EQ(line.movement.kind, kinds[i]);
        EXPECT_EQ(line.balance, balances[i]);
        EXPECT_EQ(line.volume, volumes[i]);
        ASSERT_TRUE(line.patient.has_value());
        EXPECT_EQ(line.patient->id, anna);
    }
    EXPECT_TRUE(onDay("2025-01-07").vials.empty());
}

TEST_F(WholeDrugBook, FindsALotByItsBeginning) {
    clinic.give(course, 1, 7, 3);
    EXPECT_EQ(book({.day = {}, .lot = " km4 "}).vials.size(), 1U);
    EXPECT_TRUE(book({.day = {}, .lot = "M42"}).vials.empty());
    EXPECT_TRUE(book({}).vials.empty()) << "nothing was ever corrected";
}

TEST_F(WholeDrugBook, OpeningItIsAuditedAndShowingItAgainIsNot) {
    clinic.give(course, 1, 7, 3);
    const DrugBookQuery query{.day = date("2025-01-06"), .lot = {}};
    clinic.store.forget();
    (void)book(query);
    EXPECT_TRUE(clinic.store.events().empty());
    need(clinic.services.drugBook.read(clinic.nurse, query, Reading::Open));
    EXPECT_EQ(lastEvent().action, AuditAction::View);
    EXPECT_EQ(lastEvent().subjectKind, "drug_movement");
    EXPECT_EQ(lastEvent().detail, "2025-01-06");
    need(clinic.services.drugBook.read(clinic.nurse, {.day = {}, .lot = "KM42"}, Reading::Open));
    EXPECT_EQ(lastEvent().detail, "lot") << "what somebody typed stays out of the trail";
    need(clinic.services.drugBook.issue(clinic.nurse, query));
    EXPECT_EQ(lastEvent().action, AuditAction::Issue);
}

TEST_F(WholeDrugBook, ACorrectionIsANewLineAndPutsTheVialFirst) {
    clinic.give(course, 1, 7, 3);
    const auto second = clinic.orderedCourse(clinic.patient(aPatient("Anne", "Other", "KC 0455")));
    clinic.give(second, 1, 6, 2);
    const auto last = onDay("2025-01-06").vials.back().vial.id;
    auto entry = correction(5'000);
    entry.vial = last;
    const auto before = clinic.count().records;
    clinic.store.forget();
    const auto id = need(correct(entry));
    EXPECT_EQ(clinic.count().records, before + 1) << "nothing is changed, one line is added";
    EXPECT_EQ(lastEvent().action, AuditAction::Correct);
    EXPECT_EQ(lastEvent().subjectId, id.text());
    EXPECT_EQ(clinic.told.back().kind, services::ChangeKind::DrugBook);
    const auto found = onDay("2025-01-06").vials.front();
    EXPECT_EQ(found.vial.id, last);
    EXPECT_FALSE(found.balance.balanced());
    const auto& line = found.lines.back();
    EXPECT_EQ(line.movement.kind, MovementKind::Correction);
    EXPECT_EQ(line.movement.reason, "counted again with the pharmacist");
    EXPECT_EQ(line.movement.recordedBy, clinic.nurse.account);
    EXPECT_EQ(line.movement.witness, clinic.witness.account);
    EXPECT_FALSE(line.movement.infusion.has_value());
    EXPECT_EQ(line.balance, mg(5'000));
    EXPECT_EQ(line.patient->details.name.given, "Anne");
    entry.amount = mg(-5'000);
    need(correct(entry));
    const auto differences = book({});
    ASSERT_EQ(differences.vials.size(), 1U);
    EXPECT_TRUE(differences.vials.front().balance.balanced());
    EXPECT_TRUE(differences.vials.front().hasDifference()) << "settled, and still to be seen";
}

TEST_F(WholeDrugBook, ACorrectionLeavesTheSignedRecordAsItWasSigned) {
    const auto infusion = clinic.give(course, 1, 7, 3);
    const auto before = clinic.view(infusion).record;
    need(correct(correction(-1'000)));
    const auto after = clinic.view(infusion).record;
    EXPECT_EQ(after.movements.size(), before.movements.size());
    EXPECT_TRUE(clinic.verify().clean());
}

TEST_F(WholeDrugBook, ACorrectionNeedsAmountReasonAndAnotherPerson) {
    clinic.give(course, 1, 7, 3);
    const auto good = correction(5'000);
    refuse({good.vial, {}, {}, {}, {}},
           ::testing::AllOf(HasProblem("amount", Rule::Required), HasProblem("correction_reason", Rule::Required),
                            HasProblem("witness", Rule::Required)));
    auto entry = good;
    entry.amount = mg(0);
    refuse(entry, HasProblem("amount", Rule::Required));
    for (const std::int64_t tooMuch : {500'001, -500'001}) {
        entry.amount = mg(tooMuch);
        refuse(entry, HasProblem("amount", Rule::OutOfRange));
    }
    entry = good;
    entry.witnessUserName = "khan";
    refuse(entry, HasProblem("witness", Rule::SamePerson));
    entry.witnessUserName = "osei";
    entry.witnessPassword = "wrong";
    EXPECT_THAT(correct(entry), FailsWith(Code::SignInFailed));
    entry = good;
    entry.witnessUserName = "adler";
    EXPECT_THAT(correct(entry), FailsWith(Code::Denied));
    entry = good;
    entry.vial = domain::VialId(clinic.ids.next());
    refuse(entry, FailsWith(Code::NotFound));
    EXPECT_EQ(onDay("2025-01-06").vials.front().lines.size(), 3U);
}

TEST_F(WholeDrugBook, AClockThatIsSetBackDoesNotReorderTheLines) {
    clinic.give(course, 1, 7, 3);
    const auto entry = correction(5'000);
    clinic.clock.advance(minutes(-600));
    need(correct(entry));
    EXPECT_EQ(onDay("2025-01-06").vials.front().lines.back().movement.kind, MovementKind::Correction);
}

} // namespace
} // namespace chairside::test
