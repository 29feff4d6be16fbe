// Find and list patients. Shows many people, so it never has a banner.
#pragma once

#include "ui/shell/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace chairside::ui {

class EmptyState;
class PatientsModel;
class PatientsPresenter;
class TableView;
class TextLabel;
class Workbench;
struct PatientList;

class PatientsPage : public Page {
    Q_OBJECT

public:
    explicit PatientsPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeFindRow();
    QWidget* makeResults();
    QWidget* makeReadings();
    void connectPresenter();
    void showList(const PatientList& list);
    void showReadings(const PatientList& list);
    void showRows(const PatientList& list);
    void showEmpty(const PatientList& list);
    void refuse(const QString& sentence);
    void moveIntoResults();
    void takeReading(int index);
    void openRow(int row);
    void openPatient(const std::string& patientId);
    void registerNew();
    [[nodiscard]] bool mayRegister() const;
    [[nodiscard]] QString countSentence(const PatientList& list) const;

    Workbench& m_bench;
    PatientsPresenter* m_presenter = nullptr;
    PatientsModel* m_model = nullptr;
    QLineEdit* m_find = nullptr;
    TextLabel* m_count = nullptr;
    QPushButton* m_new = nullptr;
    QStackedWidget* m_results = nullptr;
    TableView* m_table = nullptr;
    EmptyState* m_noMatch = nullptr;
    EmptyState* m_nobody = nullptr;
    TextLabel* m_refusal = nullptr;
    QWidget* m_readings = nullptr;
    TextLabel* m_readingQuestion = nullptr;
    QPushButton* m_readingButtons[2] = {};
};

} // namespace chairside::ui
