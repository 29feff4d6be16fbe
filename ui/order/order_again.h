// An order that begins as the one before it, where a physician decided to treat again.
#pragma once

#include "ui/order/order_draft.h"
#include "ui/order/order_presenter.h"

namespace chairside::ui {

// Everything but the dose, its reason and what has to be true on the day of the order: the day of the consent, the
// answers that no longer count, identity and signature. The version only while it is still in force; the scores that
// its baseline may count; the first date that the clinic can take once the window is open.
[[nodiscard]] OrderDraft draftAfter(const services::EarlierOrder& earlier,
                                    const std::vector<domain::ProtocolVersion>& versions,
                                    const domain::ClinicCalendar& calendar, base::CalendarDate today);

// Whose order it begins as, and what is still to be typed.
[[nodiscard]] QString againText(const services::EarlierOrder& earlier);

} // namespace chairside::ui
