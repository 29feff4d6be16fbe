#include "core/domain/infusion/after_rules.h"

#include "core/base/decimal_text.h"
#include "core/domain/outcome/impression.h"

namespace chairside::domain {

namespace {

using base::Rule;

void checkAnswer(base::Problems& problems, const char* field, std::optional<int> value, int asked, EntryRange range) {
    if (!value) return;
    if (asked == 0) {
        problems.push_back({field, Rule::NotAllowed, {}, {}, std::to_string(*value)});
    } else if (!range.contains(*value)) {
        problems.push_back(
            {field, Rule::OutOfRange, std::to_string(range.low), std::to_string(range.high), std::to_string(*value)});
    }
}

void checkEndurance(base::Problems& problems, const EnduranceTest& test, const AfterRules& rules) {
    checkAnswer(problems, "held_seconds", test.seconds, rules.endurance, {0, rules.enduranceMaxSeconds});
    if (rules.endurance != 0 && (test.load < Weight{} || test.load > rules.enduranceMaxLoad)) {
        problems.push_back(
            {"load", Rule::OutOfRange, "0", base::toText(rules.enduranceMaxLoad), base::toText(test.load)});
    }
    if (test.stop == EnduranceStop::Other && test.words.empty())
        problems.push_back({"stop_words", Rule::Required, {}, {}, {}});
}

} // namespace

bool asksAfter(const AfterRules& rules) {
    return rules.impression != 0 || rules.relief != 0 || rules.endurance != 0;
}

base::Problems check(const AfterAssessment& entry, const AfterRules& rules) {
    base::Problems problems;
    if (!entry.impression && !entry.relief && !entry.endurance)
        problems.push_back({"after", Rule::Required, {}, {}, {}});
    checkAnswer(problems, "impression", entry.impression, rules.impression, kImpressionRange);
    checkAnswer(problems, "relief", entry.relief, rules.relief, kReliefRange);
    if (entry.endurance) checkEndurance(problems, *entry.endurance, rules);
    return problems;
}

} // namespace chairside::domain
