// Emergency access: begun by somebody who may not see patients otherwise, and looked at by somebody else afterwards.
#pragma once

#include <QAbstractTableModel>
#include <QWidget>
#include <vector>

#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class Card;
class FormBuilder;
class TableView;
class TextLabel;

class EmergencyAccessModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Started, Person, Reason, Until, Review, ColumnCount };

    explicit EmergencyAccessModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setRows(std::vector<services::EmergencyAccessRow> rows);
    [[nodiscard]] const services::EmergencyAccessRow* rowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<services::EmergencyAccessRow> m_rows;
};

class EmergencyAccessPanel : public QWidget {
    Q_OBJECT

public:
    explicit EmergencyAccessPanel(Workbench& bench, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    Card* makeUse();
    Card* makeList();
    void begin();
    void end();
    void review();
    void showOwn();
    void updateButtons();

    Workbench& m_bench;
    EmergencyAccessModel* m_model = nullptr;
    TableView* m_table = nullptr;
    FormBuilder* m_reviewForm = nullptr;
    QLineEdit* m_remark = nullptr;
    QPushButton* m_review = nullptr;
    FormBuilder* m_form = nullptr; // none: the person has no need of it
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_password = nullptr;
    TextLabel* m_own = nullptr;
    QPushButton* m_begin = nullptr;
    QPushButton* m_end = nullptr;
};

} // namespace chairside::ui
