// What was asked and measured after an infusion besides pain.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kAfter =
    entryQuery<"after_assessment", "impression, impression_direction, impression_since, relief_percent, relief_since, "
                                   "held_seconds, load_g, side, stop, stop_words">();
constexpr Sql kInsertAfter("INSERT INTO after_assessment (id, infusion_id, observed_at, observed_offset, recorded_at,"
                           " recorded_offset, recorded_by, corrects, correction_reason, impression,"
                           " impression_direction, impression_since, relief_percent, relief_since, held_seconds,"
                           " load_g, side, stop, stop_words)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInfusionAfterAll[] = {kAfter.ofInfusion, kAfter.ofCourse, kInsertAfter};

domain::AfterAssessment toAfter(RowReader& row) {
    auto head = row.head();
    const auto impression = row.optionalWhole();
    const auto direction = row.key<domain::ImpressionDirection>();
    const auto impressionSince = row.key<domain::ComparedWith>();
    const auto relief = row.optionalWhole();
    const auto reliefSince = row.key<domain::ComparedWith>();
    const auto seconds = row.optionalWhole();
    const auto load = row.optionalQuantity<domain::Weight>();
    const auto side = row.optionalKey<domain::BodySide>();
    const auto stop = row.optionalKey<domain::EnduranceStop>();
    auto words = row.text();
    domain::AfterAssessment entry{std::move(head), impression,  direction,   impressionSince,
                                  relief,          reliefSince, std::nullopt};
    // The schema keeps the parts of a test together.
    if (seconds && load && side && stop)
        entry.endurance = domain::EnduranceTest{*seconds, *load, *side, *stop, std::move(words)};
    return entry;
}

} // namespace

base::Done SqlInfusionRepository::readAfter(RecordReading& reading) {
    return reading.fill(kAfter, &domain::InfusionRecord::after, toAfter);
}

base::Done SqlInfusionRepository::add(const domain::AfterAssessment& entry) {
    std::optional<int> seconds;
    std::optional<domain::Weight> load;
    std::optional<domain::BodySide> side;
    std::optional<domain::EnduranceStop> stop;
    std::string words;
    if (const auto& test = entry.endurance) {
        seconds = test->seconds;
        load = test->load;
        side = test->side;
        stop = test->stop;
        words = test->words;
    }
    return m_session.insert(Table::AfterAssessment, entry.head.id.text(), kInsertAfter,
                            values(entry.head, entry.impression, entry.direction, entry.impressionSince, entry.relief,
                                   entry.reliefSince, seconds, load, side, stop, words));
}

std::span<const Sql> afterStatements() {
    return kInfusionAfterAll;
}

} // namespace chairside::store
