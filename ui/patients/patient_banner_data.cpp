#include "ui/patients/patient_banner_data.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/history_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BannerText {
    Q_DECLARE_TR_FUNCTIONS(BannerText)
};

AllergyState allergyState(domain::AllergyStatus status) {
    switch (status) {
    case domain::AllergyStatus::NotRecorded:
        return AllergyState::NotRecorded;
    case domain::AllergyStatus::NoneKnown:
        return AllergyState::NoneKnown;
    case domain::AllergyStatus::Known:
        return AllergyState::Known;
    }
    return AllergyState::Unavailable;
}

RecordState recordState(domain::PatientState state) {
    switch (state) {
    case domain::PatientState::Deceased:
        return RecordState::Deceased;
    case domain::PatientState::Withdrawn:
        return RecordState::Withdrawn;
    case domain::PatientState::Active:
        break;
    }
    return RecordState::Active;
}

// Address, phones, escort, next of kin. A phone is always spoken of.
void addContacts(BannerData& banner, const domain::Patient& patient) {
    for (const auto& contact : patient.contacts) {
        QStringList parts;
        for (const std::string* text : {&contact.text, &contact.note, &contact.phone}) {
            if (!text->empty()) parts << toQt(*text);
        }
        banner.more.emplace_back(HistoryWords::kind(contact.kind), parts.join(u", "_s));
    }
    if (std::ranges::find(patient.contacts, domain::HistoryKind::Phone, &domain::PatientContact::kind) !=
        patient.contacts.end()) {
        return;
    }
    const QString phone = toQt(patient.details.phone);
    banner.more.emplace(banner.more.begin(), BannerText::tr("Phone"),
                        phone.isEmpty() ? missingText(Missing::NotRecorded) : phone);
}

QString medicineWords(const std::vector<domain::PatientMedicine>& medicines) {
    QStringList words;
    for (const auto& medicine : medicines)
        words << BannerText::tr("%1 (%2)").arg(toQt(medicine.name), HistoryWords::group(medicine.group));
    return words.join(u", "_s);
}

} // namespace

std::optional<KnownWeight> knownWeight(std::optional<domain::Weight> weight, std::optional<base::CalendarDate> on) {
    if (!weight || !on) return std::nullopt;
    return KnownWeight{*weight, *on};
}

QString nameText(const domain::PersonName& name) {
    return nameText(toQt(name.family), toQt(name.given), toQt(name.title));
}

QString personText(const domain::Patient& patient) {
    return BannerText::tr("%1, born %2, ID No. %3")
        .arg(nameText(patient.details.name), dateText(patient.details.born),
             clinicIdText(toQt(patient.details.clinicNumber)));
}

QString recordStateText(const domain::Patient& patient) {
    const QString since = patient.stateSince ? dateText(*patient.stateSince) : QString();
    if (patient.state == domain::PatientState::Deceased) return BannerText::tr("Deceased since %1").arg(since);
    if (patient.state == domain::PatientState::Withdrawn) return BannerText::tr("Withdrawn since %1").arg(since);
    return {};
}

QString genderText(domain::Gender gender) {
    switch (gender) {
    case domain::Gender::Female:
        return BannerText::tr("Female");
    case domain::Gender::Male:
        return BannerText::tr("Male");
    case domain::Gender::Other:
        return BannerText::tr("Other");
    case domain::Gender::NotKnown:
        break;
    }
    return {};
}

QString weightText(const KnownWeight& weight) {
    return BannerText::tr("%1 on %2").arg(amountText(weight.weight, u"kg"), dateText(weight.on));
}

BannerData bannerData(const domain::Patient& patient, const std::optional<KnownWeight>& weight,
                      base::CalendarDate today, std::optional<int> weightMaxAgeDays) {
    const auto& details = patient.details;
    BannerData banner;
    banner.familyName = toQt(details.name.family);
    banner.given = toQt(details.name.given);
    banner.title = toQt(details.name.title);
    banner.preferred = toQt(details.name.preferred);
    banner.born = details.born;
    banner.ageYears = base::completedYears(details.born, today);
    banner.gender = genderText(details.gender);
    banner.id = clinicIdText(toQt(details.clinicNumber));
    if (weight) {
        banner.weightLine = weightText(*weight);
        banner.weightTooOld = weightMaxAgeDays && base::daysBetween(weight->on, today) > *weightMaxAgeDays;
    }
    banner.allergyState = allergyState(details.allergyStatus);
    if (details.allergyStatus == domain::AllergyStatus::Known) banner.allergies = toQt(details.allergies);
    banner.recordState = recordState(patient.state);
    banner.medicines = medicineWords(patient.markedMedicines);
    addContacts(banner, patient);
    return banner;
}

} // namespace chairside::ui
