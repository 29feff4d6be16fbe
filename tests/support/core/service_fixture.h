// A clinic for tests: real services on a real store in memory, a clock that stands still, and people who can
// sign in. Every function here aborts the program with the error if a step that must succeed does not.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "core/access/one_time_codes.h"
#include "core/base/steady_clock.h"
#include "core/base/uuid7_source.h"
#include "core/exchange/audit_csv.h"
#include "core/exchange/instrument_source.h"
#include "core/services/services.h"
#include "tests/support/core/builders.h"
#include "tests/support/core/cheap_hasher.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"
#include "tests/support/core/service_fixture_trail.h"

namespace chairside::test {

// The value, or the end of the test program.
template <class T>
T need(base::Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "a step that must succeed failed: %s\n", ::testing::PrintToString(result.error()).c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

// What agrees with a prepared dose to the last digit, by "osei".
[[nodiscard]] services::SecondCheckEntry aSecondCheck(const domain::DoseCheck& check);

class FixedTemplates final : public services::TemplateSource {
public:
    [[nodiscard]] base::Result<std::vector<domain::ProtocolTemplate>> templates() const override {
        auto checked = aTemplate("second_05");
        checked.rules = checkedRules();
        auto asking = aTemplate("asking_05");
        asking.rules = askingRules();
        auto scales = aTemplate("scales_05");
        scales.rules.monitoring.sedationScale = domain::SedationScale::Rass;
        scales.rules.monitoring.dissociationScale = domain::DissociationScale::Cadss6;
        scales.emergency = {"Stop the pump.", "Call for help."};
        auto repeated = aTemplate("repeated_05");
        repeated.rules.exposure = {2, 180, 2, 90, 14};
        return std::vector{aTemplate(),          aTemplate("study_03"),    aCheckedTemplate(),
                           aDischargeTemplate(), aLongDischargeTemplate(), aStrictTemplate(),
                           std::move(checked),   std::move(asking),        std::move(scales),
                           std::move(repeated),  aScreeningTemplate()};
    }
};

// A store nobody has used yet, with services on it. Monday 06-Jan-2025, 09:00 in a clinic on UTC, unless the
// test says otherwise.
class BareClinic {
public:
    explicit BareClinic(std::string_view now = "2025-01-06T09:00:00+00:00");
    ~BareClinic();
    BareClinic(const BareClinic&) = delete;
    BareClinic& operator=(const BareClinic&) = delete;

    FakeClock clock; // of the wall
    base::SteadyClock steady;
    base::Uuid7Source ids;
    CheapHasher hasher;
    CheapDigest digest;
    FixedTemplates templates;
    exchange::ShippedInstruments instruments;
    exchange::AuditCsv auditCsv;
    access::TimedCodes oneTimeCodes;
    services::ChangeNotifier changes;
    std::vector<services::Change> told; // every change notice
    struct Opened;
    std::unique_ptr<Opened> opened; // the store
    RecordingStore store;
    services::ServiceContext context;
    services::Services services;

    [[nodiscard]] services::VerifyReport verify();
    // Records and audit events in the store.
    struct Count {
        std::int64_t records = 0;
        std::int64_t events = 0;
        bool operator==(const Count&) const = default;
    };
    [[nodiscard]] Count count();
};

// The same after its first day: people work there.
class TestClinic : public BareClinic {
public:
    explicit TestClinic(std::string_view now = "2025-01-06T09:00:00+00:00");

    // "ines" administrator, "okafor" physician, "khan" and "osei" nurses, "adler" auditor; all with
    // kPassword.
    services::Actor administrator, physician, nurse, witness, auditor;

    [[nodiscard]] domain::ProtocolVersionId signedProtocol(const std::string& key = "course_05");
    [[nodiscard]] domain::PatientId patient(const domain::PatientDetails& details = aPatient());
    // A course that begins today (a Monday or Thursday) under a signed protocol.
    [[nodiscard]] domain::CourseId orderedCourse(const domain::PatientId& patient,
                                                 std::vector<services::BaselineScore> baseline = {},
                                                 const std::string& protocol = "course_05");
    [[nodiscard]] std::vector<domain::PlannedInfusion> plan(const domain::CourseId& course);
    [[nodiscard]] domain::PlannedInfusion planned(const domain::CourseId& course, int ordinal);
    // Moves the clock to 10:00 on the planned day (unless that has passed) and opens.
    [[nodiscard]] domain::InfusionId openInfusion(const domain::CourseId& course, int ordinal = 1);
    // Opened, dose prepared, pump started.
    [[nodiscard]] domain::InfusionId runningInfusion(const domain::CourseId& course, int ordinal = 1);

    // With an agreeing second check by the witness where the protocol asks for one. What is there already stays.
    void prepare(const domain::InfusionId& infusion);
    // The favourable answer to every item of the pre-check that has none yet.
    void preCheck(const domain::InfusionId& infusion);
    // The same for the discharge list; the escort is "Ben Testpatient".
    void dischargeAnswers(const domain::InfusionId& infusion);
    // Everything the protocol asks for: two rows, the second 31 minutes from now, answers, Aldrete 10; then the
    // discharge.
    void discharge(const domain::InfusionId& infusion);
    void step(const domain::InfusionId& infusion, domain::StepKind kind, const std::string& reason = {});
    void pain(const domain::InfusionId& infusion, domain::PainMoment moment, int value);
    // Ninety minutes later the bag is through: stop, drug book, signature.
    void finish(const domain::InfusionId& infusion);
    // The whole of one infusion with its two pain scores.
    domain::InfusionId give(const domain::CourseId& course, int ordinal, int before, int after);
    // All six, with these scores before each.
    void giveAll(const domain::CourseId& course, const std::vector<int>& before);

    [[nodiscard]] services::InfusionView view(const domain::InfusionId& infusion);
    [[nodiscard]] services::CourseReview review(const domain::CourseId& course);
    // 10:00 UTC on that day, never back.
    void goTo(base::CalendarDate date);

private:
    void answerAll(const domain::InfusionId& infusion, domain::ChecklistKind list);
    services::Actor hire(const std::string& userName, const std::string& printedName, domain::RoleSet roles);
};

// A call that must be refused and leave everything as it was.
template <class Call, class Matcher>
void expectRefused(TestClinic& clinic, Call call, const Matcher& matcher) {
    const auto before = clinic.count();
    const auto told = clinic.told.size();
    EXPECT_THAT(call(), matcher);
    EXPECT_EQ(clinic.count(), before);
    EXPECT_EQ(clinic.told.size(), told);
}

class ServiceTest : public ::testing::Test {
protected:
    TestClinic clinic;

    // Whatever a test has done, the store is whole afterwards.
    void TearDown() override { EXPECT_TRUE(clinic.verify().clean()); }
};

void PrintTo(const BareClinic::Count& count, std::ostream* out);

} // namespace chairside::test
