#include "tests/services/free_text.h"

namespace chairside::test {

using Text = const std::string&;

namespace {

FreeText ofClinic(const char* field, std::string services::ClinicDetails::*member) {
    return {field, {"setting.value"}, [member](Desk& d, Text t) {
                auto details = need(d.services.clinic.details());
                details.*member = t;
                typed(d.services.clinic.change(d.clinic.administrator, details));
                return need(d.services.clinic.details()).*member;
            }};
}

const std::string kChair = "Chair "; // a name has a letter
constexpr auto kOneLine = TextSource::TypedInOneLine;

// The only chair as the clinic has it.
std::string named(Desk& d, Text chair) {
    typed(d.services.chairs.setChairs(d.clinic.administrator, {chair}));
    return need(d.services.chairs.chairs(d.clinic.administrator)).back();
}

} // namespace

std::vector<FreeText> clinicTexts() {
    using services::ClinicDetails;
    return {
        ofClinic("clinic_name", &ClinicDetails::name),
        ofClinic("clinic_address", &ClinicDetails::address),
        ofClinic("clinic_phone", &ClinicDetails::phone),
        {"chair",
         {"setting.value"},
         [](Desk& d, Text t) { return named(d, kChair + t).substr(kChair.size()); },
         kOneLine},
        {"chair_taken",
         {"chair_place.chair"},
         [](Desk& d, Text t) {
             // Names of which only other characters differ are the same chair, on which the patient sits already.
             static int count = 0;
             const auto prefix = kChair + std::to_string(++count) + ' ';
             need(d.services.infusions.placeOnChair(d.nurse, {d.running(), named(d, prefix + t)}));
             return d.record(d.running()).places.back().chair.substr(prefix.size());
         },
         kOneLine},
        {"account_name",
         {"account.printed_name"},
         [](Desk& d, Text t) {
             static int count = 0;
             const auto user = "user" + std::to_string(++count);
             const auto id = typed(d.services.accounts.createAccount(d.clinic.administrator,
                                                                     {user, t, {domain::Role::Nurse}, kPassword}));
             return domain::printedNameOf(need(d.services.accounts.accounts(d.clinic.administrator)), id);
         }},
        {"draft",
         {"draft.content"},
         [](Desk& d, Text t) {
             const services::DraftSubject subject{"order", "awkward"};
             typed(d.services.drafts.keep(d.nurse, subject, t));
             return need(d.services.drafts.find(d.nurse, subject)).value().content;
         }},
    };
}

std::vector<FreeText> watchedTexts() {
    return {
        {"emergency_reason",
         {"emergency_access.reason"},
         [](Desk& d, Text t) {
             auto& service = d.services.emergencyAccess;
             const auto id = typed(service.begin(d.clinic.administrator, t, kPassword)).id;
             need(service.end(d.clinic.administrator));
             const auto all = need(service.list(d.physician));
             return std::ranges::find(all, id, [](const auto& row) { return row.access.id; })->access.reason;
         }},
        {"emergency_remark",
         {"emergency_access_note.remark"},
         [](Desk& d, Text t) {
             auto& service = d.services.emergencyAccess;
             const auto id = need(service.begin(d.clinic.administrator, "nurse collapsed", kPassword)).id;
             need(service.end(d.clinic.administrator));
             typed(service.review(d.physician, id, t));
             const auto all = need(service.list(d.physician));
             return std::ranges::find(all, id, [](const auto& row) { return row.access.id; })->access.review->remark;
         }},
        {"drug_book_correction",
         {"drug_movement.reason"},
         [](Desk& d, Text t) {
             const auto& infusion = d.prepared();
             auto entry = aDrugEntry(infusion);
             entry.expires = d.clinic.clock.now().localDate().plusDays(300);
             entry.wastedVial = mg(465'000);
             entry.wastedBag = mg(35'000);
             need(d.services.infusions.accountDrug(d.nurse, entry));
             const auto vial = d.record(infusion).vials.back().id;
             typed(d.services.drugBook.correct(d.nurse, {vial, mg(-5'000), t, "osei", kPassword}));
             const auto book = need(d.services.drugBook.read(
                 d.nurse, {.day = d.clinic.clock.now().localDate(), .lot = {}}, services::Reading::Refresh));
             const auto found = std::ranges::find(book.vials, vial, [](const auto& one) { return one.vial.id; });
             return found->lines.back().movement.reason;
         }},
    };
}

} // namespace chairside::test
