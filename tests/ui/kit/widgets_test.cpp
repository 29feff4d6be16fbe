#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/gui/crawl.h"
#include "tests/support/gui/cut_text.h"
#include "tests/support/gui/gui_fixture.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/patient_banner.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/wheel_guard.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::Heard;
using test::key;
using test::keys;

BannerData anna() {
    BannerData data;
    data.familyName = u"Testpatient"_s;
    data.given = u"Anna"_s;
    data.title = u"Ms"_s;
    data.preferred = u"Annie"_s;
    data.born = test::date("1979-03-14");
    data.ageYears = 45;
    data.gender = u"Female"_s;
    data.id = u"KC0412"_s;
    data.weightLine = u"68 kg on 14-Jan-2025"_s;
    data.allergyState = AllergyState::Known;
    data.allergies = u"penicillin"_s;
    data.more = {{u"Telephone"_s, u"0000 123"_s}, {u"Escort"_s, QString()}};
    return data;
}

TEST(MessageStrip, SaysTierSentenceAndAtMostTwoButtons) {
    QWidget window;
    QVBoxLayout layout(&window);
    auto* strip = new MessageStrip;
    layout.addWidget(strip);
    test::present(window);
    int retried = 0;
    strip->say(Tier::HardStop, u"Not saved since 10:41."_s,
               {{u"&Retry"_s,
                 [&retried] {
                     ++retried;
                 }},
                {u"&Save a copy"_s,
                 [] {
                 }},
                {u"Third"_s, [] {
                 }}});
    EXPECT_TRUE(strip->isVisible());
    EXPECT_EQ(strip->accessibleName(), u"Stop: Not saved since 10:41."_s);
    EXPECT_EQ(strip->findChildren<QPushButton*>().size(), 2);
    strip->firstTarget()->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(retried, 1);
    strip->clear();
    EXPECT_FALSE(strip->isVisible());
}

TEST(MessageStrip, AButtonMayReplaceTheMessageItStandsIn) {
    QWidget window;
    QVBoxLayout layout(&window);
    auto* strip = new MessageStrip;
    layout.addWidget(strip);
    test::present(window);
    strip->say(Tier::Caution, u"One."_s, {{u"&Next"_s, [strip] {
                                               strip->say(Tier::SoftStop, u"Two."_s);
                                           }}});
    strip->firstTarget()->setFocus();
    key(Qt::Key_Space);
    test::settle();
    EXPECT_EQ(strip->text(), u"Two."_s);
    EXPECT_EQ(strip->tier(), Tier::SoftStop);
}

TEST(Banner, ShowsTheIdentifiersInOrderAndAsPlainText) {
    QWidget window;
    QVBoxLayout layout(&window);
    auto* banner = new PatientBanner;
    layout.addWidget(banner);
    layout.addStretch(1);
    banner->showPatient(anna());
    test::present(window, {1200, 300});
    EXPECT_EQ(banner->spokenText(), u"TESTPATIENT, Anna (Ms), Born 14-Mar-1979 (45y), Gender Female, ID No. "
                                    u"KC 0412, Preferred name Annie, "
                                    "Weight 68 kg on 14-Jan-2025, ⚠ Known allergies penicillin"_s);
    EXPECT_EQ(banner->height(), scaled(kBannerHeight));
    const QWidget* before = nullptr;
    for (const QString& name : {u"bannerName"_s, u"bannerBorn"_s, u"bannerGender"_s, u"bannerId"_s}) {
        const QWidget* item = test::findByName(*banner, name);
        if (before != nullptr) {
            EXPECT_GE(item->x(), before->x() + before->width()) << qPrintable(name);
        }
        before = item;
    }
    EXPECT_THAT(test::crawl(window), testing::IsEmpty());
}

TEST(Banner, WrapsLongNamesAndAllergiesInsteadOfCuttingThem) {
    PatientBanner banner;
    BannerData data = anna();
    data.familyName = u"Wolfeschlegelsteinhausenbergerdorff"_s;
    data.given = u"Hubert Blaine Constantine Alexander"_s;
    data.allergies = u"penicillin, cefuroxime, latex, chlorhexidine, iodine contrast, peanuts, nickel, ondansetron"_s;
    banner.showPatient(data);
    test::present(banner, {1000, 64});
    test::settle();
    EXPECT_GT(banner.sizeHint().height(), 0);
    banner.resize(1000, banner.layout()->heightForWidth(1000));
    test::settle();
    for (const QLabel* label : banner.findChildren<QLabel*>()) {
        if (!label->isVisible() || !label->wordWrap()) continue;
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << qPrintable(label->text());
    }
}

