#include "tests/bench/bench_clinic.h"

#include <cstdio>
#include <cstdlib>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_crowd.h"
#include "app/demo/demo_script.h"

namespace chairside::bench {

namespace {

constexpr int kPatientsPerCommit = 10'000;

base::Instant moment() {
    const base::SystemTimeZone zone;
    return app::demoMoment(zone);
}

// Beside the program, so that what an interrupted run leaves lies in a build folder and on the disk that is measured.
std::filesystem::path newFolder() {
    std::string name = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "clinic-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) giveUp("a folder for the clinic", {.code = base::Code::StorageFailed});
    return name;
}

services::Actor signIn(services::Services& services, domain::Role role) {
    const auto& account = app::demoAccountOf(role);
    return need(services.accounts.signIn(account.userName, account.password, "bench"), "sign-in");
}

} // namespace

void giveUp(const char* what, const base::Error& error) {
    std::fprintf(stderr, "bench: %s failed with code %d %s\n", what, static_cast<int>(error.code),
                 error.detail.c_str());
    for (const auto& problem : error.problems)
        std::fprintf(stderr, "bench: field %s, rule %d\n", problem.field.c_str(), static_cast<int>(problem.rule));
    std::exit(1);
}

BenchClinic::BenchClinic(bool encrypt) : m_folder(newFolder()), m_clock(moment()) {
    m_clinic =
        need(app::Clinic::open({.folder = m_folder, .encrypt = encrypt, .weakPasswords = true}, m_clock), "opening");
    need(app::fillDemoClinic(*m_clinic, m_clock, moment()), "the demo clinic");
    m_clock.run(moment());
    m_nurse = signIn(services(), domain::Role::Nurse);
    m_physician = signIn(services(), domain::Role::Physician);
    m_administrator = signIn(services(), domain::Role::Administrator);
}

BenchClinic::~BenchClinic() {
    m_clinic.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void fillWithPatients(BenchClinic& bench, int patients) {
    auto& context = bench.clinic().context();
    for (int from = 0; from < patients; from += kPatientsPerCommit) {
        need(context.store.write([&](services::Transaction& transaction) -> base::Done {
            for (int at = from; at < from + kPatientsPerCommit && at < patients; ++at) {
                const domain::Patient patient{.id = context.ids.make<domain::PatientTag>(),
                                              .details = app::crowdMember(7, at)};
                if (auto added = transaction.patients().add(patient); !added) return added;
            }
            transaction.audit({.action = services::AuditAction::Create,
                               .who = bench.nurse().account,
                               .role = "nurse",
                               .workstation = "bench",
                               .patient = {},
                               .subjectKind = "patient",
                               .subjectId = {},
                               .detail = {}});
            return {};
        }),
             "filling the clinic");
    }
}

std::vector<domain::InfusionId> BenchClinic::runningInfusions() {
    std::vector<domain::InfusionId> running;
    for (const auto& row : need(services().infusions.today(nurse()), "today").rows) {
        if (row.state == domain::InfusionState::Running) running.push_back(*row.infusion);
    }
    if (running.empty()) giveUp("a running infusion", {.code = base::Code::NotFound});
    return running;
}

domain::CourseId BenchClinic::finishedCourse() {
    for (const auto& row : need(services().reviews.retreatmentList(physician()), "the list")) {
        if (row.course.state == domain::CourseState::Completed && row.infusionsGiven > 1) return row.course.id;
    }
    giveUp("a finished course", {.code = base::Code::NotFound});
}

domain::InfusionId BenchClinic::signedInfusion() {
    const auto review =
        need(services().reviews.review(physician(), finishedCourse(), services::Reading::Refresh), "review");
    for (const auto& point : review.points) {
        if (point.planned.infusion && point.planned.state == domain::PlanState::Given) return *point.planned.infusion;
    }
    giveUp("a signed infusion", {.code = base::Code::NotFound});
}

} // namespace chairside::bench
