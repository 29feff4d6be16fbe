// The audit trail: asked by person, patient, action and period, taken out as CSV, and verified. Read-only.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/work/workbench.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class AuditModel;
class DateEdit;
class FormBuilder;
class MessageStrip;
class TableView;
class TextLabel;

class AuditPanel : public QWidget {
    Q_OBJECT

public:
    explicit AuditPanel(Workbench& bench, QWidget* parent = nullptr);
    // Asks again what is asked for now.
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    QWidget* makeFilter();
    QWidget* makeActions();
    void connectActions();
    [[nodiscard]] std::optional<services::AuditQuery> typedQuery();
    void ask();
    void askOlder();
    void show(const services::AuditPage& page);
    void refused(const base::Error& error);
    void showDetails();
    void fillPeople(const std::vector<domain::Account>& people);
    void saveTrail();
    void saveDisclosures();
    void saved(const base::Done& done, const QString& path);
    void verify();
    void showVerified(const base::Result<services::VerifyReport>& report);

    Workbench& m_bench;
    AuditModel* m_model = nullptr;
    FormBuilder* m_form = nullptr;
    QComboBox* m_person = nullptr;
    QComboBox* m_action = nullptr;
    QLineEdit* m_patient = nullptr;
    DateEdit* m_from = nullptr;
    DateEdit* m_to = nullptr;
    MessageStrip* m_strip = nullptr;
    TableView* m_table = nullptr;
    TextLabel* m_count = nullptr;
    TextLabel* m_details = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_older = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_disclosures = nullptr;
    QPushButton* m_verify = nullptr;
    std::optional<services::AuditQuery> m_query; // that is shown
    std::optional<services::AuditPosition> m_next;
};

} // namespace chairside::ui
