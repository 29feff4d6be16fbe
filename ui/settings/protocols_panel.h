// Reading and signing protocols.
#pragma once

#include <QWidget>
#include <vector>

#include "core/services/protocol_service.h"
#include "ui/work/workbench.h"

class QListWidget;
class QComboBox;
class QPushButton;
class QTabWidget;

namespace chairside::ui {

class ProtocolBench;
class ProtocolNumberForm;
class ProtocolRetireForm;
class ProtocolSignForm;
class ProtocolChangesModel;
class ProtocolNumbersModel;
class TableView;
class Card;
class TextLabel;

// Left: templates and versions with where they stand. Right: everything the chosen one says, and the signatures.
class ProtocolsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProtocolsPanel(Workbench& bench, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    QWidget* buildList();
    QWidget* buildRemarks();
    QWidget* buildReader();
    QWidget* buildNumbers();
    QWidget* buildChanges();
    QWidget* buildForms();
    void fillComparisons();
    void compare();
    [[nodiscard]] std::optional<domain::ProtocolVersion> contentAt(std::size_t row) const;
    [[nodiscard]] QString titleAt(std::size_t row) const;
    void fillList();
    void showChosen();
    void showNumber();
    [[nodiscard]] const services::ProtocolOnFile* chosen() const;
    void showSignatures();
    void takeOver();

    Workbench& m_bench;
    std::vector<services::ProtocolOnFile> m_versions;
    std::vector<domain::ProtocolTemplate> m_templates;
    QListWidget* m_list = nullptr;
    TextLabel* m_name = nullptr;
    TextLabel* m_summary = nullptr;
    Card* m_remarksCard = nullptr;
    TextLabel* m_remarks = nullptr;
    ProtocolNumbersModel* m_numbers = nullptr;
    TableView* m_table = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_revise = nullptr;
    TextLabel* m_signatures = nullptr;
    ProtocolSignForm* m_signature = nullptr;
    QTabWidget* m_views = nullptr;
    QComboBox* m_other = nullptr; // what the chosen version is compared with
    ProtocolChangesModel* m_changes = nullptr;
    TextLabel* m_changesLine = nullptr;
    ProtocolNumberForm* m_numberForm = nullptr;
    ProtocolRetireForm* m_retirement = nullptr;
    ProtocolBench* m_testBench = nullptr;
};

} // namespace chairside::ui
