// Ordering a course by keys, over the real services.
#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>

#include "tests/support/gui/random_keys.h"
#include "tests/ui/order/order_bench.h"
#include "ui/format/to_qt.h"
#include "ui/order/order_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

TEST_F(OrderCourse, withoutASignedProtocolNothingCanBeOrdered) {
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    showPage();
    EXPECT_TRUE(visible(page, u"open_settings"_s));
    EXPECT_FALSE(page.can(ui::Command::Complete));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"order_no_protocol"_s);
    findWidget(page, u"open_settings"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Settings)});
}

TEST_F(OrderCourse, anActiveCourseStandsInTheWay) {
    (void)clinic.orderedCourse(*anna);
    showPage();
    EXPECT_TRUE(visible(page, u"active_to_overview"_s));
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"active_to_overview"_s));
    key(Qt::Key_Space);
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Overview, anna->text())});
}

TEST_F(OrderCourse, aNurseCannotOrder) {
    (void)clinic.signedProtocol();
    signIn(clinic.nurse);
    showPage();
    EXPECT_TRUE(visible(page, u"denied_to_overview"_s));
}

TEST_F(OrderCourse, nothingIsPreselectedAndNoDoseIsProposed) {
    (void)clinic.signedProtocol();
    showPage();
    for (const auto* button : page.findChildren<QRadioButton*>())
        EXPECT_FALSE(button->isChecked());
    EXPECT_TRUE(textOf(page, u"dose_per_kg"_s).isEmpty());
    chooseProtocol();
    EXPECT_TRUE(textOf(page, u"dose_per_kg"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"minutes"_s), u"90"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
}

TEST_F(OrderCourse, anEmptySubmitListsEveryMissingItemAndGoesToTheSummary) {
    (void)clinic.signedProtocol();
    showPage();
    signOrder();
    for (const QString& field :
         {u"protocol_version"_s, u"dose_per_kg"_s, u"minutes"_s, u"date_1"_s, u"goal"_s, u"stop_rule"_s,
          u"consent_on"_s, u"consent_ref"_s, u"initials"_s, u"birth_year"_s, u"password"_s}) {
        EXPECT_FALSE(message(field).isEmpty()) << qPrintable(field);
    }
    EXPECT_EQ(QApplication::focusWidget(), form().strip().firstTarget());
    chooseProtocol();
    signOrder();
    for (int at = 1; at <= 6; ++at)
        EXPECT_FALSE(message(u"date_%1"_s.arg(at)).isEmpty()) << at;
    EXPECT_TRUE(message(u"protocol_version"_s).isEmpty());
    EXPECT_TRUE(message(u"baseline_1"_s).isEmpty());
    settle();
    picture(page, u"order_empty_submit"_s);
    EXPECT_TRUE(courses().empty());
}

TEST_F(OrderCourse, altNGoesFromOneMissingEntryToTheNext) {
    (void)clinic.signedProtocol();
    showPage();
    chooseProtocol();
    type(u"dose_per_kg"_s, u"0.5"_s);
    type(u"goal"_s, u"Walk for half an hour"_s);
    auto* next = findWidget(page, u"next_unanswered"_s);
    QStringList order;
    findWidget(page, u"protocol_version"_s)->setFocus();
    for (int press = 0; press < 13; ++press) {
        QMetaObject::invokeMethod(next, "pressed");
        const QString name = QApplication::focusWidget()->objectName();
        if (order.contains(name)) break;
        order << name;
    }
    EXPECT_EQ(order, (QStringList{u"date_1"_s, u"date_2"_s, u"date_3"_s, u"date_4"_s, u"date_5"_s, u"date_6"_s,
                                  u"consent_on"_s, u"consent_ref"_s, u"initials"_s, u"birth_year"_s, u"password"_s}));
}

TEST_F(OrderCourse, swappedHeightAndWeightAreSaidBesideTheFieldAndAskedBack) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"weight"_s, u"165"_s);
    type(u"height"_s, u"110"_s);
    EXPECT_TRUE(helpOf(u"height"_s).contains(u"look swapped"_s)) << qPrintable(helpOf(u"height"_s));
    EXPECT_TRUE(visible(page, u"weight_again"_s));
    signOrder();
    EXPECT_TRUE(courses().empty());
    EXPECT_FALSE(message(u"weight_again"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"weight"_s), u"165"_s) << "what was typed is kept";
    findWidget(page, u"weight_again"_s)->setFocus();
    settle();
    picture(page, u"order_swapped"_s);
    type(u"weight"_s, u"68"_s);
    type(u"height"_s, u"165"_s);
    EXPECT_FALSE(visible(page, u"weight_again"_s));
    EXPECT_FALSE(helpOf(u"height"_s).contains(u"▲"_s)) << qPrintable(helpOf(u"height"_s));
    EXPECT_TRUE(textOf(page, u"sum_weight"_s).contains(u"68 kg on 06-Jan-2025 → 34 mg"_s));
    type(u"password"_s, QString::fromLatin1(kPassword));
    signOrder();
    ASSERT_EQ(courses().size(), 1U);
    const auto overview = need(clinic.services.patients.overview(clinic.nurse, *anna, services::Reading::Refresh));
    EXPECT_EQ(overview.weight, domain::Weight::ofWhole(68));
}

