#include "app/demo/demo_history.h"

#include <chrono>
#include <vector>

namespace chairside::app {

namespace {

using base::CalendarDate;
using base::Done;
using domain::HistoryDetails;
using domain::HistoryKind;
using domain::OnsetTrigger;
using domain::TherapyKind;

constexpr int kChangeMinute = 12 * 60;
constexpr int kWithdrawnBefore = 12;

struct Told {
    std::string_view clinicNumber;
    HistoryDetails details;
};

CalendarDate day(int year, unsigned month, unsigned dayOfMonth) {
    return *CalendarDate::of(year, month, dayOfMonth);
}

HistoryDetails fibromyalgia(CalendarDate onset, OnsetTrigger trigger) {
    return {
        .kind = HistoryKind::Diagnosis, .text = "Fibromyalgia", .code = "M79.7", .trigger = trigger, .since = onset};
}

HistoryDetails medicine(const char* name, const char* dose, CalendarDate since) {
    return {.kind = HistoryKind::Medicine, .text = name, .dose = dose, .route = "by mouth", .since = since};
}

HistoryDetails therapy(TherapyKind kind, const char* name, CalendarDate since) {
    return {.kind = HistoryKind::Therapy, .text = name, .therapy = kind, .since = since};
}

HistoryDetails condition(const char* name, const char* code) {
    return {.kind = HistoryKind::Comorbidity, .text = name, .code = code};
}

HistoryDetails person(HistoryKind kind, const char* name, const char* relation, const char* phone) {
    return {.kind = kind, .text = name, .note = relation, .phone = phone};
}

HistoryDetails phone(const char* number) {
    return {.kind = HistoryKind::Phone, .text = number};
}

// Those who sit in the chairs these days.
std::vector<Told> ofTheDay() {
    return {
        {"KC 0412", phone("0555 0142")},
        {"KC 0412", {.kind = HistoryKind::Address, .text = "12 Harbour Lane, 4000 Sampleton"}},
        {"KC 0412", person(HistoryKind::EmergencyContact, "Peter Testpatient", "husband", "0555 0143")},
        {"KC 0412", person(HistoryKind::Escort, "Peter Testpatient", "husband", "0555 0143")},
        {"KC 0412", fibromyalgia(day(2016, 5, 1), OnsetTrigger::Infection)},
        {"KC 0412", condition("Migraine", "G43.9")},
        {"KC 0412", condition("Irritable bowel syndrome", "K58.9")},
        {"KC 0412", medicine("Tramadol", "50 mg up to three times a day", day(2023, 11, 2))},
        {"KC 0412", medicine("Amitriptyline", "25 mg at night", day(2021, 3, 15))},
        {"KC 0412", medicine("Ibuprofen", "400 mg when needed", day(2019, 1, 1))},
        {"KC 0412", therapy(TherapyKind::Physiotherapy, "aqua training, twice a week", day(2024, 9, 2))},
        {"KC 0412", therapy(TherapyKind::Psychotherapy, "cognitive behavioural, every two weeks", day(2024, 10, 7))},
        {"KC 0388", phone("0555 0388")},
        {"KC 0388", person(HistoryKind::Escort, "Chris Sample", "brother", "0555 0389")},
        {"KC 0388", fibromyalgia(day(2012, 2, 1), OnsetTrigger::Trauma)},
        {"KC 0388", condition("Arterial hypertension, treated", "I10")},
        {"KC 0388", medicine("Ramipril", "5 mg in the morning", day(2018, 6, 1))},
        {"KC 0388", medicine("Duloxetine", "60 mg in the morning", day(2022, 2, 1))},
        {"KC 0455", phone("0555 0455")},
        {"KC 0455", fibromyalgia(day(2020, 8, 1), OnsetTrigger::EmotionalStress)},
        {"KC 0455", medicine("Lorazepam", "1 mg at night", day(2024, 6, 10))},
        {"KC 0455", therapy(TherapyKind::Sleep, "sleep training", day(2024, 11, 4))},
        {"KC 0201", phone("0555 0201")},
        {"KC 0201", person(HistoryKind::Escort, "Jan Tester", "partner", "0555 0202")},
        {"KC 0201", fibromyalgia(day(2017, 1, 1), OnsetTrigger::Surgery)},
        {"KC 0201", medicine("Pregabalin", "75 mg twice a day", day(2023, 1, 9))},
        {"KC 0201", therapy(TherapyKind::Exercise, "walking, 30 minutes a day", day(2024, 12, 2))},
        {"KC 0319", fibromyalgia(day(2009, 10, 1), OnsetTrigger::NoneKnown)},
        {"KC 0319", medicine("Moclobemide", "150 mg twice a day", day(2022, 4, 4))},
    };
}

// Those whose course is over or has not begun.
std::vector<Told> ofTheOthers() {
    return {
        {"KC 0142", phone("0555 0111")},
        {"KC 0142", fibromyalgia(day(2014, 3, 1), OnsetTrigger::Trauma)},
        {"KC 0142", medicine("Duloxetine", "30 mg in the morning", day(2021, 5, 3))},
        {"KC 0142", therapy(TherapyKind::Exercise, "cycling, three times a week", day(2024, 11, 18))},
        {"KC 0142", therapy(TherapyKind::Physiotherapy, "", day(2024, 6, 3))},
        {"KC 0097", fibromyalgia(day(2011, 7, 1), OnsetTrigger::Surgery)},
        {"KC 0097", medicine("Tilidine with naloxone", "50 mg twice a day", day(2022, 9, 12))},
        {"KC 0097", condition("Obstructive sleep apnoea", "G47.3")},
        {"KC 0266", fibromyalgia(day(2019, 9, 1), OnsetTrigger::Infection)},
        {"KC 0350", fibromyalgia(day(2021, 4, 1), OnsetTrigger::EmotionalStress)},
        {"KC 0350", therapy(TherapyKind::Psychotherapy, "acceptance and commitment therapy", day(2024, 8, 5))},
        {"KC 0173", fibromyalgia(day(2005, 1, 1), OnsetTrigger::NoneKnown)},
        {"KC 0288", fibromyalgia(day(2022, 12, 1), OnsetTrigger::Infection)},
        {"KC 0304", fibromyalgia(day(2018, 3, 1), OnsetTrigger::Trauma)},
        {"KC 0118", fibromyalgia(day(2008, 11, 1), OnsetTrigger::Surgery)},
        {"KC 0118", medicine("Amitriptyline", "10 mg at night", day(2015, 2, 2))},
        {"KC 0230", fibromyalgia(day(2013, 6, 1), OnsetTrigger::NoneKnown)},
        {"KC 0361", fibromyalgia(day(2020, 1, 1), OnsetTrigger::EmotionalStress)},
        {"KC 0470", phone("0555 0470")},
        {"KC 0470", fibromyalgia(day(2023, 2, 1), OnsetTrigger::Infection)},
    };
}

// Anna's dose was written down wrongly, and she stopped the ibuprofen.
Done changeLater(DemoCast& cast, const DemoSubject& subject) {
    auto found = cast.services.histories.of(*cast.nurse, *subject.patient, services::Reading::Refresh);
    if (!found) return std::unexpected(found.error());
    for (const auto& line : found->lines) {
        if (!line.current || line.entry.details.kind != HistoryKind::Medicine) continue;
        auto details = line.entry.details;
        if (details.text == "Amitriptyline") {
            details.dose = "10 mg at night";
            auto corrected = cast.services.histories.correct(*cast.nurse, *subject.patient, line.entry.id, details,
                                                             "The package says 10 mg.");
            if (!corrected) return std::unexpected(corrected.error());
        } else if (details.text == "Ibuprofen") {
            auto ended =
                cast.services.histories.end(*cast.nurse, *subject.patient, {line.entry.id, HistoryKind::Medicine},
                                            cast.today.plusDays(-4), "No effect.");
            if (!ended) return std::unexpected(ended.error());
        }
    }
    return {};
}

// What the family practice sent along: measured there, so it stands beside the clinic's own values.
Done takeOver(DemoCast& cast, const DemoSubject& subject) {
    constexpr int kTakenAt = 9 * 60 + 20;
    const auto measured = [&cast](const char* loinc, int value, CalendarDate on, const char* name) {
        return services::ObservationCandidate{{},   loinc, domain::OutsideValue::ofWhole(value), cast.at(on, kTakenAt),
                                              name, {}};
    };
    auto details = subject.details;
    details.clinicNumber.clear();
    const services::RecordFile file{{{"Patient/1024",
                                      {"entry 1", details, {}},
                                      {},
                                      {measured("72514-3", 8, day(2024, 9, 17), "Observation/pain-0917"),
                                       measured("72514-3", 7, day(2024, 11, 26), "Observation/pain-1126"),
                                       measured("8480-6", 134, day(2024, 11, 26), "Observation/bp-1126/systolic"),
                                       measured("8462-4", 82, day(2024, 11, 26), "Observation/bp-1126/diastolic")}}},
                                    {}};
    auto done = cast.services.recordImports.apply(*cast.nurse, file, services::Refused::StopsAll);
    if (!done) return std::unexpected(done.error());
    return {};
}

// Karl does not want another course after what happened in the third infusion.
Done withdraw(DemoCast& cast, const DemoSubject& subject) {
    return cast.services.patientStates.set(*cast.nurse, {.patient = *subject.patient,
                                                         .state = domain::PatientState::Withdrawn,
                                                         .since = cast.today.plusDays(-kWithdrawnBefore),
                                                         .reason = "Told by phone: no further infusions wanted."});
}

} // namespace

void addHistory(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject,
                base::Instant registered) {
    auto all = ofTheDay();
    for (auto& told : ofTheOthers())
        all.push_back(std::move(told));
    int minutes = 0;
    for (const auto& told : all) {
        if (told.clinicNumber != subject->details.clinicNumber) continue;
        timeline.at(registered.plus(std::chrono::minutes(++minutes)), [&cast, subject, told]() -> Done {
            auto added = cast.services.histories.add(*cast.nurse, *subject->patient, told.details);
            if (!added) return std::unexpected(added.error());
            return {};
        });
    }
    if (subject->details.clinicNumber == "KC 0173") {
        timeline.at(cast.at(cast.today.plusDays(-kWithdrawnBefore), kChangeMinute),
                    [&cast, subject] { return withdraw(cast, *subject); });
    }
    if (subject->details.clinicNumber == "KC 0388") {
        timeline.at(cast.at(cast.today.plusDays(-4), kChangeMinute + 5),
                    [&cast, subject] { return takeOver(cast, *subject); });
    }
    if (subject->details.clinicNumber != "KC 0412") return;
    timeline.at(cast.at(cast.today.plusDays(-4), kChangeMinute),
                [&cast, subject] { return changeLater(cast, *subject); });
}

} // namespace chairside::app
