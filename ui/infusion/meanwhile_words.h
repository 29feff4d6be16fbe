// What somebody sees when another person was faster with the same entry: theirs with who and when, and that what was
// typed here is kept and not saved.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "core/base/result.h"
#include "core/services/infusion_service.h"

namespace chairside::ui {

struct MeanwhileWords {
    Q_DECLARE_TR_FUNCTIONS(MeanwhileWords)

public:
    // The first dose of an infusion. Its numbers are left out while a second person calculates.
    [[nodiscard]] static QString dose(const services::InfusionView& view, const domain::DoseCheck& theirs);
    // A dose that was prepared again under a second check that is being typed.
    [[nodiscard]] static QString doseAgain(const services::InfusionView& view, const domain::DoseCheck& theirs);
    // typed: the numbers that were not saved, "34 mg, 3.4 mL, 66.7 mL per hour".
    [[nodiscard]] static QString secondCheck(const services::InfusionView& view, const domain::SecondCheck& theirs,
                                             const QString& typed);
    // words: the answer that stands, with who and when.
    [[nodiscard]] static QString answer(const QString& words);
    // words: "10:31 Paused: line checked".
    [[nodiscard]] static QString step(const services::InfusionView& view, const domain::InfusionStep& theirs,
                                      const QString& words);
    [[nodiscard]] static QString discharge(const services::InfusionView& view, const domain::Discharge& theirs);
    [[nodiscard]] static QString event(const services::InfusionView& view, const domain::AdverseEvent& theirs);
    // A score for the same moment.
    [[nodiscard]] static QString pain(const services::InfusionView& view, const domain::PainScore& theirs);
    // Impression, relief or endurance that is recorded already.
    [[nodiscard]] static QString after(const services::InfusionView& view, const domain::AfterAssessment& theirs);
    // Another assessment: both can stand.
    [[nodiscard]] static QString aldrete(const services::InfusionView& view, const domain::AldreteScore& theirs);
    // Another drug line: both can stand, or it is the same dose twice.
    [[nodiscard]] static QString rescue(const services::InfusionView& view, const domain::RescueDrug& theirs);
    // The line that was being corrected.
    [[nodiscard]] static QString rescueCorrected(const services::InfusionView& view, const domain::RescueDrug& theirs);
    // typed: what was typed and is not booked.
    [[nodiscard]] static QString drug(const services::InfusionView& view, const QString& typed);
};

// A first entry that is there already, or a correction of what has been corrected.
[[nodiscard]] bool isOvertaken(const base::Error& error);

// What stands now in the place of an entry that was corrected; nothing if it stands itself.
template <class Entry>
[[nodiscard]] const Entry* standingFor(const std::vector<Entry>& all, const domain::EntryId& id) {
    const Entry* found = nullptr;
    for (const auto& entry : all) {
        if (entry.head.corrects == (found != nullptr ? found->head.id : id)) found = &entry;
    }
    return found;
}

} // namespace chairside::ui
