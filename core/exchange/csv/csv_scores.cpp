#include "core/domain/outcome/aldrete.h"
#include "core/exchange/csv/csv_row.h"
#include "core/exchange/export_keys.h"

namespace chairside::exchange::csv {
namespace {

constexpr std::string_view kPoints = "points";

void addChair(const Row& row, std::vector<ScoreLine>& lines) {
    const auto& record = row.infusion->record;
    for (const auto& one : domain::standing(record.pain)) {
        lines.push_back({row.time(one.head.observedAt), "pain_0_to_10", keyOf(one.frame), keyOf(one.moment), kPoints,
                         one.value ? std::to_string(*one.value) : std::string{},
                         one.missing ? keyOf(*one.missing) : std::string_view{}});
    }
    for (const auto& one : domain::standing(record.sedation)) {
        lines.push_back({row.time(one.head.observedAt),
                         "sedation",
                         keyOf(one.scale),
                         "during",
                         kPoints,
                         std::to_string(one.value),
                         {}});
    }
    for (const auto& one : domain::standing(record.dissociation)) {
        lines.push_back({row.time(one.head.observedAt),
                         "dissociation",
                         keyOf(one.scale),
                         "during",
                         kPoints,
                         std::to_string(one.value),
                         {}});
    }
}

void addTender(const Row& row, std::vector<ScoreLine>& lines) {
    for (const auto& one : domain::standing(row.infusion->record.tenderPoints)) {
        for (const auto site : domain::tenderSites()) {
            const auto& score = one.exam.at(site).score;
            lines.push_back({row.time(one.head.observedAt), "tender_point", keyOf(one.exam.scale),
                             domain::tenderSiteKey(site), kPoints, score ? std::to_string(*score) : std::string{},
                             score ? std::string_view{} : keyOf(domain::MissingReason::NotDone)});
        }
    }
}

void addAfter(const Row& row, std::vector<ScoreLine>& lines) {
    for (const auto& one : domain::standing(row.infusion->record.after)) {
        const auto when = row.time(one.head.observedAt);
        if (one.impression) {
            lines.push_back({when,
                             "global_impression_of_change",
                             keyOf(one.direction),
                             keyOf(one.impressionSince),
                             kPoints,
                             std::to_string(*one.impression),
                             {}});
        }
        if (one.relief) {
            lines.push_back(
                {when, "pain_relief", {}, keyOf(one.reliefSince), "percent", std::to_string(*one.relief), {}});
        }
        if (one.endurance) {
            lines.push_back({when, "static_endurance", {}, "after", "s", std::to_string(one.endurance->seconds), {}});
            lines.push_back({when, "static_endurance_load", {}, "after", "kg", base::toText(one.endurance->load), {}});
        }
    }
    for (const auto& one : domain::standing(row.infusion->record.aldrete)) {
        lines.push_back({row.time(one.head.observedAt),
                         "modified_aldrete",
                         keyOf(one.variant),
                         "after",
                         kPoints,
                         std::to_string(domain::totalOf(one.items)),
                         {}});
    }
}

} // namespace

std::vector<ScoreLine> scoresOf(const Row& row) {
    std::vector<ScoreLine> lines;
    addChair(row, lines);
    addTender(row, lines);
    addAfter(row, lines);
    return lines;
}

ScoreLine scoreOf(const Row& row, const domain::FollowUp& followUp) {
    return {row.date(followUp.date),
            "pain_0_to_10",
            keyOf(followUp.frame),
            keyOf(followUp.kind),
            kPoints,
            followUp.pain ? std::to_string(*followUp.pain) : std::string{},
            followUp.missing ? keyOf(*followUp.missing) : std::string_view{}};
}

} // namespace chairside::exchange::csv
