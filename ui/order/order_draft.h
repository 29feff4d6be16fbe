// What was typed into an order that is not signed yet. Identity and password are never kept.
#pragma once

#include <QString>
#include <QVariantMap>
#include <array>
#include <map>
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

struct ScreeningText {
    std::optional<int> answer; // domain::AnswerKind
    QString note;
    QString on = {}; // the day of a finding

    bool operator==(const ScreeningText&) const = default;
};

struct OrderDraft {
    std::optional<std::string> protocolVersion;
    std::array<BaselineText, kBaselineRows> baseline{};
    QString weight, weighedOn, height, weightAgain;
    QString perKg;
    QString minutes;
    QString reason;
    std::vector<QString> dates;
    QString goal;
    QString stopRule;
    QString consentOn, consentBy, consentReference;
    std::map<QString, ScreeningText> screening; // by key of the item

    bool operator==(const OrderDraft&) const = default;
};

// As a draft is kept between sittings; what is missing or unreadable in content is blank in the draft.
[[nodiscard]] QVariantMap contentOf(const OrderDraft& draft);
[[nodiscard]] OrderDraft orderDraftOf(const QVariantMap& content);

} // namespace chairside::ui
