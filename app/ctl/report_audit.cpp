#include <algorithm>
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "core/base/durable_file.h"

namespace chairside::app {

namespace {

using services::AuditService;

base::Done writeOut(std::string_view piece) {
    std::cout << piece << std::flush;
    if (!std::cout) return base::fail(base::Code::StorageFailed, "output");
    return {};
}

// To standard output, or to a file that has its name only once it is whole.
template <class Export>
base::Done writeTo(const std::filesystem::path& output, Export exportTo) {
    if (output.empty()) return exportTo(AuditService::Write(writeOut));
    auto file = base::DurableFile::create(output);
    if (!file) return std::unexpected(file.error());
    const AuditService::Write write = [&file](std::string_view piece) {
        return file->write(piece);
    };
    if (auto done = exportTo(write); !done) return done;
    return file->commit();
}

base::Result<std::optional<base::CalendarDate>> dayOf(const char* option, const std::string& typed) {
    if (typed.empty()) return std::nullopt;
    const auto day = base::CalendarDate::fromIso(typed);
    if (!day) return base::invalid(option, base::Rule::NotADate, {}, {}, typed);
    return day;
}

base::Result<std::optional<services::AuditAction>> actionOf(const std::string& typed) {
    if (typed.empty()) return std::nullopt;
    for (const auto& [action, key] : services::kAuditActionKeys) {
        if (key == typed) return action;
    }
    return base::invalid("action", base::Rule::NotAllowed, {}, {}, typed);
}

base::Result<std::optional<domain::AccountId>> personOf(SignedIn& session, const std::string& userName) {
    if (userName.empty()) return std::nullopt;
    const auto people = session.services().audit.people(session.actor());
    if (!people) return std::unexpected(people.error());
    const auto found = std::ranges::find(*people, userName, &domain::Account::userName);
    if (found == people->end()) return base::invalid("person", base::Rule::Mismatch);
    return found->id;
}

} // namespace

base::Done reportAudit(const CtlOptions& options) {
    const auto from = dayOf("from", options.from);
    if (!from) return std::unexpected(from.error());
    const auto to = dayOf("to", options.to);
    if (!to) return std::unexpected(to.error());
    const auto action = actionOf(options.action);
    if (!action) return std::unexpected(action.error());
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    const auto person = personOf(**session, options.person);
    if (!person) return std::unexpected(person.error());
    const services::AuditQuery query{*person, options.patient, *action, *from, *to};
    return writeTo(options.output, [&](const AuditService::Write& write) {
        return (*session)->services().audit.exportTrail((*session)->actor(), query, write);
    });
}

base::Done reportDisclosures(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    return writeTo(options.output, [&](const AuditService::Write& write) {
        return (*session)->services().audit.exportDisclosures((*session)->actor(), options.patient, write);
    });
}

} // namespace chairside::app
