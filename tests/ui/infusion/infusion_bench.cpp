#include "tests/ui/infusion/infusion_bench.h"

#include <QApplication>

#include "ui/infusion/fact_list.h"

namespace chairside::test {

InfusionBench::InfusionBench(const std::string& protocol)
    : PageBench("2025-01-06T09:00:00+00:00"),
      patient(clinic.patient()),
      course(clinic.orderedCourse(patient, {}, protocol)),
      infusion(clinic.openInfusion(course)) {}

void InfusionBench::SetUp() {
    openPage();
}

void InfusionBench::openPage() {
    page = std::make_unique<ui::InfusionPage>(bench);
    show(*page, {ui::PageKind::Infusion, {}, {}, infusion.text()});
}

void InfusionBench::focus(const QString& objectName) {
    findWidget(*page, objectName)->setFocus();
}

QString InfusionBench::focusName() const {
    const QWidget* at = QApplication::focusWidget();
    return at != nullptr ? at->objectName() : QString();
}

QString InfusionBench::factsOf(const QString& objectName) {
    const auto* facts = findByName<ui::FactList>(*page, objectName);
    return facts != nullptr ? facts->spokenText() : QString();
}

void InfusionBench::fill(const QString& text) {
    keys(text);
    key(Qt::Key_Tab);
}

void InfusionBench::fillDose(const QString& kilograms) {
    focus(QStringLiteral("initials"));
    for (const QString& text :
         {QStringLiteral("AT"), QStringLiteral("1979"), kilograms, QStringLiteral("50"), QStringLiteral("100")})
        fill(text);
    key(Qt::Key_Space);
}

void InfusionBench::pass(std::chrono::milliseconds span) {
    clinic.clock.advance(span);
    page->tick(clinic.steady.now());
    settle();
}

void InfusionBench::run() {
    clinic.prepare(infusion);
    clinic.preCheck(infusion);
    const auto now = clinic.view(infusion);
    if (!now.record.answers.empty() || now.protocol.rules.discharge.required != 0)
        need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
    clinic.step(infusion, domain::StepKind::Start);
    reload();
}

void InfusionBench::stop() {
    clinic.clock.advance(std::chrono::minutes(91));
    clinic.step(infusion, domain::StepKind::Stop);
    reload();
}

void InfusionBench::reload() {
    settle();
    page->open({ui::PageKind::Infusion, {}, {}, infusion.text()});
    settle();
}

} // namespace chairside::test
