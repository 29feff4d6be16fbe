#include "app/demo/demo_script.h"

#include <algorithm>
#include <utility>

namespace chairside::app {

namespace {

using domain::AllergyStatus;
using domain::Gender;

const std::vector<int> kTuesdayAndFriday{0, 3, 7, 10, 14, 17};
const std::vector<int> kFridayAndTuesday{0, 4, 7, 11, 14, 18};
const std::vector<int> kWeekly{0, 7, 14, 21, 28, 35};

constexpr std::string_view kCourseProtocol = "fibromyalgia_course_05";
constexpr std::string_view kStudyProtocol = "single_03_study";

struct Born {
    int year;
    unsigned month;
    unsigned day;
};

domain::PatientDetails person(const char* family, const char* given, const char* title, Born born, Gender gender,
                              const char* number, const char* allergies = "") {
    domain::PatientDetails details{.name = {family, given, title, {}},
                                   .born = *base::CalendarDate::of(born.year, born.month, born.day),
                                   .gender = gender,
                                   .clinicNumber = number,
                                   .phone = {},
                                   .allergyStatus = AllergyStatus::NoneKnown,
                                   .allergies = allergies};
    if (*allergies != '\0') details.allergyStatus = AllergyStatus::Known;
    return details;
}

DemoInfusion given(int before, int after, int microgramsPerKg = 500, int positiveSites = -1) {
    return {.before = before, .after = after, .microgramsPerKg = microgramsPerKg, .positiveSites = positiveSites};
}

DemoInfusion with(DemoInfusion infusion, std::string_view term, int grade) {
    infusion.eventTerm = term;
    infusion.eventGrade = grade;
    return infusion;
}

DemoInfusion fate(DemoFate what, int microgramsPerKg = 500) {
    return {.fate = what, .microgramsPerKg = microgramsPerKg};
}

DemoCourse course(int firstDaysBefore, const std::vector<int>& offsets, std::vector<int> baseline,
                  std::vector<DemoInfusion> infusions) {
    return {.protocol = kCourseProtocol,
            .firstDaysBefore = firstDaysBefore,
            .dayOffsets = offsets,
            .baseline = std::move(baseline),
            .infusions = std::move(infusions)};
}

// Courses that are under way on the demo day.
void addActive(std::vector<DemoPatient>& patients) {
    auto running = course(4, kFridayAndTuesday, {8, 7, 8},
                          {given(8, 5, 500, 15),
                           {.fate = DemoFate::Running, .before = 7, .vitalsUntil = 75},
                           fate(DemoFate::Planned),
                           fate(DemoFate::Planned),
                           fate(DemoFate::Planned),
                           fate(DemoFate::Planned)});
    running.startMinute = 9 * 60 + 6;
    patients.push_back({person("SAMPLE", "Robin", "Mr", {1966, 2, 2}, Gender::Male, "KC 0388"), 91'500, {running}});

    patients.push_back({person("TESTPATIENT", "Anna", "Ms", {1979, 3, 14}, Gender::Female, "KC 0412", "penicillin"),
                        68'000,
                        {course(11, kFridayAndTuesday, {7, 8, 7},
                                {given(8, 4, 500, 15),
                                 given(7, 3),
                                 with(given(6, 3), "nausea", 1),
                                 {.fate = DemoFate::Running, .before = 5},
                                 fate(DemoFate::Planned),
                                 fate(DemoFate::Planned)})}});
    patients.push_back({person("TESTPATIENT", "Anne", "Ms", {1971, 9, 19}, Gender::Female, "KC 0455"),
                        74'300,
                        {course(0, kTuesdayAndFriday, {6, 7, 7},
                                {fate(DemoFate::Planned), fate(DemoFate::Planned), fate(DemoFate::Planned),
                                 fate(DemoFate::Planned), fate(DemoFate::Planned), fate(DemoFate::Planned)})}});
    patients.push_back({person("TESTER", "Mira", "Ms", {1988, 7, 30}, Gender::Female, "KC 0201"),
                        59'400,
                        {course(18, kFridayAndTuesday, {8, 8, 9},
                                {given(8, 6, 500, 16), given(8, 6), given(7, 5, 600), given(6, 4, 600, 12),
                                 given(5, 3, 600), fate(DemoFate::Planned, 600)})}});
    patients.push_back(
        {person("EXAMPLE", "Jonas", "Mr", {1959, 11, 5}, Gender::Male, "KC 0319", "latex, iodine contrast"),
         83'200,
         {course(7, kTuesdayAndFriday, {7, 7},
                 {given(7, 5),
                  {.fate = DemoFate::Unsigned, .before = 7, .after = 4},
                  fate(DemoFate::Planned),
                  fate(DemoFate::Planned),
                  fate(DemoFate::Planned),
                  fate(DemoFate::Planned)})}});
}

// Finished courses, each with a different outcome.
void addResponses(std::vector<DemoPatient>& patients) {
    auto responder = course(53, kFridayAndTuesday, {8, 7, 7},
                            {given(8, 4, 500, 16), given(7, 3), with(given(6, 2), "dizziness", 1), given(5, 2, 500, 11),
                             given(4, 2), given(3, 1, 500, 7)});
    responder.followUps = {{7, 3}, {14, 3}, {28, 4}};
    patients.push_back(
        {person("MUSTER", "Elena", "Dr", {1974, 5, 21}, Gender::Female, "KC 0142"), 70'000, {responder}});

    auto nonResponder = course(70, kTuesdayAndFriday, {8, 8, 8},
                               {given(8, 7, 500, 17), given(8, 7), given(8, 6, 600), given(8, 7, 700, 17),
                                given(7, 6, 800), given(8, 7, 900, 16)});
    nonResponder.followUps = {{7, 8}, {14, 8}};
    patients.push_back(
        {person("PROBE", "Viktor", "Mr", {1969, 12, 12}, Gender::Male, "KC 0097"), 102'600, {nonResponder}});

    auto missing =
        course(39, kFridayAndTuesday, {7, 6, 7},
               {given(7, 4, 500, 14), given(-1, 4), given(6, -1), given(-1, -1), given(5, 3), given(4, 3, 500, 10)});
    missing.followUps = {{7, -1}, {14, 4}};
    patients.push_back({person("SPECIMEN", "Ines", "Ms", {1982, 1, 8}, Gender::Female, "KC 0266"), 64'900, {missing}});

    auto relapse =
        course(35, kTuesdayAndFriday, {8, 8, 7},
               {given(8, 5, 500, 15), given(7, 4), given(6, 4), given(5, 3), given(4, 3), given(4, 2, 500, 9)});
    relapse.followUps = {{7, 7}, {14, 8}};
    patients.push_back({person("FICTIO", "Noor", "Ms", {1991, 4, 17}, Gender::Female, "KC 0350"), 77'100, {relapse}});
}

void addInterrupted(std::vector<DemoPatient>& patients) {
    auto stopped = course(39, kFridayAndTuesday, {9, 8, 8},
                          {given(8, 6, 500, 16),
                           with(given(8, 5), "nausea", 2),
                           {.fate = DemoFate::StoppedForEvent,
                            .before = 7,
                            .after = 7,
                            .microgramsPerKg = 500,
                            .eventTerm = "hypertension",
                            .eventGrade = 3}});
    stopped.stopReason = "Severe hypertension during infusion 3; not to be repeated without cardiology review.";
    stopped.followUps = {{7, 8}};
    patients.push_back({person("BEISPIEL", "Karl", "Mr", {1954, 8, 28}, Gender::Male, "KC 0173"), 95'800, {stopped}});

    patients.push_back({person("SAMPLER", "Odile", "Ms", {1986, 10, 3}, Gender::Female, "KC 0288"),
                        61'700,
                        {course(35, kTuesdayAndFriday, {7, 7, 6},
                                {given(7, 4, 500, 13), given(6, 4), fate(DemoFate::Missed), given(6, 3), given(5, 3),
                                 given(4, 2, 500, 8)})}});
    patients.push_back({person("MODEL", "Tomas", "Mr", {1977, 6, 15}, Gender::Male, "KC 0304"),
                        88'400,
                        {course(49, kWeekly, {8, 7, 8},
                                {given(8, 5, 500, 14), given(7, 5), given(7, 4), fate(DemoFate::Declined), given(6, 4),
                                 given(6, 4, 500, 11)})}});
}

void addLaterDecisions(std::vector<DemoPatient>& patients) {
    auto first =
        course(130, kFridayAndTuesday, {8, 8, 8},
               {given(8, 5, 500, 17), given(7, 4), given(6, 4), given(6, 3), given(5, 3), given(4, 2, 500, 9)});
    first.followUps = {{7, 4}, {28, 5}, {42, 7}};
    auto second = course(4, kFridayAndTuesday, {7, 8},
                         {given(7, 4, 500, 14), fate(DemoFate::Planned), fate(DemoFate::Planned),
                          fate(DemoFate::Planned), fate(DemoFate::Planned), fate(DemoFate::Planned)});
    patients.push_back(
        {person("ERSATZ", "Zoë", "Ms", {1963, 2, 25}, Gender::Female, "KC 0118"), 66'200, {first, second}});

    auto postponed =
        course(56, kTuesdayAndFriday, {7, 8, 7},
               {given(8, 5, 500, 14), given(7, 4), given(6, 4), given(5, 3), given(5, 3), given(4, 2, 500, 8)});
    postponed.postponeReason = "Away for three weeks; wishes to decide afterwards.";
    postponed.postponeDays = 24;
    patients.push_back(
        {person("PLACEHOLDER", "Ada", "Ms", {1968, 3, 9}, Gender::Female, "KC 0230"), 72'500, {postponed}});

    DemoCourse study{.protocol = kStudyProtocol,
                     .firstDaysBefore = 32,
                     .dayOffsets = {0},
                     .baseline = {8, 8},
                     .infusions = {given(8, 3, 300, 15)}};
    study.followUps = {{7, 6}, {28, 7}};
    patients.push_back({person("TRIAL", "Lena", "Ms", {1984, 12, 1}, Gender::Female, "KC 0361"), 70'000, {study}});
}

} // namespace

const std::vector<DemoAccount>& demoAccounts() {
    static const std::vector<DemoAccount> accounts{
        {"nurse", "R. Khan, RN", {domain::Role::Nurse}, "demo nurse 1"},
        {"osei", "M. Osei, RN", {domain::Role::Nurse}, "demo nurse 2"},
        {"physician", "L. Okafor, MD", {domain::Role::Physician}, "demo physician password"},
        {"admin", "A. Lindqvist", {domain::Role::Administrator}, "demo administrator password"},
    };
    return accounts;
}

const DemoAccount& demoAccountOf(domain::Role role) {
    const auto& all = demoAccounts();
    return *std::ranges::find_if(all, [role](const DemoAccount& account) { return account.roles.has(role); });
}

std::vector<DemoPatient> demoPatients() {
    std::vector<DemoPatient> patients;
    addActive(patients);
    addResponses(patients);
    addInterrupted(patients);
    addLaterDecisions(patients);
    patients.push_back({person("VORLAGE", "Hannah", "Ms", {1995, 9, 27}, Gender::Female, "KC 0470"), 57'800, {}});
    return patients;
}

} // namespace chairside::app
