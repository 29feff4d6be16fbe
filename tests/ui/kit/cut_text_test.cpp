// The tester that looks for cut text is itself tested: what is cut is found, what fits is not.
#include <gmock/gmock.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QTabBar>
#include <functional>

#include "tests/support/gui/cut_text.h"
#include "tests/support/gui/gui_fixture.h"
#include "tests/support/gui/pseudo_locale.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kLong = u"penicillin, latex and iodinated contrast media"_s;

// Makes the part on the page; returns what is to be given less room.
using MakePart = std::function<QWidget*(QWidget&)>;

struct CutCase {
    const char* name;
    MakePart make;
    QSize enough;
    QSize tooLittle;
};

void PrintTo(const CutCase& one, std::ostream* out) {
    *out << one.name;
}

QWidget* tableWith(QWidget& page, bool wraps) {
    auto* table = new ui::TableView(u"Allergies"_s, &page);
    auto* model = new QStandardItemModel(1, 2, table);
    model->setHorizontalHeaderLabels({u"Kind"_s, u"Substance"_s});
    model->setItem(0, 0, new QStandardItem(u"allergy"_s));
    model->setItem(0, 1, new QStandardItem(kLong));
    table->setModel(model);
    if (wraps) table->setWrappingColumn(1);
    return table;
}

QWidget* wrapped(QWidget& page) {
    auto* label = new ui::TextLabel(kLong, ui::TextRole::Body, &page);
    label->setWordWrap(true);
    return label;
}

QWidget* chosen(QWidget& page) {
    auto* combo = new QComboBox(&page);
    combo->addItem(kLong);
    return combo;
}

QWidget* hinted(QWidget& page) {
    auto* line = new QLineEdit(&page);
    line->setPlaceholderText(kLong);
    return line;
}

QWidget* tabs(QWidget& page) {
    auto* bar = new QTabBar(&page);
    bar->addTab(u"Chart"_s);
    bar->addTab(kLong);
    return bar;
}

QWidget* scrolled(QWidget& page) {
    auto* area = new QScrollArea(&page);
    auto* inside = new QWidget;
    inside->setMinimumSize(300, 100);
    area->setWidget(inside);
    return area;
}

// A label that is whole, in a box that does not show all of it.
QWidget* boxed(QWidget& page) {
    auto* box = new QWidget(&page);
    auto* label = new ui::TextLabel(kLong, ui::TextRole::Body, box);
    label->adjustSize();
    return box;
}

class CutText : public ::testing::TestWithParam<CutCase> {};

TEST_P(CutText, IsFoundAndWhatFitsIsNot) {
    QWidget page;
    page.resize(900, 500);
    QWidget* part = GetParam().make(page);
    part->resize(GetParam().enough);
    present(page);
    settle();
    EXPECT_THAT(cutTexts(page), ::testing::IsEmpty());
    part->resize(GetParam().tooLittle);
    settle();
    EXPECT_THAT(cutTexts(page), ::testing::Not(::testing::IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(
    EachKind, CutText,
    ::testing::Values(
        CutCase{"label",
                [](QWidget& page) { return new ui::TextLabel(kLong, ui::TextRole::Body, &page); },
                {500, 30},
                {200, 30}},
        CutCase{"wrapped_label", wrapped, {200, 80}, {200, 30}}, CutCase{"long_word", wrapped, {200, 80}, {50, 400}},
        CutCase{"push_button", [](QWidget& page) { return new QPushButton(kLong, &page); }, {500, 40}, {200, 40}},
        CutCase{"check_box", [](QWidget& page) { return new QCheckBox(kLong, &page); }, {500, 40}, {200, 40}},
        CutCase{"combo_box", chosen, {500, 40}, {200, 40}}, CutCase{"hint", hinted, {500, 40}, {200, 40}},
        CutCase{"tab", tabs, {600, 40}, {300, 40}},
        CutCase{"cell", [](QWidget& page) { return tableWith(page, false); }, {600, 200}, {200, 200}},
        CutCase{"wrapped_cell", [](QWidget& page) { return tableWith(page, true); }, {300, 200}, {90, 200}},
        CutCase{
            "badge", [](QWidget& page) { return new ui::Badge(kLong, ui::Tone::Bad, &page); }, {500, 40}, {200, 40}},
        CutCase{"sideways", scrolled, {400, 200}, {200, 200}}, CutCase{"box", boxed, {500, 40}, {200, 40}}),
    [](const ::testing::TestParamInfo<CutCase>& one) { return std::string(one.param.name); });

TEST(PseudoLocale, LengthensWordsAndKeepsPlacesMnemonicsAndLines) {
    EXPECT_EQ(lengthened(u"%1 of %2"_s).count(u'%'), 2);
    EXPECT_TRUE(lengthened(u"&Save %n rows"_s).startsWith(u"&S"_s));
    EXPECT_TRUE(lengthened(u"%n rows\n%L2"_s).contains(u"%n "_s));
    EXPECT_TRUE(lengthened(u"%n rows\n%L2"_s).endsWith(u"\n%L2"_s));
    const QString sentence = u"The infusion is signed and cannot be changed."_s;
    EXPECT_NEAR(static_cast<double>(lengthened(sentence).size()) / static_cast<double>(sentence.size()), 1.4, 0.1);
}

} // namespace
} // namespace chairside::test
