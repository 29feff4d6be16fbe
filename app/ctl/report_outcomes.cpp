#include <cmath>
#include <iostream>
#include <string_view>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "core/base/decimal_text.h"

namespace chairside::app {

namespace {

constexpr int kDaysBefore = 364; // with today a year

const char* gapKey(services::OutcomeGap gap) {
    switch (gap) {
    case services::OutcomeGap::NotStarted:
        return "not_started";
    case services::OutcomeGap::Running:
        return "running";
    case services::OutcomeGap::BaselineMissing:
        return "baseline_missing";
    case services::OutcomeGap::BaselineZero:
        return "baseline_zero";
    case services::OutcomeGap::FollowUpPending:
        return "follow_up_pending";
    case services::OutcomeGap::FollowUpMissing:
        return "follow_up_missing";
    }
    return "";
}

// With at most one or two decimals, halves away from zero.
std::string tenths(double value) {
    return base::textFromThousandths(std::llround(value * 10) * 100);
}

std::string hundredths(double value) {
    return base::textFromThousandths(std::llround(value * 100) * 10);
}

std::string percent(double share) {
    return tenths(100 * share);
}

// One line: what, of which item, how many of how many, the number and its range. Absent is empty.
struct Line {
    std::string_view what;
    std::string item;
    std::string count, of;
    std::string value, low, high;
};

void print(const Line& line) {
    std::cout << line.what << '\t' << line.item << '\t' << line.count << '\t' << line.of << '\t' << line.value << '\t'
              << line.low << '\t' << line.high << '\n';
}

void printCounts(const services::Outcomes& outcomes) {
    const auto all = std::to_string(outcomes.courses);
    const auto started = std::to_string(outcomes.started);
    print({"courses", "all", all, {}, {}, {}, {}});
    print({"courses", "started", started, all, {}, {}, {}});
    print({"courses", "completed", std::to_string(outcomes.completed), started, {}, {}, {}});
    print({"courses", "stopped", std::to_string(outcomes.stopped), started, {}, {}, {}});
    print({"courses", "running", std::to_string(outcomes.running), started, {}, {}, {}});
    print({"smallest_group", {}, std::to_string(outcomes.smallestGroup), {}, {}, {}, {}});
    for (const auto& one : outcomes.definitions) {
        print({"definition",
               one.version.text(),
               {},
               {},
               "responder_percent " + std::to_string(one.responderPercent),
               "follow_up_days " + std::to_string(one.followUpDays),
               "relapse_percent " + std::to_string(one.relapsePercent)});
    }
}

void printResponders(const services::Outcomes& outcomes) {
    const auto& share = outcomes.responders;
    Line line{"responders", {}, std::to_string(share.count), std::to_string(share.of), {}, {}, {}};
    if (const auto& range = outcomes.respondersRange) {
        line.value = percent(static_cast<double>(share.count) / static_cast<double>(share.of));
        line.low = percent(range->low);
        line.high = percent(range->high);
    }
    print(line);
    for (const auto& one : outcomes.judged) {
        print({"fall_percent",
               one.course.text(),
               one.responder ? "1" : "0",
               {},
               base::textFromThousandths(std::int64_t{one.reductionPermille} * 100),
               {},
               {}});
    }
    for (const auto& one : outcomes.unjudged)
        print({"not_judged", one.course.id.text(), {}, {}, gapKey(one.gap), {}, {}});
}

void printSpread(std::string_view what, const services::InfusionSpread& infusion, const services::PainSpread& spread) {
    Line line{
        what, std::to_string(infusion.ordinal), std::to_string(spread.scores), std::to_string(infusion.given), {}, {},
        {}};
    if (const auto& quartiles = spread.quartiles) {
        line.value = hundredths(quartiles->median);
        line.low = hundredths(quartiles->lower);
        line.high = hundredths(quartiles->upper);
    }
    print(line);
}

void printGain(const services::GainKept& gain) {
    const auto courses = std::to_string(gain.curve.subjects);
    print({"gain", "relapsed", std::to_string(gain.relapsed), courses, {}, {}, {}});
    print({"gain", "re_treated", std::to_string(gain.retreated), courses, {}, {}, {}});
    print({"gain", "without_gain", std::to_string(gain.withoutGain), {}, {}, {}, {}});
    print({"gain", "unknown", std::to_string(gain.unknown), {}, {}, {}, {}});
    if (gain.curve.medianDay) print({"gain", "median_day", {}, {}, std::to_string(*gain.curve.medianDay), {}, {}});
    for (const auto& step : gain.curve.steps) {
        Line line{"gain_kept_on_day",
                  std::to_string(step.day),
                  std::to_string(step.events),
                  std::to_string(step.atRisk),
                  percent(step.survival),
                  {},
                  {}};
        if (step.band) {
            line.low = percent(step.band->low);
            line.high = percent(step.band->high);
        }
        print(line);
    }
}

void printEvents(const services::EventRate& adverse) {
    const auto infusions = std::to_string(adverse.infusions);
    print({"adverse_events",
           "all",
           std::to_string(adverse.events),
           infusions,
           adverse.perHundred ? tenths(*adverse.perHundred) : std::string{},
           {},
           {}});
    for (std::size_t at = 0; at < adverse.byGrade.size(); ++at)
        print({"adverse_events",
               "grade_" + std::to_string(at + 1),
               std::to_string(adverse.byGrade.at(at)),
               infusions,
               {},
               {},
               {}});
}

base::Result<services::OutcomeQuery> queryOf(const CtlOptions& options, base::CalendarDate today) {
    const auto to = base::CalendarDate::fromIso(options.to);
    if (!options.to.empty() && !to) return base::invalid("to", base::Rule::NotADate, {}, {}, options.to);
    const auto from = base::CalendarDate::fromIso(options.from);
    if (!options.from.empty() && !from) return base::invalid("from", base::Rule::NotADate, {}, {}, options.from);
    const auto version = domain::ProtocolVersionId::fromText(options.protocol);
    if (!options.protocol.empty() && !version) return base::fail(base::Code::NotFound, "protocol_version");
    const auto last = to.value_or(today);
    return services::OutcomeQuery{.from = from.value_or(last.plusDays(-kDaysBefore)), .to = last, .version = version};
}

} // namespace

base::Done reportOutcomes(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    const auto query = queryOf(options, (*session)->clock().now().localDate());
    if (!query) return std::unexpected(query.error());
    const auto outcomes =
        (*session)->services().outcomes.outcomes((*session)->actor(), *query, services::Reading::Open);
    if (!outcomes) return std::unexpected(outcomes.error());
    std::cout << "what\titem\tcount\tof\tvalue\tlow\thigh\n";
    printCounts(*outcomes);
    printResponders(*outcomes);
    for (const auto& infusion : outcomes->byInfusion) {
        printSpread("pain_before", infusion, infusion.before);
        printSpread("pain_after", infusion, infusion.after);
    }
    printGain(outcomes->gainKept);
    printEvents(outcomes->adverse);
    return {};
}

} // namespace chairside::app
