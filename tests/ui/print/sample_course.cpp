#include "tests/ui/print/sample_course.h"

#include "tests/ui/print/sample_visit.h"

namespace chairside::ui::testing {

using namespace domain;

namespace {

base::CalendarDate day(unsigned month, unsigned dayOfMonth, int year = 2025) {
    return *base::CalendarDate::of(year, month, dayOfMonth);
}

ProtocolRules sampleRules() {
    ProtocolRules rules;
    rules.regimen = {DosePerKg::ofRaw(500), 90, 6, 2, 14, 16, 42, 31};
    rules.dose = {.minWeight = Weight::ofWhole(30),
                  .maxWeight = Weight::ofWhole(250),
                  .minPerKg = DosePerKg::ofRaw(100),
                  .maxPerKg = DosePerKg::ofWhole(2),
                  .softPerKg = DosePerKg::ofWhole(1),
                  .maxDose = Dose::ofWhole(250),
                  .maxRate = FlowRate::ofWhole(999),
                  .minMinutes = 10,
                  .maxMinutes = 300,
                  .doseStep = Dose::ofRaw(100),
                  .volumeStep = Volume::ofRaw(10),
                  .rateStep = FlowRate::ofRaw(100),
                  .deliveredStep = Volume::ofRaw(100)};
    rules.monitoring = {.intervalMinutes = 15,
                        .graceMinutes = 5,
                        .systolic = {50, 260},
                        .diastolic = {20, 160},
                        .heartRate = {30, 220},
                        .spo2 = {50, 100},
                        .respiration = {7, 60},
                        .startSystolicMax = 159,
                        .startDiastolicMax = 99,
                        .runSystolicMax = 180,
                        .runDiastolicMax = 110,
                        .systolicLow = 90,
                        .heartRateLow = 50,
                        .heartRateHigh = 120,
                        .respirationLow = 10,
                        .respirationHigh = 30,
                        .spo2Notify = 92,
                        .spo2Act = 90};
    rules.monitoring.tenderPositiveFrom = 2;
    rules.monitoring.tenderCriterion = 11;
    rules.monitoring.tenderNoiseBand = 5;
    rules.monitoring.algometerPositive = Pressure::ofWhole(4);
    rules.monitoring.algometerDeviceMax = Pressure::ofWhole(10);
    rules.retreatment = {28, 42, 50};
    rules.response = {7, 50, 30, 10, 50, Score::ofWhole(2), 24};
    return rules;
}

ProtocolVersion protocol(const AccountId& signer) {
    ProtocolVersion version{.id = nextId<ProtocolVersionId>(),
                            .protocol = nextId<ProtocolId>(),
                            .name = "Fibromyalgia course, 0.5 mg per kg",
                            .version = 3,
                            .state = ProtocolState::Signed,
                            .drug = "ketamine",
                            .rules = sampleRules()};
    version.signedBy = signer;
    version.signedAt = base::Instant::fromIso("2024-12-02T09:15:00+01:00");
    return version;
}

struct Visit {
    base::CalendarDate date;
    std::optional<int> before, after;
    PlanState state = PlanState::Given;
    std::optional<int> tender;
};

services::ReviewPoint point(const PlannedInfusion& planned, const Visit& visit) {
    services::ReviewPoint point{.planned = planned};
    if (visit.before) point.before = Score::ofWhole(*visit.before);
    if (visit.after) point.after = Score::ofWhole(*visit.after);
    if (visit.state == PlanState::Given) {
        point.perKg = DosePerKg::ofRaw(500);
        point.dose = Dose::ofWhole(34);
    }
    if (visit.tender) point.tender = TenderSummary{.positive = *visit.tender, .examined = 18};
    return point;
}

void addPoints(services::CourseReview& review) {
    const Visit visits[] = {{day(1, 2), 7, 4, PlanState::Given, 16},  {day(1, 6), 7, 3},
                            {day(1, 9), {}, {}, PlanState::Missed},   {day(1, 14), 6, 3, PlanState::Given, 14},
                            {day(1, 17), {}, {}, PlanState::Planned}, {day(1, 21), {}, {}, PlanState::Planned}};
    int ordinal = 0;
    for (const Visit& visit : visits) {
        const PlannedInfusion planned{.id = nextId<PlannedInfusionId>(),
                                      .course = review.course.id,
                                      .ordinal = ++ordinal,
                                      .date = visit.date,
                                      .state = visit.state,
                                      .reason = visit.state == PlanState::Missed ? "had a cold" : ""};
        review.points.push_back(point(planned, visit));
    }
    review.points[3].events.push_back({.head = {.id = nextId<EntryId>(),
                                                .infusion = nextId<InfusionId>(),
                                                .observedAt = at(11, 18),
                                                .recordedAt = at(11, 25),
                                                .recordedBy = nextId<AccountId>()},
                                       .term = "nausea",
                                       .grade = 1});
    review.baseline = Score::ofRaw(7400);
    review.baselineScores = 3;
    review.durableScores = 3;
    review.durableExpected = 4;
    review.latest = Score::ofWhole(6);
    review.latestDate = day(1, 14);
    review.latestOrdinal = 4;
    review.overall = judgeResponse(review.baseline, review.latest, 10, review.protocol.rules.response);
}

Account person(const char* userName, const char* printedName, Role role) {
    return {nextId<AccountId>(), userName, printedName, RoleSet{role}, false};
}

} // namespace

base::Uuid nextUuid() {
    static std::uint32_t count = 0;
    ++count;
    base::Uuid::Bytes bytes{0x01, 0x94, 0x62, 0x1f, 0x3a, 0x00, 0x70, 0x00, 0x80};
    for (std::size_t i = 0; i < 4; ++i)
        bytes[12 + i] = static_cast<std::uint8_t>(count >> (24 - 8 * i));
    return base::Uuid(bytes);
}

services::VisitSummary emptyVisit() {
    const Patient patient{nextId<PatientId>(),
                          {{"Testpatient", "Anna", "Ms", "Annie"},
                           day(3, 14, 1979),
                           Gender::Female,
                           "KC0412",
                           "",
                           AllergyStatus::Known,
                           "penicillin"}};
    std::vector<Account> people{person("khanr", "R. Khan, RN", Role::Nurse),
                                person("oseim", "M. Osei, RN", Role::Nurse),
                                person("lindd", "Dr D. Lind", Role::Physician)};
    Course course{.id = nextId<CourseId>(),
                  .patient = patient.id,
                  .protocolVersion = nextId<ProtocolVersionId>(),
                  .goal = "walk to the shops again"};
    CourseOrder order{.id = nextId<CourseOrderId>(),
                      .course = course.id,
                      .version = 2,
                      .kind = OrderKind::Keep,
                      .perKg = DosePerKg::ofRaw(500),
                      .minutes = 90,
                      .reason = "tolerated well, response still building",
                      .orderedBy = people[2].id,
                      .orderedAt = *base::Instant::fromIso("2025-01-10T16:20:00+01:00")};
    services::CourseReview review{
        .patient = patient, .course = course, .protocol = protocol(people[2].id), .orders = {order}};
    addPoints(review);
    const PlannedInfusion planned = review.points[3].planned;
    const Infusion infusion{.id = nextId<InfusionId>(),
                            .planned = planned.id,
                            .course = course.id,
                            .patient = patient.id,
                            .order = order.id,
                            .ordinal = 4,
                            .date = planned.date,
                            .openedAt = at(10, 15),
                            .openedBy = people[0].id};
    services::InfusionView view{.patient = patient,
                                .course = course,
                                .order = order,
                                .protocol = review.protocol,
                                .planned = planned,
                                .infusionsPlanned = 6,
                                .record = {infusion},
                                .people = people,
                                .asOf = at(10, 15)};
    services::DocumentHead document{
        .document = nextId<DocumentId>(),
        .clinic = {"Riverside Pain Clinic", "1 River Road\nSampletown 12345", "555 0100", {}},
        .state = "draft",
        .contentHash = kContentHash,
        .auditHead = kAuditHead,
        .printedBy = "R. Khan, RN",
        .printedAt = at(13, 6)};
    return {std::move(document), view, review};
}

} // namespace chairside::ui::testing
