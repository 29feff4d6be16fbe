// What holds in every section of the settings, by keys: Tab reaches everything, leaving an empty field says nothing,
// Esc keeps what is typed, and an incomplete form lists and links all that is missing.
#include <gmock/gmock.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

#include "tests/ui/patients/page_bench.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Before { Nothing, DraftOfProtocol, SignedProtocol, ComparedRecords, SomebodyElse, NewSecret };

class SettingsForms : public PageBench {
protected:
    void open(const services::Actor& actor) {
        signIn(actor);
        page = std::make_unique<ui::SettingsPage>(bench);
        show(*page, placeOf(ui::PageKind::Settings));
        settle();
    }
    QTabWidget& tabs() { return *findByName<QTabWidget>(*page, u"settings_tabs"_s); }
    QWidget& section() { return *tabs().currentWidget(); }
    void showSectionWith(const QString& child) {
        for (int at = 0; at < tabs().count(); ++at) {
            if (tabs().widget(at)->findChild<QWidget*>(child) != nullptr) tabs().setCurrentIndex(at);
        }
        settle();
    }
    void press(const QString& button) {
        auto* found = findByName<QPushButton>(section(), button);
        ASSERT_TRUE(found->isVisible() && found->isEnabled()) << qPrintable(button);
        found->setFocus();
        key(Qt::Key_Space);
        settle();
    }
    // The form of the section that is shown and has this field.
    ui::FormBuilder* formOf(const QString& field) {
        for (auto* form : section().findChildren<ui::FormBuilder*>()) {
            if (form->isVisible() && form->editor(field) != nullptr) return form;
        }
        ADD_FAILURE() << "no form with " << qPrintable(field);
        return nullptr;
    }
    std::vector<QWidget*> entries() {
        std::vector<QWidget*> found;
        for (auto* line : section().findChildren<QLineEdit*>()) {
            if (line->isVisible() && line->isEnabled() && !line->isReadOnly()) found.push_back(line);
        }
        for (auto* text : section().findChildren<QPlainTextEdit*>()) {
            if (text->isVisible() && text->isEnabled() && !text->isReadOnly()) found.push_back(text);
        }
        return found;
    }
    static QString typedIn(const QWidget& entry) {
        if (const auto* line = qobject_cast<const QLineEdit*>(&entry)) return line->text();
        return qobject_cast<const QPlainTextEdit*>(&entry)->toPlainText();
    }
    QStringList complaints() {
        QStringList found;
        for (const auto* label : section().findChildren<QLabel*>()) {
            const bool message = label->objectName().endsWith(u"Message"_s);
            if (message && label->isVisible() && !label->text().isEmpty()) found << label->text();
        }
        for (const auto* strip : section().findChildren<ui::MessageStrip*>(u"formSummary"_s)) {
            if (strip->isVisible()) found << strip->text();
        }
        return found;
    }

    std::unique_ptr<ui::SettingsPage> page;
};

