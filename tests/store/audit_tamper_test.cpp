// Whatever is changed past the store is found, and named.
#include "core/base/private_file.h"
#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Tampering : public StoreTest {
protected:
    void SetUp() override {
        openFolder();
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
        mustWrite([this](Transaction& tx) { return samples.addEntries(tx); });
        mustWrite([this](Transaction& tx) { return sign(tx); });
        for (int i = 0; i < 5; ++i) {
            mustWrite([i](Transaction& tx) { return tx.settings().set("setting " + std::to_string(i), "value"); });
        }
        close();
    }
    [[nodiscard]] base::Done sign(Transaction& tx) {
        auto signature = samples.signature;
        const auto hash = tx.signatures().contentHash("infusion", samples.infusion.id.text());
        if (!hash) return std::unexpected(hash.error());
        signature.contentHash = *hash;
        return tx.signatures().add(signature);
    }
    [[nodiscard]] std::vector<std::string> after(const std::string& table, const std::string& script) {
        tamper(table, script);
        openFolder();
        return findings();
    }
    [[nodiscard]] std::string doseCheck() const { return "dose_check " + samples.doseCheck.head.id.text(); }
};

TEST_F(Tampering, NothingIsFoundWhenNothingWasDone) {
    EXPECT_THAT(after("note", ""), IsEmpty());
    const auto report = store().verify();
    EXPECT_EQ(report.value().auditEvents, 8);
    EXPECT_EQ(report.value().rowsChecked, 51);
}

TEST_F(Tampering, ALookupThatHidesAnEventIsNamed) {
    const auto fill = [this] {
        openFolder();
        mustWrite([](Transaction& tx) { return tx.trail().catchUp(); });
        close();
    };
    fill();
    EXPECT_THAT(after("audit_lookup", ""), IsEmpty());
    close();
    EXPECT_THAT(after("audit_lookup", "UPDATE audit_lookup SET account_id = 'somebody else' WHERE sequence = 2"),
                ElementsAre("chain: audit_lookup 2: does not fit its event"));
    close();
    EXPECT_THAT(after("audit_lookup", "DELETE FROM audit_lookup WHERE sequence <= 3"),
                ElementsAre("chain: audit_lookup 4: entries before it are missing"));
}

TEST_F(Tampering, AnAlteredValueIsNamedAndBreaksTheSignature) {
    const auto found = after("dose_check", "UPDATE dose_check SET dose_ug = 85200 WHERE dose_ug = 35200");
    EXPECT_THAT(found,
                ElementsAre("content: " + doseCheck() + ": was changed past the audit trail",
                            "signature: signature " + samples.signature.id.text() + ": does not fit what was signed"));
}

TEST_F(Tampering, AnAlteredAnswerIsNamedAndBreaksTheSignature) {
    const auto found =
        after("checklist_answer", "UPDATE checklist_answer SET note = 'fasted' WHERE answer = 'unfavourable'");
    EXPECT_THAT(found,
                ElementsAre("content: checklist_answer " + samples.fullAnswer.head.id.text() +
                                ": was changed past the audit trail",
                            "signature: signature " + samples.signature.id.text() + ": does not fit what was signed"));
}

TEST_F(Tampering, AnAlteredSecondCheckIsNamedAndBreaksTheSignature) {
    const auto found = after("second_check", "UPDATE second_check SET dose_ug = 35200");
    EXPECT_THAT(found,
                ElementsAre("content: second_check " + samples.secondCheck.head.id.text() +
                                ": was changed past the audit trail",
                            "signature: signature " + samples.signature.id.text() + ": does not fit what was signed"));
}

TEST_F(Tampering, AnAlteredDischargeIsNamedAndBreaksTheSignature) {
    const auto signatureBreaks =
        "signature: signature " + samples.signature.id.text() + ": does not fit what was signed";
    EXPECT_THAT(
        after("discharge_unmet", "UPDATE discharge_unmet SET criterion = 'vitals_old' WHERE position = 1"),
        ElementsAre("content: discharge " + samples.fullDischarge.head.id.text() + ": was changed past the audit trail",
                    signatureBreaks));
}

