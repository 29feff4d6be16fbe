#include "core/exchange/calc.h"

#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/support/core/case_table.h"

namespace chairside::exchange {
namespace {

using test::CaseRow;
using ::testing::HasSubstr;
using Json = nlohmann::json;

// Facts about a case that are neither an input nor an answer.
bool isRemark(const std::string& key) {
    return key == "source" || key == "note" || key == "name" || key.starts_with("naive_") || key.starts_with("wrong_");
}

std::string withoutPrefix(const std::string& key) {
    return key.starts_with("expected_") ? key.substr(std::string("expected_").size()) : key;
}

struct RuleCase {
    std::string rule;
    CaseRow row;

    [[nodiscard]] std::string name() const { return rule + '_' + row.name(); }
};

void PrintTo(const RuleCase& value, std::ostream* out) {
    *out << value.name() << ": " << value.row.json();
}

std::vector<RuleCase> allCases() {
    std::vector<RuleCase> cases;
    for (const char* rule : {"dose",
                             "delivered",
                             "waste_balance",
                             "course_schedule",
                             "response",
                             "tender_points",
                             "pressure_validation",
                             "weight_conversion",
                             "retreatment",
                             "aldrete",
                             "aldrete_circulation",
                             "pgic",
                             "acr2016",
                             "fiqr",
                             "fiqr_change",
                             "phq9",
                             "gad7",
                             "bpi",
                             "pads",
                             "bp_grade",
                             "published_proportions",
                             "published_diagnostic_2x2",
                             "wilson",
                             "fisher"}) {
        for (auto& row : test::readCases(rule))
            cases.push_back({rule, std::move(row)});
    }
    return cases;
}

std::string lineOf(const RuleCase& value) {
    std::string line = R"({"rule":")" + value.rule + '"';
    for (const auto& [key, json] : value.row.fields()) {
        if (!isRemark(key) && !key.starts_with("expected")) line += ",\"" + key + "\":" + json;
    }
    return line + '}';
}

// Members of a case that are put into the line.
const std::set<std::string> kInputs{"rule",
                                    "weight_kg",
                                    "mg_per_kg",
                                    "minutes",
                                    "vial_mg_per_ml",
                                    "bag_ml",
                                    "volume_convention",
                                    "vial_volume_ml",
                                    "prepared_mg",
                                    "segments",
                                    "elapsed_minutes",
                                    "vial_total_mg",
                                    "administered_mg",
                                    "wasted_vial_mg",
                                    "wasted_bag_mg",
                                    "dates",
                                    "infusions",
                                    "scale",
                                    "baseline",
                                    "now",
                                    "kind",
                                    "sites",
                                    "values",
                                    "threshold",
                                    "tolerance",
                                    "lb",
                                    "last_infusion_date",
                                    "today",
                                    "infusions_done",
                                    "infusions_planned",
                                    "activity",
                                    "respiration",
                                    "circulation",
                                    "consciousness",
                                    "spo2",
                                    "baseline_sbp",
                                    "now_sbp",
                                    "value",
                                    "direction",
                                    "instrument",
                                    "items",
                                    "function",
                                    "overall",
                                    "symptoms",
                                    "fatigue",
                                    "unrefreshed",
                                    "cognitive",
                                    "headache",
                                    "lower_abdominal_pain",
                                    "depression",
                                    "months",
                                    "baseline_total",
                                    "now_total",
                                    "severity_items",
                                    "interference_items",
                                    "vital_signs",
                                    "activity_mental",
                                    "pain_nausea",
                                    "bleeding",
                                    "intake_output",
                                    "systolic",
                                    "diastolic",
                                    "k",
                                    "n",
                                    "tp",
                                    "tn",
                                    "fp",
                                    "fn",
                                    "a",
                                    "b",
                                    "c",
                                    "d"};

class CalcCases : public ::testing::TestWithParam<RuleCase> {};

// Numbers are compared as text: 35 in the case and 35 in the answer, not 35.000000001.
TEST_P(CalcCases, GiveEveryAnswerOfTheWorkedCase) {
    const Json answer = Json::parse(calcLine(lineOf(GetParam()), 1));
    int compared = 0;
    for (const auto& [key, json] : GetParam().row.fields()) {
        if (isRemark(key) || kInputs.contains(key)) continue;
        if (GetParam().rule == "delivered" && key == "total_ml") continue; // an input there
        if (json == "null" && answer.contains("line")) continue;           // a refused line answers nothing
        ASSERT_TRUE(answer.contains(withoutPrefix(key))) << key << " in " << answer;
        EXPECT_EQ(answer[withoutPrefix(key)], Json::parse(json)) << key;
        ++compared;
    }
    EXPECT_GT(compared, 0);
}

INSTANTIATE_TEST_SUITE_P(Files, CalcCases, ::testing::ValuesIn(allCases()), test::NameOfCase{});

TEST(Calc, WritesCanonicalDecimals) {
    EXPECT_EQ(
        calcLine(
            R"({"rule":"waste_balance","vial_total_mg":500,"administered_mg":35.10,"wasted_vial_mg":465.0,"wasted_bag_mg":0})",
            1),
        R"({"unaccounted_mg":-0.1,"expected":"discrepancy","witness_required":true})");
    EXPECT_EQ(calcLine(R"({"rule":"weight_conversion","lb":154})", 1), R"({"kg_1dp":69.9,"kg_2dp":69.85})");
    EXPECT_EQ(
        calcLine(R"({"rule":"response","scale":"NRS","baseline":8,"now":8.5})", 1),
        R"({"percent_change":6.3,"percent_reduction":-6.3,"category":"none","responder_ge30":false,)"
        R"("responder_ge50":false,"trial_responder_gt50":false,"points_reduction_0_10":-0.5,"nrs_2_points":false})");
}

TEST(Calc, ReadsNumbersExactlyInEveryJsonForm) {
    for (const char* now : {"4.9", "4.90", "49e-1", "0.49E+1", "4.900000000000000000000", "490e-2"}) {
        const auto line = std::string(R"({"rule":"response","baseline":7,"now":)") + now + '}';
        EXPECT_THAT(calcLine(line, 1), HasSubstr(R"("category":"moderate")")) << now;
    }
}

TEST(Calc, AnImpressionOutsideTheFormIsRefused) {
    for (const char* value : {"0", "8", "-1"})
        EXPECT_THAT(calcLine(std::string(R"({"rule":"pgic","value":)") + value + '}', 1), HasSubstr("invalid_value"));
    EXPECT_THAT(calcLine(R"({"rule":"pgic","value":2.5})", 1), HasSubstr("error"));
    EXPECT_THAT(calcLine(R"({"rule":"pgic","value":2,"direction":"up"})", 1), HasSubstr("invalid_direction"));
}

TEST(Calc, APressureThatCannotBeHasNoGrade) {
    for (const char* pair : {R"("systolic":80,"diastolic":120)", R"("systolic":900,"diastolic":80)"}) {
        EXPECT_EQ(calcLine(std::string(R"({"rule":"bp_grade",)") + pair + '}', 1),
                  R"({"ctcae_numeric_grade":null,"invalid":true})");
    }
}

TEST(Calc, CountsThatCannotBeAreRefused) {
    EXPECT_THAT(calcLine(R"({"rule":"wilson","k":3,"n":2})", 1), HasSubstr("invalid_k"));
    EXPECT_THAT(calcLine(R"({"rule":"wilson","k":0,"n":0})", 1), HasSubstr("invalid_k"));
    EXPECT_THAT(calcLine(R"({"rule":"published_proportions","k":-1,"n":2})", 1), HasSubstr("invalid_k"));
    EXPECT_THAT(calcLine(R"({"rule":"fisher","a":1,"b":-1,"c":2,"d":2})", 1), HasSubstr("invalid_b"));
    EXPECT_EQ(calcLine(R"({"rule":"published_diagnostic_2x2","tp":0,"tn":3,"fp":0,"fn":0})", 1),
              R"({"expected":{"sensitivity":null,"specificity":100,"ppv":null,"npv":100,"accuracy":100}})");
}

TEST(Calc, KnowsTheBands) {
    const auto band = [](const char* percent) {
        return calcLine(std::string(R"({"rule":"response_rules","percent_reduction":)") + percent + '}', 1);
    };
    EXPECT_EQ(band("50"), R"({"category":"substantial"})");
    EXPECT_EQ(band("49.999"), R"({"category":"moderate"})");
    EXPECT_EQ(band("30"), R"({"category":"moderate"})");
    EXPECT_EQ(band("29.9"), R"({"category":"minimal"})");
    EXPECT_EQ(band("10"), R"({"category":"minimal"})");
    EXPECT_EQ(band("9.9"), R"({"category":"none"})");
    EXPECT_EQ(band("-9.9"), R"({"category":"none"})");
    EXPECT_EQ(band("-10"), R"({"category":"worse"})");
    EXPECT_EQ(
        calcLine(R"({"rule":"response_rules"})", 1),
        R"({"substantial_from_percent":50,"moderate_from_percent":30,"minimal_from_percent":10,"worse_from_percent":-10})");
    const Json words = Json::parse(test::readTestData("cases/response_rules.json"));
    EXPECT_THAT(words["substantial"].get<std::string>(), HasSubstr(">=50"));
    EXPECT_THAT(words["worse"].get<std::string>(), HasSubstr("<= -10"));
}

struct Refused {
    const char* line;
    const char* error;
};

class CalcRefusal : public ::testing::TestWithParam<Refused> {};

TEST_P(CalcRefusal, NamesTheFaultAndTheLine) {
    EXPECT_EQ(calcLine(GetParam().line, 7), std::string(R"({"error":")") + GetParam().error + R"(","line":7})");
}

INSTANTIATE_TEST_SUITE_P(
    Lines, CalcRefusal,
    ::testing::Values(
        Refused{"", "not_json"}, Refused{"{", "not_json"}, Refused{"{\"rule\":\"dose\",}", "not_json"},
        Refused{"{\"rule\":NaN}", "not_json"}, Refused{"{\"rule\":\"\xff\"}", "not_json"},
        Refused{"[[[[[[[[[[[[]]]]]]]]]]]]", "not_json"}, Refused{R"({"lb":1,"lb":2})", "not_json"},
        Refused{"[]", "not_an_object"}, Refused{"3", "not_an_object"}, Refused{"{}", "missing_rule"},
        Refused{R"({"rule":3})", "unknown_rule"}, Refused{R"({"rule":"Dose"})", "unknown_rule"},
        Refused{R"({"rule":"dose"})", "missing_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":null})", "missing_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":"70"})", "invalid_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":70.0001,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100})",
                "too_precise_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":1e300,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100})",
                "invalid_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":1e-400,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100})",
                "too_precise_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":-70,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100})",
                "invalid_weight_kg"},
        Refused{R"({"rule":"dose","weight_kg":70,"mg_per_kg":0.5,"minutes":90.5,"vial_mg_per_ml":50,"bag_ml":100})",
                "invalid_minutes"},
        Refused{R"({"rule":"dose","weight_kg":70,"mg_per_kg":0.5,"minutes":0,"vial_mg_per_ml":50,"bag_ml":100})",
                "invalid_minutes"},
        Refused{
            R"({"rule":"dose","weight_kg":70,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100,"volume_convention":"both"})",
            "invalid_volume_convention"},
        Refused{
            R"({"rule":"dose","weight_kg":70,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100,"vial_volume_ml":0})",
            "invalid_vial_volume_ml"},
        Refused{R"({"rule":"delivered","prepared_mg":35,"total_ml":0,"segments":[]})", "invalid_total_ml"},
        Refused{R"({"rule":"delivered","prepared_mg":35,"total_ml":100,"segments":[{"minutes":-1,"rate_ml_h":60}]})",
                "invalid_segments"},
        Refused{R"({"rule":"delivered","prepared_mg":35,"total_ml":100,"segments":[5]})", "invalid_segments"},
        Refused{R"({"rule":"delivered","prepared_mg":35,"total_ml":1e12,"segments":[]})", "invalid_total_ml"},
        Refused{R"({"rule":"course_schedule","dates":["2025-02-29"]})", "invalid_dates"},
        Refused{R"({"rule":"retreatment","last_infusion_date":"2.6.2025","today":"2025-06-29"})",
                "invalid_last_infusion_date"},
        Refused{R"({"rule":"response","scale":"BPI","baseline":5,"now":4})", "invalid_scale"},
        Refused{R"({"rule":"tender_points","sites":[],"values":[]})", "missing_kind"},
        Refused{R"({"rule":"tender_points","kind":"mtps_0_10","sites":["elbow"],"values":[3]})", "invalid_sites"},
        Refused{R"({"rule":"tender_points","kind":"mtps_0_10","sites":["knee_l"],"values":[]})", "invalid_values"},
        Refused{R"({"rule":"tender_points","kind":"mtps_0_10","sites":["knee_l"],"values":[2.5]})", "invalid_values"},
        Refused{R"({"rule":"tender_points","kind":"acr1990_yes_no","sites":["knee_l"],"values":[2]})",
                "rating_out_of_range"},
        Refused{R"({"rule":"tender_points","kind":"algometry_ppt_kg_cm2","sites":["knee_l"],"values":[-1]})",
                "pressure_out_of_range"},
        Refused{R"({"rule":"weight_conversion","lb":-1})", "invalid_lb"}));

