#include "ui/patients/patient_banner_data.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

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

} // namespace

std::optional<KnownWeight> knownWeight(std::optional<domain::Weight> weight, std::optional<base::CalendarDate> on) {
    if (!weight || !on) return std::nullopt;
    return KnownWeight{*weight, *on};
}

QString nameText(const domain::PersonName& name) {
    return nameText(toQt(name.family), toQt(name.given), toQt(name.title));
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
    const QString phone = toQt(details.phone);
    banner.more.emplace_back(BannerText::tr("Phone"), phone.isEmpty() ? missingText(Missing::NotRecorded) : phone);
    return banner;
}

} // namespace chairside::ui
