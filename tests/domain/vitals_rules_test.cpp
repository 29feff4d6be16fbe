#include "core/domain/infusion/emergency.h"
#include "core/domain/infusion/vitals_rules.h"

#include <set>

#include <gmock/gmock.h>

#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using build::at;
using test::HasProblem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const MonitoringRules& rules() {
    return test::courseRules().monitoring;
}

VitalSigns row() {
    return build::vitals("10:15");
}

TEST(Vitals, AcceptAnUsualRow) {
    EXPECT_THAT(check(row(), rules()), IsEmpty());
    VitalSigns onlyPulse{build::head(at("10:15")), {}, {}, 72, {}, {}, {}, {}};
    EXPECT_THAT(check(onlyPulse, rules()), IsEmpty());
}

struct Sign {
    const char* field;
    VitalKind kind;
    std::optional<int> VitalSigns::*member;
};

constexpr Sign kSigns[] = {{"systolic", VitalKind::Systolic, &VitalSigns::systolic},
                           {"diastolic", VitalKind::Diastolic, &VitalSigns::diastolic},
                           {"heart_rate", VitalKind::HeartRate, &VitalSigns::heartRate},
                           {"spo2", VitalKind::Spo2, &VitalSigns::spo2},
                           {"respiration", VitalKind::Respiration, &VitalSigns::respiration}};

TEST(Vitals, RefuseEveryImpossibleValueOfZeroToAThousand) {
    for (const auto& sign : kSigns) {
        const EntryRange range = possibleRange(sign.kind, rules());
        for (int value = -1; value <= 1'000; ++value) {
            VitalSigns entry{build::head(at("10:15")), {}, {}, {}, {}, {}, {}, {}};
            entry.*sign.member = value;
            bool refused = false;
            for (const auto& problem : check(entry, rules())) {
                refused = refused || (problem.field == sign.field && problem.rule == Rule::OutOfRange);
            }
            ASSERT_EQ(refused, value < range.low || value > range.high) << sign.field << ' ' << value;
        }
    }
}

TEST(Vitals, RefuseHalfABloodPressureAndAnEmptyRow) {
    VitalSigns entry = row();
    entry.diastolic.reset();
    EXPECT_THAT(check(entry, rules()), HasProblem("diastolic", Rule::Required));
    entry = row();
    entry.systolic.reset();
    EXPECT_THAT(check(entry, rules()), HasProblem("systolic", Rule::Required));
    const VitalSigns empty{build::head(at("10:15")), {}, {}, {}, {}, {}, {}, {}};
    EXPECT_THAT(check(empty, rules()), HasProblem("vitals", Rule::Required));
    EXPECT_THAT(check(empty, rules()), SizeIs(1));
}

TEST(Vitals, RefuseADiastolicAboveItsSystolic) {
    VitalSigns entry = row();
    entry.systolic = 76;
    entry.diastolic = 128;
    EXPECT_THAT(check(entry, rules()), HasProblem("diastolic", Rule::Mismatch));
    entry.systolic = 128;
    EXPECT_THAT(check(entry, rules()), IsEmpty());
}

struct Mark {
    VitalKind kind;
    int value;
    VitalMark mark;
};

class VitalMarks : public ::testing::TestWithParam<Mark> {};

TEST_P(VitalMarks, LieBeyondTheLimitItself) {
    EXPECT_EQ(markOf(GetParam().kind, GetParam().value, rules()), GetParam().mark);
}

INSTANTIATE_TEST_SUITE_P(
    Boundaries, VitalMarks,
    ::testing::Values(Mark{VitalKind::Systolic, 180, VitalMark::None}, Mark{VitalKind::Systolic, 181, VitalMark::High},
                      Mark{VitalKind::Systolic, 90, VitalMark::None}, Mark{VitalKind::Systolic, 89, VitalMark::Low},
                      Mark{VitalKind::Diastolic, 110, VitalMark::None},
                      Mark{VitalKind::Diastolic, 111, VitalMark::High}, Mark{VitalKind::Diastolic, 20, VitalMark::None},
                      Mark{VitalKind::HeartRate, 50, VitalMark::None}, Mark{VitalKind::HeartRate, 49, VitalMark::Low},
                      Mark{VitalKind::HeartRate, 120, VitalMark::None},
                      Mark{VitalKind::HeartRate, 121, VitalMark::High}, Mark{VitalKind::Spo2, 92, VitalMark::None},
                      Mark{VitalKind::Spo2, 91, VitalMark::Low}, Mark{VitalKind::Spo2, 90, VitalMark::Low},
                      Mark{VitalKind::Spo2, 89, VitalMark::VeryLow}, Mark{VitalKind::Respiration, 10, VitalMark::None},
                      Mark{VitalKind::Respiration, 9, VitalMark::Low},
                      Mark{VitalKind::Respiration, 31, VitalMark::High}));

