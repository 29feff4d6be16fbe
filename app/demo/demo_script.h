// The story of the demo clinic as data: invented people and what became of their courses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/account/role.h"
#include "core/domain/patient/patient.h"

namespace chairside::app {

struct DemoAccount {
    std::string userName;
    std::string printedName;
    domain::RoleSet roles;
    std::string password;
};

// They exist in demo clinics only.
[[nodiscard]] const std::vector<DemoAccount>& demoAccounts();
// The first of them with this role; every role has one.
[[nodiscard]] const DemoAccount& demoAccountOf(domain::Role role);

// What became of one planned infusion.
enum class DemoFate { Given, StoppedForEvent, Missed, Declined, Running, Unsigned, Planned };

struct DemoInfusion {
    DemoFate fate = DemoFate::Given;
    int before = -1; // pain, -1: not recorded
    int after = -1;
    int microgramsPerKg = 500;  // ordered for this infusion
    std::string_view eventTerm; // empty: none
    int eventGrade = 0;
    int positiveSites = -1; // tender points, -1: not examined
    int vitalsUntil = 600;  // minutes after the start; rows due later were not taken
};

struct DemoFollowUp {
    int daysAfterLast = 0;
    int pain = -1; // -1: could not be reached
};

struct DemoCourse {
    std::string_view protocol;   // template key
    int firstDaysBefore = 0;     // first infusion, days before the demo day
    std::vector<int> dayOffsets; // of each infusion from the first
    std::vector<int> baseline;   // pain scores on the days before the order
    std::vector<DemoInfusion> infusions;
    std::vector<DemoFollowUp> followUps;
    std::string_view stopReason; // stopped by the physician after the last infusion given
    std::string_view postponeReason;
    int postponeDays = 0;      // from the demo day
    int startMinute = 10 * 60; // of the day
};

struct DemoPatient {
    domain::PatientDetails details;
    int grams = 0;
    std::vector<DemoCourse> courses;
};

[[nodiscard]] std::vector<DemoPatient> demoPatients();

} // namespace chairside::app
