// The record of patients as a file of another system tells it, and what would become of each part here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/patient/history.h"
#include "core/domain/patient/outside_observation.h"
#include "core/services/import_service.h"

namespace chairside::services {

struct HistoryCandidate {
    std::string place; // in the file: "entry 12"
    domain::HistoryDetails details;
    base::Problems problems; // what could not be read
};

struct ObservationCandidate {
    std::string place;
    std::string loinc;
    domain::OutsideValue value;
    base::Instant at;
    std::string source;
    base::Problems problems;
};

struct RecordCandidate {
    std::string source; // how the file names the patient
    PatientCandidate patient;
    std::vector<HistoryCandidate> history;
    std::vector<ObservationCandidate> observations;
};

enum class LeftOutReason {
    Kind,       // nothing of this kind is kept here
    Measure,    // this measure is not kept here
    Unit,       // told in a unit that is not kept here
    NoValue,    // says why there is no value
    NotTrue,    // entered in error, refuted, not done, or only planned
    Unconfirmed // a draft or a guess
};

// Parts of the file that are not taken over.
struct LeftOut {
    std::string what; // "Claim"; of a measure its code and the words of the file
    LeftOutReason reason = LeftOutReason::Kind;
    int count = 0;

    bool operator==(const LeftOut&) const = default;
};

struct RecordFile {
    std::vector<RecordCandidate> records; // one a patient, in the order of the file
    std::vector<LeftOut> leftOut;         // by what, then by reason
    // What the file says of itself; nothing where it says nothing, or nothing that can be shown.
    std::optional<base::Instant> madeAt{};
    std::string madeBy{};
};

struct HistoryRow {
    HistoryCandidate candidate;
    ImportVerdict verdict = ImportVerdict::New;
    std::vector<std::string> differences; // fields of HistoryDetails
    base::Problems problems;              // of a refusal
};

struct ObservationRow {
    ObservationCandidate candidate;
    ImportVerdict verdict = ImportVerdict::New;
    std::optional<domain::OutsideValue> known; // of a conflict: what stands here for that moment
    base::Problems problems;
};

struct RecordRows {
    ImportRow patient;
    std::vector<HistoryRow> history;
    std::vector<ObservationRow> observations;
};

// What a part that cannot be taken does to the rest of the file.
enum class Refused { StopsAll, IsLeftOut };

struct RecordPreview {
    std::vector<RecordRows> records;
    std::vector<LeftOut> leftOut;

    // Of patients, entries and observations together.
    [[nodiscard]] int count(ImportVerdict verdict) const;
};

} // namespace chairside::services
