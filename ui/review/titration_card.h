// What the protocol suggests for the next dose and why, and the three orders a physician can write.
#pragma once

#include "core/domain/course/course.h"
#include "core/services/review_service.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QHBoxLayout;
class QPushButton;

namespace chairside::ui {

class Badge;
class TextLabel;

// Suggestion only: it fills in nothing, and no key runs an order by itself.
class TitrationCard : public Card {
    Q_OBJECT

public:
    explicit TitrationCard(QWidget* parent = nullptr);

    // mayOrder: the person holds the permission; the buttons also need an active course.
    void show(const services::CourseReview& review, bool mayOrder);
    [[nodiscard]] QPushButton* firstButton() const { return m_change; }

Q_SIGNALS:
    void orderWanted(chairside::domain::OrderKind kind);
    // What a reason was read from: the record of an infusion, or with ordinal 0 the score of that day.
    void entryWanted(int ordinal, chairside::base::CalendarDate date);

private:
    void addButton(QPushButton*& button, const QString& text, const QString& objectName, domain::OrderKind kind);
    void showReasons(const services::CourseReview& review);
    void addEntryLink(int row, const QString& reason, int ordinal, base::CalendarDate date);
    void clearReasons();

    TextLabel* m_suggestion = nullptr;
    QWidget* m_reasonBox = nullptr;
    QGridLayout* m_reasons = nullptr;
    TextLabel* m_source = nullptr;
    TextLabel* m_closed = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QPushButton* m_change = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_stop = nullptr;
};

} // namespace chairside::ui
