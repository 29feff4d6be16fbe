// Who is due for a decision on re-treatment: reads the list, records decisions and scores asked for by phone.
#pragma once

#include <QObject>
#include <vector>

#include "core/services/course_service.h"
#include "core/services/review_service.h"

namespace chairside::ui {

class Workbench;

class RetreatmentPresenter : public QObject {
    Q_OBJECT

public:
    explicit RetreatmentPresenter(Workbench& bench, QObject* parent = nullptr);

    void refresh();
    // Each is answered by saved or failed.
    void decide(const services::DecisionRequest& request);
    void recordScore(const services::FollowUpRequest& request);
    [[nodiscard]] bool mayDecide() const;
    [[nodiscard]] bool mayRecordScore() const;

Q_SIGNALS:
    void listed(const std::vector<chairside::services::RetreatmentRow>& rows);
    void refused(const chairside::base::Error& error);
    void saving();
    void saved();
    void failed(const chairside::base::Error& error);

private:
    void settle(const base::Done& done);

    Workbench& m_bench;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace chairside::ui
