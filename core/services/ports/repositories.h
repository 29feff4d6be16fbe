// What services ask of a store, one port per aggregate. All calls happen inside a transaction (see unit_of_work.h) on
// the worker thread. Every failure leaves the store as it was: the transaction rolls back. Reads of a single record
// fail with NotFound; lists are empty when there is nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/course/course.h"
#include "core/domain/course/screening.h"
#include "core/domain/course/titration_answer.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/patient/patient.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/ports/protocol_acts.h"
#include "core/services/ports/stored_account.h"

namespace chairside::services {

class AccountRepository {
public:
    virtual ~AccountRepository() = default;
    [[nodiscard]] virtual base::Result<std::int64_t> count() = 0;
    [[nodiscard]] virtual base::Result<std::vector<domain::Account>> list() = 0;
    [[nodiscard]] virtual base::Result<StoredAccount> byUserName(std::string_view userName) = 0;
    [[nodiscard]] virtual base::Result<StoredAccount> byId(const domain::AccountId& id) = 0;
    // AlreadyExists if the user name is taken.
    [[nodiscard]] virtual base::Done add(const StoredAccount& account) = 0;
    [[nodiscard]] virtual base::Done setPassword(const domain::AccountId& id, const StoredPassword& password) = 0;
    [[nodiscard]] virtual base::Done setFailedAttempts(const domain::AccountId& id, int failed,
                                                       std::optional<base::Instant> lastFailedAt) = 0;
    // Nothing takes it away. No wrong ones are counted any more.
    [[nodiscard]] virtual base::Done setPin(const domain::AccountId& id, const std::optional<std::string>& hash) = 0;
    [[nodiscard]] virtual base::Done setPinFailed(const domain::AccountId& id, int failed) = 0;
    [[nodiscard]] virtual base::Done setSecondFactor(const domain::AccountId& id,
                                                     const std::optional<SecondFactor>& factor) = 0;
    [[nodiscard]] virtual base::Done setClosed(const domain::AccountId& id, bool closed) = 0;
};

struct PatientHit {
    domain::Patient patient;
    bool infusionRunning = false;
    bool infusionToday = false;
    bool activeCourse = false;
    std::string chair; // where the infusion that is open stands; empty if none or not placed
    std::optional<base::CalendarDate> lastInfusion; // of somebody treated lately and not in a course
    bool similarName = false; // another hit has the same family name and a close given name, or the same birth date
};

struct PatientHits {
    std::vector<PatientHit> rows; // best first
    std::int64_t total = 0;       // how many match in all; rows may be fewer
    bool totalIsExact = true;
};

// Somebody who may be the person that is being registered.
struct SimilarPatient {
    domain::Patient patient;
    bool sameBirthDate = false;
};

class PatientRepository {
public:
    virtual ~PatientRepository() = default;
    // With the contacts.
    [[nodiscard]] virtual base::Result<domain::Patient> get(const domain::PatientId& id) = 0;
    // AlreadyExists if the clinic number is taken.
    [[nodiscard]] virtual base::Done add(const domain::Patient& patient) = 0;
    // Writes phone and allergies as they stand now, with the keys they are found by; nothing else changes. Conflict if
    // rowVersion is not the stored one; the stored one becomes rowVersion + 1.
    [[nodiscard]] virtual base::Done updateSummary(const domain::Patient& patient) = 0;
    // Family or given name prefixes ("tes an"), clinic number or its end, date of birth ("1979-03-14", "14.03.1979",
    // "14031979") or birthday ("14-mar"), end of the phone number, chair of an open infusion ("3", "chair 3"). Case,
    // accents, hyphens and apostrophes do not matter. Ranked: running, today, active course, treated lately, rest by
    // name.
    [[nodiscard]] virtual base::Result<PatientHits> search(std::string_view text, base::CalendarDate today,
                                                           int limit) = 0;
    // Same birth date and a family or given name that is the same or close; the same family name and a close given
    // name; both names exchanged. Same birth dates first, at most ten.
    [[nodiscard]] virtual base::Result<std::vector<SimilarPatient>>
    similarTo(const domain::PersonName& name, std::optional<base::CalendarDate> born) = 0;
    // Whoever has the number, whatever its case and spaces.
    [[nodiscard]] virtual base::Result<std::optional<domain::Patient>> byClinicNumber(std::string_view number) = 0;
    [[nodiscard]] virtual base::Result<std::string> nextClinicNumber() = 0;
};

class ProtocolRepository {
public:
    virtual ~ProtocolRepository() = default;
    [[nodiscard]] virtual base::Result<std::vector<domain::ProtocolVersion>> list() = 0;
    [[nodiscard]] virtual base::Result<domain::ProtocolVersion> get(const domain::ProtocolVersionId& id) = 0;
    [[nodiscard]] virtual base::Done add(const domain::ProtocolVersion& version) = 0;
    // Draft to Signed only; a signed version is immutable by trigger. Who signed second is read from the signatures.
    [[nodiscard]] virtual base::Done markSigned(const ProtocolSigning& signing) = 0;
    // Other numbers and reasons of a draft, from the version's rules and whys. WrongState unless it is a draft.
    [[nodiscard]] virtual base::Done changeNumbers(const domain::ProtocolVersion& version) = 0;
    // A signed version only, once: its row stays as it was signed. AlreadyExists if it is retired.
    [[nodiscard]] virtual base::Done retire(const ProtocolRetirement& retirement) = 0;
};

class CourseRepository {
public:
    virtual ~CourseRepository() = default;
    [[nodiscard]] virtual base::Result<domain::Course> get(const domain::CourseId& id) = 0;
    [[nodiscard]] virtual base::Result<std::vector<domain::Course>> ofPatient(const domain::PatientId& patient) = 0;
    // The first patient with a course whose identity comes after this one, or the first of all; nothing after the last.
    // So that a walk over all of them holds one at a time. Not one whose record was merged into another's.
    [[nodiscard]] virtual base::Result<std::optional<domain::PatientId>>
    nextPatient(const std::optional<domain::PatientId>& after) = 0;
    // Every course, newest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::Course>> all() = 0;
    [[nodiscard]] virtual base::Done add(const domain::Course& course) = 0;
    // Conflict if rowVersion is not the stored one; the stored one becomes rowVersion + 1.
    [[nodiscard]] virtual base::Done update(const domain::Course& course) = 0;

