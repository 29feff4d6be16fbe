#include "core/services/exposure_facts.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "core/services/infusion_access.h"

namespace chairside::services {
namespace {

// The domain an instrument's scale names for a check.
struct CheckDomain {
    std::string_view domain;
    domain::ExposureCheck check;
};
constexpr CheckDomain kCheckDomains[] = {{"exposure_liver", domain::ExposureCheck::LiverTest},
                                         {"exposure_urinary", domain::ExposureCheck::UrinarySymptoms}};

void addChecks(std::vector<domain::CheckDone>& checks, const domain::QuestionnaireResponse& response,
               const domain::Instrument& instrument) {
    for (const auto& scale : instrument.scales) {
        const auto* known = std::ranges::find(kCheckDomains, scale.domain, &CheckDomain::domain);
        if (known == std::end(kCheckDomains)) continue;
        const bool answered = std::ranges::any_of(
            response.answers, [](const domain::QuestionnaireAnswer& answer) { return answer.value.has_value(); });
        if (answered) checks.push_back({known->check, response.date});
    }
}

} // namespace

void addGivenDoses(std::vector<domain::GivenDose>& given, const CourseFacts& facts, base::Instant now) {
    for (const auto& record : facts.records) {
        if (!wasGiven(facts, record, now)) continue;
        given.push_back(
            {record.infusion.date, domain::deliveryOf(record, presentOf(record, now), facts.rules().dose).dose});
    }
}

std::vector<domain::CheckDone> checksDone(const std::vector<domain::QuestionnaireResponse>& responses,
                                          const std::vector<domain::Instrument>& instruments) {
    std::vector<domain::CheckDone> checks;
    for (const auto& response : domain::standing(std::span(responses))) {
        const auto instrument = std::ranges::find(instruments, response.instrument, &domain::Instrument::id);
        if (instrument != instruments.end()) addChecks(checks, response, *instrument);
    }
    return checks;
}

} // namespace chairside::services
