// What was measured elsewhere and came in with a file, with where each value comes from. Stands beside the history and
// never among the clinic's own scores.
#pragma once

#include <vector>

#include "core/services/record_import_service.h"
#include "ui/widgets/card.h"

namespace chairside::ui {

class TableView;
class TextRowsModel;

class OutsidePanel : public Card {
    Q_OBJECT

public:
    explicit OutsidePanel(QWidget* parent = nullptr);

    // Hidden while nothing came in.
    void show(const std::vector<services::RecordImportService::Measured>& measured);

private:
    TextRowsModel* m_rows;
    TableView* m_table;
};

} // namespace chairside::ui
