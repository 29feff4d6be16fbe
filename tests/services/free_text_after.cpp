#include "tests/services/free_text.h"

namespace chairside::test {

using domain::AnswerKind;
using services::Correction;
using Text = const std::string&;

namespace {

// The reason of the newest entry after it has corrected the one before; the first one is made by the same call.
template <class Entry, class Pick, class Record>
std::string reasonOf(Desk& d, const domain::InfusionId& infusion, Entry entry, Text t, Pick pick, Record record) {
    if (pick(d.record(infusion)).empty()) need(record(entry));
    entry.corrects = Correction{pick(d.record(infusion)).back().head.id, t};
    typed(record(entry));
    return pick(d.record(infusion)).back().head.correctionReason;
}

services::VitalsEntry scaledRow(Desk& d) {
    auto entry = someVitals(d.running());
    entry.pain = 3;
    entry.sedation = 1;
    entry.dissociation = 0;
    return entry;
}

services::AfterEntry enduranceOf(Desk& d) {
    services::AfterEntry entry{.infusion = d.stopped()};
    entry.heldSeconds = 62;
    entry.load = kg(2'250);
    entry.side = domain::BodySide::Left;
    entry.stop = domain::EnduranceStop::Other;
    entry.stopWords = "laughing";
    return entry;
}

// The scores of a row that is corrected get its reason.
template <class Pick>
FreeText ofRow(const char* field, const char* column, Pick pick) {
    return {field, {column}, [pick](Desk& d, Text t) {
                auto entry = scaledRow(d);
                if (d.record(d.running()).vitals.empty()) need(d.services.infusions.recordVitals(d.nurse, entry));
                entry.corrects = Correction{d.record(d.running()).vitals.back().head.id, t};
                typed(d.services.infusions.recordVitals(d.nurse, entry));
                return pick(d.record(d.running())).back().head.correctionReason;
            }};
}

std::vector<FreeText> leavingTexts() {
    return {
        {"discharge_correction",
         {"discharge.correction_reason"},
         [](Desk& d, Text t) {
             const services::DischargeEntry entry{d.recovered(), {}, {}, {}, {}};
             return reasonOf(
                 d, d.recovered(), entry, t, [](const auto& record) { return record.discharges; },
                 [&d](const auto& one) { return d.services.infusions.discharge(d.nurse, one); });
         }},
        {"discharge_reason",
         {"discharge.reason"},
         [](Desk& d, Text t) {
             return d.leftEarly(t, "Dr Okafor", "Ben").reason;
         }},
        {"discharge_prescriber",
         {"discharge.prescriber"},
         [](Desk& d, Text t) {
             return d.leftEarly("train", t, "Ben").prescriber;
         }},
        {"discharge_escort",
         {"discharge.escort", "checklist_answer.note"},
         [](Desk& d, Text t) {
             return d.leftEarly("train", "Dr Okafor", t).escort;
         }},
        {"addendum",
         {"addendum.body"},
         [](Desk& d, Text t) {
             const auto id = d.running();
             if (!d.record(id).signature) d.clinic.finish(id);
             typed(d.services.infusions.addAddendum(d.nurse, id, t));
             return d.record(id).addenda.back().text;
         }},
    };
}

} // namespace

std::vector<FreeText> afterTexts() {
    auto all = leavingTexts();
    all.push_back({"stop_words", {"after_assessment.stop_words"}, [](Desk& d, Text t) {
                       auto entry = enduranceOf(d);
                       entry.stopWords = t;
                       const auto before = d.record(d.stopped()).after;
                       if (!before.empty()) entry.corrects = Correction{before.back().head.id, "asked again"};
                       typed(d.services.infusions.recordAfter(d.nurse, entry));
                       return d.record(d.stopped()).after.back().endurance->words;
                   }});
    return all;
}

std::vector<FreeText> correctionTexts() {
    return {
        ofRow("vitals_correction", "vital_signs.correction_reason", [](const auto& record) { return record.vitals; }),
        ofRow("pain_in_row_correction", "pain_score.correction_reason", [](const auto& record) { return record.pain; }),
        ofRow("sedation_correction", "sedation_score.correction_reason",
              [](const auto& record) { return record.sedation; }),
        ofRow("dissociation_correction", "dissociation_score.correction_reason",
              [](const auto& record) { return record.dissociation; }),
        {"pain_correction",
         {"pain_score.correction_reason"},
         [](Desk& d, Text t) {
             const services::PainEntry entry{
                 d.running(), domain::PainMoment::Before, domain::RecallFrame::Now, {}, 5, {}, {}};
             return reasonOf(
                 d, d.running(), entry, t, [](const auto& record) { return record.pain; },
                 [&d](const auto& one) { return d.services.infusions.recordPain(d.nurse, one); });
         }},
        {"tender_correction",
         {"tender_point_exam.correction_reason"},
         [](Desk& d, Text t) {
             services::TenderEntry entry{.infusion = d.running()};
             for (auto& site : entry.exam.sites)
                 site.score = 5;
             return reasonOf(
                 d, d.running(), entry, t, [](const auto& record) { return record.tenderPoints; },
                 [&d](const auto& one) { return d.services.infusions.recordTenderPoints(d.nurse, one); });
         }},
        {"event_correction",
         {"adverse_event.correction_reason"},
         [](Desk& d, Text t) {
             const services::EventEntry entry{.infusion = d.running(), .term = "nausea", .words = "", .grade = 1};
             return reasonOf(
                 d, d.running(), entry, t, [](const auto& record) { return record.events; },
                 [&d](const auto& one) { return d.services.infusions.recordEvent(d.nurse, one); });
         }},
        {"rescue_correction",
         {"rescue_drug.correction_reason"},
         [](Desk& d, Text t) {
             const services::RescueEntry entry{.infusion = d.running(),
                                               .drug = "ondansetron",
                                               .dose = mg(4'000),
                                               .route = domain::DrugRoute::Oral,
                                               .at = {},
                                               .witnessUserName = "osei",
                                               .witnessPassword = kPassword,
                                               .corrects = {}};
             return reasonOf(
                 d, d.running(), entry, t, [](const auto& record) { return record.rescueDrugs; },
                 [&d](const auto& one) { return d.services.infusions.recordRescueDrug(d.nurse, one); });
         }},
    };
}

std::vector<FreeText> laterCorrectionTexts() {
    return {
        {"dose_correction",
         {"dose_check.correction_reason"},
         [](Desk& d, Text t) {
             return reasonOf(
                 d, d.opened(), aDose(d.opened()), t, [](const auto& record) { return record.doseChecks; },
                 [&d](const auto& one) { return d.services.infusions.recordDose(d.nurse, one); });
         }},
        {"answer_correction",
         {"checklist_answer.correction_reason"},
         [](Desk& d, Text t) {
             const services::AnswerEntry entry{
                 .infusion = d.opened(), .item = "rescue", .answer = AnswerKind::Favourable};
             return reasonOf(
                 d, d.opened(), entry, t, [](const auto& record) { return record.answers; },
                 [&d](const auto& one) { return d.services.infusions.recordAnswer(d.nurse, one); });
         }},
        {"after_correction",
         {"after_assessment.correction_reason"},
         [](Desk& d, Text t) {
             return reasonOf(
                 d, d.stopped(), enduranceOf(d), t, [](const auto& record) { return record.after; },
                 [&d](const auto& one) { return d.services.infusions.recordAfter(d.nurse, one); });
         }},
        {"aldrete_correction",
         {"aldrete_score.correction_reason"},
         [](Desk& d, Text t) {
             const services::AldreteEntry entry{d.recovered(), 2, 2, 2, 2, {}};
             return reasonOf(
                 d, d.recovered(), entry, t, [](const auto& record) { return record.aldrete; },
                 [&d](const auto& one) { return d.services.infusions.recordAldrete(d.nurse, one); });
         }},
    };
}

} // namespace chairside::test
