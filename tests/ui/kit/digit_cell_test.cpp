#include <gtest/gtest.h>
#include <map>

#include "tests/support/gui/gui_fixture.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/score_edit.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::Heard;
using test::key;
using test::keys;

const std::map<std::string, DigitRange> kVitals{
    {"systolic", {50, 260}},  {"diastolic", {20, 160}},     {"heart rate", {30, 220}}, {"SpO2", {50, 100}},
    {"respiration", {7, 60}}, {"any respiration", {0, 60}}, {"sedation", {0, 4}}};

// Types the text as a person would: a digit that is refused is dropped, and a complete cell takes no more.
QString typed(const DigitRange& range, const QString& digits) {
    QString text;
    for (const QChar digit : digits) {
        if (complete(range, text)) break;
        if (possible(range, QString(text + digit))) text += digit;
    }
    return text;
}

TEST(DigitRange, NoThreeKeysGiveAValueOutsideTheRange) {
    for (const auto& [name, range] : kVitals) {
        for (int number = 0; number < 1000; ++number) {
            const QString digits = u"%1"_s.arg(number, 3, 10, QLatin1Char('0'));
            const QString text = typed(range, digits);
            const auto value = cellValue(range, text);
            if (value) {
                EXPECT_TRUE(*value >= range.low && *value <= range.high) << name << ' ' << number;
            }
            if (complete(range, text)) {
                EXPECT_TRUE(value.has_value()) << name << ' ' << number;
            }
        }
    }
}

TEST(DigitRange, EveryLegalValueCanBeTypedAndCompletesItself) {
    for (const auto& [name, range] : kVitals) {
        for (int value = range.low; value <= range.high; ++value) {
            QString digits = QString::number(value);
            if (!complete(range, digits)) digits.prepend(u'0');
            EXPECT_EQ(typed(range, digits), digits) << name << ' ' << value;
            EXPECT_TRUE(complete(range, digits)) << name << ' ' << value;
            EXPECT_EQ(cellValue(range, digits), value) << name;
        }
    }
}

TEST(DigitRange, NoCompleteTextBeginsAnother) {
    for (const auto& [name, range] : kVitals) {
        for (int number = 0; number < 1000; ++number) {
            const QString text = QString::number(number);
            if (!complete(range, text)) continue;
            for (char16_t more = u'0'; more <= u'9'; ++more)
                EXPECT_FALSE(possible(range, QString(text + QChar(more)))) << name << ' ' << number;
        }
    }
}

TEST(DigitRange, KnowsTheExamplesOfTheVitalsRow) {
    EXPECT_TRUE(complete({50, 260}, u"128"));
    EXPECT_FALSE(complete({50, 260}, u"12"));
    EXPECT_TRUE(complete({20, 160}, u"76"));
    EXPECT_FALSE(possible({50, 260}, u"3"));
    EXPECT_FALSE(possible({50, 260}, u"27"));
    EXPECT_TRUE(complete({0, 60}, u"06"));
    EXPECT_FALSE(complete({0, 60}, u"6"));
    EXPECT_TRUE(complete({7, 60}, u"8"));
    EXPECT_FALSE(possible({50, 260}, u"x"));
    EXPECT_TRUE(possible({50, 260}, u""));
}

class Cell : public testing::Test {
protected:
    Cell() {
        test::present(m_cell);
        m_cell.setFocus();
    }
    DigitCell m_cell{u"SBP"_s, {50, 260}};
};

TEST_F(Cell, MovesOnWithTheLastDigit) {
    const Heard done(&m_cell, &DigitCell::done);
    keys(u"12"_s);
    EXPECT_EQ(done.count(), 0);
    keys(u"8"_s);
    EXPECT_EQ(done.count(), 1);
    EXPECT_EQ(m_cell.value(), 128);
}

