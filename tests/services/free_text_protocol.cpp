#include "core/domain/protocol/protocol_changes.h"
#include "tests/services/free_text.h"

namespace chairside::test {

using domain::ProtocolTemplate;
using domain::ProtocolVersion;
using Text = const std::string&;

namespace {

class OneTemplate final : public services::TemplateSource {
public:
    explicit OneTemplate(ProtocolTemplate only) : m_only(std::move(only)) {}
    [[nodiscard]] base::Result<std::vector<ProtocolTemplate>> templates() const override { return std::vector{m_only}; }

private:
    ProtocolTemplate m_only;
};

// A template that ships this text, taken over by this clinic and read as the protocol page reads it.
ProtocolVersion takenOver(Desk& d, ProtocolTemplate shipped) {
    const OneTemplate source(std::move(shipped));
    auto& c = d.clinic.context;
    services::ServiceContext context{c.store,  c.verifier, c.clock, c.ids,         c.changes,
                                     c.hasher, c.digest,   source,  c.instruments, c.policy};
    services::ProtocolService protocols(context);
    const auto id = need(protocols.takeOver(d.physician, "only"));
    const auto all = need(protocols.versions(d.physician));
    return *std::ranges::find(all, id, &ProtocolVersion::id);
}

// Every text of a template, one after the other.
template <class Template>
auto textsOf(Template& all) {
    return std::vector{&all.name,
                       &all.summary,
                       &all.remarks.front(),
                       &all.emergency.front(),
                       &all.items.front().text,
                       &all.items.front().favourable,
                       &all.items.front().unfavourable,
                       &all.items.front().why,
                       &all.screening.front().text,
                       &all.screening.front().favourable,
                       &all.screening.front().unfavourable,
                       &all.screening.front().why};
}

// The first of the texts that did not come back as it was.
std::string wordsOfTemplate(Text t) {
    Desk fresh; // a clinic with hundreds of versions would read them all
    auto shipped = aTemplate("only");
    shipped.items = aCheckedTemplate().items;
    shipped.screening = aScreeningTemplate().screening;
    shipped.emergency = {"Stop the pump."};
    for (auto* text : textsOf(shipped))
        *text = t;
    shipped.whys.front().text = t;
    const auto version = takenOver(fresh, shipped);
    for (const auto* text : textsOf(version)) {
        if (*text != t) return *text;
    }
    return domain::whyOf(version, shipped.whys.front().key);
}

} // namespace

std::vector<FreeText> protocolTexts() {
    return {
        {"number_why",
         {"protocol_limit.why"},
         [](Desk& d, Text t) {
             const auto& id = d.draft();
             typed(d.services.protocols.changeNumbers(d.physician, id, {{"dose.max_per_kg", 1'500, t}}));
             const auto all = need(d.services.protocols.versions(d.physician));
             return domain::whyOf(*std::ranges::find(all, id, &ProtocolVersion::id), "dose.max_per_kg");
         }},
        {"retirement_reason",
         {"protocol_retirement.reason"},
         [](Desk& d, Text t) {
             // One version is retired once: each text needs a clinic of its own.
             Desk fresh(d.limits());
             const auto id = fresh.clinic.signedProtocol();
             typed(fresh.services.protocols.retire(fresh.physician, id, t, kPassword));
             return need(fresh.services.protocols.versions(fresh.physician)).front().retiredReason;
         }},
        {"template_words",
         {"protocol_version.name", "protocol_version.summary", "protocol_remark.remark",
          "protocol_emergency.instruction", "protocol_item.question", "protocol_item.favourable",
          "protocol_item.unfavourable", "protocol_item.why", "protocol_screening.question",
          "protocol_screening.favourable", "protocol_screening.unfavourable", "protocol_screening.why"},
         [](Desk&, Text t) { return wordsOfTemplate(t); },
         TextSource::Shipped},
    };
}

} // namespace chairside::test
