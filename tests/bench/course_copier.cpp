#include "tests/bench/course_copier.h"

#include <optional>

#include "app/demo/demo_crowd.h"

namespace chairside::bench {

namespace {

constexpr int kPainScales = 9;
constexpr int kCrowd = 11;
constexpr int kPatientsPerCommit = 250;

} // namespace

CoursePattern patternOf(BenchClinic& bench) {
    std::optional<CoursePattern> pattern;
    const auto id = bench.finishedCourse();
    need(bench.clinic().context().store.read([&](services::Transaction& tx) -> base::Done {
        pattern = CoursePattern{need(tx.courses().get(id), "course"), need(tx.courses().orders(id), "orders"),
                                need(tx.courses().planned(id), "plan"), need(tx.infusions().ofCourse(id), "infusions"),
                                need(tx.courses().followUps(id), "follow-ups")};
        return {};
    }),
         "reading the pattern");
    return *pattern;
}

domain::PatientId CourseCopier::copyForMember(int number, int courses) {
    const domain::Patient patient{.id = m_ids.make<domain::PatientTag>(), .details = app::crowdMember(kCrowd, number)};
    need(m_tx.patients().add(patient), "patient");
    for (int ordinal = 1; ordinal <= courses; ++ordinal)
        copyFor(patient.id, ordinal, 0, number % kPainScales);
    return patient.id;
}

void CourseCopier::copyFor(const domain::PatientId& patient, int number, int daysBefore, int endPain) {
    auto course = m_pattern.course;
    course.id = domain::CourseId(m_ids.next());
    course.patient = patient;
    course.number = number;
    if (course.closedOn) course.closedOn = course.closedOn->plusDays(-daysBefore);
    need(m_tx.courses().add(course), "course");
    auto order = m_pattern.orders.front();
    order.id = domain::CourseOrderId(m_ids.next());
    order.course = course.id;
    need(m_tx.courses().addOrder(order), "order");
    for (auto one : m_pattern.followUps) {
        one.id = domain::FollowUpId(m_ids.next());
        one.course = course.id;
        one.date = one.date.plusDays(-daysBefore);
        if (one.kind == domain::AssessmentKind::FollowUp && one.pain) one.pain = endPain;
        need(m_tx.courses().addFollowUp(one), "follow-up");
    }
    for (const auto& planned : m_pattern.planned)
        copyInfusion(planned, course, order.id, daysBefore);
}

void CourseCopier::copyInfusion(domain::PlannedInfusion planned, const domain::Course& course,
                                const domain::CourseOrderId& order, int daysBefore) {
    const auto from = planned.id;
    planned.id = domain::PlannedInfusionId(m_ids.next());
    planned.course = course.id;
    planned.date = planned.date.plusDays(-daysBefore);
    const domain::InfusionRecord* record = nullptr;
    for (const auto& one : m_pattern.records)
        if (one.infusion.planned == from) record = &one;
    if (!record) {
        need(m_tx.courses().addPlanned(planned), "plan");
        return;
    }
    auto infusion = record->infusion;
    infusion.id = domain::InfusionId(m_ids.next());
    infusion.planned = planned.id;
    infusion.course = course.id;
    infusion.patient = course.patient;
    infusion.order = order;
    infusion.date = planned.date;
    planned.infusion = infusion.id;
    need(m_tx.courses().addPlanned(planned), "plan");
    need(m_tx.infusions().add(infusion), "infusion");
    copyEntries(*record, infusion.id);
}

void CourseCopier::copyEntries(const domain::InfusionRecord& record, const domain::InfusionId& infusion) {
    const auto copy = [&](const auto& entries) {
        for (auto entry : domain::standing(entries)) {
            // The rows of the grid are not those of the pattern.
            if constexpr (requires { entry.row.reset(); }) entry.row.reset();
            addEntry(std::move(entry), infusion);
        }
    };
    copy(record.pain);
    copy(record.events);
    if (m_depth == Depth::Scores) return;
    copy(record.places);
    copy(record.answers);
    copy(record.doseChecks);
    copy(record.steps);
    copy(record.vitals);
    copy(record.sedation);
    copy(record.dissociation);
    copy(record.tenderPoints);
    copy(record.after);
    copy(record.aldrete);
    copy(record.discharges);
    copy(record.notes);
    copyVials(record, infusion);
}

void CourseCopier::copyVials(const domain::InfusionRecord& record, const domain::InfusionId& infusion) {
    for (auto vial : record.vials) {
        const auto from = vial.id;
        vial.id = domain::VialId(m_ids.next());
        need(m_tx.infusions().add(vial), "vial");
        for (auto movement : record.movements) {
            if (movement.vial != from) continue;
            movement.id = domain::EntryId(m_ids.next());
            movement.vial = vial.id;
            movement.infusion = infusion;
            need(m_tx.infusions().add(movement), "movement");
        }
    }
    if (!record.signature) return;
    auto signature = *record.signature;
    signature.id = domain::SignatureId(m_ids.next());
    signature.subjectId = infusion.text();
    need(m_tx.signatures().add(signature), "signature");
}

template <class Entry>
void CourseCopier::addEntry(Entry entry, const domain::InfusionId& infusion) {
    entry.head.id = domain::EntryId(m_ids.next());
    entry.head.infusion = infusion;
    entry.head.corrects.reset();
    entry.head.correctionReason.clear();
    need(m_tx.infusions().add(entry), "entry");
}

void auditBench(services::Transaction& tx, BenchClinic& bench) {
    tx.audit({.action = services::AuditAction::Create,
              .who = bench.nurse().account,
              .role = "nurse",
              .workstation = "bench",
              .patient = {},
              .subjectKind = "course",
              .subjectId = {},
              .detail = {}});
}

std::vector<domain::PatientId> fillWithCourses(BenchClinic& bench, int patients, int coursesEach,
                                               CourseCopier::Depth depth) {
    const auto pattern = patternOf(bench);
    auto& context = bench.clinic().context();
    std::vector<domain::PatientId> all;
    for (int from = 0; from < patients; from += kPatientsPerCommit) {
        need(context.store.write([&](services::Transaction& tx) -> base::Done {
            CourseCopier copier(tx, context.ids, pattern, depth);
            for (int at = from; at < from + kPatientsPerCommit && at < patients; ++at)
                all.push_back(copier.copyForMember(at, coursesEach));
            auditBench(tx, bench);
            return {};
        }),
             "filling the clinic with courses");
    }
    return all;
}

} // namespace chairside::bench
