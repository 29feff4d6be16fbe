#include "core/domain/instrument/scoring.h"

#include <algorithm>
#include <utility>

namespace chairside::domain {

namespace {

using base::Rule;
using base::Wide;

constexpr int kShownDecimals = 2;

Wide divisorOf(Wide a, Wide b) {
    a = a < 0 ? -a : a;
    while (b != 0)
        a = std::exchange(b, a % b);
    return a;
}

class Scorer {
public:
    Scorer(const Instrument& instrument, const ItemValues& values) : m_instrument(instrument), m_values(values) {}

    InstrumentResult run() {
        for (const auto& value : m_values)
            ++(value ? m_result.answered : m_result.missing);
        for (const auto& scale : m_instrument.scales)
            m_result.scales.push_back(score(scale));
        for (const auto& criterion : m_instrument.criteria)
            m_result.criteria.push_back({criterion.key, criterion.kind, judge(criterion)});
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::optional<int> valueOf(std::string_view key) const {
        const auto item = std::ranges::find(m_instrument.items, key, &InstrumentItem::key);
        return m_values[static_cast<std::size_t>(item - m_instrument.items.begin())];
    }

    [[nodiscard]] ScaleScore score(const InstrumentScale& scale) const {
        ScaleScore result;
        result.key = scale.key;
        switch (scale.method) {
        case ScaleMethod::Sum:
        case ScaleMethod::Mean:
            addItems(scale, result);
            break;
        case ScaleMethod::GroupsTouched:
            addGroups(scale, result);
            break;
        case ScaleMethod::SumOfScales:
            addScales(scale, result);
            break;
        }
        if (!result.value) return result;
        result.value = result.value->timesOver(scale.multiplier, scale.divisor);
        if (scale.wholePoints) result.value = result.value->toWhole();
        result.few = result.few || result.answered < scale.warnBelow;
        for (const auto& set : scale.bandSets) {
            const auto band = std::ranges::find_if(
                set.bands, [&](const Band& one) { return !one.upTo || result.value->compare(*one.upTo) <= 0; });
            result.bands.push_back({set.name, band->key, band->text});
        }
        return result;
    }

    void addItems(const InstrumentScale& scale, ScaleScore& result) const {
        std::int64_t sum = 0;
        result.items = static_cast<int>(scale.items.size());
        for (const auto& key : scale.items) {
            const auto value = valueOf(key);
            if (!value) continue;
            sum += *value;
            ++result.answered;
        }
        if (result.answered < scale.minAnswered) return;
        result.prorated = result.answered < result.items;
        const int weight = scale.method == ScaleMethod::Mean ? 1 : result.items;
        result.value = Exact::of(Wide{sum} * weight, result.answered);
    }

    void addGroups(const InstrumentScale& scale, ScaleScore& result) const {
        int touched = 0;
        for (const auto& group : scale.groups) {
            bool any = false;
            for (const auto& key : group.items) {
                const auto value = valueOf(key);
                ++result.items;
                if (!value) continue;
                ++result.answered;
                any = any || *value > 0;
            }
            if (any) ++touched;
        }
        if (result.answered >= scale.minAnswered) result.value = Exact::ofWhole(touched);
    }

    void addScales(const InstrumentScale& scale, ScaleScore& result) const {
        Exact sum;
        bool whole = true;
        for (const auto& key : scale.scales) {
            const auto* part = m_result.scale(key);
            result.answered += part->answered;
            result.items += part->items;
            result.prorated = result.prorated || part->prorated;
            result.few = result.few || part->few;
            whole = whole && part->value.has_value();
            if (part->value) sum = sum.plus(*part->value);
        }
        if (whole) result.value = sum;
    }

    [[nodiscard]] CriterionState holds(const Condition& condition) const {
        std::optional<Exact> value;
        if (const auto* scale = m_result.scale(condition.measure)) {
            value = scale->value;
        } else if (const auto answer = valueOf(condition.measure)) {
            value = Exact::ofWhole(*answer);
        }
        if (!value) return CriterionState::Open;
        const bool fits = (!condition.low || value->compare(std::int64_t{*condition.low} * 1000) >= 0) &&
                          (!condition.high || value->compare(std::int64_t{*condition.high} * 1000) <= 0);
        return fits ? CriterionState::Met : CriterionState::NotMet;
    }

    [[nodiscard]] CriterionState judge(const Criterion& criterion) const {
        bool open = false;
        for (const auto& path : criterion.paths) {
            const auto has = [&](CriterionState state) {
                return std::ranges::any_of(path, [&](const Condition& one) { return holds(one) == state; });
            };
            if (has(CriterionState::NotMet)) continue;
            if (!has(CriterionState::Open)) return CriterionState::Met;
            open = true;
        }
        return open ? CriterionState::Open : CriterionState::NotMet;
    }

    const Instrument& m_instrument;
    const ItemValues& m_values;
    InstrumentResult m_result;
};

} // namespace

Exact Exact::of(Wide numerator, Wide denominator) {
    const Wide common = divisorOf(numerator, denominator);
    Exact exact;
    exact.m_numerator = static_cast<std::int64_t>(numerator / common);
    exact.m_denominator = static_cast<std::int64_t>(denominator / common);
    return exact;
}

Exact Exact::plus(const Exact& other) const {
    return of(Wide{m_numerator} * other.m_denominator + Wide{other.m_numerator} * m_denominator,
              Wide{m_denominator} * other.m_denominator);
}

Exact Exact::timesOver(std::int64_t multiplier, std::int64_t divisor) const {
    return of(Wide{m_numerator} * multiplier, Wide{m_denominator} * divisor);
}

int Exact::compare(std::int64_t thousandths) const {
    const Wide left = Wide{m_numerator} * 1000;
    const Wide right = Wide{thousandths} * m_denominator;
    if (left == right) return 0;
    return left < right ? -1 : 1;
}

Exact Exact::toWhole() const {
    return ofWhole(base::divideRounded(m_numerator, m_denominator));
}

Score Exact::rounded(int decimals) const {
    std::int64_t step = 1000;
    for (int place = 0; place < decimals; ++place)
        step /= 10;
    return Score::ofRaw(base::divideToStep(Wide{m_numerator} * 1000, m_denominator, step));
}

std::optional<Score> ScaleScore::shown() const {
    if (!value) return std::nullopt;
    return value->rounded(kShownDecimals);
}

const ScaleScore* InstrumentResult::scale(std::string_view key) const {
    const auto found = std::ranges::find(scales, key, &ScaleScore::key);
    return found == scales.end() ? nullptr : &*found;
}

CriterionState InstrumentResult::state(std::string_view criterion) const {
    const auto found = std::ranges::find(criteria, criterion, &CriterionResult::key);
    return found == criteria.end() ? CriterionState::Open : found->state;
}

bool InstrumentResult::asksForSafety() const {
    return std::ranges::any_of(criteria, [](const CriterionResult& one) {
        return one.kind == CriterionKind::Safety && one.state == CriterionState::Met;
    });
}

base::Problems check(const Instrument& instrument, const ItemValues& values) {
    base::Problems problems;
    if (values.size() != instrument.items.size()) {
        const auto rule = values.size() < instrument.items.size() ? Rule::TooFew : Rule::TooMany;
        problems.push_back({"items", rule, {}, std::to_string(instrument.items.size()), std::to_string(values.size())});
        return problems;
    }
    for (std::size_t at = 0; at < values.size(); ++at) {
        const auto& item = instrument.items[at];
        if (!values[at] || (*values[at] >= item.low && *values[at] <= item.high)) continue;
        problems.push_back({item.key, Rule::OutOfRange, std::to_string(item.low), std::to_string(item.high),
                            std::to_string(*values[at])});
    }
    return problems;
}

InstrumentResult scoreOf(const Instrument& instrument, const ItemValues& values) {
    return Scorer(instrument, values).run();
}

bool reachesMark(Score baseline, Score now, std::int64_t markPercent) {
    if (baseline.raw() <= 0) return false;
    return Wide{(baseline - now).raw()} * 100'000 >= Wide{baseline.raw()} * markPercent;
}

} // namespace chairside::domain
