#include "core/exchange/instrument_file.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/decimal_text.h"
#include "core/exchange/embedded_instruments.h"

namespace chairside::exchange {

namespace {

using base::Problems;
using base::Rule;
using domain::CriterionKind;
using domain::Occasion;
using domain::ScaleMethod;
using Json = nlohmann::ordered_json;

template <class Value>
using Words = std::initializer_list<std::pair<std::string_view, Value>>;

// One object of the file; remembers where it stands so that a problem can name it.
class Part {
public:
    Part(const Json& object, std::string path, Problems& problems)
        : m_object(object), m_path(std::move(path)), m_problems(problems) {}

    void allow(std::initializer_list<std::string_view> names) {
        if (!m_object.is_object()) return say({}, Rule::Required);
        for (const auto& [key, value] : m_object.items())
            if (std::ranges::find(names, key) == names.end()) say(key, Rule::NotAllowed);
    }
    [[nodiscard]] bool has(std::string_view name) const { return m_object.is_object() && m_object.contains(name); }
    std::string text(std::string_view name) {
        if (has(name) && m_object[name].is_string()) return m_object[name].get<std::string>();
        say(name, Rule::Required);
        return {};
    }
    std::string optionalText(std::string_view name) { return has(name) ? text(name) : std::string(); }
    int whole(std::string_view name) {
        const auto value = has(name) ? wholeOf(m_object[name]) : std::nullopt;
        if (!value) say(name, Rule::NotANumber);
        return value.value_or(0);
    }
    int whole(std::string_view name, int ifAbsent) { return has(name) ? whole(name) : ifAbsent; }
    bool flag(std::string_view name, bool ifAbsent) {
        if (!has(name)) return ifAbsent;
        if (!m_object[name].is_boolean()) say(name, Rule::NotAllowed);
        return m_object[name].is_boolean() && m_object[name].get<bool>();
    }
    std::vector<std::string> texts(std::string_view name) {
        std::vector<std::string> all;
        for (const auto& one : list(name)) {
            if (one.is_string()) {
                all.push_back(one.get<std::string>());
            } else {
                say(name, Rule::NotAllowed);
            }
        }
        return all;
    }
    // The elements of an array; none if it is absent.
    const Json& list(std::string_view name) {
        static const Json kNone = Json::array();
        if (!has(name)) return kNone;
        if (m_object[name].is_array()) return m_object[name];
        say(name, Rule::NotAllowed);
        return kNone;
    }
    template <class Value>
    Value word(const std::string& typed, std::string_view name, const Words<Value>& words) {
        const auto found = std::ranges::find(words, typed, [](const auto& pair) { return pair.first; });
        if (found != words.end()) return found->second;
        say(name, Rule::NotAllowed);
        return {};
    }
    // Two whole numbers, the lower one first.
    std::pair<int, int> range(std::string_view name, std::pair<int, int> ifAbsent) {
        if (!has(name)) return ifAbsent;
        const auto& ends = m_object[name];
        const bool two = ends.is_array() && ends.size() == 2;
        const auto low = two ? wholeOf(ends[0]) : std::nullopt;
        const auto high = two ? wholeOf(ends[1]) : std::nullopt;
        if (!low || !high) say(name, Rule::NotANumber);
        return {low.value_or(0), high.value_or(0)};
    }
    std::optional<std::int64_t> decimal(std::string_view name) {
        if (!has(name)) return std::nullopt;
        const auto value = base::thousandthsFromText(text(name));
        if (!value) say(name, Rule::NotANumber);
        return value.value_or(0);
    }
    Part inner(const Json& object, std::string_view name, const std::string& key) {
        return {object, m_path + std::string(name) + '.' + key + '.', m_problems};
    }
    // What an element calls itself, or its number from 1.
    static std::string keyOf(const Json& object, std::size_t at) {
        const bool named = object.is_object() && object.contains("key") && object["key"].is_string();
        return named ? object["key"].get<std::string>() : std::to_string(at + 1);
    }
    void say(std::string_view name, Rule rule) {
        std::string path = m_path + std::string(name);
        if (path.ends_with('.')) path.pop_back();
        m_problems.push_back({std::move(path), rule, {}, {}, {}});
    }

private:
    static std::optional<int> wholeOf(const Json& value) {
        if (!value.is_number_unsigned()) return std::nullopt;
        const auto number = value.get<std::uint64_t>();
        if (number > std::numeric_limits<int>::max()) return std::nullopt;
        return static_cast<int>(number);
    }

