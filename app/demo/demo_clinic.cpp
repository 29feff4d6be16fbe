#include "app/demo/demo_clinic.h"

#include "app/demo/demo_course.h"

namespace chairside::app {

namespace {

using base::Done;

constexpr int kDemoMinute = 10 * 60 + 42;

Done signIn(DemoCast& cast, domain::Role role, std::optional<services::Actor>& who) {
    const auto& account = demoAccountOf(role);
    auto actor = cast.services.accounts.signIn(account.userName, account.password, workstationName());
    if (!actor) return std::unexpected(actor.error());
    who = *actor;
    return {};
}

services::ClinicDetails demoDetails() {
    return {.name = "Demo clinic", .address = "1 Example Street\nSampletown 12345", .phone = "555 0100", .logo = {}};
}

constexpr const char* kClinicRegimen = "fibromyalgia_course_05";

Done setUp(DemoCast& cast) {
    const auto& administrator = demoAccountOf(domain::Role::Administrator);
    auto actor = cast.services.accounts.setUpClinic(
        demoDetails().name,
        {administrator.userName, administrator.printedName, administrator.roles, administrator.password},
        workstationName(), services::PatientsAre::Invented);
    if (!actor) return std::unexpected(actor.error());
    cast.administrator = *actor;
    for (const auto& account : demoAccounts()) {
        if (account.userName == administrator.userName) continue;
        auto made = cast.services.accounts.createAccount(
            *cast.administrator, {account.userName, account.printedName, account.roles, account.password});
        if (!made) return std::unexpected(made.error());
    }
    if (auto done = cast.services.clinic.change(*cast.administrator, demoDetails()); !done) return done;
    if (auto done = cast.services.chairs.setChairs(*cast.administrator, {"1", "2", "3", "4"}); !done) return done;
    if (auto done = signIn(cast, domain::Role::Physician, cast.physician); !done) return done;
    return signIn(cast, domain::Role::Nurse, cast.nurse);
}

// What a physician is working on: the next version of the clinic's regimen, not in force before it is signed.
Done draftNextVersion(DemoCast& cast) {
    auto version = cast.services.protocols.takeOver(*cast.physician, kClinicRegimen);
    if (!version) return std::unexpected(version.error());
    return cast.services.protocols.changeNumbers(
        *cast.physician, *version,
        {{"regimen.max_gap_days", 10, "Clinic meeting of 13-Jan-2025: a longer pause made the courses hard to judge"},
         {"response.late_hours", 48, "Clinic meeting of 13-Jan-2025: scores of a weekend are written down on Monday"}});
}

// A patient who telephoned was registered a second time under a misspelt name; the administrator put it right.
Done mergeDuplicate(DemoCast& cast) {
    auto again =
        cast.services.patients.registerPatient(*cast.nurse, {.name = {"FICTIO", "Nour", "Ms", {}},
                                                             .born = *base::CalendarDate::of(1991, 4, 17),
                                                             .gender = domain::Gender::Female,
                                                             .clinicNumber = "KC 0351",
                                                             .phone = {},
                                                             .allergyStatus = domain::AllergyStatus::NotRecorded,
                                                             .allergies = {}});
    if (!again) return std::unexpected(again.error());
    auto both = cast.services.merges.preview(*cast.administrator, "KC 0350", "KC 0351");
    if (!both) return std::unexpected(both.error());
    auto merged = cast.services.merges.merge(
        *cast.administrator, {both->survivor.patient.id, *again, "Same person, registered twice by telephone"});
    if (!merged) return std::unexpected(merged.error());
    return {};
}

// The chairs take ten infusions a day; the rest are days without any.
Done sayDays(DemoCast& cast) {
    const auto day = [&cast](int month, int number) {
        return *base::CalendarDate::of(cast.today.year(), static_cast<unsigned>(month), static_cast<unsigned>(number));
    };
    return cast.services.chairs.setDays(
        *cast.administrator, {10, {day(1, 20), day(2, 17), day(4, 18), day(5, 26), day(12, 25), day(12, 26)}});
}

// The administrator was the only one there when somebody rang: nobody has looked at it yet.
Done lookInAnEmergency(DemoCast& cast) {
    auto& all = cast.services;
    const auto& administrator = *cast.administrator;
    auto access =
        all.emergencyAccess.begin(administrator, "Emergency department asks at night what was infused and when",
                                  demoAccountOf(domain::Role::Administrator).password);
    if (!access) return std::unexpected(access.error());
    auto found = all.patients.search(administrator, "KC 0412", 1);
    if (!found) return std::unexpected(found.error());
    if (found->rows.empty()) return base::fail(base::Code::NotFound, "patient", "KC 0412");
    auto seen = all.patients.overview(administrator, found->rows.front().patient.id, services::Reading::Open);
    if (!seen) return std::unexpected(seen.error());
    return {};
}

Done signProtocols(DemoCast& cast) {
    auto templates = cast.services.protocols.templates(*cast.physician);
    if (!templates) return std::unexpected(templates.error());
    for (const auto& shipped : *templates) {
        auto version = cast.services.protocols.takeOver(*cast.physician, shipped.key);
        if (!version) return std::unexpected(version.error());
        if (auto done = cast.services.protocols.sign(*cast.physician, *version,
                                                     demoAccountOf(domain::Role::Physician).password);
            !done) {
            return done;
        }
        auto all = cast.services.protocols.versions(*cast.physician);
        if (!all) return std::unexpected(all.error());
        for (const auto& stored : *all) {
            if (stored.id == *version) cast.protocols.emplace(shipped.key, stored);
        }
    }
    return {};
}

} // namespace

base::Instant demoMoment(const base::TimeZone& zone) {
    const auto day = *base::CalendarDate::of(2025, 1, 14);
    const std::int64_t local = day.days().time_since_epoch().count() * 86'400'000LL + kDemoMinute * 60'000LL;
    const int offset = zone.offsetMinutesAt(local);
    return base::Instant::of(local - offset * 60'000LL, offset);
}

base::Done fillDemoClinic(Clinic& clinic, DemoClock& clock, base::Instant moment,
                          const std::vector<DemoPatient>& patients) {
    auto occupied = clinic.services().accounts.hasAccounts();
    if (!occupied) return std::unexpected(occupied.error());
    if (*occupied) return base::fail(base::Code::WrongState, "clinic", "not empty");
    const base::SystemTimeZone zone;
    DemoCast cast{.services = clinic.services(), .zone = zone, .today = moment.localDate()};
    DemoTimeline timeline;
    const auto opening = cast.at(cast.today.plusDays(-200), 8 * 60);
    timeline.at(opening, [&cast] { return setUp(cast); });
    timeline.at(opening, [&cast] { return signProtocols(cast); });
    for (const auto& patient : patients)
        addPatient(timeline, cast, patient);
    const auto yesterday = cast.at(cast.today.plusDays(-1), 18 * 60);
    timeline.at(yesterday, [&cast] { return draftNextVersion(cast); });
    timeline.at(yesterday, [&cast] { return sayDays(cast); });
    timeline.at(cast.at(cast.today.plusDays(-1), 22 * 60 + 14), [&cast] { return lookInAnEmergency(cast); });
    timeline.at(cast.at(cast.today.plusDays(-1), 22 * 60 + 26),
                [&cast] { return cast.services.emergencyAccess.end(*cast.administrator); });
    timeline.at(yesterday, [&cast] { return mergeDuplicate(cast); });
    auto played = timeline.play(clock, moment);
    clock.set(moment);
    return played;
}

} // namespace chairside::app
