// Words of the overview that are made from one value at a time.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "core/domain/course/course.h"
#include "core/domain/course/retreatment.h"
#include "core/domain/infusion/entries.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/quantities.h"

namespace chairside::ui {

struct OverviewWords {
    Q_DECLARE_TR_FUNCTIONS(OverviewWords)

public:
    // "missed", "declined", "not given", "cancelled"; "planned", "open", "given".
    [[nodiscard]] static QString plan(domain::PlanState state);
    [[nodiscard]] static QString course(const domain::Course& course);
    // "open", "running", "not signed", "signed".
    [[nodiscard]] static QString visit(domain::InfusionState state);
    // Empty while there is no window to speak of.
    [[nodiscard]] static QString window(const std::optional<domain::RetreatmentWindow>& window);
    // "128/76 mmHg · HR 72 per min · SpO2 98 %"; what was not taken is left out.
    [[nodiscard]] static QString vitals(const domain::VitalSigns& row);
    // "nausea (grade 1)".
    [[nodiscard]] static QString event(const domain::AdverseEvent& event);
    // "7.4": a mean is read with one decimal.
    [[nodiscard]] static QString score(domain::Score score);
    // "today", "tomorrow", "in 3 days", "2 days ago".
    [[nodiscard]] static QString distance(base::CalendarDate date, base::CalendarDate today);
};

} // namespace chairside::ui
