#include "ui/shell/fault_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

TextLabel* faultParagraph(const QString& text, TextRole role, const QString& name, QWidget* parent) {
    auto* label = new TextLabel(text, role, parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    // The text is what somebody reads out on the telephone or copies into a message.
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FaultPage::FaultPage(const Fault& fault, QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    auto* card = new Card({}, this);
    card->setAccessibleName(fault.title);
    card->setFixedWidth(scaled(600));
    addCentred(*outer, {card});
    auto* heading = new QHBoxLayout;
    auto* symbol = new QLabel(card);
    symbol->setPixmap(iconPixmap(u"stop"_s, scaled(32), tokens().error, devicePixelRatioF()));
    heading->addWidget(symbol);
    heading->addWidget(faultParagraph(fault.title, TextRole::PageTitle, u"faultTitle"_s, card), 1);
    card->body()->addLayout(heading);
    card->body()->addWidget(faultParagraph(fault.happened, TextRole::Body, u"faultHappened"_s, card));
    card->body()->addSpacing(scaled(space::kRelated));
    card->body()->addWidget(new TextLabel(tr("What you can do"), TextRole::Heading, card));
    card->body()->addWidget(faultParagraph(fault.toDo, TextRole::Body, u"faultToDo"_s, card));
    if (!fault.detail.isEmpty())
        card->body()->addWidget(faultParagraph(fault.detail, TextRole::Hint, u"faultDetail"_s, card));
    card->body()->addSpacing(scaled(space::kGroup));
    auto* buttons = new QHBoxLayout;
    if (fault.canRetry) {
        auto* retry = makeButton(tr("&Try again"), ButtonKind::Primary, u"faultRetry"_s, card);
        connect(retry, &QPushButton::clicked, this, &FaultPage::retryRequested);
        buttons->addWidget(retry);
    }
    auto* quit = makeButton(tr("&Quit"), ButtonKind::Secondary, u"faultQuit"_s, card);
    connect(quit, &QPushButton::clicked, this, &FaultPage::quitRequested);
    buttons->addWidget(quit);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
}

} // namespace chairside::ui
