// Working on a draft, and taking a signed version out of force, by keys.
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

#include "core/domain/protocol/protocol_changes.h"
#include "tests/ui/settings/settings_bench.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class ProtocolDraft : public SettingsBench {
protected:
    domain::ProtocolVersion version() { return need(clinic.services.protocols.versions(clinic.physician)).front(); }
    ui::TableView& numbers() { return *findByName<ui::TableView>(*page, u"protocol_numbers"_s); }
    void chooseNumber(const QString& name) {
        auto* model = numbers().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 1).data().toString() != name) continue;
            numbers().selectRow(row);
            return;
        }
        FAIL() << qPrintable(name);
    }
};

TEST_F(ProtocolDraft, aNumberIsChangedWithItsRangeAndItsReasonInSight) {
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    showPage(clinic.physician);
    EXPECT_FALSE(visible(*page, u"number_value"_s)) << "no number is chosen";
    chooseNumber(u"Highest dose"_s);
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    EXPECT_TRUE(findWidget(*page, u"number_value"_s)
                    ->accessibleDescription()
                    .contains(u"A protocol may say 0.01 to 5 mg per kg."_s))
        << qPrintable(findWidget(*page, u"number_value"_s)->accessibleDescription());
    type(u"number_value"_s, u"9"_s);
    type(u"number_why"_s, u"The committee of 05-Jan-2025"_s);
    picture(*page, u"protocol_draft"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(messageOf(u"number_value"_s).isEmpty()) << "out of the range of any protocol";
    EXPECT_EQ(textOf(*page, u"number_why"_s), u"The committee of 05-Jan-2025"_s);
    type(u"number_value"_s, u"1.5"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(version().rules.dose.maxPerKg, perKg(1'500));
    EXPECT_EQ(domain::whyOf(version(), "dose.max_per_kg"), "The committee of 05-Jan-2025");
    EXPECT_EQ(statuses.back(), u"“Highest dose” is saved in the draft."_s);
    EXPECT_EQ(numbers().model()->index(numbers().currentRow(), 1).data().toString(), u"Highest dose"_s)
        << "the number stays the chosen one";
}

TEST_F(ProtocolDraft, aNumberWithoutAReasonIsNotTaken) {
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    showPage(clinic.physician);
    chooseNumber(u"Highest dose"_s);
    type(u"number_value"_s, u"1.5"_s);
    type(u"number_why"_s, u" "_s);
    press(u"save_number"_s);
    EXPECT_FALSE(messageOf(u"number_why"_s).isEmpty());
    EXPECT_EQ(version().rules.dose.maxPerKg, perKg(2'000));
}

TEST_F(ProtocolDraft, wordsAreChosenAndWeekdaysTicked) {
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    showPage(clinic.physician);
    chooseNumber(u"Sedation scale"_s);
    auto* choice = findByName<QComboBox>(*page, u"number_choice"_s);
    ASSERT_TRUE(choice->isVisible());
    choice->setCurrentIndex(choice->findText(u"POSS"_s));
    type(u"number_why"_s, u"The nurses know it"_s);
    press(u"save_number"_s);
    EXPECT_EQ(version().rules.monitoring.sedationScale, domain::SedationScale::Poss);
    chooseNumber(u"Days the clinic gives infusions"_s);
    ASSERT_TRUE(visible(*page, u"number_days"_s));
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    const int before = version().rules.regimen.clinicDays;
    findWidget(*page, u"weekday_6"_s)->setFocus();
    key(Qt::Key_Space);
    type(u"number_why"_s, u"Open on Saturdays from March on"_s);
    press(u"save_number"_s);
    EXPECT_EQ(version().rules.regimen.clinicDays, before ^ 0b0100000);
}

TEST_F(ProtocolDraft, aSignedVersionHasNothingToEditAndIsRetiredWithAReason) {
    (void)clinic.signedProtocol();
    showPage(clinic.physician);
    chooseNumber(u"Highest dose"_s);
    EXPECT_FALSE(visible(*page, u"number_value"_s));
    EXPECT_FALSE(visible(*page, u"save_number"_s));
    press(u"retire_protocol"_s);
    EXPECT_FALSE(messageOf(u"reason"_s).isEmpty());
    EXPECT_FALSE(messageOf(u"retire_password"_s).isEmpty());
    type(u"reason"_s, u"A newer one is signed"_s);
    type(u"retire_password"_s, QString::fromLatin1(kPassword));
    picture(*page, u"protocol_retire"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(version().state, domain::ProtocolState::Retired);
    EXPECT_EQ(statuses.back(), u"The version is retired. Courses that run under it keep it."_s);
    EXPECT_FALSE(visible(*page, u"retire_protocol"_s));
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
}

TEST_F(ProtocolDraft, aNurseReadsAndChangesNothing) {
    (void)clinic.signedProtocol();
    (void)need(clinic.services.protocols.takeOver(clinic.physician, "study_03"));
    showPage(clinic.nurse);
    auto* list = findByName<QListWidget>(*page, u"protocol_list"_s);
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        for (const auto& name : {u"save_number"_s, u"retire_protocol"_s, u"sign_protocol"_s, u"take_over_template"_s})
            EXPECT_FALSE(visible(*page, name)) << qPrintable(name) << " in row " << row;
    }
}

} // namespace
} // namespace chairside::test
