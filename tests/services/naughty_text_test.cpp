// Awkward text comes back from every free-text field exactly as it was written.
#include <algorithm>
#include <functional>

#include "tests/support/core/naughty_texts.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::HistoryKind;
using services::Reading;

// A clinic in the middle of its work, whose limits no text of the list exceeds.
class Desk {
public:
    Desk() {
        auto& policy = clinic.context.policy;
        policy.patient.maxNameLength = policy.patient.maxTextLength = policy.maxNoteLength = 5000;
    }

    TestClinic clinic;

    [[nodiscard]] domain::PatientId patient(domain::PatientDetails details = aPatient()) {
        details.clinicNumber += " " + std::to_string(++m_count);
        return clinic.patient(details);
    }
    [[nodiscard]] domain::PatientDetails known(const domain::PatientId& id) {
        return need(clinic.services.patients.overview(clinic.nurse, id, Reading::Refresh)).patient.details;
    }
    [[nodiscard]] domain::PatientDetails registered(const std::function<void(domain::PatientDetails&)>& change) {
        auto details = aPatient();
        change(details);
        return known(patient(details));
    }
    // One course and one running infusion for all texts.
    [[nodiscard]] domain::CourseId course() {
        if (!m_course) m_course = clinic.orderedCourse(patient());
        return *m_course;
    }
    [[nodiscard]] domain::InfusionId running() {
        if (!m_running) m_running = clinic.runningInfusion(course());
        return *m_running;
    }
    [[nodiscard]] domain::InfusionRecord record() { return clinic.view(running()).record; }
    [[nodiscard]] services::HistoryLine line(const domain::PatientId& id, const domain::EntryId& entry) {
        const auto all = need(clinic.services.histories.of(clinic.nurse, id, Reading::Refresh)).lines;
        return *std::ranges::find_if(all, [&](const auto& one) { return one.entry.id == entry; });
    }
    [[nodiscard]] domain::HistoryDetails kept(const domain::HistoryDetails& details) {
        const auto id = patient();
        return line(id, need(clinic.services.histories.add(clinic.nurse, id, details))).entry.details;
    }

private:
    int m_count = 0;
    std::optional<domain::CourseId> m_course;
    std::optional<domain::InfusionId> m_running;
};

struct FreeText {
    const char* field;
    // Writes the text there and reads it back.
    std::function<std::string(Desk&, const std::string&)> roundTrip;
};

void PrintTo(const FreeText& one, std::ostream* out) {
    *out << one.field;
}

std::vector<FreeText> patientTexts() {
    using Text = const std::string&;
    return {
        {"family_name",
         [](Desk& d, Text t) {
             return d.registered([&](auto& p) { p.name.family = t; }).name.family;
         }},
        {"given_name",
         [](Desk& d, Text t) {
             return d.registered([&](auto& p) { p.name.given = t; }).name.given;
         }},
        {"title",
         [](Desk& d, Text t) {
             return d.registered([&](auto& p) { p.name.title = t; }).name.title;
         }},
        {"preferred_name",
         [](Desk& d, Text t) {
             return d.registered([&](auto& p) { p.name.preferred = t; }).name.preferred;
         }},
        {"phone",
         [](Desk& d, Text t) {
             return d.registered([&](auto& p) { p.phone = t; }).phone;
         }},
        {"allergies",
         [](Desk& d, Text t) {
             return d.registered([&](auto& p) { p.allergies = t; }).allergies;
         }},
    };
}

std::vector<FreeText> historyTexts() {
    using Text = const std::string&;
    return {
        {"history_text",
         [](Desk& d, Text t) {
             return d.kept({.kind = HistoryKind::Address, .text = t}).text;
         }},
        {"history_note",
         [](Desk& d, Text t) {
             return d.kept({.kind = HistoryKind::Allergy, .text = "latex", .note = t}).note;
         }},
        {"history_phone",
         [](Desk& d, Text t) {
             return d.kept({.kind = HistoryKind::Escort, .text = "Ben", .phone = t}).phone;
         }},
        {"history_dose",
         [](Desk& d, Text t) {
             return d.kept({.kind = HistoryKind::Medicine, .text = "x", .dose = t}).dose;
         }},
        {"history_route",
         [](Desk& d, Text t) {
             return d.kept({.kind = HistoryKind::Medicine, .text = "x", .route = t}).route;
         }},
        {"history_reason",
         [](Desk& d, Text t) {
             auto& histories = d.clinic.services.histories;
             const auto id = d.patient();
             const domain::HistoryDetails details{.kind = HistoryKind::Medicine, .text = "x"};
             const auto first = need(histories.add(d.clinic.nurse, id, details));
             return d.line(id, need(histories.correct(d.clinic.nurse, id, first, details, t))).entry.reason;
         }},
        {"state_reason",
         [](Desk& d, Text t) {
             const auto id = d.patient();
             need(d.clinic.services.patientStates.set(
                 d.clinic.nurse,
                 {.patient = id, .state = domain::PatientState::Withdrawn, .since = date("2025-01-03"), .reason = t}));
             return need(d.clinic.services.patientStates.of(d.clinic.nurse, id)).front().entry.reason;
         }},
        {"merge_reason",
         [](Desk& d, Text t) {
             auto& merges = d.clinic.services.merges;
             need(merges.merge(d.clinic.administrator,
                               {.survivor = d.patient(), .duplicate = d.patient(), .reason = t}));
             return need(merges.merges(d.clinic.administrator)).front().merge.reason;
         }},
    };
}

