#include "app/clinic.h"

#include <unistd.h>

#include <array>
#include <fstream>
#include <system_error>

#include "app/instrument_folder.h"
#include "app/vault/clinic_vault.h"
#include "app/vault/lockable_store.h"
#include "core/access/argon_hasher.h"
#include "core/access/one_time_codes.h"
#include "core/access/sodium_digest.h"
#include "core/base/uuid7_source.h"
#include "core/exchange/audit_csv.h"
#include "core/exchange/clinic_policy.h"
#include "core/exchange/export_formats.h"
#include "core/exchange/import/file_reader.h"
#include "core/exchange/instrument_source.h"
#include "core/exchange/marked_medicines.h"
#include "core/exchange/protocol_template_source.h"
#include "core/exchange/refused_passwords.h"
#include "core/services/try.h"
#include "core/store/backup/restore.h"
#include "core/store/data_folder.h"
#include "core/store/store.h"

namespace chairside::app {

struct Clinic::Parts {
    Parts(const base::Clock& clock, access::HashCost cost, std::vector<exchange::InstrumentText> own)
        : hasher(cost), instruments(std::move(own)), ids(clock, base::systemRandom) {}

    access::SodiumDigest digest;
    access::ArgonHasher hasher;
    exchange::ShippedTemplates templates;
    exchange::ClinicInstruments instruments;
    exchange::FileReader importReader;
    exchange::ExportFileFormats exportFormats;
    exchange::AuditCsv auditCsv;
    access::TimedCodes oneTimeCodes;
    base::Uuid7Source ids;
    services::ChangeNotifier changes;
    LockableStore store;
    std::unique_ptr<ClinicVault> vault; // none: not encrypted
    std::unique_ptr<services::ServiceContext> context;
    std::unique_ptr<services::Services> services;
};

namespace {

enum class OnDisk { Nothing, Plain, Encrypted };

// By the first bytes alone: without a key there is no more to see.
OnDisk lookAt(const std::filesystem::path& folder) {
    std::error_code error;
    constexpr std::string_view plain = "SQLite format 3";
    std::string start(plain.size(), '\0');
    std::ifstream(folder / "clinic.db", std::ios::binary)
        .read(start.data(), static_cast<std::streamsize>(start.size()));
    if (start == plain) return OnDisk::Plain;
    const auto size = std::filesystem::file_size(folder / "clinic.db", error);
    const bool keys = std::filesystem::exists(folder / "clinic.keys", error);
    return keys || (size != static_cast<std::uintmax_t>(-1) && size > 0) ? OnDisk::Encrypted : OnDisk::Nothing;
}

// Whether the folder is opened through keys. Damaged: something else cannot be read by this program.
base::Result<bool> usesKeys(const ClinicOptions& options) {
    if (options.inMemory) return false;
    const auto found = lookAt(options.folder);
    if (!store::Store::encrypts() && found == OnDisk::Encrypted &&
        std::filesystem::exists(options.folder / "clinic.keys")) {
        return base::fail(base::Code::StorageNewer, {}, "the data are encrypted; this program was built without it");
    }
    if (!store::Store::encrypts() || found == OnDisk::Plain) return false;
    return found == OnDisk::Encrypted || options.encrypt;
}

} // namespace

base::Result<std::unique_ptr<Clinic>> Clinic::open(const ClinicOptions& options, const base::Clock& clock) {
    const bool isThere = std::filesystem::exists(options.folder / "clinic.db") || store::isReplacing(options.folder);
    if (!options.inMemory && !options.createIfMissing && !isThere) {
        return base::fail(base::Code::NotFound, "clinic", "no clinic in this folder");
    }
    auto policy = CHAIRSIDE_TRY(exchange::shippedClinicPolicy());
    policy.markedMedicines = CHAIRSIDE_TRY(exchange::shippedMarkedMedicines());
    policy.refusedPasswords = CHAIRSIDE_TRY(exchange::shippedRefusedPasswords());
    const auto cost = options.weakPasswords ? access::HashCost::Token : access::HashCost::Interactive;
    // Before anybody looks at the files: a restore that was interrupted is finished then.
    std::unique_ptr<store::DataFolder> held;
    if (!options.inMemory) held = CHAIRSIDE_TRY(store::DataFolder::hold(options.folder));
    auto own = options.inMemory ? std::vector<exchange::InstrumentText>{} : instrumentFilesBeside(options.folder);
    auto parts = std::make_unique<Parts>(clock, cost, std::move(own));
    store::StoreOptions place{.folder = options.folder,
                              .inMemory = options.inMemory,
                              .fewPages = options.fewPages,
                              .checkLater = options.checkLater,
                              .clock = clock,
                              .digest = parts->digest,
                              .ids = parts->ids};
    place.held = std::move(held);
    if (CHAIRSIDE_TRY(usesKeys(options))) {
        parts->vault = CHAIRSIDE_TRY(ClinicVault::look({place, cost}, parts->store));
    } else {
        parts->store.put(CHAIRSIDE_TRY(store::Store::open(place)));
    }
    parts->context = std::make_unique<services::ServiceContext>(
        services::ServiceContext{.store = parts->store,
                                 .verifier = parts->store,
                                 .clock = clock,
                                 .ids = parts->ids,
                                 .changes = parts->changes,
                                 .hasher = parts->hasher,
                                 .digest = parts->digest,
                                 .templates = parts->templates,
                                 .instruments = parts->instruments,
                                 .policy = policy,
                                 .vault = parts->vault.get(),
                                 .backups = options.inMemory ? nullptr : &parts->store,
                                 .importReader = &parts->importReader,
                                 .exportFormats = &parts->exportFormats,
                                 .oneTimeCodes = &parts->oneTimeCodes,
                                 .auditFormat = &parts->auditCsv});
    parts->services = std::make_unique<services::Services>(*parts->context);
    return std::unique_ptr<Clinic>(new Clinic(std::move(parts)));
}

Clinic::Clinic(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Clinic::~Clinic() = default;

services::Services& Clinic::services() {
    return *m_parts->services;
}
services::ServiceContext& Clinic::context() {
    return *m_parts->context;
}
base::Done Clinic::check() {
    return m_parts->store.isOpen() ? m_parts->store.get()->check() : base::Done{};
}
const std::vector<exchange::RefusedInstrument>& Clinic::refusedInstruments() const {
    return m_parts->instruments.refused();
}
bool Clinic::isEncrypted() const {
    return m_parts->vault != nullptr;
}
services::ChangeNotifier& Clinic::changes() {
    return m_parts->changes;
}

std::string workstationName() {
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0) return "unknown";
    return name.data();
}

} // namespace chairside::app
