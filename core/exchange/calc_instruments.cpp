// Calc lines about questionnaires: the inputs are those of the worked cases, the rules those of the shipped files.
#include <algorithm>
#include <string>

#include "core/base/decimal_text.h"
#include "core/domain/instrument/scoring.h"
#include "core/exchange/calc_rules.h"
#include "core/exchange/instrument_file.h"

namespace chairside::exchange::calc {

namespace {

using domain::CriterionState;
using domain::Instrument;
using domain::InstrumentResult;
using domain::ItemValues;
using domain::Score;

constexpr const char* kOutOfRange = "item_out_of_range";

const Instrument* shipped(std::string_view id) {
    static const auto kAll = shippedInstruments();
    if (!kAll) return nullptr;
    const auto found = std::ranges::find(*kAll, id, &Instrument::id);
    return found == kAll->end() ? nullptr : &*found;
}

// A whole number, or a value far outside every range for what cannot be one.
int answerOf(Inputs& in, const Value& value, std::string_view key) {
    const auto raw = value.kind == Value::Kind::Number ? thousandthsOf(value.text, Precision::Exact) : std::nullopt;
    if (!raw || *raw % 1000 != 0) in.refuse("invalid", key);
    return static_cast<int>(std::clamp<std::int64_t>(raw.value_or(0) / 1000, -1, 1'000'000));
}

// Appends the answers of one array; it has to have a place for each of so many items.
void addArray(Inputs& in, std::string_view key, std::size_t items, ItemValues& values) {
    const auto& given = in.array(key);
    if (in.ok() && given.size() != items) in.refuse("invalid", key);
    for (const auto& one : given) {
        if (one.value.kind == Value::Kind::Null) {
            values.emplace_back();
        } else {
            values.emplace_back(answerOf(in, one.value, key));
        }
    }
}

bool met(const InstrumentResult& result, std::string_view criterion) {
    return result.state(criterion) == CriterionState::Met;
}

Answer& put(Answer& answer, std::string_view key, const domain::ScaleScore& score) {
    const auto shown = score.shown();
    return shown ? answer.number(key, shown->raw()) : answer.null(key);
}

std::expected<InstrumentResult, std::string> scored(const Instrument& instrument, const Inputs& in,
                                                    const ItemValues& values) {
    if (!in.ok()) return std::unexpected(in.error());
    if (!domain::check(instrument, values).empty()) return std::unexpected(kOutOfRange);
    return domain::scoreOf(instrument, values);
}

std::string wordOf(CriterionState state) {
    switch (state) {
    case CriterionState::Met:
        return "met";
    case CriterionState::NotMet:
        return "not_met";
    case CriterionState::Open:
        return "open";
    }
    return {};
}

// What PHQ-9 and GAD-7 have in common; the safety flag stands whether or not there is a total.
Outcome mood(Inputs& in, const Instrument& instrument, bool hasSafetyItem) {
    ItemValues values;
    addArray(in, "items", instrument.items.size(), values);
    const auto result = scored(instrument, in, values);
    if (!result) return std::unexpected(result.error());
    Answer answer;
    const auto& total = result->scales.front();
    put(answer, "total", total);
    if (total.value) {
        answer.text("band", total.bands.front().key).flag("positive_screen", met(*result, "screen"));
    } else {
        answer.text("error", "too_many_missing");
    }
    answer.whole("missing", result->missing);
    if (hasSafetyItem) {
        answer.flag("safety_flag_item9", result->asksForSafety()).flag("item9_missing", !values.back().has_value());
    }
    return answer;
}

} // namespace

Outcome acr2016(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("acr2016");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    ItemValues values(instrument->items.size());
    const auto& sites = *instrument->scale("wpi");
    const auto at = [&](std::string_view key) {
        return static_cast<std::size_t>(instrument->item(key) - instrument->items.data());
    };
    for (const auto& key : sites.items)
        values[at(key)] = 0;
    for (const auto& site : in.array("sites")) {
        const bool known = std::ranges::find(sites.items, site.value.text) != sites.items.end();
        if (!known || values[at(site.value.text)] == 1) {
            in.refuse("invalid", "sites");
            break;
        }
        values[at(site.value.text)] = 1;
    }
    for (auto item = instrument->items.begin(); item != instrument->items.end(); ++item)
        if (std::ranges::find(sites.items, item->key) == sites.items.end()) values[at(item->key)] = in.whole(item->key);
    const auto result = scored(*instrument, in, values);
    if (!result) return std::unexpected(result.error());
    Answer answer;
    for (const auto& scale : result->scales)
        put(answer, scale.key, scale);
    return answer.flag("generalized_pain", met(*result, "generalized_pain"))
        .flag("criteria_2016_met", met(*result, "criteria_2016"))
        .flag("criteria_2011_numeric_met", met(*result, "criteria_2011"))
        .flag("fs_ge_13", met(*result, "fs_13"));
}

Outcome fiqr(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("fiqr");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    ItemValues values;
    for (const char* part : {"function", "overall", "symptoms"})
        addArray(in, part, instrument->scale(part)->items.size(), values);
    const auto result = scored(*instrument, in, values);
    if (!result) return std::unexpected(result.error());
    const auto& total = *result->scale("total");
    Answer answer;
    for (const char* key : {"function", "overall", "symptoms", "total"})
        put(answer, key, *result->scale(key));
    answer.whole("missing_items", result->missing).flag("prorated", total.prorated);
    if (!total.value) return answer.text("error", "domain_not_scorable");
    answer.flag("few_items", total.few);
    for (const auto& band : total.bands)
        answer.text("severity_" + band.set, band.key);
    return answer;
}

Outcome fiqrChange(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("fiqr");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    const auto baseline = Score::ofRaw(in.number("baseline_total"));
    const auto now = Score::ofRaw(in.number("now_total"));
    if (!in.ok()) return std::unexpected(in.error());
    for (const auto total : {baseline, now})
        if (total < Score{} || total > Score::ofWhole(100)) return std::unexpected("total_out_of_range");
    Answer answer;
    if (baseline == Score{}) {
        answer.null("percent_reduction");
    } else {
        answer.ratio("percent_reduction", base::Wide{(baseline - now).raw()} * 100, baseline.raw(), 1);
    }
    for (const auto mark : instrument->changeMarks) {
        std::string name = "meets_" + base::textFromThousandths(mark);
        std::ranges::replace(name, '.', '_');
        answer.flag(name, domain::reachesMark(baseline, now, mark));
    }
    return answer;
}

Outcome phq9(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("phq9");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    return mood(in, *instrument, true);
}

Outcome gad7(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("gad7");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    return mood(in, *instrument, false);
}

Outcome bpi(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("bpi");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    ItemValues values;
    for (const char* part : {"severity", "interference"})
        addArray(in, std::string(part) + "_items", instrument->scale(part)->items.size(), values);
    const auto result = scored(*instrument, in, values);
    if (!result) return std::unexpected(result.error());
    Answer answer;
    put(answer, "severity", *result->scale("severity"));
    put(answer, "interference", *result->scale("interference"));
    return answer.whole("interference_answered", result->scale("interference")->answered);
}

Outcome pads(Inputs& in, const domain::ProtocolRules&) {
    const auto* instrument = shipped("pads");
    if (instrument == nullptr) return std::unexpected("no_instrument");
    ItemValues values;
    for (const auto& item : instrument->items)
        values.emplace_back(in.whole(item.key));
    const auto result = scored(*instrument, in, values);
    if (!result) return std::unexpected(result.error());
    Answer answer;
    return put(answer, "total", result->scales.front()).flag("pass", met(*result, "pass"));
}

Outcome instrument(Inputs& in, std::span<const Instrument> own) {
    const std::string id = in.text("id", "");
    const auto found = std::ranges::find(own, id, &Instrument::id);
    const Instrument* instrument = found == own.end() ? shipped(id) : &*found;
    if (instrument == nullptr) in.refuse(in.has("id") ? "invalid" : "missing", "id");
    if (!in.ok()) return std::unexpected(in.error());
    ItemValues values;
    addArray(in, "items", instrument->items.size(), values);
    const auto result = scored(*instrument, in, values);
    if (!result) return std::unexpected(result.error());
    Answer answer;
    for (const auto& scale : result->scales)
        put(answer, scale.key, scale);
    for (const auto& criterion : result->criteria)
        answer.text("criterion_" + criterion.key, wordOf(criterion.state));
    return answer.whole("missing", result->missing);
}

} // namespace chairside::exchange::calc
