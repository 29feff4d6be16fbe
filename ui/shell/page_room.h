// The room a page has in the work area.
#pragma once

#include <QScrollArea>

namespace chairside::ui {

// Fills the work area with the page. If that is lower than the page can be made, the page keeps its least
// height and scrolls up and down, following the focus; never sideways. Owns the page.
class PageRoom : public QScrollArea {
    Q_OBJECT

public:
    explicit PageRoom(QWidget* page, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void follow(QWidget* focus);
};

} // namespace chairside::ui