struct Held {
    VitalKind kind;
    int lastGood;
    int firstHeld;
    int limit;
    bool isAbove;
};

class StartLimit : public ::testing::TestWithParam<Held> {
protected:
    static std::vector<StartBreach> breaches(VitalKind kind, int value) {
        VitalSigns baseline = row();
        baseline.systolic = 128;
        baseline.diastolic = 76;
        valueOf(baseline, kind) = value;
        return startBreaches(baseline, test::courseRules());
    }
    static std::optional<int>& valueOf(VitalSigns& row, VitalKind kind) {
        switch (kind) {
        case VitalKind::Systolic:
            return row.systolic;
        case VitalKind::Diastolic:
            return row.diastolic;
        case VitalKind::HeartRate:
            return row.heartRate;
        case VitalKind::Spo2:
            return row.spo2;
        case VitalKind::Respiration:
            break;
        }
        return row.respiration;
    }
};

TEST_P(StartLimit, HoldsFromTheFirstValueBeyondIt) {
    const auto& [kind, lastGood, firstHeld, limit, isAbove] = GetParam();
    EXPECT_THAT(breaches(kind, lastGood), IsEmpty());
    EXPECT_THAT(breaches(kind, firstHeld), ElementsAre(StartBreach{kind, firstHeld, limit, isAbove}));
}

INSTANTIATE_TEST_SUITE_P(
    EachVitalSign, StartLimit,
    ::testing::Values(Held{VitalKind::Systolic, 159, 160, 159, true}, Held{VitalKind::Systolic, 90, 89, 90, false},
                      Held{VitalKind::Diastolic, 99, 100, 99, true}, Held{VitalKind::HeartRate, 120, 121, 120, true},
                      Held{VitalKind::HeartRate, 50, 49, 50, false}, Held{VitalKind::Spo2, 92, 91, 92, false},
                      Held{VitalKind::Respiration, 30, 31, 30, true}, Held{VitalKind::Respiration, 10, 9, 10, false}));

TEST(StartLimits, AreNoneWhereTheVersionNamesNone) {
    auto rules = test::courseRules();
    rules.start = {};
    VitalSigns baseline = row();
    baseline.systolic = 60;
    baseline.heartRate = 200;
    baseline.spo2 = 70;
    EXPECT_THAT(startBreaches(baseline, rules), IsEmpty());
}

// From restless to without any response, as each scale counts.
struct Scale {
    const char* name;
    SedationScale scale;
    int awake;
    std::vector<int> fromRestlessToDeepest;
};

class SedationDirection : public ::testing::TestWithParam<Scale> {};

TEST_P(SedationDirection, DeepensTheWayTheScaleCounts) {
    const auto& [name, scale, awake, order] = GetParam();
    for (std::size_t i = 1; i < order.size(); ++i)
        EXPECT_LT(sedationDepth(scale, order[i - 1]), sedationDepth(scale, order[i])) << name << ' ' << order[i];
    EXPECT_EQ(sedationDepth(scale, awake), 0) << name;
    EXPECT_GT(sedationDepth(scale, order.back()), 0) << name;
    const auto range = rangeOf(scale);
    for (const int value : order)
        EXPECT_TRUE(range.contains(value)) << name << ' ' << value;
    EXPECT_FALSE(range.contains(range.low - 1) || range.contains(range.high + 1)) << name;
}

INSTANTIATE_TEST_SUITE_P(EachScale, SedationDirection,
                         ::testing::Values(Scale{"MOAA/S", SedationScale::MoaaS, 5, {5, 4, 3, 2, 1, 0}},
                                           Scale{"POSS", SedationScale::Poss, 1, {1, 2, 3, 4}},
                                           Scale{"RASS", SedationScale::Rass, 0, {4, 3, 2, 1, 0, -1, -2, -3, -4, -5}},
                                           Scale{"Ramsay", SedationScale::Ramsay, 2, {1, 2, 3, 4, 5, 6}}));

