#include "core/domain/account/account.h"

#include <algorithm>

namespace chairside::domain {

std::string printedNameOf(const std::vector<Account>& people, const AccountId& id) {
    const auto found = std::ranges::find(people, id, &Account::id);
    return found == people.end() ? std::string{} : found->printedName;
}

} // namespace chairside::domain
