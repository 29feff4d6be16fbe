#include "ui/sign_in/sign_in_page.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/format/role_text.h"
#include "ui/format/to_qt.h"
#include "ui/sign_in/caps_lock_note.h"
#include "ui/sign_in/password_rule.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kFormWidth = 380;
constexpr int kChoiceWidth = 660;
constexpr int kHintsWidth = 430;

} // namespace

SignInPage::SignInPage(Workbench& bench, const SignInFacts& facts, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_workstation(facts.workstation) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(scaled(space::kBlock), scaled(space::kBlock), scaled(space::kBlock),
                              scaled(space::kBlock));
    QWidget* form = buildForm(facts);
    if (facts.hints.empty()) {
        addCentred(*outer, {form});
    } else {
        addCentred(*outer, {form, buildHints(facts.hints)});
    }
    auto* footer =
        new TextLabel(tr("Chairside %1. The program records, computes and explains; a licensed clinician decides.")
                          .arg(QCoreApplication::applicationVersion()),
                      TextRole::Hint, this);
    footer->setAlignment(Qt::AlignHCenter);
    outer->addWidget(footer);
    setFocusProxy(m_user);
}

QWidget* SignInPage::buildForm(const SignInFacts& facts) {
    auto* card = new Card(facts.clinicName.isEmpty() ? tr("Sign in") : facts.clinicName, this);
    m_card = card;
    card->setFixedWidth(scaled(kFormWidth));
    m_form = new FormBuilder(card);
    m_user = m_form->row(tr("&User name"), new QLineEdit, {.name = QStringLiteral("user_name")});
    m_password = m_form->row(tr("&Password"), new QLineEdit, {.name = QStringLiteral("password")});
    m_password->setEchoMode(QLineEdit::Password);
    auto* show = new QCheckBox(tr("Sho&w the password"));
    show->setObjectName(QStringLiteral("show_password"));
    connect(show, &QCheckBox::toggled, this,
            [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    m_form->wide(show);
    m_code = m_form->row(tr("&Code of your authenticator"), new QLineEdit,
                         {.name = QStringLiteral("one_time_code"), .help = tr("Or one of your printed codes.")});
    m_form->setFieldVisible(QStringLiteral("one_time_code"), false);
    addNewPassword();
    card->body()->addWidget(m_form);
    m_caps = new CapsLockNote(card);
    for (auto* edit : {m_password, m_new, m_again})
        m_caps->watch(*edit);
    card->body()->addWidget(m_caps);
    m_signIn = makeButton(tr("&Sign in"), ButtonKind::Primary, QStringLiteral("sign_in"), card);
    card->body()->addWidget(m_signIn, 0, Qt::AlignLeft);
    if (!facts.notice.isEmpty()) {
        auto* notice = new TextLabel(facts.notice, facts.isFailure ? TextRole::Stop : TextRole::Success, card);
        notice->setObjectName(QStringLiteral("sign_in_notice"));
        notice->setWordWrap(true);
        card->body()->addWidget(notice);
    }
    if (facts.notEncrypted) {
        auto* warning = new TextLabel(tr("The data on this computer are not encrypted."), TextRole::Warning, card);
        warning->setWordWrap(true);
        card->body()->addWidget(warning);
    }
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::tryToSignIn);
    connect(m_user, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty()) return m_password->setFocus(Qt::TabFocusReason);
        tryToSignIn();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::tryToSignIn);
    connect(m_code, &QLineEdit::returnPressed, this, &SignInPage::tryToSignIn);
    return card;
}