TEST_F(Tampering, AnAlteredRescueDrugIsNamedAndBreaksTheSignature) {
    const auto found = after("rescue_drug", "UPDATE rescue_drug SET dose_ug = 8000 WHERE dose_ug = 4000");
    EXPECT_THAT(
        found,
        ElementsAre("content: rescue_drug " + samples.firstRescue.head.id.text() + ": was changed past the audit trail",
                    "signature: signature " + samples.signature.id.text() + ": does not fit what was signed"));
}

TEST_F(Tampering, AnAlteredQuestionnaireIsNamedWhicheverOfItsRowsItWas) {
    openFolder();
    const auto response = samples.questionnaire(ids);
    mustWrite([&](Transaction& tx) { return tx.questionnaires().add(response); });
    close();
    const auto named =
        ElementsAre("content: questionnaire_response " + response.id.text() + ": was changed past the audit trail");
    EXPECT_THAT(after("questionnaire_answer", "UPDATE questionnaire_answer SET value = 0 WHERE item = 'phq_9'"), named);
    close();
    EXPECT_THAT(after("questionnaire_score", "UPDATE questionnaire_score SET score_thousandths = 1000"), named);
}

TEST_F(Tampering, AnAlteredAldreteScoreIsNamedAndBreaksTheSignature) {
    const auto found = after("aldrete_score", "UPDATE aldrete_score SET activity = 2 WHERE activity = 0");
    EXPECT_THAT(found,
                ElementsAre("content: aldrete_score " + samples.bareAldrete.head.id.text() +
                                ": was changed past the audit trail",
                            "signature: signature " + samples.signature.id.text() + ": does not fit what was signed"));
}

TEST_F(Tampering, AnAlteredImpressionIsNamedAndBreaksTheSignature) {
    const auto found = after("after_assessment", "UPDATE after_assessment SET impression = 1 WHERE impression = 6");
    EXPECT_THAT(found,
                ElementsAre("content: after_assessment " + samples.fullAfter.head.id.text() +
                                ": was changed past the audit trail",
                            "signature: signature " + samples.signature.id.text() + ": does not fit what was signed"));
}

TEST_F(Tampering, AnAlteredQuestionOfASignedProtocolIsNamed) {
    EXPECT_THAT(
        after("protocol_item", "UPDATE protocol_item SET effect = 'inform' WHERE effect = 'hard_stop'"),
        Contains("content: protocol_version " + samples.protocol.id.text() + ": was changed past the audit trail"));
}

TEST_F(Tampering, AnAlteredPartOfARecordIsNamed) {
    EXPECT_THAT(
        after("tender_point_site", "UPDATE tender_point_site SET score = 9 WHERE site = 'knee_l'"),
        Contains("content: tender_point_exam " + samples.tender.head.id.text() + ": was changed past the audit trail"));
}

TEST_F(Tampering, ARoleThatWasGrantedPastTheStoreIsNamed) {
    EXPECT_THAT(
        after("role_grant", "INSERT INTO role_grant VALUES ('" + samples.nurse.account.id.text() + "', 'physician')"),
        ElementsAre("content: account " + samples.nurse.account.id.text() + ": was changed past the audit trail"));
}

TEST_F(Tampering, ARowThatWasDeletedIsNamed) {
    EXPECT_THAT(after("note", "DELETE FROM note"),
                Contains("content: note " + samples.note.head.id.text() + ": is gone"));
}

TEST_F(Tampering, ARowThatWasAddedIsNamed) {
    const auto id = ids.next().text();
    EXPECT_THAT(after("setting", "INSERT INTO setting SELECT '" + id + "', clinic_id, value, 1 FROM setting LIMIT 1"),
                ElementsAre("content: setting " + id + ": was written past the audit trail"));
}

