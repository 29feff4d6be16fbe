#include "ui/settings/own_sign_in_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/second_factor_card.h"
#include "ui/sign_in/caps_lock_note.h"
#include "ui/sign_in/password_rule.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QLineEdit* hiddenEntry() {
    auto* edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

QString passwordFailure(const base::Error& error) {
    return error.code == base::Code::SignInFailed ? OwnSignInPanel::tr("This is not your present password.")
                                                  : describe(error);
}

OwnSignInPanel::OwnSignInPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    layout->addWidget(makePasswordCard(), 1, Qt::AlignTop);
    layout->addWidget(makePinCard(), 1, Qt::AlignTop);
    m_factor = new SecondFactorCard(bench, this);
    layout->addWidget(m_factor, 1, Qt::AlignTop);
    connect(m_factor, &SecondFactorCard::status, this, &OwnSignInPanel::status);
    connect(m_factor, &SecondFactorCard::changed, this, &OwnSignInPanel::refresh);
}

QWidget* OwnSignInPanel::makePasswordCard() {
    auto* card = new Card(tr("Password"), this);
    m_passwordForm = new FormBuilder(card);
    m_current = m_passwordForm->row(tr("Present pass&word"), hiddenEntry(), {.name = u"current_password"_s});
    m_new = m_passwordForm->row(tr("&New password"), hiddenEntry(), {.name = u"password"_s});
    m_again = m_passwordForm->row(tr("New password a&gain"), hiddenEntry(), {.name = u"password_again"_s});
    describePasswordRule(m_bench, *m_passwordForm, u"password"_s);
    card->body()->addWidget(m_passwordForm);
    auto* caps = new CapsLockNote(card);
    for (auto* edit : {m_current, m_new, m_again})
        caps->watch(*edit);
    card->body()->addWidget(caps);
    m_change = makeButton(tr("&Change the password"), ButtonKind::Primary, u"change_password"_s, card);
    card->body()->addWidget(m_change, 0, Qt::AlignLeft);
    connect(m_change, &QPushButton::clicked, this, &OwnSignInPanel::changePassword);
    connect(m_again, &QLineEdit::returnPressed, this, &OwnSignInPanel::changePassword);
    return card;
}

QWidget* OwnSignInPanel::makePinCard() {
    auto* card = new Card(tr("PIN for your locked screen"), this);
    m_pinState = new TextLabel({}, TextRole::Hint, card);
    m_pinState->setObjectName(u"pin_state"_s);
    m_pinState->setWordWrap(true);
    card->body()->addWidget(m_pinState);
    m_pinForm = new FormBuilder(card);
    m_pinPassword = m_pinForm->row(tr("&Your password"), hiddenEntry(), {.name = u"pin_password"_s});
    m_pin = m_pinForm->row(tr("P&IN"), hiddenEntry(),
                           {.name = u"pin"_s, .help = tr("Six to twelve digits, not in a row.")});
    card->body()->addWidget(m_pinForm);
    auto* buttons = new QHBoxLayout;
    m_savePin = makeButton(tr("Sa&ve the PIN"), ButtonKind::Primary, u"save_pin"_s, card);
    m_removePin = makeButton(tr("Re&move it"), ButtonKind::Secondary, u"remove_pin"_s, card);
    buttons->addWidget(m_savePin);
    buttons->addWidget(m_removePin);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    connect(m_savePin, &QPushButton::clicked, this, &OwnSignInPanel::savePin);
    connect(m_removePin, &QPushButton::clicked, this, &OwnSignInPanel::removePin);
    connect(m_pin, &QLineEdit::returnPressed, this, &OwnSignInPanel::savePin);
    return card;
}

QWidget* OwnSignInPanel::firstFocus() const {
    return m_current;
}

void OwnSignInPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.accounts.ownSignIn(actor); },
        [this](const base::Result<services::OwnSignIn>& own) {
            if (!own) return;
            m_pinState->setText(own->hasPin ? tr("You have a PIN. It opens the screen that you locked yourself or "
                                                 "left; it never signs you in and never signs a record.")
                                            : tr("You have no PIN. With one you unlock your own screen in a few keys; "
                                                 "after five wrong ones your password is needed."));
            m_removePin->setEnabled(own->hasPin);
            m_factor->show(*own);
        });
}

void OwnSignInPanel::changePassword() {
    m_passwordForm->clearProblems();
    if (!m_passwordForm->filled({m_current->objectName(), m_new->objectName(), m_again->objectName()})) return;
    if (m_new->text() != m_again->text())
        return m_passwordForm->problem(u"password_again"_s, tr("The two new passwords are not the same."));
    m_change->setEnabled(false);
    m_bench.askAs(
        this,
        [current = toStd(m_current->text()), next = toStd(m_new->text())](services::Services& all,
                                                                          const services::Actor& actor) {
            return all.accounts.changePassword(actor, current, next);
        },
        [this](const base::Done& done) {
            m_change->setEnabled(true);
            if (!done && !done.error().problems.empty()) return m_passwordForm->failure(done.error());
            if (!done) return m_passwordForm->problem(u"current_password"_s, passwordFailure(done.error()));
            for (auto* edit : {m_current, m_new, m_again})
                edit->clear();
            m_current->setFocus(Qt::OtherFocusReason);
            Q_EMIT status(tr("Your password is changed."));
        });
}

void OwnSignInPanel::savePin() {
    m_pinForm->clearProblems();
    if (!m_pinForm->filled({m_pinPassword->objectName(), m_pin->objectName()})) return;
    m_bench.askAs(
        this,
        [password = toStd(m_pinPassword->text()), pin = toStd(m_pin->text())](services::Services& all,
                                                                              const services::Actor& actor) {
            return all.accounts.setPin(actor, password, pin);
        },
        [this](const base::Done& done) { pinChanged(done, tr("Your PIN is saved.")); });
}

void OwnSignInPanel::removePin() {
    m_pinForm->clearProblems();
    if (!m_pinForm->filled({m_pinPassword->objectName()})) return;
    m_bench.askAs(
        this,
        [password = toStd(m_pinPassword->text())](services::Services& all, const services::Actor& actor) {
            return all.accounts.removePin(actor, password);
        },
        [this](const base::Done& done) { pinChanged(done, tr("Your PIN is removed.")); });
}

void OwnSignInPanel::pinChanged(const base::Done& done, const QString& sentence) {
    if (!done) {
        for (const auto& problem : done.error().problems) {
            return m_pinForm->problem(
                u"pin"_s,
                problem.rule == base::Rule::TooWeak
                    ? tr("Digits in a row or repeated are easy to guess.")
                    : tr("A PIN has %1 to %2 digits and nothing else.").arg(toQt(problem.low), toQt(problem.high)));
        }
        return m_pinForm->problem(u"pin_password"_s, passwordFailure(done.error()));
    }
    m_pinPassword->clear();
    m_pin->clear();
    m_pinPassword->setFocus(Qt::OtherFocusReason);
    Q_EMIT status(sentence);
    refresh();
}

} // namespace chairside::ui
