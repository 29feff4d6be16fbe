// Tables for a spreadsheet: what stands in them, what a cell can never do, and what leaves when nobody may be known.
#include "core/exchange/csv_export.h"

#include <gmock/gmock.h>

#include "core/base/csv_text.h"
#include "tests/exchange/export_sample.h"

namespace chairside::exchange {
namespace {

using test::exportSample;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// Reads RFC 4180 strictly; an empty table means that the text is none.
std::vector<std::vector<std::string>> parsed(std::string_view text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& cell = rows.back().back();
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            rows.back().emplace_back();
        } else if (!quoted && c == '\r') {
            if (++i >= text.size() || text[i] != '\n') return {};
            rows.push_back({""});
        } else {
            cell += c;
        }
    }
    if (quoted || rows.back().size() != 1 || !rows.back().front().empty()) return {};
    rows.pop_back();
    return rows;
}

class Table : public ::testing::Test {
protected:
    test::ExportSample sample = exportSample();

    std::string text(CsvKind kind, Identities identities = Identities::Kept) {
        return test::exported<CsvSink>(sample, kind, identities);
    }
    std::vector<std::vector<std::string>> rows(CsvKind kind, Identities identities = Identities::Kept) {
        return parsed(text(kind, identities));
    }
    // The cell under this head.
    std::string cell(CsvKind kind, std::size_t line, std::string_view head, Identities identities = Identities::Kept) {
        const auto all = rows(kind, identities);
        if (line >= all.size()) return "no such line";
        for (std::size_t i = 0; i < all.front().size(); ++i) {
            if (all.front()[i] == head) return all[line].at(i);
        }
        return "no such head";
    }
};

constexpr CsvKind kAllKinds[] = {CsvKind::Patients, CsvKind::Courses, CsvKind::Infusions, CsvKind::Vitals,
                                 CsvKind::Scores,   CsvKind::Events,  CsvKind::DrugBook};

TEST_F(Table, HasOneHeadAndAsManyCellsInEveryLine) {
    for (const auto kind : kAllKinds) {
        for (const auto identities : {Identities::Kept, Identities::Removed}) {
            const auto all = rows(kind, identities);
            ASSERT_GE(all.size(), 2U);
            for (const auto& row : all)
                EXPECT_EQ(row.size(), all.front().size());
        }
    }
}

TEST_F(Table, SaysTheUnitsInItsHeads) {
    EXPECT_THAT(rows(CsvKind::Vitals).front(), Contains("systolic_mmhg"));
    EXPECT_THAT(rows(CsvKind::Infusions).front(), Contains("delivered_mg"));
    EXPECT_THAT(rows(CsvKind::Infusions).front(), Contains("rate_ml_per_h"));
}

TEST_F(Table, HasTheInfusionAsItWasGivenAndTheOneThatWasMissed) {
    ASSERT_EQ(rows(CsvKind::Infusions).size(), 3U);
    EXPECT_EQ(cell(CsvKind::Infusions, 1, "plan_state"), "missed");
    EXPECT_EQ(cell(CsvKind::Infusions, 1, "delivered_mg"), "");
    EXPECT_EQ(cell(CsvKind::Infusions, 2, "weight_kg"), "70");
    EXPECT_EQ(cell(CsvKind::Infusions, 2, "dose_mg_per_kg"), "0.5");
    EXPECT_EQ(cell(CsvKind::Infusions, 2, "delivered_mg"), "30");
    EXPECT_EQ(cell(CsvKind::Infusions, 2, "started_at"), "2025-01-06T10:00:00.000+01:00");
    EXPECT_EQ(cell(CsvKind::Infusions, 2, "signed_by"), "R. Khan, RN");
}

TEST_F(Table, LeavesACellEmptyWhereNothingWasTaken) {
    EXPECT_EQ(cell(CsvKind::Vitals, 1, "systolic_mmhg"), "128");
    EXPECT_EQ(cell(CsvKind::Vitals, 1, "diastolic_mmhg"), "");
}

TEST_F(Table, TellsAScoreOfZeroFromOneThatIsMissing) {
    int zeros = 0, missing = 0;
    for (const auto& row : rows(CsvKind::Scores)) {
        if (row.at(5) != "pain_0_to_10") continue;
        if (row.at(8) == "0") ++zeros;
        if (row.at(8).empty() && row.at(10) == "unavailable") ++missing;
    }
    EXPECT_EQ(zeros, 1);
    EXPECT_EQ(missing, 1);
}

