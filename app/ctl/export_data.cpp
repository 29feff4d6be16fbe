#include <algorithm>

#include "app/ctl/commands.h"
#include "app/ctl/painting_room.h"
#include "app/ctl/signed_in.h"
#include "core/base/durable_file.h"
#include "core/exchange/csv_export.h"
#include "core/exchange/fhir_bundle.h"
#include "ui/print/visit_summary_pdf.h"

namespace chairside::app {

namespace {

// The file has its name only after the disclosure stands in the record.
template <class Export>
base::Done writeWhole(const std::filesystem::path& path, Export exportTo) {
    auto file = base::DurableFile::create(path);
    if (!file) return std::unexpected(file.error());
    if (auto done = exportTo([&file](std::string_view piece) { return file->write(piece); }); !done) return done;
    return file->commit();
}

std::optional<services::DisclosurePurpose> purposeFromKey(const std::string& key) {
    const auto found = std::ranges::find(services::kDisclosurePurposes, key, &services::purposeKey);
    return found == std::end(services::kDisclosurePurposes) ? std::nullopt : std::optional(*found);
}

} // namespace

base::Done exportFhir(const CtlOptions& options) {
    const auto course = domain::CourseId::fromText(options.course);
    const auto patient = domain::PatientId::fromText(options.patient);
    if (!options.course.empty() && !course) return base::invalid("course", base::Rule::NotAllowed);
    if (!options.patient.empty() && !patient) return base::invalid("patient", base::Rule::NotAllowed);
    if (!course && !patient) return base::invalid("course", base::Rule::Required);
    const auto purpose = purposeFromKey(options.purpose);
    if (!purpose) return base::invalid("purpose", base::Rule::NotAllowed, {}, {}, options.purpose);
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    services::ExportService exports((*session)->context());
    return writeWhole(options.output, [&](exchange::WritePiece write) {
        const PaintingRoom room;
        exchange::FhirBundleSink sink(std::move(write), ui::visitPdfBase64);
        return course ? exports.exportCourse((*session)->actor(), *course, {"fhir", *purpose}, sink)
                      : exports.exportPatient((*session)->actor(), *patient, {"fhir", *purpose}, sink);
    });
}

base::Done exportCsv(const CtlOptions& options) {
    const auto kind = exchange::csvKindFromKey(options.kind);
    if (!kind) return base::invalid("kind", base::Rule::NotAllowed, {}, {}, options.kind);
    const auto purpose = purposeFromKey(options.purpose);
    if (!purpose) return base::invalid("purpose", base::Rule::NotAllowed, {}, {}, options.purpose);
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    services::ExportService exports((*session)->context());
    return writeWhole(options.output, [&](exchange::WritePiece write) {
        const auto identities = options.deidentify ? exchange::Identities::Removed : exchange::Identities::Kept;
        exchange::CsvSink sink(std::move(write), *kind, identities);
        return exports.exportClinic((*session)->actor(), {"csv_" + options.kind, *purpose}, options.deidentify, sink);
    });
}

} // namespace chairside::app
