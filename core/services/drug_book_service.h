// The controlled-drug book over all infusions: every movement with its patient and the balance after it, and the
// corrections that are made later. Source: 21 CFR 1304.22(c); a witness for waste is practice, not federal rule.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/account/account.h"
#include "core/domain/dosing/drug_balance.h"
#include "core/domain/patient/patient.h"
#include "core/services/clinic_service.h"

namespace chairside::services {

struct DrugBookLine {
    domain::DrugMovement movement;
    std::optional<domain::Patient> patient; // a correction from the book has the one of the movement before
    domain::Volume volume;                  // what holds the amount, at the strength of the vial
    domain::Dose balance;                   // what should still be there after it
};

struct DrugBookVial {
    domain::Vial vial;
    std::vector<DrugBookLine> lines; // all of the vial, by time
    domain::DrugBalance balance;     // after the last one

    // Somebody found a difference, whether or not it has been settled.
    [[nodiscard]] bool hasDifference() const;
};

// With a day: the vials that moved on it. Else by lot; without one: every vial with a difference.
struct DrugBookQuery {
    std::optional<base::CalendarDate> day;
    std::string lot; // its beginning

    bool operator==(const DrugBookQuery&) const = default;
};

struct DrugBook {
    DrugBookQuery query;
    ClinicDetails clinic;
    std::vector<DrugBookVial> vials;     // not at zero first, then those with a difference, then by time
    bool more = false;                   // a lot has more vials than are shown
    std::vector<domain::Account> people; // for the names behind the movements
    std::string auditHead;               // chain head when it was read
    std::string readBy;                  // printed name
    base::Instant asOf;
};

// Adds to what should still be there: below 0 for drug that was lost, above 0 for drug that was booked away wrongly.
struct DrugCorrection {
    domain::VialId vial;
    std::optional<domain::Dose> amount;
    std::string reason;
    std::string witnessUserName, witnessPassword;
};

class DrugBookService {
public:
    explicit DrugBookService(ServiceContext& context) : m_context(context) {}

    // Opening is audited; without a day and a lot it lists what was ever corrected.
    [[nodiscard]] base::Result<DrugBook> read(const Actor& actor, const DrugBookQuery& query, Reading reading);
    // The same for paper: audited as issued, before anything leaves.
    [[nodiscard]] base::Result<DrugBook> issue(const Actor& actor, const DrugBookQuery& query);
    // A new movement of the vial; it belongs to no infusion, so that a signed record stays as it was signed. Fields:
    // amount (Required; OutOfRange beyond the content of the vial, low and high in mg), correction_reason, witness
    // (Required, SamePerson). NotFound for an unknown vial; SignInFailed, SignInDelayed and Denied (field "witness") as
    // for drug accounting. Nothing is written then.
    [[nodiscard]] base::Result<domain::EntryId> correct(const Actor& actor, const DrugCorrection& correction);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