TEST_F(OrderCourse, impossibleBodiesAreRefusedBesideTheField) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"weight"_s, u"68"_s);
    type(u"height"_s, u"17"_s);
    signOrder();
    EXPECT_EQ(message(u"height"_s), u"Height must be from 100 to 230 cm."_s);
    EXPECT_TRUE(courses().empty());
    type(u"height"_s, u"170"_s);
    type(u"weight"_s, u"300"_s);
    EXPECT_TRUE(helpOf(u"weight"_s).contains(u"typed in pounds"_s)) << qPrintable(helpOf(u"weight"_s));
    type(u"password"_s, QString::fromLatin1(kPassword));
    signOrder();
    EXPECT_EQ(message(u"weight"_s), u"Body weight must be from 30 to 250 kg."_s);
}

TEST_F(OrderCourse, leavingAnEmptyFieldSaysNothing) {
    (void)clinic.signedProtocol();
    showPage();
    chooseProtocol();
    for (const QString& field :
         {u"dose_per_kg"_s, u"minutes"_s, u"reason"_s, u"date_1"_s, u"stop_rule"_s, u"goal"_s, u"consent_on"_s,
          u"consent_by"_s, u"consent_ref"_s, u"initials"_s, u"birth_year"_s, u"password"_s}) {
        findWidget(page, field)->setFocus();
        key(Qt::Key_Tab);
        EXPECT_TRUE(message(field).isEmpty()) << qPrintable(field);
    }
}

TEST_F(OrderCourse, escapeKeepsWhatIsTyped) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    for (const QString& field : {u"dose_per_kg"_s, u"date_3"_s, u"goal"_s, u"consent_ref"_s}) {
        const QString before = textOf(page, field);
        findWidget(page, field)->setFocus();
        key(Qt::Key_Escape);
        EXPECT_EQ(textOf(page, field), before) << qPrintable(field);
    }
    EXPECT_TRUE(places.empty()) << "Esc does not leave the order";
    signOrder();
    EXPECT_EQ(courses().size(), 1U);
}

TEST_F(OrderCourse, theFirstDateProposesTheOthers) {
    (void)clinic.signedProtocol();
    showPage();
    chooseProtocol();
    type(u"date_1"_s, u"09-jan-2025"_s);
    EXPECT_EQ(textOf(page, u"date_1"_s), u"09-Jan-2025"_s);
    EXPECT_EQ(textOf(page, u"date_6"_s), u"13-Feb-2025"_s);
    EXPECT_EQ(textOf(page, u"plan_line"_s), u"✔ The dates fit the protocol: 35 days from first to last."_s);
    // Untouched proposals follow the first date; a date somebody changed stays.
    type(u"date_1"_s, u"10-jan-2025"_s);
    EXPECT_NE(textOf(page, u"date_6"_s), u"13-Feb-2025"_s);
    type(u"date_6"_s, u"12-feb-2025"_s);
    type(u"date_1"_s, u"09-jan-2025"_s);
    EXPECT_EQ(textOf(page, u"date_6"_s), u"12-Feb-2025"_s);
    alt('T');
    EXPECT_EQ(textOf(page, u"date_6"_s), u"13-Feb-2025"_s);
}

