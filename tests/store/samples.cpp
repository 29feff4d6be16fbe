#include "tests/store/samples.h"

#include "core/services/try.h"
#include "tests/support/core/fake_clock.h"

namespace chairside::store {
namespace {

using domain::EntryHead;
using test::date;
using test::instant;

template <class Id>
Id make(base::IdSource& ids) {
    return Id(ids.next());
}

services::StoredAccount account(base::IdSource& ids, std::string userName, domain::RoleSet roles) {
    return {
        {make<domain::AccountId>(ids), userName, userName + ", printed", roles, false}, {"hash of " + userName}, 0, {}};
}

// Every number differs from its neighbour, so that swapped fields are noticed.
domain::ProtocolRules rules() {
    domain::ProtocolRules all;
    std::int64_t next = 1;
    for (const auto& field : domain::protocolFields()) {
        field.set(all, field.low + (next++ % (field.high - field.low + 1)));
    }
    return all;
}

} // namespace

// The order of the members is the order in which they refer to each other.
Samples::Samples(base::IdSource& source)
    : ids(source),
      nurse(account(ids, "nurse", {domain::Role::Nurse})),
      physician(account(ids, "physician", {domain::Role::Physician, domain::Role::Administrator})),
      anna(patient("Testpatient", "Anna", "KC 0412")),
      protocol(protocolDraft()),
      course{make<domain::CourseId>(ids), anna.id, protocol.id, 1, domain::CourseState::Active, "sleep", "", {}, 1},
      order{make<domain::CourseOrderId>(ids),    course.id, 1,  domain::OrderKind::Initial,
            domain::DosePerKg::ofRaw(500),       90,        "", physician.account.id,
            instant("2025-01-10T09:00:00+01:00")},
      planned{
          make<domain::PlannedInfusionId>(ids), course.id, 1, date("2025-01-14"), domain::PlanState::Open, "", {}, 1},
      infusion{make<domain::InfusionId>(ids),
               planned.id,
               course.id,
               anna.id,
               order.id,
               1,
               date("2025-01-14"),
               instant("2025-01-14T09:40:12.345+01:00"),
               nurse.account.id},
      agreement{order.id, "no benefit after three", date("2025-01-09"), "Dr Okafor", "folder 12"},
      measure{order.id, domain::Weight::ofRaw(68'400), domain::WeightBasis::Adjusted, date("2025-01-09"),
              domain::Height::ofRaw(168'500)},
      screened{make<domain::ScreeningAnswerId>(ids),
               anna.id,
               order.id,
               "psychosis",
               "Psychosis?",
               domain::AnswerKind::Unfavourable,
               "long ago",
               date("2025-01-10"),
               instant("2025-01-10T09:00:00+01:00"),
               physician.account.id},
      seat{head(), "3"},
      move{head(), "Window"},
      fullAnswer{head(),         domain::ChecklistKind::PreCheck,
                 "last_meal",    domain::AnswerKind::Unfavourable,
                 "ate at 08:30", "Dr Okafor"},
      bareAnswer{head(), domain::ChecklistKind::Discharge, "pregnancy", domain::AnswerKind::NotApplicable, "", ""},
      doseCheck{head(),
                domain::CheckPosition::Second,
                {domain::Weight::ofRaw(70400), domain::DosePerKg::ofRaw(500), 90, domain::Concentration::ofRaw(50000),
                 domain::Volume::ofWhole(100), domain::VolumeConvention::Added},
                date("2025-01-13"),
                domain::WeightBasis::Adjusted,
                domain::Dose::ofRaw(35200),
                domain::Volume::ofRaw(704),
                domain::Volume::ofRaw(100704),
                domain::FlowRate::ofRaw(67136)},
      secondCheck{head(),
                  doseCheck.head.id,
                  {domain::Weight::ofRaw(70500), domain::Dose::ofRaw(35300), domain::Volume::ofRaw(706),
                   domain::FlowRate::ofRaw(67100)}},
      start{head(), domain::StepKind::Start, domain::FlowRate::ofRaw(67136), ""},
      pause{head(), domain::StepKind::Pause, {}, "nausea"},
      fullVitals{head(), 121, 79, 71, 98, 14, instant("2025-01-14T10:00:00+01:00"), "left arm"},
      bareVitals{head(), {}, {}, {}, {}, {}, {}, ""},
      fullSedation{head(), fullVitals.head.id, domain::SedationScale::Rass, -2},
      bareSedation{head(), {}, domain::SedationScale::Poss, 1},
      fullDissociation{head(), fullVitals.head.id, domain::DissociationScale::Cadss6, 5},
      bareDissociation{head(), {}, domain::DissociationScale::Item0To4, 0},
      painValue{head(), fullVitals.head.id, domain::PainMoment::During, domain::RecallFrame::Now, 0, {}},
      painMissing{
          head(), {}, domain::PainMoment::After, domain::RecallFrame::Worst24h, {}, domain::MissingReason::Declined},
      tender{head(), exam()},
      fullAfter{head(),
                6,
                domain::ImpressionDirection::HighIsImproved,
                domain::ComparedWith::BeforeCourse,
                45,
                domain::ComparedWith::BeforeInfusion,
                domain::EnduranceTest{62, domain::Weight::ofRaw(2'250), domain::BodySide::Left,
                                      domain::EnduranceStop::Other, "the sling slipped"}},
      bareAfter{head(), {}, {}, {}, 0, domain::ComparedWith::BeforeCourse, {}},
      endedEvent{head(),
                 "other",
                 "metallic taste",
                 2,
                 instant("2025-01-14T10:20:00+01:00"),
                 domain::EventAction::RateLowered,
                 domain::EventOutcome::ResolvedWithSequelae,
                 false,
                 domain::EventRelation::Probable},
      openEvent{head(), "nausea", "", 1, {}, domain::EventAction::None, domain::EventOutcome::Ongoing},
      firstRescue{head(), "ondansetron", domain::Dose::ofRaw(4'000), domain::DrugRoute::Intravenous,
                  physician.account.id},
      secondRescue{head(), "glyceryl trinitrate", domain::Dose::ofRaw(400), domain::DrugRoute::Sublingual,
                   physician.account.id},
      emergencyCall{head(), "Dr Okafor", "", domain::EmergencyStanding::Ongoing},
      emergencyEnd{head(), "", "oxygen;\nawake again", domain::EmergencyStanding::HandedOver},
      fullAldrete{head(), domain::CirculationVariant::Percent, {2, 1, 0, 2, 1}, 126, 71},
      bareAldrete{head(), domain::CirculationVariant::Mmhg, {0, 2, 2, 2, 2}, 126, 128},
      fullDischarge{head(),
                    "Ben Testpatient",
                    {{domain::DischargeGapKind::MinimumTime, ""}, {domain::DischargeGapKind::ItemUnanswered, "rescue"}},
                    "Train at 12:40",
                    "Dr Okafor"},
      bareDischarge{head(), "", {}, "", ""},
      note{head(), "Zoë's \"quiet\" room; 李明 😀"},
      addendum{head(), "added later"},
      vial{make<domain::VialId>(ids),   "ketamine", domain::Concentration::ofRaw(50000),
           domain::Volume::ofWhole(10), "L-77",     date("2026-05-31")},
      received{make<domain::EntryId>(ids),
               vial.id,
               {},
               domain::MovementKind::Received,
               domain::Dose::ofWhole(500),
               instant("2025-01-14T08:00:00Z"),
               instant("2025-01-14T08:01:00Z"),
               nurse.account.id,
               {},
               ""},
      wasted{make<domain::EntryId>(ids),
             vial.id,
             infusion.id,
             domain::MovementKind::WastedVial,
             domain::Dose::ofRaw(464800),
             instant("2025-01-14T11:00:00Z"),
             instant("2025-01-14T11:01:00Z"),
             nurse.account.id,
             physician.account.id,
             "rest"},
      signature{make<domain::SignatureId>(ids),
                nurse.account.id,
                "nurse, printed",
                "nurse",
                instant("2025-01-14T12:09:31.001+01:00"),
                "authorship",
                "infusion",
                infusion.id.text(),
                std::string(64, '0')} {}

domain::Patient Samples::patient(std::string family, std::string given, std::string number) const {
    return {make<domain::PatientId>(ids),
            {{std::move(family), std::move(given), "Ms", "Annie"},
             date("1968-04-21"),
             domain::Gender::Female,
             std::move(number),
             "+49 30 5557788",
             domain::AllergyStatus::Known,
             "latex"},
            1};
}

domain::ProtocolVersion Samples::protocolDraft() const {
    const auto& fields = domain::protocolFields();
    return {make<domain::ProtocolVersionId>(ids),
            make<domain::ProtocolId>(ids),
            "Fibromyalgia course",
            1,
            domain::ProtocolState::Draft,
            "ketamine",
            "0.5 mg per kg over 90 minutes",
            {"second remark first", "a remark\nof two lines"},
            rules(),
            {{std::string(fields[0].key), "the clinic's regimen"}, {std::string(fields[3].key), "label"}},
            {{domain::ChecklistKind::PreCheck, "rescue", "Rescue drugs", "checked", "not available",
              domain::AnswerEffect::HardStop, true, "guideline"},
             {domain::ChecklistKind::Discharge, "rescue", "Tablets at home", "yes", "no",
              domain::AnswerEffect::SoftStop, false, ""},
             {domain::ChecklistKind::PreCheck, "news", "Zoë's news?\nsince last time", "none", "yes",
              domain::AnswerEffect::Inform, true, "the clinic's habit"}},
            {"stop the pump", "call\nfor help"},
            {},
            {},
            {{"psychosis", "Psychosis?", "no", "yes", domain::AnswerEffect::HardStop, true, 30, "guideline"},
             {"pregnancy", "Pregnancy?", "no", "yes", domain::AnswerEffect::SoftStop, false, 7, "guideline", true}},
            ""};
}

EntryHead Samples::head() const {
    return {make<domain::EntryId>(ids),
            infusion.id,
            instant("2025-01-14T10:41:00.123+01:00"),
            instant("2025-01-14T09:42:30.456Z"),
            nurse.account.id,
            {},
            ""};
}

EntryHead Samples::headCorrecting(const domain::EntryId& entry) const {
    auto corrected = head();
    corrected.recordedAt = instant("2025-01-14T09:50:00Z");
    corrected.corrects = entry;
    corrected.correctionReason = "typing error";
    return corrected;
}

domain::TenderPointExam Samples::exam() const {
    domain::TenderPointExam exam;
    int next = 0;
    for (const auto site : domain::tenderSites()) {
        auto& finding = exam.at(site);
        const int number = next++;
        if (number % 3 != 0) finding.score = number % 11;
        if (number % 4 != 0) finding.threshold = domain::Pressure::ofRaw(2000 + number);
        if (number % 5 != 0) finding.tolerance = domain::Pressure::ofRaw(4000 + number);
    }
    return exam;
}

base::Done Samples::addCourse(services::Transaction& tx) const {
    CHAIRSIDE_TRY(tx.accounts().add(nurse));
    CHAIRSIDE_TRY(tx.accounts().add(physician));
    CHAIRSIDE_TRY(tx.patients().add(anna));
    CHAIRSIDE_TRY(tx.protocols().add(protocol));
    CHAIRSIDE_TRY(tx.protocols().markSigned(
        {protocol.id, physician.account.id, instant("2025-01-09T09:00:00Z"), date("2025-01-09"), false}));
    CHAIRSIDE_TRY(tx.courses().add(course));
    CHAIRSIDE_TRY(tx.courses().addOrder(order));
    return tx.courses().addPlanned(planned);
}

base::Done Samples::addInfusion(services::Transaction& tx) const {
    CHAIRSIDE_TRY(addCourse(tx));
    return tx.infusions().add(infusion);
}

base::Done Samples::addEntries(services::Transaction& tx) const {
    auto& to = tx.infusions();
    CHAIRSIDE_TRY(to.add(seat));
    CHAIRSIDE_TRY(to.add(move));
    CHAIRSIDE_TRY(to.add(fullAnswer));
    CHAIRSIDE_TRY(to.add(bareAnswer));
    CHAIRSIDE_TRY(to.add(doseCheck));
    CHAIRSIDE_TRY(to.add(secondCheck));
    CHAIRSIDE_TRY(to.add(start));
    CHAIRSIDE_TRY(to.add(pause));
    CHAIRSIDE_TRY(to.add(fullVitals));
    CHAIRSIDE_TRY(to.add(bareVitals));
    CHAIRSIDE_TRY(to.add(fullSedation));
    CHAIRSIDE_TRY(to.add(bareSedation));
    CHAIRSIDE_TRY(to.add(fullDissociation));
    CHAIRSIDE_TRY(to.add(bareDissociation));
    CHAIRSIDE_TRY(to.add(painValue));
    CHAIRSIDE_TRY(to.add(painMissing));
    CHAIRSIDE_TRY(to.add(tender));
    CHAIRSIDE_TRY(to.add(fullAfter));
    CHAIRSIDE_TRY(to.add(bareAfter));
    CHAIRSIDE_TRY(to.add(endedEvent));
    CHAIRSIDE_TRY(to.add(openEvent));
    CHAIRSIDE_TRY(to.add(firstRescue));
    CHAIRSIDE_TRY(to.add(secondRescue));
    CHAIRSIDE_TRY(to.add(emergencyCall));
    CHAIRSIDE_TRY(to.add(emergencyEnd));
    CHAIRSIDE_TRY(to.add(fullAldrete));
    CHAIRSIDE_TRY(to.add(bareAldrete));
    CHAIRSIDE_TRY(to.add(fullDischarge));
    CHAIRSIDE_TRY(to.add(bareDischarge));
    CHAIRSIDE_TRY(to.add(note));
    CHAIRSIDE_TRY(to.add(addendum));
    CHAIRSIDE_TRY(to.add(vial));
    CHAIRSIDE_TRY(to.add(received));
    return to.add(wasted);
}

domain::QuestionnaireResponse Samples::questionnaire(base::IdSource& from) const {
    return {make<domain::QuestionnaireResponseId>(from),
            anna.id,
            "phq9",
            "1999",
            domain::Occasion::FollowUp,
            domain::ResponseMode::InPerson,
            test::date("2025-01-13"),
            signature.at,
            nurse.account.id,
            {},
            {},
            {"Asked about plans: none.", "Dr Okafor"},
            {{"phq_1", std::nullopt, domain::MissingReason::Declined}, {"phq_9", 1, std::nullopt}},
            {{"total", domain::Score::ofRaw(4500), 8, 9, true}}};
}

} // namespace chairside::store
