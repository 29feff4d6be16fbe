// Reading what changed and trying a version on a fictitious patient, by keys.
#include <QAbstractItemModel>
#include <QComboBox>
#include <QRadioButton>
#include <QTabWidget>

#include "tests/ui/patients/page_bench.h"
#include "ui/settings/protocol_changes_model.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class ProtocolsOnScreen : public PageBench {
protected:
    void SetUp() override {
        (void)clinic.signedProtocol(kCheckedProtocol);
        signIn(clinic.physician);
    }
    void showPage() { show(page, placeOf(ui::PageKind::Settings)); }
    void view(int index) { findByName<QTabWidget>(page, u"protocol_views"_s)->setCurrentIndex(index); }
    void type(const QString& field, const QString& text) {
        findWidget(page, field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void fillBench(const QString& perKg) {
        view(2);
        type(u"bench_weight"_s, u"71.5"_s);
        type(u"bench_per_kg"_s, perKg);
        type(u"bench_minutes"_s, u"90"_s);
        type(u"bench_strength"_s, u"10"_s);
        type(u"bench_bag"_s, u"100"_s);
        findWidget(page, u"bench_convention"_s)->findChild<QRadioButton*>(u"choice0"_s)->setFocus();
        key(Qt::Key_Space);
        settle();
    }

    ui::SettingsPage page{bench};
};

TEST_F(ProtocolsOnScreen, whatChangedStandsBesideWhatItWas) {
    showPage();
    view(1);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    auto* other = findByName<QComboBox>(page, u"compared_with"_s);
    const int plain = other->findText(u"Course course_05, template"_s);
    ASSERT_GE(plain, 0);
    other->setCurrentIndex(plain);
    settle();
    const auto* model = findByName<ui::TableView>(page, u"protocol_changes"_s)->model();
    ASSERT_EQ(model->rowCount(), 11) << "the name, four questions and six start limits";
    EXPECT_EQ(model->index(0, 2).data().toString(), u"Course course_05"_s);
    EXPECT_EQ(model->index(0, 3).data().toString(), u"Course "_s + QString::fromLatin1(kCheckedProtocol));
    EXPECT_EQ(model->index(1, 1).data().toString(), u"Last meal and drink"_s);
    EXPECT_EQ(model->index(1, 2).data().toString(), u"not there"_s);
    EXPECT_TRUE(model->index(1, 3).data().toString().contains(u"“as advised” or “not as advised”"_s));
    EXPECT_EQ(textOf(page, u"changes_line"_s), u"11 differences"_s);
    picture(page, u"protocol_changes"_s);
    const int same = other->findText(u"Course "_s + QString::fromLatin1(kCheckedProtocol) + u", template"_s);
    other->setCurrentIndex(same);
    EXPECT_EQ(textOf(page, u"changes_line"_s), u"Nothing differs: every number, question and text is the same."_s);
}

TEST_F(ProtocolsOnScreen, aNumberThatDiffersIsShownWithBothValues) {
    ui::ProtocolChangesModel model;
    const auto before = need(clinic.services.protocols.versions(clinic.physician)).front();
    auto after = before;
    after.rules.dose.maxPerKg = perKg(1'500);
    model.compare(before, after);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, 2).data().toString(), u"2 mg per kg"_s);
    EXPECT_EQ(model.index(0, 3).data().toString(), u"1.5 mg per kg"_s);
}

TEST_F(ProtocolsOnScreen, theTestBenchDosesAFictitiousPatientWithItsRounding) {
    const auto before = clinic.count();
    showPage();
    fillBench(u"0.512"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    // 71.5 x 0.512 = 36.608 mg; 36.6 / 10 = 3.66 mL; 100 mL / 1.5 h = 66.7 mL per hour.
    const QString result = textOf(page, u"bench_result"_s);
    EXPECT_TRUE(result.contains(u"71.5 kg × 0.512 mg per kg = 36.608 mg → 36.6 mg, rounded to 0.1 mg"_s))
        << qPrintable(result);
    EXPECT_TRUE(result.contains(u"36.6 mg ÷ 10 mg per mL = 3.66 mL of the vial"_s)) << qPrintable(result);
    EXPECT_TRUE(result.contains(u"100 mL in the bag over 90 minutes = 66.7 mL per hour"_s)) << qPrintable(result);
    EXPECT_EQ(textOf(page, u"bench_limits"_s), u"Information: below the guideline’s 80 mg total."_s);
    picture(page, u"protocol_bench"_s);
    EXPECT_EQ(clinic.count(), before) << "nothing of it is kept";
}

TEST_F(ProtocolsOnScreen, theTestBenchSaysWhichLimitSpeaks) {
    showPage();
    fillBench(u"5"_s);
    EXPECT_EQ(textOf(page, u"bench_result"_s), u"No dose: a limit of this version forbids it."_s);
    EXPECT_TRUE(textOf(page, u"bench_limits"_s).contains(u"Dose per kg must be 2 mg per kg or lower"_s))
        << qPrintable(textOf(page, u"bench_limits"_s));
    fillBench(u"1.1"_s);
    EXPECT_TRUE(textOf(page, u"bench_limits"_s).contains(u"▲ Above 1 mg per kg: the order needs a reason."_s));
}

} // namespace
} // namespace chairside::test
