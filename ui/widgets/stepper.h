// The vertical list of a record's steps with their state: ✔ done, ● here, ○ to do, ✖ needs attention.
#pragma once

#include <QListView>
#include <QString>
#include <vector>

class QStandardItemModel;

namespace chairside::ui {

enum class StepState { ToDo, Done, Problem };

struct Step {
    QString id{}; // stable, for tests and navigation
    QString title{};
    QString note{}; // one short line below the title; may be empty
    StepState state = StepState::ToDo;
    bool enabled = true;
};

// Up/Down choose, Enter or a click opens; a disabled step is shown but cannot be opened. Tab leaves the list.
class Stepper : public QListView {
    Q_OBJECT

public:
    explicit Stepper(QWidget* parent = nullptr);

    void setSteps(const std::vector<Step>& steps);
    // Changes one step; an unknown id changes nothing.
    void setState(const QString& id, StepState state, const QString& note = {});
    void setStepEnabled(const QString& id, bool enabled);

    [[nodiscard]] QString currentId() const { return m_current; }
    // Marks the step as the open one, without telling stepChosen.
    void setCurrent(const QString& id);
    // Opens the enabled step before or after the current one, as if chosen; false at the end.
    bool moveBy(int steps);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepChosen(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int rowOf(const QString& id) const;
    void choose(const QModelIndex& index);
    void refreshSpoken();

    QStandardItemModel* m_model = nullptr;
    QString m_current;
};

} // namespace chairside::ui