TEST_F(OrderCourse, arrowsMoveBetweenTheDatesAndAltArrowsMoveADateByADay) {
    (void)clinic.signedProtocol();
    showPage();
    chooseProtocol();
    type(u"date_1"_s, u"09-jan-2025"_s);
    findWidget(page, u"date_2"_s)->setFocus();
    const QString second = textOf(page, u"date_2"_s);
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_NE(textOf(page, u"date_2"_s), second);
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(textOf(page, u"date_2"_s), second);
    key(Qt::Key_Down);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"date_3"_s));
    key(Qt::Key_Up);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"date_2"_s));
}

TEST_F(OrderCourse, aDateThatDoesNotFitIsSaidNextToItAndRefused) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"date_2"_s, u"10-jan-2025"_s);
    EXPECT_TRUE(findWidget(page, u"date_2"_s)
                    ->accessibleDescription()
                    .contains(u"▲ Infusion 2 is 1 day after the one before; the protocol needs at least 2 days."_s));
    type(u"date_3"_s, u"19-jan-2025"_s);
    EXPECT_TRUE(findWidget(page, u"date_3"_s)->accessibleDescription().contains(u"clinic is closed"_s));
    picture(page, u"order_conflict"_s);
    signOrder();
    EXPECT_EQ(message(u"date_2"_s), u"Infusion 2 is 1 day after the one before; the protocol needs at least 2 days."_s);
    EXPECT_EQ(message(u"date_3"_s), u"Infusion 3 is on a day the clinic is closed."_s);
    EXPECT_TRUE(courses().empty());
    EXPECT_EQ(textOf(page, u"goal"_s), u"Walk for half an hour"_s);
}

TEST_F(OrderCourse, aDoseOutsideTheLimitsIsRefusedWithTheLimit) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"dose_per_kg"_s, u"5"_s);
    signOrder();
    EXPECT_EQ(message(u"dose_per_kg"_s),
              u"Dose per kg must be 2 mg per kg or lower: this is the limit of the protocol."_s);
    type(u"dose_per_kg"_s, u"0.05"_s);
    type(u"minutes"_s, u"5"_s);
    signOrder();
    EXPECT_TRUE(message(u"dose_per_kg"_s).contains(u"0.1 mg per kg or higher"_s));
    EXPECT_TRUE(message(u"minutes"_s).contains(u"10 minutes or higher"_s));
    EXPECT_TRUE(courses().empty());
}

// All but the dose is right, and no sequence of these keys types another one.
TEST_F(OrderCourse, noneOfFiftyRandomKeySequencesSignsPastAHardStop) {
    (void)clinic.signedProtocol();
    int refused = 0;
    for (unsigned seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE(seed);
        openForAnother(seed);
        fill(u"5"_s);
        signOrder();
        settle();
        if (!message(u"dose_per_kg"_s).isEmpty()) ++refused;
        type(u"password"_s, QString::fromLatin1(kPassword));
        RandomKeys random(seed, u"adgmnprstwy"_s);
        for (int chance = 0; chance < 3; ++chance)
            random.add([this] { signOrder(); });
        random.press(30);
        ASSERT_TRUE(courses().empty());
    }
    EXPECT_EQ(refused, 50) << "only the hard stop stood in the way";
    openForAnother(0);
    fill(u"0.5"_s);
    signOrder();
    settle();
    EXPECT_EQ(courses().size(), 1U);
}

