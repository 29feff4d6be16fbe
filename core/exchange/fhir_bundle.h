// Records as one FHIR R4 (4.0.1) Bundle of type collection: every resource has a urn:uuid that follows from its record,
// so that a second export of the same record names it the same. Terms without a code in a public system have codes of
// systems named "urn:chairside:codes:...". Missing values are a dataAbsentReason, never 0.
#pragma once

#include <memory>
#include <optional>

#include "core/exchange/write_piece.h"
#include "core/services/export_service.h"

namespace chairside::exchange {

namespace fhir {
class Resources;
}

// Holds the resources of one infusion at a time.
class FhirBundleSink final : public services::ExportSink {
public:
    explicit FhirBundleSink(WritePiece write);
    ~FhirBundleSink() override;
    FhirBundleSink(const FhirBundleSink&) = delete;
    FhirBundleSink& operator=(const FhirBundleSink&) = delete;

    [[nodiscard]] base::Done begin(const services::ExportHead& head) override;
    [[nodiscard]] base::Done patient(const domain::Patient& patient) override;
    [[nodiscard]] base::Done course(const services::ExportedCourse& course) override;
    [[nodiscard]] base::Done infusion(const services::ExportedCourse& course,
                                      const services::ExportedInfusion& infusion) override;
    [[nodiscard]] base::Done end() override;

private:
    base::Done writeEntries();

    WritePiece m_write;
    std::optional<services::ExportHead> m_head;
    std::unique_ptr<fhir::Resources> m_resources;
    bool m_first = true;
};

} // namespace chairside::exchange
