// Labels and values in two columns, read-only.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "ui/widgets/text_label.h"

class QGridLayout;

namespace chairside::ui {

struct FactLine {
    QString label; // empty: the value takes the whole width
    QString value;
    TextRole role = TextRole::Body;

    bool operator==(const FactLine&) const = default;
};

// Values wrap and are never cut. The same lines again change nothing.
class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(const QString& accessibleName, QWidget* parent = nullptr);

    void setLines(const std::vector<FactLine>& lines);
    [[nodiscard]] const std::vector<FactLine>& lines() const { return m_lines; }
    // Every line as one text; for tests and screen readers.
    [[nodiscard]] QString spokenText() const;

private:
    struct Pair {
        TextLabel* label = nullptr;
        TextLabel* value = nullptr;
    };
    void place(Pair& pair, int row, bool wide);

    QGridLayout* m_grid = nullptr;
    std::vector<FactLine> m_lines;
    std::vector<Pair> m_pairs;
};

} // namespace chairside::ui
