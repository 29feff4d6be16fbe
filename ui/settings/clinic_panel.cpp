#include "ui/settings/clinic_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/to_qt.h"
#include "ui/settings/logo_file.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kShown(240, 72);
constexpr int kClinicFormWidth = 560;

} // namespace

ClinicPanel::ClinicPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    auto* card = new Card(tr("Clinic"), this);
    auto* text =
        new TextLabel(tr("This stands on top of every document. The telephone number is the one that patients "
                         "are told to call after a visit. Documents that were issued before stay as they are."),
                      TextRole::Hint, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    m_form = new FormBuilder(card);
    m_form->setMaximumWidth(scaled(kClinicFormWidth));
    m_name = m_form->row(tr("&Name of the clinic"), new QLineEdit, {.name = u"clinic_name"_s});
    m_address = m_form->row(tr("A&ddress"), new NoteEdit,
                            {.name = u"clinic_address"_s, .help = tr("In lines."), .optional = true});
    m_address->setFixedHeight(m_address->fontMetrics().lineSpacing() * 3 + scaled(16));
    m_phone = m_form->row(tr("&Telephone"), new QLineEdit, {.name = u"clinic_phone"_s, .optional = true});
    m_form->wide(makeLogoRow());
    card->body()->addWidget(m_form);
    m_save = makeButton(tr("&Save the clinic"), ButtonKind::Primary, u"save_clinic"_s, card);
    card->body()->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ClinicPanel::save);
    showLogo();
}

QWidget* ClinicPanel::makeLogoRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_picture = new QLabel(row);
    m_picture->setObjectName(u"clinic_logo_picture"_s);
    m_picture->setAccessibleName(tr("Logo of the clinic"));
    m_noPicture = new TextLabel(tr("No logo"), TextRole::Label, row);
    auto* choose = makeButton(tr("&Choose a logo"), ButtonKind::Secondary, u"clinic_logo"_s, row);
    m_remove = makeButton(tr("Remove the lo&go"), ButtonKind::Secondary, u"remove_logo"_s, row);
    layout->addWidget(m_picture);
    layout->addWidget(m_noPicture);
    layout->addWidget(choose);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &ClinicPanel::chooseLogo);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_logo.clear();
        showLogo();
    });
    return row;
}

QWidget* ClinicPanel::firstFocus() const {
    return m_name;
}

services::ClinicDetails ClinicPanel::typed() const {
    return {toStd(m_name->text()), toStd(m_address->toPlainText()), toStd(m_phone->text()), toStd(m_logo),
            m_saved.invented};
}

void ClinicPanel::fill(const services::ClinicDetails& details) {
    m_saved = details;
    m_name->setText(toQt(details.name));
    m_address->setPlainText(toQt(details.address));
    m_phone->setText(toQt(details.phone));
    m_logo = toQt(details.logo);
    showLogo();
}

void ClinicPanel::showLogo() {
    QPixmap picture;
    if (!m_logo.isEmpty()) picture.loadFromData(QByteArray::fromBase64(m_logo.toLatin1()), "PNG");
    m_picture->setVisible(!picture.isNull());
    m_noPicture->setVisible(picture.isNull());
    m_remove->setEnabled(!m_logo.isEmpty());
    if (!picture.isNull()) m_picture->setPixmap(picture.scaled(kShown, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

void ClinicPanel::refresh() {
    m_bench.ask(
        this, [](services::Services& all) { return all.clinic.details(); },
        [this](const base::Result<services::ClinicDetails>& details) {
            if (details && typed() == m_saved) fill(*details);
        });
}

void ClinicPanel::chooseLogo() {
    m_bench.prompter().openFile(this, tr("Choose a logo"), tr("Pictures (*.png *.jpg *.jpeg *.bmp)"),
                                [this](const std::optional<QString>& path) {
                                    if (path && !path->isEmpty()) takeLogo(*path);
                                });
}

void ClinicPanel::takeLogo(const QString& path) {
    m_form->clearProblems();
    m_bench.ask(
        this, [path](services::Services&) { return readLogo(path); },
        [this](const base::Result<QByteArray>& picture) {
            if (!picture) {
                const bool large =
                    !picture.error().problems.empty() && picture.error().problems.front().rule == base::Rule::TooLong;
                return m_form->problem(u"clinic_logo"_s, large ? tr("This picture is larger than 8 MB.")
                                                               : tr("This file cannot be read as a picture."));
            }
            m_logo = QString::fromLatin1(picture->toBase64());
            showLogo();
        });
}

void ClinicPanel::save() {
    m_form->clearProblems();
    m_save->setEnabled(false);
    m_bench.askAs(
        this,
        [details = typed()](services::Services& all, const services::Actor& actor) {
            return all.clinic.change(actor, details);
        },
        [this, details = typed()](const base::Done& done) {
            m_save->setEnabled(true);
            if (!done) return m_form->failure(done.error());
            m_saved = details;
            Q_EMIT status(tr("The clinic's details stand on every document from now on."));
        });
}

} // namespace chairside::ui
