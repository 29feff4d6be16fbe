#include "ui/settings/accounts_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/role_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/accounts_model.h"
#include "ui/settings/reset_password_form.h"
#include "ui/sign_in/password_rule.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

AccountsPanel::AccountsPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    layout->addWidget(buildList(), 3);
    layout->addWidget(buildForm(), 2, Qt::AlignTop);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (change.kind == services::ChangeKind::Account) refresh();
    });
}

QWidget* AccountsPanel::buildList() {
    auto* card = new Card(tr("People who may sign in"), this);
    m_model = new AccountsModel(this);
    m_table = new TableView(tr("Accounts"), card);
    m_table->setObjectName(QStringLiteral("accounts_table"));
    m_table->setModel(m_model);
    m_table->setWrappingColumn(static_cast<int>(AccountsModel::Column::Name));
    card->body()->addWidget(m_table, 1);
    m_close = makeButton(tr("C&lose this account"), ButtonKind::Danger, QStringLiteral("close_account"), card);
    auto* row = new QHBoxLayout;
    m_reset = makeButton(tr("New pass&word…"), ButtonKind::Secondary, QStringLiteral("reset_account"), card);
    row->addWidget(m_close);
    row->addWidget(m_reset);
    row->addWidget(
        new TextLabel(tr("A closed account keeps its name under everything it signed."), TextRole::Hint, card), 1);
    card->body()->addLayout(row);
    m_resetForm = new ResetPasswordForm(m_bench, card);
    m_resetForm->hide();
    card->body()->addWidget(m_resetForm);
    connect(m_close, &QPushButton::clicked, this, &AccountsPanel::closeSelected);
    connect(m_reset, &QPushButton::clicked, this, &AccountsPanel::startReset);
    connect(m_resetForm, &InlineForm::submitted, this, &AccountsPanel::submitReset);
    connect(m_resetForm, &InlineForm::left, this, &AccountsPanel::endReset);
    connect(m_table, &TableView::currentRowChanged, this, &AccountsPanel::updateButtons);
    return card;
}

QWidget* AccountsPanel::buildForm() {
    auto* card = new Card(tr("New account"), this);
    m_form = new FormBuilder(card);
    m_printed = m_form->row(
        tr("&Name"), new QLineEdit,
        {.name = QStringLiteral("printed_name"), .help = tr("As it stands under a signature, with credentials.")});
    m_user = m_form->row(tr("&User name"), new QLineEdit, {.name = QStringLiteral("user_name")});
    m_password = m_form->row(tr("First &password"), new QLineEdit, {.name = QStringLiteral("password")});
    m_password->setEchoMode(QLineEdit::Password);
    describePasswordRule(m_bench, *m_form, QStringLiteral("password"));
    auto* roles = new QWidget;
    auto* rolesLayout = new QVBoxLayout(roles);
    rolesLayout->setContentsMargins(0, 0, 0, 0);
    for (const auto role : domain::kAllRoles) {
        auto* box = new QCheckBox(roleWords(role), roles);
        box->setObjectName(QStringLiteral("role_%1").arg(static_cast<int>(role)));
        rolesLayout->addWidget(box);
        m_roles.emplace_back(role, box);
    }
    m_form->row(tr("Roles"), roles, {.name = QStringLiteral("roles")});
    card->body()->addWidget(m_form);
    m_create = makeButton(tr("Crea&te the account"), ButtonKind::Primary, QStringLiteral("create_account"), card);
    card->body()->addWidget(m_create, 0, Qt::AlignLeft);
    connect(m_create, &QPushButton::clicked, this, &AccountsPanel::create);
    return card;
}

QWidget* AccountsPanel::firstFocus() const {
    return m_printed;
}

void AccountsPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.accounts.accounts(actor); },
        [this](const base::Result<std::vector<domain::Account>>& accounts) {
            if (!accounts) return;
            m_model->setAccounts(*accounts);
            updateButtons();
        });
}

void AccountsPanel::create() {
    m_form->clearProblems();
    services::NewAccount account{.userName = toStd(m_user->text()),
                                 .printedName = toStd(m_printed->text()),
                                 .roles = {},
                                 .password = toStd(m_password->text())};
    for (const auto& [role, box] : m_roles) {
        if (box->isChecked()) account.roles.add(role);
    }
    m_create->setEnabled(false);
    m_bench.askAs(
        this,
        [account](services::Services& all, const services::Actor& actor) {
            return all.accounts.createAccount(actor, account);
        },
        [this](const base::Result<domain::AccountId>& made) {
            m_create->setEnabled(true);
            if (!made) return m_form->failure(made.error());
            Q_EMIT status(tr("The account of %1 was made.").arg(m_printed->text()));
            for (auto* field : {m_printed, m_user, m_password})
                field->clear();
            for (const auto& [role, box] : m_roles)
                box->setChecked(false);
            m_printed->setFocus(Qt::OtherFocusReason);
        });
}

void AccountsPanel::startReset() {
    const int row = m_table->currentRow();
    if (row < 0) return;
    m_resetForm->setPerson(m_model->account(row));
    m_resetForm->show();
    m_resetForm->takeFocus();
}

void AccountsPanel::endReset() {
    m_resetForm->hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

void AccountsPanel::submitReset() {
    m_resetForm->setBusy(true);
    m_bench.askAs(
        this,
        [id = m_resetForm->person()->id, own = m_resetForm->ownPassword(),
         next = m_resetForm->newPassword()](services::Services& all, const services::Actor& actor) {
            return all.accounts.resetPassword(actor, own, id, next);
        },
        [this](const base::Done& done) {
            if (!done) return m_resetForm->refuse(done.error());
            m_resetForm->setBusy(false);
            m_resetForm->reset();
            endReset();
            Q_EMIT status(tr("The password opens their next sign-in, where they choose their own."));
        });
}

void AccountsPanel::closeSelected() {
    const int row = m_table->currentRow();
    if (row < 0) return;
    const auto chosen = m_model->account(row);
    m_bench.prompter().confirm(this,
                               {.title = tr("Close this account?"),
                                .text = tr("%1 will not be able to sign in any more.").arg(toQt(chosen.printedName)),
                                .yesText = tr("Close the account"),
                                .noText = tr("Keep it"),
                                .destructive = true},
                               [this, chosen](bool yes) {
                                   if (!yes) return;
                                   m_bench.askAs(
                                       this,
                                       [id = chosen.id](services::Services& all, const services::Actor& actor) {
                                           return all.accounts.closeAccount(actor, id);
                                       },
                                       [this, chosen](const base::Done& done) {
                                           Q_EMIT status(
                                               done ? tr("The account of %1 is closed.").arg(toQt(chosen.printedName))
                                                    : tr("This account cannot be closed."));
                                       });
                               });
}

void AccountsPanel::updateButtons() {
    const int row = m_table->currentRow();
    const bool own = row >= 0 && m_bench.actor() && m_model->account(row).id == m_bench.actor()->account;
    m_close->setEnabled(row >= 0 && !own && !m_model->account(row).closed);
}

} // namespace chairside::ui
