#include "app/self_check.h"

#include <QFontInfo>
#include <QIcon>
#include <functional>
#include <iostream>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace chairside::app {

namespace {

struct Check {
    const char* name;
    std::function<bool()> holds;
};

// A whole demo clinic in memory: every service, the store, the chain.
bool demoClinicVerifies() {
    const base::SystemTimeZone zone;
    const auto moment = demoMoment(zone);
    DemoClock clock(moment);
    auto clinic = Clinic::open({.folder = {}, .inMemory = true, .weakPasswords = true}, clock);
    if (!clinic || !fillDemoClinic(**clinic, clock, moment)) return false;
    auto& services = (*clinic)->services();
    const auto& administrator = demoAccountOf(domain::Role::Administrator);
    auto actor = services.accounts.signIn(administrator.userName, administrator.password, workstationName());
    if (!actor) return false;
    auto report = services.audit.verify(*actor);
    return report && report->clean();
}

} // namespace

int runSelfCheck() {
    const Check checks[] = {
        {"font with tabular digits",
         [] {
             return QFontInfo(ui::uiFont()).exactMatch();
         }},
        {"icons",
         [] {
             return !ui::icon(QStringLiteral("today")).isNull();
         }},
        {"protocols, services, store and audit chain", demoClinicVerifies},
    };
    bool all = true;
    for (const auto& check : checks) {
        const bool holds = check.holds();
        all = all && holds;
        std::cout << (holds ? "ok    " : "FAIL  ") << check.name << '\n';
    }
    return all ? 0 : 1;
}

} // namespace chairside::app
