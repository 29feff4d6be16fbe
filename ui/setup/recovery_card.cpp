#include "ui/setup/recovery_card.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kCodeCardWidth = 760;

} // namespace

RecoveryCard::RecoveryCard(Workbench& bench, const QString& code, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* outer = new QVBoxLayout(this);
    auto* card = new Card(tr("Recovery code of this clinic"), this);
    card->setFixedWidth(scaled(kCodeCardWidth));
    auto* text = new TextLabel(
        tr("The data of this clinic are encrypted. When no password opens them any more, this code does. Write it "
           "down now and keep it in a safe: it is not shown again, and nobody can make it anew for you."),
        TextRole::Body, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    auto* shown = new TextLabel(code, TextRole::PageTitle, card);
    shown->setObjectName(QStringLiteral("recovery_code"));
    shown->setAccessibleName(tr("Recovery code"));
    card->body()->addWidget(shown);
    m_form = new FormBuilder(card, 2);
    m_second = m_form->row(tr("&Second group"), new QLineEdit,
                           {.name = QStringLiteral("group_second"), .help = tr("Type it from your paper.")});
    m_last = m_form->row(tr("&Last group"), new QLineEdit,
                         {.name = QStringLiteral("group_last"), .help = tr("Type it from your paper.")});
    card->body()->addWidget(m_form);
    auto* go = makeButton(tr("&It is on paper"), ButtonKind::Primary, QStringLiteral("confirm_code"), card);
    card->body()->addWidget(go, 0, Qt::AlignLeft);
    connect(go, &QPushButton::clicked, this, &RecoveryCard::confirm);
    connect(m_last, &QLineEdit::returnPressed, this, &RecoveryCard::confirm);
    addCentred(*outer, {card});
    setFocusProxy(m_second);
}

void RecoveryCard::confirm() {
    m_form->clearProblems();
    m_bench.ask(
        this,
        [second = toStd(m_second->text()), last = toStd(m_last->text())](services::Services& all) {
            return all.accounts.confirmRecoveryCode(second, last);
        },
        [this](const base::Done& done) {
            if (done) {
                Q_EMIT confirmed();
                return;
            }
            for (const auto& problem : done.error().problems)
                m_form->problem(toQt(problem.field), tr("This is not that group of the code."));
        });
}

void RecoveryCard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_second->setFocus(Qt::OtherFocusReason);
}

} // namespace chairside::ui
