// Records that come from another system: who, what is known about them, what was measured. Compared with the clinic,
// shown first, then all or nothing.
#pragma once

#include "core/services/record_file.h"
#include "core/services/service_context.h"

namespace chairside::services {

// A patient is known as ImportService says. An entry of the history is known by its kind, its words (or, of a
// condition, its code) and its first day: with the same words and days that touch, it is the same episode told
// differently (Conflicting). An observation is known by its name in the file, and else by measure and moment. Whatever
// is known stays as it is; a second import of the same file changes nothing, and neither does what this clinic itself
// wrote out. Denied without RegisterPatient and RecordHistory.
class RecordImportService {
public:
    explicit RecordImportService(ServiceContext& context) : m_context(context) {}

    // Writes nothing. When it cannot be told who a patient is, every part of their record is Refused on "person".
    [[nodiscard]] base::Result<RecordPreview> preview(const Actor& actor, const RecordFile& file);
    // Judges again and writes everything that is New in one transaction. StopsAll: Invalid with the problems of every
    // refused part (field: its place and the field, "entry 12 since"), and nothing is written. IsLeftOut: refused parts
    // are passed over, with a refused patient their whole record.
    [[nodiscard]] base::Result<RecordPreview> apply(const Actor& actor, const RecordFile& file, Refused refused);

    struct Measured {
        domain::OutsideObservation observation;
        std::string recordedBy; // printed name
        std::string name;       // of the measure; its code where the clinic no longer keeps it
        std::string unit;       // UCUM; empty like the name
    };
    // What was measured elsewhere, the newest first. Denied without ViewPatients. Shown with the history of the
    // patient, whose opening is the view that is audited.
    [[nodiscard]] base::Result<std::vector<Measured>> measuredElsewhere(const Actor& actor,
                                                                        const domain::PatientId& patient);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
