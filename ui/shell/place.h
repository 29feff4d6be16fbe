// Where in the program somebody is: a page and the record it shows.
#pragma once

#include <optional>
#include <string>

namespace chairside::ui {

enum class PageKind {
    // The left rail, in its order (Alt+1 .. Alt+8).
    Today,
    Patients,
    Review,
    Retreatment,
    Outcomes,
    Reports,
    Settings,
    Ledger, // the controlled-drug book
    // Reached from other pages.
    Overview,   // one patient
    Register,   // a new patient, or corrections to one
    Order,      // a course
    Assessment, // questionnaires and tests of one patient
    History,    // what is known about one patient: medicines, allergies, conditions, contacts
    Infusion,   // the chair-side record of one infusion
    Discharge,
    Audit,
    Accounts,
    Protocol,
    Import,
    Export, // records that leave as data
    Help
};

// Ids are UUID text.
struct Place {
    PageKind kind = PageKind::Today;
    std::optional<std::string> patientId{};
    std::optional<std::string> courseId{};
    std::optional<std::string> infusionId{};
    std::optional<std::string> lot{}; // of the drug book
    bool callList = false;            // of the documents about the clinic, the call list

    bool operator==(const Place&) const = default;
};

} // namespace chairside::ui
