// What two people's calculations of one dose say to each other, in words.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "core/services/infusion_service.h"
#include "ui/infusion/fact_list.h"

namespace chairside::ui {

struct SecondCheckWords {
    Q_DECLARE_TR_FUNCTIONS(SecondCheckWords)

public:
    // Stands for every number of the first person while the second one calculates.
    [[nodiscard]] static QString hidden();
    // "34 mg, 3.4 mL, 66.7 mL per hour".
    [[nodiscard]] static QString numbers(const domain::DoseNumbers& numbers);
    // "volume 3.4 mL and 34 mL, ten times"; several are joined by "; ".
    [[nodiscard]] static QString differences(const std::vector<domain::NumberDifference>& found);
    // "The two calculations differ: … Check the stock strength and repeat."
    [[nodiscard]] static QString differ(const std::vector<domain::NumberDifference>& found);
    // Why the pump cannot be started; empty if the check stands in nobody's way.
    [[nodiscard]] static QString notStartable(domain::CheckState state);
    // The outcome with who and when, for a summary; empty if there is nothing to tell.
    [[nodiscard]] static QString summary(const services::InfusionView& view);
};

[[nodiscard]] domain::CheckState checkStateOf(const services::InfusionView& view);
// Nobody may see the first person's numbers now, on no part of any page.
[[nodiscard]] bool hidesFirstNumbers(const services::InfusionView& view);

// The second person's column once it is complete, and earlier ones of doses that were replaced.
[[nodiscard]] std::vector<FactLine> secondCheckLines(const services::InfusionView& view);

} // namespace chairside::ui