    const Json& m_object;
    std::string m_path;
    Problems& m_problems;
};

// Every element of an array of objects, read by `read(Part, element)`.
template <class Value, class Read>
std::vector<Value> readList(Part& part, std::string_view name, const Read& read) {
    std::vector<Value> all;
    const Json& list = part.list(name);
    for (std::size_t at = 0; at < list.size(); ++at)
        all.push_back(read(part.inner(list[at], name, Part::keyOf(list[at], at))));
    return all;
}

domain::AnswerWord readWord(Part part) {
    part.allow({"value", "text"});
    return {part.whole("value"), part.text("text")};
}

domain::InstrumentItem readItem(Part part, std::pair<int, int> range, const std::vector<domain::AnswerWord>& words) {
    part.allow({"key", "text", "range", "unit", "answers", "section"});
    domain::InstrumentItem item{.key = part.text("key"),
                                .text = part.text("text"),
                                .unit = part.optionalText("unit"),
                                .words = {},
                                .section = part.optionalText("section")};
    std::tie(item.low, item.high) = part.range("range", range);
    item.words = part.has("answers") ? readList<domain::AnswerWord>(part, "answers", readWord) : words;
    return item;
}

domain::ItemGroup readGroup(Part part) {
    part.allow({"key", "items"});
    return {part.text("key"), part.texts("items")};
}

domain::Band readBand(Part part) {
    part.allow({"key", "text", "up_to"});
    return {part.text("key"), part.text("text"), part.decimal("up_to")};
}

domain::BandSet readBands(Part part) {
    part.allow({"name", "bands"});
    return {part.text("name"), readList<domain::Band>(part, "bands", readBand)};
}

domain::InstrumentScale readScale(Part part) {
    part.allow({"key", "text", "domain", "method", "items", "groups", "scales", "multiplier", "divisor", "min_answered",
                "warn_below", "whole_points", "higher_is_worse", "band_sets"});
    domain::InstrumentScale scale;
    scale.key = part.text("key");
    scale.text = part.text("text");
    scale.domain = part.optionalText("domain");
    scale.method = part.word<ScaleMethod>(part.text("method"), "method",
                                          {{"sum", ScaleMethod::Sum},
                                           {"mean", ScaleMethod::Mean},
                                           {"groups_touched", ScaleMethod::GroupsTouched},
                                           {"sum_of_scales", ScaleMethod::SumOfScales}});
    scale.items = part.texts("items");
    scale.groups = readList<domain::ItemGroup>(part, "groups", readGroup);
    scale.scales = part.texts("scales");
    scale.multiplier = part.whole("multiplier", 1);
    scale.divisor = part.whole("divisor", 1);
    scale.minAnswered = part.whole("min_answered", 0);
    scale.warnBelow = part.whole("warn_below", 0);
    scale.wholePoints = part.flag("whole_points", false);
    scale.higherIsWorse = part.flag("higher_is_worse", true);
    scale.bandSets = readList<domain::BandSet>(part, "band_sets", readBands);
    return scale;
}

domain::Condition readCondition(Part part) {
    part.allow({"measure", "low", "high"});
    domain::Condition condition{.measure = part.text("measure"), .low = {}, .high = {}};
    if (part.has("low")) condition.low = part.whole("low");
    if (part.has("high")) condition.high = part.whole("high");
    return condition;
}

domain::Criterion readCriterion(Part part) {
    part.allow({"key", "text", "kind", "any_of"});
    domain::Criterion criterion;
    criterion.key = part.text("key");
    criterion.text = part.text("text");
    criterion.kind = part.word<CriterionKind>(part.text("kind"), "kind",
                                              {{"classification", CriterionKind::Classification},
                                               {"screen", CriterionKind::Screen},
                                               {"responder", CriterionKind::Responder},
                                               {"safety", CriterionKind::Safety}});
    criterion.paths = readList<std::vector<domain::Condition>>(part, "any_of", [](Part path) {
        path.allow({"all_of"});
        return readList<domain::Condition>(path, "all_of", readCondition);
    });
    return criterion;
}

domain::Instrument readHead(Part& part) {
    part.allow({"id", "version", "name", "recall", "missing_rule", "licence", "source", "occasions", "range", "answers",
                "items", "scales", "criteria", "change_percent"});
    domain::Instrument instrument;
    instrument.id = part.text("id");
    instrument.version = part.text("version");
    instrument.name = part.text("name");
    instrument.recall = part.optionalText("recall");
    instrument.missingRule = part.text("missing_rule");
    instrument.licence = part.text("licence");
    instrument.source = part.text("source");
    for (const auto& typed : part.texts("occasions")) {
        instrument.occasions.push_back(part.word<Occasion>(
            typed, "occasions",
            {{"baseline", Occasion::Baseline}, {"follow_up", Occasion::FollowUp}, {"visit", Occasion::Visit}}));
    }
    for (const auto& percent : part.texts("change_percent")) {
        const auto mark = base::thousandthsFromText(percent);
        if (!mark) part.say("change_percent", Rule::NotANumber);
        instrument.changeMarks.push_back(mark.value_or(0));
    }
    return instrument;
}

} // namespace

base::Result<domain::Instrument> parseInstrument(std::string_view json) {
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) return base::fail(base::Code::Invalid, "instrument", "not a JSON object");
    Problems problems;
    Part part(object, {}, problems);
    auto instrument = readHead(part);
    const auto range = part.range("range", {0, 0});
    const auto words = readList<domain::AnswerWord>(part, "answers", readWord);
    instrument.items = readList<domain::InstrumentItem>(
        part, "items", [&](Part item) { return readItem(std::move(item), range, words); });
    instrument.scales = readList<domain::InstrumentScale>(part, "scales", readScale);
    instrument.criteria = readList<domain::Criterion>(part, "criteria", readCriterion);
    // What is absent is noticed by both; it is said once.
    const auto isSaid = [&problems](const base::Problem& one) {
        return std::ranges::any_of(
            problems, [&](const base::Problem& other) { return other.field == one.field && other.rule == one.rule; });
    };
    for (auto& problem : domain::check(instrument))
        if (!isSaid(problem)) problems.push_back(std::move(problem));
    if (!problems.empty()) return base::invalid(std::move(problems));
    return instrument;
}

