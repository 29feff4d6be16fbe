#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::PatientHits;
using services::Transaction;
using test::date;

class PatientRepository : public StoreTest {
protected:
    domain::Patient add(const std::string& family, const std::string& given, const std::string& number,
                        const std::string& born = "1970-01-01", const std::string& phone = "") {
        auto patient = samples.patient(family, given, number);
        patient.details.born = date(born);
        patient.details.phone = phone;
        mustWrite([&](Transaction& tx) { return tx.patients().add(patient); });
        return patient;
    }
    [[nodiscard]] PatientHits search(std::string_view text, int limit = 50) {
        return read([&](Transaction& tx) { return tx.patients().search(text, date("2025-01-14"), limit); }).value();
    }
    // "Family Given, ..." in the order of the hits.
    [[nodiscard]] std::string found(std::string_view text) {
        std::string names;
        for (const auto& hit : search(text).rows) {
            names +=
                (names.empty() ? "" : ", ") + hit.patient.details.name.family + " " + hit.patient.details.name.given;
        }
        return names;
    }
    [[nodiscard]] std::string nextNumber() {
        return read([](Transaction& tx) { return tx.patients().nextClinicNumber(); }).value();
    }
};

TEST_F(PatientRepository, KeepsEveryField) {
    auto plain = samples.patient("O'Neill", "Zoë", "0413");
    plain.details.name.title = "";
    plain.details.name.preferred = "";
    plain.details.phone = "";
    plain.details.gender = domain::Gender::NotKnown;
    plain.details.allergyStatus = domain::AllergyStatus::NotRecorded;
    plain.details.allergies = "";
    for (const auto& patient : {samples.anna, plain}) {
        mustWrite([&](Transaction& tx) { return tx.patients().add(patient); });
        const auto stored = read([&](Transaction& tx) { return tx.patients().get(patient.id); });
        EXPECT_EQ(textOf(stored.value()), textOf(patient));
    }
    EXPECT_THAT(read([this](Transaction& tx) { return tx.patients().get(domain::PatientId(ids.next())); }),
                FailsWith(Code::NotFound));
}

TEST_F(PatientRepository, ANumberIsTakenHoweverItIsWritten) {
    add("Testpatient", "Anna", "KC 0412");
    const auto again = samples.patient("Other", "Person", "kc-0412");
    const auto done = write([&](Transaction& tx) { return tx.patients().add(again); });
    ASSERT_THAT(done, FailsWith(Code::AlreadyExists));
    EXPECT_EQ(done.error().field, "clinic_number");
}

TEST_F(PatientRepository, FindsByTheBeginningOfAName) {
    add("Testpatient", "Anna", "1");
    add("Tester", "Bernd", "2");
    add("Zander", "Tessa", "3");
    EXPECT_EQ(found("tes"), "Tester Bernd, Testpatient Anna, Zander Tessa");
    EXPECT_EQ(found("TESTP"), "Testpatient Anna");
    EXPECT_EQ(found("estp"), "");
    EXPECT_EQ(found("---"), "");
    EXPECT_EQ(found(""), "Tester Bernd, Testpatient Anna, Zander Tessa");
}

TEST_F(PatientRepository, FindsByBothNamesInEitherOrder) {
    add("Testpatient", "Anna", "1");
    add("Testpatient", "Bernd", "2");
    add("Anders", "Test", "3");
    EXPECT_EQ(found("tes an"), "Anders Test, Testpatient Anna");
    EXPECT_EQ(found("an tes"), "Anders Test, Testpatient Anna");
    EXPECT_EQ(found("t b"), "Testpatient Bernd");
    EXPECT_EQ(found("te x"), "");
}

TEST_F(PatientRepository, CaseAccentsHyphensAndApostrophesDoNotMatter) {
    add("Müller-Lüdenscheid", "Zoë", "1");
    add("O’Brien", "Sörén", "2");
    add("van der Berg", "Jan", "3");
    EXPECT_EQ(found("muller lu"), "Müller-Lüdenscheid Zoë");
    EXPECT_EQ(found("luden"), "");
    EXPECT_EQ(found("mullerlu zoe"), "Müller-Lüdenscheid Zoë");
    EXPECT_EQ(found("MÜLLER-LÜ"), "Müller-Lüdenscheid Zoë");
    EXPECT_EQ(found("obr soren"), "O’Brien Sörén");
    EXPECT_EQ(found("o'br"), "O’Brien Sörén");
    EXPECT_EQ(found("van der b jan"), "van der Berg Jan");
}

