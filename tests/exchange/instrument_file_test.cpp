#include "core/exchange/instrument_file.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/domain/instrument/scoring.h"
#include "core/exchange/calc.h"
#include "core/exchange/embedded_instruments.h"
#include "core/exchange/instrument_source.h"
#include "tests/support/core/matchers.h"

namespace chairside::exchange {
namespace {

using base::Rule;
using domain::Instrument;
using test::HasProblem;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using Json = nlohmann::ordered_json;

Instrument shipped(const std::string& id) {
    const auto all = shippedInstruments().value();
    return *std::ranges::find(all, id, &Instrument::id);
}

Json fileOf(std::string_view name) {
    for (const auto& file : embeddedInstruments())
        if (file.name == name) return Json::parse(file.json);
    return {};
}

base::Problems problemsOf(const Json& file) {
    const auto read = parseInstrument(file.dump());
    return read ? base::Problems{} : read.error().problems;
}

TEST(ShippedInstruments, AreReadWithoutAProblem) {
    const auto all = shippedInstruments();
    ASSERT_TRUE(all.has_value()) << all.error().detail << ' ' << all.error().field;
    std::set<std::string> ids;
    for (const auto& one : *all)
        ids.insert(one.id);
    EXPECT_THAT(ids, IsSupersetOf({"acr2016", "bpi", "endurance", "fiqr", "gad7", "pads", "pain_nrs", "pain_vas",
                                   "pgic", "pgic_reversed", "phq9"}));
}

TEST(ShippedInstruments, HaveTheItemsOfTheirForms) {
    EXPECT_EQ(shipped("fiqr").items.size(), 21U);
    EXPECT_EQ(shipped("phq9").items.size(), 9U);
    EXPECT_EQ(shipped("gad7").items.size(), 7U);
    EXPECT_EQ(shipped("bpi").items.size(), 11U);
    EXPECT_EQ(shipped("acr2016").scale("wpi")->items.size(), 19U);
}

TEST(ShippedInstruments, OnlyTheLastItemOfThePhq9AsksForSafety) {
    const auto phq = shipped("phq9");
    domain::ItemValues values(phq.items.size(), 3);
    values.back() = 0;
    EXPECT_FALSE(domain::scoreOf(phq, values).asksForSafety());
    values.assign(phq.items.size(), std::nullopt);
    values.back() = 1;
    EXPECT_TRUE(domain::scoreOf(phq, values).asksForSafety()) << "even without a score";
}

TEST(ShippedInstruments, NeverJoinPainOfDifferentTimes) {
    std::set<std::string> domains;
    for (const char* id : {"pain_nrs", "pain_vas"}) {
        for (const auto& scale : shipped(id).scales)
            EXPECT_TRUE(domains.insert(scale.domain).second) << scale.domain;
    }
    EXPECT_EQ(domains.size(), 8U);
}

TEST(ShippedInstruments, TheTwoImpressionFormsAgreeOnWhatImprovedMeans) {
    const auto low = shipped("pgic");
    const auto high = shipped("pgic_reversed");
    for (int value = 1; value <= 7; ++value) {
        EXPECT_EQ(domain::scoreOf(low, {value}).state("responder"),
                  domain::scoreOf(high, {8 - value}).state("responder"))
            << value;
        const auto& words = low.items.front().words;
        EXPECT_EQ(words[static_cast<std::size_t>(value - 1)].text,
                  high.items.front().words[static_cast<std::size_t>(7 - value)].text);
    }
}

TEST(InstrumentFile, WhatIsNoObjectIsRefused) {
    for (const char* text : {"", "[]", "{", "3"}) {
        const auto read = parseInstrument(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().field, "instrument");
    }
}

TEST(InstrumentFile, EveryPartThatIsGoneIsNamed) {
    for (const char* key : {"id", "version", "name", "missing_rule", "licence", "source"}) {
        auto file = fileOf("gad7");
        file.erase(key);
        EXPECT_THAT(problemsOf(file), HasProblem(key, Rule::Required)) << key;
    }
    for (const char* key : {"items", "scales"}) {
        auto file = fileOf("gad7");
        file.erase(key);
        EXPECT_THAT(problemsOf(file), HasProblem(key, Rule::Required)) << key;
    }
}

TEST(InstrumentFile, NothingIsSaidTwice) {
    const auto problems = problemsOf(Json::parse(R"({"id":"x"})"));
    std::set<std::string> fields;
    for (const auto& problem : problems)
        EXPECT_TRUE(fields.insert(problem.field).second) << problem.field;
    EXPECT_GT(fields.size(), 5U);
}

TEST(InstrumentFile, AMisspeltNameIsRefusedWithItsPlace) {
    auto file = fileOf("gad7");
    file["scales"][0]["min_answerd"] = 5;
    EXPECT_THAT(problemsOf(file), HasProblem("scales.total.min_answerd", Rule::NotAllowed));
    file = fileOf("gad7");
    file["scales"][0]["method"] = "median";
    EXPECT_THAT(problemsOf(file), HasProblem("scales.total.method", Rule::NotAllowed));
    file = fileOf("phq9");
    file["criteria"][1]["kind"] = "saftey";
    EXPECT_THAT(problemsOf(file), HasProblem("criteria.item_9.kind", Rule::NotAllowed));
    file = fileOf("phq9");
    file["occasions"] = {"sometimes"};
    EXPECT_THAT(problemsOf(file), HasProblem("occasions", Rule::NotAllowed));
}

TEST(InstrumentFile, NumbersAreWholeAndInRange) {
    auto file = fileOf("gad7");
    file["range"] = {0, 2.5};
    EXPECT_THAT(problemsOf(file), HasProblem("range", Rule::NotANumber));
    file["range"] = {3, 0};
    EXPECT_THAT(problemsOf(file), HasProblem("items.gad_1.range", Rule::OutOfRange));
    file = fileOf("gad7");
    file["scales"][0]["band_sets"][0]["bands"][0]["up_to"] = "four";
    EXPECT_THAT(problemsOf(file), HasProblem("scales.total.band_sets.1.bands.minimal.up_to", Rule::NotANumber));
}

TEST(InstrumentFile, ReadsAnInstrumentAClinicWrote) {
    const auto own = parseInstrument(R"({"id":"stiffness","version":"1","name":"Morning stiffness","source":"clinic",
        "missing_rule":"One answer.","licence":"Our own.","occasions":["visit"],
        "items":[{"key":"minutes","text":"Minutes until loose","range":[0,600],"unit":"min"}],
        "scales":[{"key":"total","text":"Minutes","method":"sum","items":["minutes"],"min_answered":1}]})");
    ASSERT_TRUE(own.has_value());
    EXPECT_TRUE(own->allows(domain::Occasion::Visit));
    EXPECT_FALSE(own->allows(domain::Occasion::Baseline));
    EXPECT_EQ(domain::scoreOf(*own, {45}).scales.front().shown(), domain::Score::ofWhole(45));
}

TEST(InstrumentFile, AClinicsOwnOneMayNotTakeTheIdOfAnother) {
    const std::string gad = fileOf("gad7").dump();
    const auto taken = ownInstruments(std::vector{gad});
    ASSERT_FALSE(taken.has_value());
    EXPECT_THAT(taken.error().problems, HasProblem("id", Rule::Duplicate));
    auto renamed = fileOf("gad7");
    renamed["id"] = "gad7_clinic";
    EXPECT_EQ(ownInstruments(std::vector{renamed.dump()}).value().size(), 1U);
    EXPECT_FALSE(ownInstruments(std::vector{renamed.dump(), renamed.dump()}).has_value());
}

TEST(ClinicInstruments, TakesWhatIsValidAndNamesTheRest) {
    auto mine = fileOf("gad7");
    mine["id"] = "gad7_clinic";
    auto halved = mine;
    halved["id"] = "half";
    halved.erase("licence");
    const ClinicInstruments all({{"a.json", mine.dump()},
                                 {"b.json", halved.dump()},
                                 {"c.json", fileOf("gad7").dump()},
                                 {"d.json", ""},
                                 {"e.json", mine.dump()}});
    const auto read = all.instruments().value();
    EXPECT_EQ(read.size(), shippedInstruments()->size() + 1);
    EXPECT_EQ(read.back().id, "gad7_clinic");
    std::vector<std::string> names;
    for (const auto& one : all.refused())
        names.push_back(one.name);
    EXPECT_THAT(names, ::testing::ElementsAre("b.json", "c.json", "d.json", "e.json"));
    EXPECT_THAT(all.refused()[0].error.problems, HasProblem("licence", Rule::Required));
    EXPECT_THAT(all.refused()[1].error.problems, HasProblem("id", Rule::Duplicate));
}

TEST(CalcInstrument, AnswersForEveryShippedOneByItsId) {
    EXPECT_EQ(calcLine(R"({"rule":"instrument","id":"pain_nrs","items":[7,null,9,null]})", 1),
              R"({"pain_now":7,"pain_average_24h":null,"pain_worst_24h":9,"pain_average_7d":null,"missing":2})");
    EXPECT_EQ(calcLine(R"({"rule":"instrument","id":"phq9","items":[null,null,null,0,0,0,0,0,1]})", 1),
              R"({"total":null,"criterion_screen":"open","criterion_item_9":"met","missing":3})");
    EXPECT_THAT(calcLine(R"({"rule":"instrument","id":"none","items":[]})", 1), HasSubstr("invalid_id"));
    EXPECT_THAT(calcLine(R"({"rule":"instrument","id":"pgic","items":[8]})", 1), HasSubstr("item_out_of_range"));
    EXPECT_THAT(calcLine(R"({"rule":"instrument","id":"pgic","items":[1,2]})", 1), HasSubstr("invalid_items"));
}

TEST(CalcInstrument, APhq9WithoutItsLastAnswerSaysSo) {
    const auto answer = calcLine(R"({"rule":"phq9","items":[1,1,1,1,1,1,1,1,null]})", 1);
    EXPECT_THAT(answer, HasSubstr(R"("total":9)"));
    EXPECT_THAT(answer, HasSubstr(R"("safety_flag_item9":false,"item9_missing":true)"));
}

TEST(CalcInstrument, ASiteIsNamedOnceAndByAKnownName) {
    const std::string rest =
        R"(,"fatigue":1,"unrefreshed":1,"cognitive":1,"headache":0,"lower_abdominal_pain":0,"depression":0,"months":6})";
    EXPECT_THAT(calcLine(R"({"rule":"acr2016","sites":["neck","neck"])" + rest, 1), HasSubstr("invalid_sites"));
    EXPECT_THAT(calcLine(R"({"rule":"acr2016","sites":["fatigue"])" + rest, 1), HasSubstr("invalid_sites"));
    EXPECT_THAT(calcLine(R"({"rule":"acr2016","sites":["neck"]})", 1), HasSubstr("missing_fatigue"));
}

} // namespace
} // namespace chairside::exchange
