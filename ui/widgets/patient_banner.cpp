#include "ui/widgets/patient_banner.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// More letters than these wrap better over the whole width than in a column.
constexpr int kColumnLetters = 48;
constexpr int kColumnsOfItems = 5;

// The lines of the banner; the last two are there only for what is too long for its column.
enum BannerLine { IdentityLine, MoreLine, AllergyLine, MedicineLine, BannerLines };

// A label and, more emphatic, its value, read as one.
struct BannerItem {
    QWidget* box = nullptr;
    TextLabel* label = nullptr;
    TextLabel* value = nullptr;

    void set(const QString& labelText, const QString& valueText) const {
        label->setText(labelText);
        label->setVisible(!labelText.isEmpty());
        value->setText(valueText);
        value->setVisible(!valueText.isEmpty());
    }
    [[nodiscard]] QString spoken() const {
        if (label->text().isEmpty()) return value->text();
        return value->text().isEmpty() ? label->text() : label->text() + u' ' + value->text();
    }
};

BannerItem bannerItem(const QString& objectName, QWidget* parent) {
    BannerItem item;
    item.box = new QWidget(parent);
    item.box->setObjectName(objectName);
    auto* layout = new QHBoxLayout(item.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(6));
    item.label = new TextLabel({}, TextRole::Label, item.box);
    item.value = new TextLabel({}, TextRole::Strong, item.box);
    item.value->setWordWrap(true);
    // A name that is read from right to left stays beside its label.
    item.value->setAlignment(Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter);
    item.value->setObjectName(objectName + u"Value"_s);
    layout->addWidget(item.label, 0, Qt::AlignVCenter);
    layout->addWidget(item.value, 1, Qt::AlignVCenter);
    return item;
}

QString allergyLabel(AllergyState state) {
    switch (state) {
    case AllergyState::NoneKnown:
        return PatientBanner::tr("No known allergies");
    case AllergyState::Known:
        return PatientBanner::tr("Known allergies");
    case AllergyState::Unavailable:
        return PatientBanner::tr("Allergies unavailable");
    case AllergyState::NotRecorded:
        break;
    }
    return PatientBanner::tr("Allergies not recorded");
}

QString notKnown() {
    return PatientBanner::tr("Not known");
}

} // namespace

struct PatientBanner::Parts {
    BannerItem name, born, gender, id, preferred, medicines, weight, allergies, state;
    QGridLayout* grid = nullptr;
    QPushButton* moreButton = nullptr;
    QWidget* morePanel = nullptr;
    QGridLayout* moreGrid = nullptr;
};

PatientBanner::PatientBanner(QWidget* parent) : QFrame(parent), m_parts(std::make_unique<Parts>()) {
    setObjectName(u"patientBanner"_s);
    setMinimumHeight(scaled(kBannerHeight));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(scaled(16), scaled(4), scaled(8), scaled(5));
    outer->setSpacing(scaled(4));
    auto* grid = new QGridLayout;
    m_parts->grid = grid;
    grid->setHorizontalSpacing(scaled(24));
    grid->setVerticalSpacing(scaled(2));
    Parts& p = *m_parts;
    p.name = bannerItem(u"bannerName"_s, this);
    p.name.value->setRole(TextRole::PageTitle);
    p.born = bannerItem(u"bannerBorn"_s, this);
    p.gender = bannerItem(u"bannerGender"_s, this);
    p.id = bannerItem(u"bannerId"_s, this);
    p.state = bannerItem(u"bannerState"_s, this);
    p.preferred = bannerItem(u"bannerPreferred"_s, this);
    p.medicines = bannerItem(u"bannerMedicines"_s, this);
    p.medicines.value->setRole(TextRole::Warning);
    p.weight = bannerItem(u"bannerWeight"_s, this);
    p.allergies = bannerItem(u"bannerAllergies"_s, this);
    grid->addWidget(p.name.box, 0, 0);
    grid->addWidget(p.born.box, 0, 1);
    grid->addWidget(p.gender.box, 0, 2);
    grid->addWidget(p.id.box, 0, 3);
    grid->addWidget(p.preferred.box, MoreLine, 0);
    grid->addWidget(p.weight.box, MoreLine, 1);
    grid->addWidget(p.medicines.box, MoreLine, 0);
    grid->addWidget(p.allergies.box, MoreLine, 2, 1, 2);
    grid->addWidget(p.state.box, IdentityLine, 4);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    grid->setColumnStretch(3, 2);
    p.moreButton = makeButton(tr("More (Alt+&B)"), ButtonKind::Secondary, u"bannerMore"_s, this);
    p.moreButton->setCheckable(true);
    grid->addWidget(p.moreButton, 0, kColumnsOfItems, BannerLines, 1, Qt::AlignVCenter);
    outer->addLayout(grid);
    p.morePanel = new QWidget(this);
    p.moreGrid = new QGridLayout(p.morePanel);
    p.moreGrid->setContentsMargins(0, scaled(4), 0, scaled(4));
    p.morePanel->hide();
    outer->addWidget(p.morePanel);
    connect(p.moreButton, &QPushButton::toggled, p.morePanel, &QWidget::setVisible);
    hide();
}

PatientBanner::~PatientBanner() = default;

void PatientBanner::showPatient(const std::optional<BannerData>& patient) {
    if (patient == m_patient) {
        setVisible(patient.has_value());
        return;
    }
    m_patient = patient;
    m_parts->moreButton->setChecked(false);
    if (patient) fill(*patient);
    setVisible(patient.has_value());
    update();
}

