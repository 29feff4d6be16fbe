#include "ui/sign_in/lock_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

namespace {

constexpr int kLockWidth = 400;

} // namespace

LockPage::LockPage(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    const QString name = bench.actor() ? toQt(bench.actor()->printedName) : QString();
    auto* card = new Card(tr("Locked by %1 at %2").arg(name, timeText(bench.now())), this);
    card->setFixedWidth(scaled(kLockWidth));
    m_form = new FormBuilder(card);
    m_password = m_form->row(tr("&Password"), new QLineEdit, {.name = QStringLiteral("unlock_password")});
    m_password->setEchoMode(QLineEdit::Password);
    card->body()->addWidget(m_form);
    m_unlock = makeButton(tr("&Unlock"), ButtonKind::Primary, QStringLiteral("unlock"), card);
    auto* other = makeButton(tr("&Sign out"), ButtonKind::Secondary, QStringLiteral("unlock_sign_out"), card);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_unlock);
    buttons->addWidget(other);
    buttons->addStretch();
    card->body()->addLayout(buttons);
    addCentred(*new QVBoxLayout(this), {card});
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::tryToUnlock);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::tryToUnlock);
    connect(other, &QPushButton::clicked, this, &LockPage::otherPerson);
    setFocusProxy(m_password);
}

void LockPage::tryToUnlock() {
    if (!m_unlock->isEnabled()) return;
    m_form->clearProblems();
    m_unlock->setEnabled(false);
    m_bench.askAs(
        this,
        [password = toStd(m_password->text())](services::Services& all, const services::Actor& actor) {
            return all.accounts.reauthenticate(actor, password);
        },
        [this](const base::Done& done) {
            m_unlock->setEnabled(true);
            m_password->clear();
            if (done) return unlocked();
            m_form->failure(done.error());
            m_password->setFocus(Qt::OtherFocusReason);
        });
}

void LockPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_password->setFocus(Qt::OtherFocusReason);
}

} // namespace chairside::ui