base::Result<std::vector<domain::Instrument>> shippedInstruments() {
    std::vector<domain::Instrument> all;
    for (const auto& embedded : embeddedInstruments()) {
        auto instrument = parseInstrument(embedded.json);
        if (!instrument) return base::fail(base::Code::Internal, instrument.error().field, std::string(embedded.name));
        if (std::ranges::find(all, instrument->id, &domain::Instrument::id) != all.end()) {
            return base::fail(base::Code::Internal, "id", std::string(embedded.name));
        }
        all.push_back(*std::move(instrument));
    }
    return all;
}

base::Result<std::vector<domain::Instrument>> ownInstruments(std::span<const std::string> files) {
    auto shipped = shippedInstruments();
    if (!shipped) return shipped;
    std::vector<domain::Instrument> own;
    for (const auto& file : files) {
        auto instrument = parseInstrument(file);
        if (!instrument) return std::unexpected(instrument.error());
        const auto isTaken = [&](const domain::Instrument& other) {
            return other.id == instrument->id;
        };
        if (std::ranges::any_of(*shipped, isTaken) || std::ranges::any_of(own, isTaken)) {
            return base::invalid("id", Rule::Duplicate, {}, {}, instrument->id);
        }
        own.push_back(*std::move(instrument));
    }
    return own;
}

} // namespace chairside::exchange
