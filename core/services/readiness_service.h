// What a clinic has to finish before it gives its first infusion safely.
#pragma once

#include <algorithm>
#include <vector>

#include "core/services/service_context.h"

namespace chairside::services {

enum class ReadinessPoint {
    ClinicAddress, // stands on every document
    Chairs,        // named
    Protocol,      // one is in force today
    SecondPerson,  // an open account that may check a dose beside another one that may give it
    BackupPlace    // chosen, so that backups lie elsewhere than the data
};

struct ReadinessLine {
    ReadinessPoint point = ReadinessPoint::ClinicAddress;
    bool done = false;

    bool operator==(const ReadinessLine&) const = default;
};

struct Readiness {
    std::vector<ReadinessLine> lines; // every point, in the order of the enumeration
    bool noPatientYet = false;        // a new installation

    [[nodiscard]] int open() const { return static_cast<int>(std::ranges::count(lines, false, &ReadinessLine::done)); }
};

class ReadinessService {
public:
    explicit ReadinessService(ServiceContext& context) : m_context(context) {}

    // As of today. ManageClinic.
    [[nodiscard]] base::Result<Readiness> beforeFirstPatient(const Actor& actor);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
