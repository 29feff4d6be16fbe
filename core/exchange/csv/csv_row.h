// Internal to core/exchange/csv: what one row is about, and the columns that read it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal_text.h"
#include "core/exchange/csv_export.h"

namespace chairside::exchange::csv {

// One measured value of whatever scale.
struct ScoreLine {
    std::string when; // as it is written
    std::string_view measure, scale, moment, unit;
    std::string value;
    std::string_view missing;
};

// What is set depends on the kind of row.
struct Row {
    const services::ExportHead* head = nullptr;
    int shiftDays = 0; // 0: identities are kept
    std::string pseudonym;
    const domain::Patient* patient = nullptr;
    const services::ExportedCourse* course = nullptr;
    const domain::PlannedInfusion* planned = nullptr;
    const services::ExportedInfusion* infusion = nullptr;
    const domain::VitalSigns* vitals = nullptr;
    const ScoreLine* score = nullptr;
    const domain::AdverseEvent* event = nullptr;
    const domain::Vial* vial = nullptr;
    const domain::DrugMovement* movement = nullptr;

    [[nodiscard]] bool hidesPeople() const { return shiftDays > 0; }
    [[nodiscard]] std::string date(base::CalendarDate day) const { return day.plusDays(-shiftDays).iso(); }
    [[nodiscard]] std::string time(base::Instant at) const { return at.plus(-std::chrono::days(shiftDays)).iso(); }
    template <class Value>
    [[nodiscard]] std::string time(const std::optional<Value>& at) const {
        return at ? time(*at) : std::string{};
    }
    [[nodiscard]] std::string person(const domain::AccountId& id) const;
};

enum class Cell { Plain, Words, Identifying };

struct Column {
    std::string_view name;
    Cell cell; // Plain is written as it is; Identifying are words that leave with identities only
    std::string (*read)(const Row&);
};

[[nodiscard]] std::span<const Column> columnsOf(CsvKind kind);
[[nodiscard]] std::string headOf(CsvKind kind, bool hidesPeople);
[[nodiscard]] std::string lineOf(CsvKind kind, const Row& row);

// Every score of an infusion, in the order of its kinds.
[[nodiscard]] std::vector<ScoreLine> scoresOf(const Row& row);
[[nodiscard]] ScoreLine scoreOf(const Row& row, const domain::FollowUp& followUp);

} // namespace chairside::exchange::csv
