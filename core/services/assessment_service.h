// Questionnaires and tests of a patient: filling in, correcting, reading back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/instrument/questionnaire_response.h"
#include "core/services/service_context.h"

namespace chairside::services {

// One filled-in instrument. Every item of the instrument has an answer or a reason why there is none.
struct AssessmentRequest {
    domain::PatientId patient;
    std::string instrument;
    std::string version; // of the instrument that was shown
    domain::Occasion occasion = domain::Occasion::FollowUp;
    domain::ResponseMode mode = domain::ResponseMode::InPerson;
    base::CalendarDate date;
    std::vector<domain::QuestionnaireAnswer> answers{};
    domain::SafetyAnswer safety{}; // only where an answer asks for it, and then both parts
    std::optional<domain::QuestionnaireResponseId> corrects{};
    std::string reason{}; // of a correction
};

struct Assessment {
    domain::QuestionnaireResponse response;
    std::string recordedBy; // printed name
    bool corrected = false; // another one took its place
    // The answers scored again by the instrument as it is now; nothing if the clinic no longer has that version.
    std::optional<domain::InstrumentResult> scored;
    bool agrees = true; // what was stored is what the answers score now
};

struct PatientAssessments {
    std::vector<domain::Instrument> instruments; // that may be filled in, all versions as they are now
    std::vector<Assessment> all;                 // newest day first, then the one entered last

    [[nodiscard]] const domain::Instrument* instrument(std::string_view id) const;
};

class AssessmentService {
public:
    explicit AssessmentService(ServiceContext& context) : m_context(context) {}

    // Scores the answers and stores both. Nothing is stored on failure.
    // NotFound: patient, instrument (none of that id that may be filled in), corrects (not of this patient and
    // instrument). Conflict: instrument (its version is another one than was shown), corrects (corrected already).
    // Invalid: date (InFuture, InPast before the birth), occasion (NotAllowed for this instrument), each item by its
    // key (Required, OutOfRange, NotAllowed, Duplicate), safety_done and safety_told (Required when an answer asks for
    // them, TooLong, NotAllowed when none does), reason (Required, TooLong, NotAllowed without a correction).
    [[nodiscard]] base::Result<domain::QuestionnaireResponseId> record(const Actor& actor,
                                                                       const AssessmentRequest& request);
    // NotFound: patient. Opening is audited as a view.
    [[nodiscard]] base::Result<PatientAssessments> ofPatient(const Actor& actor, const domain::PatientId& patient,
                                                             Reading reading);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
