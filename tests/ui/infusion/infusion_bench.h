// The chair-side page over the real services, with one infusion open on Monday 06-Jan-2025, 10:00.
#pragma once

#include "tests/ui/patients/page_bench.h"
#include "ui/infusion/infusion_page.h"

namespace chairside::test {

class InfusionBench : public PageBench {
protected:
    // The protocol of the course, by the key of its template.
    explicit InfusionBench(const std::string& protocol = "course_05");
    void SetUp() override;

    void openPage();
    [[nodiscard]] services::InfusionView view() { return clinic.view(infusion); }
    void perform(ui::Command command) { page->perform(command); }
    void focus(const QString& objectName);
    [[nodiscard]] QString focusName() const;
    // All labels and values of a list of facts.
    [[nodiscard]] QString factsOf(const QString& objectName);
    // Types and goes to the next field.
    void fill(const QString& text);
    void fillDose(const QString& kilograms = QStringLiteral("70"));
    // Time passes, and the page notices.
    void pass(std::chrono::milliseconds span);
    // By services: prepared and running; stopped after 91 minutes.
    void run();
    void stop();
    void reload();

    domain::PatientId patient;
    domain::CourseId course;
    domain::InfusionId infusion;
    std::unique_ptr<ui::InfusionPage> page;
};

} // namespace chairside::test
