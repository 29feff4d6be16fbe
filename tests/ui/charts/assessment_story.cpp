#include "tests/ui/charts/assessment_story.h"

#include <algorithm>

#include "tests/ui/charts/course_story.h"

namespace chairside::test {

namespace {

domain::InstrumentScale scale(const std::string& key, const std::string& domain) {
    domain::InstrumentScale made{.key = key, .text = key, .domain = domain};
    made.items = {key};
    return made;
}

} // namespace

AssessmentStory::AssessmentStory() {
    domain::Instrument instrument{.id = "impact", .version = "1", .name = "Impact"};
    instrument.occasions = {domain::Occasion::Baseline, domain::Occasion::FollowUp};
    for (const auto& [key, name] :
         {std::pair{"total", "fiqr"}, std::pair{"fatigue", "fatigue"}, std::pair{"sleep", "sleep"},
          std::pair{"memory", "memory"}, std::pair{"mood", "mood"}}) {
        instrument.scales.push_back(scale(key, name));
    }
    m_all.instruments.push_back(std::move(instrument));
    domain::Instrument test{.id = "endurance", .version = "1", .name = "Muscle endurance"};
    test.items = {{.key = "held", .text = "Time held", .unit = "s"}, {.key = "load", .text = "Load", .unit = "g"}};
    test.scales.push_back(scale("held", "endurance"));
    m_all.instruments.push_back(std::move(test));
}

AssessmentStory& AssessmentStory::filled(std::string_view date, std::optional<int> total, std::optional<int> fatigue,
                                         std::optional<int> sleep, std::optional<int> memory, std::optional<int> mood) {
    domain::QuestionnaireResponse response{.id = domain::QuestionnaireResponseId(madeUpUuid()),
                                           .patient = domain::PatientId(madeUpUuid()),
                                           .instrument = "impact",
                                           .version = "1",
                                           .date = day(date),
                                           .recordedAt = base::Instant::of(0, 0),
                                           .recordedBy = domain::AccountId(madeUpUuid())};
    for (const auto& [key, value] : {std::pair{"total", total}, std::pair{"fatigue", fatigue},
                                     std::pair{"sleep", sleep}, std::pair{"memory", memory}, std::pair{"mood", mood}}) {
        domain::RecordedScore score{.scale = key};
        domain::QuestionnaireAnswer answer{.item = key, .value = value, .missing = {}};
        if (value) {
            score.score = domain::Score::ofWhole(*value);
        } else {
            answer.missing = domain::MissingReason::Declined;
        }
        response.answers.push_back(answer);
        response.scores.push_back(score);
    }
    m_all.all.push_back({.response = std::move(response), .recordedBy = "R. Khan, RN", .scored = {}});
    return *this;
}

AssessmentStory& AssessmentStory::held(std::string_view date, int seconds, int grams) {
    domain::QuestionnaireResponse response{.id = domain::QuestionnaireResponseId(madeUpUuid()),
                                           .patient = domain::PatientId(madeUpUuid()),
                                           .instrument = "endurance",
                                           .version = "1",
                                           .date = day(date),
                                           .recordedAt = base::Instant::of(0, 0),
                                           .recordedBy = domain::AccountId(madeUpUuid())};
    response.answers = {{"held", seconds, std::nullopt}, {"load", grams, std::nullopt}};
    response.scores = {{.scale = "held", .score = domain::Score::ofWhole(seconds)}};
    m_all.all.push_back({.response = std::move(response), .recordedBy = "R. Khan, RN", .scored = {}});
    return *this;
}

AssessmentStory& AssessmentStory::corrected() {
    m_all.all.back().corrected = true;
    return *this;
}

services::PatientAssessments AssessmentStory::all() const {
    auto result = m_all;
    std::ranges::stable_sort(result.all, {}, [](const auto& one) { return one.response.date; });
    std::ranges::reverse(result.all);
    return result;
}

} // namespace chairside::test
