// What is typed at the chair, as the infusion service takes it. Fields that hold nothing were left empty.
#pragma once

#include <optional>
#include <string>

#include "core/domain/infusion/discharge.h"
#include "core/domain/infusion/infusion_record.h"

namespace chairside::services {

// Replaces an earlier entry of the same kind; the old one stays visible.
struct Correction {
    domain::EntryId entry;
    std::string reason;
};

struct PlaceEntry {
    domain::InfusionId infusion;
    std::string chair; // as it is typed
};

struct DoseEntry {
    domain::InfusionId infusion;
    std::string initials, birthYear; // identity typed at the chair
    std::optional<domain::Weight> weight;
    std::optional<domain::Concentration> strength;
    std::optional<domain::Volume> bag;
    domain::VolumeConvention convention = domain::VolumeConvention::QsTotal;
    std::optional<Correction> corrects;
};

// The answer to one item of the protocol's checklist, or (item kStartPressureItem, Unfavourable) the reason for a start
// outside of the limits of the baseline.
struct AnswerEntry {
    domain::InfusionId infusion;
    domain::ChecklistKind list = domain::ChecklistKind::PreCheck;
    std::string item;
    std::optional<domain::AnswerKind> answer;
    std::string note;
    std::string prescriber;
    std::optional<Correction> corrects;
};

// The second person's own numbers for a prepared dose, and who that is.
struct SecondCheckEntry {
    domain::InfusionId infusion;
    domain::EntryId doseCheck; // what is checked
    std::optional<domain::Weight> weight;
    std::optional<domain::Dose> dose;
    std::optional<domain::Volume> drugVolume;
    std::optional<domain::FlowRate> rate;
    std::string userName, password;
};

struct StepEntry {
    domain::InfusionId infusion;
    domain::StepKind kind = domain::StepKind::Start;
    std::optional<base::Instant> at;      // none: now
    std::optional<domain::FlowRate> rate; // none: the prepared rate (start) or the last one (resume)
    std::string reason;
};

struct VitalsEntry {
    domain::InfusionId infusion;
    std::optional<base::Instant> at;
    std::optional<base::Instant> dueAt;
    std::optional<int> systolic, diastolic, heartRate, spo2, respiration;
    std::optional<int> sedation, dissociation, pain; // on the protocol's scales; pain NRS now
    std::string note;
    std::optional<Correction> corrects;
};

struct PainEntry {
    domain::InfusionId infusion;
    domain::PainMoment moment = domain::PainMoment::Before;
    domain::RecallFrame frame = domain::RecallFrame::Now;
    std::optional<base::Instant> at;
    std::optional<int> value;
    std::optional<domain::MissingReason> missing;
    std::optional<Correction> corrects;
};

struct TenderEntry {
    domain::InfusionId infusion;
    domain::TenderPointExam exam;
    std::optional<base::Instant> at;
    std::optional<Correction> corrects;
};

// What the protocol asks after the stop besides pain; a test of endurance is there whole or not at all.
struct AfterEntry {
    domain::InfusionId infusion;
    std::optional<int> impression; // 1..7, in the direction of the protocol
    std::optional<int> relief;     // per cent
    std::optional<int> heldSeconds;
    std::optional<domain::Weight> load;
    std::optional<domain::BodySide> side;
    std::optional<domain::EnduranceStop> stop;
    std::string stopWords;
    std::optional<base::Instant> at;
    std::optional<Correction> corrects;
};

struct EventEntry {
    domain::InfusionId infusion;
    std::string term;
    std::string words;
    std::optional<int> grade;
    std::optional<base::Instant> onset; // none: now
    std::optional<base::Instant> endedAt;
    domain::EventAction action = domain::EventAction::None;
    domain::EventOutcome outcome = domain::EventOutcome::Unknown;
    std::optional<bool> serious;
    std::optional<domain::EventRelation> relation;
    std::optional<Correction> corrects;
};

// A drug given against an event, with a witness who signs in here. Only the dose as given: nothing is calculated.
struct RescueEntry {
    domain::InfusionId infusion;
    std::string drug;
    std::optional<domain::Dose> dose;
    std::optional<domain::DrugRoute> route;
    std::optional<base::Instant> at; // none: now
    std::string witnessUserName, witnessPassword;
    std::optional<Correction> corrects;
};

// One line of what was done in an emergency.
struct EmergencyEntry {
    domain::InfusionId infusion;
    std::string called;
    std::string done;
    std::optional<base::Instant> at; // none: now
    domain::EmergencyStanding standing = domain::EmergencyStanding::Ongoing;
};

// Books one infusion's vial: received, given (from the fold), wasted in bag and vial, with a witness who signs in here.
struct DrugEntry {
    domain::InfusionId infusion;
    std::optional<domain::Volume> vialVolume;
    std::string lot;
    std::optional<base::CalendarDate> expires;
    std::optional<domain::Dose> wastedVial;
    std::optional<domain::Dose> wastedBag;
    std::string differenceReason; // required when it does not add up
    std::string witnessUserName, witnessPassword;
};

// The items a person sees, 0 to 2; the circulation item follows from the pressures in the record.
struct AldreteEntry {
    domain::InfusionId infusion;
    std::optional<int> activity, respiration, consciousness, spo2;
    std::optional<Correction> corrects;
};

struct DischargeEntry {
    domain::InfusionId infusion;
    std::optional<base::Instant> at; // when the patient left; none: now
    std::string reason;              // of an early leave
    std::string prescriber;          // who was asked about it
    std::optional<Correction> corrects;
};

} // namespace chairside::services
