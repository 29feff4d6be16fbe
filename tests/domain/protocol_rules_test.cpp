#include "core/domain/protocol/protocol_rules.h"

#include <set>

#include <gmock/gmock.h>

#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::HasProblem;
using ::testing::IsEmpty;

// A new member of the rules without a field would change these sizes: add its field, then the number here.
static_assert(sizeof(RegimenRules) == 40);
static_assert(sizeof(DoseRules) == 120);
static_assert(sizeof(MonitoringRules) == 136);
static_assert(sizeof(TitrationRules) == 48);
static_assert(sizeof(RetreatmentRules) == 12);
static_assert(sizeof(ResponseRules) == 40);
static_assert(sizeof(SecondCheckRules) == 40);
static_assert(sizeof(DischargeRules) == 28);
static_assert(sizeof(StartRules) == 28);

TEST(ProtocolFields, HaveDistinctKeysAndSaneRanges) {
    std::set<std::string_view> keys;
    for (const auto& field : protocolFields()) {
        EXPECT_TRUE(keys.insert(field.key).second) << field.key;
        EXPECT_LE(field.low, field.high) << field.key;
        EXPECT_EQ(protocolField(field.key), &field);
    }
    EXPECT_EQ(protocolField("dose.nothing"), nullptr);
    EXPECT_EQ(protocolField(""), nullptr);
}

TEST(ProtocolFields, SetExactlyOneNumberEach) {
    for (const auto& field : protocolFields()) {
        ProtocolRules rules;
        const std::int64_t value = field.key.ends_with("_scale") ? 1 : 7;
        field.set(rules, value);
        for (const auto& other : protocolFields()) {
            const std::int64_t untouched = other.get(ProtocolRules{});
            EXPECT_EQ(other.get(rules), other.key == field.key ? value : untouched) << field.key << ' ' << other.key;
        }
    }
}

// Filled by hand with a different number in each member, so that a member no field reaches stays 0 in the
// copy.
AfterRules filledAfter() {
    return {801,
            802,
            803,
            ImpressionDirection::HighIsImproved,
            ComparedWith::BeforeCourse,
            804,
            ComparedWith::BeforeCourse,
            805,
            Weight::ofRaw(806)};
}

ProtocolRules filled() {
    ProtocolRules rules;
    rules.regimen = {DosePerKg::ofRaw(101), 102, 103, 104, 105, 106, 107, 108};
    rules.dose = {Weight::ofRaw(201),
                  Weight::ofRaw(202),
                  DosePerKg::ofRaw(203),
                  DosePerKg::ofRaw(204),
                  DosePerKg::ofRaw(205),
                  Dose::ofRaw(206),
                  FlowRate::ofRaw(207),
                  208,
                  209,
                  Dose::ofRaw(210),
                  Volume::ofRaw(211),
                  FlowRate::ofRaw(212),
                  Volume::ofRaw(213),
                  214,
                  215,
                  Dose::ofRaw(216),
                  217};
    rules.monitoring = {301,
                        302,
                        {303, 304},
                        {305, 306},
                        {307, 308},
                        {309, 310},
                        {311, 312},
                        313,
                        314,
                        315,
                        316,
                        317,
                        318,
                        319,
                        320,
                        321,
                        322,
                        323,
                        SedationScale::Ramsay,
                        DissociationScale::Cadss6,
                        TenderScale::Graded0To4,
                        324,
                        325,
                        326,
                        Pressure::ofRaw(327),
                        Pressure::ofRaw(328)};
    rules.titration = {DosePerKg::ofRaw(401), DosePerKg::ofRaw(402), 403, 404, 405, 406, 407, 408, 409};
    rules.retreatment = {501, 502, 503};
    rules.response = {601, 602, 603, 604, 605, Score::ofRaw(606), 607};
    rules.secondCheck = {701, Weight::ofRaw(702), Dose::ofRaw(703), Volume::ofRaw(704), FlowRate::ofRaw(705)};
    rules.discharge = {801, 802, 803, 804, 805, 806, CirculationVariant::Percent};
    rules.after = filledAfter();
    rules.start = {901, 902, 903, 904, 905, 906, 907};
    rules.exposure = {901, 902, 903, 904, 905};
    return rules;
}

TEST(ProtocolFields, TogetherAreTheWholeOfTheRules) {
    const ProtocolRules original = filled();
    ProtocolRules copy;
    for (const auto& field : protocolFields())
        field.set(copy, field.get(original));
    EXPECT_TRUE(copy == original);
    const auto& [a, b, c, d, e, f, g, h, i, j, k] = original; // eleven groups and no more
    EXPECT_EQ(a.minutes + b.minMinutes + c.graceMinutes + d.minScores + e.openDays + f.lateHours + g.required +
                  h.required + i.impression + j.hardStop + k.graceDays,
              102 + 208 + 302 + 409 + 501 + 607 + 701 + 801 + 801 + 907 + 905);
}

TEST(ProtocolRulesCheck, AcceptsTheShippedTemplates) {
    EXPECT_THAT(check(test::courseRules()), IsEmpty());
    EXPECT_THAT(check(test::studyRules()), IsEmpty());
}

