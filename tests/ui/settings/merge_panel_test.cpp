// Merging two records of one person by keys, as an administrator.
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

#include "tests/ui/patients/page_bench.h"
#include "ui/settings/merge_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class MergePanelTest : public PageBench {
protected:
    void SetUp() override {
        signIn(clinic.administrator);
        page = std::make_unique<ui::SettingsPage>(bench);
        show(*page, placeOf(ui::PageKind::Settings));
        alt('D');
        settle();
    }
    void type(const QString& field, const QString& text) {
        findWidget(*page, field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void compare(const QString& survivor, const QString& duplicate) {
        type(u"survivor_number"_s, survivor);
        type(u"duplicate_number"_s, duplicate);
        alt('C');
        settle();
    }
    [[nodiscard]] ui::MergePanel& panel() { return *page->findChild<ui::MergePanel*>(); }
    [[nodiscard]] QString message(const QString& field) {
        return panel().findChild<ui::FormBuilder*>()->messageOf(field);
    }
    [[nodiscard]] QStringList texts() {
        QStringList all;
        for (const auto* label : panel().findChildren<QLabel*>())
            if (label->isVisible()) all << label->text();
        return all;
    }
    [[nodiscard]] std::int64_t found(const std::string& text) {
        return need(clinic.services.patients.search(clinic.nurse, text, 50)).total;
    }

    domain::PatientId anna = clinic.patient();
    domain::PatientId ana = clinic.patient(aPatient("Ana", "Testpatient", "KC 0999", "1979-03-15"));
    std::unique_ptr<ui::SettingsPage> page;
};

TEST_F(MergePanelTest, theTwoAreComparedMergedAndTakenApartByKeys) {
    compare(u"kc 0412"_s, u"0999"_s);
    EXPECT_EQ(message(u"duplicate_number"_s), u"Nobody has this clinic number. Check the digits."_s);
    compare(u"kc 0412"_s, u"kc 0999"_s);
    EXPECT_TRUE(texts().contains(u"▲ 15-Mar-1979"_s));
    EXPECT_TRUE(texts().contains(u"KC 0999"_s));
    EXPECT_EQ(QApplication::focusWidget(), findWidget(*page, u"reason"_s));
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    alt('W');
    settle();
    EXPECT_EQ(message(u"reason"_s), u"Reason is needed."_s);
    EXPECT_EQ(found("testpatient"), 2);
    type(u"reason"_s, u"same identity card"_s);
    picture(*page, u"merge_compare"_s);
    alt('W');
    settle();
    EXPECT_EQ(found("testpatient"), 1);
    findWidget(*page, u"merges_table"_s)->setFocus();
    settle();
    type(u"undo_reason"_s, u"two sisters"_s);
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    picture(*page, u"merge_list"_s);
    alt('T');
    settle();
    EXPECT_EQ(found("testpatient"), 2);
    EXPECT_FALSE(visible(*page, u"undo_merge"_s));
}

TEST_F(MergePanelTest, whatIsUnderWayKeepsThemApartAndIsSaid) {
    static_cast<void>(clinic.orderedCourse(anna));
    static_cast<void>(clinic.orderedCourse(ana));
    compare(u"KC 0412"_s, u"KC 0999"_s);
    EXPECT_EQ(textOf(*page, u"merge_obstacle"_s),
              u"Both have a course under way. A physician has to complete or stop one of them first."_s);
    EXPECT_FALSE(visible(*page, u"merge_records"_s));
}

TEST_F(MergePanelTest, anotherNumberForgetsTheComparison) {
    compare(u"KC 0412"_s, u"KC 0999"_s);
    EXPECT_TRUE(visible(*page, u"merge_records"_s));
    type(u"duplicate_number"_s, u"KC 0998"_s);
    EXPECT_FALSE(visible(*page, u"merge_records"_s));
}

} // namespace

} // namespace chairside::test
