// One open clinic: store, services and everything they need, wired together. The only place that knows all of core.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/clock.h"
#include "core/exchange/instrument_source.h"
#include "core/services/services.h"

namespace chairside::app {

struct ClinicOptions {
    std::filesystem::path folder; // made if it is not there
    bool inMemory = false;        // for measuring and for tests
    bool createIfMissing = true;  // otherwise a folder without a clinic is NotFound
    bool fewPages = false;        // see store::StoreOptions
    bool checkLater = false;      // see store::StoreOptions; check() follows before anybody works
    bool encrypt = true;          // where the program was built to; false makes a new clinic that is not encrypted
    // Password hashes that cost nearly nothing: only for invented accounts of a demo clinic.
    bool weakPasswords = false;
};

// Used on one thread only. The clock must outlive it.
class Clinic {
public:
    // An encrypted clinic is closed until the first sign-in: no service can read anything. One that is not set up yet
    // is closed too, until setUpClinic(). Fails as Store::open and KeyFile::read do; then nothing is changed on the
    // disk.
    [[nodiscard]] static base::Result<std::unique_ptr<Clinic>> open(const ClinicOptions& options,
                                                                    const base::Clock& clock);
    ~Clinic();

    [[nodiscard]] services::Services& services();
    [[nodiscard]] services::ServiceContext& context();
    // Whether what is on the disk is encrypted, or will be.
    [[nodiscard]] bool isEncrypted() const;
    // Files of the clinic's own instruments that are not used because of a mistake in them.
    [[nodiscard]] const std::vector<exchange::RefusedInstrument>& refusedInstruments() const;
    // As Store::check(); nothing while closed.
    [[nodiscard]] base::Done check();
    // Subscribe before the first service call.
    [[nodiscard]] services::ChangeNotifier& changes();

private:
    struct Parts;
    explicit Clinic(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

// Name of this PC, for sign-ins and the audit trail.
[[nodiscard]] std::string workstationName();

} // namespace chairside::app
