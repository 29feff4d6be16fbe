#include "core/domain/outcome/proportion.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/domain/outcome/normal.h"

namespace chairside::domain {

namespace {

// Tables as likely as the one at hand differ from it in the last digits only.
constexpr double kAsLikely = 1 + 1e-7;

bool canBe(const Proportion& share) {
    return share.count >= 0 && share.count <= share.of;
}

// ln(0!) to ln(n!)
std::vector<double> logFactorials(std::int64_t n) {
    std::vector<double> logs{0};
    for (std::int64_t at = 1; at <= n; ++at)
        logs.push_back(logs.back() + std::log(static_cast<double>(at)));
    return logs;
}

// Of all ways to draw, the log of those that draw `count` of one share.
double logWays(const std::vector<double>& logs, std::int64_t count, std::int64_t of) {
    const auto at = [&logs](std::int64_t n) {
        return logs[static_cast<std::size_t>(n)];
    };
    return at(of) - at(count) - at(of - count);
}

} // namespace

std::optional<Interval> wilson95(const Proportion& share) {
    if (share.of <= 0 || !canBe(share)) return std::nullopt;
    const auto n = static_cast<double>(share.of);
    const double p = static_cast<double>(share.count) / n;
    const double z2 = kNormal975 * kNormal975;
    const double middle = p + z2 / (2 * n);
    const double half = kNormal975 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    const double scale = 1 + z2 / n;
    return Interval{.low = share.count == 0 ? 0 : std::max(0.0, (middle - half) / scale),
                    .high = share.count == share.of ? 1 : std::min(1.0, (middle + half) / scale)};
}

std::optional<double> perHundred(std::int64_t events, std::int64_t infusions) {
    if (infusions <= 0 || events < 0) return std::nullopt;
    return 100.0 * static_cast<double>(events) / static_cast<double>(infusions);
}

std::optional<double> fisherTwoSided(const Proportion& one, const Proportion& other) {
    if (!canBe(one) || !canBe(other)) return std::nullopt;
    const std::int64_t counted = one.count + other.count;
    const std::int64_t all = one.of + other.of;
    const auto logs = logFactorials(all);
    const auto chance = [&](std::int64_t ofOne) {
        return std::exp(logWays(logs, ofOne, one.of) + logWays(logs, counted - ofOne, other.of) -
                        logWays(logs, counted, all));
    };
    const double limit = chance(one.count) * kAsLikely;
    double sum = 0;
    for (auto at = std::max<std::int64_t>(0, counted - other.of); at <= std::min(counted, one.of); ++at) {
        if (const double p = chance(at); p <= limit) sum += p;
    }
    return std::min(1.0, sum);
}

} // namespace chairside::domain
