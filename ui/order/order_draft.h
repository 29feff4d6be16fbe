// What was typed into an order that is not signed yet. Identity and password are never kept.
#pragma once

#include <QString>
#include <QVariantMap>
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

// As a draft is kept between sittings; what is missing or unreadable in content is blank in the draft.
[[nodiscard]] QVariantMap contentOf(const OrderDraft& draft);
[[nodiscard]] OrderDraft orderDraftOf(const QVariantMap& content);

} // namespace chairside::ui
