// Choosing a printer, and putting a document on it.
#pragma once

#include <functional>
#include <memory>

#include "ui/print/print_document.h"

class QPrinter;
class QWidget;

namespace chairside::ui {

class PrinterChoice {
public:
    using Chosen = std::function<void(std::shared_ptr<QPrinter> printer)>;

    virtual ~PrinterChoice() = default;
    // Does not block; chosen is called only if the person went on, and never after parent has died.
    virtual void choose(QWidget* parent, PaperSize paper, Chosen chosen) = 0;
};

// The system's print dialog, window-modal.
class PrinterDialog final : public PrinterChoice {
public:
    void choose(QWidget* parent, PaperSize paper, Chosen chosen) override;
};

// False if the printer refused; what went before it has been handed over by then.
[[nodiscard]] bool printDocument(const PrintDocument& document, QPrinter& printer);

} // namespace chairside::ui
