// Makes what is kept for the re-treatment list anew where it is outdated, in short steps between the jobs of the pages:
// after a newer program has opened the data, and after many records came in at once.
#pragma once

#include <QObject>

namespace chairside::ui {

class Workbench;

class RetreatmentKeeper : public QObject {
    Q_OBJECT

public:
    explicit RetreatmentKeeper(Workbench& bench, QObject* parent = nullptr);
    // For the signed-in person; does nothing for one who may not see patients. Ends by itself.
    void begin();

Q_SIGNALS:
    void done();

private:
    void step();

    Workbench& m_bench;
    bool m_isStepping = false;
};

} // namespace chairside::ui