TEST(Banner, LongAllergiesAndMedicinesHaveTheWholeWidth) {
    PatientBanner banner;
    BannerData data = anna();
    data.allergies =
        u"penicillin and every other beta-lactam antibiotic (anaphylaxis in 2009), latex, iodinated contrast "
        "media (urticaria), chlorhexidine (contact dermatitis), sulfamethoxazole with trimethoprim"_s;
    data.medicines = u"tranylcypromine (MAO inhibitor), buprenorphine patch (opioid), lorazepam (benzodiazepine)"_s;
    banner.showPatient(data);
    test::present(banner, {1366, 64});
    banner.resize(1366, banner.layout()->heightForWidth(1366));
    test::settle();
    EXPECT_THAT(test::cutTexts(banner), testing::IsEmpty());
    const int line = QFontMetrics(banner.font()).lineSpacing();
    EXPECT_LE(test::findByName(banner, u"bannerAllergiesValue"_s)->height(), 2 * line + scaled(4));
    EXPECT_LE(test::findByName(banner, u"bannerMedicinesValue"_s)->height(), line + scaled(4));
    EXPECT_LE(banner.height(), scaled(kBannerHeight) + 3 * (line + scaled(4)));
}

TEST(Banner, SaysWhatIsNotKnown) {
    PatientBanner banner;
    banner.showPatient(BannerData{});
    EXPECT_TRUE(banner.spokenText().contains(u"Born Not known"));
    EXPECT_TRUE(banner.spokenText().contains(u"Allergies not recorded"));
    EXPECT_TRUE(banner.spokenText().contains(u"Weight not recorded"));
    BannerData data = anna();
    data.weightTooOld = true;
    data.recordState = RecordState::Deceased;
    banner.showPatient(data);
    EXPECT_TRUE(banner.spokenText().contains(u"too old for dosing"));
    EXPECT_TRUE(banner.spokenText().contains(u"Deceased"));
    banner.reserve();
    EXPECT_TRUE(banner.spokenText().isEmpty());
    EXPECT_FALSE(banner.isHidden());
    banner.showPatient(std::nullopt);
    EXPECT_TRUE(banner.isHidden());
}

TEST(Banner, OpensTheSecondZoneByKey) {
    PatientBanner banner;
    banner.showPatient(anna());
    test::present(banner, {1200, 64});
    key(Qt::Key_B, Qt::AltModifier);
    QWidget* more = test::findByName(banner, u"bannerMore0"_s);
    EXPECT_TRUE(test::waitUntil([more] { return more->isVisible(); }));
    EXPECT_EQ(test::findByName<QLabel>(banner, u"bannerMore1Value"_s)->text(), u"Not known"_s);
}

