// Records as one FHIR R4 (4.0.1) Bundle of type collection: every resource has a urn:uuid that follows from its record,
// so that a second export of the same record names it the same. Terms without a code in a public system have codes of
// systems named "urn:chairside:codes:...". Missing values are a dataAbsentReason, never 0.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/exchange/write_piece.h"
#include "core/services/export_service.h"

namespace chairside::exchange {

namespace fhir {
class Resources;
}

// The summary of an infusion as a PDF file, in base64.
using PdfOfVisit = std::function<std::string(const services::VisitSummary&)>;

// Holds the resources of one infusion at a time. With `pdf`, every infusion has a DocumentReference that carries its
// summary.
class FhirBundleSink final : public services::ExportSink {
public:
    explicit FhirBundleSink(WritePiece write, PdfOfVisit pdf = {});
    ~FhirBundleSink() override;
    FhirBundleSink(const FhirBundleSink&) = delete;
    FhirBundleSink& operator=(const FhirBundleSink&) = delete;

    [[nodiscard]] base::Done begin(const services::ExportHead& head) override;
    [[nodiscard]] base::Done patient(const domain::Patient& patient) override;
    [[nodiscard]] base::Done record(const services::ExportedRecord& record) override;
    [[nodiscard]] base::Done course(const services::ExportedCourse& course) override;
    [[nodiscard]] base::Done infusion(const services::ExportedCourse& course,
                                      const services::ExportedInfusion& infusion) override;
    [[nodiscard]] base::Done end() override;
    [[nodiscard]] services::ExportNeeds needs() const override {
        return {.part = {}, .records = true, .orders = true, .followUps = true, .summaries = m_pdf != nullptr};
    }

private:
    base::Done writeEntries();

    WritePiece m_write;
    PdfOfVisit m_pdf;
    std::optional<domain::Patient> m_patient; // handed over last
    std::optional<services::ExportHead> m_head;
    std::unique_ptr<fhir::Resources> m_resources;
    bool m_first = true;
};

} // namespace chairside::exchange