void PatientBanner::reserve() {
    showPatient(std::nullopt);
    const Parts& p = *m_parts;
    for (const BannerItem* item :
         {&p.name, &p.born, &p.gender, &p.id, &p.state, &p.preferred, &p.medicines, &p.weight, &p.allergies})
        item->set({}, {});
    p.moreButton->hide();
    setAccessibleDescription({});
    show();
}

void PatientBanner::fill(const BannerData& patient) {
    const Parts& p = *m_parts;
    p.name.set({}, nameText(patient.familyName, patient.given, patient.title));
    QString born = patient.born ? dateText(*patient.born) : notKnown();
    if (patient.born && patient.ageYears) born += tr(" (%1y)").arg(*patient.ageYears);
    p.born.set(tr("Born"), born);
    p.gender.set(tr("Gender"), patient.gender.isEmpty() ? notKnown() : patient.gender);
    p.id.set(tr("ID No."), patient.id.isEmpty() ? notKnown() : clinicIdText(patient.id));
    const bool hasPreferred = !patient.preferred.isEmpty() && patient.preferred != patient.given;
    p.preferred.set(hasPreferred ? tr("Preferred name") : QString(), hasPreferred ? patient.preferred : QString());
    const bool takesMarked = !patient.medicines.isEmpty();
    p.medicines.set(takesMarked ? tr("⚠ Takes") : QString(), patient.medicines);
    p.medicines.box->setVisible(takesMarked);
    const QString weight =
        patient.weightTooOld ? tr("▲ %1, too old for dosing").arg(patient.weightLine) : patient.weightLine;
    p.weight.set(tr("Weight"), patient.weightLine.isEmpty() ? tr("not recorded") : weight);
    p.weight.value->setRole(patient.weightTooOld ? TextRole::Warning : TextRole::Strong);
    const bool known = patient.allergyState == AllergyState::Known;
    const bool noneKnown = patient.allergyState == AllergyState::NoneKnown;
    p.allergies.set((noneKnown ? QString() : u"⚠ "_s) + allergyLabel(patient.allergyState),
                    known ? patient.allergies : QString());
    placeLongItems();
    p.allergies.label->setRole(noneKnown ? TextRole::Label : TextRole::Strong);
    p.allergies.value->setRole(known ? TextRole::Warning : TextRole::Strong);
    const bool active = patient.recordState == RecordState::Active;
    p.state.set({}, active                                         ? QString()
                    : patient.recordState == RecordState::Deceased ? tr("Deceased")
                                                                   : tr("Withdrawn"));
    p.state.box->setVisible(!active);
    fillMore(patient);
    setAccessibleName(tr("Patient"));
    setAccessibleDescription(spokenText());
}

// Side by side where they are short, a line of its own for each where they are not.
void PatientBanner::placeLongItems() {
    const Parts& p = *m_parts;
    const bool hasPreferred = !p.preferred.value->text().isEmpty();
    const bool longMedicines = hasPreferred || p.medicines.value->text().size() > kColumnLetters;
    const bool longAllergies = p.allergies.value->text().size() > kColumnLetters;
    for (QWidget* box : {p.allergies.box, p.medicines.box})
        p.grid->removeWidget(box);
    for (const BannerItem* item : {&p.allergies, &p.medicines})
        item->box->layout()->setAlignment(item->label, Qt::AlignTop);
    if (longAllergies)
        p.grid->addWidget(p.allergies.box, AllergyLine, 0, 1, kColumnsOfItems);
    else
        p.grid->addWidget(p.allergies.box, MoreLine, 2, 1, 2);
    if (longMedicines)
        p.grid->addWidget(p.medicines.box, MedicineLine, 0, 1, kColumnsOfItems);
    else
        p.grid->addWidget(p.medicines.box, MoreLine, 0);
    p.preferred.box->setVisible(hasPreferred || longMedicines || p.medicines.value->text().isEmpty());
}

void PatientBanner::fillMore(const BannerData& patient) {
    const Parts& p = *m_parts;
    while (QLayoutItem* item = p.moreGrid->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (item->widget() != nullptr) item->widget()->deleteLater();
    }
    constexpr int kAcross = 3;
    int at = 0;
    for (const auto& [label, value] : patient.more) {
        const BannerItem item = bannerItem(u"bannerMore%1"_s.arg(at), p.morePanel);
        item.set(label, value.isEmpty() ? notKnown() : value);
        p.moreGrid->addWidget(item.box, at / kAcross, at % kAcross);
        ++at;
    }
    p.moreButton->setVisible(!patient.more.empty());
}

QString PatientBanner::spokenText() const {
    QStringList parts;
    const Parts& p = *m_parts;
    for (const BannerItem* item :
         {&p.name, &p.born, &p.gender, &p.id, &p.state, &p.preferred, &p.medicines, &p.weight, &p.allergies}) {
        if (const QString text = item->spoken(); !text.isEmpty()) parts << text;
    }
    return parts.join(u", "_s);
}

void PatientBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Palette& c = tokens();
    const bool active = !m_patient || m_patient->recordState == RecordState::Active;
    painter.fillRect(rect(), active ? c.banner : mixed(c.secondary, c.window, 14));
    if (!active) painter.fillRect(rect(), QBrush(mixed(c.secondary, c.window, 26), Qt::BDiagPattern));
    painter.fillRect(0, height() - 2, width(), 2, active ? c.primary : c.secondary);
}

void PatientBanner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) setMinimumHeight(scaled(kBannerHeight));
}

} // namespace chairside::ui
