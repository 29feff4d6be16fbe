// Registering, finding and confirming patients.
#include "core/base/utf8.h"
#include "core/services/identity.h"
#include "core/services/text_rules.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;

class Patients : public ServiceTest {
protected:
    base::Result<domain::PatientId> add(const domain::PatientDetails& details) {
        return clinic.services.patients.registerPatient(clinic.nurse, details);
    }
};

TEST_F(Patients, AreRegisteredTrimmedAndFound) {
    auto details = aPatient();
    details.name.family = "  Testpatient ";
    const auto id = need(add(details));
    const auto hits = need(clinic.services.patients.search(clinic.nurse, "testp", 50));
    ASSERT_EQ(hits.rows.size(), 1U);
    EXPECT_EQ(hits.rows.front().patient.id, id);
    EXPECT_EQ(hits.rows.front().patient.details.name.family, "Testpatient");
    EXPECT_EQ(need(clinic.services.patients.similarTo(clinic.nurse, aPatient().name, aPatient().born)).size(), 1U);
}

TEST_F(Patients, EveryProblemIsToldAtOnce) {
    auto details = aPatient("", "", "");
    details.born = date("2030-01-01");
    expectRefused(
        clinic, [&] { return add(details); },
        ::testing::AllOf(HasProblem("family", Rule::Required), HasProblem("given", Rule::Required),
                         HasProblem("clinic_number", Rule::Required), HasProblem("born", Rule::InFuture)));
}

TEST_F(Patients, AClinicNumberIsGivenOnce) {
    need(add(aPatient()));
    expectRefused(
        clinic, [&] { return add(aPatient("Berta")); }, FailsWith(Code::AlreadyExists));
    EXPECT_EQ(add(aPatient("Berta")).error().field, "clinic_number");
    EXPECT_THAT(clinic.services.patients.proposeClinicNumber(clinic.nurse),
                IsOkAndHolds(::testing::Not(::testing::Eq("KC 0412"))));
}

struct IdentityCase {
    const char* given;
    const char* family;
    const char* initials;
    const char* year;
    std::optional<Rule> initialsRule;
    std::optional<Rule> yearRule;
};

class Identity : public ::testing::TestWithParam<IdentityCase> {};

TEST_P(Identity, IsTypedGivenThenFamily) {
    const auto& c = GetParam();
    base::Problems problems;
    services::checkIdentity(problems, aPatient(c.given, c.family), c.initials, c.year);
    std::optional<Rule> initials;
    std::optional<Rule> year;
    for (const auto& problem : problems)
        (problem.field == "initials" ? initials : year) = problem.rule;
    EXPECT_EQ(initials, c.initialsRule);
    EXPECT_EQ(year, c.yearRule);
}

INSTANTIATE_TEST_SUITE_P(Table, Identity,
                         ::testing::Values(IdentityCase{"Anna", "Testpatient", "AT", "1979", {}, {}},
                                           IdentityCase{"Anna", "Testpatient", "at", " 1979 ", {}, {}},
                                           IdentityCase{"Anna", "Testpatient", "a. t.", "1979", {}, {}},
                                           IdentityCase{"Anna", "Testpatient", "TA", "1979", Rule::Mismatch, {}},
                                           IdentityCase{"Anna", "Testpatient", "A", "1979", Rule::Mismatch, {}},
                                           IdentityCase{"Anna", "Testpatient", "", "", Rule::Required, Rule::Required},
                                           IdentityCase{"Anna", "Testpatient", "AT", "79", {}, Rule::Mismatch},
                                           IdentityCase{"Anna", "Testpatient", "AT", "1978", {}, Rule::Mismatch},
                                           IdentityCase{"\xC3\x89mile", "\xC3\x96rn", "eo", "1979", {}, {}},
                                           IdentityCase{
                                               "\xC3\x89mile", "\xC3\x96rn", "\xC3\xA9\xC3\xB6", "1979", {}, {}},
                                           IdentityCase{"\xC5\x81ucja", "\xC5\xBBuk", "LZ", "1979", {}, {}}));

TEST(TextRules, CharactersAreCountedNotBytes) {
    EXPECT_EQ(base::characterCount("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80x"), 4);
    EXPECT_EQ(services::trimmed(" \t a b \n"), "a b");
    EXPECT_EQ(services::trimmed(" \t"), "");
    EXPECT_EQ(services::foldedUserName("  \xC3\x96zKhan "), "\xC3\xB6zkhan");
    EXPECT_EQ(services::foldedLetters("O'Brien-M\xC3\xBCller 2"), U"obrienmuller2");
}

TEST_F(Patients, AreFoundByTheChairTheySitIn) {
    const auto anna = need(add(aPatient()));
    const auto other = need(add(aPatient("Mira", "Tester", "KC 0301", "1988-07-30")));
    need(clinic.services.chairs.setChairs(clinic.administrator, {"1", "3"}));
    const auto running = clinic.runningInfusion(clinic.orderedCourse(anna));
    const auto numbersFor = [&](const char* text) {
        std::string numbers;
        for (const auto& row : need(clinic.services.patients.search(clinic.nurse, text, 50)).rows)
            numbers += row.patient.details.clinicNumber + (row.chair.empty() ? "" : "@" + row.chair) + ";";
        return numbers;
    };
    EXPECT_EQ(numbersFor("chair 3"), "");
    need(clinic.services.infusions.placeOnChair(clinic.nurse, {running, "1"}));
    clinic.clock.advance(std::chrono::minutes(1));
    need(clinic.services.infusions.placeOnChair(clinic.nurse, {running, "3"}));
    EXPECT_EQ(numbersFor("chair 3"), "KC 0412@3;");
    EXPECT_EQ(numbersFor("3"), "KC 0412@3;");
    EXPECT_EQ(numbersFor("chair 1"), "");
    static_cast<void>(other);
}

TEST_F(Patients, WhoWasTreatedLatelyComesBeforeTheRest) {
    need(add(aPatient("Aaron", "Aaronson", "KC 0001", "1970-01-01")));
    const auto zoe = need(add(aPatient("Zoe", "Zander", "KC 0002", "1971-02-02")));
    const auto course = clinic.orderedCourse(zoe);
    clinic.give(course, 1, 8, 5);
    need(clinic.services.courses.decideDose(
        clinic.physician,
        {.course = course, .kind = domain::OrderKind::Stop, .perKg = {}, .reason = "x", .password = kPassword}));
    clinic.goTo(date("2025-02-10"));
    const auto rows = need(clinic.services.patients.search(clinic.nurse, "", 50)).rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].patient.id, zoe);
    EXPECT_EQ(rows[0].lastInfusion, date("2025-01-06"));
    EXPECT_EQ(rows[1].lastInfusion, std::nullopt);
}

} // namespace
} // namespace chairside::test
