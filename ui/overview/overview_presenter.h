// The overview of one patient: what it shows, and the planning that is done from it.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <string>

#include "core/services/change.h"
#include "core/services/course_service.h"
#include "ui/overview/overview_screen.h"

namespace chairside::ui {

class Workbench;

class OverviewPresenter : public QObject {
    Q_OBJECT

public:
    explicit OverviewPresenter(Workbench& bench, QObject* parent = nullptr);

    // Reads the record anew and counts as opening it.
    void open(const std::string& patientId);
    void openInfusion(const domain::PlannedInfusionId& planned);
    void move(const domain::PlannedInfusionId& planned, base::CalendarDate date);
    void markNotGiven(const domain::PlannedInfusionId& planned, domain::PlanState state, const QString& reason);
    void act(const services::CourseActRequest& request);

Q_SIGNALS:
    void shown(const chairside::ui::OverviewScreen& screen);
    void unavailable(const chairside::base::Error& error);
    void infusionOpened(const QString& infusionId);
    void openRefused(const chairside::base::Error& error);
    void planSaved();
    void planRefused(const chairside::base::Error& error);
    void stateSigned();
    void stateRefused(const chairside::base::Error& error);

private:
    void read(services::Reading reading);
    void noticeChange(const services::Change& change);
    void finishPlan(const base::Done& done);

    Workbench& m_bench;
    std::optional<domain::PatientId> m_patient;
};

} // namespace chairside::ui
