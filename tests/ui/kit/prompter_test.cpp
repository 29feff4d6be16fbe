#include <QApplication>
#include <QDialog>
#include <QPushButton>
#include <QTest>
#include <QWidget>
#include <gtest/gtest.h>

#include "tests/support/gui/gui_fixture.h"
#include "ui/prompt/qt_prompter.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class RealPrompter : public testing::Test {
protected:
    RealPrompter() { test::present(m_parent); }
    QWidget* dialog() {
        QWidget* found = nullptr;
        EXPECT_TRUE(test::waitUntil([&found] { return (found = QApplication::activeModalWidget()) != nullptr; }));
        return found;
    }
    QWidget m_parent;
    QtPrompter m_prompter;
    const Question m_question{.title = u"Delete the draft?"_s,
                              .text = u"It cannot be brought back."_s,
                              .yesText = u"&Delete the draft"_s,
                              .noText = u"&Keep it"_s,
                              .destructive = true};
};

TEST_F(RealPrompter, ADestructiveQuestionDefaultsToNo) {
    std::optional<bool> answer;
    m_prompter.confirm(&m_parent, m_question, [&answer](bool yes) { answer = yes; });
    EXPECT_EQ(answer, std::nullopt) << "asking does not block";
    QTest::keyClick(dialog(), Qt::Key_Return);
    ASSERT_TRUE(test::waitUntil([&answer] { return answer.has_value(); }));
    EXPECT_EQ(answer, false);
}

TEST_F(RealPrompter, YesMustBeChosen) {
    std::optional<bool> answer;
    m_prompter.confirm(&m_parent, m_question, [&answer](bool yes) { answer = yes; });
    test::findByName<QPushButton>(*dialog(), u"promptYes"_s)->click();
    ASSERT_TRUE(test::waitUntil([&answer] { return answer.has_value(); }));
    EXPECT_EQ(answer, true);
}

TEST_F(RealPrompter, EscapeAnswersNoAndNoFile) {
    std::optional<bool> answer;
    m_prompter.confirm(&m_parent, m_question, [&answer](bool yes) { answer = yes; });
    QTest::keyClick(dialog(), Qt::Key_Escape);
    ASSERT_TRUE(test::waitUntil([&answer] { return answer.has_value(); }));
    EXPECT_EQ(answer, false);
    bool told = false;
    std::optional<QString> path = u"unset"_s;
    m_prompter.saveFile(&m_parent, u"Save"_s, u"summary.pdf"_s, u"PDF documents (*.pdf)"_s,
                        [&](std::optional<QString> chosen) {
                            told = true;
                            path = std::move(chosen);
                        });
    QTest::keyClick(dialog(), Qt::Key_Escape);
    ASSERT_TRUE(test::waitUntil([&told] { return told; }));
    EXPECT_EQ(path, std::nullopt);
}

} // namespace
} // namespace chairside::ui