TEST_F(OrderCourse, aDoseAboveTheSoftLimitAsksForAReasonAndKeepsIt) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"dose_per_kg"_s, u"1.1"_s);
    signOrder();
    EXPECT_FALSE(message(u"reason"_s).isEmpty());
    EXPECT_TRUE(courses().empty());
    type(u"reason"_s, u"0.9 was borne well and did too little"_s);
    signOrder();
    ASSERT_EQ(courses().size(), 1U);
    EXPECT_EQ(clinic.review(courses().front().course.id).orders.front().reason,
              "0.9 was borne well and did too little");
}

TEST_F(OrderCourse, aWrongIdentityIsRefusedWithoutAWayAroundIt) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"initials"_s, u"BT"_s);
    type(u"birth_year"_s, u"1978"_s);
    signOrder();
    EXPECT_TRUE(message(u"initials"_s).contains(u"do not match this patient"_s));
    EXPECT_TRUE(message(u"birth_year"_s).contains(u"does not match this patient"_s));
    EXPECT_TRUE(courses().empty());
}

TEST_F(OrderCourse, aWrongPasswordKeepsEverythingButThePassword) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"password"_s, u"not mine at all"_s);
    signOrder();
    EXPECT_EQ(message(u"password"_s), u"The password is not right. Nothing was signed."_s);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"password"_s));
    EXPECT_EQ(textOf(page, u"initials"_s), u"AT"_s);
    keys(QString::fromLatin1(kPassword));
    signOrder();
    EXPECT_EQ(courses().size(), 1U);
}

TEST_F(OrderCourse, aVersionThatWasReplacedOverNightIsSaidAndKeepsWhatWasTyped) {
    (void)clinic.signedProtocol();
    const auto next = need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    need(clinic.services.protocols.sign(clinic.physician, next, kPassword, date("2025-01-07")));
    showPage();
    fill();
    clinic.goTo(date("2025-01-07"));
    signOrder();
    EXPECT_TRUE(form().strip().text().contains(u"not in force today"_s)) << qPrintable(form().strip().text());
    EXPECT_EQ(textOf(page, u"goal"_s), u"Walk for half an hour"_s);
    EXPECT_TRUE(courses().empty());
}

TEST_F(OrderCourse, aBaselineRowNeedsBothItsPartsAndRefusalsFindTheirRow) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    type(u"baseline_2_date"_s, u"-1d"_s);
    signOrder();
    EXPECT_FALSE(message(u"baseline_2"_s).isEmpty());
    findWidget(page, u"baseline_2"_s)->setFocus();
    keys(u"7"_s);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"baseline_3_date"_s));
    EXPECT_EQ(textOf(page, u"sum_baseline"_s), u"7, one score"_s);
    type(u"baseline_2_date"_s, u"+1d"_s);
    signOrder();
    EXPECT_FALSE(message(u"baseline_2"_s).isEmpty());
    type(u"baseline_2_date"_s, u"-1d"_s);
    signOrder();
    ASSERT_EQ(courses().size(), 1U);
    const auto review = clinic.review(courses().front().course.id);
    EXPECT_EQ(review.baselineScores, 1);
}

TEST_F(OrderCourse, theDoseIsPreviewedWithTheWeightAndItsDate) {
    const auto first = clinic.orderedCourse(*anna);
    clinic.giveAll(first, {8, 7, 6, 6, 5, 5});
    showPage();
    chooseProtocol();
    type(u"dose_per_kg"_s, u".51"_s);
    EXPECT_EQ(textOf(page, u"dose_preview"_s), u"70 kg on 23-Jan-2025 → 35.7 mg"_s);
    EXPECT_TRUE(textOf(page, u"dose_notes"_s).contains(u"Information: below the guideline’s 80 mg total."_s));
    type(u"dose_per_kg"_s, u"0.512"_s);
    EXPECT_EQ(textOf(page, u"dose_preview"_s),
              u"70 kg on 23-Jan-2025 → 35.84 mg → 35.8 mg, rounded to 0.1 mg, −0.1 %"_s);
    type(u"dose_per_kg"_s, u"1.2"_s);
    EXPECT_TRUE(textOf(page, u"dose_notes"_s).contains(u"Above 1 mg per kg"_s));
}

