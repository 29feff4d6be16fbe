#include <QRegularExpression>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "core/base/result.h"
#include "tests/support/core/fake_clock.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/name_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;
using std::chrono::seconds;
using test::date;
using test::instant;

TEST(DateText, WritesEnglishMonthsInEveryForm) {
    EXPECT_EQ(dateText(date("2025-01-04")), u"04-Jan-2025"_s);
    EXPECT_EQ(weekdayDateText(date("2025-01-14")), u"Tue 14-Jan-2025"_s);
    EXPECT_EQ(longDateText(date("1979-03-14")), u"14 March 1979"_s);
    EXPECT_EQ(monthText(date("2025-09-30")), u"Sep-2025"_s);
    EXPECT_EQ(ageText(date("1979-03-14"), date("2025-01-14")), u"45y"_s);
}

TEST(DateText, WritesTheTimeOfTheRecordedOffset) {
    EXPECT_EQ(timeText(instant("2025-01-14T10:42:59+01:00")), u"10:42"_s);
    EXPECT_EQ(dateTimeText(instant("2025-01-14T00:05:00-05:00")), u"14-Jan-2025 00:05"_s);
    EXPECT_EQ(timeText(9 * 60 + 5), u"09:05"_s);
}

TEST(DateText, LeavesZeroUnitsOfADurationOut) {
    EXPECT_EQ(durationText(minutes(90)), u"1hr 30min"_s);
    EXPECT_EQ(durationText(minutes(51 * 60)), u"2d 3hr"_s);
    EXPECT_EQ(durationText(minutes(45)), u"45min"_s);
    EXPECT_EQ(durationText(minutes(0)), u"0min"_s);
    EXPECT_EQ(durationText(minutes(-5)), u"-5min"_s);
    EXPECT_EQ(minutesText(minutes(90)), u"90min"_s);
    EXPECT_EQ(timerText(seconds(2530)), u"00:42:10"_s);
    EXPECT_EQ(timerText(seconds(360'000)), u"100:00:00"_s);
}

TEST(QuantityText, FollowsTheSafeDoseRules) {
    EXPECT_EQ(amountText(34'000, u"mg"), u"34 mg"_s);
    EXPECT_EQ(perText(500, u"mg", u"kg"), u"0.5 mg per kg"_s);
    EXPECT_EQ(numberText(1'204'000), u"1,204"_s);
    EXPECT_EQ(numberText(1'234'567'125), u"1,234,567.125"_s);
    EXPECT_EQ(rangeText(30'000, 250'000, u"kg"), u"from 30 to 250 kg"_s);
    EXPECT_EQ(amountText(base::Scaled<struct AnyTag>::ofRaw(71'500), u"kg"), u"71.5 kg"_s);
    EXPECT_EQ(countText(999), u"999"_s);
    EXPECT_EQ(scoreText(4, 0, 10), u"4 (0–10)"_s);
    EXPECT_EQ(partText(12, 18), u"12 of 18"_s);
    EXPECT_EQ(percentBetterText(46), u"46 % better"_s);
    EXPECT_EQ(percentBetterText(-12), u"12 % worse"_s);
    EXPECT_EQ(percentBetterText(0), u"no change"_s);
}

TEST(QuantityText, NeverWritesADangerousDose) {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> any(0, 5'000'000);
    const QRegularExpression dangerous(
        u"\\d+\\.\\d*0\\b|(^|\\D)\\.\\d|\\d(mg|mL)|\\d,\\d{1,2}\\b|\\d,\\d{4}|^\\d{4}"_s);
    for (int round = 0; round < 20'000; ++round) {
        const QString text = amountText(any(random), u"mg");
        ASSERT_FALSE(dangerous.match(text).hasMatch()) << qPrintable(text);
    }
}

TEST(NameText, PutsTheFamilyNameFirstInCapitals) {
    EXPECT_EQ(nameText(u"Testpatient", u"Anna", u"Ms"), u"TESTPATIENT, Anna (Ms)"_s);
    EXPECT_EQ(nameText(u"O'Neill", u"Zoë"), u"O'NEILL, Zoë"_s);
    EXPECT_EQ(nameText(u"", u"Anna"), u"Anna"_s);
    EXPECT_EQ(clinicIdText(u"KC0412"), u"KC 0412"_s);
    EXPECT_EQ(clinicIdText(u"KC 0412"), u"KC 0412"_s);
    EXPECT_EQ(clinicIdText(u"0412"), u"0412"_s);
}

TEST(MissingText, KnowsTheFourWords) {
    EXPECT_EQ(missingText(Missing::NotRecorded), u"not recorded"_s);
    EXPECT_EQ(missingText(Missing::NotDone), u"not done"_s);
    EXPECT_EQ(missingText(Missing::Declined), u"declined"_s);
    EXPECT_EQ(missingText(Missing::Unavailable), u"unavailable"_s);
}

TEST(ProblemText, SaysWhatIsPossible) {
    const FieldWords weight{u"Weight"_s, u"kg"_s};
    EXPECT_EQ(
        describe({.field = "weight", .rule = base::Rule::OutOfRange, .low = "30", .high = "250", .value = {}}, weight),
        u"Weight must be from 30 to 250 kg."_s);
    EXPECT_EQ(
        describe({.field = "weight", .rule = base::Rule::OutOfRange, .low = {}, .high = "1250.5", .value = {}}, weight),
        u"Weight must be 1,250.5 kg or lower."_s);
    EXPECT_EQ(describe({.field = "weight", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}}, weight),
              u"Weight is needed."_s);
}

TEST(ProblemText, HasAWholeSentenceForEveryRuleWithAndWithoutLimits) {
    std::set<QString> bare;
    for (int rule = 0; rule <= static_cast<int>(base::Rule::NotAllowed); ++rule) {
        for (const bool limits : {false, true}) {
            base::Problem problem{"x", static_cast<base::Rule>(rule), limits ? "1" : "", limits ? "2.5" : "", ""};
            const QString sentence = describe(problem, {u"Field"_s, u"mg"_s});
            EXPECT_TRUE(sentence.endsWith(u'.')) << rule << qPrintable(sentence);
            EXPECT_TRUE(sentence.startsWith(u"Field")) << rule << qPrintable(sentence);
            EXPECT_FALSE(sentence.contains(u'%')) << rule << qPrintable(sentence);
            if (!limits) bare.insert(sentence);
        }
    }
    EXPECT_EQ(bare.size(), static_cast<std::size_t>(base::Rule::NotAllowed) + 1) << "two rules are worded alike";
}

TEST(ProblemText, HasAWholeSentenceForEveryFailure) {
    for (int code = 0; code <= static_cast<int>(base::Code::Internal); ++code) {
        const QString sentence = describe(base::Error{static_cast<base::Code>(code), "field", "secret detail", {}});
        EXPECT_TRUE(sentence.endsWith(u'.')) << code;
        EXPECT_FALSE(sentence.contains(u"secret")) << code;
    }
    EXPECT_EQ(describe(base::Error{base::Code::SignInDelayed, {}, "30", {}}),
              u"Too many tries. Try again in 30 seconds."_s);
}

TEST(ToQt, KeepsEveryLetter) {
    EXPECT_EQ(toStd(toQt("Zoë Łukasz 王")), "Zoë Łukasz 王");
    EXPECT_EQ(toQt(date("2025-01-14")), QDate(2025, 1, 14));
}

TEST(CountedText, SaysOneOfAThingInTheSingular) {
    for (int what = 0; what <= static_cast<int>(Counted::Record); ++what) {
        const auto noun = static_cast<Counted>(what);
        const QString one = countedText(1, noun);
        const QString two = countedText(2, noun);
        EXPECT_TRUE(one.startsWith(u"1 "_s)) << qPrintable(one);
        EXPECT_TRUE(two.startsWith(u"2 "_s)) << qPrintable(two);
        EXPECT_NE(one.mid(2), two.mid(2));
        EXPECT_EQ(countedText(0, noun).mid(2), two.mid(2)) << "none is said in the plural";
    }
    EXPECT_EQ(countedText(12'000, Counted::Record), countText(12'000) + u" records"_s);
}

} // namespace
} // namespace chairside::ui
