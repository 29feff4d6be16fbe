#include <QPushButton>
#include <QVBoxLayout>
#include <gtest/gtest.h>

#include "core/base/scaled.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/gui/gui_fixture.h"
#include "ui/format/date_text.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::date;
using test::Heard;
using test::instant;
using test::key;
using test::keys;
using Weight = base::Scaled<struct EntryTestWeightTag>;

// An editor and something to leave it for.
template <class Editor>
class Holder : public QWidget {
public:
    template <class... Arguments>
    explicit Holder(Arguments&&... arguments) : m_editor(new Editor(std::forward<Arguments>(arguments)...)) {
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(m_editor);
        layout->addWidget(new QPushButton(u"next"_s));
        test::present(*this);
        m_editor->setFocus();
    }
    // Types, leaves, and says what stands in the field then.
    QString after(const QString& text) {
        m_editor->setFocus();
        m_editor->clear();
        keys(text);
        key(Qt::Key_Tab);
        const QString shown = m_editor->text();
        m_editor->setFocus();
        return shown;
    }
    Editor* m_editor;
};

TEST(QuantityEdit, ShowsTheCanonicalFormOrRefusesTheKey) {
    Holder<QuantityEdit> holder(QuantityFormat{.wholeDigits = 3, .decimals = 1, .unit = u"mg"_s});
    EXPECT_EQ(holder.after(u".5"_s), u"0.5"_s);
    EXPECT_EQ(holder.after(u"05"_s), u"5"_s);
    EXPECT_EQ(holder.after(u"5."_s), u"5"_s);
    EXPECT_EQ(holder.after(u"5.0"_s), u"5"_s);
    EXPECT_EQ(holder.after(u"5,5"_s), u"5.5"_s);
    EXPECT_EQ(holder.after(u"5..0"_s), u"5"_s);
    EXPECT_EQ(holder.after(u"9999"_s), u"999"_s);
    EXPECT_EQ(holder.after(u"-1"_s), u"1"_s);
    EXPECT_EQ(holder.after(u"1e3"_s), u"13"_s);
    EXPECT_EQ(holder.after(u"abc"_s), QString());
    EXPECT_EQ(holder.after(u"1.25"_s), u"1.2"_s);
}

