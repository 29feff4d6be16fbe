#include "ui/start/opening_page.h"

#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

OpeningPage::OpeningPage(bool demo, QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(space::kRelated));
    layout->addStretch();
    auto* title = new TextLabel(tr("Chairside"), TextRole::PageTitle, this);
    title->setAlignment(Qt::AlignHCenter);
    auto* text =
        new TextLabel(demo ? tr("Preparing the demo clinic with invented patients …") : tr("Opening the clinic …"),
                      TextRole::Hint, this);
    text->setAlignment(Qt::AlignHCenter);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addStretch();
}

} // namespace chairside::ui
