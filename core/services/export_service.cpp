#include "core/services/export_service.h"

#include <algorithm>

#include "core/services/clinic_details.h"
#include "core/services/infusion_access.h"
#include "core/services/run.h"
#include "core/services/signing.h"
#include "core/services/try.h"
#include "core/services/visit_summary.h"

namespace chairside::services {
namespace {

using domain::Permission;

// One export while it runs; says in the end how finished the records were.
class Export {
public:
    Export(Unit& unit, ExportSink& sink) : m_unit(unit), m_sink(sink), m_needs(sink.needs()) {}

    base::Result<domain::DocumentId> begin();
    base::Done withEveryCourse(const domain::Patient& patient);
    base::Done withCourses(const domain::Patient& patient, std::vector<domain::Course> courses);
    // The oldest state of what was handed over since the last call.
    std::string takeState();

private:
    base::Done record(const domain::PatientId& patient);
    base::Done course(const domain::Patient& patient, const domain::Course& course);
    base::Done orders(ExportedCourse& exported);
    base::Done infusions(const ExportedCourse& course);
    base::Done infusion(const ExportedCourse& course, const domain::PlannedInfusion& planned,
                        domain::InfusionRecord record);

    Unit& m_unit;
    ExportSink& m_sink;
    const ExportNeeds m_needs;
    std::optional<domain::DocumentId> m_document; // this export
    bool m_unsigned = false;
    bool m_amended = false;
};

base::Result<domain::DocumentId> Export::begin() {
    auto& tx = m_unit.tx();
    const auto clinic = CHAIRSIDE_TRY(readClinicDetails(tx));
    const ExportHead head{.document = m_unit.newId<domain::DocumentId>(),
                          .clinicName = clinic.name,
                          .invented = clinic.invented,
                          .at = m_unit.now(),
                          .people = CHAIRSIDE_TRY(tx.accounts().list())};
    m_document = head.document;
    CHAIRSIDE_TRY(m_sink.begin(head));
    return head.document;
}

std::string Export::takeState() {
    std::string state = m_unsigned ? "draft" : m_amended ? "amended" : "signed";
    m_unsigned = m_amended = false;
    return state;
}

base::Done Export::withEveryCourse(const domain::Patient& patient) {
    if (m_needs.depth == ExportDepth::Patients) return withCourses(patient, {});
    return withCourses(patient, CHAIRSIDE_TRY(m_unit.tx().courses().ofPatient(patient.id)));
}

base::Done Export::withCourses(const domain::Patient& patient, std::vector<domain::Course> courses) {
    CHAIRSIDE_TRY(m_sink.patient(patient));
    if (m_needs.records) CHAIRSIDE_TRY(record(patient.id));
    if (m_needs.depth == ExportDepth::Patients) return {};
    std::ranges::stable_sort(courses, {}, &domain::Course::number);
    for (const auto& one : courses)
        CHAIRSIDE_TRY(course(patient, one));
    return {};
}

base::Done Export::record(const domain::PatientId& patient) {
    auto& tx = m_unit.tx();
    const auto responses = CHAIRSIDE_TRY(tx.questionnaires().ofPatient(patient));
    const ExportedRecord record{.patient = patient,
                                .history = domain::newest(CHAIRSIDE_TRY(tx.histories().of(patient))),
                                .responses = domain::standing(std::span(responses)),
                                .measuredElsewhere = CHAIRSIDE_TRY(tx.histories().measuredElsewhere(patient))};
    return m_sink.record(record);
}

base::Done Export::course(const domain::Patient& patient, const domain::Course& course) {
    auto& courses = m_unit.tx().courses();
    ExportedCourse exported{.patient = patient,
                            .course = course,
                            .protocol = {},
                            .orders = {},
                            .planned = CHAIRSIDE_TRY(courses.planned(course.id)),
                            .followUps = {}};
    std::ranges::stable_sort(exported.planned, {}, &domain::PlannedInfusion::ordinal);
    if (m_needs.orders) CHAIRSIDE_TRY(orders(exported));
    if (m_needs.followUps) exported.followUps = CHAIRSIDE_TRY(courses.followUps(course.id));
    std::ranges::stable_sort(exported.followUps, {}, &domain::FollowUp::date);
    CHAIRSIDE_TRY(m_sink.course(exported));
    if (m_needs.depth == ExportDepth::Courses) return {};
    return infusions(exported);
}

base::Done Export::orders(ExportedCourse& exported) {
    auto& tx = m_unit.tx();
    exported.protocol = std::make_shared<const domain::ProtocolVersion>(
        CHAIRSIDE_TRY(tx.protocols().get(exported.course.protocolVersion)));
    for (auto& order : CHAIRSIDE_TRY(tx.courses().orders(exported.course.id))) {
        auto signatures = CHAIRSIDE_TRY(tx.signatures().of("course_order", order.id.text()));
        exported.orders.push_back({std::move(order), std::move(signatures)});
    }
    std::ranges::stable_sort(exported.orders, {}, [](const auto& one) { return one.order.version; });
    return {};
}

base::Done Export::infusions(const ExportedCourse& course) {
    auto& repository = m_unit.tx().infusions();
    const auto& id = course.course.id;
    auto records = CHAIRSIDE_TRY(m_needs.part ? repository.ofCourse(id, *m_needs.part) : repository.ofCourse(id));
    for (const auto& planned : course.planned) {
        if (!planned.infusion) continue;
        const auto found = std::ranges::find(
            records, *planned.infusion, [](const auto& record) -> auto& { return record.infusion.id; });
        if (found == records.end()) return base::fail(base::Code::NotFound, "infusion");
        CHAIRSIDE_TRY(infusion(course, planned, std::move(*found)));
    }
    return {};
}

base::Done Export::infusion(const ExportedCourse& course, const domain::PlannedInfusion& planned,
                            domain::InfusionRecord record) {
    auto& tx = m_unit.tx();
    m_unsigned = m_unsigned || !record.signature;
    m_amended = m_amended || !record.addenda.empty();
    ExportedInfusion exported{.planned = planned, .record = std::move(record), .delivery = {}, .vials = {}};
    if (m_needs.orders) {
        const auto now = presentOf(exported.record, m_unit.now());
        exported.state = domain::stateOf(exported.record);
        exported.delivery = domain::deliveryOf(exported.record, now, course.protocol->rules.dose);
    }
    if (m_needs.summaries) exported.summary = CHAIRSIDE_TRY(gatherVisit(m_unit, *planned.infusion, m_document));
    for (const auto& vial : exported.record.vials)
        exported.vials.push_back({vial, CHAIRSIDE_TRY(tx.drugBook().movements(vial.id))});
    return m_sink.infusion(course, exported);
}

base::Done recordIssue(Unit& unit, const IssuedDocument& document, DisclosurePurpose purpose) {
    CHAIRSIDE_TRY(unit.tx().documents().add(document));
    unit.audit(AuditAction::Issue, "document_issued", document.id.text(), document.patient,
               document.kind + ' ' + document.state + ' ' + purposeKey(purpose));
    unit.changed(ChangeKind::Document, document.id.text(), document.patient);
    return {};
}

} // namespace

std::string purposeKey(DisclosurePurpose purpose) {
    constexpr const char* kKeys[] = {"treatment", "patient_request", "payment", "operations", "research", "legal_duty"};
    return kKeys[static_cast<std::size_t>(purpose)];
}

base::Done ExportService::exportCourse(const Actor& actor, const domain::CourseId& course,
                                       const ExportReason& disclosure, ExportSink& sink) {
    return runUnit(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Done {
        const auto found = CHAIRSIDE_TRY(unit.tx().courses().get(course));
        const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(found.patient));
        Export running(unit, sink);
        const auto document = CHAIRSIDE_TRY(running.begin());
        CHAIRSIDE_TRY(running.withCourses(patient, {found}));
        CHAIRSIDE_TRY(sink.end());
        return recordIssue(unit,
                           {document, disclosure.format + "_course", course.text(), patient.id, actor.account,
                            unit.now(), running.takeState()},
                           disclosure.purpose);
    });
}

