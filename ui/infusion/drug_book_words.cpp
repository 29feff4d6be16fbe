#include "ui/infusion/drug_book_words.h"

#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString signedNumber(std::int64_t thousandths) {
    return thousandths > 0 ? u'+' + numberText(thousandths) : numberText(thousandths);
}

} // namespace

QString DrugBookWords::vial(const domain::Vial& vial) {
    return tr("%1 %2, %3 (%4) · lot %5 · expires %6")
        .arg(toQt(vial.drug), perText(vial.strength, u"mg", u"mL"), amountText(vial.volume, u"mL"),
             amountText(domain::contentOf(vial), u"mg"), toQt(vial.lot), dateText(vial.expires));
}

QString DrugBookWords::closing(const services::DrugBookVial& book) {
    const auto left = book.balance.unaccounted;
    if (left > domain::Dose{}) return tr("not at zero: %1 should still be there").arg(amountText(left, u"mg"));
    if (left < domain::Dose{}) return tr("not at zero: %1 more was used than it held").arg(amountText(-left, u"mg"));
    return book.hasDifference() ? tr("closes at 0 mg, with a reason for a difference") : tr("closes at 0 mg");
}

QString DrugBookWords::markedClosing(const services::DrugBookVial& book) {
    return (book.balance.balanced() ? u"✔ "_s : u"▲ "_s) + closing(book);
}

QString DrugBookWords::patient(const services::DrugBookLine& line, const QString& separator) {
    if (!line.patient) return tr("no patient");
    const auto& details = line.patient->details;
    return u"%1%2%3 · %4"_s.arg(nameText(details.name), separator, dateText(details.born),
                                clinicIdText(toQt(details.clinicNumber)));
}

QString DrugBookWords::movement(const services::DrugBookLine& line) {
    // From the book itself, not from the account of an infusion.
    if (!line.movement.infusion && line.movement.kind == domain::MovementKind::Correction) return tr("Correction");
    return InfusionWords::movement(line.movement.kind);
}

QString DrugBookWords::amount(const services::DrugBookLine& line) {
    return signedNumber(domain::effectOf(line.movement).raw());
}

QString DrugBookWords::volume(const services::DrugBookLine& line) {
    const bool adds = domain::effectOf(line.movement) == line.movement.amount;
    return signedNumber(adds ? line.volume.raw() : -line.volume.raw());
}

QString DrugBookWords::moment(const services::DrugBook& book, const base::Instant& at) {
    return book.query.day == at.localDate() ? timeText(at) : dateTimeText(at);
}

QString DrugBookWords::witness(const services::DrugBook& book, const services::DrugBookLine& line) {
    return line.movement.witness ? InfusionWords::person(book.people, *line.movement.witness) : QString();
}

QString DrugBookWords::period(const services::DrugBookQuery& query) {
    if (query.day) return weekdayDateText(*query.day);
    const QString lot = toQt(query.lot).trimmed();
    return lot.isEmpty() ? tr("All differences") : tr("Lot %1").arg(lot);
}

QString DrugBookWords::summary(const services::DrugBook& book) {
    const auto count = static_cast<int>(book.vials.size());
    if (count == 0) return tr("no vial");
    const auto different = std::ranges::count_if(book.vials, &services::DrugBookVial::hasDifference);
    const QString vials = count == 1 ? tr("1 vial") : tr("%1 vials").arg(countText(count));
    const QString all = book.more ? tr("the first %1").arg(vials) : vials;
    return different == 0 ? tr("%1, at 0 mg").arg(all) : tr("%1, %2 with a difference").arg(all).arg(different);
}

QString DrugBookWords::nothing(const services::DrugBookQuery& query) {
    if (query.day) {
        return tr("No drug was moved on %1. A vial appears here when the drug of an infusion is accounted for, at its "
                  "step Drug and waste.")
            .arg(weekdayDateText(*query.day));
    }
    const QString lot = toQt(query.lot).trimmed();
    if (lot.isEmpty()) return tr("No vial has a difference. One appears here when it does not add up or is corrected.");
    return tr("No vial has a lot that begins with %1. Type the lot as it stands on the vial.").arg(lot);
}

} // namespace chairside::ui
