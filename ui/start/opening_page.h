// What the window shows while the clinic is being opened.
#pragma once

#include <QWidget>

namespace chairside::ui {

class OpeningPage : public QWidget {
    Q_OBJECT

public:
    // A demo clinic is written first, which takes a moment longer.
    explicit OpeningPage(bool demo, QWidget* parent = nullptr);
};

} // namespace chairside::ui