TEST(QuantityEdit, SaysWhyAKeyWasRefusedAndChangesNothing) {
    Holder<QuantityEdit> holder(QuantityFormat{.wholeDigits = 3, .decimals = 1});
    QStringList reasons;
    QObject::connect(holder.m_editor, &EntryEdit::refused, &holder, [&reasons](const QString& why) { reasons << why; });
    keys(u"71.5."_s);
    EXPECT_EQ(holder.m_editor->text(), u"71.5"_s);
    ASSERT_EQ(reasons.size(), 1);
    EXPECT_EQ(reasons[0], u"There is a point already."_s);
    keys(u"-"_s);
    keys(u"3"_s);
    EXPECT_EQ(reasons.size(), 3);
    EXPECT_EQ(holder.m_editor->thousandths(), 71'500);
}

TEST(QuantityEdit, TakesAPastedAmountWithItsUnit) {
    Holder<QuantityEdit> holder(QuantityFormat{.wholeDigits = 3, .decimals = 2, .unit = u"mg"_s});
    test::paste(u" 0.50 mg "_s);
    EXPECT_EQ(holder.m_editor->text(), u"0.5"_s);
    test::paste(u"12 kg"_s);
    EXPECT_EQ(holder.m_editor->text(), u"0.5"_s);
}

TEST(QuantityEdit, CarriesTypedQuantities) {
    QuantityEdit edit;
    const Heard changed(&edit, &QuantityEdit::valueChanged);
    edit.setValue(std::optional(Weight::ofRaw(71'500)));
    EXPECT_EQ(edit.text(), u"71.5"_s);
    EXPECT_EQ(edit.value<Weight>(), Weight::ofRaw(71'500));
    edit.setValue(std::optional<Weight>());
    EXPECT_EQ(edit.value<Weight>(), std::nullopt);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(edit.fault(), std::nullopt);
    edit.setText(u"."_s);
    EXPECT_EQ(edit.fault(), base::Rule::NotANumber);
}

TEST(ReadDate, ReadsTheWaysPeopleTypeADate) {
    const auto today = date("2025-01-14");
    const auto read = [&](QStringView text, DateExpected expected = DateExpected::Near) {
        return readDate(text, today, expected).date;
    };
    const auto born = date("1979-03-14");
    for (const QStringView text : {u"14-mar-1979", u"14 March 1979", u"14031979", u"1979-03-14", u"14.03.1979",
                                   u"14/3/1979", u" 14mar79 ", u"3/14/1979"}) {
        EXPECT_EQ(read(text), born) << qPrintable(text.toString());
    }
    EXPECT_EQ(read(u"+2d"), date("2025-01-16"));
    EXPECT_EQ(read(u"-1w"), date("2025-01-07"));
    EXPECT_EQ(readDate(u"+1m", date("2025-01-31"), DateExpected::Near).date, date("2025-02-28"));
    EXPECT_EQ(read(u"today"), today);
    for (const QStringView text : {u"31-feb-2025", u"14-xyz-1979", u"99999999", u"hello", u"", u"14"})
        EXPECT_EQ(read(text), std::nullopt);
}

TEST(ReadDate, AnswersAnAmbiguousTextWithTwoDates) {
    const DateReading reading = readDate(u"3/4/79", date("2025-01-14"), DateExpected::Past);
    EXPECT_EQ(reading.date, std::nullopt);
    EXPECT_EQ(reading.suggestions, (std::vector{date("1979-04-03"), date("1979-03-04")}));
    EXPECT_EQ(readDate(u"4/4/79", date("2025-01-14"), DateExpected::Past).date, date("1979-04-04"));
}

TEST(ReadDate, TakesAMonthOfAVialAsItsLastDay) {
    const auto today = date("2025-01-14");
    const auto read = [&](QStringView text) {
        return readDate(text, today, DateExpected::Expiry).date;
    };
    EXPECT_EQ(read(u"7/26"), date("2026-07-31"));
    EXPECT_EQ(read(u"02/2028"), date("2028-02-29"));
    EXPECT_EQ(read(u"jul 26"), date("2026-07-31"));
    EXPECT_EQ(read(u"12/24"), date("2024-12-31")) << "an expired vial is read as what it is";
    EXPECT_EQ(read(u"31-jul-2026"), date("2026-07-31"));
    EXPECT_EQ(read(u"13/26"), std::nullopt);
    EXPECT_EQ(read(u"0/26"), std::nullopt);
    EXPECT_EQ(readDate(u"7/26", today, DateExpected::Future).date, std::nullopt) << "no other date leaves out its day";
}

TEST(ReadDate, TakesTheCenturyThatIsMeant) {
    const auto today = date("2025-01-14");
    EXPECT_EQ(readDate(u"14-mar-30", today, DateExpected::Past).date, date("1930-03-14"));
    EXPECT_EQ(readDate(u"14-mar-30", today, DateExpected::Future).date, date("2030-03-14"));
    EXPECT_EQ(readDate(u"13-jan-25", today, DateExpected::Past).date, date("2025-01-13"));
    EXPECT_EQ(readDate(u"14-mar-60", today, DateExpected::Near).date, date("1960-03-14"));
}

TEST(DateEdit, ShowsTheClinicalFormOnLeaving) {
    const test::FakeClock clock;
    Holder<DateEdit> holder(clock, DateExpected::Past);
    EXPECT_EQ(holder.after(u"14031979"_s), u"14-Mar-1979"_s);
    EXPECT_EQ(holder.after(u"nonsense"_s), u"nonsense"_s);
    EXPECT_EQ(holder.m_editor->fault(), base::Rule::NotADate);
    EXPECT_EQ(holder.after(u"3/4/79"_s), u"3/4/79"_s);
    ASSERT_EQ(holder.m_editor->suggestions().size(), 2U);
    EXPECT_TRUE(holder.m_editor->faultSentence({u"Born"_s, {}}).contains(u"two ways"));
    holder.m_editor->choose(1);
    EXPECT_EQ(holder.m_editor->date(), date("1979-03-04"));
    EXPECT_TRUE(holder.m_editor->suggestions().empty());
    holder.m_editor->setDate(std::nullopt);
    EXPECT_TRUE(holder.m_editor->isBlank());
}

TEST(ReadTime, ReadsTheWaysPeopleTypeATime) {
    const int now = 10 * 60 + 42;
    EXPECT_EQ(readTime(u"10:45", now), 645);
    EXPECT_EQ(readTime(u"945", now), 585);
    EXPECT_EQ(readTime(u"9.45", now), 585);
    EXPECT_EQ(readTime(u"-5m", now), 637);
    EXPECT_EQ(readTime(u"+1h", now), 702);
    EXPECT_EQ(readTime(u"-11h", now), 1422);
    EXPECT_EQ(readTime(u"now", now), now);
    for (const QStringView text : {u"24:00", u"10:60", u"12", u"x", u""})
        EXPECT_EQ(readTime(text, now), std::nullopt);
}

TEST(TimeEdit, MeansTheNearestSuchMoment) {
    const auto midnight = instant("2025-01-15T00:10:30+01:00");
    EXPECT_EQ(instantNear(midnight, 23 * 60 + 55), instant("2025-01-14T23:55:00+01:00"));
    EXPECT_EQ(instantNear(midnight, 20), instant("2025-01-15T00:20:00+01:00"));
    const test::FakeClock clock(midnight);
    Holder<TimeEdit> holder(clock);
    EXPECT_EQ(holder.after(u"-5m"_s), u"00:05"_s);
    EXPECT_EQ(holder.m_editor->instant(), instant("2025-01-15T00:05:00+01:00"));
    EXPECT_EQ(holder.after(u"25:00"_s), u"25:00"_s);
    EXPECT_EQ(holder.m_editor->faultSentence({u"Time"_s, {}}), u"Time must be a time such as 10:45."_s);
}

} // namespace
} // namespace chairside::ui
