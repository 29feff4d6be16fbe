// Who is due for a decision on re-treatment: reads the list, records decisions and scores asked for by phone.
#pragma once

#include <QObject>
#include <optional>

#include "core/services/course_service.h"
#include "core/services/review_service.h"

namespace chairside::ui {

class Workbench;

class RetreatmentPresenter : public QObject {
    Q_OBJECT

public:
    explicit RetreatmentPresenter(Workbench& bench, QObject* parent = nullptr);

    // The beginning of the list, of one group if one is chosen.
    void refresh();
    // Rows from there on.
    void more(int from);
    // How many rows a refresh reads at least: as many as are shown.
    void setShown(int rows) { m_shown = rows; }
    void choose(std::optional<services::RetreatmentGroup> group);
    [[nodiscard]] std::optional<services::RetreatmentGroup> group() const { return m_group; }
    // Each is answered by saved or failed.
    void decide(const services::DecisionRequest& request);
    void recordScore(const services::FollowUpRequest& request);
    [[nodiscard]] bool mayDecide() const;
    [[nodiscard]] bool mayRecordScore() const;

Q_SIGNALS:
    void listed(const chairside::services::RetreatmentPart& part);
    void moreListed(const chairside::services::RetreatmentPart& part);
    void refused(const chairside::base::Error& error);
    void saving();
    void saved();
    void failed(const chairside::base::Error& error);

private:
    void settle(const base::Done& done);

    Workbench& m_bench;
    std::optional<services::RetreatmentGroup> m_group;
    int m_shown = 0;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace chairside::ui
