// Tables on paper: the head comes back on every page, and no row is split.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "ui/print/print_flow.h"

namespace chairside::ui {

struct PrintColumn {
    QString heading;
    qreal share = 1; // of the table's width, relative to the other columns
    Qt::Alignment align = Qt::AlignLeft;
};

struct PrintRow {
    QStringList cells;   // one for each column
    QStringList notes{}; // each in lines of its own below the cells, over the whole width
    bool struck = false; // replaced by a later entry
    bool strong = false;
};

struct PrintTable {
    QString name;                     // "Vital signs": said again where the table goes on
    std::vector<PrintColumn> columns; // without any heading: rows that speak for themselves
    std::vector<PrintRow> rows;
};

void addTable(PrintFlow& flow, const PrintTable& table);

} // namespace chairside::ui
