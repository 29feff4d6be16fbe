// Two parts side by side, or one below the other where the width does not hold both.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace chairside::ui {

class ColumnsBox : public QWidget {
    Q_OBJECT

public:
    // Takes ownership of both. Shares: how the width is divided.
    ColumnsBox(QWidget* left, int leftShare, QWidget* right, int rightShare, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int neededWidth() const;

    QWidget* m_left = nullptr;
    QWidget* m_right = nullptr;
    QBoxLayout* m_layout = nullptr;
};

} // namespace chairside::ui
