// Statistics of groups. What counts people is answered from integers; only intervals and P values are not.
#include <array>
#include <cmath>

#include "core/domain/outcome/proportion.h"
#include "core/exchange/calc_rules.h"

namespace chairside::exchange::calc {

namespace {

using domain::Proportion;

constexpr int kMostPeople = 1'000'000;

std::int64_t readCount(Inputs& in, std::string_view key) {
    const int count = in.whole(key);
    if (in.ok() && (count < 0 || count > kMostPeople)) in.refuse("invalid", key);
    return count;
}

Proportion readShare(Inputs& in) {
    const Proportion share{readCount(in, "k"), readCount(in, "n")};
    if (in.ok() && !domain::wilson95(share)) in.refuse("invalid", "k");
    return share;
}

Answer& addReal(Answer& answer, std::string_view key, double value, int places) {
    const std::int64_t scale = std::llround(std::pow(10, places));
    return answer.ratio(key, std::llround(value * static_cast<double>(scale)), scale, places);
}

void addPercent(Answer& answer, std::string_view key, const Proportion& share) {
    if (share.of == 0) {
        answer.null(key);
    } else {
        answer.ratio(key, base::Wide{share.count} * 100, share.of, 0);
    }
}

} // namespace

Outcome proportion(Inputs& in, const domain::ProtocolRules& /*rules*/) {
    const auto share = readShare(in);
    if (!in.ok()) return std::unexpected(in.error());
    const auto range = domain::wilson95(share).value_or(domain::Interval{});
    Answer answer;
    answer.ratio("percent", base::Wide{share.count} * 100, share.of, 1);
    addReal(answer, "wilson_low_percent", 100 * range.low, 2);
    return addReal(answer, "wilson_high_percent", 100 * range.high, 2);
}

Outcome diagnostic(Inputs& in, const domain::ProtocolRules& /*rules*/) {
    domain::TwoByTwo table;
    table.truePositive = readCount(in, "tp");
    table.trueNegative = readCount(in, "tn");
    table.falsePositive = readCount(in, "fp");
    table.falseNegative = readCount(in, "fn");
    if (!in.ok()) return std::unexpected(in.error());
    Answer shares;
    addPercent(shares, "sensitivity", table.sensitivity());
    addPercent(shares, "specificity", table.specificity());
    addPercent(shares, "ppv", table.positivePredictive());
    addPercent(shares, "npv", table.negativePredictive());
    addPercent(shares, "accuracy", table.agreement());
    return Answer{}.object("expected", shares);
}

Outcome wilson(Inputs& in, const domain::ProtocolRules& /*rules*/) {
    const auto share = readShare(in);
    if (!in.ok()) return std::unexpected(in.error());
    const auto range = domain::wilson95(share).value_or(domain::Interval{});
    Answer answer;
    addReal(answer, "low", range.low, 6);
    return addReal(answer, "high", range.high, 6);
}

Outcome fisher(Inputs& in, const domain::ProtocolRules& /*rules*/) {
    const auto a = readCount(in, "a");
    const auto b = readCount(in, "b");
    const auto c = readCount(in, "c");
    const auto d = readCount(in, "d");
    if (!in.ok()) return std::unexpected(in.error());
    Answer answer;
    return addReal(answer, "p", domain::fisherTwoSided({a, a + b}, {c, c + d}).value_or(1), 8);
}

} // namespace chairside::exchange::calc
