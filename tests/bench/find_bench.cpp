// From a key in the find field to the frame with the rows it finds.
#include <QApplication>
#include <QLineEdit>
#include <QStringList>
#include <algorithm>

#include "app/demo/demo_crowd.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/stage.h"
#include "ui/patients/patients_page.h"

namespace chairside::bench {

namespace {

constexpr int kFoundPatients = 40;
constexpr int kRegistered = 20'000;
constexpr int kTypedLetters = 5;

// A name letter by letter, and the letters taken back one by one, which widens the list again.
void typeAndWiden(QWidget& page, const QString& name, Samples& samples) {
    for (const QChar letter : name)
        samples.add(timeOfKey(page, Qt::Key_A, letter));
    for (qsizetype at = 0; at < name.size(); ++at)
        samples.add(timeOfKey(page, Qt::Key_Backspace, QStringLiteral("\b")));
}

} // namespace

std::vector<Figure> measureFind() {
    BenchClinic clinic;
    fillWithPatients(clinic, kRegistered);
    Stage stage(clinic);
    ui::PatientsPage page(stage.bench);
    showOnStage(page);
    page.open({.kind = ui::PageKind::Patients, .patientId = {}, .courseId = {}, .infusionId = {}});
    page.findChild<QLineEdit*>(QStringLiteral("find"))->setFocus();
    QApplication::processEvents();
    Samples samples;
    for (int at = 0; at < kFoundPatients; ++at) {
        const auto details = app::crowdMember(7, at * (kRegistered / kFoundPatients));
        typeAndWiden(page, QString::fromStdString(details.name.family).left(kTypedLetters), samples);
    }
    return {{"one key of finding a patient to its painted frame, 20,000 patients, 95th percentile",
             samples.percentile(95),
             {},
             0,
             "50 ms at most"},
            {"the same, slowest", samples.percentile(100), {}, 0, "100 ms at most"}};
}

} // namespace chairside::bench
