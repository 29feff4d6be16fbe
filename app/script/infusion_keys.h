// One infusion by keys, from the open record to the signature.
#pragma once

#include <QString>
#include <functional>

#include "app/script/key_script.h"
#include "app/script/tour_clock.h"

namespace chairside::app {

// What a nurse types.
struct InfusionKeys {
    QString initials, birthYear, weight;
    QString strength = QStringLiteral("50");
    QString bag = QStringLiteral("100");
    // What the second person comes to; the weight is the same. Who that is: the witness.
    QString secondDose, secondVolume;
    QString secondRate = QStringLiteral("66.7");
    int painBefore = 7;
    int painAfter = 4;
    bool tenderPoints = true;
    bool event = true;
    QString lot = QStringLiteral("KM42");
    QString expires;    // "7/26"
    QString wastedVial; // mg, from a vial of 10 mL; the bag is given whole
    QString witness, witnessPassword;
    QString escort = QStringLiteral("Jo");
    QString password;
    std::function<void(const QString& name)> picture = [](const QString&) {
    };
    // A row of vital signs is saved; how many keys it took.
    std::function<void(int keys)> rowTyped = [](int) {
    };
};

// The infusion page is open on its first step. The steps are added to the script; the clock is moved over the infusion.
void addInfusionKeys(KeyScript& script, TourClock& clock, const InfusionKeys& keys);

} // namespace chairside::app
