// Tab goes as a page is read, however it came about.
#include "ui/a11y/tab_stops.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include "tests/support/gui/gui_fixture.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class TabStops : public testing::Test {
protected:
    QPushButton* button(const QString& name) {
        auto* made = new QPushButton(name, &window);
        made->setObjectName(name);
        return made;
    }
    QStringList walk(bool backwards = false) {
        present(window);
        window.findChild<QPushButton*>(u"first"_s)->setFocus();
        QStringList names;
        for (const QWidget* stop : tabWalk(window, backwards))
            names << stop->objectName();
        return names;
    }

    QWidget window;
};

TEST_F(TabStops, FollowTheColumnsWhateverWasMadeFirst) {
    auto* last = button(u"last"_s);
    auto* third = button(u"third"_s);
    auto* second = button(u"second"_s);
    auto* first = button(u"first"_s);
    auto* columns = new QHBoxLayout(&window);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    columns->addLayout(left);
    columns->addLayout(right);
    left->addWidget(first);
    left->addWidget(second);
    right->addWidget(third);
    right->addWidget(last);
    EXPECT_EQ(walk(), (QStringList{u"first"_s, u"second"_s, u"third"_s, u"last"_s}));
    EXPECT_EQ(walk(true), (QStringList{u"first"_s, u"last"_s, u"third"_s, u"second"_s}));
    second->hide();
    third->setEnabled(false);
    EXPECT_EQ(walk(), (QStringList{u"first"_s, u"last"_s}));
}

TEST_F(TabStops, ReadAGridLineByLine) {
    auto* grid = new QGridLayout(&window);
    grid->addWidget(button(u"last"_s), 1, 1);
    grid->addWidget(button(u"third"_s), 1, 0);
    grid->addWidget(button(u"first"_s), 0, 0);
    grid->addWidget(button(u"second"_s), 0, 1);
    EXPECT_EQ(walk(), (QStringList{u"first"_s, u"second"_s, u"third"_s, u"last"_s}));
}

TEST_F(TabStops, StopOnceAtAChoiceAndGoThroughThePageOfATab) {
    auto* column = new QVBoxLayout(&window);
    auto* tabs = new QTabWidget(&window);
    tabs->addTab(button(u"inside"_s), u"one"_s);
    tabs->addTab(button(u"hidden"_s), u"other"_s);
    column->addWidget(button(u"first"_s));
    for (const QString& name : {u"yes"_s, u"no"_s}) {
        auto* choice = new QRadioButton(name, &window);
        choice->setObjectName(name);
        column->addWidget(choice);
    }
    window.findChild<QRadioButton*>(u"no"_s)->setChecked(true);
    column->addWidget(tabs);
    EXPECT_EQ(walk(), (QStringList{u"first"_s, u"no"_s, u"qt_tabwidget_tabbar"_s, u"inside"_s}));
}

TEST_F(TabStops, BeginWhereThePageIsReadFirst) {
    auto* last = button(u"last"_s);
    auto* column = new QVBoxLayout(&window);
    column->addWidget(new QLabel(u"words"_s, &window));
    column->addWidget(button(u"first"_s));
    column->addWidget(last);
    EXPECT_EQ(ui::firstTabStop(&window)->objectName(), u"first"_s);
}

} // namespace
} // namespace chairside::test
