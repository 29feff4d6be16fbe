#include "ui/settings/second_factor_card.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/to_qt.h"
#include "ui/settings/own_sign_in_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSecretGroup = 4;

TextLabel* addText(Card& card, const QString& name, TextRole role) {
    auto* label = new TextLabel({}, role, &card);
    label->setObjectName(name);
    label->setWordWrap(true);
    card.body()->addWidget(label);
    return label;
}

// "ABCD EFGH …", as it is read and typed.
QString inGroups(const QString& secret) {
    QString text;
    for (qsizetype at = 0; at < secret.size(); at += kSecretGroup)
        text += (at > 0 ? u" "_s : QString()) + secret.mid(at, kSecretGroup);
    return text;
}

} // namespace

SecondFactorCard::SecondFactorCard(Workbench& bench, QWidget* parent)
    : Card(tr("Second factor"), parent), m_bench(bench) {
    m_state = addText(*this, u"factor_state"_s, TextRole::Hint);
    m_secret = addText(*this, u"factor_secret"_s, TextRole::Strong);
    m_secret->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form = new FormBuilder(this);
    m_code = m_form->row(tr("C&ode it shows now"), new QLineEdit, {.name = u"one_time_code"_s});
    m_password = m_form->row(tr("Your passwor&d"), new QLineEdit, {.name = u"factor_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    body()->addWidget(m_form);
    m_printed = addText(*this, u"factor_printed"_s, TextRole::Strong);
    m_printed->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QHBoxLayout;
    m_begin = makeButton(tr("Set one &up"), ButtonKind::Secondary, u"factor_begin"_s, this);
    m_confirm = makeButton(tr("Turn i&t on"), ButtonKind::Primary, u"factor_confirm"_s, this);
    m_remove = makeButton(tr("Turn it o&ff"), ButtonKind::Secondary, u"factor_remove"_s, this);
    for (auto* button : {m_begin, m_confirm, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_begin, &QPushButton::clicked, this, &SecondFactorCard::begin);
    connect(m_confirm, &QPushButton::clicked, this, &SecondFactorCard::confirm);
    connect(m_remove, &QPushButton::clicked, this, &SecondFactorCard::remove);
    show({});
}

QString SecondFactorCard::codesLeftText(int left) {
    return left == 1
               ? tr("On: signing in asks for a code of your authenticator. 1 printed code is left.")
               : tr("On: signing in asks for a code of your authenticator. %n printed codes are left.", nullptr, left);
}

void SecondFactorCard::show(const services::OwnSignIn& own) {
    if (!m_newSecret.empty()) return;
    m_state->setText(own.hasSecondFactor
                         ? codesLeftText(own.recoveryCodesLeft)
                         : tr("Off. An authenticator on your phone can make a code that signing in asks for as well. "
                              "It needs no network."));
    m_secret->hide();
    m_begin->setVisible(!own.hasSecondFactor);
    m_confirm->hide();
    m_remove->setVisible(own.hasSecondFactor);
    m_form->setFieldVisible(u"one_time_code"_s, false);
    m_form->setFieldVisible(u"factor_password"_s, own.hasSecondFactor);
}

void SecondFactorCard::begin() {
    m_form->clearProblems();
    m_printed->clear();
    m_bench.ask(
        this, [](services::Services& all) { return all.accounts.newSecondFactor(); },
        [this](const base::Result<std::string>& secret) {
            if (!secret) return m_form->failure(secret.error());
            m_newSecret = *secret;
            showSecret(toQt(*secret));
        });
}

void SecondFactorCard::showSecret(const QString& secret) {
    m_state->setText(tr("Type this key into your authenticator as time-based, 6 digits, 30 seconds. Then type the code "
                        "that it shows."));
    m_secret->setText(inGroups(secret));
    m_secret->show();
    m_begin->hide();
    m_confirm->show();
    m_form->setFieldVisible(u"one_time_code"_s, true);
    m_form->setFieldVisible(u"factor_password"_s, true);
    m_code->setFocus(Qt::OtherFocusReason);
}

void SecondFactorCard::confirm() {
    m_form->clearProblems();
    if (!m_form->filled({m_code->objectName(), m_password->objectName()})) return;
    m_bench.askAs(
        this,
        [password = toStd(m_password->text()), secret = m_newSecret,
         code = toStd(m_code->text())](services::Services& all, const services::Actor& actor) {
            return all.accounts.confirmSecondFactor(actor, password, secret, code);
        },
        [this](const base::Result<std::vector<std::string>>& codes) {
            if (!codes) return refused(codes.error());
            m_newSecret.clear();
            m_code->clear();
            m_password->clear();
            showPrinted(*codes);
            Q_EMIT status(tr("The second factor is on."));
            Q_EMIT changed();
        });
}

void SecondFactorCard::showPrinted(const std::vector<std::string>& codes) {
    QString text = tr("Write these codes down now; they are shown this once. Each signs you in once when the "
                      "authenticator is lost:");
    for (std::size_t i = 0; i < codes.size(); ++i)
        text += (i % 2 == 0 ? u"\n"_s : u"    "_s) + toQt(codes[i]);
    m_printed->announce(text);
}

void SecondFactorCard::remove() {
    m_form->clearProblems();
    if (!m_form->filled({m_password->objectName()})) return;
    m_bench.askAs(
        this,
        [password = toStd(m_password->text())](services::Services& all, const services::Actor& actor) {
            return all.accounts.removeSecondFactor(actor, password);
        },
        [this](const base::Done& done) {
            if (!done) return refused(done.error());
            m_password->clear();
            m_printed->clear();
            Q_EMIT status(tr("The second factor is off."));
            Q_EMIT changed();
        });
}

void SecondFactorCard::refused(const base::Error& error) {
    if (error.problems.empty()) return m_form->problem(u"factor_password"_s, passwordFailure(error));
    m_form->problem(u"one_time_code"_s, tr("This key gives another code now. Compare the clocks."));
}

} // namespace chairside::ui
