// Records for the store tests: `full` ones have every optional value, `bare` ones none.
#pragma once

#include "core/base/id.h"
#include "core/services/ports/unit_of_work.h"

namespace chairside::store {

struct Samples {
    explicit Samples(base::IdSource& source);

    // Writes what an infusion needs before it: account, patient, signed protocol, course, order, planned
    // date.
    [[nodiscard]] base::Done addCourse(services::Transaction& tx) const;
    // And the infusion itself.
    [[nodiscard]] base::Done addInfusion(services::Transaction& tx) const;
    // One entry of every kind, full and bare, with the vial and its movements.
    [[nodiscard]] base::Done addEntries(services::Transaction& tx) const;

    [[nodiscard]] domain::Patient patient(std::string family, std::string given, std::string number) const;
    [[nodiscard]] domain::ProtocolVersion protocolDraft() const;
    [[nodiscard]] domain::EntryHead head() const;
    // Corrects an entry.
    [[nodiscard]] domain::EntryHead headCorrecting(const domain::EntryId& entry) const;
    [[nodiscard]] domain::TenderPointExam exam() const;

    base::IdSource& ids;
    services::StoredAccount nurse;
    services::StoredAccount physician;
    domain::Patient anna;
    domain::ProtocolVersion protocol;
    domain::Course course;
    domain::CourseOrder order;
    domain::PlannedInfusion planned;
    domain::Infusion infusion;
    domain::OrderAgreement agreement;
    domain::OrderMeasure measure;
    domain::ScreeningAnswer screened;

    domain::ChairPlace seat, move;
    domain::ChecklistAnswer fullAnswer, bareAnswer;
    domain::DoseCheck doseCheck;
    domain::SecondCheck secondCheck;
    domain::InfusionStep start, pause;
    domain::VitalSigns fullVitals, bareVitals;
    domain::SedationScore fullSedation, bareSedation;
    domain::DissociationScore fullDissociation, bareDissociation;
    domain::PainScore painValue, painMissing;
    domain::TenderPointEntry tender;
    domain::AfterAssessment fullAfter, bareAfter;
    domain::AdverseEvent endedEvent, openEvent;
    domain::RescueDrug firstRescue, secondRescue;
    domain::EmergencyNote emergencyCall, emergencyEnd;
    domain::AldreteScore fullAldrete, bareAldrete;
    domain::Discharge fullDischarge, bareDischarge;
    domain::Note note;
    domain::Addendum addendum;
    domain::Vial vial;
    domain::DrugMovement received, wasted;
    domain::Signature signature;

    // A PHQ-9 by the nurse whose ninth item asked for something to be done; two answers and one score are enough here.
    [[nodiscard]] domain::QuestionnaireResponse questionnaire(base::IdSource& from) const;
};

} // namespace chairside::store
