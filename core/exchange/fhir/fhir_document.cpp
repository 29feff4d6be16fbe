#include "core/exchange/fhir/fhir_infusion.h"

namespace chairside::exchange::fhir {

void addDocument(Resources& out, const services::ExportedInfusion& infusion, const std::string& pdf) {
    const auto& record = infusion.record;
    Json document{{"resourceType", "DocumentReference"}, {"status", "current"}};
    document["docStatus"] = !record.signature ? "preliminary" : record.addenda.empty() ? "final" : "amended";
    document["type"] = local("document", "visit_summary");
    document["subject"] = reference(urnOf(record.infusion.patient));
    document["date"] = out.head().at.iso();
    if (record.signature) document["author"] = Json::array({out.person(record.signature->account)});
    Json attachment{{"contentType", "application/pdf"}};
    attachment["data"] = pdf;
    attachment["title"] = "visit-summary.pdf";
    attachment["creation"] = out.head().at.iso();
    Json content = Json::object();
    content["attachment"] = std::move(attachment);
    document["content"] = Json::array({std::move(content)});
    Json context = Json::object();
    context["encounter"] = Json::array({reference(urnOf(record.infusion.id))});
    document["context"] = std::move(context);
    out.add(urnOf(record.infusion.id, "summary"), std::move(document));
}

} // namespace chairside::exchange::fhir