TEST(SedationOnPoss, SleepWithEasyRousingIsNotDeepOnPoss) {
    EXPECT_EQ(sedationDepth(SedationScale::Poss, 0), 0);
}

TEST(Scales, KeepTheirOwnRange) {
    EXPECT_EQ(rangeOf(SedationScale::MoaaS), (EntryRange{0, 5}));
    EXPECT_EQ(rangeOf(SedationScale::Poss), (EntryRange{0, 4}));
    EXPECT_EQ(rangeOf(SedationScale::Rass), (EntryRange{-5, 4}));
    EXPECT_EQ(rangeOf(SedationScale::Ramsay), (EntryRange{1, 6}));
    EXPECT_EQ(rangeOf(DissociationScale::Item0To4), (EntryRange{0, 4}));
    EXPECT_EQ(rangeOf(DissociationScale::Cadss6), (EntryRange{0, 24}));
    EXPECT_TRUE(kNrsRange.contains(0) && kNrsRange.contains(10) && !kNrsRange.contains(11));
}

struct EmergencyCase {
    int grade;
    std::optional<bool> serious;
    bool isOne;
};

class Emergencies : public ::testing::TestWithParam<EmergencyCase> {};

// Judged serious whatever its grade, or life-threatening or fatal by its grade whatever was judged.
TEST_P(Emergencies, FollowTheJudgementOrTheGrade) {
    AdverseEvent event{build::head(at("10:20")), "nausea", {}, GetParam().grade, {}, EventAction::None,
                       EventOutcome::Unknown};
    event.serious = GetParam().serious;
    EXPECT_EQ(isEmergency(event), GetParam().isOne);
}

INSTANTIATE_TEST_SUITE_P(Table, Emergencies,
                         ::testing::Values(EmergencyCase{1, {}, false}, EmergencyCase{3, {}, false},
                                           EmergencyCase{3, false, false}, EmergencyCase{1, true, true},
                                           EmergencyCase{3, true, true}, EmergencyCase{4, {}, true},
                                           EmergencyCase{4, false, true}, EmergencyCase{5, {}, true}));

AdverseEvent event(const char* term, int grade) {
    return {build::head(at("10:20")), term, {}, grade, {}, EventAction::None, EventOutcome::Unknown};
}

TEST(AdverseEvents, HaveDistinctTermsWithOtherAtTheEnd) {
    const auto& terms = adverseEventTerms();
    EXPECT_EQ(std::set(terms.begin(), terms.end()).size(), terms.size());
    EXPECT_EQ(terms.front(), "nausea");
    EXPECT_EQ(terms.back(), "other");
}

TEST(AdverseEvents, AreChecked) {
    const auto now = at("10:30");
    EXPECT_THAT(check(event("nausea", 1), now), IsEmpty());
    EXPECT_THAT(check(event("nausea", 5), now), IsEmpty());
    EXPECT_THAT(check(event("nausea", 0), now), HasProblem("grade", Rule::OutOfRange));
    EXPECT_THAT(check(event("nausea", 6), now), HasProblem("grade", Rule::OutOfRange));
    EXPECT_THAT(check(event("Nausea", 1), now), HasProblem("term", Rule::NotAllowed));
    EXPECT_THAT(check(event("", 1), now), HasProblem("term", Rule::Required));
    EXPECT_THAT(check(event("other", 1), now), HasProblem("words", Rule::Required));
    AdverseEvent other = event("other", 1);
    other.words = "hiccups";
    EXPECT_THAT(check(other, now), IsEmpty());
    EXPECT_THAT(check(event("nausea", 1), at("10:19")), HasProblem("observed_at", Rule::InFuture));
    AdverseEvent ended = event("nausea", 1);
    ended.endedAt = at("10:19");
    EXPECT_THAT(check(ended, now), HasProblem("ended_at", Rule::OutOfOrder));
    ended.endedAt = at("10:31");
    EXPECT_THAT(check(ended, now), HasProblem("ended_at", Rule::InFuture));
    ended.endedAt = at("10:20");
    EXPECT_THAT(check(ended, now), IsEmpty());
}

} // namespace
} // namespace chairside::domain
