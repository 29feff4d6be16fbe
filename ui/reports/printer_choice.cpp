#include "ui/reports/printer_choice.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>

namespace chairside::ui {

void PrinterDialog::choose(QWidget* parent, PaperSize paper, Chosen chosen) {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(pageSizeOf(paper));
    printer->setFullPage(true);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, true);
    // The dialog keeps the printer alive until it has been deleted itself.
    QObject::connect(dialog, &QObject::destroyed, qApp, [printer] {});
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent,
                     [printer, chosen = std::move(chosen)](QPrinter*) { chosen(printer); });
    dialog->QDialog::open();
}

bool printDocument(const PrintDocument& document, QPrinter& printer) {
    printer.setFullPage(true);
    printer.setDocName(document.title());
    QPainter painter;
    if (!painter.begin(&printer)) return false;
    const qreal scale = static_cast<qreal>(printer.resolution()) / kDotsPerInch;
    painter.scale(scale, scale);
    const bool range = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = range ? std::max(0, printer.fromPage() - 1) : 0;
    const int last = range ? std::min(document.pageCount(), printer.toPage()) : document.pageCount();
    for (int page = first; page < last; ++page) {
        if (page > first && !printer.newPage()) return false;
        document.paintPage(painter, page);
    }
    return painter.end();
}

} // namespace chairside::ui
