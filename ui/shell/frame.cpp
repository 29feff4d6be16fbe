#include "ui/shell/frame.h"

#include <QLabel>
#include <QMenuBar>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/patient_banner.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

FrameStrip::FrameStrip(const QString& text, bool demo, QWidget* parent) : QWidget(parent), m_demo(demo) {
    setFixedHeight(scaled(28));
    setText(text);
}

void FrameStrip::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    update();
}

void FrameStrip::paintEvent(QPaintEvent*) {
    const Palette& c = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), m_demo ? c.demoStrip : c.warningTint);
    painter.setPen(m_demo ? c.onDemoStrip : c.warning);
    painter.setFont(uiFont(TypeSize::Base, QFont::DemiBold));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

Frame::Frame(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    menuBar = new QMenuBar(this);
    clock = new TextLabel({}, TextRole::Label, menuBar);
    clock->setObjectName(u"clockLabel"_s);
    clock->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    menuBar->setCornerWidget(clock, Qt::TopRightCorner);
    lockStrip = new FrameStrip({}, false, menuBar);
    lockStrip->setObjectName(u"lockStrip"_s);
    lockStrip->hide();
    column->addWidget(menuBar);
    demoStrip = new FrameStrip(tr("DEMO — not real patients"), true, this);
    demoStrip->setObjectName(u"demoStrip"_s);
    demoStrip->hide();
    notEncryptedStrip = new FrameStrip(tr("▲ The data on this computer are not encrypted"), false, this);
    notEncryptedStrip->setObjectName(u"notEncryptedStrip"_s);
    notEncryptedStrip->hide();
    emergencyStrip = new FrameStrip({}, false, this);
    emergencyStrip->setObjectName(u"emergencyStrip"_s);
    emergencyStrip->hide();
    auto* strips = new QHBoxLayout;
    strips->setSpacing(0);
    strips->addWidget(demoStrip, 1);
    strips->addWidget(notEncryptedStrip, 1);
    strips->addWidget(emergencyStrip, 1);
    column->addLayout(strips);
    banner = new PatientBanner(this);
    column->addWidget(banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    rail = new Rail(this);
    row->addWidget(rail);
    auto* work = new QVBoxLayout;
    work->setSpacing(0);
    auto* messageRoom = new QVBoxLayout;
    messageRoom->setContentsMargins(scaled(16), scaled(8), scaled(16), 0);
    messages = new MessageStrip(this);
    messages->setObjectName(u"messages"_s);
    messageRoom->addWidget(messages);
    work->addLayout(messageRoom);
    pages = new QStackedWidget(this);
    work->addWidget(pages, 1);
    row->addLayout(work, 1);
    column->addLayout(row, 1);
    status = new StatusLine(this);
    column->addWidget(status);
}

void Frame::warnOfLock(const QString& sentence) {
    lockStrip->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty()) return;
    int left = 0;
    for (QAction* menu : menuBar->actions())
        left = std::max(left, menuBar->actionGeometry(menu).right() + scaled(8));
    lockStrip->setGeometry(left, (menuBar->height() - lockStrip->height()) / 2, clock->x() - left, lockStrip->height());
    lockStrip->setText(sentence);
    lockStrip->raise();
}

} // namespace chairside::ui
