// Two records of one person: typed, compared, merged; and taken apart again.
#pragma once

#include <QWidget>
#include <optional>

#include "core/services/patient_merge_service.h"

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class Card;
class FormBuilder;
class MergeModel;
class TableView;
class TextLabel;
class Workbench;

class MergePanel : public QWidget {
    Q_OBJECT

public:
    explicit MergePanel(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* firstFocus() const;
    void refresh();

Q_SIGNALS:
    void status(const QString& sentence);

private:
    Card* makeForm();
    Card* makeList();
    void compare();
    void showPreview(const services::MergePreview& preview);
    void forgetPreview();
    void merge();
    void undo();
    void noticeRow();
    void refuse(FormBuilder& form, const base::Error& error);

    Workbench& m_bench;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_survivor = nullptr;
    QLineEdit* m_duplicate = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_merge = nullptr;
    QWidget* m_comparison = nullptr;
    QGridLayout* m_grid = nullptr;
    TextLabel* m_obstacle = nullptr;
    FormBuilder* m_undoForm = nullptr;
    QLineEdit* m_undoReason = nullptr;
    QPushButton* m_undo = nullptr;
    TableView* m_table = nullptr;
    MergeModel* m_model = nullptr;
    std::optional<services::MergePreview> m_preview;
};

} // namespace chairside::ui
