#include <algorithm>
#include <iostream>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "core/base/decimal_text.h"

namespace chairside::app {

namespace {

const char* movementKey(domain::MovementKind kind) {
    switch (kind) {
    case domain::MovementKind::Received:
        return "received";
    case domain::MovementKind::Given:
        return "given";
    case domain::MovementKind::WastedVial:
        return "wasted_vial";
    case domain::MovementKind::WastedBag:
        return "wasted_bag";
    case domain::MovementKind::Correction:
        return "correction";
    }
    return "";
}

// One cell: what somebody typed cannot begin another one.
std::string cell(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string personOf(const services::DrugBook& book, const std::optional<domain::AccountId>& id) {
    const auto found =
        std::ranges::find_if(book.people, [&id](const domain::Account& account) { return account.id == id; });
    return found == book.people.end() ? std::string{} : cell(found->printedName);
}

std::string patientOf(const services::DrugBookLine& line) {
    if (!line.patient) return "\t\t";
    const auto& details = line.patient->details;
    return cell(details.name.family + ", " + details.name.given) + '\t' + details.born.iso() + '\t' +
           cell(details.clinicNumber);
}

void printVial(const services::DrugBook& book, const services::DrugBookVial& vial) {
    const auto& what = vial.vial;
    for (const auto& line : vial.lines) {
        const auto& movement = line.movement;
        std::cout << movement.at.iso() << '\t' << patientOf(line) << '\t' << movementKey(movement.kind) << '\t'
                  << base::toText(domain::effectOf(movement)) << '\t' << base::toText(line.volume) << '\t'
                  << base::toText(line.balance) << '\t' << personOf(book, movement.recordedBy) << '\t'
                  << personOf(book, movement.witness) << '\t' << cell(what.drug) << '\t' << cell(what.lot) << '\t'
                  << base::toText(what.strength) << '\t' << what.expires.iso() << '\t' << cell(movement.reason) << '\t'
                  << what.id.text() << '\n';
    }
}

} // namespace

base::Done reportDrugBook(const CtlOptions& options) {
    const auto typed = base::CalendarDate::fromIso(options.day);
    if (!options.day.empty() && !typed) return base::invalid("day", base::Rule::NotADate, {}, {}, options.day);
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    const auto day = typed.value_or((*session)->clock().now().localDate());
    const services::DrugBookQuery query{.day = day, .lot = {}};
    auto book = (*session)->services().drugBook.read((*session)->actor(), query, services::Reading::Open);
    if (!book) return std::unexpected(book.error());
    std::cout << "time\tpatient\tborn\tclinic_number\tmovement\tmg\tml\tbalance_mg\tby\twitness\tdrug\tlot\t"
                 "strength_mg_per_ml\texpires\treason\tvial\n";
    for (const auto& vial : book->vials)
        printVial(*book, vial);
    return {};
}

} // namespace chairside::app
