#include "app/demo/demo_course.h"

#include "app/demo/demo_assessment.h"
#include "app/demo/demo_history.h"
#include "app/demo/demo_infusion.h"
#include "app/demo/demo_treatment.h"

namespace chairside::app {

namespace {

using base::Done;

constexpr int kMorning = 8 * 60;

std::string passwordOf(const services::Actor& actor) {
    for (const auto& account : demoAccounts()) {
        if (account.userName == actor.userName) return account.password;
    }
    return {};
}

// One scripted course while it is played.
struct PlayedCourse {
    DemoCast& cast;
    DemoCourse script;
    std::shared_ptr<DemoSubject> subject;
    base::CalendarDate first;

    [[nodiscard]] base::CalendarDate dateOf(std::size_t index) const {
        return first.plusDays(script.dayOffsets[index]);
    }
};

constexpr const char* kTestedItem = "liver_tests";

std::vector<domain::ScreeningReply> repliesTo(const std::vector<domain::ScreeningItem>& items,
                                              base::CalendarDate orderedOn) {
    std::vector<domain::ScreeningReply> replies;
    for (const auto& item : items) {
        if (item.key == kTestedItem) {
            replies.push_back({item.key, domain::AnswerKind::Favourable, "ALT 24 U per L", orderedOn.plusDays(-9)});
        } else {
            replies.push_back(
                {item.key, item.always ? domain::AnswerKind::Favourable : domain::AnswerKind::NotApplicable, {}});
        }
    }
    return replies;
}

Done order(const PlayedCourse& played) {
    auto& cast = played.cast;
    const auto& protocol = cast.protocols.find(played.script.protocol)->second;
    services::OrderRequest request{.patient = *played.subject->patient,
                                   .protocolVersion = protocol.id,
                                   .perKg = domain::DosePerKg::ofRaw(played.script.infusions.front().microgramsPerKg),
                                   .minutes = protocol.rules.regimen.minutes,
                                   .dates = {},
                                   .goal = "Walk the dog for half an hour; sleep through four nights a week.",
                                   .baseline = {},
                                   .initials = domain::initials(played.subject->details.name),
                                   .birthYear = std::to_string(played.subject->details.born.year()),
                                   .password = passwordOf(*cast.physician),
                                   .screening = repliesTo(protocol.screening, played.first.plusDays(-1)),
                                   .stopRule = "No benefit after three infusions, or a serious event.",
                                   .consentOn = played.first.plusDays(-1),
                                   .consentTakenBy = "Dr Okafor",
                                   .consentReference = "Consent folder, this course"};
    for (std::size_t at = 0; at < played.script.dayOffsets.size(); ++at)
        request.dates.push_back(played.dateOf(at));
    int daysBefore = static_cast<int>(played.script.baseline.size());
    for (const int pain : played.script.baseline)
        request.baseline.push_back({played.first.plusDays(-1 - daysBefore--), pain});
    auto ordered = cast.services.courses.order(*cast.physician, request);
    if (!ordered) return std::unexpected(ordered.error());
    played.subject->course = *ordered;
    auto overview = cast.services.patients.overview(*cast.nurse, *played.subject->patient, services::Reading::Refresh);
    if (!overview) return std::unexpected(overview.error());
    played.subject->planned = overview->courses.front().planned;
    return {};
}

Done changeDose(const PlayedCourse& played, int from, int to) {
    const bool raised = to > from;
    return played.cast.services.courses.decideDose(
        *played.cast.physician,
        {.course = *played.subject->course,
         .kind = domain::OrderKind::Change,
         .perKg = domain::DosePerKg::ofRaw(to),
         .reason = raised ? "Tolerated well, response below 30 %." : "Lower dose after side effects.",
         .password = passwordOf(*played.cast.physician)});
}

void addInfusions(DemoTimeline& timeline, const PlayedCourse& played) {
    int perKg = played.script.infusions.front().microgramsPerKg;
    for (std::size_t at = 0; at < played.script.infusions.size(); ++at) {
        const DemoInfusion& infusion = played.script.infusions[at];
        const base::CalendarDate date = played.dateOf(at);
        if (infusion.microgramsPerKg != perKg) {
            timeline.at(played.cast.at(date, kMorning),
                        [played, from = perKg, to = infusion.microgramsPerKg] { return changeDose(played, from, to); });
            perKg = infusion.microgramsPerKg;
        }
        if (infusion.fate == DemoFate::Missed || infusion.fate == DemoFate::Declined) {
            const bool missed = infusion.fate == DemoFate::Missed;
            timeline.at(played.cast.at(date, played.script.startMinute + 60), [played, at, missed] {
                return played.cast.services.courses.recordNotGiven(
                    *played.cast.nurse, played.subject->planned[at].id,
                    missed ? domain::PlanState::Missed : domain::PlanState::Declined,
                    missed ? "Did not come; reached by phone, transport failed." : "Declined today, has a cold.");
            });
        } else if (infusion.fate != DemoFate::Planned) {
            addInfusion(timeline, played.cast, played.subject, infusion, at,
                        played.cast.at(date, played.script.startMinute));
        }
    }
}

void addAftermath(DemoTimeline& timeline, const PlayedCourse& played) {
    const base::CalendarDate last = played.dateOf(played.script.infusions.size() - 1);
    if (!played.script.stopReason.empty()) {
        timeline.at(played.cast.at(last, 17 * 60), [played] {
            return played.cast.services.courses.decideDose(*played.cast.physician,
                                                           {.course = *played.subject->course,
                                                            .kind = domain::OrderKind::Stop,
                                                            .perKg = {},
                                                            .reason = std::string(played.script.stopReason),
                                                            .password = passwordOf(*played.cast.physician)});
        });
    }
    for (const auto& followUp : played.script.followUps) {
        const auto date = last.plusDays(followUp.daysAfterLast);
        timeline.at(played.cast.at(date, 15 * 60), [played, followUp, date] {
            services::FollowUpRequest request{.course = *played.subject->course, .date = date};
            if (followUp.pain >= 0) {
                request.pain = followUp.pain;
            } else {
                request.missing = domain::MissingReason::Unavailable;
            }
            return played.cast.services.courses.recordFollowUp(*played.cast.nurse, request);
        });
    }
    if (played.script.postponeReason.empty()) return;
    timeline.at(played.cast.at(played.cast.today.plusDays(-1), 16 * 60), [played] {
        return played.cast.services.courses.decideRetreatment(
            *played.cast.physician, {.course = *played.subject->course,
                                     .kind = domain::DecisionKind::Postpone,
                                     .until = played.cast.today.plusDays(played.script.postponeDays),
                                     .reason = std::string(played.script.postponeReason)});
    });
}

} // namespace

base::Instant DemoCast::at(base::CalendarDate date, int minuteOfDay) const {
    const std::int64_t local = date.days().time_since_epoch().count() * 86'400'000LL + minuteOfDay * 60'000LL;
    const int offset = zone.offsetMinutesAt(local);
    return base::Instant::of(local - offset * 60'000LL, offset);
}

void addPatient(DemoTimeline& timeline, DemoCast& cast, const DemoPatient& patient) {
    auto subject = std::make_shared<DemoSubject>(DemoSubject{.details = patient.details, .grams = patient.grams});
    const int daysBefore = patient.courses.empty() ? 1 : patient.courses.front().firstDaysBefore + 9;
    const auto arrival = cast.at(cast.today.plusDays(-daysBefore), kMorning + 30);
    timeline.at(arrival, [&cast, subject]() -> Done {
        auto registered = cast.services.patients.registerPatient(*cast.nurse, subject->details);
        if (!registered) return std::unexpected(registered.error());
        subject->patient = *registered;
        return {};
    });
    addHistory(timeline, cast, subject, arrival);
    addAssessments(timeline, cast, subject);
    addTreatments(timeline, cast, subject);
    for (const auto& script : patient.courses) {
        auto perCourse = std::make_shared<DemoSubject>(*subject);
        const PlayedCourse played{cast, script, perCourse, cast.today.plusDays(-script.firstDaysBefore)};
        timeline.at(cast.at(played.first.plusDays(-1), 11 * 60), [played, subject] {
            played.subject->patient = subject->patient;
            return order(played);
        });
        addInfusions(timeline, played);
        addAftermath(timeline, played);
    }
}

} // namespace chairside::app