void SignInPage::addNewPassword() {
    m_whyNew = new TextLabel(tr("An administrator gave you this password. Choose your own: from now on only that one "
                                "opens your account."),
                             TextRole::Hint);
    m_whyNew->setObjectName(QStringLiteral("why_new_password"));
    m_whyNew->setWordWrap(true);
    m_whyNew->hide();
    m_form->wide(m_whyNew);
    m_new = m_form->row(tr("&New password"), new QLineEdit, {.name = QStringLiteral("new_password")});
    m_again = m_form->row(tr("New password &again"), new QLineEdit, {.name = QStringLiteral("new_password_again")});
    for (auto* edit : {m_new, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        m_form->setFieldVisible(edit->objectName(), false);
    }
    connect(m_new, &QLineEdit::returnPressed, this, [this] { m_again->setFocus(Qt::TabFocusReason); });
    connect(m_again, &QLineEdit::returnPressed, this, &SignInPage::tryToSignIn);
}

void SignInPage::askForNewPassword() {
    m_card->setFixedWidth(scaled(kChoiceWidth)); // what is said about a new password takes more room
    m_whyNew->show();
    for (auto* edit : {m_new, m_again})
        m_form->setFieldVisible(edit->objectName(), true);
    describePasswordRule(m_bench, *m_form, m_new->objectName());
    m_new->setFocus(Qt::OtherFocusReason);
}

QWidget* SignInPage::buildHints(const std::vector<SignInHint>& hints) {
    auto* card = new Card(tr("Accounts of the demo clinic"), this);
    card->setFixedWidth(scaled(kHintsWidth));
    auto* text =
        new TextLabel(tr("Everything here is invented. These accounts exist in demo clinics only; choose one to fill "
                         "the form."),
                      TextRole::Hint, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    for (const auto& hint : hints) {
        auto* line = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new TextLabel(tr("%1 (%2)").arg(hint.name, roleWords(hint.roles)), TextRole::Strong, card));
        words->addWidget(
            new TextLabel(tr("User %1, password %2").arg(hint.userName, hint.password), TextRole::Hint, card));
        line->addLayout(words, 1);
        auto* use = makeButton(tr("Fill in"), ButtonKind::Secondary, QStringLiteral("use_") + hint.userName, card);
        use->setAccessibleName(tr("Fill in the account of %1").arg(hint.name));
        connect(use, &QPushButton::clicked, this, [this, hint] { useHint(hint); });
        line->addWidget(use);
        card->body()->addLayout(line);
    }
    return card;
}

void SignInPage::useHint(const SignInHint& hint) {
    m_user->setText(hint.userName);
    m_password->setText(hint.password);
    m_form->clearProblems();
    m_signIn->setFocus(Qt::OtherFocusReason);
}

void SignInPage::tryToSignIn() {
    if (m_busy) return;
    m_form->clearProblems();
    base::Problems empty;
    if (m_user->text().trimmed().isEmpty()) empty.push_back({.field = "user_name", .rule = base::Rule::Required});
    if (m_password->text().isEmpty()) empty.push_back({.field = "password", .rule = base::Rule::Required});
    if (!empty.empty()) return m_form->problems(empty);
    if (m_new->text() != m_again->text())
        return m_form->problem(m_again->objectName(), tr("The two new passwords are not the same."));
    m_busy = true;
    m_signIn->setEnabled(false);
    m_bench.ask(
        this,
        [user = toStd(m_user->text()), password = toStd(m_password->text()), code = toStd(m_code->text().trimmed()),
         chosen = toStd(m_new->text()), place = m_workstation](services::Services& all) {
            return all.accounts.signIn(user, password, place, code, chosen);
        },
        [this](const base::Result<services::Actor>& actor) {
            m_busy = false;
            m_signIn->setEnabled(true);
            if (!actor) return refused(actor.error());
            for (auto* edit : {m_password, m_new, m_again})
                edit->clear();
            Q_EMIT signedIn(*actor);
        });
}

void SignInPage::refused(const base::Error& error) {
    const std::string asked =
        error.code == base::Code::Invalid && !error.problems.empty() ? error.problems.front().field : std::string{};
    m_code->clear();
    if (asked == "new_password") {
        if (!m_new->text().isEmpty()) m_form->failure(error);
        return askForNewPassword();
    }
    if (asked == "one_time_code") {
        m_form->setFieldVisible(QStringLiteral("one_time_code"), true);
        return m_code->setFocus(Qt::OtherFocusReason);
    }
    m_password->clear();
    m_form->failure(error);
    m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_user->setFocus(Qt::OtherFocusReason);
}

} // namespace chairside::ui
