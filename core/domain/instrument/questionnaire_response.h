// One filled-in instrument of a patient. Entered once and never changed: a correction is a new response that names the
// old one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/instrument/scoring.h"
#include "core/domain/missing.h"

namespace chairside::domain {

// How the answers came in.
enum class ResponseMode { InPerson, Phone, Paper };

// Exactly one of value and missing is there.
struct QuestionnaireAnswer {
    std::string item; // its key in the instrument
    std::optional<int> value;
    std::optional<MissingReason> missing;
};

// A scale as it was scored when the response was recorded, to thousandths of a point; no score: too many were missing.
struct RecordedScore {
    std::string scale;
    std::optional<Score> score;
    int answered = 0;
    int items = 0;
    bool prorated = false; // made from the answered items although some were missing

    bool operator==(const RecordedScore&) const = default;
};

// What was done about an answer that asks for it (PHQ-9 item 9 above 0). Both empty: nothing asked for it.
struct SafetyAnswer {
    std::string done; // what was done
    std::string told; // who was told

    [[nodiscard]] bool empty() const { return done.empty() && told.empty(); }
};

struct QuestionnaireResponse {
    QuestionnaireResponseId id;
    PatientId patient;
    std::string instrument; // id and version of the instrument it was scored by
    std::string version;
    Occasion occasion = Occasion::FollowUp;
    ResponseMode mode = ResponseMode::InPerson;
    base::CalendarDate date; // the day it was filled in
    base::Instant recordedAt;
    AccountId recordedBy;
    std::optional<QuestionnaireResponseId> corrects;
    std::string correctionReason; // empty only if it corrects nothing
    SafetyAnswer safety;
    std::vector<QuestionnaireAnswer> answers; // in the instrument's order
    std::vector<RecordedScore> scores;        // in the instrument's order

    [[nodiscard]] const RecordedScore* score(std::string_view scale) const;
};

// As they are stored beside the answers.
[[nodiscard]] std::vector<RecordedScore> recordedScores(const InstrumentResult& result);

// The values of a response in the order of the instrument's items; an item it does not know of has none.
[[nodiscard]] ItemValues valuesOf(const QuestionnaireResponse& response, const Instrument& instrument);

// Those that no other one corrects, in the order given.
[[nodiscard]] std::vector<QuestionnaireResponse> standing(std::span<const QuestionnaireResponse> responses);

} // namespace chairside::domain
