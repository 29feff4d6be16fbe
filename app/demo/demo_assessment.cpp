#include "app/demo/demo_assessment.h"

#include <algorithm>

namespace chairside::app {

namespace {

using base::Done;
using domain::Occasion;
using domain::ResponseMode;

constexpr int kAfternoon = 14 * 60;
// Answers wander around the share by these percents, so that not every item is the same.
constexpr int kWander[] = {0, 12, -8, 5, -14, 9, -3};

const std::vector<DemoAssessment>& script() {
    static const std::vector<DemoAssessment> all{
        // Active course: baseline, and one on the way.
        {"KC 0412", 12, "fiqr", Occasion::Baseline, ResponseMode::Paper, 66},
        {"KC 0412", 12, "acr2016", Occasion::Baseline, ResponseMode::InPerson, 70},
        {"KC 0412", 12, "phq9", Occasion::Baseline, ResponseMode::Paper, 42},
        {"KC 0412", 12, "gad7", Occasion::Baseline, ResponseMode::Paper, 40},
        {"KC 0412", 4, "fiqr", Occasion::Visit, ResponseMode::InPerson, 48, 8},
        {"KC 0201", 19, "fiqr", Occasion::Baseline, ResponseMode::InPerson, 74},
        {"KC 0201", 19, "phq9", Occasion::Baseline, ResponseMode::InPerson, 58},
        {"KC 0201", 8, "fiqr", Occasion::Visit, ResponseMode::InPerson, 55},
        {"KC 0201", 1, "phq9", Occasion::Visit, ResponseMode::Phone, 44},
        {"KC 0388", 5, "fiqr", Occasion::Baseline, ResponseMode::InPerson, 61},
        // A responder with the whole picture over ten weeks.
        {"KC 0142", 54, "fiqr", Occasion::Baseline, ResponseMode::InPerson, 68},
        {"KC 0142", 54, "acr2016", Occasion::Baseline, ResponseMode::InPerson, 75},
        {"KC 0142", 54, "phq9", Occasion::Baseline, ResponseMode::InPerson, 48},
        {"KC 0142", 54, "gad7", Occasion::Baseline, ResponseMode::InPerson, 45},
        {"KC 0142", 54, "endurance", Occasion::Baseline, ResponseMode::InPerson, 1},
        {"KC 0142", 45, "fiqr", Occasion::Visit, ResponseMode::InPerson, 50},
        {"KC 0142", 28, "fiqr", Occasion::FollowUp, ResponseMode::Phone, 34},
        {"KC 0142", 28, "phq9", Occasion::FollowUp, ResponseMode::Phone, 20},
        {"KC 0142", 28, "pgic", Occasion::FollowUp, ResponseMode::Phone, 10},
        {"KC 0142", 8, "fiqr", Occasion::FollowUp, ResponseMode::Phone, 38, 4},
        {"KC 0142", 8, "endurance", Occasion::FollowUp, ResponseMode::InPerson, 2},
        // Nothing changed, and one who got worse again.
        {"KC 0097", 71, "fiqr", Occasion::Baseline, ResponseMode::Paper, 72},
        {"KC 0097", 46, "fiqr", Occasion::FollowUp, ResponseMode::Phone, 70},
        {"KC 0097", 46, "pgic", Occasion::FollowUp, ResponseMode::Phone, 55},
        {"KC 0350", 36, "fiqr", Occasion::Baseline, ResponseMode::Paper, 70},
        {"KC 0350", 12, "fiqr", Occasion::FollowUp, ResponseMode::InPerson, 40},
        {"KC 0350", 4, "fiqr", Occasion::FollowUp, ResponseMode::Phone, 67},
        {"KC 0266", 40, "gad7", Occasion::Baseline, ResponseMode::Paper, 50, 3},
        // Two courses.
        {"KC 0118", 131, "fiqr", Occasion::Baseline, ResponseMode::Paper, 73},
        {"KC 0118", 86, "fiqr", Occasion::FollowUp, ResponseMode::Phone, 41},
        {"KC 0118", 5, "fiqr", Occasion::Baseline, ResponseMode::InPerson, 65},
    };
    return all;
}

int answerOf(const domain::InstrumentItem& item, int percent, std::size_t at) {
    const int share = std::clamp(percent + kWander[at % std::size(kWander)], 0, 100);
    return item.low + ((item.high - item.low) * share + 50) / 100;
}

std::vector<domain::QuestionnaireAnswer> answersOf(const domain::Instrument& instrument, const DemoAssessment& script) {
    std::vector<domain::QuestionnaireAnswer> answers;
    for (std::size_t at = 0; at < instrument.items.size(); ++at) {
        const auto& item = instrument.items[at];
        domain::QuestionnaireAnswer answer{item.key, answerOf(item, script.percent, at), std::nullopt};
        // Nobody of the demo clinic thinks of death.
        if (item.key == "phq_9") answer.value = 0;
        if (static_cast<int>(at) == script.declined) answer = {item.key, {}, domain::MissingReason::Declined};
        answers.push_back(std::move(answer));
    }
    return answers;
}

Done fillIn(DemoCast& cast, const DemoSubject& subject, const DemoAssessment& script) {
    auto found = cast.services.assessments.ofPatient(*cast.nurse, *subject.patient, services::Reading::Refresh);
    if (!found) return std::unexpected(found.error());
    const auto* instrument = found->instrument(script.instrument);
    if (instrument == nullptr) return base::fail(base::Code::NotFound, "instrument", std::string(script.instrument));
    auto recorded = cast.services.assessments.record(*cast.nurse, {.patient = *subject.patient,
                                                                   .instrument = instrument->id,
                                                                   .version = instrument->version,
                                                                   .occasion = script.occasion,
                                                                   .mode = script.mode,
                                                                   .date = cast.today.plusDays(-script.daysBefore),
                                                                   .answers = answersOf(*instrument, script)});
    if (!recorded) return std::unexpected(recorded.error());
    return {};
}

} // namespace

void addAssessments(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject) {
    int minute = kAfternoon;
    for (const auto& one : script()) {
        if (one.clinicNumber != subject->details.clinicNumber) continue;
        timeline.at(cast.at(cast.today.plusDays(-one.daysBefore), minute++),
                    [&cast, subject, one] { return fillIn(cast, *subject, one); });
    }
}

} // namespace chairside::app
