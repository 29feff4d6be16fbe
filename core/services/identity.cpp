#include "core/services/identity.h"

#include "core/services/text_rules.h"

namespace chairside::services {
namespace {

void checkOne(base::Problems& problems, const std::string& field, bool typed, bool matches) {
    if (!typed) {
        problems.push_back({field, base::Rule::Required, {}, {}, {}});
    } else if (!matches) {
        problems.push_back({field, base::Rule::Mismatch, {}, {}, {}});
    }
}

} // namespace

void checkIdentity(base::Problems& problems, const domain::PatientDetails& details, const std::string& initials,
                   const std::string& birthYear) {
    const auto letters = foldedLetters(initials);
    checkOne(problems, "initials", !letters.empty(), letters == foldedLetters(domain::initials(details.name)));
    const auto year = trimmed(birthYear);
    checkOne(problems, "birth_year", !year.empty(), year == std::to_string(details.born.year()));
}

} // namespace chairside::services
