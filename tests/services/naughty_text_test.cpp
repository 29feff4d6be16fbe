// Awkward text comes back from every free-text field exactly as it was written, but for blanks at its ends.
#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "core/services/text_rules.h"
#include "tests/services/free_text.h"
#include "tests/support/core/naughty_texts.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using ::testing::IsEmpty;

std::vector<FreeText> allFreeTexts() {
    std::vector<FreeText> all;
    for (auto part : {patientTexts(), historyTexts(), courseTexts(), protocolTexts(), chairTexts(), drugTexts(),
                      correctionTexts(), laterCorrectionTexts(), afterTexts(), clinicTexts(), watchedTexts()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::vector<FreeText> typedTexts() {
    auto all = allFreeTexts();
    std::erase_if(all, [](const FreeText& field) { return field.source == TextSource::Shipped; });
    return all;
}

// What the service says to the text, none if it took it.
std::optional<base::Error> refusalOf(Desk& desk, const FreeText& field, const std::string& text) {
    try {
        (void)field.roundTrip(desk, text);
    } catch (const Refused& refused) {
        return refused.error;
    }
    return std::nullopt;
}

auto breaks(Rule rule) {
    return testing::Field("rule", &base::Problem::rule, rule);
}

class NaughtyText : public ::testing::TestWithParam<FreeText> {};
// What a file of the program brings is checked when it is read.
class NaughtyTypedText : public NaughtyText {};

TEST_P(NaughtyText, ComesBackUnchanged) {
    Desk desk;
    for (const auto& text : naughtyTexts()) {
        const bool isOneLine = text.find_first_of("\r\n") == std::string::npos;
        if (GetParam().source == TextSource::TypedInOneLine && !isOneLine) {
            EXPECT_TRUE(refusalOf(desk, GetParam(), text).has_value());
            continue;
        }
        try {
            EXPECT_EQ(services::trimmed(GetParam().roundTrip(desk, text)), services::trimmed(text));
        } catch (const Refused& refused) {
            ADD_FAILURE() << text << " refused: " << ::testing::PrintToString(refused.error);
        }
    }
    EXPECT_TRUE(desk.clinic.verify().clean());
}

TEST_P(NaughtyTypedText, IsRefusedByNameWhereItIsNoText) {
    Desk desk;
    for (const auto& text : brokenTexts()) {
        const auto refusal = refusalOf(desk, GetParam(), text);
        ASSERT_TRUE(refusal.has_value()) << ::testing::PrintToString(text) << " was taken";
        EXPECT_EQ(refusal->code, Code::Invalid);
        EXPECT_THAT(refusal->problems, ::testing::Contains(breaks(Rule::NotAllowed)));
    }
    EXPECT_TRUE(desk.clinic.verify().clean());
}

TEST_P(NaughtyTypedText, IsRefusedByNameWhereItIsTooLong) {
    Desk desk(Limits::Usual);
    const auto refusal = refusalOf(desk, GetParam(), std::string(100'000, 'x'));
    ASSERT_TRUE(refusal.has_value());
    EXPECT_THAT(refusal->problems, ::testing::Contains(breaks(Rule::TooLong)));
    EXPECT_TRUE(desk.clinic.verify().clean());
}

std::string fieldName(const ::testing::TestParamInfo<FreeText>& one) {
    return one.param.field;
}

INSTANTIATE_TEST_SUITE_P(EveryField, NaughtyText, ::testing::ValuesIn(allFreeTexts()), fieldName);
INSTANTIATE_TEST_SUITE_P(EveryField, NaughtyTypedText, ::testing::ValuesIn(typedTexts()), fieldName);

// Columns of text that nobody types freely, by what they hold.
const std::map<std::string, std::set<std::string>>& notFreeText() {
    static const std::map<std::string, std::set<std::string>> all{
        {"keys and codes of the program",
         {"adverse_event.term",
          "adverse_event.relation",
          "planned_infusion.state",
          "audit_event.action",
          "audit_event.role",
          "audit_event.subject_kind",
          "audit_event.detail",
          "audit_lookup.action",
          "checklist_answer.item",
          "discharge_unmet.item",
          "document_issued.kind",
          "draft.subject_kind",
          "draft.subject_id",
          "outside_observation.loinc",
          "protocol_item.item",
          "protocol_limit.name",
          "protocol_screening.item",
          "questionnaire_answer.item",
          "questionnaire_response.instrument",
          "questionnaire_response.instrument_version",
          "questionnaire_score.scale",
          "screening_answer.item",
          "signature.role",
          "signature.meaning",
          "tender_point_site.site"}},
        {"identities",
         {"audit_event.account_id", "audit_event.patient_id", "audit_event.subject_id", "audit_lookup.account_id",
          "audit_lookup.patient_id", "document_issued.subject_id", "planned_infusion.infusion_id",
          "signature.subject_id"}},
        {"hashes and secrets",
         {"account.password_hash", "account.password_slot", "account.pin_hash", "account.factor_secret",
          "account.factor_recovery", "audit_event.changes", "audit_event.previous_hash", "audit_event.hash",
          "schema_migration.sha256", "signature.content_hash"}},
        {"keys to search by, made from what was typed",
         {"patient_search.family_key", "patient_search.given_key", "patient_search.family_1", "patient_search.family_2",
          "patient_search.number_reversed", "patient_search.number_prefix", "patient_search.phone_reversed",
          "patient_search.birthday"}},
        {"copies of another column",
         {"retreatment_standing.course_id", "retreatment_standing.postponed_until", "screening_answer.question",
          "signature.printed_name", "vial.drug", "protocol_version.drug"}},
        {"names that are compared in lower case", {"account.user_name"}},
        {"codes of a classification, which are judged", {"patient_history.code"}},
        {"names of this computer and of files, set by whoever installed the program",
         {"audit_event.workstation", "schema_migration.name", "outside_observation.source"}},
        {"entries that nobody can correct",
         {"addendum.correction_reason", "chair_place.correction_reason", "emergency_note.correction_reason",
          "infusion_step.correction_reason", "note.correction_reason", "second_check.correction_reason"}},
    };
    return all;
}

// "table.column" of every text in the schema but identities, times and closed lists.
std::set<std::string> textColumns() {
    const std::regex column(R"(\b(\w+) TEXT\b([^,]*))");
    std::set<std::string> found;
    std::string table;
    std::ifstream file(CHAIRSIDE_SOURCE_DIR "/migrations/schema.sql");
    for (std::string line; std::getline(file, line);) {
        std::smatch match;
        if (line.starts_with("CREATE ")) table.clear();
        if (std::regex_search(line, match, std::regex(R"(^CREATE TABLE (\w+))"))) table = match[1];
        if (table.empty()) continue;
        for (std::sregex_iterator one(line.begin(), line.end(), column), none; one != none; ++one) {
            const auto name = (*one)[1].str();
            const auto rest = (*one)[2].str();
            const bool isTime = name.ends_with("_at") || name.ends_with("_on");
            const bool isClosed = rest.contains("REFERENCES") || rest.contains("PRIMARY KEY") || rest.contains(" IN (");
            if (!isTime && !isClosed) found.insert(std::string(table).append(".").append(name));
        }
    }
    return found;
}

TEST(NaughtyTextTable, HasACaseForEveryColumnOfFreeText) {
    std::set<std::string> named;
    for (const auto& field : allFreeTexts())
        named.insert(field.columns.begin(), field.columns.end());
    for (const auto& [why, columns] : notFreeText()) {
        for (const auto& column : columns)
            EXPECT_TRUE(named.insert(column).second) << column << " has a case";
    }
    const auto schema = textColumns();
    std::vector<std::string> missing;
    std::vector<std::string> gone;
    std::ranges::set_difference(schema, named, std::back_inserter(missing));
    std::ranges::set_difference(named, schema, std::back_inserter(gone));
    EXPECT_THAT(missing, IsEmpty()) << "give each a case in free_text_*.cpp, or say why it is no free text";
    EXPECT_THAT(gone, IsEmpty());
    EXPECT_GT(schema.size(), 100U);
}

} // namespace
} // namespace chairside::test