TEST(Calc, FlagsAResultAboveItsLimitAndStillAnswers) {
    const auto answer =
        calcLine(R"({"rule":"dose","weight_kg":250,"mg_per_kg":2,"minutes":10,"vial_mg_per_ml":50,"bag_ml":500})", 1);
    EXPECT_THAT(answer, HasSubstr(R"("mg":500)"));
    EXPECT_THAT(answer, HasSubstr(R"("over_max_dose":true,"over_max_rate":true)"));
}

TEST(Calc, LeavesVialsOutWithoutTheirVolume) {
    const auto answer = Json::parse(
        calcLine(R"({"rule":"dose","weight_kg":70,"mg_per_kg":0.5,"minutes":90,"vial_mg_per_ml":50,"bag_ml":100})", 1));
    EXPECT_FALSE(answer.contains("vials_needed"));
    EXPECT_EQ(answer["mg"], 35);
}

TEST(Calc, CutsDeliveryAtTheElapsedTimeAndTheBag) {
    const auto delivered = [](const char* rest) {
        return Json::parse(
            calcLine(std::string(R"({"rule":"delivered","prepared_mg":35,"total_ml":100,)") + rest + '}', 1));
    };
    EXPECT_EQ(delivered(R"("segments":[{"minutes":90,"rate_ml_h":60}],"elapsed_minutes":30)")["delivered_ml"], 30);
    EXPECT_EQ(delivered(R"("segments":[{"minutes":30,"rate_ml_h":60}],"elapsed_minutes":90)")["delivered_ml"], 30);
    EXPECT_EQ(delivered(R"("segments":[{"minutes":900,"rate_ml_h":60}])")["bag_residual_mg"], 0);
    EXPECT_EQ(delivered(R"("segments":[])")["bag_residual_mg"], 35);
    EXPECT_EQ(
        delivered(
            R"("segments":[{"minutes":12.5,"rate_ml_h":60},{"minutes":10,"rate_ml_h":0},{"minutes":7.5,"rate_ml_h":30}])")
            ["delivered_ml"],
        Json::parse("16.3"));
}

