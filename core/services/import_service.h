// Patients that come from another system: compared with those the clinic knows, shown first, then all or none.
#pragma once

#include <string>
#include <vector>

#include "core/domain/patient/patient.h"
#include "core/services/service_context.h"

namespace chairside::services {

// One patient as a file names them.
struct PatientCandidate {
    std::string place; // in the file: "line 3", "entry 12"
    domain::PatientDetails
        details;             // no clinic number: the clinic gives the next one; born is any day while it is a problem
    base::Problems problems; // what could not be read, by field of PatientDetails
};

enum class ImportVerdict {
    New,
    Matched,     // known already, and the file says nothing else
    Conflicting, // known already, but the file says something else; the record stays as it is
    Refused      // cannot be taken: problems says why
};

struct ImportRow {
    PatientCandidate candidate;
    ImportVerdict verdict = ImportVerdict::New;
    std::vector<domain::Patient> known;   // who it is (Matched, Conflicting), or who is like them (New)
    std::vector<std::string> differences; // of a conflict: fields; "several": more than one person is like that
    base::Problems problems;              // of a refusal
};

struct ImportPreview {
    std::vector<ImportRow> rows; // in the order of the file

    [[nodiscard]] int count(ImportVerdict verdict) const;
};

// A patient is known by the clinic number and, where there is none, by birth date, family and given name, whatever
// their case and accents. What a file leaves out is no difference. Denied without RegisterPatient.
class ImportService {
public:
    explicit ImportService(ServiceContext& context) : m_context(context) {}

    // Writes nothing. Two candidates that are the same person refuse the second one (Duplicate, low: the place of the
    // first); a number that belongs to another person is Duplicate on clinic_number.
    [[nodiscard]] base::Result<ImportPreview> preview(const Actor& actor,
                                                      const std::vector<PatientCandidate>& candidates);
    // Judges again and registers every new patient in one transaction; a second import of the same file changes
    // nothing. Invalid with the problems of every refused candidate (field: its place and the field, "line 3 born"):
    // then nothing is written.
    [[nodiscard]] base::Result<ImportPreview> apply(const Actor& actor,
                                                    const std::vector<PatientCandidate>& candidates);

    // Takes files apart; needs no permission, it knows nobody. Only where the context has one.
    [[nodiscard]] const ImportReader& reader() const { return *m_context.importReader; }

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
