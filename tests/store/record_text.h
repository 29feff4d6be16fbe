// Every field of a record as text, so that round trips compare all of it (an Instant compares without its
// offset) and a failed test shows what differs.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/scaled.h"
#include "core/services/ports/questionnaire_repository.h"
#include "core/services/ports/repositories.h"

namespace chairside::store {

inline std::string textOf(const std::string& text) {
    return '"' + text + '"';
}
inline std::string textOf(base::CalendarDate date) {
    return date.iso();
}
inline std::string textOf(base::Instant instant) {
    return instant.iso();
}
template <class T>
requires std::integral<T> || std::is_enum_v<T> std::string textOf(T number) {
    return std::to_string(static_cast<std::int64_t>(number));
}
template <class Tag>
std::string textOf(base::Scaled<Tag> quantity) {
    return std::to_string(quantity.raw());
}
template <class Record>
std::string textOf(const base::Id<Record>& id) {
    return id.text();
}
std::string textOf(const domain::EnduranceTest& test);
template <class T>
std::string textOf(const std::optional<T>& value) {
    return value ? textOf(*value) : "none";
}
template <class T>
std::string textOf(const std::vector<T>& list);
// Records that are fields of others.
std::string textOf(const domain::EntryHead& head);
std::string textOf(domain::RoleSet roles);
std::string textOf(const domain::Account& account);
std::string textOf(const domain::ProtocolWhy& why);
std::string textOf(const domain::ChecklistItem& item);
std::string textOf(const domain::ScreeningItem& item);

template <class... Fields>
std::string fieldsOf(const Fields&... fields) {
    std::string all = "{";
    ((all += textOf(fields) + ", "), ...);
    return all + "}";
}

inline std::string textOf(domain::RoleSet roles) {
    std::string all;
    for (const auto role : domain::kAllRoles)
        all += roles.has(role) ? '1' : '0';
    return all;
}
inline std::string textOf(const domain::Account& a) {
    return fieldsOf(a.id, a.userName, a.printedName, a.roles, a.closed);
}
inline std::string textOf(const services::StoredAccount& a) {
    return fieldsOf(a.account, a.password.hash, a.password.slot, a.password.isGiven, a.failedAttempts, a.lastFailedAt);
}
inline std::string textOf(const domain::Patient& p) {
    const auto& d = p.details;
    return fieldsOf(p.id, d.name.family, d.name.given, d.name.title, d.name.preferred, d.born, d.gender, d.clinicNumber,
                    d.phone, d.allergyStatus, d.allergies, p.rowVersion);
}
inline std::string textOf(const domain::ProtocolWhy& w) {
    return fieldsOf(w.key, w.text);
}
inline std::string textOf(const domain::ChecklistItem& i) {
    return fieldsOf(i.list, i.key, i.text, i.favourable, i.unfavourable, i.effect, i.always, i.why);
}
inline std::string textOf(const domain::ScreeningItem& i) {
    return fieldsOf(i.key, i.text, i.favourable, i.unfavourable, i.effect, i.always, i.validDays, i.why, i.dated);
}
inline std::string textOf(const domain::ProtocolVersion& v) {
    std::vector<std::int64_t> numbers;
    for (const auto& field : domain::protocolFields())
        numbers.push_back(field.get(v.rules));
    return fieldsOf(v.id, v.protocol, v.name, v.version, v.state, v.drug, v.summary, v.remarks, numbers, v.whys,
                    v.items, v.emergency, v.signedBy, v.signedAt, v.screening, v.retiredReason, v.retiredAt,
                    v.inForceFrom, v.secondNeeded, v.secondBy, v.secondAt);
}
inline std::string textOf(const domain::Course& c) {
    return fieldsOf(c.id, c.patient, c.protocolVersion, c.number, c.state, c.goal, c.stopReason, c.closedOn,
                    c.rowVersion);
}
inline std::string textOf(const domain::CourseOrder& o) {
    return fieldsOf(o.id, o.course, o.version, o.kind, o.perKg, o.minutes, o.reason, o.orderedBy, o.orderedAt);
}
inline std::string textOf(const domain::OrderAgreement& a) {
    return fieldsOf(a.order, a.stopRule, a.consentOn, a.consentTakenBy, a.consentReference);
}
inline std::string textOf(const domain::OrderMeasure& m) {
    return fieldsOf(m.order, m.weight, m.basis, m.weighedOn, m.height);
}
inline std::string textOf(const domain::ScreeningAnswer& a) {
    return fieldsOf(a.id, a.patient, a.order, a.item, a.question, a.answer, a.note, a.answeredOn, a.recordedAt,
                    a.recordedBy);
}
inline std::string textOf(const domain::PlannedInfusion& p) {
    return fieldsOf(p.id, p.course, p.ordinal, p.date, p.state, p.reason, p.infusion, p.rowVersion);
}
inline std::string textOf(const domain::FollowUp& f) {
    return fieldsOf(f.id, f.course, f.kind, f.date, f.frame, f.pain, f.missing, f.recordedAt, f.recordedBy);
}
inline std::string textOf(const domain::RetreatmentDecision& d) {
    return fieldsOf(d.id, d.course, d.kind, d.until, d.reason, d.decidedBy, d.decidedAt);
}
inline std::string textOf(const domain::Infusion& i) {
    return fieldsOf(i.id, i.planned, i.course, i.patient, i.order, i.ordinal, i.date, i.openedAt, i.openedBy);
}
inline std::string textOf(const domain::EntryHead& h) {
    return fieldsOf(h.id, h.infusion, h.observedAt, h.recordedAt, h.recordedBy, h.corrects, h.correctionReason);
}
inline std::string textOf(const domain::ChairPlace& c) {
    return fieldsOf(c.head, c.chair);
}
inline std::string textOf(const domain::ChecklistAnswer& a) {
    return fieldsOf(a.head, a.list, a.item, a.answer, a.note, a.prescriber);
}
inline std::string textOf(const domain::DoseCheck& d) {
    const auto& i = d.inputs;
    return fieldsOf(d.head, d.position, i.weight, i.perKg, i.minutes, i.strength, i.bag, i.convention, d.weighedOn,
                    d.basis, d.dose, d.drugVolume, d.totalVolume, d.rate);
}
inline std::string textOf(const domain::SecondCheck& c) {
    const auto& n = c.numbers;
    return fieldsOf(c.head, c.doseCheck, n.weight, n.dose, n.drugVolume, n.rate);
}
inline std::string textOf(const domain::AldreteScore& a) {
    const auto& i = a.items;
    return fieldsOf(a.head, a.variant, i.activity, i.respiration, i.circulation, i.consciousness, i.spo2,
                    a.baselineSystolic, a.systolic);
}
inline std::string textOf(const domain::DischargeGap& g) {
    return fieldsOf(g.kind, g.item);
}
inline std::string textOf(const domain::Discharge& d) {
    std::string unmet;
    for (const auto& gap : d.unmet)
        unmet += textOf(gap);
    return fieldsOf(d.head, d.escort, unmet, d.reason, d.prescriber);
}
inline std::string textOf(const domain::InfusionStep& s) {
    return fieldsOf(s.head, s.kind, s.rate, s.reason);
}
inline std::string textOf(const domain::VitalSigns& v) {
    return fieldsOf(v.head, v.systolic, v.diastolic, v.heartRate, v.spo2, v.respiration, v.dueAt, v.note);
}
inline std::string textOf(const domain::SedationScore& s) {
    return fieldsOf(s.head, s.row, s.scale, s.value);
}
inline std::string textOf(const domain::DissociationScore& s) {
    return fieldsOf(s.head, s.row, s.scale, s.value);
}
inline std::string textOf(const domain::PainScore& p) {
    return fieldsOf(p.head, p.row, p.moment, p.frame, p.value, p.missing);
}
inline std::string textOf(const domain::TenderPointEntry& t) {
    std::string all = fieldsOf(t.head, t.exam.scale);
    for (const auto& site : t.exam.sites)
        all += fieldsOf(site.score, site.threshold, site.tolerance);
    return all;
}
inline std::string textOf(const domain::EnduranceTest& t) {
    return fieldsOf(t.seconds, t.load, t.side, t.stop, t.words);
}
inline std::string textOf(const domain::AfterAssessment& a) {
    return fieldsOf(a.head, a.impression, a.direction, a.impressionSince, a.relief, a.reliefSince, a.endurance);
}
inline std::string textOf(const domain::AdverseEvent& e) {
    return fieldsOf(e.head, e.term, e.words, e.grade, e.endedAt, e.action, e.outcome, e.serious, e.relation);
}
inline std::string textOf(const domain::RescueDrug& d) {
    return fieldsOf(d.head, d.drug, d.dose, d.route, d.witness);
}
inline std::string textOf(const domain::EmergencyNote& n) {
    return fieldsOf(n.head, n.called, n.done, n.standing);
}
inline std::string textOf(const domain::Note& n) {
    return fieldsOf(n.head, n.text);
}
inline std::string textOf(const domain::Addendum& a) {
    return fieldsOf(a.head, a.text);
}
inline std::string textOf(const domain::QuestionnaireResponse& q) {
    std::string all = fieldsOf(q.id, q.patient, q.instrument, q.version, q.occasion, q.mode, q.date, q.recordedAt,
                               q.recordedBy, q.corrects, q.correctionReason, q.safety.done, q.safety.told);
    for (const auto& answer : q.answers)
        all += fieldsOf(answer.item, answer.value, answer.missing);
    for (const auto& score : q.scores)
        all += fieldsOf(score.scale, score.score, score.answered, score.items, score.prorated);
    return all;
}
inline std::string textOf(const domain::Vial& v) {
    return fieldsOf(v.id, v.drug, v.strength, v.volume, v.lot, v.expires);
}
inline std::string textOf(const domain::DrugMovement& m) {
    return fieldsOf(m.id, m.vial, m.infusion, m.kind, m.amount, m.at, m.recordedAt, m.recordedBy, m.witness, m.reason);
}
inline std::string textOf(const domain::Signature& s) {
    return fieldsOf(s.id, s.account, s.printedName, s.role, s.at, s.meaning, s.subjectKind, s.subjectId, s.contentHash);
}

template <class T>
std::string textOf(const std::vector<T>& list) {
    std::string all = "[";
    for (const auto& one : list)
        all += textOf(one) + "\n";
    return all + "]";
}

inline std::string textOf(const domain::InfusionRecord& record) {
    // By name and all of them: a record that has come to hold more does not compile here.
    const auto& [infusion, places, answers, doseChecks, secondChecks, steps, vitals, sedation, dissociation, pain,
                 tenderPoints, events, notes, vials, movements, aldrete, discharges, signature, addenda, after,
                 rescueDrugs, emergency] = record;
    std::string all = textOf(infusion) + (signature ? textOf(*signature) : "unsigned");
    const auto add = [&all](const auto&... lists) {
        ((all += textOf(lists)), ...);
    };
    add(places, answers, doseChecks, secondChecks, steps, vitals, sedation, dissociation, pain, tenderPoints, events,
        notes, vials, movements, aldrete, discharges, addenda, after, rescueDrugs, emergency);
    return all;
}

} // namespace chairside::store
