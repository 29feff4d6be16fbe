#include "core/services/try.h"
#include "tests/store/record_text.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;
using test::date;

class InfusionRepository : public StoreTest {
protected:
    void SetUp() override {
        mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
    }
    [[nodiscard]] domain::InfusionRecord record() {
        return read([this](Transaction& tx) { return tx.infusions().record(samples.infusion.id); }).value();
    }
    template <class Entry>
    void add(const Entry& entry) {
        mustWrite([&](Transaction& tx) { return tx.infusions().add(entry); });
    }
    // A full, a bare and a correcting entry of a kind come back as they were, the correction last.
    template <class Entry>
    void roundTrip(const Entry& full, const Entry& bare, std::vector<Entry> domain::InfusionRecord::*list) {
        auto correction = full;
        correction.head = samples.headCorrecting(full.head.id);
        add(full);
        add(bare);
        add(correction);
        EXPECT_EQ(textOf(record().*list), textOf(std::vector{full, bare, correction}));
        EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(full); }), FailsWith(Code::AlreadyExists));
    }
};

TEST_F(InfusionRepository, KeepsEveryFieldOfAnInfusion) {
    const auto found = read([this](Transaction& tx) { return tx.infusions().get(samples.infusion.id); });
    EXPECT_EQ(textOf(found.value()), textOf(samples.infusion));
    EXPECT_THAT(read([this](Transaction& tx) { return tx.infusions().get(domain::InfusionId(ids.next())); }),
                FailsWith(Code::NotFound));
    EXPECT_THAT(read([this](Transaction& tx) { return tx.infusions().record(domain::InfusionId(ids.next())); }),
                FailsWith(Code::NotFound));
}

TEST_F(InfusionRepository, OnePlannedDateHasOneInfusion) {
    auto second = samples.infusion;
    second.id = domain::InfusionId(ids.next());
    EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(second); }), FailsWith(Code::AlreadyExists));
}

TEST_F(InfusionRepository, KeepsChairs) {
    roundTrip(samples.seat, samples.move, &domain::InfusionRecord::places);
}

TEST_F(InfusionRepository, KeepsAnswersToTheChecklists) {
    roundTrip(samples.fullAnswer, samples.bareAnswer, &domain::InfusionRecord::answers);
}

TEST_F(InfusionRepository, KeepsWhatWasAskedAfterwardsWithItsDirection) {
    roundTrip(samples.fullAfter, samples.bareAfter, &domain::InfusionRecord::after);
}

TEST_F(InfusionRepository, RefusesAnImpressionOutsideTheFormAndAnOtherStopWithoutWords) {
    auto entry = samples.fullAfter;
    entry.impression = 8;
    EXPECT_FALSE(write([&](Transaction& tx) { return tx.infusions().add(entry); }).has_value());
    entry = samples.fullAfter;
    entry.endurance->words.clear();
    EXPECT_FALSE(write([&](Transaction& tx) { return tx.infusions().add(entry); }).has_value());
    EXPECT_TRUE(record().after.empty());
}

TEST_F(InfusionRepository, RefusesAnUnfavourableAnswerWithoutANote) {
    auto answer = samples.fullAnswer;
    answer.note.clear();
    EXPECT_FALSE(write([&](Transaction& tx) { return tx.infusions().add(answer); }).has_value());
    EXPECT_TRUE(record().answers.empty());
}

TEST_F(InfusionRepository, TheOutcomesOfACourseAreEventsAndStandingScoresBeforeAndAfter) {
    add(samples.fullVitals);
    auto before = samples.painValue;
    before.moment = domain::PainMoment::Before;
    auto corrected = before;
    corrected.head = samples.headCorrecting(before.head.id);
    auto during = samples.painMissing;
    during.moment = domain::PainMoment::During;
    auto after = samples.painMissing;
    after.head = samples.head();
    after.moment = domain::PainMoment::After;
    for (const auto& pain : {before, corrected, during, after})
        add(pain);
    add(samples.endedEvent);
    add(samples.note);
    const auto outcomes = read([this](Transaction& tx) { return tx.infusions().outcomesOfCourse(samples.course.id); });
    ASSERT_EQ(outcomes->size(), 1U);
    const auto& found = outcomes->front();
    EXPECT_EQ(textOf(found.infusion), textOf(samples.infusion));
    EXPECT_EQ(textOf(found.pain), textOf(std::vector{after, corrected})); // as they were written down
    EXPECT_EQ(textOf(found.events), textOf(std::vector{samples.endedEvent}));
    EXPECT_TRUE(found.notes.empty());
    EXPECT_THAT(read([this](Transaction& tx) { return tx.infusions().outcomesOfCourse(domain::CourseId(ids.next())); }),
                IsOkAndHolds(testing::IsEmpty()));
}

