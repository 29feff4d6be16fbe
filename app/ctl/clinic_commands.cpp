#include <fstream>
#include <iostream>
#include <iterator>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "app/demo/demo_clinic.h"
#include "app/demo/demo_crowd.h"
#include "core/base/decimal_text.h"
#include "core/base/system_clock.h"
#include "core/exchange/calc.h"
#include "core/exchange/instrument_file.h"

namespace chairside::app {

namespace {

using base::Done;

const char* groupKey(services::RetreatmentGroup group) {
    using services::RetreatmentGroup;
    switch (group) {
    case RetreatmentGroup::Overdue:
        return "overdue";
    case RetreatmentGroup::DueThisWeek:
        return "due_this_week";
    case RetreatmentGroup::InWindow:
        return "in_window";
    case RetreatmentGroup::FollowUpMissing:
        return "follow_up_missing";
    case RetreatmentGroup::EarlyRelapse:
        return "early_relapse";
    case RetreatmentGroup::BeforeWindow:
        return "before_window";
    case RetreatmentGroup::Postponed:
        return "postponed";
    case RetreatmentGroup::CourseRunning:
        return "course_running";
    case RetreatmentGroup::Decided:
        return "decided";
    }
    return "";
}

std::string isoOrNothing(const std::optional<base::CalendarDate>& date) {
    return date ? date->iso() : std::string{};
}

} // namespace

Done initClinic(const CtlOptions& options) {
    const base::SystemTimeZone zone;
    const base::SystemClock clock(zone);
    auto password = askPassword("Password for " + options.user + ": ");
    if (!password) return std::unexpected(password.error());
    auto clinic = Clinic::open({.folder = options.data}, clock);
    if (!clinic) return std::unexpected(clinic.error());
    warnIfNotEncrypted(**clinic);
    auto actor = (*clinic)->services().accounts.setUpClinic(
        options.clinicName, {options.user, options.printedName, {domain::Role::Administrator}, *password},
        workstationName());
    if (!actor) return std::unexpected(actor.error());
    const auto code = (*clinic)->services().accounts.recoveryCode();
    if (!code.empty()) {
        std::cout << "Recovery code: " << code
                  << "\nWrite it down and keep it in a safe; it is not shown again. It opens the data when no password "
                     "does.\n";
    }
    return (*clinic)->services().accounts.signOut(*actor);
}

Done makeDemo(const CtlOptions& options) {
    const base::SystemTimeZone zone;
    const auto moment = demoMoment(zone);
    DemoClock clock(moment);
    auto clinic = Clinic::open({.folder = options.data, .encrypt = !options.unencrypted, .weakPasswords = true}, clock);
    if (!clinic) return std::unexpected(clinic.error());
    warnIfNotEncrypted(**clinic);
    if (auto done = fillDemoClinic(**clinic, clock, moment); !done) return done;
    return registerCrowd(**clinic, options.patients, options.seed);
}

Done verifyClinic(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto report = (*session)->services().audit.verify((*session)->actor());
    if (!report) return std::unexpected(report.error());
    for (const auto& finding : report->findings) {
        std::cout << finding.check << ": " << finding.place << ": " << finding.detail << '\n';
    }
    std::cout << report->auditEvents << " audit events, " << report->rowsChecked << " rows, head " << report->head
              << '\n';
    if (report->clean()) {
        std::cout << "clean\n";
        return {};
    }
    return base::fail(base::Code::StorageDamaged, report->findings.front().check, report->findings.front().place);
}

Done reportRetreatment(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto rows = (*session)->services().reviews.retreatmentList((*session)->actor());
    if (!rows) return std::unexpected(rows.error());
    std::cout << "group\tclinic_number\tborn\tcourse\tgiven\tplanned\tdays\topens\tcloses\tlatest_pain\tlatest_date\n";
    for (const auto& row : *rows) {
        std::cout << groupKey(row.group) << '\t' << row.patient.details.clinicNumber << '\t'
                  << row.patient.details.born.iso() << '\t' << row.course.number << '\t' << row.infusionsGiven << '\t'
                  << row.infusionsPlanned << '\t' << row.window.days << '\t' << isoOrNothing(row.window.opens) << '\t'
                  << isoOrNothing(row.window.closes) << '\t' << (row.latest ? base::toText(*row.latest) : std::string{})
                  << '\t' << isoOrNothing(row.latestDate) << '\n';
    }
    return {};
}

Done calculate(const CtlOptions& options) {
    std::vector<std::string> files;
    for (const auto& path : options.instruments) {
        std::ifstream file(path, std::ios::binary);
        if (!file) return base::fail(base::Code::NotFound, "instrument", path.string());
        files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    const auto own = exchange::ownInstruments(files);
    if (!own) return std::unexpected(own.error());
    exchange::calcStream(std::cin, std::cout, *own);
    return {};
}

} // namespace chairside::app