class SettingsSections : public SettingsForms, public ::testing::WithParamInterface<domain::Role> {
protected:
    void SetUp() override {
        (void)clinic.signedProtocol();
        (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
        const auto role = GetParam();
        open(role == domain::Role::Physician ? clinic.physician
             : role == domain::Role::Nurse   ? clinic.nurse
                                             : clinic.administrator);
    }
};

TEST_P(SettingsSections, AreWalkedByTabInTheirOrderAndBackToTheStart) {
    for (int at = 0; at < tabs().count(); ++at) {
        tabs().setCurrentIndex(at);
        settle();
        EXPECT_THAT(crawl(*page), ::testing::IsEmpty()) << qPrintable(tabs().tabText(at));
    }
}

TEST_P(SettingsSections, SayNothingWhenAnEmptyFieldIsLeftAndKeepWhatIsTypedOnEsc) {
    int looked = 0;
    for (int at = 0; at < tabs().count(); ++at) {
        tabs().setCurrentIndex(at);
        settle();
        for (QWidget* entry : entries()) {
            ++looked;
            const std::string where = tabs().tabText(at).toStdString() + ": " + entry->objectName().toStdString();
            entry->setFocus();
            key(Qt::Key_Tab);
            settle();
            EXPECT_EQ(complaints(), QStringList()) << where;
            entry->setFocus();
            keys(u"1"_s);
            const QString typed = typedIn(*entry);
            key(Qt::Key_Escape);
            settle();
            EXPECT_EQ(typedIn(*entry), typed) << where;
            EXPECT_TRUE(places.empty()) << where;
        }
    }
    EXPECT_GE(looked, 5);
}

INSTANTIATE_TEST_SUITE_P(EachRole, SettingsSections,
                         ::testing::Values(domain::Role::Administrator, domain::Role::Physician, domain::Role::Nurse),
                         [](const ::testing::TestParamInfo<domain::Role>& role) {
                             return std::string(role.param == domain::Role::Administrator ? "administrator"
                                                : role.param == domain::Role::Physician   ? "physician"
                                                                                          : "nurse");
                         });

struct SubmitCase {
    const char* name;
    domain::Role who;
    const char* submit;               // object name of the button
    std::vector<const char*> missing; // fields that are to be listed, in their order
    Before before = Before::Nothing;
};

void PrintTo(const SubmitCase& one, std::ostream* out) {
    *out << one.name;
}

class EmptySubmit : public SettingsForms, public ::testing::WithParamInterface<SubmitCase> {
protected:
    void prepareClinic(Before before) {
        if (before == Before::SignedProtocol) (void)clinic.signedProtocol();
        if (before == Before::DraftOfProtocol)
            (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
        if (before != Before::ComparedRecords) return;
        (void)clinic.patient();
        (void)clinic.patient(aPatient("Ana", "Testpatient", "KC 0999", "1979-03-15"));
    }
    void type(const QString& field, const QString& text) {
        auto* entry = findByName<QLineEdit>(section(), field);
        entry->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void preparePage(Before before) {
        switch (before) {
        case Before::ComparedRecords:
            type(u"survivor_number"_s, u"KC 0412"_s);
            type(u"duplicate_number"_s, u"KC 0999"_s);
            return press(u"compare_records"_s);
        case Before::SomebodyElse:
            findByName<ui::TableView>(section(), u"accounts_table"_s)->selectRow(1);
            return press(u"reset_account"_s);
        case Before::NewSecret:
            return press(u"factor_begin"_s);
        case Before::DraftOfProtocol:
            return findByName<ui::TableView>(section(), u"protocol_numbers"_s)->selectRow(30);
        default:
            return;
        }
    }
    void emptyForm(const ui::FormBuilder& form) {
        for (auto* line : form.findChildren<QLineEdit*>()) {
            if (!line->isVisible()) continue;
            line->setFocus();
            key(Qt::Key_A, Qt::ControlModifier);
            key(Qt::Key_Delete);
        }
    }
};

TEST_P(EmptySubmit, ListsAndLinksEverythingThatIsMissingAndClearsNothing) {
    const auto& one = GetParam();
    prepareClinic(one.before);
    open(one.who == domain::Role::Physician ? clinic.physician : clinic.administrator);
    const QString submit = QString::fromLatin1(one.submit);
    showSectionWith(submit);
    preparePage(one.before);
    const QString first = QString::fromLatin1(one.missing.front());
    auto* form = formOf(first);
    ASSERT_NE(form, nullptr);
    emptyForm(*form);
    if (one.before == Before::ComparedRecords) preparePage(one.before);
    press(submit);
    picture(*page, u"empty_submit_"_s + QString::fromLatin1(one.name));
    for (const char* field : one.missing)
        EXPECT_FALSE(form->messageOf(QString::fromLatin1(field)).isEmpty()) << field;
    const auto links = form->strip().findChildren<QPushButton*>(u"problemLink"_s);
    EXPECT_EQ(std::ranges::count_if(links, [](const auto* link) { return link->isVisible(); }),
              std::ssize(one.missing));
    EXPECT_TRUE(form->strip().isVisible());
    ASSERT_EQ(QApplication::focusWidget(), form->strip().firstTarget()) << "the list has the focus";
    key(Qt::Key_Space);
    EXPECT_EQ(QApplication::focusWidget(), form->editor(first)) << "its link goes to the field";
    if (one.missing.size() < 2) return;
    auto* last = qobject_cast<QLineEdit*>(form->editor(QString::fromLatin1(one.missing.back())));
    if (last == nullptr) return;
    last->setFocus();
    keys(u"what I typed"_s);
    const QString typed = last->text();
    press(submit);
    EXPECT_EQ(last->text(), typed);
    EXPECT_FALSE(form->messageOf(first).isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    EveryForm, EmptySubmit,
    ::testing::Values(
        SubmitCase{"account",
                   domain::Role::Administrator,
                   "create_account",
                   {"printed_name", "user_name", "password", "roles"}},
        SubmitCase{"reset_password",
                   domain::Role::Administrator,
                   "reset_form_submit",
                   {"reset_password", "reset_own_password"},
                   Before::SomebodyElse},
        SubmitCase{"clinic", domain::Role::Administrator, "save_clinic", {"clinic_name"}},
        SubmitCase{"screen_lock", domain::Role::Administrator, "save_screen_lock", {"idle_lock_minutes"}},
        SubmitCase{"backup_plan", domain::Role::Administrator, "save_backup_plan", {"backup_hours"}},
        SubmitCase{
            "duplicates", domain::Role::Administrator, "compare_records", {"survivor_number", "duplicate_number"}},
        SubmitCase{"merge", domain::Role::Administrator, "merge_records", {"reason"}, Before::ComparedRecords},
        SubmitCase{"emergency", domain::Role::Administrator, "emergency_begin", {"reason", "emergency_password"}},
        SubmitCase{"own_password",
                   domain::Role::Administrator,
                   "change_password",
                   {"current_password", "password", "password_again"}},
        SubmitCase{"pin", domain::Role::Administrator, "save_pin", {"pin_password", "pin"}},
        SubmitCase{"second_factor",
                   domain::Role::Administrator,
                   "factor_confirm",
                   {"one_time_code", "factor_password"},
                   Before::NewSecret},
        SubmitCase{"sign_protocol",
                   domain::Role::Physician,
                   "sign_protocol",
                   {"in_force_from", "password"},
                   Before::DraftOfProtocol},
        SubmitCase{"protocol_number",
                   domain::Role::Physician,
                   "save_number",
                   {"number_value", "number_why"},
                   Before::DraftOfProtocol},
        SubmitCase{"retire_protocol",
                   domain::Role::Physician,
                   "retire_protocol",
                   {"reason", "retire_password"},
                   Before::SignedProtocol}),
    [](const ::testing::TestParamInfo<SubmitCase>& one) { return std::string(one.param.name); });

} // namespace
} // namespace chairside::test
