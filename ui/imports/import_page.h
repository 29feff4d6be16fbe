// Patients of a CSV list, or records of a FHIR bundle: choose the file, say what its columns are, look what would
// happen, take it over.
#pragma once

#include <vector>

#include "ui/imports/import_presenter.h"
#include "ui/shell/page.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QScrollArea;

namespace chairside::ui {

class ChoiceRow;
class FileFacts;
class FormBuilder;
class ImportModel;
class MessageStrip;
class TableView;
class TextLabel;
class Workbench;

class ImportPage : public Page {
    Q_OBJECT

public:
    explicit ImportPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    QWidget* makeHeading();
    QWidget* makeBody();
    QWidget* makeLeft();
    void connectPresenter();
    void chooseFile();
    void showColumns();
    void refresh();
    [[nodiscard]] services::CsvMapping chosen() const;
    void refuse(const QString& heading, const base::Problems& problems);

    Workbench& m_bench;
    ImportPresenter* m_presenter = nullptr;
    ImportModel* m_model = nullptr;
    MessageStrip* m_strip = nullptr;
    QScrollArea* m_columnArea = nullptr;
    FileFacts* m_facts = nullptr;
    FormBuilder* m_columns = nullptr;
    std::vector<QComboBox*> m_choices; // one for each column that is shown
    TextLabel* m_dateLabel = nullptr;
    ChoiceRow* m_dates = nullptr;
    QCheckBox* m_leaveOut = nullptr;
    TableView* m_table = nullptr;
    TextLabel* m_summary = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_take = nullptr;
};

} // namespace chairside::ui
