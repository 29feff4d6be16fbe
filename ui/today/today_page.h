// The board of the day: who is on a chair, who is next, what is overdue.
#pragma once

#include <chrono>
#include <optional>

#include "ui/shell/page.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

class EmptyState;
class TableView;
class TextLabel;
class TodayModel;

class TodayPage : public Page {
    Q_OBJECT

public:
    explicit TodayPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    void tick(const base::Instant& now) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeNoChairs();
    void refresh();
    void show(const services::TodayBoard& board);
    void openRow(int row);
    // Somebody has moved among the lines within the last seconds: nothing moves then.
    [[nodiscard]] bool isInUse() const;
    // The line below the pointer; -1 if there is none.
    [[nodiscard]] int pointedAt() const;

    Workbench& m_bench;
    TodayModel* m_model = nullptr;
    TableView* m_table = nullptr;
    TextLabel* m_heading = nullptr;
    TextLabel* m_summary = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_noChairs = nullptr;            // hidden while the clinic has some
    std::chrono::milliseconds m_lastInput{0}; // rows stay in place while somebody moves among them
    std::optional<int> m_pointer;             // y in the table
    bool m_arriving = false;
    bool m_asking = false;
};

} // namespace chairside::ui
