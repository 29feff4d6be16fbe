// Which days the clinic takes infusions on, by keys.
#include <QPlainTextEdit>
#include <QTabWidget>

#include "tests/ui/patients/page_bench.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/form_builder.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class ClinicDaysPage : public PageBench {
protected:
    void SetUp() override {
        signIn(clinic.administrator);
        page.emplace(bench);
        show(*page, placeOf(ui::PageKind::Settings));
        auto* tabs = findByName<QTabWidget>(*page, u"settings_tabs"_s);
        tabs->setCurrentWidget(findWidget(*page, u"closed_days"_s)->parentWidget());
        for (int at = 0; at < tabs->count(); ++at) {
            if (tabs->widget(at)->isAncestorOf(findWidget(*page, u"closed_days"_s))) tabs->setCurrentIndex(at);
        }
        settle();
    }
    void type(const QString& field, const QString& text) {
        findWidget(*page, field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_Backspace);
        const QStringList lines = text.split(u'\n');
        for (const QString& line : lines) {
            keys(line);
            if (&line != &lines.back()) key(Qt::Key_Return);
        }
    }
    void save() {
        findWidget(*page, u"save_days"_s)->setFocus();
        key(Qt::Key_Space);
        settle();
    }
    QString messageOf(const QString& field) {
        for (auto* form : page->findChildren<ui::FormBuilder*>()) {
            if (form->editor(field) != nullptr) return form->messageOf(field);
        }
        return {};
    }
    services::ClinicDays days() { return need(clinic.services.chairs.days(clinic.administrator)); }

    std::optional<ui::SettingsPage> page;
};

TEST_F(ClinicDaysPage, areTypedOneALineAndSaved) {
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    type(u"infusions_per_day"_s, u"6"_s);
    type(u"closed_days"_s, u"26-dec-2025\n25.12.2025\n"_s);
    save();
    EXPECT_EQ(days(), (services::ClinicDays{6, {date("2025-12-25"), date("2025-12-26")}}));
    EXPECT_EQ(findByName<QPlainTextEdit>(*page, u"closed_days"_s)->toPlainText(), u"25-Dec-2025\n26-Dec-2025"_s);
    EXPECT_EQ(statuses.back(), u"The days of the clinic are saved: 2 closed days."_s);
    picture(*page, u"clinic_days"_s);
}

TEST_F(ClinicDaysPage, whatIsNoDayIsSaidAndEverythingTypedStays) {
    type(u"closed_days"_s, u"25-dec-2025\nchristmas\n"_s);
    save();
    EXPECT_EQ(messageOf(u"closed_days"_s), u"“christmas” is no day. Type it like 25-Dec-2025."_s);
    EXPECT_EQ(findByName<QPlainTextEdit>(*page, u"closed_days"_s)->toPlainText(), u"25-dec-2025\nchristmas\n"_s);
    type(u"closed_days"_s, u"25-dec-2025\n25.12.2025"_s);
    save();
    EXPECT_EQ(messageOf(u"closed_days"_s), u"25-Dec-2025 stands there twice."_s);
    type(u"closed_days"_s, u""_s);
    type(u"infusions_per_day"_s, u"0"_s);
    save();
    EXPECT_EQ(messageOf(u"infusions_per_day"_s),
              u"The chairs take 1 to 50 infusions a day; empty if they are not counted."_s);
    EXPECT_EQ(days(), services::ClinicDays{});
}

} // namespace
} // namespace chairside::test