std::vector<FreeText> courseTexts() {
    using Text = const std::string&;
    return {
        {"order_goal",
         [](Desk& d, Text t) {
             auto order = anOrder(d.patient(), d.clinic.signedProtocol(), d.clinic.clock.now().localDate());
             order.goal = t;
             const auto course = need(d.clinic.services.courses.order(d.clinic.physician, order));
             return d.clinic.review(course).course.goal;
         }},
        {"dose_decision_reason",
         [](Desk& d, Text t) {
             need(d.clinic.services.courses.decideDose(d.clinic.physician, {.course = d.course(),
                                                                            .kind = domain::OrderKind::Keep,
                                                                            .perKg = {},
                                                                            .reason = t,
                                                                            .password = kPassword}));
             return d.clinic.review(d.course()).orders.back().reason;
         }},
        {"not_given_reason",
         [](Desk& d, Text t) {
             const auto course = d.clinic.orderedCourse(d.patient());
             need(d.clinic.services.courses.recordNotGiven(d.clinic.nurse, d.clinic.planned(course, 1).id,
                                                           domain::PlanState::Missed, t));
             return d.clinic.planned(course, 1).reason;
         }},
        {"stop_reason",
         [](Desk& d, Text t) {
             const auto course = d.clinic.orderedCourse(d.patient());
             need(d.clinic.services.courses.decideDose(
                 d.clinic.physician,
                 {.course = course, .kind = domain::OrderKind::Stop, .perKg = {}, .reason = t, .password = kPassword}));
             return d.clinic.review(course).course.stopReason;
         }},
    };
}

std::vector<FreeText> chairTexts() {
    using Text = const std::string&;
    return {
        {"note",
         [](Desk& d, Text t) {
             need(d.clinic.services.infusions.recordNote(d.clinic.nurse, d.running(), t));
             return d.record().notes.back().text;
         }},
        {"vitals_note",
         [](Desk& d, Text t) {
             auto entry = someVitals(d.running());
             entry.note = t;
             need(d.clinic.services.infusions.recordVitals(d.clinic.nurse, entry));
             return d.record().vitals.back().note;
         }},
        {"event_words",
         [](Desk& d, Text t) {
             need(d.clinic.services.infusions.recordEvent(
                 d.clinic.nurse, {.infusion = d.running(), .term = "other", .words = t, .grade = 1}));
             return d.record().events.back().words;
         }},
        {"pause_reason",
         [](Desk& d, Text t) {
             d.clinic.clock.advance(std::chrono::seconds(1));
             d.clinic.step(d.running(), domain::StepKind::Pause, t);
             const auto reason = d.record().steps.back().reason;
             d.clinic.clock.advance(std::chrono::seconds(1));
             d.clinic.step(d.running(), domain::StepKind::Resume);
             return reason;
         }},
    };
}

std::vector<FreeText> laterTexts() {
    using Text = const std::string&;
    return {
        {"emergency_called",
         [](Desk& d, Text t) {
             need(d.clinic.services.infusions.recordEmergency(
                 d.clinic.nurse, {d.running(), t, "", {}, domain::EmergencyStanding::Ongoing}));
             return d.record().emergency.back().called;
         }},
        {"emergency_done",
         [](Desk& d, Text t) {
             need(d.clinic.services.infusions.recordEmergency(
                 d.clinic.nurse, {d.running(), "", t, {}, domain::EmergencyStanding::Ongoing}));
             return d.record().emergency.back().done;
         }},
        {"addendum",
         [](Desk& d, Text t) {
             const auto id = d.running();
             if (!d.record().signature) d.clinic.finish(id);
             need(d.clinic.services.infusions.addAddendum(d.clinic.nurse, id, t));
             return d.record().addenda.back().text;
         }},
        {"draft",
         [](Desk& d, Text t) {
             const services::DraftSubject subject{"order", "naughty"};
             need(d.clinic.services.drafts.keep(d.clinic.nurse, subject, t));
             return need(d.clinic.services.drafts.find(d.clinic.nurse, subject)).value().content;
         }},
        {"account_name",
         [](Desk& d, Text t) {
             static int count = 0;
             const auto user = "user" + std::to_string(++count);
             const auto id = need(d.clinic.services.accounts.createAccount(
                 d.clinic.administrator, {user, t, {domain::Role::Nurse}, kPassword}));
             const auto people = need(d.clinic.services.accounts.accounts(d.clinic.administrator));
             return domain::printedNameOf(people, id);
         }},
    };
}

class NaughtyText : public ::testing::TestWithParam<FreeText> {};

TEST_P(NaughtyText, ComesBackUnchanged) {
    Desk desk;
    for (const auto& text : naughtyTexts())
        EXPECT_EQ(GetParam().roundTrip(desk, text), text);
    EXPECT_TRUE(desk.clinic.verify().clean());
}

std::string nameOf(const ::testing::TestParamInfo<FreeText>& info) {
    return info.param.field;
}

INSTANTIATE_TEST_SUITE_P(OfAPatient, NaughtyText, ::testing::ValuesIn(patientTexts()), nameOf);
INSTANTIATE_TEST_SUITE_P(OfAHistory, NaughtyText, ::testing::ValuesIn(historyTexts()), nameOf);
INSTANTIATE_TEST_SUITE_P(OfACourse, NaughtyText, ::testing::ValuesIn(courseTexts()), nameOf);
INSTANTIATE_TEST_SUITE_P(AtTheChair, NaughtyText, ::testing::ValuesIn(chairTexts()), nameOf);

INSTANTIATE_TEST_SUITE_P(Elsewhere, NaughtyText, ::testing::ValuesIn(laterTexts()), nameOf);

} // namespace
} // namespace chairside::test
