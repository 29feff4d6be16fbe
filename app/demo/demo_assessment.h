// Questionnaires of the demo patients: a baseline on the day before the first course, follow-ups on the way.
#pragma once

#include "app/demo/demo_infusion.h"

namespace chairside::app {

// One that was filled in: every item has about this share of its range, so that a demo score is near that share too.
struct DemoAssessment {
    std::string_view clinicNumber;
    int daysBefore = 0; // the demo day
    std::string_view instrument;
    domain::Occasion occasion = domain::Occasion::FollowUp;
    domain::ResponseMode mode = domain::ResponseMode::InPerson;
    int percent = 50;
    int declined = -1; // the number of an item that was not answered, from 0
};

// Adds what was filled in for the patient to the timeline; subject is filled by the registration before it.
void addAssessments(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject);

} // namespace chairside::app
