// Which fields an entry of the history needs, and what is refused.
#include <gmock/gmock.h>

#include "core/domain/patient/history.h"
#include "tests/support/core/fake_clock.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::date;

constexpr PatientRules kRules{.maxNameLength = 20, .maxTextLength = 40, .maxAgeYears = 120};

base::Problems problemsOf(const HistoryDetails& details) {
    return check(details, date("1979-03-14"), date("2025-01-06"), kRules);
}

struct RefusedCase {
    const char* name;
    HistoryDetails details;
    const char* field;
    Rule rule;
};

class Refused : public testing::TestWithParam<RefusedCase> {};

TEST_P(Refused, IsSaidWithItsField) {
    const auto& c = GetParam();
    const auto problems = problemsOf(c.details);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().field, c.field);
    EXPECT_EQ(problems.front().rule, c.rule);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Refused,
    testing::Values(
        RefusedCase{"medicineWithoutName", {.kind = HistoryKind::Medicine, .text = " "}, "text", Rule::Required},
        RefusedCase{"emergencyWithoutPhone",
                    {.kind = HistoryKind::EmergencyContact, .text = "Ben", .note = "husband"},
                    "phone",
                    Rule::Required},
        RefusedCase{"emergencyWithoutRelation",
                    {.kind = HistoryKind::EmergencyContact, .text = "Ben", .phone = "1"},
                    "note",
                    Rule::Required},
        RefusedCase{"therapyWithoutKind", {.kind = HistoryKind::Therapy, .text = "x"}, "therapy", Rule::Required},
        RefusedCase{"otherTherapyWithoutName",
                    {.kind = HistoryKind::Therapy, .therapy = TherapyKind::Other},
                    "text",
                    Rule::Required},
        RefusedCase{"diagnosisWithoutTrigger",
                    {.kind = HistoryKind::Diagnosis, .text = "Fibromyalgia", .code = "M79.7"},
                    "trigger",
                    Rule::Required},
        RefusedCase{
            "noIcdCode", {.kind = HistoryKind::Comorbidity, .text = "Migraine", .code = "G4"}, "code", Rule::Mismatch},
        RefusedCase{"doseOfAnAllergy",
                    {.kind = HistoryKind::Allergy, .text = "latex", .dose = "1 mg"},
                    "dose",
                    Rule::NotAllowed},
        RefusedCase{"illnessToCome",
                    {.kind = HistoryKind::Comorbidity, .text = "Migraine", .since = date("2025-01-07")},
                    "since",
                    Rule::InFuture},
        RefusedCase{"beforeBirth",
                    {.kind = HistoryKind::Comorbidity, .text = "Migraine", .since = date("1979-03-13")},
                    "since",
                    Rule::InPast},
        RefusedCase{
            "endsBeforeItBegins",
            {.kind = HistoryKind::Medicine, .text = "x", .since = date("2025-01-02"), .until = date("2025-01-01")},
            "until",
            Rule::OutOfOrder},
        RefusedCase{"tooLong", {.kind = HistoryKind::Address, .text = std::string(41, 'x')}, "text", Rule::TooLong}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(HistoryCheck, TakesWhatIsComplete) {
    EXPECT_TRUE(problemsOf({.kind = HistoryKind::Medicine, .text = "Duloxetine", .since = date("2025-02-01")}).empty());
    EXPECT_TRUE(problemsOf({.kind = HistoryKind::NoKnownAllergies}).empty());
    EXPECT_TRUE(problemsOf({.kind = HistoryKind::Therapy, .therapy = TherapyKind::Sleep}).empty());
    // Forty characters of two bytes each.
    std::string text;
    for (int at = 0; at < 40; ++at)
        text += "\xC3\xA4";
    EXPECT_TRUE(problemsOf({.kind = HistoryKind::Address, .text = text}).empty());
}

TEST(Icd10, IsReadInEitherCase) {
    EXPECT_EQ(icd10Code("m79.7"), "M79.7");
    EXPECT_EQ(icd10Code("M797"), std::nullopt);
    EXPECT_EQ(icd10Code("M79"), "M79");
    EXPECT_EQ(icd10Code("M79.70"), "M79.70");
    EXPECT_EQ(icd10Code("M79."), std::nullopt);
    EXPECT_EQ(icd10Code("79.7"), std::nullopt);
    EXPECT_EQ(icd10Code(""), std::nullopt);
}

TEST(HistoryCurrent, APlannedLastDayCountsAndAnEndedOneDoesNot) {
    HistoryEntry entry{.id = EntryId(base::Uuid({})),
                       .patient = PatientId(base::Uuid({})),
                       .recordedAt = test::instant("2025-01-06T09:00:00+00:00"),
                       .recordedBy = AccountId(base::Uuid({})),
                       .replaces = {},
                       .reason = {},
                       .details = {.kind = HistoryKind::Medicine, .until = date("2025-01-06")}};
    EXPECT_TRUE(isCurrent(entry, date("2025-01-06")));
    EXPECT_FALSE(isCurrent(entry, date("2025-01-07")));
    entry.act = HistoryAct::Ended;
    EXPECT_TRUE(isCurrent(entry, date("2025-01-05")));
    EXPECT_FALSE(isCurrent(entry, date("2025-01-06")));
    entry.act = HistoryAct::Withdrawn;
    EXPECT_FALSE(isCurrent(entry, date("2025-01-05")));
}

HistoryEntry taken(const char* name, std::optional<MedicineGroup> group = {}, const char* until = nullptr) {
    HistoryEntry entry{.id = EntryId(base::Uuid({})),
                       .patient = PatientId(base::Uuid({})),
                       .recordedAt = test::instant("2025-01-06T09:00:00+00:00"),
                       .recordedBy = AccountId(base::Uuid({})),
                       .replaces = {},
                       .reason = {},
                       .details = {.kind = HistoryKind::Medicine, .text = name, .group = group}};
    if (until != nullptr) entry.details.until = date(until);
    return entry;
}

TEST(MarkedMedicines, AreThoseTakenNowEachOnce) {
    const std::vector<MarkedMedicine> marked{{"tramadol", MedicineGroup::Opioid},
                                             {"lorazepam", MedicineGroup::Benzodiazepine}};
    const std::vector<HistoryEntry> entries{taken("Tramadol retard"),
                                            taken("Ibuprofen"),
                                            taken("Lorazepam", {}, "2025-01-05"),
                                            taken("Tramadol retard"),
                                            taken("Study drug", MedicineGroup::MaoInhibitor),
                                            taken("Tramadol drops", MedicineGroup::None)};
    EXPECT_EQ(markedMedicinesOf(entries, date("2025-01-06"), marked),
              (std::vector<PatientMedicine>{{"Tramadol retard", MedicineGroup::Opioid},
                                            {"Study drug", MedicineGroup::MaoInhibitor}}));
}

} // namespace
} // namespace chairside::domain
