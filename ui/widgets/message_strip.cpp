#include "ui/widgets/message_strip.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFadeMs = 8000;
constexpr std::size_t kMostActions = 2;

struct TierLook {
    TextRole role;
    QColor ink;
    QColor tint;
    QString icon;
};

// The shapes differ as the road signs do: disc, triangle, mandatory, prohibition.
TierLook tierLook(Tier tier) {
    const Palette& c = tokens();
    switch (tier) {
    case Tier::Caution:
        return {TextRole::Warning, c.warning, c.warningTint, u"caution"_s};
    case Tier::SoftStop:
        return {TextRole::Warning, c.warning, c.warningTint, u"reason"_s};
    case Tier::HardStop:
        return {TextRole::Stop, c.error, c.errorTint, u"stop"_s};
    case Tier::Information:
        break;
    }
    return {TextRole::Strong, c.primary, c.primaryTint, u"info"_s};
}

QPushButton* linkButton(const StripLink& link, QWidget* parent) {
    auto* button = makeButton(QString(link.text).replace(u'&', u"&&"_s), ButtonKind::Link, u"problemLink"_s, parent);
    QFont font = button->font();
    font.setUnderline(true);
    button->setFont(font);
    QObject::connect(button, &QPushButton::clicked, button, [go = link.go] { go(); });
    return button;
}

} // namespace

QString tierWord(Tier tier) {
    switch (tier) {
    case Tier::Information:
        return MessageStrip::tr("Information");
    case Tier::Caution:
        return MessageStrip::tr("Caution");
    case Tier::SoftStop:
        return MessageStrip::tr("Reason needed");
    case Tier::HardStop:
        return MessageStrip::tr("Stop");
    }
    return {};
}

MessageStrip::MessageStrip(QWidget* parent) : QFrame(parent) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(scaled(16), scaled(6), scaled(10), scaled(6));
    layout->setHorizontalSpacing(scaled(10));
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(2, 1);
    m_symbol = new QLabel(this);
    layout->addWidget(m_symbol, 0, 0, Qt::AlignVCenter);
    m_word = new TextLabel({}, TextRole::Strong, this);
    layout->addWidget(m_word, 0, 1, Qt::AlignVCenter);
    m_text = new TextLabel({}, TextRole::Body, this);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 0, 2); // with an alignment flag a wrapped line would be cut
    m_buttons = new QHBoxLayout;
    layout->addLayout(m_buttons, 0, 3);
    m_links = new QVBoxLayout;
    m_links->setSpacing(0);
    layout->addLayout(m_links, 1, 2, 1, 2);
    m_fade = new QTimer(this);
    m_fade->setSingleShot(true);
    m_fade->setInterval(kFadeMs);
    connect(m_fade, &QTimer::timeout, this, &MessageStrip::clear);
    setMinimumHeight(scaled(44));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

// The policy lets the strip grow to its size hint only: that has to be the one of the width it has.
QSize MessageStrip::sizeHint() const {
    QSize hint = QFrame::sizeHint();
    if (width() > 0) hint.setHeight(std::max(minimumHeight(), layout()->totalHeightForWidth(width())));
    return hint;
}

void MessageStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) updateGeometry();
}

void MessageStrip::say(Tier tier, const QString& sentence, const std::vector<StripAction>& actions) {
    begin(tier, sentence);
    for (std::size_t at = 0; at < actions.size() && at < kMostActions; ++at) {
        auto* button = makeButton(actions[at].text, ButtonKind::Secondary, u"stripAction%1"_s.arg(at), this);
        connect(button, &QPushButton::clicked, button, [run = actions[at].run] { run(); });
        m_buttons->addWidget(button);
        addTarget(button);
    }
    if (tier == Tier::Information && m_targets.empty()) m_fade->start();
}

void MessageStrip::list(Tier tier, const QString& heading, const std::vector<StripLink>& links) {
    begin(tier, heading);
    for (const StripLink& link : links) {
        if (!link.go) {
            auto* line = new TextLabel(link.text, TextRole::Body, this);
            line->setWordWrap(true);
            m_links->addWidget(line);
            line->show();
            continue;
        }
        auto* button = linkButton(link, this);
        m_links->addWidget(button, 0, Qt::AlignLeft);
        addTarget(button);
    }
}

// A layout shows new widgets only when events are processed; a target must be able to take the focus at once.
void MessageStrip::addTarget(QWidget* target) {
    target->show();
    m_targets.push_back(target);
}

void MessageStrip::begin(Tier tier, const QString& sentence) {
    emptyTargets();
    m_fade->stop();
    m_tier = tier;
    m_showing = true;
    m_text->setText(sentence);
    m_word->setText(tierWord(tier));
    m_word->setRole(tierLook(tier).role);
    setAccessibleName(tierWord(tier) + u": "_s + sentence);
    restyle();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageStrip::emptyTargets() {
    m_targets.clear();
    for (QLayout* layout : {static_cast<QLayout*>(m_links), static_cast<QLayout*>(m_buttons)}) {
        while (QLayoutItem* item = layout->takeAt(0)) {
            // A target may be the sender of the click that leads here.
            if (QWidget* widget = item->widget()) {
                widget->hide();
                widget->deleteLater();
            }
            std::unique_ptr<QLayoutItem> owned(item);
        }
    }
}

void MessageStrip::clear() {
    if (!m_showing) return;
    m_showing = false;
    m_fade->stop();
    emptyTargets();
    hide();
    m_text->clear();
    setAccessibleName({});
    Q_EMIT cleared();
}

QString MessageStrip::text() const {
    return m_text->text();
}

QWidget* MessageStrip::firstTarget() const {
    return m_targets.empty() ? nullptr : m_targets.front();
}

void MessageStrip::restyle() {
    const TierLook look = tierLook(m_tier);
    m_symbol->setPixmap(iconPixmap(look.icon, scaled(24), look.ink, devicePixelRatioF()));
    update();
}

void MessageStrip::paintEvent(QPaintEvent*) {
    const TierLook look = tierLook(m_tier);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(look.ink, look.tint, 40), 1));
    painter.setBrush(look.tint);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ink);
    painter.drawRoundedRect(QRectF(0, 0, 5, height()), 2.5, 2.5);
}

void MessageStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_showing) restyle();
}

} // namespace chairside::ui
