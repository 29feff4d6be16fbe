// Protocol versions with their numbers and checklist items, one row each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlProtocolRepository final : public services::ProtocolRepository {
public:
    explicit SqlProtocolRepository(Session& session) : m_session(session) {}

    // By name, newest version of a protocol first.
    [[nodiscard]] base::Result<std::vector<domain::ProtocolVersion>> list() override;
    // StorageDamaged if a number of the rules is missing or unknown.
    [[nodiscard]] base::Result<domain::ProtocolVersion> get(const domain::ProtocolVersionId& id) override;
    // Internal for a reason that belongs to no number.
    [[nodiscard]] base::Done add(const domain::ProtocolVersion& version) override;
    // WrongState unless it is a draft.
    [[nodiscard]] base::Done markSigned(const services::ProtocolSigning& signing) override;
    [[nodiscard]] base::Done changeNumbers(const domain::ProtocolVersion& version) override;
    [[nodiscard]] base::Done retire(const services::ProtocolRetirement& retirement) override;

private:
    [[nodiscard]] base::Done addProtocol(const domain::ProtocolId& id);
    [[nodiscard]] base::Done addLimits(const domain::ProtocolVersion& version);
    [[nodiscard]] base::Done addForce(const domain::ProtocolVersionId& id, base::CalendarDate from, bool secondNeeded);
    [[nodiscard]] base::Done addItems(const domain::ProtocolVersion& version);
    [[nodiscard]] base::Done readParts(domain::ProtocolVersion& version);
    [[nodiscard]] bool takeFixed(domain::ProtocolVersion& version) const;
    void keepFixed(const domain::ProtocolVersion& version);

    // What a trigger keeps from changing once a version has left the draft.
    struct Parts {
        domain::ProtocolRules rules;
        std::vector<domain::ProtocolWhy> whys;
        std::vector<std::string> remarks;
        std::vector<domain::ChecklistItem> items;
        std::vector<std::string> emergency;
        std::vector<domain::ScreeningItem> screening;
    };

    Session& m_session;
    std::map<std::string, Parts> m_fixed;
    std::int64_t m_writtenIn = -1; // a version written in a transaction may yet be rolled back
};

} // namespace chairside::store
