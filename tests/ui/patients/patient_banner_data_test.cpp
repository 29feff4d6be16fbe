#include "ui/patients/patient_banner_data.h"

#include <gtest/gtest.h>

#include "tests/support/core/builders.h"
#include "tests/support/core/fake_clock.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

domain::Patient somebody(const domain::PatientDetails& details = aPatient()) {
    return {*domain::PatientId::fromText("01941f29-7c00-7000-8000-000000000001"), details};
}

const base::CalendarDate kToday = date("2025-01-14");

TEST(PatientBannerData, namesWhoItIs) {
    const auto banner = ui::bannerData(somebody(), std::nullopt, kToday);
    EXPECT_EQ(banner.familyName, u"Testpatient"_s);
    EXPECT_EQ(banner.given, u"Anna"_s);
    EXPECT_EQ(banner.title, u"Ms"_s);
    EXPECT_EQ(banner.ageYears, 45);
    EXPECT_EQ(banner.gender, u"Female"_s);
    EXPECT_EQ(banner.id, u"KC 0412"_s);
    EXPECT_TRUE(banner.weightLine.isEmpty());
    EXPECT_FALSE(banner.weightTooOld);
}

TEST(PatientBannerData, allergiesAreShownOnlyWhenKnown) {
    EXPECT_EQ(ui::bannerData(somebody(), std::nullopt, kToday).allergies, u"penicillin"_s);
    auto details = aPatient();
    details.allergyStatus = domain::AllergyStatus::NoneKnown;
    const auto none = ui::bannerData(somebody(details), std::nullopt, kToday);
    EXPECT_EQ(none.allergyState, ui::AllergyState::NoneKnown);
    EXPECT_TRUE(none.allergies.isEmpty());
    details.allergyStatus = domain::AllergyStatus::NotRecorded;
    EXPECT_EQ(ui::bannerData(somebody(details), std::nullopt, kToday).allergyState, ui::AllergyState::NotRecorded);
}

TEST(PatientBannerData, markedMedicinesAreNamedWithTheirGroup) {
    auto patient = somebody();
    EXPECT_TRUE(ui::bannerData(patient, std::nullopt, kToday).medicines.isEmpty());
    patient.markedMedicines = {{"Tramadol", domain::MedicineGroup::Opioid},
                               {"Lorazepam", domain::MedicineGroup::Benzodiazepine}};
    EXPECT_EQ(ui::bannerData(patient, std::nullopt, kToday).medicines,
              u"Tramadol (opioid), Lorazepam (benzodiazepine)"_s);
}

TEST(PatientBannerData, theWeightCarriesItsDateAndIsTooOldAfterTheProtocolsLimit) {
    const ui::KnownWeight weight{kg(68'000), date("2024-12-15")};
    const auto banner = ui::bannerData(somebody(), weight, kToday, 30);
    EXPECT_EQ(banner.weightLine, u"68 kg on 15-Dec-2024"_s);
    EXPECT_FALSE(banner.weightTooOld);
    EXPECT_TRUE(ui::bannerData(somebody(), weight, kToday, 29).weightTooOld);
    EXPECT_FALSE(ui::bannerData(somebody(), weight, kToday).weightTooOld);
}

TEST(PatientBannerData, anUnknownGenderIsLeftToTheBanner) {
    auto details = aPatient();
    details.gender = domain::Gender::NotKnown;
    EXPECT_TRUE(ui::bannerData(somebody(details), std::nullopt, kToday).gender.isEmpty());
}

TEST(PatientBannerData, aWeightNeedsItsDate) {
    EXPECT_FALSE(ui::knownWeight(kg(68'000), std::nullopt).has_value());
    EXPECT_FALSE(ui::knownWeight(std::nullopt, kToday).has_value());
    EXPECT_TRUE(ui::knownWeight(kg(68'000), kToday).has_value());
}

} // namespace

} // namespace chairside::test
