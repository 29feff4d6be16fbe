#include "app/demo/demo_treatment.h"

namespace chairside::app {

namespace {

using base::Done;
using domain::HistoryKind;
using domain::TherapyKind;

constexpr int kNoon = 12 * 60;

// Days count back from the demo day.
struct DemoTreatment {
    std::string_view clinicNumber;
    int noted = 0; // the day it was written down
    int since = 0;
    int ended = -1; // -1: goes on
    std::string_view name;
    std::string_view dose;                // of a medicine
    std::optional<TherapyKind> therapy{}; // none: a medicine
};

constexpr DemoTreatment kTreatments[] = {
    {"KC 0412", 12, 420, -1, "duloxetine", "60 mg in the morning"},
    {"KC 0412", 6, 6, -1, "warm-water exercise", {}, TherapyKind::Exercise},
    {"KC 0142", 54, 800, 33, "amitriptyline", "25 mg at night"},
    {"KC 0142", 46, 46, -1, "sleep training", {}, TherapyKind::Sleep},
    {"KC 0097", 62, 62, -1, "pregabalin", "75 mg twice a day"},
    {"KC 0350", 36, 300, -1, "physiotherapy", {}, TherapyKind::Physiotherapy},
    {"KC 0118", 131, 131, 60, "tramadol", "50 mg when needed"},
};

Done add(DemoCast& cast, const DemoSubject& subject, const DemoTreatment& script) {
    domain::HistoryDetails details{.kind = script.therapy ? HistoryKind::Therapy : HistoryKind::Medicine,
                                   .text = std::string(script.name),
                                   .dose = std::string(script.dose)};
    details.therapy = script.therapy;
    details.since = cast.today.plusDays(-script.since);
    auto added = cast.services.histories.add(*cast.nurse, *subject.patient, details);
    if (!added) return std::unexpected(added.error());
    return {};
}

// The entry is found by its name: nobody else writes into the demo clinic while it is played.
Done end(DemoCast& cast, const DemoSubject& subject, const DemoTreatment& script) {
    auto history = cast.services.histories.of(*cast.nurse, *subject.patient, services::Reading::Refresh);
    if (!history) return std::unexpected(history.error());
    for (const auto& line : history->lines) {
        if (line.replaced || line.entry.details.text != script.name) continue;
        auto ended =
            cast.services.histories.end(*cast.nurse, *subject.patient, {line.entry.id, line.entry.details.kind},
                                        cast.today.plusDays(-script.ended), "No longer needed.");
        if (!ended) return std::unexpected(ended.error());
        return {};
    }
    return base::fail(base::Code::NotFound, "history", std::string(script.name));
}

} // namespace

void addTreatments(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject) {
    int minute = kNoon;
    for (const auto& one : kTreatments) {
        if (one.clinicNumber != subject->details.clinicNumber) continue;
        timeline.at(cast.at(cast.today.plusDays(-one.noted), minute++),
                    [&cast, subject, one] { return add(cast, *subject, one); });
        if (one.ended < 0) continue;
        timeline.at(cast.at(cast.today.plusDays(-one.ended), minute++),
                    [&cast, subject, one] { return end(cast, *subject, one); });
    }
}

} // namespace chairside::app
