#include "ui/setup/setup_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <utility>

#include "ui/format/to_qt.h"
#include "ui/setup/recovery_card.h"
#include "ui/sign_in/password_rule.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kCardWidth = 760;

} // namespace

SetupPage::SetupPage(Workbench& bench, std::string workstation, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_workstation(std::move(workstation)) {
    m_screens = new QStackedLayout(this);
    auto* first = new QWidget(this);
    auto* outer = new QVBoxLayout(first);
    auto* card = new Card(tr("A new clinic"), first);
    card->setFixedWidth(scaled(kCardWidth));
    auto* text = new TextLabel(
        tr("This folder holds no clinic yet. Name the clinic and make the first account: an administrator, "
           "who makes the accounts of everybody else. There is no password that opens Chairside by default."),
        TextRole::Hint, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    buildForm();
    card->body()->addWidget(m_form);
    m_create = makeButton(tr("&Create the clinic"), ButtonKind::Primary, QStringLiteral("create_clinic"), card);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addStretch();
    card->body()->addLayout(buttons);
    connect(m_create, &QPushButton::clicked, this, &SetupPage::create);
    connect(m_again, &QLineEdit::returnPressed, this, &SetupPage::create);
    addCentred(*outer, {card});
    m_screens->addWidget(first);
    setFocusProxy(m_clinic);
}

void SetupPage::buildForm() {
    m_form = new FormBuilder(this, 2);
    m_clinic = m_form->row(
        tr("C&linic name"), new QLineEdit,
        {.name = QStringLiteral("clinic_name"), .help = tr("As it stands on printed summaries."), .span = 2});
    m_printed = m_form->row(
        tr("Your &name"), new QLineEdit,
        {.name = QStringLiteral("printed_name"), .help = tr("As it stands under a signature, with credentials.")});
    m_user = m_form->row(tr("&User name"), new QLineEdit,
                         {.name = QStringLiteral("user_name"), .help = tr("Short; you type it at every sign-in.")});
    m_password = m_form->row(tr("&Password"), new QLineEdit, {.name = QStringLiteral("password")});
    describePasswordRule(m_bench, *m_form, QStringLiteral("password"));
    m_again = m_form->row(tr("Password &again"), new QLineEdit, {.name = QStringLiteral("password_again")});
    m_password->setEchoMode(QLineEdit::Password);
    m_again->setEchoMode(QLineEdit::Password);
    m_physician = new QCheckBox(tr("I am also a p&hysician here"));
    m_physician->setObjectName(QStringLiteral("also_physician"));
    m_nurse = new QCheckBox(tr("I am also a nu&rse here"));
    m_nurse->setObjectName(QStringLiteral("also_nurse"));
    m_form->wide(m_physician);
    m_form->wide(m_nurse);
}

void SetupPage::create() {
    m_form->clearProblems();
    if (m_password->text() != m_again->text()) {
        return m_form->problem(QStringLiteral("password_again"), tr("The two passwords are not the same."));
    }
    services::NewAccount first{.userName = toStd(m_user->text()),
                               .printedName = toStd(m_printed->text()),
                               .roles = {domain::Role::Administrator},
                               .password = toStd(m_password->text())};
    if (m_physician->isChecked()) first.roles.add(domain::Role::Physician);
    if (m_nurse->isChecked()) first.roles.add(domain::Role::Nurse);
    m_create->setEnabled(false);
    m_bench.ask(
        this,
        [clinic = toStd(m_clinic->text()), first, place = m_workstation](services::Services& all) {
            auto actor = all.accounts.setUpClinic(clinic, first, place);
            return std::pair(std::move(actor), all.accounts.recoveryCode());
        },
        [this](const std::pair<base::Result<services::Actor>, std::string>& made) {
            m_create->setEnabled(true);
            if (!made.first) return m_form->failure(made.first.error());
            created(*made.first, toQt(made.second));
        });
}

void SetupPage::created(const services::Actor& actor, const QString& recoveryCode) {
    const QString clinicName = m_clinic->text().trimmed();
    m_password->clear();
    m_again->clear();
    if (recoveryCode.isEmpty()) {
        Q_EMIT finished(clinicName, actor);
        return;
    }
    auto* card = new RecoveryCard(m_bench, recoveryCode, this);
    connect(card, &RecoveryCard::confirmed, this, [this, clinicName, actor] { Q_EMIT finished(clinicName, actor); });
    m_screens->addWidget(card);
    setFocusProxy(card);
    m_screens->setCurrentWidget(card);
}

void SetupPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_clinic->setFocus(Qt::OtherFocusReason);
}

} // namespace chairside::ui