TEST(Calc, JudgesGradedScalesByPainOnAsking) {
    const auto answer = Json::parse(calcLine(
        R"({"rule":"tender_points","kind":"graded_0_3","sites":["knee_l","knee_r","control_forehead"],"values":[1,0,3]})",
        1));
    EXPECT_EQ(answer["positive"], 1);
    EXPECT_EQ(answer["missing"], 16);
    EXPECT_EQ(answer["criterion"], "indeterminate");
    EXPECT_TRUE(answer["sum"].is_null());
}

TEST(Calc, TellsPressuresThatContradictEachOther) {
    EXPECT_EQ(calcLine(R"({"rule":"pressure_validation","threshold":3,"tolerance":2.9})", 1),
              R"({"expected":"invalid_tolerance_below_threshold"})");
    EXPECT_EQ(calcLine(R"({"rule":"pressure_validation","threshold":null,"tolerance":null})", 1),
              R"({"expected":"missing"})");
}

TEST(CalcStream, AnswersEveryLineAndSurvivesBadOnes) {
    std::istringstream in("{\"rule\":\"weight_conversion\",\"lb\":110}\r\n\n  "
                          "\nnonsense\n{\"rule\":\"weight_conversion\",\"lb\":165}");
    std::ostringstream out;
    const CalcCounts counts = calcStream(in, out);
    EXPECT_EQ(counts.answered, 2);
    EXPECT_EQ(counts.refused, 1);
    EXPECT_EQ(out.str(), "{\"kg_1dp\":49.9,\"kg_2dp\":49.9}\n{\"error\":\"not_json\",\"line\":4}\n{\"kg_"
                         "1dp\":74.8,\"kg_2dp\":74.84}\n");
}

} // namespace
} // namespace chairside::exchange