TEST_F(InfusionRepository, KeepsDoseChecks) {
    auto first = samples.doseCheck;
    first.head = samples.head();
    first.position = domain::CheckPosition::First;
    first.basis = domain::WeightBasis::Ideal;
    first.inputs.convention = domain::VolumeConvention::QsTotal;
    roundTrip(samples.doseCheck, first, &domain::InfusionRecord::doseChecks);
}

TEST_F(InfusionRepository, KeepsSecondChecksNextToTheDoseTheyBelongTo) {
    auto again = samples.doseCheck;
    again.head = samples.head();
    auto second = samples.secondCheck;
    second.head = samples.head();
    second.head.recordedBy = samples.physician.account.id;
    second.doseCheck = again.head.id;
    add(samples.doseCheck);
    add(again);
    add(samples.secondCheck);
    add(second);
    EXPECT_EQ(textOf(record().secondChecks), textOf(std::vector{samples.secondCheck, second}));
}

TEST_F(InfusionRepository, ADoseHasOneSecondCheckAndASecondCheckItsDose) {
    EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(samples.secondCheck); }),
                FailsWith(Code::Internal));
    add(samples.doseCheck);
    add(samples.secondCheck);
    auto repeated = samples.secondCheck;
    repeated.head = samples.head();
    EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(repeated); }), FailsWith(Code::AlreadyExists));
    EXPECT_EQ(record().secondChecks.size(), 1U);
}

TEST_F(InfusionRepository, KeepsRescueDrugsWithTheirWitness) {
    roundTrip(samples.firstRescue, samples.secondRescue, &domain::InfusionRecord::rescueDrugs);
}

TEST_F(InfusionRepository, KeepsWhatWasDoneInAnEmergency) {
    roundTrip(samples.emergencyCall, samples.emergencyEnd, &domain::InfusionRecord::emergency);
}

TEST_F(InfusionRepository, KeepsNoRescueDrugThatItsGiverWitnessed) {
    auto entry = samples.firstRescue;
    entry.witness = entry.head.recordedBy;
    EXPECT_FALSE(write([&](Transaction& tx) { return tx.infusions().add(entry); }).has_value());
    EXPECT_TRUE(record().rescueDrugs.empty());
}

TEST_F(InfusionRepository, KeepsAldreteScores) {
    roundTrip(samples.fullAldrete, samples.bareAldrete, &domain::InfusionRecord::aldrete);
}

TEST_F(InfusionRepository, KeepsDischargesWithWhatWasNotMet) {
    roundTrip(samples.fullDischarge, samples.bareDischarge, &domain::InfusionRecord::discharges);
}

TEST_F(InfusionRepository, KeepsSteps) {
    roundTrip(samples.start, samples.pause, &domain::InfusionRecord::steps);
}

TEST_F(InfusionRepository, KeepsVitalSigns) {
    roundTrip(samples.fullVitals, samples.bareVitals, &domain::InfusionRecord::vitals);
}

TEST_F(InfusionRepository, KeepsScores) {
    add(samples.fullVitals);
    roundTrip(samples.fullSedation, samples.bareSedation, &domain::InfusionRecord::sedation);
    roundTrip(samples.fullDissociation, samples.bareDissociation, &domain::InfusionRecord::dissociation);
    roundTrip(samples.painValue, samples.painMissing, &domain::InfusionRecord::pain);
}

TEST_F(InfusionRepository, KeepsTenderPointsWithAllSites) {
    auto bare = samples.tender;
    bare.head = samples.head();
    bare.exam = {};
    bare.exam.scale = domain::TenderScale::Graded0To4;
    roundTrip(samples.tender, bare, &domain::InfusionRecord::tenderPoints);
}

TEST_F(InfusionRepository, KeepsEventsNotesAndAddenda) {
    roundTrip(samples.endedEvent, samples.openEvent, &domain::InfusionRecord::events);
    auto empty = samples.note;
    empty.head = samples.head();
    empty.text = "";
    roundTrip(samples.note, empty, &domain::InfusionRecord::notes);
    auto second = samples.addendum;
    second.head = samples.head();
    roundTrip(samples.addendum, second, &domain::InfusionRecord::addenda);
}

TEST_F(InfusionRepository, ShowsTheDrugBookOfTheInfusion) {
    auto given = samples.wasted;
    given.id = domain::EntryId(ids.next());
    given.kind = domain::MovementKind::Correction;
    given.amount = domain::Dose::ofRaw(-5);
    given.witness.reset();
    given.recordedAt = test::instant("2025-01-14T12:00:00Z");
    add(samples.vial);
    add(samples.received);
    add(samples.wasted);
    add(given);
    EXPECT_EQ(textOf(record().vials), textOf(std::vector{samples.vial}));
    EXPECT_EQ(textOf(record().movements), textOf(std::vector{samples.wasted, given}));
}