TEST(ProtocolRulesCheck, RefusesEveryFieldOutsideItsRange) {
    for (const auto& field : protocolFields()) {
        for (const std::int64_t value : {field.low - 1, field.high + 1}) {
            ProtocolRules rules = test::courseRules();
            field.set(rules, value);
            EXPECT_THAT(check(rules), HasProblem(std::string(field.key), Rule::OutOfRange)) << value;
        }
    }
}

TEST(ProtocolRulesCheck, NamesEveryFieldOfEmptyRules) {
    EXPECT_GT(check(ProtocolRules{}).size(), 40U);
}

struct Contradiction {
    const char* changed;
    std::int64_t value;
    const char* named;
    Rule rule;
};

class ProtocolContradiction : public ::testing::TestWithParam<Contradiction> {};

TEST_P(ProtocolContradiction, IsNamed) {
    const auto& [changed, value, named, rule] = GetParam();
    ProtocolRules rules = test::courseRules();
    ASSERT_NE(protocolField(changed), nullptr);
    protocolField(changed)->set(rules, value);
    EXPECT_THAT(check(rules), HasProblem(named, rule));
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, ProtocolContradiction,
    ::testing::Values(
        Contradiction{"regimen.start_per_kg", 99, "regimen.start_per_kg", Rule::BelowLimit},
        Contradiction{"regimen.start_per_kg", 2'001, "regimen.start_per_kg", Rule::AboveLimit},
        Contradiction{"regimen.minutes", 301, "regimen.minutes", Rule::AboveLimit},
        Contradiction{"regimen.min_gap_days", 0, "regimen.min_gap_days", Rule::BelowLimit},
        Contradiction{"regimen.min_gap_days", 15, "regimen.min_gap_days", Rule::AboveLimit},
        Contradiction{"regimen.min_gap_days", 9, "regimen.max_span_days", Rule::BelowLimit},
        Contradiction{"regimen.max_gap_days", 3, "regimen.min_span_days", Rule::AboveLimit},
        Contradiction{"regimen.min_span_days", 43, "regimen.min_span_days", Rule::AboveLimit},
        Contradiction{"dose.min_weight", 250'001, "dose.min_weight", Rule::AboveLimit},
        Contradiction{"dose.min_per_kg", 2'001, "dose.min_per_kg", Rule::AboveLimit},
        Contradiction{"dose.soft_per_kg", 2'001, "dose.soft_per_kg", Rule::AboveLimit},
        Contradiction{"dose.min_minutes", 301, "dose.min_minutes", Rule::AboveLimit},
        Contradiction{"monitoring.systolic_possible_low", 261, "monitoring.systolic_possible_low", Rule::AboveLimit},
        Contradiction{"monitoring.respiration_possible_low", 61, "monitoring.respiration_possible_low",
                      Rule::AboveLimit},
        Contradiction{"monitoring.start_systolic_max", 181, "monitoring.start_systolic_max", Rule::AboveLimit},
        Contradiction{"monitoring.run_diastolic_max", 161, "monitoring.run_diastolic_max", Rule::AboveLimit},
        Contradiction{"monitoring.systolic_low", 45, "monitoring.systolic_low", Rule::BelowLimit},
        Contradiction{"monitoring.heart_rate_low", 121, "monitoring.heart_rate_low", Rule::AboveLimit},
        Contradiction{"monitoring.spo2_act", 93, "monitoring.spo2_act", Rule::AboveLimit},
        Contradiction{"monitoring.tender_scale", 0, "monitoring.tender_positive_from", Rule::AboveLimit},
        Contradiction{"monitoring.algometer_positive", 10'001, "monitoring.algometer_positive", Rule::AboveLimit},
        Contradiction{"start.heart_rate_min", 121, "start.heart_rate_min", Rule::AboveLimit},
        Contradiction{"start.respiration_max", 9, "start.respiration_min", Rule::AboveLimit},
        Contradiction{"titration.max_per_kg", 2'001, "titration.max_per_kg", Rule::AboveLimit},
        Contradiction{"titration.max_per_kg", 499, "titration.max_per_kg", Rule::BelowLimit},
        Contradiction{"titration.no_benefit_percent", 31, "titration.no_benefit_percent", Rule::AboveLimit},
        Contradiction{"titration.decrease_from_grade", 4, "titration.decrease_from_grade", Rule::AboveLimit},
        Contradiction{"titration.tolerated_dissociation", 5, "titration.tolerated_dissociation", Rule::AboveLimit},
        Contradiction{"retreatment.open_days", 43, "retreatment.open_days", Rule::AboveLimit},
        Contradiction{"response.minimal_percent", 31, "response.minimal_percent", Rule::AboveLimit},
        Contradiction{"response.moderate_percent", 51, "response.moderate_percent", Rule::AboveLimit}));

TEST(ProtocolRulesCheck, TellsLimitsInTheUnitThatIsRead) {
    ProtocolRules rules = test::courseRules();
    rules.regimen.startDose = DosePerKg::ofRaw(2'001);
    const auto problems = check(rules);
    EXPECT_THAT(problems,
                ::testing::Contains(base::Problem{"regimen.start_per_kg", Rule::AboveLimit, "", "2", "2.001"}));
}

} // namespace
} // namespace chairside::domain
