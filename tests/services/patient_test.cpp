// Registering, finding and confirming patients.
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
    EXPECT_EQ(need(clinic.services.patients.similarTo(clinic.nurse, aPatient())).size(), 1U);
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
    EXPECT_EQ(services::characterCount("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80x"), 4);
    EXPECT_EQ(services::trimmed(" \t a b \n"), "a b");
    EXPECT_EQ(services::trimmed(" \t"), "");
    EXPECT_EQ(services::foldedUserName("  \xC3\x96zKhan "), "\xC3\xB6zkhan");
    EXPECT_EQ(services::foldedLetters("O'Brien-M\xC3\xBCller 2"), U"obrienmuller2");
}

} // namespace
} // namespace chairside::test
