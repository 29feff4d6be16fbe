// The clinic as it stands on paper: name, address, telephone, logo.
#pragma once

#include <string>

#include "core/services/service_context.h"

namespace chairside::services {

struct ClinicDetails {
    std::string name;
    std::string address;   // lines, may be empty
    std::string phone;     // may be empty
    std::string logo;      // a PNG picture in base64, may be empty
    bool invented = false; // its patients are: said on every page; from setting it up, change() leaves it as it is

    bool operator==(const ClinicDetails&) const = default;
};

class ClinicService {
public:
    // Of ChangeKind::Clinic, when one of them was changed.
    static constexpr const char* kChangeId = "clinic_details";

    explicit ClinicService(ServiceContext& context) : m_context(context) {}

    // Empty before the clinic is set up and while its data are locked. Needs no permission: it stands on every paper.
    [[nodiscard]] base::Result<ClinicDetails> details();
    // Denied without ManageClinic. Invalid lists every problem: clinic_name (Required, TooLong), clinic_address and
    // clinic_phone (TooLong), clinic_logo (NotAllowed: no PNG; TooLong, high in kilobytes). Nothing has changed then.
    // Documents that were issued before keep what they said.
    [[nodiscard]] base::Done change(const Actor& actor, const ClinicDetails& details);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
