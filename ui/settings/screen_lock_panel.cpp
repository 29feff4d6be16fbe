#include "ui/settings/screen_lock_panel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/counted_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kThousandths = 1000;

} // namespace

ScreenLockPanel::ScreenLockPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    auto* card = new Card(tr("Screen lock"), this);
    auto* text = new TextLabel(tr("A screen that nobody touches locks itself. What was typed stays, pumps stay in "
                                  "sight by their chair, and the same person goes on where they were."),
                               TextRole::Hint, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    m_form = new FormBuilder(card);
    m_minutes = m_form->row(tr("&Minutes until it locks"),
                            new QuantityEdit({.wholeDigits = 2, .decimals = 0, .unit = u"minutes"_s}),
                            {.name = u"idle_lock_minutes"_s});
    card->body()->addWidget(m_form);
    m_save = makeButton(tr("&Save the time"), ButtonKind::Primary, u"save_screen_lock"_s, card);
    card->body()->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ScreenLockPanel::save);
    connect(m_minutes, &QLineEdit::returnPressed, this, &ScreenLockPanel::save);
}

QWidget* ScreenLockPanel::firstFocus() const {
    return m_minutes;
}

void ScreenLockPanel::refresh() {
    m_bench.ask(
        this, [](services::Services& all) { return all.screenLock.rule(); },
        [this](const base::Result<services::ScreenLockRule>& rule) {
            if (!rule || m_minutes->text() != m_saved) return;
            m_minutes->setThousandths(rule->after.count() * kThousandths);
            m_saved = m_minutes->text();
        });
}

void ScreenLockPanel::save() {
    m_form->clearProblems();
    const auto typed = m_minutes->thousandths();
    if (!typed) return m_form->problem(u"idle_lock_minutes"_s, tr("Type a number of minutes."));
    const std::chrono::minutes after(*typed / kThousandths);
    m_save->setEnabled(false);
    m_bench.askAs(
        this,
        [after](services::Services& all, const services::Actor& actor) {
            return all.screenLock.setMinutes(actor, after);
        },
        [this, after](const base::Done& done) {
            m_save->setEnabled(true);
            if (!done) return m_form->failure(done.error());
            m_minutes->setThousandths(after.count() * kThousandths);
            m_saved = m_minutes->text();
            Q_EMIT status(
                tr("The screen locks after %1 from now on.").arg(countedText(after.count(), Counted::Minute)));
        });
}

} // namespace chairside::ui
