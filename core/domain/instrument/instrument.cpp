#include "core/domain/instrument/instrument.h"

#include <algorithm>
#include <set>

namespace chairside::domain {

namespace {

using base::Problems;
using base::Rule;

constexpr int kHighestAnswer = 9999;
constexpr std::size_t kMostItems = 100;
constexpr int kHighestFactor = 1000;

bool isKey(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

class Checker {
public:
    explicit Checker(const Instrument& instrument) : m_instrument(instrument) {}

    Problems run() {
        head();
        for (const auto& item : m_instrument.items)
            checkItem(item);
        for (const auto& scale : m_instrument.scales)
            checkScale(scale);
        for (const auto& criterion : m_instrument.criteria)
            checkCriterion(criterion);
        for (const auto mark : m_instrument.changeMarks)
            if (mark <= 0 || mark > 100'000) say("change_percent", Rule::OutOfRange);
        return std::move(m_problems);
    }

private:
    void say(std::string field, Rule rule, std::string value = {}) {
        m_problems.push_back({std::move(field), rule, {}, {}, std::move(value)});
    }
    void needText(const std::string& field, const std::string& text) {
        if (text.empty()) say(field, Rule::Required);
    }
    // One name space for all that a condition can be about.
    void needNewKey(const std::string& field, const std::string& key, std::set<std::string>& used) {
        if (!isKey(key)) say(field, Rule::NotAllowed, key);
        if (!used.insert(key).second) say(field, Rule::Duplicate, key);
    }

    void head() {
        if (!isKey(m_instrument.id)) say("id", Rule::NotAllowed, m_instrument.id);
        needText("version", m_instrument.version);
        needText("name", m_instrument.name);
        needText("missing_rule", m_instrument.missingRule);
        needText("licence", m_instrument.licence);
        if (m_instrument.items.empty()) say("items", Rule::Required);
        if (m_instrument.items.size() > kMostItems) say("items", Rule::TooMany);
        if (m_instrument.scales.empty()) say("scales", Rule::Required);
    }

    void checkItem(const InstrumentItem& item) {
        const std::string field = "items." + item.key;
        needNewKey(field, item.key, m_measures);
        needText(field + ".text", item.text);
        if (item.low < 0 || item.high > kHighestAnswer || item.low >= item.high)
            say(field + ".range", Rule::OutOfRange);
        std::set<int> values;
        for (const auto& word : item.words) {
            if (word.value < item.low || word.value > item.high) say(field + ".answers", Rule::OutOfRange);
            if (!values.insert(word.value).second) say(field + ".answers", Rule::Duplicate);
            needText(field + ".answers", word.text);
        }
    }

    void checkItems(const std::string& field, const std::vector<std::string>& items, std::set<std::string>& used) {
        if (items.empty()) say(field, Rule::Required);
        for (const auto& key : items) {
            if (m_instrument.item(key) == nullptr) say(field, Rule::NotAllowed, key);
            if (!used.insert(key).second) say(field, Rule::Duplicate, key);
        }
    }

    void checkScale(const InstrumentScale& scale) {
        const std::string field = "scales." + scale.key;
        std::set<std::string> used;
        switch (scale.method) {
        case ScaleMethod::Sum:
        case ScaleMethod::Mean:
            checkItems(field + ".items", scale.items, used);
            break;
        case ScaleMethod::GroupsTouched:
            if (scale.groups.empty()) say(field + ".groups", Rule::Required);
            for (const auto& group : scale.groups)
                checkItems(field + ".groups." + group.key, group.items, used);
            break;
        case ScaleMethod::SumOfScales:
            if (scale.scales.empty()) say(field + ".scales", Rule::Required);
            for (const auto& part : scale.scales)
                if (!m_scales.contains(part)) say(field + ".scales", Rule::OutOfOrder, part);
            break;
        }
        needNewKey(field, scale.key, m_measures);
        m_scales.insert(scale.key);
        needText(field + ".text", scale.text);
        for (const int factor : {scale.multiplier, scale.divisor})
            if (factor < 1 || factor > kHighestFactor) say(field + ".factor", Rule::OutOfRange);
        const bool ofItems = scale.method != ScaleMethod::SumOfScales;
        const auto most = static_cast<int>(used.size());
        if (ofItems && (scale.minAnswered < 1 || scale.minAnswered > most))
            say(field + ".min_answered", Rule::OutOfRange);
        if (scale.warnBelow < 0 || scale.warnBelow > most) say(field + ".warn_below", Rule::OutOfRange);
        checkBands(field, scale);
    }

    void checkBands(const std::string& field, const InstrumentScale& scale) {
        for (const auto& set : scale.bandSets) {
            needText(field + ".bands", set.name);
            if (set.bands.empty()) say(field + ".bands", Rule::Required);
            for (auto band = set.bands.begin(); band != set.bands.end(); ++band) {
                if (!isKey(band->key)) say(field + ".bands", Rule::NotAllowed, band->key);
                needText(field + ".bands", band->text);
                const auto next = std::next(band);
                const bool isLast = next == set.bands.end();
                const bool rises = isLast || !next->upTo || (band->upTo && *band->upTo < *next->upTo);
                if (isLast == band->upTo.has_value() || !rises) say(field + ".bands", Rule::OutOfOrder, band->key);
            }
        }
    }

    void checkCriterion(const Criterion& criterion) {
        const std::string field = "criteria." + criterion.key;
        needNewKey(field, criterion.key, m_criteria);
        needText(field + ".text", criterion.text);
        if (criterion.paths.empty()) say(field + ".any_of", Rule::Required);
        for (const auto& path : criterion.paths) {
            if (path.empty()) say(field + ".any_of", Rule::Required);
            for (const auto& condition : path) {
                if (!m_measures.contains(condition.measure)) {
                    say(field + ".measure", Rule::NotAllowed, condition.measure);
                }
                const bool hasEnds = condition.low && condition.high;
                if (!condition.low && !condition.high) say(field + ".measure", Rule::Required, condition.measure);
                if (hasEnds && *condition.low > *condition.high) say(field + ".measure", Rule::OutOfOrder);
            }
        }
    }

    const Instrument& m_instrument;
    Problems m_problems;
    std::set<std::string> m_measures; // items and scales
    std::set<std::string> m_scales;
    std::set<std::string> m_criteria;
};

} // namespace

const InstrumentItem* Instrument::item(std::string_view key) const {
    const auto found = std::ranges::find(items, key, &InstrumentItem::key);
    return found == items.end() ? nullptr : &*found;
}

const InstrumentScale* Instrument::scale(std::string_view key) const {
    const auto found = std::ranges::find(scales, key, &InstrumentScale::key);
    return found == scales.end() ? nullptr : &*found;
}

bool Instrument::allows(Occasion occasion) const {
    return std::ranges::find(occasions, occasion) != occasions.end();
}

base::Problems check(const Instrument& instrument) {
    return Checker(instrument).run();
}

} // namespace chairside::domain