TEST_F(Cell, RefusesTheImpossibleAndSaysWhatIsPossible) {
    QString why;
    QObject::connect(&m_cell, &DigitCell::blocked, &m_cell, [&why](const QString& sentence) { why = sentence; });
    keys(u"3"_s);
    EXPECT_TRUE(m_cell.text().isEmpty());
    EXPECT_EQ(why, u"SBP is 50 to 260."_s);
    keys(u"a"_s);
    keys(u"27"_s);
    EXPECT_EQ(m_cell.text(), u"2"_s);
    EXPECT_EQ(m_cell.value(), std::nullopt);
    EXPECT_EQ(m_cell.fault(), base::Rule::OutOfRange);
}

TEST_F(Cell, GoesBackFromAnEmptyCellOnly) {
    const Heard back(&m_cell, &DigitCell::back);
    keys(u"1"_s);
    key(Qt::Key_Backspace);
    EXPECT_EQ(back.count(), 0);
    EXPECT_TRUE(m_cell.text().isEmpty());
    key(Qt::Key_Backspace);
    EXPECT_EQ(back.count(), 1);
    keys(u"-"_s);
    EXPECT_EQ(back.count(), 2);
}

TEST_F(Cell, SlashMarksItNotDoneUntilADigitComes) {
    const Heard done(&m_cell, &DigitCell::done);
    keys(u"/"_s);
    EXPECT_TRUE(m_cell.isNotDone());
    EXPECT_EQ(m_cell.placeholderText(), u"not done"_s);
    EXPECT_EQ(done.count(), 1);
    keys(u"9"_s);
    EXPECT_FALSE(m_cell.isNotDone());
    EXPECT_EQ(m_cell.text(), u"9"_s);
}

TEST_F(Cell, RightLeavesItEmptyAndEnterOnAnEmptyCellIsTheRows) {
    const Heard done(&m_cell, &DigitCell::done);
    key(Qt::Key_Return);
    EXPECT_EQ(done.count(), 0);
    key(Qt::Key_Right);
    EXPECT_EQ(done.count(), 1);
    EXPECT_EQ(m_cell.value(), std::nullopt);
}

TEST_F(Cell, TypingOverASelectedValueReplacesIt) {
    m_cell.setValue(128);
    m_cell.selectAll();
    keys(u"99"_s);
    EXPECT_EQ(m_cell.value(), 99);
}

TEST_F(Cell, TakesAPasteOnlyAsAWhole) {
    test::paste(u" 140 "_s);
    EXPECT_EQ(m_cell.value(), 140);
    test::paste(u"300"_s);
    EXPECT_EQ(m_cell.value(), 140);
}

TEST_F(Cell, AValueOutsideTheRangeIsNotTaken) {
    m_cell.setValue(128);
    m_cell.setValue(20);
    EXPECT_EQ(m_cell.value(), std::nullopt);
}

class Score : public testing::Test {
protected:
    Score() {
        test::present(m_score);
        m_score.setFocus();
    }
    ScoreEdit m_score{u"Pain"_s};
};

TEST_F(Score, NeverStartsWithAValue) {
    EXPECT_EQ(m_score.value(), std::nullopt);
}

TEST_F(Score, TakesOneKeyForEveryScoreButTen) {
    for (int score = 0; score <= 9; ++score) {
        if (score == 1) continue;
        const Heard done(&m_score, &DigitCell::done);
        m_score.setValue(std::nullopt);
        keys(QString::number(score));
        EXPECT_EQ(m_score.value(), score);
        EXPECT_EQ(done.count(), 1) << score;
    }
}

TEST_F(Score, OneWaitsForZeroOrEnter) {
    const Heard done(&m_score, &DigitCell::done);
    keys(u"1"_s);
    EXPECT_EQ(done.count(), 0);
    key(Qt::Key_Enter);
    EXPECT_EQ(done.count(), 1);
    EXPECT_EQ(m_score.value(), 1);
    m_score.setValue(std::nullopt);
    keys(u"10"_s);
    EXPECT_EQ(done.count(), 2);
    EXPECT_EQ(m_score.value(), 10);
}

} // namespace
} // namespace chairside::ui
