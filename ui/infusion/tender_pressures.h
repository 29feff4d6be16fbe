// Threshold and tolerance of the algometer at the site that is current on the board.
#pragma once

#include <QWidget>
#include <optional>

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

class FormBuilder;
class QuantityEdit;
class TenderBoard;

// What is typed goes to the board at once, in kgf per cm2. Enter goes from threshold to tolerance and from there
// back to the board; a tolerance below the threshold keeps the focus. Object names: tender_threshold,
// tender_tolerance; a draft holds the pressures of the sites, never these two entries.
class TenderPressures : public QWidget {
    Q_OBJECT

public:
    // The board must outlive the widget.
    explicit TenderPressures(TenderBoard& board, QWidget* parent = nullptr);

    // Shows the current site of the board.
    void showSite();
    void focusEntry();

Q_SIGNALS:
    // Both are entered.
    void done();
    // One sentence about what cannot be taken.
    void refused(const QString& why);

private:
    void take(const QString& field);
    void finish();
    void fill(QuantityEdit& edit, std::optional<domain::Pressure> pressure, bool otherSite);

    TenderBoard& m_board;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_threshold = nullptr;
    QuantityEdit* m_tolerance = nullptr;
    std::optional<domain::TenderSite> m_site; // whose pressures are shown
};

} // namespace chairside::ui
