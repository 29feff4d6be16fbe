// Everything a nurse records at the chair. Every call is one transaction; a value that returns is on the disk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/infusion/discharge.h"
#include "core/domain/infusion/vitals_rules.h"
#include "core/services/infusion_input.h"
#include "core/services/service_context.h"

namespace chairside::services {

struct BoardRow {
    domain::Patient patient;
    domain::PlannedInfusion planned;
    int infusionsPlanned = 0;
    std::optional<domain::InfusionId> infusion;
    std::optional<domain::InfusionState> state; // none: not opened
    std::optional<domain::Dose> dose;           // prepared; none while a second person calculates it
    std::optional<base::Instant> startedAt;
    std::optional<domain::DueRow> due;
    std::optional<base::Instant> dischargeFrom; // while the patient is still to be discharged: earliest moment
    bool similarName = false;
    std::string openedBy;     // printed name
    std::string chair;        // empty: nobody has said
    bool sharesChair = false; // with another infusion that is not over yet
    // What is left before the signature, once the pump has stopped or the day is over.
    std::vector<domain::SigningGap> gaps;
    // What the booking of its drug left over, with the reason; 0 once nothing is or nothing is booked.
    domain::Dose drugDifference{};
    std::string drugReason;
    // Nothing waits for it but the signature and what comes before it: since the stop, or the opening without a start.
    std::optional<base::Instant> unsignedSince;
    bool unsignedTooLong = false; // longer than the clinic's policy allows
};

// A vial of any day that does not reconcile to zero, with the reason that was written down last.
struct OpenVial {
    domain::Vial vial;
    domain::Dose unaccounted; // below 0: more used than received
    std::string reason;
    std::optional<domain::Patient> patient; // of the last infusion it was used for
};

struct TodayBoard {
    base::CalendarDate date;
    std::vector<BoardRow> rows;            // by need: overdue, running, to discharge, to sign, to start, done
    std::vector<BoardRow> unsignedEarlier; // longest first
    std::vector<OpenVial> openVials;
    bool hasChairs = true; // an administrator has named some
};

// A pump that runs, and not who it is for.
struct PumpRow {
    std::string chair; // empty: nobody has said
    base::Instant startedAt;
    std::optional<domain::DueRow> due;
};

// One infusion with everything needed to show and continue it.
struct InfusionView {
    domain::Patient patient;
    domain::Course course;
    domain::CourseOrder order; // the version it runs under
    domain::ProtocolVersion protocol;
    domain::PlannedInfusion planned;
    int infusionsPlanned = 0;
    domain::InfusionRecord record;
    domain::InfusionState state = domain::InfusionState::Opened;
    domain::Delivery delivery;
    std::optional<domain::DueRow> due;
    std::vector<domain::SigningGap> gaps;
    std::optional<domain::Weight> lastWeight; // from an earlier infusion
    std::optional<base::CalendarDate> lastWeighedOn;
    int infusionsLast365Days = 0;        // information
    std::vector<std::string> chairs;     // of the clinic
    std::vector<domain::Account> people; // for the names behind recordedBy
    base::Instant asOf;
};

class InfusionService {
public:
    explicit InfusionService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<TodayBoard> today(const Actor& actor);
    // What a screen may show that everybody can see: no patient, nothing that is not on a pump. Longest due first.
    [[nodiscard]] base::Result<std::vector<PumpRow>> onPump(const Actor& actor);
    // Makes the infusion of a planned date (or returns the one already made). WrongState: course stopped, planned
    // infusion cancelled, missed or declined, or a pump of the same course running (detail "another_running").
    [[nodiscard]] base::Result<domain::InfusionId> open(const Actor& actor, const domain::PlannedInfusionId& planned);
    [[nodiscard]] base::Result<InfusionView> view(const Actor& actor, const domain::InfusionId& infusion,
                                                  Reading reading);

    // Every entry can be refused with WrongState after the signature and, where it can correct one, with "corrects"
    // (NotAllowed: not an entry of this infusion and kind; Duplicate: already corrected) or "correction_reason". A
    // correction without a time keeps the time of the entry it replaces. Typed times before the opening are
    // BeforeStart, later than now InFuture.

