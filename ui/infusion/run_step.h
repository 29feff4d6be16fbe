// Step 3: the pump, the vital signs and their chart.
#pragma once

#include <optional>

#include "ui/infusion/session_step.h"

namespace chairside::ui {

class RunControls;
class VitalsChartView;
class VitalsPanel;

class RunStep : public SessionStep {
    Q_OBJECT

public:
    explicit RunStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    void tick(const base::Instant& now) override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;
    [[nodiscard]] EntryDraft draft() const override;
    void restore(const EntryDraft& draft) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showChart(const base::Instant& now);
    void noticeDue(const base::Instant& now);
    [[nodiscard]] bool isQuiet() const;

    RunControls* m_controls = nullptr;
    VitalsPanel* m_vitals = nullptr;
    VitalsChartView* m_chart = nullptr;
    std::optional<base::Instant> m_noticedDue; // the due row that was announced last
    std::chrono::milliseconds m_lastKey{0};
    std::int64_t m_chartMinute = -1;
};

} // namespace chairside::ui
