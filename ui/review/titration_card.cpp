#include "ui/review/titration_card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/format/to_qt.h"
#include "ui/review/review_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::OrderKind;

namespace {

// More would push the buttons out of sight; all of them are rows of the table.
constexpr std::size_t kMostReasons = 5;

} // namespace

TitrationCard::TitrationCard(QWidget* parent) : Card(tr("Titration"), parent) {
    setObjectName(u"titration_card"_s);
    addToHeading(new Badge(tr("SUGGESTION ONLY"), Tone::Neutral, this));
    m_suggestion = new TextLabel({}, TextRole::CardNumber, this);
    m_suggestion->setObjectName(u"titration_suggestion"_s);
    m_suggestion->setWordWrap(true);
    body()->addWidget(m_suggestion);
    m_reasonBox = new QWidget(this);
    m_reasonBox->setObjectName(u"titration_reasons"_s);
    m_reasons = new QGridLayout(m_reasonBox);
    m_reasons->setContentsMargins(0, 0, 0, 0);
    m_reasons->setHorizontalSpacing(scaled(space::kRelated));
    m_reasons->setVerticalSpacing(scaled(space::kLabel));
    m_reasons->setColumnStretch(1, 1);
    body()->addWidget(m_reasonBox);
    m_source = new TextLabel({}, TextRole::Hint, this);
    m_source->setObjectName(u"titration_source"_s);
    body()->addWidget(m_source);
    body()->addStretch(1);
    m_closed = new TextLabel({}, TextRole::Body, this);
    m_closed->setObjectName(u"titration_closed"_s);
    m_closed->setWordWrap(true);
    body()->addWidget(m_closed);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(scaled(space::kRelated));
    addButton(m_change, tr("Change &dose…"), u"change_dose"_s, OrderKind::Change);
    addButton(m_keep, tr("&Keep…"), u"keep_dose"_s, OrderKind::Keep);
    m_buttons->addStretch(1);
    addButton(m_stop, tr("Stop &course…"), u"stop_course"_s, OrderKind::Stop);
    setButtonKind(*m_stop, ButtonKind::Danger);
    body()->addLayout(m_buttons);
}

void TitrationCard::addButton(QPushButton*& button, const QString& text, const QString& objectName, OrderKind kind) {
    button = makeButton(text, ButtonKind::Secondary, objectName, this);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, kind] { Q_EMIT orderWanted(kind); });
}

void TitrationCard::clearReasons() {
    const auto labels = m_reasonBox->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    for (QWidget* label : labels) {
        label->hide();
        label->deleteLater();
    }
}

void TitrationCard::addEntryLink(int row, const QString& reason, int ordinal, base::CalendarDate date) {
    auto* link = makeButton(ordinal > 0 ? tr("Open") : tr("Show"), ButtonKind::Link, u"reason_entry"_s, m_reasonBox);
    link->setAccessibleName(ordinal > 0 ? tr("Open: %1").arg(reason) : tr("Show: %1").arg(reason));
    m_reasons->addWidget(link, row, 3, Qt::AlignTop);
    connect(link, &QPushButton::clicked, this, [this, ordinal, date] { Q_EMIT entryWanted(ordinal, date); });
}

void TitrationCard::showReasons(const services::CourseReview& review) {
    clearReasons();
    const auto& reasons = review.titration.reasons;
    int row = 0;
    for (const auto& reason : reasons) {
        if (static_cast<std::size_t>(row) == kMostReasons) break;
        // The symbol says which way a reason speaks, and so does the spoken name.
        auto* symbol = new TextLabel(reason.supports ? u"✔"_s : u"✖"_s, TextRole::Strong, m_reasonBox);
        symbol->setAccessibleName(reason.supports ? tr("speaks for it") : tr("speaks against it"));
        const QString text = reasonText(reason, review);
        auto* words = new TextLabel(text, TextRole::Body, m_reasonBox);
        words->setWordWrap(true);
        auto* rule = new TextLabel(ruleId(reason.rule), TextRole::Label, m_reasonBox);
        m_reasons->addWidget(symbol, row, 0, Qt::AlignTop);
        m_reasons->addWidget(words, row, 1);
        m_reasons->addWidget(rule, row, 2, Qt::AlignTop);
        // A reason by the response alone is about the newest score.
        const int ordinal = reason.ordinal > 0 ? reason.ordinal : review.latestOrdinal;
        if (reason.date) addEntryLink(row, text, ordinal, *reason.date);
        ++row;
    }
    if (reasons.size() <= kMostReasons) return;
    const int more = static_cast<int>(reasons.size() - kMostReasons);
    m_reasons->addWidget(new TextLabel(tr("%n more, see the table", nullptr, more), TextRole::Label, m_reasonBox), row,
                         1);
}

void TitrationCard::show(const services::CourseReview& review, bool mayOrder) {
    const bool active = review.course.state == domain::CourseState::Active;
    m_suggestion->setText(active ? suggestionText(review.titration) : tr("No further dose"));
    m_reasonBox->setVisible(active);
    if (active) {
        showReasons(review);
    } else {
        clearReasons();
    }
    m_source->setText(tr("Rules of “%1”, version %2").arg(toQt(review.protocol.name)).arg(review.protocol.version));
    m_source->setVisible(active);
    QString closed;
    if (review.course.state == domain::CourseState::Stopped) {
        closed = tr("The course was stopped: %1").arg(toQt(review.course.stopReason));
    } else if (review.course.state == domain::CourseState::OnHold) {
        closed = tr("The course is on hold. It is resumed, stopped or completed on the patient's overview.");
    } else if (!active) {
        closed = tr("The course is completed.");
    } else if (!mayOrder) {
        closed = tr("Only a physician can change, keep or stop.");
    }
    m_closed->setText(closed);
    m_closed->setVisible(!closed.isEmpty());
    for (QPushButton* button : {m_change, m_keep, m_stop})
        button->setVisible(active && mayOrder);
}

} // namespace chairside::ui