TEST_F(Tampering, AnAlteredEventIsNamed) {
    EXPECT_THAT(after("audit_event", "UPDATE audit_event SET detail = 'nothing' WHERE sequence = 5"),
                ElementsAre("chain: audit_event 5: was changed"));
    EXPECT_THAT(after("audit_event", "UPDATE audit_event SET account_id = 'x' WHERE sequence = 2"),
                ElementsAre("chain: audit_event 2: was changed", "chain: audit_event 5: was changed"));
}

TEST_F(Tampering, ADeletedEventIsNamed) {
    EXPECT_THAT(after("audit_event", "DELETE FROM audit_event WHERE sequence = 4"),
                Contains("chain: audit_event 5: events before it are missing"));
}

TEST_F(Tampering, EventsThatChangedPlacesAreNamed) {
    const auto found = after("audit_event", "UPDATE audit_event SET sequence = 99 WHERE sequence = 5;"
                                            "UPDATE audit_event SET sequence = 5 WHERE sequence = 6;"
                                            "UPDATE audit_event SET sequence = 6 WHERE sequence = 99");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), "chain: audit_event 5: does not follow the event before it");
    EXPECT_THAT(found, Contains("chain: audit_event 6: was changed"));
}

TEST_F(Tampering, ACutOffEndIsFoundByTheAnchorAndStaysFound) {
    const std::string expected = "anchor: clinic.anchor: knows later events: the end of the trail was cut off";
    tamper("setting", "DELETE FROM setting WHERE name > 'setting 2'");
    EXPECT_THAT(after("audit_event", "DELETE FROM audit_event WHERE sequence > 6"), ElementsAre(expected));
    mustWrite([](Transaction& tx) { return tx.settings().set("later", "x"); });
    EXPECT_THAT(findings(), ElementsAre(expected));
    for (int i = 0; i < 3; ++i)
        mustWrite([](Transaction& tx) { return tx.settings().set("later", "y"); });
    close();
    openFolder();
    EXPECT_THAT(findings(), ElementsAre("anchor: clinic.anchor: has another hash than the event of its number"));
}

TEST_F(Tampering, AnAnchorThatIsGoneOrUnreadableIsSaid) {
    std::filesystem::remove(file("clinic.anchor"));
    EXPECT_THAT(after("note", ""), ElementsAre("anchor: clinic.anchor: is missing"));
    close();
    EXPECT_FALSE(std::filesystem::exists(file("clinic.anchor")));
    ASSERT_THAT(base::createPrivateFile(file("clinic.anchor")), IsOk());
    EXPECT_THAT(after("note", ""), ElementsAre("anchor: clinic.anchor: is unreadable"));
}

TEST_F(Tampering, AChangedSchemaIsNamed) {
    EXPECT_THAT(
        after("note", "DROP TRIGGER setting_is_never_deleted; CREATE TABLE more (id TEXT)"),
        ElementsAre("schema: CREATE TRIGGER setting_is_never_deleted BEFORE DELETE ON setting: missing or changed",
                    "schema: CREATE TABLE more: unknown or changed"));
}

TEST_F(Tampering, ARowThatRefersToNothingIsNamed) {
    EXPECT_THAT(after("vial", "DELETE FROM vial"), Contains(HasSubstr("foreign_keys: drug_movement")));
}

TEST_F(Tampering, ASignatureOfNothingIsNamed) {
    const auto found = after("signature", "UPDATE signature SET subject_id = 'x'");
    EXPECT_THAT(found, Contains("signature: signature " + samples.signature.id.text() + ": what was signed is gone"));
}

TEST_F(Tampering, FindingsOfOneKindAreLimited) {
    const auto found = after("audit_event", "UPDATE audit_event SET changes = changes || 'x y'");
    EXPECT_GE(found.size(), 8U);
    EXPECT_LE(found.size(), 60U);
}

} // namespace
} // namespace chairside::store
