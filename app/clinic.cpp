#include "app/clinic.h"

#include <unistd.h>

#include <array>

#include "core/access/argon_hasher.h"
#include "core/access/sodium_digest.h"
#include "core/base/uuid7_source.h"
#include "core/exchange/clinic_policy.h"
#include "core/exchange/protocol_template_source.h"
#include "core/store/store.h"

namespace chairside::app {

struct Clinic::Parts {
    Parts(const base::Clock& clock, access::HashCost cost) : hasher(cost), ids(clock, base::systemRandom) {}

    access::SodiumDigest digest;
    access::ArgonHasher hasher;
    exchange::ShippedTemplates templates;
    base::Uuid7Source ids;
    services::ChangeNotifier changes;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<services::ServiceContext> context;
    std::unique_ptr<services::Services> services;
};

base::Result<std::unique_ptr<Clinic>> Clinic::open(const ClinicOptions& options, const base::Clock& clock) {
    if (!options.inMemory && !options.createIfMissing && !std::filesystem::exists(options.folder / "clinic.db")) {
        return base::fail(base::Code::NotFound, "clinic", "no clinic in this folder");
    }
    auto policy = exchange::shippedClinicPolicy();
    if (!policy) return std::unexpected(policy.error());
    auto parts =
        std::make_unique<Parts>(clock, options.weakPasswords ? access::HashCost::Token : access::HashCost::Interactive);
    auto store = store::Store::open({.folder = options.folder,
                                     .inMemory = options.inMemory,
                                     .checkLater = options.checkLater,
                                     .clock = clock,
                                     .digest = parts->digest,
                                     .ids = parts->ids});
    if (!store) return std::unexpected(store.error());
    parts->store = std::move(*store);
    parts->context = std::make_unique<services::ServiceContext>(services::ServiceContext{.store = *parts->store,
                                                                                         .verifier = *parts->store,
                                                                                         .clock = clock,
                                                                                         .ids = parts->ids,
                                                                                         .changes = parts->changes,
                                                                                         .hasher = parts->hasher,
                                                                                         .digest = parts->digest,
                                                                                         .templates = parts->templates,
                                                                                         .policy = *policy});
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
    return m_parts->store->check();
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
