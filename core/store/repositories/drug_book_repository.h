// The controlled-drug book over all infusions. It is only read here; entries are added with the infusions.
#pragma once

#include "core/services/ports/drug_book_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlDrugBookRepository final : public services::DrugBookRepository {
public:
    explicit SqlDrugBookRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<domain::Vial> vial(const domain::VialId& id) override;
    // By identity, which is the order in which they were opened.
    [[nodiscard]] base::Result<std::vector<domain::Vial>> movedOn(base::CalendarDate day) override;
    // By lot.
    [[nodiscard]] base::Result<std::vector<domain::Vial>> ofLot(std::string_view start, int limit) override;
    // By identity.
    [[nodiscard]] base::Result<std::vector<domain::Vial>> corrected() override;
    [[nodiscard]] base::Result<std::vector<domain::DrugMovement>> movements(const domain::VialId& vial) override;

private:
    Session& m_session;
};

} // namespace chairside::store
