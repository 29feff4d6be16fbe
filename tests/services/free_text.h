// Every field of the services that takes free text, as a table: what is written there is read back by what a page asks.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {

// Thrown by a step that writes the text and is refused; nothing else in a case may fail.
struct Refused {
    base::Error error;
};

template <class T>
T typed(base::Result<T> result) {
    if (!result) throw Refused{result.error()};
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

enum class Limits {
    Lifted, // no text of the list is too long
    Usual
};

// A clinic in the middle of its work, with one course and one infusion of each kind for all texts.
class Desk {
public:
    explicit Desk(Limits limits = Limits::Lifted);

    TestClinic clinic;
    services::Services& services = clinic.services;
    const services::Actor& nurse = clinic.nurse;
    const services::Actor& physician = clinic.physician;

    [[nodiscard]] domain::PatientId patient();
    [[nodiscard]] domain::PatientDetails registered(const std::function<void(domain::PatientDetails&)>& change);
    // What is shown of an entry of the history.
    [[nodiscard]] services::HistoryLine line(const domain::PatientId& id, const domain::EntryId& entry);
    // The same details after they were written and read.
    [[nodiscard]] domain::HistoryDetails kept(const domain::HistoryDetails& details);

    [[nodiscard]] domain::CourseId course();
    // A version that is not signed.
    [[nodiscard]] const domain::ProtocolVersionId& draft();
    [[nodiscard]] Limits limits() const { return m_limits; }
    // Of a new course under this protocol.
    [[nodiscard]] services::OrderRequest order(const std::string& protocol = "course_05");
    // The pump runs.
    [[nodiscard]] const domain::InfusionId& running();
    // The pump was stopped; the protocol asks for scores after the infusion.
    [[nodiscard]] const domain::InfusionId& stopped();
    // Opened under a protocol with a pre-check; nothing is answered yet.
    [[nodiscard]] const domain::InfusionId& opened();
    // Stopped under a protocol with a discharge, every criterion met.
    [[nodiscard]] const domain::InfusionId& recovered();
    // A new one whose bag was prepared.
    [[nodiscard]] domain::InfusionId prepared();
    // A new infusion that was stopped at once, after which the patient left early.
    [[nodiscard]] domain::Discharge leftEarly(const std::string& reason, const std::string& prescriber,
                                              const std::string& escort);
    // A questionnaire whose answer asks for a safety check; with a reason, the correction of one.
    [[nodiscard]] domain::QuestionnaireResponse safetyAnswer(const domain::SafetyAnswer& safety,
                                                             const std::optional<std::string>& reason = {});
    [[nodiscard]] domain::InfusionRecord record(const domain::InfusionId& infusion);

private:
    Limits m_limits;
    int m_count = 0;
    std::optional<domain::ProtocolVersionId> m_draft;
    std::optional<domain::CourseId> m_course;
    std::optional<domain::InfusionId> m_running, m_stopped, m_opened, m_recovered;
};

enum class TextSource {
    Typed,
    TypedInOneLine, // a text of several lines is refused by name
    Shipped         // from a file of the program, which is checked when it is read
};

struct FreeText {
    const char* field;
    std::vector<std::string> columns; // "table.column" of the schema
    // Writes the text there and reads it back; throws Refused.
    std::function<std::string(Desk&, const std::string&)> roundTrip;
    TextSource source = TextSource::Typed;
};

void PrintTo(const FreeText& one, std::ostream* out);

[[nodiscard]] std::vector<FreeText> patientTexts();
[[nodiscard]] std::vector<FreeText> historyTexts();
[[nodiscard]] std::vector<FreeText> courseTexts();
[[nodiscard]] std::vector<FreeText> protocolTexts();
[[nodiscard]] std::vector<FreeText> chairTexts();
// Drugs and emergencies at the chair.
[[nodiscard]] std::vector<FreeText> drugTexts();
[[nodiscard]] std::vector<FreeText> correctionTexts();
[[nodiscard]] std::vector<FreeText> laterCorrectionTexts();
[[nodiscard]] std::vector<FreeText> afterTexts();
[[nodiscard]] std::vector<FreeText> clinicTexts();
// Of what somebody else looks at: emergency access, the drug book.
[[nodiscard]] std::vector<FreeText> watchedTexts();

} // namespace chairside::test