    [[nodiscard]] virtual base::Result<std::vector<domain::CourseOrder>> orders(const domain::CourseId& course) = 0;
    [[nodiscard]] virtual base::Done addOrder(const domain::CourseOrder& order) = 0;
    // Nothing for an order from before agreements were kept.
    [[nodiscard]] virtual base::Result<std::optional<domain::OrderAgreement>>
    agreement(const domain::CourseOrderId& order) = 0;
    [[nodiscard]] virtual base::Done addAgreement(const domain::OrderAgreement& agreement) = 0;
    // Nothing for an order that states no weight; only the first version of an order does.
    [[nodiscard]] virtual base::Result<std::optional<domain::OrderMeasure>>
    measure(const domain::CourseOrderId& order) = 0;
    [[nodiscard]] virtual base::Done addMeasure(const domain::OrderMeasure& measure) = 0;
    // Of all orders of the patient, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::ScreeningAnswer>>
    screening(const domain::PatientId& patient) = 0;
    [[nodiscard]] virtual base::Done addScreening(const domain::ScreeningAnswer& answer) = 0;

    [[nodiscard]] virtual base::Result<std::vector<domain::PlannedInfusion>>
    planned(const domain::CourseId& course) = 0;
    [[nodiscard]] virtual base::Result<domain::PlannedInfusion> planned(const domain::PlannedInfusionId& id) = 0;
    [[nodiscard]] virtual base::Result<std::vector<domain::PlannedInfusion>> plannedOn(base::CalendarDate date) = 0;
    // How many infusions are planned or open on each day from `from` to `to`, without those of the course `except`;
    // days without any are left out.
    [[nodiscard]] virtual base::Result<std::map<base::CalendarDate, int>>
    plannedCounts(base::CalendarDate from, base::CalendarDate to, const std::optional<domain::CourseId>& except) = 0;
    [[nodiscard]] virtual base::Done addPlanned(const domain::PlannedInfusion& planned) = 0;
    [[nodiscard]] virtual base::Done updatePlanned(const domain::PlannedInfusion& planned) = 0;

    [[nodiscard]] virtual base::Result<std::vector<domain::FollowUp>> followUps(const domain::CourseId& course) = 0;
    [[nodiscard]] virtual base::Done addFollowUp(const domain::FollowUp& followUp) = 0;
    [[nodiscard]] virtual base::Result<std::vector<domain::RetreatmentDecision>>
    decisions(const domain::CourseId& course) = 0;
    [[nodiscard]] virtual base::Done addDecision(const domain::RetreatmentDecision& decision) = 0;

