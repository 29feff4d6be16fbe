// Columns of a patient list and what stands in them.
#include "core/exchange/import/patient_list.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "core/exchange/csv/csv_reader.h"

namespace chairside::exchange {
namespace {

using services::DateOrder;
using services::PatientColumn;

services::CsvTable tableOf(std::string_view text) {
    auto table = readCsv(text);
    if (table) return *std::move(table);
    ADD_FAILURE() << "no table";
    return {};
}

// The candidate of one line under the guessed mapping.
services::PatientCandidate one(std::string_view text, DateOrder dates = DateOrder::DayMonth) {
    const auto table = tableOf(text);
    auto mapping = guessMapping(table);
    mapping.dates = dates;
    const auto candidates = patientsOf(table, mapping);
    if (!candidates || candidates->size() != 1) throw std::logic_error("not one patient");
    return candidates->front();
}

std::string bornOf(std::string_view text, DateOrder dates = DateOrder::DayMonth) {
    const auto candidate = one("family,given,born\nA,B," + std::string(text) + "\n", dates);
    return candidate.problems.empty() ? candidate.details.born.iso() : "refused";
}

TEST(PatientList, ColumnsAreKnownByTheNamesThatOtherProgramsGiveThem) {
    const auto table = tableOf("Last Name,FIRST,D.O.B.,Sex,MRN,Phone number,Colour,Surname\n");
    EXPECT_EQ(guessMapping(table).columns,
              (std::vector{PatientColumn::Family, PatientColumn::Given, PatientColumn::Born, PatientColumn::Gender,
                           PatientColumn::ClinicNumber, PatientColumn::Phone, PatientColumn::Ignored,
                           PatientColumn::Ignored}));
}

TEST(PatientList, ALineBecomesAPatientWithItsPlaceInTheFile) {
    const auto candidate = one("id,family,given,title,born,gender,phone,allergies\n\n"
                               "7,\" O'Neil, jr \",Zo\xC3\xAB,Ms,1979-03-14,F,555 0100,penicillin\n");
    EXPECT_EQ(candidate.place, "line 3");
    EXPECT_TRUE(candidate.problems.empty());
    EXPECT_EQ(candidate.details.name, (domain::PersonName{"O'Neil, jr", "Zo\xC3\xAB", "Ms", ""}));
    EXPECT_EQ(candidate.details.gender, domain::Gender::Female);
    EXPECT_EQ(candidate.details.allergyStatus, domain::AllergyStatus::Known);
    EXPECT_EQ(candidate.details.allergies, "penicillin");
    EXPECT_EQ(one("family,given,born,allergies\nA,B,1979-03-14,NKDA\n").details.allergyStatus,
              domain::AllergyStatus::NoneKnown);
    EXPECT_EQ(one("family,given,born,allergies\nA,B,1979-03-14,\n").details.allergyStatus,
              domain::AllergyStatus::NotRecorded);
}

TEST(PatientList, DatesAreReadInTheChosenOrderAndNeverGuessed) {
    EXPECT_EQ(bornOf("1979-03-04"), "1979-03-04");
    EXPECT_EQ(bornOf("1979-03-04", DateOrder::MonthDay), "1979-03-04");
    EXPECT_EQ(bornOf("1979-03-04T10:00:00Z"), "1979-03-04");
    EXPECT_EQ(bornOf("03/04/1979"), "1979-04-03");
    EXPECT_EQ(bornOf("03/04/1979", DateOrder::MonthDay), "1979-03-04");
    EXPECT_EQ(bornOf("4.3.1979"), "1979-03-04");
    EXPECT_EQ(bornOf("04-Mar-1979", DateOrder::MonthDay), "1979-03-04");
    EXPECT_EQ(bornOf("4 March 1979"), "1979-03-04");
    for (const char* wrong : {"31-02-1979", "13/13/1979", "4.3.79", "1979", "", "yesterday", "1979-00-01", "-1-1-1979"})
        EXPECT_EQ(bornOf(wrong), "refused") << wrong;
}

TEST(PatientList, TextThatHidesSomethingIsRefused) {
    for (const char* name : {"A\xE2\x80\xAE"
                             "b",
                             "A\x1B[31m", "A\xE2\x81\xA6z"}) {
        const auto candidate = one("family,given,born\n" + std::string(name) + ",B,1979-03-14\n");
        ASSERT_EQ(candidate.problems.size(), 1U) << name;
        EXPECT_EQ(candidate.problems.front().field, "family");
    }
    EXPECT_TRUE(one("family,given,born\n\xD7\xA9\xD7\xA8\xD7\x94,\xE6\x9D\x8E,1979-03-14\n").problems.empty());
}

TEST(PatientList, AMappingNeedsNamesAndBirthDateOnceEach) {
    const auto table = tableOf("a,b,c\nx,y,1979-03-14\n");
    EXPECT_FALSE(patientsOf(table, guessMapping(table)));
    const auto twice = patientsOf(table, {{PatientColumn::Family, PatientColumn::Family, PatientColumn::Born}});
    ASSERT_FALSE(twice);
    ASSERT_EQ(twice.error().problems.size(), 2U);
    EXPECT_EQ(twice.error().problems[0].value, "given");
    EXPECT_EQ(twice.error().problems[1].rule, base::Rule::Duplicate);
    EXPECT_TRUE(patientsOf(table, {{PatientColumn::Family, PatientColumn::Given, PatientColumn::Born}}));
}

TEST(PatientList, EveryColumnHasAKeyOfItsOwn) {
    for (const auto column : services::kPatientColumns)
        EXPECT_EQ(columnFromKey(columnKey(column)), column);
    EXPECT_FALSE(columnFromKey("shoe_size"));
}

} // namespace
} // namespace chairside::exchange
