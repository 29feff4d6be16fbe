#include "tests/support/core/service_fixture.h"

#include "core/services/retreatment_standing.h"
#include "core/store/store.h"

namespace chairside::test {
namespace {

base::Uuid7Source::Random countingRandom() {
    return [state = std::uint64_t{0x9E3779B97F4A7C15ULL}]() mutable {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return state;
    };
}

services::Actor firstAdministrator(services::Services& services) {
    return need(services.accounts.setUpClinic("Hillside Pain Clinic",
                                              {"ines", "I. Nes", {domain::Role::Administrator}, kPassword}, "chair-1"));
}

} // namespace

struct BareClinic::Opened {
    std::unique_ptr<store::Store> store;
};

services::SecondCheckEntry aSecondCheck(const domain::DoseCheck& check) {
    const auto numbers = domain::numbersOf(check);
    return {.infusion = check.head.infusion,
            .doseCheck = check.head.id,
            .weight = numbers.weight,
            .dose = numbers.dose,
            .drugVolume = numbers.drugVolume,
            .rate = numbers.rate,
            .userName = "osei",
            .password = kPassword};
}

BareClinic::BareClinic(std::string_view now)
    : clock(now),
      steady(clock),
      ids(steady, countingRandom()),
      opened(std::make_unique<Opened>(Opened{
          need(store::Store::open({.folder = {}, .inMemory = true, .clock = steady, .digest = digest, .ids = ids}))})),
      store(*opened->store),
      context{store, *opened->store, steady, ids, changes, hasher, digest, templates, instruments, aPolicy()},
      services(context) {
    context.auditFormat = &auditCsv;
    context.oneTimeCodes = &oneTimeCodes;
    changes.subscribe([this](const services::Change& change) { told.push_back(change); });
}

BareClinic::~BareClinic() = default;

services::VerifyReport BareClinic::verify() {
    auto report = need(opened->store->verify());
    if (!report.clean()) return report;
    // Whatever was done: what is kept for the re-treatment list says what the records say.
    const services::Actor nobody{domain::AccountId(base::Uuid({})), {}, {}, {}, {}};
    need(opened->store->read([&](services::Transaction& tx) -> base::Done {
        services::Unit unit(context, tx, nobody, domain::Role::Auditor, services::Grant::ByRole);
        report.findings = need(services::wrongStandings(unit));
        return {};
    }));
    return report;
}

BareClinic::Count BareClinic::count() {
    const auto report = verify();
    return {report.rowsChecked, report.auditEvents};
}

TestClinic::TestClinic(std::string_view now)
    : BareClinic(now),
      administrator(firstAdministrator(services)),
      physician(hire("okafor", "L. Okafor, MD", {domain::Role::Physician})),
      nurse(hire("khan", "R. Khan, RN", {domain::Role::Nurse})),
      witness(hire("osei", "M. Osei, RN", {domain::Role::Nurse})),
      auditor(hire("adler", "P. Adler", {domain::Role::Auditor})) {}

services::Actor TestClinic::hire(const std::string& userName, const std::string& printedName, domain::RoleSet roles) {
    const auto id = need(services.accounts.createAccount(administrator, {userName, printedName, roles, kPassword}));
    return {id, userName, printedName, roles, "chair-1"};
}

domain::ProtocolVersionId TestClinic::signedProtocol(const std::string& key) {
    const auto id = need(services.protocols.takeOver(physician, key));
    need(services.protocols.sign(physician, id, kPassword));
    return id;
}

domain::PatientId TestClinic::patient(const domain::PatientDetails& details) {
    return need(services.patients.registerPatient(nurse, details));
}

domain::CourseId TestClinic::orderedCourse(const domain::PatientId& patient,
                                           std::vector<services::BaselineScore> baseline, const std::string& protocol) {
    auto request = anOrder(patient, signedProtocol(protocol), clock.now().localDate());
    const auto details =
        need(services.patients.overview(physician, patient, services::Reading::Refresh)).patient.details;
    request.initials = domain::initials(details.name);
    request.birthYear = std::to_string(details.born.year());
    request.baseline = std::move(baseline);
    return need(services.courses.order(physician, request));
}

std::vector<domain::PlannedInfusion> TestClinic::plan(const domain::CourseId& course) {
    std::vector<domain::PlannedInfusion> result;
    need(store.read([&](services::Transaction& tx) -> base::Done {
        result = need(tx.courses().planned(course));
        return {};
    }));
    return result;
}

domain::PlannedInfusion TestClinic::planned(const domain::CourseId& course, int ordinal) {
    return plan(course).at(static_cast<std::size_t>(ordinal - 1));
}

void TestClinic::goTo(base::CalendarDate date) {
    const auto target = instant(date.iso() + "T10:00:00+00:00");
    if (target > clock.now()) clock.advance(base::between(clock.now(), target));
}

domain::InfusionId TestClinic::openInfusion(const domain::CourseId& course, int ordinal) {
    const auto one = planned(course, ordinal);
    goTo(one.date);
    return need(services.infusions.open(nurse, one.id));
}

void TestClinic::prepare(const domain::InfusionId& infusion) {
    auto dose = aDose(infusion);
    const auto before = view(infusion);
    dose.initials = domain::initials(before.patient.details.name);
    dose.birthYear = std::to_string(before.patient.details.born.year());
    if (!domain::preparedDose(before.record)) need(services.infusions.recordDose(nurse, dose));
    const auto prepared = view(infusion);
    if (prepared.protocol.rules.secondCheck.required == 0 || domain::secondCheckOf(prepared.record)) return;
    need(services.infusions.recordSecondCheck(nurse, aSecondCheck(*domain::preparedDose(prepared.record))));
}

void TestClinic::preCheck(const domain::InfusionId& infusion) {
    answerAll(infusion, domain::ChecklistKind::PreCheck);
}

void TestClinic::dischargeAnswers(const domain::InfusionId& infusion) {
    answerAll(infusion, domain::ChecklistKind::Discharge);
}

void TestClinic::discharge(const domain::InfusionId& infusion) {
    clock.advance(std::chrono::minutes(16));
    need(services.infusions.recordVitals(nurse, someVitals(infusion)));
    clock.advance(std::chrono::minutes(15));
    need(services.infusions.recordVitals(nurse, someVitals(infusion)));
    dischargeAnswers(infusion);
    need(services.infusions.recordAldrete(nurse, {infusion, 2, 2, 2, 2, {}}));
    need(services.infusions.discharge(nurse, {infusion, {}, {}, {}, {}}));
}

void TestClinic::answerAll(const domain::InfusionId& infusion, domain::ChecklistKind list) {
    const auto now = view(infusion);
    for (const auto& item : domain::itemsOf(now.protocol.items, list)) {
        if (domain::answerOf(now.record, item.list, item.key)) continue;
        need(services.infusions.recordAnswer(nurse, {.infusion = infusion,
                                                     .list = item.list,
                                                     .item = item.key,
                                                     .answer = domain::AnswerKind::Favourable,
                                                     .note = domain::asksName(item) ? "Ben Testpatient" : "",
                                                     .prescriber = {},
                                                     .corrects = {}}));
    }
}

void TestClinic::step(const domain::InfusionId& infusion, domain::StepKind kind, const std::string& reason) {
    services::StepEntry entry{infusion, kind, {}, {}, reason};
    need(services.infusions.recordStep(nurse, entry));
}

domain::InfusionId TestClinic::runningInfusion(const domain::CourseId& course, int ordinal) {
    const auto infusion = openInfusion(course, ordinal);
    prepare(infusion);
    step(infusion, domain::StepKind::Start);
    return infusion;
}

void TestClinic::pain(const domain::InfusionId& infusion, domain::PainMoment moment, int value) {
    need(services.infusions.recordPain(nurse, {infusion, moment, domain::RecallFrame::Now, {}, value, {}, {}}));
}

void TestClinic::finish(const domain::InfusionId& infusion) {
    clock.advance(std::chrono::minutes(91));
    step(infusion, domain::StepKind::Stop);
    auto drug = aDrugEntry(infusion);
    drug.expires = clock.now().localDate().plusDays(300);
    drug.wastedVial = mg(500'000) - view(infusion).delivery.dose;
    need(services.infusions.accountDrug(nurse, drug));
    need(services.infusions.sign(nurse, infusion, kPassword));
}

domain::InfusionId TestClinic::give(const domain::CourseId& course, int ordinal, int before, int after) {
    const auto infusion = openInfusion(course, ordinal);
    pain(infusion, domain::PainMoment::Before, before);
    prepare(infusion);
    step(infusion, domain::StepKind::Start);
    need(services.infusions.recordVitals(nurse, someVitals(infusion)));
    clock.advance(std::chrono::minutes(91));
    step(infusion, domain::StepKind::Stop);
    pain(infusion, domain::PainMoment::After, after);
    auto drug = aDrugEntry(infusion);
    drug.expires = clock.now().localDate().plusDays(300);
    drug.wastedVial = mg(500'000) - view(infusion).delivery.dose;
    need(services.infusions.accountDrug(nurse, drug));
    need(services.infusions.sign(nurse, infusion, kPassword));
    return infusion;
}

void TestClinic::giveAll(const domain::CourseId& course, const std::vector<int>& before) {
    for (std::size_t i = 0; i < before.size(); ++i)
        give(course, static_cast<int>(i + 1), before[i], before[i] / 2);
}

services::InfusionView TestClinic::view(const domain::InfusionId& infusion) {
    return need(services.infusions.view(nurse, infusion, services::Reading::Refresh));
}

services::CourseReview TestClinic::review(const domain::CourseId& course) {
    return need(services.reviews.review(physician, course, services::Reading::Refresh));
}

void PrintTo(const BareClinic::Count& count, std::ostream* out) {
    *out << count.records << " records, " << count.events << " events";
}

} // namespace chairside::test