TEST_F(OrderCourse, withoutAWeightThePreviewSaysWhereItComesFrom) {
    (void)clinic.signedProtocol();
    showPage();
    chooseProtocol();
    type(u"dose_per_kg"_s, u"0.5"_s);
    EXPECT_EQ(textOf(page, u"dose_preview"_s),
              u"0.5 mg per kg: the weight is taken at the chair, and the dose in mg follows from it."_s);
}

TEST_F(OrderCourse, aDraftStaysWithItsPatientButIdentityDoesNot) {
    (void)clinic.signedProtocol();
    const auto mira = clinic.patient(aPatient("Mira", "Tester", "KC 0201", "1988-07-30"));
    showPage();
    fill();
    reopen(page, placeOf(ui::PageKind::Order, mira.text()));
    EXPECT_TRUE(textOf(page, u"goal"_s).isEmpty());
    EXPECT_TRUE(textOf(page, u"dose_per_kg"_s).isEmpty());
    EXPECT_EQ(banner->familyName, u"Tester"_s);
    reopen(page, placeOf(ui::PageKind::Order, anna->text()));
    EXPECT_EQ(textOf(page, u"goal"_s), u"Walk for half an hour"_s);
    EXPECT_EQ(textOf(page, u"date_6"_s), u"13-Feb-2025"_s);
    EXPECT_TRUE(textOf(page, u"initials"_s).isEmpty());
    EXPECT_TRUE(textOf(page, u"password"_s).isEmpty());
}

// What is on the screen when the program is killed, a second after the last key.
TEST_F(OrderCourse, aDraftIsThereAgainAfterTheProgramEnded) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    page.tick(bench.now());
    settle();
    ui::OrderPage next{bench};
    show(next, placeOf(ui::PageKind::Order, anna->text()));
    EXPECT_EQ(textOf(next, u"goal"_s), u"Walk for half an hour"_s);
    EXPECT_EQ(textOf(next, u"dose_per_kg"_s), u"0.5"_s);
    EXPECT_EQ(textOf(next, u"date_1"_s), u"09-Jan-2025"_s);
    EXPECT_TRUE(textOf(next, u"initials"_s).isEmpty());
    EXPECT_TRUE(textOf(next, u"password"_s).isEmpty());
}

TEST_F(OrderCourse, aSignedOrderLeavesNoDraft) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    page.tick(bench.now());
    signOrder();
    settle();
    EXPECT_EQ(need(clinic.services.drafts.find(clinic.physician, {"order", anna->text()})), std::nullopt);
}

TEST_F(OrderCourse, aProtocolSignedMeanwhileKeepsWhatWasTyped) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    (void)clinic.signedProtocol("study_03");
    settle();
    EXPECT_EQ(page.findChildren<QRadioButton*>(u"choice1"_s).size(), 1);
    EXPECT_EQ(textOf(page, u"goal"_s), u"Walk for half an hour"_s);
    EXPECT_EQ(textOf(page, u"date_3"_s), u"23-Jan-2025"_s);
}

TEST_F(OrderCourse, whileItIsBeingSignedNothingIsSignedTwice) {
    (void)clinic.signedProtocol();
    showPage();
    fill();
    runner.hold();
    signOrder();
    signOrder();
    EXPECT_EQ(textOf(page, u"sign_order"_s), u"Signing…"_s);
    EXPECT_TRUE(places.empty());
    runner.release();
    EXPECT_EQ(courses().size(), 1U);
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
}

TEST_F(OrderCourse, theWholeFormReadsWellAndLooksRight) {
    (void)clinic.signedProtocol();
    (void)clinic.signedProtocol("study_03");
    showPage();
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    chooseProtocol();
    type(u"date_1"_s, u"09-jan-2025"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    chooseProtocol(1);
    picture(page, u"order_start"_s);
}

} // namespace

} // namespace chairside::test
