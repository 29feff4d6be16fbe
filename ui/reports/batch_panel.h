// Saving the visit summaries of a period.
#pragma once

#include <QWidget>

#include "ui/reports/visit_batch.h"

class QProgressBar;
class QPushButton;

namespace chairside::ui {

class DateEdit;
class FormBuilder;
class TextLabel;

class BatchPanel : public QWidget {
    Q_OBJECT

public:
    explicit BatchPanel(Workbench& bench, QWidget* parent = nullptr);
    void setOptions(const PrintOptions& options) { m_batch->setOptions(options); }

Q_SIGNALS:
    void status(const QString& sentence);

private:
    void chooseFolder();
    void connectBatch();
    void tell(const QString& sentence);

    Workbench& m_bench;
    VisitBatch* m_batch = nullptr;
    FormBuilder* m_form = nullptr;
    DateEdit* m_from = nullptr;
    DateEdit* m_to = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_stop = nullptr;
    QProgressBar* m_progress = nullptr;
    TextLabel* m_result = nullptr;
};

} // namespace chairside::ui
