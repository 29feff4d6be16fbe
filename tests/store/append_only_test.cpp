#include <algorithm>

#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

// A closed data file with a row in every table, opened past the store but with its triggers.
class History : public StoreTest {
protected:
    void SetUp() override {
        openFolder();
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
        mustWrite([this](Transaction& tx) { return samples.addEntries(tx); });
        mustWrite([this](Transaction& tx) { return addRest(tx); });
        close();
        auto opened = SqliteConnection::open(file("clinic.db").string(), SqliteConnection::Mode::ReadWrite);
        connection = std::move(opened.value());
    }
    [[nodiscard]] base::Done addRest(Transaction& tx) {
        const domain::FollowUp followUp{domain::FollowUpId(ids.next()),
                                        samples.course.id,
                                        domain::AssessmentKind::Baseline,
                                        test::date("2025-01-09"),
                                        domain::RecallFrame::Average24h,
                                        7,
                                        {},
                                        clock.now(),
                                        samples.nurse.account.id};
        const domain::RetreatmentDecision decision{
            domain::DecisionId(ids.next()), samples.course.id, domain::DecisionKind::Retreat, {}, "well",
            samples.nurse.account.id,       clock.now()};
        const services::IssuedDocument document{
            domain::DocumentId(ids.next()), "visit_summary", "x",    samples.anna.id,
            samples.nurse.account.id,       clock.now(),     "draft"};
        const domain::HistoryEntry history{.id = domain::EntryId(ids.next()),
                                           .patient = samples.anna.id,
                                           .recordedAt = clock.now(),
                                           .recordedBy = samples.nurse.account.id,
                                           .replaces = {},
                                           .reason = {},
                                           .details = {.kind = domain::HistoryKind::Allergy, .text = "latex"}};
        for (const auto& done :
             {tx.histories().add(history), tx.courses().addFollowUp(followUp), tx.courses().addDecision(decision),
              tx.documents().add(document), tx.signatures().add(samples.signature),
              tx.questionnaires().add(samples.questionnaire(ids)), tx.settings().set("clinic_name", "x")}) {
            if (!done) return done;
        }
        return {};
    }
    void expectRefused(const std::string& script, const std::string& why) {
        const auto done = connection->script(script);
        ASSERT_THAT(done, FailsWith(Code::Internal)) << script;
        EXPECT_NE(done.error().detail.find(why), std::string::npos) << done.error().detail;
    }
    std::unique_ptr<SqliteConnection> connection;
};

class AppendOnlyTable : public History, public testing::WithParamInterface<const char*> {};

TEST_P(AppendOnlyTable, RefusesChangesAndDeletions) {
    const std::string table = GetParam();
    const std::string why = table + " is append-only";
    expectRefused("DELETE FROM " + table, why);
    // Setting a column to itself is a change too; rowid is in every table.
    expectRefused("UPDATE " + table + " SET rowid = rowid", why);
}

INSTANTIATE_TEST_SUITE_P(All, AppendOnlyTable,
                         testing::Values("schema_migration", "clinic", "role_grant", "protocol", "course_order",
                                         "follow_up", "retreatment_decision", "patient_history", "infusion",
                                         "chair_place", "checklist_answer", "dose_check", "second_check",
                                         "infusion_step", "vital_signs", "sedation_score", "dissociation_score",
                                         "pain_score", "tender_point_exam", "tender_point_site", "adverse_event",
                                         "rescue_drug", "emergency_note", "after_assessment", "aldrete_score",
                                         "discharge", "discharge_unmet", "note", "addendum", "vial", "drug_movement",
                                         "signature", "document_issued", "questionnaire_response",
                                         "questionnaire_answer", "questionnaire_score", "audit_event"),
                         [](const auto& one) { return std::string(one.param); });

class KeptTable : public History, public testing::WithParamInterface<const char*> {};

TEST_P(KeptTable, RefusesDeletions) {
    const std::string table = GetParam();
    expectRefused("DELETE FROM " + table, table + " is never deleted");
}

INSTANTIATE_TEST_SUITE_P(All, KeptTable,
                         testing::Values("setting", "account", "patient", "course", "planned_infusion",
                                         "protocol_version"),
                         [](const auto& one) { return std::string(one.param); });

TEST_F(History, ReplacingARowIsADeletionToo) {
    expectRefused("REPLACE INTO note SELECT * FROM note", "note is append-only");
}

TEST_F(History, ASignedProtocolDoesNotChange) {
    const std::string why = "a signed protocol version does not change";
    expectRefused("UPDATE protocol_version SET name = 'other'", why);
    expectRefused("UPDATE protocol_limit SET value = value + 1", why);
    expectRefused("DELETE FROM protocol_limit", why);
    expectRefused("UPDATE protocol_remark SET remark = 'x'", why);
    expectRefused("DELETE FROM protocol_remark", why);
    expectRefused("UPDATE protocol_item SET effect = 'inform'", why);
    expectRefused("DELETE FROM protocol_item", why);
    expectRefused("INSERT INTO protocol_item SELECT id, 99, 'pre_check', 'more', 'q', 'y', 'n', 'inform', 1, ''"
                  " FROM protocol_version",
                  why);
    expectRefused("INSERT INTO protocol_limit SELECT id, 'more', 1, '' FROM protocol_version", why);
    expectRefused("INSERT INTO protocol_remark SELECT id, 99, 'more' FROM protocol_version", why);
}

TEST_F(History, EveryTableButTheDerivedOneIsGuarded) {
    std::string unguarded;
    const auto objects = connection->schemaObjects();
    for (const auto& object : objects.value()) {
        if (!object.starts_with("CREATE TABLE ")) continue;
        const auto table = object.substr(13, object.find(' ', 13) - 13);
        const bool guarded = std::ranges::any_of(*objects, [&](const std::string& other) {
            return other.starts_with("CREATE TRIGGER") &&
                   other.find("BEFORE DELETE ON " + table + "\n") != std::string::npos;
        });
        if (!guarded) unguarded += table;
    }
    EXPECT_EQ(unguarded, "patient_search");
}

} // namespace
} // namespace chairside::store
