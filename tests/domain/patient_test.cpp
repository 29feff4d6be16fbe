#include "core/domain/patient/patient.h"

#include <gmock/gmock.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::date;
using test::HasProblem;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr PatientRules kRules{10, 20, 120};
const base::CalendarDate kToday = date("2025-01-14");

PatientDetails anna() {
    return {
        {"Tester", "Anna", "Ms", ""}, date("1979-03-05"), Gender::Female, "KC 0412", "", AllergyStatus::NoneKnown, ""};
}

TEST(Patient, IsAcceptedWhenComplete) {
    EXPECT_THAT(check(anna(), kToday, kRules), IsEmpty());
}

TEST(Patient, NeedsNamesAndANumber) {
    auto details = anna();
    details.name.family = " \t";
    details.name.given = "";
    details.clinicNumber = "";
    const auto problems = check(details, kToday, kRules);
    EXPECT_THAT(problems, SizeIs(3));
    for (const char* field : {"family", "given", "clinic_number"})
        EXPECT_THAT(problems, HasProblem(field, Rule::Required));
}

TEST(Patient, IsBornInThePastButNotTooFar) {
    auto details = anna();
    details.born = kToday;
    EXPECT_THAT(check(details, kToday, kRules), IsEmpty());
    details.born = kToday.plusDays(1);
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("born", Rule::InFuture));
    details.born = date("1904-01-15"); // 121 tomorrow
    EXPECT_THAT(check(details, kToday, kRules), IsEmpty());
    details.born = date("1904-01-14"); // 121 today
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("born", Rule::InPast));
}

TEST(Patient, CountsLengthsInCharacters) {
    auto details = anna();
    details.name.family =
        "\xc3\x96\xc3\x96\xc3\x96\xc3\x96\xc3\x96\xc3\x96\xc3\x96\xc3\x96\xc3\x96\xc3\x96"; // ten O with two
                                                                                            // dots
    EXPECT_THAT(check(details, kToday, kRules), IsEmpty());
    details.name.family += "x";
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("family", Rule::TooLong));
    details.name.family = std::string(11, '\xff'); // no text, however long
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("family", Rule::NotAllowed));
}

TEST(Patient, NamesAllergiesExactlyWhenTheyAreKnown) {
    auto details = anna();
    details.allergyStatus = AllergyStatus::Known;
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("allergies", Rule::Required));
    details.allergies = "penicillin";
    EXPECT_THAT(check(details, kToday, kRules), IsEmpty());
    details.allergyStatus = AllergyStatus::NoneKnown;
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("allergies", Rule::Mismatch));
    details.allergyStatus = AllergyStatus::Known;
    details.allergies = std::string(21, 'x');
    EXPECT_THAT(check(details, kToday, kRules), HasProblem("allergies", Rule::TooLong));
}

TEST(Initials, AreTheFirstLettersInUpperCase) {
    const auto of = [](const char* given, const char* family) {
        return initials({family, given, {}, {}});
    };
    EXPECT_EQ(of("Anna", "Testpatient"), "AT");
    EXPECT_EQ(of("anna", "van der Berg"), "AV");
    EXPECT_EQ(of("  robin", "'t Hooft"), "RT");
    EXPECT_EQ(of("\xc3\xa9mile", "\xc3\xb6zg\xc3\xbcr"), "\xc3\x89\xc3\x96");          // e acute, o with two dots
    EXPECT_EQ(of("\xc5\xa1pela", "\xc5\xbci\xc5\xbc"), "\xc5\xa0\xc5\xbb");            // s caron, z dot
    EXPECT_EQ(of("\xce\xb1", "\xd0\xb6"), "\xce\x91\xd0\x96");                         // alpha, zhe
    EXPECT_EQ(of("\xd1\x94", "\xc3\xbf"), "\xd0\x84\xc5\xb8");                         // ie, y with two dots
    EXPECT_EQ(of("\xe7\x8e\x8b", "\xf0\x90\x90\xa8"), "\xe7\x8e\x8b\xf0\x90\x90\xa8"); // no case to change
    EXPECT_EQ(of("", "T"), "T");
    EXPECT_EQ(of("\xff", "\xc3"), "");
}

} // namespace
} // namespace chairside::domain
