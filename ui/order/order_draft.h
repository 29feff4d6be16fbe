// What was typed into an order that is not signed yet. Identity and password are never kept.
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace chairside::ui {

inline constexpr std::size_t kBaselineRows = 3;

struct BaselineText {
    QString date;
    std::optional<int> pain;

    bool operator==(const BaselineText&) const = default;
};

struct OrderDraft {
    std::optional<std::string> protocolVersion;
    std::array<BaselineText, kBaselineRows> baseline{};
    QString perKg;
    QString minutes;
    QString reason;
    std::vector<QString> dates;
    QString goal;

    bool operator==(const OrderDraft&) const = default;
};

} // namespace chairside::ui
