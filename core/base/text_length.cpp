#include "core/base/text_length.h"

#include "core/base/utf8.h"

namespace chairside::base {

void checkLength(Problems& problems, const std::string& field, std::string_view text, int maxLength) {
    if (!isStorableText(text)) {
        problems.push_back({field, Rule::NotAllowed, {}, {}, kNotText});
    } else if (const int count = characterCount(text); count > maxLength) {
        problems.push_back({field, Rule::TooLong, {}, std::to_string(maxLength), std::to_string(count)});
    }
}

} // namespace chairside::base
