// The entry row of the vitals grid: digits only, from cell to cell without Tab.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/domain/infusion/vitals_rules.h"

class QBoxLayout;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class DigitCell;
class FormUndo;
class TextLabel;
class TimeEdit;

struct VitalsValues {
    std::optional<int> systolic, diastolic, heartRate, spo2, respiration;
    std::optional<int> sedation, dissociation, pain;
    QString note;
    std::optional<base::Instant> at; // typed; nothing: now
};

// Keys: digits fill the cells; '-' goes back, Right leaves a cell empty, '/' marks it not done, '+' asks for
// the due row, '*' for the events, Enter saves, Ctrl+Z takes back what was typed last, Down goes to the saved rows.
// Object names after that of the row: vitals_systolic ... vitals_pain, vitals_note, vitals_time, vitals_save.
class VitalsEntryRow : public QWidget {
    Q_OBJECT

public:
    // The cells take what the protocol calls possible. The clock must outlive the row.
    VitalsEntryRow(const domain::MonitoringRules& rules, const base::Clock& clock, const QString& name,
                   QWidget* parent = nullptr);

    // What row this is: "10:45" and "due in 2min".
    void setHeading(const QString& time, const QString& detail, bool urgent);
    [[nodiscard]] VitalsValues values() const;
    void setValues(const VitalsValues& values);
    void clear();
    [[nodiscard]] bool isEmpty() const;
    void setBusy(bool busy);
    // A button behind "Save row"; the row takes it as its child.
    void addButton(QWidget* button);

    // The first cell whose digits are no value yet, with the sentence for it.
    [[nodiscard]] std::optional<QString> focusUnfinished();
    // Required cells that are empty and not marked as not done, by the words on their labels; focuses the
    // first.
    [[nodiscard]] QStringList focusMissing();
    [[nodiscard]] QStringList notDone() const;
    // field: as core names it ("heart_rate"); unknown fields go to the first cell.
    void focusField(const QString& field);
    [[nodiscard]] QString labelOf(const QString& field) const;
    [[nodiscard]] QWidget* firstCell() const;
    // The optional cells go below the required ones where the width does not hold both.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void saveWanted();
    void eventsWanted();
    void dueWanted();
    void rowsWanted();
    // A person changed an entry of the row.
    void edited();
    void refused(const QString& why);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Cell {
        QString field;
        QString label;
        DigitCell* edit = nullptr;
        TextLabel* mark = nullptr;
        std::optional<domain::VitalKind> kind;
        bool required = false;
    };

    void build();
    void buildCells();
    void buildSecondLine(QBoxLayout& outer);
    void addVital(const QString& field, const QString& name, const QString& label, domain::VitalKind kind,
                  bool required);
    void addScale(const QString& field, const QString& label, const domain::EntryRange& range, bool required);
    void addCell(Cell cell, QHBoxLayout& line);
    void connectCell(std::size_t index);
    void watchEntries();
    void showMark(const Cell& cell);
    void fold(int width);
    [[nodiscard]] const Cell* find(const QString& field) const;
    [[nodiscard]] std::optional<int> valueOf(const QString& field) const;
    void setValue(const QString& field, std::optional<int> value);
    [[nodiscard]] int neededWidth(bool all) const;

    domain::MonitoringRules m_rules;
    const base::Clock& m_clock;
    QString m_name;
    TextLabel* m_time = nullptr;
    TextLabel* m_detail = nullptr;
    QHBoxLayout* m_second = nullptr; // note, time, buttons
    QBoxLayout* m_groups = nullptr;  // heading and required cells; optional cells
    QHBoxLayout* m_required = nullptr;
    QHBoxLayout* m_optional = nullptr;
    std::vector<Cell> m_cells;
    FormUndo* m_undo = nullptr;
    QLineEdit* m_note = nullptr;
    TimeEdit* m_at = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace chairside::ui