TEST_F(InfusionRepository, OrdersEntriesByWhenTheyWereSoAndThenWritten) {
    auto late = samples.bareVitals;
    late.head.observedAt = test::instant("2025-01-14T11:00:00+01:00");
    auto early = samples.fullVitals;
    early.head.observedAt = test::instant("2025-01-14T07:59:00Z");
    auto between = samples.fullVitals;
    between.head = samples.head();
    between.head.observedAt = test::instant("2025-01-14T10:30:00+01:00");
    add(late);
    add(between);
    add(early);
    EXPECT_EQ(textOf(record().vitals), textOf(std::vector{early, between, late}));
}

TEST_F(InfusionRepository, TheRecordIsSignedByTheFirstSignatureThatIsNoWitness) {
    EXPECT_FALSE(record().signature.has_value());
    auto witness = samples.signature;
    witness.id = domain::SignatureId(ids.next());
    witness.meaning = "witness";
    witness.at = test::instant("2025-01-14T11:00:00Z");
    mustWrite([&](Transaction& tx) { return tx.signatures().add(witness); });
    EXPECT_FALSE(record().signature.has_value());
    mustWrite([&](Transaction& tx) { return tx.signatures().add(samples.signature); });
    ASSERT_TRUE(record().signature.has_value());
    EXPECT_EQ(textOf(*record().signature), textOf(samples.signature));
}

TEST_F(InfusionRepository, GivesAllRecordsOfACourse) {
    add(samples.note);
    const auto all = read([this](Transaction& tx) { return tx.infusions().ofCourse(samples.course.id); });
    ASSERT_EQ(all.value().size(), 1U);
    EXPECT_EQ(textOf(all->front().infusion), textOf(samples.infusion));
    EXPECT_EQ(textOf(all->front().notes), textOf(std::vector{samples.note}));
}

// Two infusions of one course whose entries were written in turns.
class InfusionsOfACourse : public InfusionRepository {
protected:
    void SetUp() override {
        InfusionRepository::SetUp();
        mustWrite([this](Transaction& tx) -> base::Done {
            CHAIRSIDE_TRY(tx.courses().addPlanned(secondPlanned()));
            CHAIRSIDE_TRY(tx.infusions().add(second));
            CHAIRSIDE_TRY(samples.addEntries(tx));
            for (const auto& entry : {samples.bareVitals, samples.fullVitals})
                CHAIRSIDE_TRY(tx.infusions().add(ofSecond(entry)));
            CHAIRSIDE_TRY(tx.infusions().add(ofSecond(samples.tender)));
            CHAIRSIDE_TRY(tx.infusions().add(ofSecond(samples.fullDischarge)));
            CHAIRSIDE_TRY(tx.infusions().add(ofSecond(samples.addendum)));
            return tx.signatures().add(samples.signature);
        });
    }
    template <class Entry>
    [[nodiscard]] Entry ofSecond(Entry entry) {
        entry.head.id = domain::EntryId(ids.next());
        entry.head.infusion = second.id;
        return entry;
    }
    [[nodiscard]] domain::PlannedInfusion secondPlanned() const {
        auto planned = samples.planned;
        planned.id = second.planned;
        planned.ordinal = second.ordinal;
        planned.infusion = second.id;
        return planned;
    }
    [[nodiscard]] domain::Infusion anotherInfusion() {
        auto infusion = samples.infusion;
        infusion.id = domain::InfusionId(ids.next());
        infusion.planned = domain::PlannedInfusionId(ids.next());
        infusion.ordinal = samples.infusion.ordinal + 1;
        return infusion;
    }
    [[nodiscard]] std::vector<domain::InfusionRecord> ofCourse(auto... part) {
        return read([&](Transaction& tx) { return tx.infusions().ofCourse(samples.course.id, part...); }).value();
    }
    [[nodiscard]] domain::InfusionRecord recordOf(const domain::InfusionId& id) {
        return read([&](Transaction& tx) { return tx.infusions().record(id); }).value();
    }
    // That each record of the part has these lists of the whole record, and nothing in the other ones.
    void expectNothingBut(services::InfusionPart part, auto... lists) {
        const auto all = ofCourse(part);
        ASSERT_EQ(all.size(), 2U);
        for (const auto& found : all) {
            const auto whole = recordOf(found.infusion.id);
            domain::InfusionRecord wanted{.infusion = whole.infusion};
            ((wanted.*lists = whole.*lists), ...);
            wanted.addenda = whole.addenda;
            wanted.signature = whole.signature;
            EXPECT_EQ(textOf(found), textOf(wanted));
        }
    }