base::Done ExportService::exportPatient(const Actor& actor, const domain::PatientId& patient,
                                        const ExportReason& disclosure, ExportSink& sink) {
    return runUnit(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Done {
        const auto found = CHAIRSIDE_TRY(unit.tx().patients().get(patient));
        Export running(unit, sink);
        const auto document = CHAIRSIDE_TRY(running.begin());
        CHAIRSIDE_TRY(running.withEveryCourse(found));
        CHAIRSIDE_TRY(sink.end());
        return recordIssue(unit,
                           {document, disclosure.format + "_patient", patient.text(), patient, actor.account,
                            unit.now(), running.takeState()},
                           disclosure.purpose);
    });
}

base::Done ExportService::exportClinic(const Actor& actor, const ExportReason& disclosure, bool deidentified,
                                       ExportSink& sink) {
    return runUnit(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Done {
        const std::string detail = disclosure.format +
                                   (deidentified ? " clinic deidentified " : " clinic identified ") +
                                   purposeKey(disclosure.purpose);
        Export running(unit, sink);
        CHAIRSIDE_TRY(running.begin());
        int held = 0;
        auto& courses = unit.tx().courses();
        for (auto id = CHAIRSIDE_TRY(courses.nextPatient({})); id; id = CHAIRSIDE_TRY(courses.nextPatient(id))) {
            CHAIRSIDE_TRY(running.withEveryCourse(CHAIRSIDE_TRY(unit.tx().patients().get(*id))));
            const auto state = running.takeState();
            if (deidentified) continue;
            CHAIRSIDE_TRY(unit.tx().documents().add({unit.newId<domain::DocumentId>(), disclosure.format + "_clinic",
                                                     id->text(), *id, actor.account, unit.now(), state}));
            if (++held < ExportService::kPatientsAnEvent) continue;
            held = 0;
            unit.audit(AuditAction::Issue, "document_issued", {}, std::nullopt, detail);
            CHAIRSIDE_TRY(unit.tx().keepEvents());
        }
        CHAIRSIDE_TRY(sink.end());
        unit.audit(AuditAction::Issue, "document_issued", {}, std::nullopt, detail);
        return {};
    });
}

} // namespace chairside::services
