// The rules of a shipped protocol template, read without core/exchange so that tests of core/domain can use
// them. In a header, so that the support library needs no symbol of core/domain.
#pragma once

#include <string>

#include "core/domain/protocol/protocol_rules.h"
#include "tests/support/core/case_table.h"

namespace chairside::test {

// Rules of resources/protocols/<name>.json. A missing or broken file ends the test program.
[[nodiscard]] inline domain::ProtocolRules rulesOf(const std::string& name) {
    const auto values = readTemplateValues(name);
    domain::ProtocolRules rules;
    for (const auto& field : domain::protocolFields()) {
        const auto thousandths = thousandthsOf(values.at(std::string(field.key)));
        field.set(rules, field.thousandths ? thousandths : thousandths / 1000);
    }
    return rules;
}

// fibromyalgia_course_05
[[nodiscard]] inline const domain::ProtocolRules& courseRules() {
    static const domain::ProtocolRules kRules = rulesOf("fibromyalgia_course_05");
    return kRules;
}

// single_03_study
[[nodiscard]] inline const domain::ProtocolRules& studyRules() {
    static const domain::ProtocolRules kRules = rulesOf("single_03_study");
    return kRules;
}

} // namespace chairside::test
