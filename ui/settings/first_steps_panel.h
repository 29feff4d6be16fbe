// The checklist of a new installation: what is to be finished before the first patient comes.
#pragma once

#include <QWidget>

#include "core/services/readiness_service.h"
#include "ui/work/workbench.h"

class QListWidget;

namespace chairside::ui {

class FirstStepsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FirstStepsPanel(Workbench& bench, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void read(const chairside::services::Readiness& readiness);
    // Enter on a line.
    void chosen(chairside::services::ReadinessPoint point);

private:
    void show(const services::Readiness& readiness);
    void choose();

    Workbench& m_bench;
    std::vector<services::ReadinessLine> m_lines;
    QListWidget* m_list = nullptr;
};

} // namespace chairside::ui
