#include "core/domain/patient/patient.h"

#include <algorithm>
#include <string_view>

#include "core/base/text_length.h"
#include "core/base/utf8.h"

namespace chairside::domain {

namespace {

using base::Rule;

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

bool isAsciiLetterOrBeyond(char32_t code) {
    return code >= 0x80 || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
}

// Upper case for the alphabets whose cases lie at fixed distances: Latin with accents, Greek, Cyrillic.
char32_t upper(char32_t code) {
    if ((code >= 'a' && code <= 'z') || (code >= 0xe0 && code <= 0xfe && code != 0xf7)) return code - 0x20;
    if (code == 0xff) return 0x178;
    const bool evenUpper = (code >= 0x100 && code <= 0x137) || (code >= 0x14a && code <= 0x177);
    if (evenUpper && code != 0x131) return code & ~char32_t{1};
    const bool oddUpper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17e);
    if (oddUpper) return code % 2 == 0 ? code - 1 : code;
    if (code >= 0x3b1 && code <= 0x3c9 && code != 0x3c2) return code - 0x20;
    if (code >= 0x430 && code <= 0x44f) return code - 0x20;
    if (code >= 0x450 && code <= 0x45f) return code - 0x50;
    return code;
}

// Past an apostrophe or blank at the front: "'t Hooft" is asked for as T.
void appendInitial(std::string& text, std::string_view name) {
    while (!name.empty()) {
        const auto letter = base::characterAt(name, 0);
        if (letter.bytes > 0 && isAsciiLetterOrBeyond(letter.code)) {
            base::appendUtf8(text, upper(letter.code));
            return;
        }
        name.remove_prefix(std::max<std::size_t>(letter.bytes, 1));
    }
}

void checkText(const std::string& field, const std::string& text, int maxLength, bool required,
               base::Problems& problems) {
    if (required && isBlank(text)) problems.push_back({field, Rule::Required, {}, {}, {}});
    base::checkLength(problems, field, text, maxLength);
}

void checkBirth(base::CalendarDate born, base::CalendarDate today, int maxAge, base::Problems& problems) {
    if (born > today) {
        problems.push_back({"born", Rule::InFuture, {}, today.iso(), born.iso()});
    } else if (const int age = base::completedYears(born, today); age > maxAge) {
        problems.push_back({"born", Rule::InPast, {}, std::to_string(maxAge), std::to_string(age)});
    }
}

} // namespace

base::Problems check(const PatientDetails& details, base::CalendarDate today, const PatientRules& rules) {
    base::Problems problems;
    checkText("family", details.name.family, rules.maxNameLength, true, problems);
    checkText("given", details.name.given, rules.maxNameLength, true, problems);
    checkText("title", details.name.title, rules.maxNameLength, false, problems);
    checkText("preferred", details.name.preferred, rules.maxNameLength, false, problems);
    checkBirth(details.born, today, rules.maxAgeYears, problems);
    checkText("clinic_number", details.clinicNumber, rules.maxNameLength, true, problems);
    checkText("phone", details.phone, rules.maxNameLength, false, problems);
    const bool known = details.allergyStatus == AllergyStatus::Known;
    checkText("allergies", details.allergies, rules.maxTextLength, known, problems);
    if (!known && !isBlank(details.allergies)) {
        problems.push_back({"allergies", Rule::Mismatch, {}, {}, {}});
    }
    return problems;
}

std::string initials(const PersonName& name) {
    std::string text;
    appendInitial(text, name.given);
    appendInitial(text, name.family);
    return text;
}

} // namespace chairside::domain
