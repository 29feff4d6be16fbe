// Where the course stands on the way to re-treatment, and the two things that can be recorded about it.
#pragma once

#include "core/services/review_service.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class Badge;
class TextLabel;

class RetreatmentCard : public Card {
    Q_OBJECT

public:
    explicit RetreatmentCard(QWidget* parent = nullptr);

    void show(const services::CourseReview& review, bool mayDecide, bool mayRecordScores);
    [[nodiscard]] QPushButton* decideButton() const { return m_decide; }
    [[nodiscard]] QPushButton* scoreButton() const { return m_score; }

Q_SIGNALS:
    void decisionWanted();
    void scoreWanted();

private:
    TextLabel* line(const QString& objectName, bool strong);

    Badge* m_state = nullptr;
    TextLabel* m_window = nullptr;
    TextLabel* m_responder = nullptr;
    TextLabel* m_relapse = nullptr;
    TextLabel* m_next = nullptr;
    TextLabel* m_last = nullptr;
    QPushButton* m_decide = nullptr;
    QPushButton* m_score = nullptr;
};

} // namespace chairside::ui
