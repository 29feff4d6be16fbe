// A drug that is given against an adverse event.
#pragma once

#include <string>

#include "core/domain/infusion/entries.h"

namespace chairside::domain {

enum class DrugRoute { Intravenous, Intramuscular, Subcutaneous, Oral, Sublingual, Inhaled, Intranasal };

// One line of medication. Nothing about it is calculated or limited: in an emergency the prescriber decides.
struct RescueDrug {
    EntryHead head;   // observedAt is when it was given, recordedBy who gave it
    std::string drug; // as it is called on the ampoule
    Dose dose;        // above 0
    DrugRoute route = DrugRoute::Intravenous;
    AccountId witness; // another person, who signed in for it
};

} // namespace chairside::domain