class Steps : public testing::Test {
protected:
    Steps() {
        m_stepper.setSteps({{.id = u"identity"_s, .title = u"Identity"_s, .state = StepState::Done},
                            {.id = u"precheck"_s, .title = u"Pre-check"_s},
                            {.id = u"dose"_s, .title = u"Dose"_s, .enabled = false},
                            {.id = u"infusion"_s,
                             .title = u"Infusion"_s,
                             .note = u"2 entries missing"_s,
                             .state = StepState::Problem}});
        m_stepper.setCurrent(u"precheck"_s);
        QObject::connect(&m_stepper, &Stepper::stepChosen, &m_stepper, [this](const QString& id) { m_chosen << id; });
        test::present(m_stepper, {220, 260});
        m_stepper.setFocus();
    }
    QString spoken(int row) { return m_stepper.model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    Stepper m_stepper;
    QStringList m_chosen;
};

TEST_F(Steps, SpeaksTheState) {
    EXPECT_EQ(spoken(0), u"Identity: done"_s);
    EXPECT_EQ(spoken(1), u"Pre-check: open, to do"_s);
    EXPECT_EQ(spoken(2), u"Dose: not yet possible"_s);
    EXPECT_EQ(spoken(3), u"Infusion: needs attention"_s);
}

TEST_F(Steps, OpensByEnterAndSkipsWhatIsNotYetPossible) {
    key(Qt::Key_Up);
    key(Qt::Key_Return);
    EXPECT_EQ(m_chosen, QStringList{u"identity"_s});
    m_stepper.setCurrent(u"precheck"_s);
    EXPECT_TRUE(m_stepper.moveBy(1));
    EXPECT_EQ(m_stepper.currentId(), u"infusion"_s);
    EXPECT_FALSE(m_stepper.moveBy(1));
    m_stepper.setStepEnabled(u"dose"_s, true);
    EXPECT_TRUE(m_stepper.moveBy(-1));
    EXPECT_EQ(m_chosen.back(), u"dose"_s);
    m_stepper.setState(u"dose"_s, StepState::Done);
    EXPECT_EQ(spoken(2), u"Dose: open, done"_s);
}

class Table : public testing::Test {
protected:
    Table() : m_model(3, 2) {
        m_model.setHorizontalHeaderLabels({u"Name"_s, u"Course"_s});
        for (int row = 0; row < 3; ++row) {
            m_model.setItem(row, 0,
                            new QStandardItem(u"TESTPATIENT, Anna Katharina Wilhelmina Antoinette (Ms) %1"_s.arg(row)));
            m_model.setItem(row, 1, new QStandardItem(u"session %1 of 6"_s.arg(row)));
        }
        auto* layout = new QVBoxLayout(&m_window);
        m_table = new TableView(u"Patients"_s);
        m_table->setModel(&m_model);
        m_table->setWrappingColumn(0);
        layout->addWidget(m_table);
        layout->addWidget(makeButton(u"Next"_s, ButtonKind::Secondary, u"next"_s));
        test::present(m_window, {360, 300});
        m_table->setFocus();
    }
    QStandardItemModel m_model;
    QWidget m_window;
    TableView* m_table = nullptr;
};

TEST_F(Table, FocusChoosesTheFirstRowAndEnterOpensIt) {
    std::vector<int> opened;
    QObject::connect(m_table, &TableView::rowOpened, m_table, [&opened](int row) { opened.push_back(row); });
    EXPECT_EQ(m_table->currentRow(), 0);
    key(Qt::Key_Down);
    key(Qt::Key_Enter);
    EXPECT_EQ(opened, std::vector{1});
}

TEST_F(Table, TabLeaves) {
    key(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"next"_s);
    EXPECT_THAT(test::crawl(m_window), testing::IsEmpty());
}

TEST_F(Table, WrapsNamesInsteadOfCuttingThem) {
    EXPECT_EQ(m_table->textElideMode(), Qt::ElideNone);
    EXPECT_GT(m_table->rowHeight(0), scaled(kTableRow));
}

TEST_F(Table, LettersDoNotSearch) {
    keys(u"s"_s);
    EXPECT_EQ(m_table->currentRow(), 0);
}

TEST_F(Table, AnEmptyTableSaysWhy) {
    m_model.removeRows(0, 3);
    const QImage empty = m_table->grab().toImage();
    m_table->setEmptyText(u"No sessions today."_s);
    EXPECT_NE(m_table->grab().toImage(), empty);
    EXPECT_EQ(m_table->currentRow(), -1);
}

TEST(ChoiceRow, HasNoDefaultAndCanBeEmptied) {
    ChoiceRow row;
    row.setAccessibleName(u"Consent"_s);
    row.add(u"&Yes"_s, 1);
    row.add(u"&No"_s, 0);
    const Heard chosen(&row, &ChoiceRow::chosen);
    test::present(row);
    EXPECT_EQ(row.value(), std::nullopt);
    row.setValue(0);
    EXPECT_EQ(row.value(), 0);
    row.setValue(std::nullopt);
    EXPECT_EQ(row.value(), std::nullopt);
    EXPECT_EQ(chosen.count(), 0);
    row.setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(row.value(), 1);
    EXPECT_EQ(chosen.count(), 1);
    EXPECT_THAT(test::crawl(row), testing::IsEmpty());
}

TEST(WheelGuard, AWheelNeverChangesWhatHasNoFocus) {
    WheelGuard guard;
    qApp->installEventFilter(&guard);
    QScrollArea area;
    auto* inner = new QWidget;
    auto* layout = new QVBoxLayout(inner);
    auto* other = new QLineEdit;
    auto* spin = new QSpinBox;
    auto* combo = new QComboBox;
    combo->addItems({u"one"_s, u"two"_s});
    for (QWidget* each : {static_cast<QWidget*>(other), static_cast<QWidget*>(spin), static_cast<QWidget*>(combo)})
        layout->addWidget(each);
    layout->addSpacing(2000);
    area.setWidget(inner);
    test::present(area, {300, 200});
    other->setFocus();
    const auto wheel = [](QWidget* widget) {
        QWheelEvent event(QPointF(5, 5), widget->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // as from the window system, so that it travels upwards
        qApp->notify(widget, &event);              // sendEvent would take that mark away
    };
    wheel(spin);
    const int scrolled = area.verticalScrollBar()->value();
    wheel(combo);
    EXPECT_EQ(spin->value(), 0);
    EXPECT_EQ(combo->currentIndex(), 0);
    EXPECT_GT(scrolled, 0);
    combo->setFocus();
    wheel(combo);
    EXPECT_EQ(combo->currentIndex(), 1);
    qApp->removeEventFilter(&guard);
}

TEST(SmallParts, NameThemselves) {
    Badge badge(u"RUNNING"_s, Tone::Active);
    EXPECT_EQ(badge.accessibleName(), u"RUNNING"_s);
    badge.set(u"OVERDUE 4min"_s, Tone::Bad);
    EXPECT_EQ(badge.accessibleName(), u"OVERDUE 4min"_s);
    EXPECT_GE(badge.sizeHint().height(), 24);
    Card card(u"Dose"_s);
    EXPECT_EQ(card.accessibleName(), u"Dose"_s);
    EmptyState empty(u"No sessions today."_s, u"&Plan a session"_s, u"plan"_s);
    const Heard chosen(&empty, &EmptyState::actionChosen);
    test::present(empty);
    key(Qt::Key_Space);
    EXPECT_EQ(chosen.count(), 1);
}

} // namespace
} // namespace chairside::ui
