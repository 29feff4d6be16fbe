#include "core/exchange/protocol_template.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/exchange/embedded_templates.h"
#include "core/exchange/protocol_template_source.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/matchers.h"

namespace chairside::exchange {
namespace {

using base::Code;
using base::Rule;
using test::FailsWith;
using test::HasProblem;
using test::IsOk;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using Json = nlohmann::ordered_json;

std::string course() {
    for (const auto& embedded : embeddedTemplates()) {
        if (embedded.name == "fibromyalgia_course_05") return std::string(embedded.json);
    }
    return {};
}

// The course template after a change.
template <class Change>
base::Result<domain::ProtocolTemplate> parseChanged(const Change& change) {
    Json json = Json::parse(course());
    change(json);
    return parseTemplate(json.dump());
}

TEST(ShippedTemplates, AreTheTwoRegimensWithoutContradiction) {
    const auto templates = ShippedTemplates{}.templates();
    ASSERT_THAT(templates, IsOk());
    ASSERT_THAT(*templates, SizeIs(2));
    for (const auto& content : *templates) {
        EXPECT_THAT(domain::check(content.rules), IsEmpty()) << content.key;
        EXPECT_THAT(content.remarks, Not(IsEmpty()));
        EXPECT_THAT(content.emergency, Not(IsEmpty()));
        EXPECT_EQ(content.drug, "ketamine");
        ASSERT_THAT(content.whys, SizeIs(domain::protocolFields().size()));
        for (const auto& why : content.whys)
            EXPECT_FALSE(why.text.empty()) << why.key;
    }
    EXPECT_EQ((*templates)[0].key, "fibromyalgia_course_05");
    EXPECT_EQ((*templates)[1].key, "single_03_study");
    EXPECT_TRUE((*templates)[0].rules == test::courseRules());
    EXPECT_TRUE((*templates)[1].rules == test::studyRules());
}

TEST(ShippedTemplates, CarryTheClinicsRegimens) {
    const auto& rules = test::courseRules();
    EXPECT_EQ(rules.regimen.startDose, domain::DosePerKg::ofRaw(500));
    EXPECT_EQ(rules.regimen.minutes, 90);
    EXPECT_EQ(rules.regimen.infusions, 6);
    EXPECT_EQ(rules.regimen.maxSpanDays, 42);
    EXPECT_EQ(rules.retreatment.openDays, 28);
    EXPECT_EQ(rules.retreatment.closeDays, 42);
    const auto& study = test::studyRules();
    EXPECT_EQ(study.regimen.startDose, domain::DosePerKg::ofRaw(300));
    EXPECT_EQ(study.regimen.infusions, 1);
    EXPECT_EQ(study.response.trialPercent, 50);
}

TEST(ProtocolTemplate, SurvivesTheRoundTrip) {
    for (const auto& embedded : embeddedTemplates()) {
        const auto first = parseTemplate(embedded.json);
        ASSERT_THAT(first, IsOk());
        const std::string text = templateText(*first);
        const auto second = parseTemplate(text);
        ASSERT_THAT(second, IsOk());
        EXPECT_TRUE(first->rules == second->rules);
        EXPECT_EQ(first->remarks, second->remarks);
        EXPECT_EQ(first->items, second->items);
        EXPECT_EQ(templateText(*second), text);
        EXPECT_EQ(Json::parse(text), Json::parse(embedded.json));
    }
}

TEST(ProtocolTemplate, IsWrittenFromAVersion) {
    const auto content = parseTemplate(course());
    ASSERT_THAT(content, IsOk());
    const auto uuid = base::Uuid(base::Uuid::Bytes{});
    const domain::ProtocolVersion version{domain::ProtocolVersionId(uuid),
                                          domain::ProtocolId(uuid),
                                          content->name,
                                          3,
                                          domain::ProtocolState::Signed,
                                          content->drug,
                                          content->summary,
                                          content->remarks,
                                          content->rules,
                                          content->whys,
                                          content->items,
                                          content->emergency,
                                          {},
                                          {},
                                          content->screening,
                                          {}};
    EXPECT_EQ(templateText(version, content->key), templateText(*content));
}

TEST(ShippedTemplates, AskBeforeTheStartAndTheDischargeWithAReasonForEachQuestion) {
    const auto templates = ShippedTemplates{}.templates();
    ASSERT_THAT(templates, IsOk());
    for (const auto& content : *templates) {
        EXPECT_THAT(domain::itemsOf(content.items, domain::ChecklistKind::PreCheck), SizeIs(5)) << content.key;
        const auto leaving = domain::itemsOf(content.items, domain::ChecklistKind::Discharge);
        EXPECT_THAT(leaving, SizeIs(7)) << content.key;
        const auto escort = std::ranges::find_if(leaving, domain::asksName);
        ASSERT_NE(escort, leaving.end());
        EXPECT_EQ(escort->effect, domain::AnswerEffect::HardStop) << "nobody leaves alone";
        for (const auto& item : content.items)
            EXPECT_FALSE(item.why.empty()) << item.key;
    }
}

TEST(ProtocolTemplate, NamesWhatIsWrongWithAnItem) {
    const auto with = [](const char* part, const Json& value) {
        return parseChanged([&](Json& json) { json["items"][1][part] = value; });
    };
    EXPECT_THAT(parseChanged([](Json& json) { json.erase("items"); }), HasProblem("items", Rule::Required));
    EXPECT_THAT(parseChanged([](Json& json) { json["items"][0] = 3; }), HasProblem("items.1.key", Rule::Required));
    EXPECT_THAT(with("list", "lunch"), HasProblem("items.2.list", Rule::NotAllowed));
    EXPECT_THAT(with("effect", ""), HasProblem("items.2.effect", Rule::Required));
    EXPECT_THAT(with("always", "yes"), HasProblem("items.2.always", Rule::Required));
    EXPECT_THAT(with("why", ""), HasProblem("items.2.why", Rule::Required));
    EXPECT_THAT(with("text", ""), HasProblem("items.2.text", Rule::Required));
    EXPECT_THAT(with("key", "last_meal"), HasProblem("items.2.key", Rule::Duplicate));
    EXPECT_THAT(with("colour", "red"), HasProblem("items.2.colour", Rule::NotAllowed));
    EXPECT_THAT(parseChanged([](Json& json) { json["items"] = Json::array(); }), IsOk());
}

TEST(ProtocolTemplate, RefusesWhatIsNoObject) {
    for (const char* text : {"", "[]", "3", "{", "null", "{\"key\":\"a\",}", "\xff\xfe"}) {
        EXPECT_THAT(parseTemplate(text), FailsWith(Code::Invalid)) << text;
        EXPECT_EQ(parseTemplate(text).error().field, "template") << text;
    }
}

TEST(ProtocolTemplate, NamesUnknownKeys) {
    EXPECT_THAT(parseChanged([](Json& json) { json["author"] = "x"; }), HasProblem("author", Rule::NotAllowed));
    EXPECT_THAT(parseChanged([](Json& json) {
                    json["values"]["dose.max"] = {{"value", "1"}, {"why", "x"}};
                }),
                HasProblem("dose.max", Rule::NotAllowed));
    EXPECT_THAT(parseChanged([](Json& json) { json["values"]["dose.dose_step"]["unit"] = "mg"; }),
                HasProblem("dose.dose_step.unit", Rule::NotAllowed));
}

TEST(ProtocolTemplate, NamesEveryMissingKey) {
    for (const char* key : {"key", "name", "drug", "summary", "remarks", "emergency", "values"}) {
        EXPECT_THAT(parseChanged([&](Json& json) { json.erase(key); }), HasProblem(key, Rule::Required));
        EXPECT_THAT(parseChanged([&](Json& json) { json[key] = 5; }), HasProblem(key, Rule::Required));
    }
    for (const auto& field : domain::protocolFields()) {
        const std::string key(field.key);
        EXPECT_THAT(parseChanged([&](Json& json) { json["values"].erase(key); }), HasProblem(key, Rule::Required));
    }
    EXPECT_THAT(parseChanged([](Json& json) { json["values"]["dose.dose_step"].erase("why"); }),
                HasProblem("dose.dose_step.why", Rule::Required));
    EXPECT_THAT(parseChanged([](Json& json) { json["remarks"].push_back(5); }),
                HasProblem("remarks", Rule::NotAllowed));
}

TEST(ProtocolTemplate, NamesValuesThatAreNoNumberOrOutsideTheirRange) {
    const auto with = [](const char* key, const char* value) {
        return parseChanged([&](Json& json) { json["values"][key]["value"] = value; });
    };
    for (const char* text : {"one", "-1", "1e3", "0,5", "0.5 mg", "0.0001", " 1"}) {
        EXPECT_THAT(with("dose.max_per_kg", text), HasProblem("dose.max_per_kg", Rule::NotANumber)) << text;
    }
    EXPECT_THAT(with("regimen.infusions", "6.5"), HasProblem("regimen.infusions", Rule::NotANumber));
    EXPECT_THAT(with("regimen.infusions", "0"), HasProblem("regimen.infusions", Rule::OutOfRange));
    EXPECT_THAT(with("dose.max_per_kg", "5.001"), HasProblem("dose.max_per_kg", Rule::OutOfRange));
    EXPECT_THAT(with("dose.max_per_kg", "999999999"), HasProblem("dose.max_per_kg", Rule::OutOfRange));
    EXPECT_THAT(with("dose.max_per_kg", ""), HasProblem("dose.max_per_kg", Rule::Required));
    EXPECT_THAT(with("dose.max_per_kg", "5"), IsOk());
}

TEST(ProtocolTemplate, RefusesAKeyThatStandsTwice) {
    std::string text = course();
    const std::string row = R"("dose.dose_step": {"value": "1", "why": "again"},)";
    text.insert(text.find("\"dose.volume_step\""), row);
    EXPECT_THAT(parseTemplate(text), HasProblem("dose.dose_step", Rule::Duplicate));
}

TEST(ProtocolTemplate, ListsAllProblemsAtOnce) {
    const auto result = parseChanged([](Json& json) {
        json.erase("name");
        json["values"]["regimen.minutes"]["value"] = "soon";
        json["extra"] = true;
    });
    ASSERT_THAT(result, FailsWith(Code::Invalid));
    EXPECT_THAT(result.error().problems, SizeIs(3));
}

} // namespace
} // namespace chairside::exchange
