// Dates of an order against what the clinic can take.
#include "tests/ui/order/order_bench.h"

namespace chairside::test {

namespace {

class OrderDates : public OrderCourse {
protected:
    void SetUp() override {
        OrderCourse::SetUp();
        (void)clinic.signedProtocol();
    }
    void close(std::vector<base::CalendarDate> days, std::optional<int> perDay = {}) {
        need(clinic.services.chairs.setDays(clinic.administrator, {perDay, std::move(days)}));
    }
    QString help(const QString& field) { return findWidget(page, field)->accessibleDescription(); }
    std::vector<QString> dates() {
        std::vector<QString> found;
        for (int at = 1; at <= 6; ++at)
            found.push_back(textOf(page, u"date_%1"_s.arg(at)));
        return found;
    }
};

TEST_F(OrderDates, theProposalGoesAroundClosedDays) {
    showPage();
    chooseProtocol();
    type(u"date_1"_s, u"09-jan-2025"_s);
    const auto before = dates();
    close({date("2025-01-16"), date("2025-01-23")});
    settle();
    findWidget(page, u"propose_dates"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    for (const auto& one : dates()) {
        EXPECT_NE(one, u"16-Jan-2025"_s);
        EXPECT_NE(one, u"23-Jan-2025"_s);
    }
    EXPECT_NE(dates(), before);
    EXPECT_TRUE(textOf(page, u"plan_line"_s).startsWith(u"✔ The dates fit the protocol"_s))
        << qPrintable(textOf(page, u"plan_line"_s));
}

TEST_F(OrderDates, aDayThatIsClosedOrFullIsSaidAtItsDate) {
    const auto other = clinic.patient(aPatient("Ben", "Tester", "KC 0999", "1966-02-02"));
    (void)clinic.orderedCourse(other);
    const auto taken = need(clinic.services.courses.calendar(clinic.physician)).planned.begin()->first;
    close({date("2025-01-10")}, 1);
    showPage();
    chooseProtocol();
    type(u"date_1"_s, u"10-jan-2025"_s);
    EXPECT_TRUE(help(u"date_1"_s).contains(u"▲ Infusion 1 is on a day the clinic lists as closed."_s))
        << qPrintable(help(u"date_1"_s));
    type(u"date_1"_s, QString::fromStdString(taken.iso()));
    EXPECT_TRUE(help(u"date_1"_s).contains(u"▲ Infusion 1 is on a full day: the chairs take no more than 1 a day."_s))
        << qPrintable(help(u"date_1"_s));
}

TEST_F(OrderDates, aScheduleThatCannotFitSaysWhyAndChangesNothing) {
    showPage();
    chooseProtocol();
    type(u"date_1"_s, u"09-jan-2025"_s);
    const auto before = dates();
    std::vector<base::CalendarDate> days;
    for (int day = 0; day < 19; ++day)
        days.push_back(date("2025-01-10").plusDays(day));
    close(days);
    settle();
    findWidget(page, u"propose_dates"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    EXPECT_EQ(dates(), before);
    EXPECT_EQ(textOf(page, u"plan_line"_s),
              u"▲ Closed days of the clinic, the first on 10-Jan-2025, leave no room for the protocol’s gaps. Nothing "
              u"was changed. Choose another first date."_s);
    picture(page, u"order_no_schedule"_s);
}

} // namespace
} // namespace chairside::test