TEST_F(PatientRepository, FindsByNumberBirthDateAndPhone) {
    add("Testpatient", "Anna", "KC 0412", "1968-04-21", "+49 30 555-7788");
    add("Other", "Bernd", "KC 1413", "1970-01-02", "");
    EXPECT_EQ(found("412"), "Testpatient Anna");
    EXPECT_EQ(found("kc 0412"), "Testpatient Anna");
    EXPECT_EQ(found("kc 04"), "");
    EXPECT_EQ(found("1968-04-21"), "Testpatient Anna");
    EXPECT_EQ(found("21041968"), "Testpatient Anna");
    EXPECT_EQ(found("7788"), "Testpatient Anna");
    EXPECT_EQ(found("5557788"), "Testpatient Anna");
    EXPECT_EQ(found("788"), "");
    EXPECT_EQ(found("13"), "Other Bernd");
}

TEST_F(PatientRepository, FindsByBirthday) {
    add("Other", "Bernd", "4", "1950-04-21");
    add("Testpatient", "Anna", "1", "1968-04-21");
    add("Third", "Carla", "5", "1968-04-22");
    for (const char* text : {"21-apr", "21 Apr", "21.april"})
        EXPECT_EQ(found(text), "Other Bernd, Testpatient Anna") << text;
    EXPECT_EQ(found("31-apr"), "");
    EXPECT_EQ(found("21-ap"), "");
}

TEST_F(PatientRepository, CountsEverybodyOnceAndShowsAsManyAsAsked) {
    add("Anna", "Anna", "1");
    add("Anna", "Bernd", "2");
    add("Anders", "Clara", "3");
    const auto hits = search("an", 2);
    EXPECT_EQ(hits.rows.size(), 2U);
    EXPECT_EQ(hits.total, 3);
    EXPECT_TRUE(hits.totalIsExact);
    EXPECT_TRUE(search("an", 0).rows.empty());
    EXPECT_TRUE(search("an", -1).rows.empty());
}

TEST_F(PatientRepository, StopsCountingAtAThousand) {
    mustWrite([this](Transaction& tx) -> base::Done {
        for (int i = 0; i < 1001; ++i) {
            const auto patient = samples.patient("Testpatient", "Anna", "KC " + std::to_string(10000 + i));
            if (auto done = tx.patients().add(patient); !done) return done;
        }
        return {};
    });
    const auto hits = search("tes", 10);
    EXPECT_EQ(hits.rows.size(), 10U);
    EXPECT_EQ(hits.total, 1000);
    EXPECT_FALSE(hits.totalIsExact);
    EXPECT_EQ(search("10007").total, 1);
    EXPECT_EQ(search("21-apr").total, 1000);
}

TEST_F(PatientRepository, RanksRunningThenTodayThenActiveThenTheRest) {
    add("Testa", "Rest", "1");
    mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
    const auto rank = [this]() {
        const auto hits = search("test");
        EXPECT_EQ(hits.rows.size(), 2U);
        const auto& hit = hits.rows.front();
        EXPECT_EQ(hit.patient.details.name.family, "Testpatient");
        return std::tuple(hit.infusionRunning, hit.infusionToday, hit.activeCourse);
    };
    EXPECT_EQ(rank(), std::tuple(false, true, true));
    mustWrite([this](Transaction& tx) { return tx.infusions().add(samples.start); });
    EXPECT_EQ(rank(), std::tuple(true, true, true));

    auto stop = samples.pause;
    stop.kind = domain::StepKind::Stop;
    mustWrite([&](Transaction& tx) { return tx.infusions().add(stop); });
    EXPECT_EQ(rank(), std::tuple(false, true, true));

    auto corrected = samples.pause;
    corrected.head = samples.headCorrecting(stop.head.id);
    mustWrite([&](Transaction& tx) { return tx.infusions().add(corrected); });
    EXPECT_EQ(rank(), std::tuple(true, true, true));
}

TEST_F(PatientRepository, TheRankFollowsTheCourse) {
    add("Testa", "Rest", "1");
    mustWrite([this](Transaction& tx) { return samples.addCourse(tx); });
    auto planned = samples.planned;
    planned.state = domain::PlanState::Missed;
    mustWrite([&](Transaction& tx) { return tx.courses().updatePlanned(planned); });
    auto hit = search("test").rows.front();
    EXPECT_EQ(std::tuple(hit.infusionRunning, hit.infusionToday, hit.activeCourse), std::tuple(false, false, true));

    auto completed = samples.course;
    completed.state = domain::CourseState::Completed;
    mustWrite([&](Transaction& tx) { return tx.courses().update(completed); });
    EXPECT_EQ(found("test"), "Testa Rest, Testpatient Anna");
    EXPECT_FALSE(search("test").rows.back().activeCourse);
}

