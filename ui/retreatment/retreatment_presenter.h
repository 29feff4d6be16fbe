// Who is due for a decision on re-treatment: reads the list and records a postponement.
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
    // Answered by saved or failed.
    void postpone(const domain::CourseId& course, std::optional<base::CalendarDate> until, const std::string& reason);
    [[nodiscard]] bool mayDecide() const;

Q_SIGNALS:
    void listed(const std::vector<chairside::services::RetreatmentRow>& rows);
    void refused(const chairside::base::Error& error);
    void saving();
    void saved();
    void failed(const chairside::base::Error& error);

private:
    Workbench& m_bench;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace chairside::ui
