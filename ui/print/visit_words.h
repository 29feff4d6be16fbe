// Words that several sections of the visit summary share.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <vector>

#include "core/domain/infusion/entries.h"
#include "core/services/document_service.h"

namespace chairside::ui {

struct VisitWords {
    Q_DECLARE_TR_FUNCTIONS(VisitWords)

public:
    // "R. Khan, RN"; "not known" for an account that is not among the people of the record.
    [[nodiscard]] static QString person(const services::InfusionView& view, const domain::AccountId& id);
    // Initials where they belong to one of the people only, else the printed name.
    [[nodiscard]] static QString shortName(const services::InfusionView& view, const domain::AccountId& id);
    // "RK R. Khan, RN; MO M. Osei, RN": what the initials stand for.
    [[nodiscard]] static QString nameKey(const services::InfusionView& view, const std::vector<domain::AccountId>& ids);

    // "10:45"; with the date on another day than the infusion's.
    [[nodiscard]] static QString moment(const services::InfusionView& view, const base::Instant& at);
    // "RK 10:46": who wrote it down and when.
    [[nodiscard]] static QString written(const services::InfusionView& view, const domain::EntryHead& head);
    // "14-Jan-2025 12:31 UTC+01:00", withSeconds "14-Jan-2025 12:31:05 UTC+01:00".
    [[nodiscard]] static QString zoned(const base::Instant& at, bool withSeconds = false);

    // "Replaced 10:52 by R. Khan, RN: wrong row."; nothing for an entry that stands.
    template <class Entry>
    [[nodiscard]] static QStringList replaced(const services::InfusionView& view, const std::vector<Entry>& all,
                                              const Entry& entry) {
        for (const auto& other : all) {
            if (other.head.corrects == entry.head.id) return {replacedBy(view, other.head)};
        }
        return {};
    }

private:
    [[nodiscard]] static QString replacedBy(const services::InfusionView& view, const domain::EntryHead& head);
};

// Entries of one kind in the order in which they were so, then written down.
template <class Entry>
[[nodiscard]] std::vector<Entry> byTime(std::vector<Entry> entries) {
    std::ranges::stable_sort(entries, [](const Entry& one, const Entry& other) {
        return one.head.observedAt != other.head.observedAt ? one.head.observedAt < other.head.observedAt
                                                            : one.head.recordedAt < other.head.recordedAt;
    });
    return entries;
}

} // namespace chairside::ui