    // One of the clinic's chairs, whatever the case of its letters; a move is another entry. Fields: chair (NotAllowed:
    // none of the clinic's; Duplicate: the patient sits there already).
    [[nodiscard]] base::Result<domain::EntryId> placeOnChair(const Actor& actor, const PlaceEntry& entry);
    // By the order that stands. Fields: initials, birth_year, weight, strength, bag, dose, rate. WrongState once it was
    // started (detail "started"), in a stopped course ("stopped"), or when its drug is booked ("drug_booked").
    [[nodiscard]] base::Result<domain::EntryId> recordDose(const Actor& actor, const DoseEntry& entry);
    // Fields: item, answer, note, prescriber. The unfavourable answer needs a note, and the prescriber who was asked if
    // its item is a soft stop; the favourable answer about the escort needs the name as its note. A second answer to an
    // item is a correction (answer: Duplicate). WrongState for a new answer of the pre-check once the infusion was
    // started (detail "started"), and of the discharge list before the stop ("not_stopped") and after the discharge
    // ("discharged").
    [[nodiscard]] base::Result<domain::EntryId> recordAnswer(const Actor& actor, const AnswerEntry& entry);
    // By another person than the one who prepared the dose, who signs in here and is the one it is recorded by. Before
    // the numbers are complete and the sign-in is right no answer depends on the first person's numbers. Fields:
    // second_weight, second_dose, second_volume, second_rate, second_person (SamePerson), second_password. Both sets
    // are kept: if they differ by more than the tolerances the entry stands and Mismatch names every field that differs
    // (high: the first number, value: the second). SignInFailed and SignInDelayed as at any sign-in; Denied with field
    // "second_person" if that person may not check doses. Conflict if the dose was prepared again in between.
    // WrongState: the details of recordDose, "not_prepared", "not_asked" (the protocol asks for none) or
    // "already_checked": a difference is settled by preparing the dose again.
    [[nodiscard]] base::Result<domain::EntryId> recordSecondCheck(const Actor& actor, const SecondCheckEntry& entry);
    // Fields: step, at, rate, reason. An early stop and a pause need a reason. WrongState: no prepared dose (detail
    // "not_prepared"), or at the start a newer order than the bag was made by ("order_changed"), no agreeing second
    // check of this dose where the protocol asks for one ("not_checked"), a stopped course ("stopped"), drug already
    // booked ("drug_booked"), or (field "pre_check") what the pre-check lacks: "hard_stop", "unanswered",
    // "reason_missing", "baseline_missing", "outside_start_limits".
    [[nodiscard]] base::Result<domain::EntryId> recordStep(const Actor& actor, const StepEntry& entry);
    // Fields: systolic, diastolic, heart_rate, spo2, respiration, sedation, dissociation, pain, vitals, at.
    [[nodiscard]] base::Result<domain::EntryId> recordVitals(const Actor& actor, const VitalsEntry& entry);
    // Fields: pain, at.
    [[nodiscard]] base::Result<domain::EntryId> recordPain(const Actor& actor, const PainEntry& entry);
    // Fields: site keys, scale, sites (nothing examined), at.
    [[nodiscard]] base::Result<domain::EntryId> recordTenderPoints(const Actor& actor, const TenderEntry& entry);
    // Fields: term, words, grade, onset, ended_at.
    [[nodiscard]] base::Result<domain::EntryId> recordEvent(const Actor& actor, const EventEntry& entry);
    // The giver is the one it is recorded by. Fields: rescue_drug, rescue_dose, rescue_route, rescue_at, witness
    // (SamePerson: the giver), witness_password. SignInFailed and SignInDelayed as at any sign-in; Denied with field
    // "witness" if that person may not witness. Nothing is written unless all of it is right.
    [[nodiscard]] base::Result<domain::EntryId> recordRescueDrug(const Actor& actor, const RescueEntry& entry);
    // Fields: after (nothing was typed), impression, relief, held_seconds, load, side, stop, stop_words, at; NotAllowed
    // where the protocol does not ask. WrongState before the stop (detail "not_stopped").
    [[nodiscard]] base::Result<domain::EntryId> recordAfter(const Actor& actor, const AfterEntry& entry);
    // Fields: emergency_called (neither that nor what was done), emergency_done, emergency_at.
    [[nodiscard]] base::Result<domain::EntryId> recordEmergency(const Actor& actor, const EmergencyEntry& entry);
    // Fields: note.
    [[nodiscard]] base::Result<domain::EntryId> recordNote(const Actor& actor, const domain::InfusionId& infusion,
                                                           const std::string& text);
    // Fields: vial_volume, lot, expires, wasted_vial, wasted_bag, difference_reason, witness. WrongState when it is
    // already booked, or from the start to the stop; a prepared bag that will not be started is booked as waste.
    [[nodiscard]] base::Done accountDrug(const Actor& actor, const DrugEntry& entry);
    // After the stop. Circulation is scored from the baseline and the newest systolic pressure after the stop, under
    // the protocol's variant. Fields: activity, respiration, consciousness, spo2, and circulation (Required) where one
    // of the pressures is missing or the newest row is older than the protocol's interval. WrongState: "not_stopped",
    // "not_asked" (the protocol asks for no discharge), for a new assessment "discharged".
    [[nodiscard]] base::Result<domain::EntryId> recordAldrete(const Actor& actor, const AldreteEntry& entry);
    // Judged as of the time the patient left. Fields: at (BeforeStart: before the stop), reason and prescriber, both
    // required while something is not met. WrongState: "not_stopped", "not_asked", for another one that is no
    // correction "discharged", and what no reason passes: "no_escort" and "hard_stop" (field "discharge").
    [[nodiscard]] base::Result<domain::EntryId> discharge(const Actor& actor, const DischargeEntry& entry);
    // Re-authenticates, refuses blocking gaps (WrongState, detail names the first), signs everything, closes the
    // planned infusion as given and completes the course if it was the last. Fields: password.
    [[nodiscard]] base::Done sign(const Actor& actor, const domain::InfusionId& infusion, const std::string& password);
    // After the signature. Fields: text.
    [[nodiscard]] base::Result<domain::EntryId> addAddendum(const Actor& actor, const domain::InfusionId& infusion,
                                                            const std::string& text);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