TEST_F(PatientRepository, ARankSeenInATransactionThatFailedIsForgotten) {
    mustWrite([this](Transaction& tx) { return samples.addCourse(tx); });
    auto completed = samples.course;
    completed.state = domain::CourseState::Completed;
    const auto undone = write([&](Transaction& tx) -> base::Done {
        EXPECT_THAT(tx.courses().update(completed), IsOk());
        EXPECT_FALSE(tx.patients().search("test", date("2025-01-14"), 5).value().rows.front().activeCourse);
        return base::fail(Code::WrongState);
    });
    EXPECT_THAT(undone, FailsWith(Code::WrongState));
    EXPECT_TRUE(search("test").rows.front().activeCourse);
}

// The row number is a short cut to the patient. Should it ever lead astray, the identity beside it decides.
TEST_F(PatientRepository, ARowThatLeadsToSomebodyElseShowsTheRightPerson) {
    openFolder();
    add("Testpatient", "Anna", "1");
    add("Tester", "Bernd", "2");
    tamper("patient_search", "UPDATE patient_search SET patient_row = 100 WHERE patient_row = 1;"
                             "UPDATE patient_search SET patient_row = 1 WHERE patient_row = 2;"
                             "UPDATE patient_search SET patient_row = 200 WHERE patient_row = 100");
    openFolder();
    const auto numberOf = [this](std::string_view text) {
        const auto hits = search(text);
        return hits.rows.size() == 1 ? hits.rows.front().patient.details.clinicNumber : "not one";
    };
    EXPECT_EQ(numberOf("anna"), "1");
    EXPECT_EQ(numberOf("bernd"), "2");
}

TEST_F(PatientRepository, MarksNamesThatCouldBeMistaken) {
    add("Testpatient", "Anna", "1", "1968-04-21");
    add("Testpatient", "Anne", "2", "1971-01-01");
    add("Testpatient", "Wilhelmina", "3", "1980-01-01");
    add("Tester", "Bernd", "4", "1980-01-01");
    add("Testament", "Clara", "5", "1990-01-01");
    std::string marks;
    for (const auto& hit : search("test").rows)
        marks += hit.similarName ? '1' : '0';
    EXPECT_EQ(marks, "01111"); // Testament, Tester, Anna, Anne, Wilhelmina
}

TEST_F(PatientRepository, FindsSimilarPeopleBeforeRegistering) {
    const auto anna = add("Testpatient", "Anna", "1", "1968-04-21");
    const auto married = add("Neumann", "ANNA", "2", "1968-04-21");
    add("Testpatient", "Anna", "3", "1968-04-22");
    add("Other", "Bernd", "4", "1968-04-21");
    const auto similar = [&](const char* family, const char* given, std::optional<base::CalendarDate> born) {
        const auto people = read([&](Transaction& tx) {
            return tx.patients().similarTo({family, given, {}, {}}, born);
        });
        std::string numbers;
        for (const auto& one : people.value())
            numbers += one.patient.details.clinicNumber + (one.sameBirthDate ? "!" : "");
        return numbers;
    };
    const auto birthDate = test::date("1968-04-21");
    EXPECT_EQ(similar("TESTPATIENT", "Anna", birthDate), "2!1!3");
    EXPECT_EQ(similar("Testpatient", "Ana", {}), "13");
    EXPECT_EQ(similar("Testpatient", "Annna", birthDate), "2!1!3");
    EXPECT_EQ(similar("Testpatent", "Xaver", birthDate), "1!");
    EXPECT_EQ(similar("Anna", "Testpatient", birthDate), "2!1!3");
    EXPECT_EQ(similar("Anna", "Testpatient", {}), "13");
    EXPECT_EQ(similar("Testpatient", "Bernd", test::date("1970-01-01")), "");
    EXPECT_EQ(similar("Te", "", birthDate), "");
}

TEST_F(PatientRepository, ProposesTheNumberAfterTheHighestOfTheSeries) {
    EXPECT_EQ(nextNumber(), "0001");
    add("A", "A", "KC 0412");
    EXPECT_EQ(nextNumber(), "KC 0413");
    add("B", "B", "KC 0099");
    EXPECT_EQ(nextNumber(), "KC 0413");
    add("C", "C", "KC 9999");
    EXPECT_EQ(nextNumber(), "KC 10000");
    add("D", "D", "X-7");
    EXPECT_EQ(nextNumber(), "X-8");
    add("E", "E", "walk-in");
    EXPECT_EQ(nextNumber(), "walk-in1");
}

TEST_F(PatientRepository, KeepsAwkwardTextAsItIs) {
    const auto awkward = add("'); DROP TABLE patient;--", "\"Robert\"\n\t\\", "☃ 1");
    EXPECT_EQ(textOf(read([&](Transaction& tx) { return tx.patients().get(awkward.id); }).value()), textOf(awkward));
    EXPECT_THAT(findings(), testing::IsEmpty());
}

} // namespace
} // namespace chairside::store
