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
    [[nodiscard]] base::Done addPatientRecords(Transaction& tx) {
        const domain::PatientStateEntry state{
            domain::EntryId(ids.next()),     samples.anna.id,          clock.now(), samples.nurse.account.id,
            domain::PatientState::Withdrawn, test::date("2025-01-09"), "moved away"};
        const domain::Patient other = samples.patient("Other", "Person", "KC 0999");
        if (auto added = tx.patients().add(other); !added) return added;
        const domain::PatientMerge merge{domain::EntryId(ids.next()),
                                         other.id,
                                         samples.anna.id,
                                         clock.now(),
                                         samples.nurse.account.id,
                                         "same person",
                                         {}};
        if (auto added = tx.patientRecords().addState(state); !added) return added;
        return tx.patientRecords().addMerge(merge);
    }
    [[nodiscard]] base::Done addEmergencyAccess(Transaction& tx) {
        const domain::EmergencyAccess access{domain::EmergencyAccessId(ids.next()),
                                             samples.nurse.account.id,
                                             "fire",
                                             clock.now(),
                                             clock.now(),
                                             std::nullopt,
                                             std::nullopt};
        const services::EmergencyNote looked{
            domain::EntryId(ids.next()), access.id, domain::EmergencyNoteKind::Ended, {}, clock.now(),
            samples.nurse.account.id};
        if (auto added = tx.emergencyAccess().add(access); !added) return added;
        return tx.emergencyAccess().add(looked);
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
        const domain::TitrationAnswer answer{.id = domain::EntryId(ids.next()),
                                             .course = samples.course.id,
                                             .order = samples.order.id,
                                             .infusion = {},
                                             .perKg = samples.order.perKg,
                                             .notedAt = clock.now()};
        if (auto filled = tx.trail().find({}, std::nullopt, 1); !filled) return std::unexpected(filled.error());
        for (const auto& done :
             {addPatientRecords(tx), addEmergencyAccess(tx), tx.histories().add(history),
              tx.courses().addFollowUp(followUp), tx.courses().addDecision(decision), tx.documents().add(document),
              tx.signatures().add(samples.signature), tx.questionnaires().add(samples.questionnaire(ids)),
              tx.courses().addTitrationAnswer(answer), tx.courses().addAgreement(samples.agreement),
              tx.courses().addMeasure(samples.measure), tx.courses().addScreening(samples.screened),
              tx.protocols().retire({samples.protocol.id, "newer", samples.nurse.account.id, clock.now()}),
              tx.settings().set("clinic_name", "x")}) {
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

INSTANTIATE_TEST_SUITE_P(
    All, AppendOnlyTable,
    testing::Values("schema_migration", "clinic", "role_grant", "protocol", "course_order", "follow_up",
                    "retreatment_decision", "titration_answer", "patient_history", "patient_state", "patient_merge",
                    "order_agreement", "order_measure", "screening_answer", "protocol_retirement", "protocol_in_force",
                    "emergency_access", "emergency_access_note", "audit_lookup", "infusion", "chair_place",
                    "checklist_answer", "dose_check", "second_check", "infusion_step", "vital_signs", "sedation_score",
                    "dissociation_score", "pain_score", "tender_point_exam", "tender_point_site", "adverse_event",
                    "rescue_drug", "emergency_note", "after_assessment", "aldrete_score", "discharge",
                    "discharge_unmet", "note", "addendum", "vial", "drug_movement", "signature", "document_issued",
                    "questionnaire_response", "questionnaire_answer", "questionnaire_score", "audit_event"),
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
    expectRefused("UPDATE protocol_screening SET effect = 'inform'", why);
    expectRefused("DELETE FROM protocol_screening", why);
    expectRefused("INSERT INTO protocol_screening SELECT id, 99, 'more', 'q', 'y', 'n', 'inform', 1, 0, 0, ''"
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