    domain::Infusion second = anotherInfusion();
};

TEST_F(InfusionsOfACourse, AreEachGivenTheirOwnEntries) {
    const auto all = ofCourse();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(textOf(all[0]), textOf(recordOf(samples.infusion.id)));
    EXPECT_EQ(textOf(all[1]), textOf(recordOf(second.id)));
    EXPECT_EQ(all[1].vitals.size(), 2U);
    EXPECT_TRUE(all[0].signature.has_value());
    EXPECT_FALSE(all[1].signature.has_value());
}

TEST_F(InfusionsOfACourse, CanBeReadByOnePart) {
    using enum services::InfusionPart;
    using Record = domain::InfusionRecord;
    expectNothingBut(Dose, &Record::doseChecks, &Record::secondChecks, &Record::steps, &Record::discharges);
    expectNothingBut(Vitals, &Record::vitals);
    expectNothingBut(Scores, &Record::sedation, &Record::dissociation, &Record::pain, &Record::tenderPoints,
                     &Record::after, &Record::aldrete);
    expectNothingBut(Events, &Record::events);
    expectNothingBut(DrugBook, &Record::vials, &Record::movements);
}

TEST_F(InfusionsOfACourse, AreNoneOfACourseWithoutAny) {
    const domain::CourseId other(ids.next());
    EXPECT_THAT(read([&](Transaction& tx) { return tx.infusions().ofCourse(other); }),
                IsOkAndHolds(testing::IsEmpty()));
    EXPECT_THAT(read([&](Transaction& tx) { return tx.infusions().ofCourse(other, services::InfusionPart::Vitals); }),
                IsOkAndHolds(testing::IsEmpty()));
}

TEST_F(InfusionRepository, FindsWhatIsUnsignedBeforeADay) {
    const auto before = [this](const char* day) {
        return read([&](Transaction& tx) { return tx.infusions().unsignedBefore(date(day)); }).value();
    };
    EXPECT_TRUE(before("2025-01-14").empty());
    EXPECT_EQ(textOf(before("2025-01-15")), textOf(std::vector{samples.infusion}));
    mustWrite([&](Transaction& tx) { return tx.signatures().add(samples.signature); });
    EXPECT_TRUE(before("2025-01-15").empty());
}

TEST_F(InfusionRepository, FindsWhatTookPlaceInAPeriod) {
    const auto between = [this](const char* from, const char* to, int most) {
        return read([&](Transaction& tx) { return tx.infusions().between(date(from), date(to), most); }).value();
    };
    EXPECT_EQ(textOf(between("2025-01-14", "2025-01-14", 5)), textOf(std::vector{samples.infusion}));
    EXPECT_TRUE(between("2025-01-15", "2025-02-14", 5).empty());
    EXPECT_TRUE(between("2024-01-15", "2025-01-13", 5).empty());
    EXPECT_TRUE(between("2025-01-14", "2025-01-14", 0).empty());
}

TEST_F(InfusionRepository, RefusesWhatTheSchemaRulesOut) {
    auto twoPains = samples.painValue;
    twoPains.row.reset();
    twoPains.missing = domain::MissingReason::NotDone;
    EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(twoPains); }), FailsWith(Code::Internal));
    auto unexplained = samples.note;
    unexplained.head.corrects = samples.note.head.id;
    EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(unexplained); }), FailsWith(Code::Internal));
    auto orphan = samples.note;
    orphan.head.infusion = domain::InfusionId(ids.next());
    EXPECT_THAT(write([&](Transaction& tx) { return tx.infusions().add(orphan); }), FailsWith(Code::Internal));
    EXPECT_TRUE(record().notes.empty());
}

TEST_F(InfusionRepository, AnExaminationWithoutASiteIsDamage) {
    openFolder();
    mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
    add(samples.tender);
    tamper("tender_point_site", "DELETE FROM tender_point_site WHERE site = 'knee_r'");
    openFolder();
    EXPECT_THAT(read([this](Transaction& tx) { return tx.infusions().record(samples.infusion.id); }),
                FailsWith(Code::StorageDamaged));
}

TEST_F(InfusionRepository, AValueThatCannotBeReadIsDamageAndNamesTheRow) {
    openFolder();
    mustWrite([this](Transaction& tx) { return samples.addInfusion(tx); });
    add(samples.note);
    tamper("note", "UPDATE note SET recorded_at = 'yesterday'");
    openFolder();
    const auto found = read([this](Transaction& tx) { return tx.infusions().record(samples.infusion.id); });
    ASSERT_THAT(found, FailsWith(Code::StorageDamaged));
    EXPECT_EQ(found.error().detail, "note " + samples.note.head.id.text() + ": recorded_at is unreadable");
}

} // namespace
} // namespace chairside::store
