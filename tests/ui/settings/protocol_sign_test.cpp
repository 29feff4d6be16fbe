// Signing a version for a day, and the second signature under new hard limits, by keys.
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include "tests/support/core/second_physician.h"
#include "tests/ui/settings/settings_bench.h"
#include "ui/order/order_page.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class ProtocolSigning : public SettingsBench {
protected:
    // The row whose first lines are these.
    void choose(const QString& title) {
        auto* list = findByName<QListWidget>(*page, u"protocol_list"_s);
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->text().startsWith(title)) return list->setCurrentRow(row);
        }
        FAIL() << qPrintable(title);
    }
    QString row(int at) { return findByName<QListWidget>(*page, u"protocol_list"_s)->item(at)->text(); }
    void sign(const QString& day) {
        type(u"in_force_from"_s, day);
        type(u"password"_s, QString::fromLatin1(kPassword));
        key(Qt::Key_Return);
        settle();
    }
    domain::ProtocolVersionId looserDraft() {
        const auto id = need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
        need(clinic.services.protocols.changeNumbers(clinic.physician, id,
                                                     {{"dose.max_per_kg", 1'500, "the committee"}}));
        return id;
    }
};

TEST_F(ProtocolSigning, todayStandsInTheDayAndALaterOneIsSaid) {
    (void)clinic.signedProtocol();
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    showPage(clinic.physician);
    choose(u"Course course_05, version 2"_s);
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    EXPECT_EQ(textOf(*page, u"in_force_from"_s), u"06-Jan-2025"_s);
    EXPECT_FALSE(visible(*page, u"second_signature_line"_s)) << "nothing of the limits is new";
    sign(u"14-jan-2025"_s);
    EXPECT_EQ(statuses.back(), u"The protocol is signed. It is in force from 14-Jan-2025."_s);
    EXPECT_EQ(row(0), u"Course course_05, version 2\nsigned, in force from 14-Jan-2025"_s);
    EXPECT_EQ(row(1), u"Course course_05, version 1\nin force since 06-Jan-2025"_s);
    EXPECT_TRUE(textOf(*page, u"protocol_signatures"_s).endsWith(u"by L. Okafor, MD."_s));
    picture(*page, u"protocol_upcoming"_s);
    clinic.goTo(date("2025-01-14"));
    page->open(placeOf(ui::PageKind::Settings));
    settle();
    EXPECT_EQ(row(0), u"Course course_05, version 2\nin force since 14-Jan-2025"_s);
    EXPECT_EQ(row(1), u"Course course_05, version 1\nreplaced by version 2"_s);
}

TEST_F(ProtocolSigning, aDayInThePastAndNoDayAreRefusedAtTheField) {
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    showPage(clinic.physician);
    sign(u"03-jan-2025"_s);
    EXPECT_FALSE(messageOf(u"in_force_from"_s).isEmpty());
    type(u"in_force_from"_s, u" "_s);
    type(u"password"_s, QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(messageOf(u"in_force_from"_s).isEmpty());
    EXPECT_EQ(need(clinic.services.protocols.versions(clinic.physician)).front().state, domain::ProtocolState::Draft);
}

TEST_F(ProtocolSigning, newHardLimitsAreNamedAndSignedByASecondPhysician) {
    const auto second = secondPhysician(clinic);
    (void)looserDraft();
    showPage(clinic.physician);
    EXPECT_TRUE(
        textOf(*page, u"second_signature_line"_s).contains(u"Hard limits differ from the template: Highest dose."_s))
        << qPrintable(textOf(*page, u"second_signature_line"_s));
    picture(*page, u"protocol_limits_differ"_s);
    sign(u"06-jan-2025"_s);
    EXPECT_EQ(row(0), u"Course course_05, version 1\nsigned, waits for a second signature"_s);
    EXPECT_TRUE(textOf(*page, u"second_signature_line"_s).contains(u"You signed it first"_s));
    EXPECT_FALSE(visible(*page, u"countersign_protocol"_s));

    showPage(second);
    EXPECT_TRUE(visible(*page, u"countersign_protocol"_s));
    EXPECT_FALSE(visible(*page, u"sign_protocol"_s));
    EXPECT_FALSE(visible(*page, u"in_force_from"_s));
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    picture(*page, u"protocol_countersign"_s);
    press(u"countersign_protocol"_s);
    EXPECT_FALSE(messageOf(u"password"_s).isEmpty()) << "the password is asked again";
    type(u"password"_s, QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(statuses.back(), u"The protocol has its second signature."_s);
    EXPECT_EQ(row(0), u"Course course_05, version 1\nin force since 06-Jan-2025"_s);
    EXPECT_TRUE(textOf(*page, u"protocol_signatures"_s).contains(u"by E. Roth, MD."_s));
}

TEST_F(ProtocolSigning, aNewDraftIsMadeFromASignedVersion) {
    (void)clinic.signedProtocol();
    showPage(clinic.physician);
    choose(u"Course course_05, version 1"_s);
    press(u"revise_protocol"_s);
    EXPECT_EQ(row(0), u"Course course_05, version 2\ndraft"_s);
}

TEST_F(ProtocolSigning, aNurseReadsWhereEveryVersionStandsAndSignsNothing) {
    (void)looserDraft();
    (void)clinic.signedProtocol("study_03");
    showPage(clinic.nurse);
    EXPECT_EQ(row(0), u"Course course_05, version 1\ndraft"_s);
    EXPECT_EQ(row(1), u"Course study_03, version 1\nin force since 06-Jan-2025"_s);
    auto* list = findByName<QListWidget>(*page, u"protocol_list"_s);
    for (int at = 0; at < list->count(); ++at) {
        list->setCurrentRow(at);
        for (const auto& name : {u"save_number"_s, u"retire_protocol"_s, u"sign_protocol"_s, u"countersign_protocol"_s,
                                 u"revise_protocol"_s, u"take_over_template"_s, u"in_force_from"_s, u"password"_s})
            EXPECT_FALSE(visible(*page, name)) << qPrintable(name) << " in row " << at;
    }
}

TEST_F(ProtocolSigning, anOrderOffersWhatIsInForceAndSaysWhatIsComing) {
    const auto patient = clinic.patient();
    (void)clinic.signedProtocol();
    const auto next = need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    need(clinic.services.protocols.sign(clinic.physician, next, kPassword, date("2025-01-14")));
    signIn(clinic.physician);
    ui::OrderPage order(bench);
    show(order, placeOf(ui::PageKind::Order, patient.text()));
    EXPECT_EQ(findWidget(order, u"protocol_version"_s)->findChildren<QAbstractButton*>().size(), 1);
    EXPECT_EQ(textOf(order, u"protocol_coming"_s),
              u"“Course course_05, version 2” is signed, in force from 14-Jan-2025."_s);
    EXPECT_EQ(crawl(order), std::vector<std::string>{});
    picture(order, u"order_coming"_s);
}

TEST_F(ProtocolSigning, anOrderWithoutAVersionInForceSaysWhatItWaitsFor) {
    const auto patient = clinic.patient();
    const auto id = looserDraft();
    need(clinic.services.protocols.sign(clinic.physician, id, kPassword));
    signIn(clinic.physician);
    ui::OrderPage order(bench);
    show(order, placeOf(ui::PageKind::Order, patient.text()));
    bool said = false;
    for (const auto* label : order.findChildren<QLabel*>()) {
        said = said ||
               (label->isVisible() &&
                label->text().contains(u"“Course course_05, version 1” is signed, waits for a second signature."_s));
    }
    EXPECT_TRUE(said);
}

} // namespace
} // namespace chairside::test
