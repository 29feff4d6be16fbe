// From a key at the chair to the frame that shows it.
#include <QApplication>
#include <QLineEdit>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/stage.h"
#include "ui/infusion/infusion_page.h"
#include "ui/widgets/digit_cell.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 40;
constexpr int kMostOfThem = 95; // per cent of the keys

void type(QWidget& window, const std::string& digits, Samples& samples) {
    for (const char digit : digits)
        samples.add(timeOfKey(window, Qt::Key_0 + (digit - '0'), QString(QLatin1Char(digit))));
}

ui::DigitCell& cellOf(QWidget& page, const QString& name) {
    for (auto* cell : page.findChildren<ui::DigitCell*>(name)) {
        if (cell->isVisible()) return *cell;
    }
    giveUp("a field to type into", {.code = base::Code::NotFound, .detail = name.toStdString()});
}

// The digits are typed and taken out again: nothing is saved.
Samples keysInto(ui::InfusionPage& page, const QString& cell, const std::string& digits) {
    Samples samples;
    for (int round = 0; round < kRounds; ++round) {
        cellOf(page, cell).setFocus();
        QApplication::processEvents();
        type(page, digits, samples);
        const QString left = page.focusWidget() != nullptr ? page.focusWidget()->objectName() : QString();
        if (round == 0 && cellOf(page, cell).text().isEmpty())
            giveUp("typing into a field", {.code = base::Code::Internal, .detail = left.toStdString()});
        for (auto* each : page.findChildren<ui::DigitCell*>())
            each->setValue(std::nullopt);
        QApplication::processEvents();
    }
    return samples;
}

Samples keysOfBareLine(const std::string& digits) {
    QWidget window;
    auto* line = new QLineEdit(&window);
    showOnStage(window);
    Samples samples;
    for (int round = 0; round < kRounds; ++round) {
        line->clear();
        line->setFocus();
        QApplication::processEvents();
        type(window, digits, samples);
    }
    return samples;
}

Figure figure(const char* what, const Samples& ours, const Samples& bare) {
    return {what, ours.percentile(kMostOfThem), "bare QLineEdit", bare.percentile(kMostOfThem), "30 ms at most"};
}

} // namespace

std::vector<Figure> measureKeys() {
    BenchClinic clinic;
    Stage stage(clinic);
    ui::InfusionPage page(stage.bench);
    showOnStage(page);
    const auto running = clinic.runningInfusions().front();
    page.open({.kind = ui::PageKind::Infusion, .infusionId = running.text()});
    QApplication::processEvents();
    page.showStep(QStringLiteral("run"));
    const auto row = keysInto(page, QStringLiteral("vitals_systolic"), "1287672981");
    page.showStep(QStringLiteral("after"));
    const auto score = keysInto(page, QStringLiteral("pain_after"), "4");
    const auto bare = keysOfBareLine("1287672981");
    return {figure("one key of a vitals row to its painted frame, 95th percentile", row, bare),
            figure("one key of the scores after the infusion, 95th percentile", score, bare)};
}

} // namespace chairside::bench
