// The order page of a patient for whom a physician orders, driven by keys.
#pragma once

#include <QLineEdit>
#include <QRadioButton>

#include "tests/ui/patients/page_bench.h"
#include "ui/order/order_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

class OrderCourse : public PageBench {
protected:
    void SetUp() override {
        anna = clinic.patient(aPatient());
        signIn(clinic.physician);
    }
    // A person of the same name who has no course, on an empty form.
    void openForAnother(unsigned number) {
        auto details = aPatient();
        details.clinicNumber = "KC " + std::to_string(5000 + number);
        anna = clinic.patient(details);
        number == 1 ? showPage() : reopen(page, placeOf(ui::PageKind::Order, anna->text()));
    }
    void showPage() { show(page, placeOf(ui::PageKind::Order, anna->text())); }
    ui::FormBuilder& form() { return *page.findChild<ui::FormBuilder*>(); }
    QString message(const QString& field) { return form().messageOf(field); }
    // What stands beside the field: unit, help and message.
    QString helpOf(const QString& field) { return findWidget(page, field)->accessibleDescription(); }
    void type(const QString& field, const QString& text) {
        findWidget(page, field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
        key(Qt::Key_Tab);
    }
    void chooseProtocol(int which = 0) {
        auto* button = findWidget(page, u"protocol_version"_s)->findChild<QRadioButton*>(u"choice%1"_s.arg(which));
        ASSERT_NE(button, nullptr);
        button->setFocus();
        key(Qt::Key_Space);
    }
    void fill(const QString& perKg = u"0.5"_s) {
        chooseProtocol();
        type(u"dose_per_kg"_s, perKg);
        type(u"date_1"_s, u"09-jan-2025"_s);
        type(u"goal"_s, u"Walk for half an hour"_s);
        type(u"consent_on"_s, u"03-jan-2025"_s);
        type(u"consent_by"_s, u"Dr Okafor"_s);
        type(u"consent_ref"_s, u"Folder 12"_s);
        type(u"initials"_s, u"AT"_s);
        type(u"birth_year"_s, u"1979"_s);
        type(u"password"_s, QString::fromLatin1(kPassword));
    }
    void signOrder() { page.perform(ui::Command::Complete); }
    std::vector<services::CourseSummary> courses() {
        return need(clinic.services.patients.overview(clinic.physician, *anna, services::Reading::Refresh)).courses;
    }

    std::optional<domain::PatientId> anna;
    ui::OrderPage page{bench};
};

} // namespace chairside::test