TEST_F(Table, KeepsAmountsThatAreTakenAwayNumbers) {
    EXPECT_EQ(cell(CsvKind::DrugBook, 2, "effect_mg"), "-30");
    EXPECT_EQ(cell(CsvKind::DrugBook, 2, "witness"), "L. Okafor, MD");
    EXPECT_EQ(cell(CsvKind::Events, 1, "grade_ctcae"), "2");
    EXPECT_EQ(cell(CsvKind::Courses, 1, "latest_dose_mg_per_kg"), "0.5");
}

TEST_F(Table, NeverLetsACellBecomeAFormula) {
    auto& family = sample.course.patient.details.name.family;
    for (const std::string words : {"=cmd|'/c calc'!A1", "+1", "-1+2", "@SUM(1)", "\t=1", "\r=1"}) {
        family = words;
        EXPECT_EQ(cell(CsvKind::Patients, 1, "family_name"), "'" + words);
    }
    family = std::string("\0=1", 3);
    EXPECT_EQ(cell(CsvKind::Patients, 1, "family_name"), "'=1");
}

TEST_F(Table, BringsEveryOtherTextThroughAsItIs) {
    auto& family = sample.course.patient.details.name.family;
    for (const std::string words : {"O\"Brien", "a,b", "two\r\nlines", "two\nlines", "'); DROP TABLE patient;--",
                                    " spaces ", "\"", "", "Zo\u00eb \u05e9\u05e8\u05d4 \u674e\u660e \U0001F600",
                                    "\u202Eevil", "a=b", "NULL", "undefined", ";", "../../etc/x"}) {
        family = words;
        EXPECT_EQ(cell(CsvKind::Patients, 1, "family_name"), words);
    }
}

TEST_F(Table, NamesNobodyWhenIdentitiesAreRemoved) {
    auto& details = sample.course.patient.details;
    details.phone = "555-0199";
    for (const auto kind : kAllKinds) {
        const auto whole = text(kind, Identities::Removed);
        for (const std::string& secret :
             {details.name.family, details.name.given, details.clinicNumber, details.phone, details.born.iso(),
              sample.course.patient.id.text(), std::string("Khan"), std::string("Okafor"), std::string("felt sick"),
              std::string("left arm"), std::string("snow"), std::string("walk the dog"), std::string("KM42"),
              std::string("2025-01-06"), std::string("2025-02-10")}) {
            EXPECT_THAT(whole, Not(HasSubstr(secret)));
        }
    }
    details.born = *base::CalendarDate::of(1925, 1, 1);
    EXPECT_EQ(cell(CsvKind::Patients, 1, "age_years", Identities::Removed), "90");
    EXPECT_EQ(cell(CsvKind::Patients, 1, "age_years"), "100");
}

TEST_F(Table, MovesAllDatesOfOnePatientByTheSameDays) {
    const auto began = base::Instant::fromIso(cell(CsvKind::Infusions, 2, "started_at", Identities::Removed));
    const auto taken = base::Instant::fromIso(cell(CsvKind::Vitals, 1, "observed_at", Identities::Removed));
    ASSERT_TRUE(began && taken);
    EXPECT_EQ(base::between(*began, *taken), std::chrono::minutes(15));
    const auto moved = base::between(*began, *sample.infusion.delivery.startedAt);
    EXPECT_GE(moved, std::chrono::days(1));
    EXPECT_LE(moved, std::chrono::days(364));
    EXPECT_EQ(moved % std::chrono::days(1), std::chrono::milliseconds(0));
    const auto planned = base::CalendarDate::fromIso(cell(CsvKind::Infusions, 2, "planned_on", Identities::Removed));
    ASSERT_TRUE(planned);
    EXPECT_EQ(base::daysBetween(*planned, sample.infusion.planned.date), moved / std::chrono::days(1));
}

TEST_F(Table, GivesAPatientAnotherNumberInEveryFile) {
    const auto first = cell(CsvKind::Patients, 1, "patient", Identities::Removed);
    EXPECT_EQ(cell(CsvKind::Vitals, 1, "patient", Identities::Removed), first);
    sample.head.document = test::sampleId<domain::DocumentId>(98);
    EXPECT_NE(cell(CsvKind::Patients, 1, "patient", Identities::Removed), first);
}

TEST(CsvText, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(base::csvText("plain"), "plain");
    EXPECT_EQ(base::csvText("a,b"), "\"a,b\"");
    EXPECT_EQ(base::csvText("say \"so\""), "\"say \"\"so\"\"\"");
    EXPECT_EQ(base::csvLine({"a", "", "b"}), "a,,b\r\n");
}

TEST(CsvKinds, AreKnownByTheirWords) {
    EXPECT_EQ(csvKindFromKey("drug_book"), CsvKind::DrugBook);
    EXPECT_EQ(csvKindFromKey("patients"), CsvKind::Patients);
    EXPECT_FALSE(csvKindFromKey("secrets"));
}

} // namespace
} // namespace chairside::exchange