    [[nodiscard]] virtual base::Done addTitrationAnswer(const domain::TitrationAnswer& answer) = 0;
    // Over all courses.
    [[nodiscard]] virtual base::Result<domain::TitrationCount> titrationCount(domain::TitrationRule rule) = 0;
};

// One kind of what is recorded about an infusion. Dose: the checks, the steps of the pump and the discharge, from which
// its state follows. Scores: pain, tender points, sedation, dissociation, Aldrete and what was asked afterwards.
enum class InfusionPart { Dose, Vitals, Scores, Events, DrugBook };

class InfusionRepository {
public:
    virtual ~InfusionRepository() = default;
    [[nodiscard]] virtual base::Result<domain::Infusion> get(const domain::InfusionId& id) = 0;
    // Infusion with every entry, entries ordered by observedAt then recordedAt.
    [[nodiscard]] virtual base::Result<domain::InfusionRecord> record(const domain::InfusionId& id) = 0;
    // By ordinal.
    [[nodiscard]] virtual base::Result<std::vector<domain::InfusionRecord>>
    ofCourse(const domain::CourseId& course) = 0;
    // The same with nothing but one part, the addenda and the signature: what leaves in a table of that part.
    [[nodiscard]] virtual base::Result<std::vector<domain::InfusionRecord>> ofCourse(const domain::CourseId& course,
                                                                                     InfusionPart part) = 0;
    // The same with nothing but adverse events and the standing pain scores before and after: what a
    // comparison of thousands of courses can afford to read.
    [[nodiscard]] virtual base::Result<std::vector<domain::InfusionRecord>>
    outcomesOfCourse(const domain::CourseId& course) = 0;
    [[nodiscard]] virtual base::Result<std::vector<domain::Infusion>> unsignedBefore(base::CalendarDate date) = 0;
    // Of a period, both days inclusive; by date, then by opening.
    [[nodiscard]] virtual base::Result<std::vector<domain::Infusion>> between(base::CalendarDate from,
                                                                              base::CalendarDate to, int most) = 0;
    [[nodiscard]] virtual base::Done add(const domain::Infusion& infusion) = 0;
    [[nodiscard]] virtual base::Done add(const domain::ChairPlace& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::ChecklistAnswer& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::DoseCheck& entry) = 0;
    // AlreadyExists if the dose check has one.
    [[nodiscard]] virtual base::Done add(const domain::SecondCheck& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::InfusionStep& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::VitalSigns& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::SedationScore& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::DissociationScore& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::PainScore& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::TenderPointEntry& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::AfterAssessment& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::AdverseEvent& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::RescueDrug& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::EmergencyNote& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::AldreteScore& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::Discharge& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::Note& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::Addendum& entry) = 0;
    [[nodiscard]] virtual base::Done add(const domain::Vial& vial) = 0;
    [[nodiscard]] virtual base::Done add(const domain::DrugMovement& movement) = 0;
};

class SignatureRepository {
public:
    virtual ~SignatureRepository() = default;
    [[nodiscard]] virtual base::Done add(const domain::Signature& signature) = 0;
    [[nodiscard]] virtual base::Result<std::vector<domain::Signature>> of(std::string_view subjectKind,
                                                                          std::string_view subjectId) = 0;
    // Hash over the canonical content of every row that belongs to the subject as it stands now.
    // Kinds: "infusion" (all entries, vials and movements), "course_order", "protocol_version".
    [[nodiscard]] virtual base::Result<std::string> contentHash(std::string_view subjectKind,
                                                                std::string_view subjectId) = 0;
};

struct IssuedDocument {
    domain::DocumentId id;
    std::string kind; // "visit_summary"
    std::string subjectId;
    domain::PatientId patient;
    domain::AccountId issuedBy;
    base::Instant issuedAt;
    std::string state; // "draft", "signed", "amended"
};

class DocumentRepository {
public:
    virtual ~DocumentRepository() = default;
    [[nodiscard]] virtual base::Done add(const IssuedDocument& document) = 0;
    // Newest first, since that moment.
    [[nodiscard]] virtual base::Result<std::vector<IssuedDocument>> ofPatient(const domain::PatientId& patient,
                                                                              base::Instant since) = 0;
};

class SettingRepository {
public:
    virtual ~SettingRepository() = default;
    [[nodiscard]] virtual base::Result<std::optional<std::string>> get(std::string_view key) = 0;
    [[nodiscard]] virtual base::Done set(std::string_view key, const std::string& value) = 0;
};

} // namespace chairside::services
