// What an entry form does while its fact is on the way to the disk.
#pragma once

#include <functional>

#include "ui/infusion/infusion_presenter.h"

namespace chairside::ui {

struct SavingLink {
    QObject* owner = nullptr; // the link ends with it
    QWidget* save = nullptr;  // disabled until the answer is there; lives as long as the owner
    std::function<void()> saved;
    std::function<void(const base::Error&)> failed;
};

void linkSaving(InfusionPresenter& presenter, SessionFact fact, const SavingLink& link);

} // namespace chairside::ui
