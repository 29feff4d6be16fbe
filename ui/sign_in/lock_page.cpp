#include "ui/sign_in/lock_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/sign_in/caps_lock_note.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kLockWidth = 400;
constexpr int kLockTickMs = 1000;
constexpr int kLockReadSeconds = 15;
constexpr std::size_t kMostPumps = 12;

QString pumpText(const services::PumpRow& pump, base::Instant now) {
    const QString where = pump.chair.empty() ? LockPage::tr("Infusion from %1").arg(timeText(pump.startedAt))
                                             : LockPage::tr("Chair %1").arg(toQt(pump.chair));
    if (!pump.due) return LockPage::tr("%1: no more vitals due").arg(where);
    if (now < pump.due->dueAt) return LockPage::tr("%1: vitals %2").arg(where, timeText(pump.due->dueAt));
    if (!pump.due->isOverdue(now)) return LockPage::tr("%1: vitals due now").arg(where);
    const auto late = std::chrono::floor<std::chrono::minutes>(base::between(pump.due->dueAt, now));
    return LockPage::tr("▲ %1: vitals %2 overdue").arg(where, minutesText(late));
}

bool isLate(const services::PumpRow& pump, base::Instant now) {
    return pump.due && pump.due->isOverdue(now);
}

} // namespace

LockPage::LockPage(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    const QString name = bench.actor() ? toQt(bench.actor()->printedName) : QString();
    auto* card = new Card(tr("Locked by %1 at %2").arg(name, timeText(bench.now())), this);
    card->setFixedWidth(scaled(kLockWidth));
    m_form = new FormBuilder(card);
    m_password = m_form->row(tr("&Password"), new QLineEdit, {.name = QStringLiteral("unlock_password")});
    m_password->setEchoMode(QLineEdit::Password);
    m_pin = m_form->row(tr("P&IN"), new QLineEdit, {.name = QStringLiteral("unlock_pin")});
    m_pin->setEchoMode(QLineEdit::Password);
    card->body()->addWidget(m_form);
    auto* caps = new CapsLockNote(card);
    caps->watch(*m_password);
    card->body()->addWidget(caps);
    m_unlock = makeButton(tr("&Unlock"), ButtonKind::Primary, QStringLiteral("unlock"), card);
    auto* other = makeButton(tr("&Sign out"), ButtonKind::Secondary, QStringLiteral("unlock_sign_out"), card);
    m_usePassword =
        makeButton(tr("Use the pass&word"), ButtonKind::Secondary, QStringLiteral("unlock_use_password"), card);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_unlock);
    buttons->addWidget(m_usePassword);
    buttons->addWidget(other);
    buttons->addStretch();
    card->body()->addLayout(buttons);
    addCentred(*new QVBoxLayout(this), {card, buildPumps()});
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &LockPage::tick);
    timer->start(kLockTickMs);
    connect(&m_bench, &Workbench::changed, this, &LockPage::readPumps);
    readPumps();
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::tryToUnlock);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::tryToUnlock);
    connect(m_pin, &QLineEdit::returnPressed, this, &LockPage::tryToUnlock);
    connect(m_usePassword, &QPushButton::clicked, this, [this] { askForPin(false); });
    askForPin(false);
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.accounts.ownSignIn(actor); },
        [this](const base::Result<services::OwnSignIn>& own) {
            if (own && own->pinTriesLeft > 0 && m_password->text().isEmpty()) askForPin(true);
        });
    connect(other, &QPushButton::clicked, this, &LockPage::otherPerson);
}

void LockPage::askForPin(bool pin) {
    m_byPin = pin;
    m_form->setFieldVisible(QStringLiteral("unlock_pin"), pin);
    m_form->setFieldVisible(QStringLiteral("unlock_password"), !pin);
    m_usePassword->setVisible(pin);
    setFocusProxy(pin ? m_pin : m_password);
    (pin ? m_pin : m_password)->setFocus(Qt::OtherFocusReason);
}

QWidget* LockPage::buildPumps() {
    m_pumpCard = new Card(tr("Pumps running"), this);
    m_pumpCard->setFixedWidth(scaled(kLockWidth));
    for (std::size_t at = 0; at <= kMostPumps; ++at) {
        auto* line = new TextLabel({}, TextRole::Body, m_pumpCard);
        line->setObjectName(QStringLiteral("pump_%1").arg(at + 1));
        line->hide();
        m_pumpCard->body()->addWidget(line);
        m_lines.push_back(line);
    }
    m_pumpCard->hide();
    return m_pumpCard;
}

void LockPage::readPumps() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.infusions.onPump(actor); },
        [this](const base::Result<std::vector<services::PumpRow>>& pumps) {
            if (!pumps) return;
            m_pumps = *pumps;
            showPumps();
        });
}

// The latest first; what does not fit is counted.
void LockPage::showPumps() {
    const auto now = m_bench.now();
    m_pumpCard->setVisible(!m_pumps.empty());
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        TextLabel& line = *m_lines[at];
        const bool shown = at < m_pumps.size() && at < kMostPumps;
        const bool more = at == kMostPumps && m_pumps.size() > kMostPumps;
        line.setVisible(shown || more);
        if (shown) {
            line.setRole(isLate(m_pumps[at], now) ? TextRole::Warning : TextRole::Body);
            line.setText(pumpText(m_pumps[at], now));
        } else if (more) {
            line.setText(tr("and %n more", nullptr, static_cast<int>(m_pumps.size() - kMostPumps)));
        }
    }
}

void LockPage::tick() {
    if (++m_seconds % kLockReadSeconds == 0) readPumps();
    showPumps();
}

void LockPage::tryToUnlock() {
    if (!m_unlock->isEnabled()) return;
    m_form->clearProblems();
    m_unlock->setEnabled(false);
    if (m_byPin) return tryPin();
    tryPassword();
}

void LockPage::tryPassword() {
    m_bench.askAs(
        this,
        [password = toStd(m_password->text())](services::Services& all, const services::Actor& actor) {
            return all.accounts.reauthenticate(actor, password);
        },
        [this](const base::Done& done) { answered(done); });
}

void LockPage::tryPin() {
    m_bench.askAs(
        this,
        [pin = toStd(m_pin->text())](services::Services& all, const services::Actor& actor) {
            return all.accounts.unlockWithPin(actor, pin);
        },
        [this](const base::Done& done) { answered(done); });
}

void LockPage::answered(const base::Done& done) {
    m_unlock->setEnabled(true);
    m_password->clear();
    m_pin->clear();
    if (done) return unlocked();
    const auto& error = done.error();
    if (!m_byPin) {
        m_form->failure(error);
        return m_password->setFocus(Qt::OtherFocusReason);
    }
    const int left = QString::fromStdString(error.detail).toInt();
    if (error.code == base::Code::SignInFailed && left > 0) {
        m_form->problem(QStringLiteral("unlock_pin"),
                        left == 1 ? tr("The PIN is not right. 1 try is left.")
                                  : tr("The PIN is not right. %n tries are left.", nullptr, left));
        return m_pin->setFocus(Qt::OtherFocusReason);
    }
    askForPin(false);
    const bool usedUp = error.code == base::Code::SignInFailed || error.code == base::Code::WrongState;
    if (!usedUp) return m_form->failure(error);
    m_form->problem(QStringLiteral("unlock_password"), tr("Too many wrong PINs. Type your password."));
    m_password->setFocus(Qt::OtherFocusReason);
}

void LockPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    (m_byPin ? m_pin : m_password)->setFocus(Qt::OtherFocusReason);
}

} // namespace chairside::ui
