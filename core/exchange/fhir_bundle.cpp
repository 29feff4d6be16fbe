#include "core/exchange/fhir_bundle.h"

#include <algorithm>
#include <utility>

#include "core/exchange/fhir/fhir_course.h"
#include "core/exchange/fhir/fhir_infusion.h"
#include "core/exchange/fhir/fhir_record.h"
#include "core/services/try.h"

namespace chairside::exchange {
namespace {

// What HL7 has readers look for where nobody is real.
fhir::Json inventedMeta() {
    fhir::Json test = fhir::coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");
    fhir::Json meta;
    meta["security"] = fhir::Json::array({std::move(test)});
    return meta;
}

// Bytes that are no UTF-8 become the replacement character: a reader must never find a broken file.
std::string jsonOf(const fhir::Json& value) {
    return value.dump(-1, ' ', false, fhir::Json::error_handler_t::replace);
}

} // namespace

FhirBundleSink::FhirBundleSink(WritePiece write, PdfOfVisit pdf) : m_write(std::move(write)), m_pdf(std::move(pdf)) {}
FhirBundleSink::~FhirBundleSink() = default;

base::Done FhirBundleSink::begin(const services::ExportHead& head) {
    m_head = head;
    m_resources = std::make_unique<fhir::Resources>(*m_head);
    CHAIRSIDE_TRY(m_write(R"({"resourceType":"Bundle",)"));
    if (head.invented) CHAIRSIDE_TRY(m_write(R"("meta":)" + jsonOf(inventedMeta()) + ','));
    CHAIRSIDE_TRY(m_write(R"("identifier":)"));
    CHAIRSIDE_TRY(m_write(jsonOf({{"system", "urn:ietf:rfc:3986"}, {"value", fhir::urnOf(head.document)}})));
    CHAIRSIDE_TRY(m_write(R"(,"type":"collection","timestamp":")" + head.at.iso() + R"(","entry":[)"));
    fhir::addClinic(*m_resources);
    return writeEntries();
}

base::Done FhirBundleSink::patient(const domain::Patient& patient) {
    m_patient = patient;
    fhir::addPatient(*m_resources, patient);
    return writeEntries();
}

base::Done FhirBundleSink::record(const services::ExportedRecord& record) {
    const auto saysAllergies = [](const domain::HistoryEntry& entry) {
        return entry.details.kind == domain::HistoryKind::Allergy ||
               entry.details.kind == domain::HistoryKind::NoKnownAllergies;
    };
    if (m_patient && std::ranges::none_of(record.history, saysAllergies))
        fhir::addAllergyWords(*m_resources, *m_patient);
    fhir::addRecord(*m_resources, record);
    return writeEntries();
}

base::Done FhirBundleSink::course(const services::ExportedCourse& course) {
    fhir::addCourse(*m_resources, course);
    return writeEntries();
}

base::Done FhirBundleSink::infusion(const services::ExportedCourse& course,
                                    const services::ExportedInfusion& infusion) {
    fhir::addInfusion(*m_resources, course, infusion);
    if (m_pdf && infusion.summary) fhir::addDocument(*m_resources, infusion, m_pdf(*infusion.summary));
    return writeEntries();
}

base::Done FhirBundleSink::end() {
    for (const auto& account : m_head->people) {
        if (m_resources->people().contains(account.id)) fhir::addPractitioner(*m_resources, account);
    }
    CHAIRSIDE_TRY(writeEntries());
    return m_write("\n]}\n");
}

base::Done FhirBundleSink::writeEntries() {
    for (const auto& entry : m_resources->take())
        CHAIRSIDE_TRY(m_write((std::exchange(m_first, false) ? "\n" : ",\n") + jsonOf(entry)));
    return {};
}

} // namespace chairside::exchange
