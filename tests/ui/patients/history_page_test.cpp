// The history of a patient by keys: adding, correcting, ending; nothing is lost, the banner follows.
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>

#include "tests/ui/patients/page_bench.h"
#include "ui/format/to_qt.h"
#include "ui/history/history_form.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/history/patient_state_form.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

using domain::HistoryKind;

class HistoryPageTest : public PageBench {
protected:
    void SetUp() override { show(page, placeOf(ui::PageKind::History, anna.text())); }

    void type(const QString& field, const QString& text) {
        findWidget(page, field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void choose(const QString& field, int value) {
        auto* button = findWidget(page, field)->findChild<QRadioButton*>(u"choice%1"_s.arg(value));
        ASSERT_NE(button, nullptr) << qPrintable(field);
        button->setFocus();
        key(Qt::Key_Space);
    }
    void save() {
        page.perform(ui::Command::Complete);
        settle();
    }
    void addMedicine(const QString& name) {
        alt('M');
        type(u"text"_s, name);
        type(u"dose"_s, u"50 mg twice a day"_s);
        type(u"route"_s, u"by mouth"_s);
        type(u"since"_s, u"02-nov-2024"_s);
        save();
    }
    [[nodiscard]] ui::TableView& table() { return *findByName<ui::TableView>(page, u"history_table"_s); }
    // The cells of every row as one line each.
    [[nodiscard]] QStringList rows() {
        QStringList lines;
        const auto* model = table().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            lines << cells.join(u" | "_s);
        }
        return lines;
    }
    [[nodiscard]] QString rowWith(const QString& text) { return rows().filter(text).join(u'\n'); }
    void chooseRow(const QString& text) {
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            if (!rows().at(row).contains(text)) continue;
            table().setFocus();
            table().selectRow(row);
            return;
        }
        FAIL() << "no such row: " << qPrintable(text);
    }
    [[nodiscard]] bool formOpen() { return page.findChild<ui::HistoryForm*>() != nullptr; }
    [[nodiscard]] QString message(const QString& field) {
        return page.findChild<ui::HistoryForm*>()->findChild<ui::FormBuilder*>()->messageOf(field);
    }
    [[nodiscard]] QString stateMessage(const QString& field) {
        return page.findChild<ui::PatientStateForm*>()->findChild<ui::FormBuilder*>()->messageOf(field);
    }
    void includeAll() {
        auto* box = findByName<QCheckBox>(page, u"include_all"_s);
        box->setFocus();
        key(Qt::Key_Space);
    }

    domain::PatientId anna = clinic.patient();
    ui::HistoryPage page{bench};
};

TEST_F(HistoryPageTest, aMarkedMedicineIsAddedByKeysAndStandsInTheBanner) {
    ASSERT_TRUE(banner.has_value());
    EXPECT_TRUE(banner->medicines.isEmpty());
    EXPECT_EQ(QApplication::focusWidget(), &table());
    addMedicine(u"Tramadol"_s);
    EXPECT_FALSE(formOpen());
    EXPECT_TRUE(rowWith(u"Tramadol"_s).contains(u"Medicine | Tramadol (▲ opioid) | 50 mg twice a day, by mouth"_s));
    EXPECT_TRUE(rowWith(u"Tramadol"_s).contains(u"since 02-Nov-2024"_s));
    EXPECT_EQ(banner->medicines, u"Tramadol (opioid)"_s);
    EXPECT_EQ(QApplication::focusWidget(), &table());
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
}

TEST_F(HistoryPageTest, anOrdinaryMedicineIsNotMarkedUnlessItIsSaidByHand) {
    addMedicine(u"Paracetamol"_s);
    EXPECT_TRUE(banner->medicines.isEmpty());
    alt('M');
    type(u"text"_s, u"Study drug"_s);
    choose(u"group"_s, static_cast<int>(domain::MedicineGroup::MaoInhibitor));
    save();
    EXPECT_EQ(banner->medicines, u"Study drug (MAO inhibitor)"_s);
}

TEST_F(HistoryPageTest, aCorrectionKeepsTheOldValueVisible) {
    addMedicine(u"Amitryptiline"_s);
    chooseRow(u"Amitryptiline"_s);
    key(Qt::Key_Return);
    ASSERT_TRUE(formOpen());
    EXPECT_EQ(textOf(page, u"dose"_s), u"50 mg twice a day"_s);
    type(u"text"_s, u"Amitriptyline"_s);
    save();
    EXPECT_EQ(message(u"reason"_s), u"Reason is needed."_s);
    type(u"reason"_s, u"spelling"_s);
    save();
    EXPECT_TRUE(rowWith(u"Amitriptyline"_s).contains(u"current, corrected: spelling"_s));
    EXPECT_TRUE(rowWith(u"Amitryptiline"_s).isEmpty());
    includeAll();
    EXPECT_TRUE(rowWith(u"Amitryptiline"_s).contains(u"replaced"_s));
}

TEST_F(HistoryPageTest, anEndedMedicineLeavesTheBannerAndKeepsItsLastDay) {
    addMedicine(u"Tramadol"_s);
    chooseRow(u"Tramadol"_s);
    alt('L');
    save();
    EXPECT_EQ(message(u"until"_s), u"Last day is needed."_s);
    type(u"until"_s, u"05-jan-2025"_s);
    type(u"reason"_s, u"no effect"_s);
    save();
    EXPECT_TRUE(rowWith(u"Tramadol"_s).isEmpty());
    EXPECT_TRUE(banner->medicines.isEmpty());
    includeAll();
    EXPECT_TRUE(rowWith(u"02-Nov-2024 to 05-Jan-2025"_s).contains(u"ended: no effect"_s));
}

TEST_F(HistoryPageTest, whatWasRecordedWronglyIsSaidToBeSo) {
    addMedicine(u"Lithium"_s);
    chooseRow(u"Lithium"_s);
    alt('W');
    EXPECT_FALSE(page.can(ui::Command::Complete));
    type(u"reason"_s, u"another patient"_s);
    alt('Y');
    settle();
    EXPECT_TRUE(rowWith(u"Lithium"_s).isEmpty());
    includeAll();
    EXPECT_TRUE(rowWith(u"Lithium"_s).contains(u"recorded in error: another patient"_s));
    chooseRow(u"Lithium"_s);
    EXPECT_FALSE(findWidget(page, u"correct_entry"_s)->isEnabled());
}

TEST_F(HistoryPageTest, allergiesAreKnownNoneKnownOrNotRecordedAndTheBannerSaysWhich) {
    EXPECT_EQ(banner->allergyState, ui::AllergyState::Known);
    alt('K');
    alt('Y');
    settle();
    ASSERT_TRUE(formOpen());
    EXPECT_EQ(banner->allergyState, ui::AllergyState::Known);
    key(Qt::Key_Escape);
    chooseRow(u"penicillin"_s);
    alt('W');
    type(u"reason"_s, u"never had it"_s);
    alt('Y');
    settle();
    EXPECT_EQ(banner->allergyState, ui::AllergyState::NotRecorded);
    EXPECT_TRUE(visible(page, u"allergies_missing"_s));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    alt('K');
    alt('Y');
    settle();
    EXPECT_EQ(banner->allergyState, ui::AllergyState::NoneKnown);
    EXPECT_FALSE(visible(page, u"allergies_missing"_s));
}

TEST_F(HistoryPageTest, theDiagnosisIsProposedWithItsCodeAndAsksWhatThePainBeganAfter) {
    alt('D');
    EXPECT_EQ(textOf(page, u"text"_s), u"Fibromyalgia"_s);
    EXPECT_EQ(textOf(page, u"code"_s), u"M79.7"_s);
    type(u"code"_s, u"fibro"_s);
    type(u"since"_s, u"01-mar-2019"_s);
    key(Qt::Key_Tab);
    save();
    EXPECT_EQ(message(u"code"_s), u"An ICD-10 code looks like M79.7. Check the letters and the dot."_s);
    EXPECT_FALSE(message(u"trigger"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"since"_s), u"01-Mar-2019"_s);
    type(u"code"_s, u"m79.7"_s);
    choose(u"trigger"_s, static_cast<int>(domain::OnsetTrigger::Infection));
    save();
    EXPECT_TRUE(
        rowWith(u"Fibromyalgia"_s).contains(u"Fibromyalgia (M79.7) | after an infection | since 01-Mar-2019"_s));
}

TEST_F(HistoryPageTest, contactsReachTheBanner) {
    alt('C');
    type(u"text"_s, u"Peter Testpatient"_s);
    type(u"note"_s, u"husband"_s);
    type(u"phone"_s, u"0555 0143"_s);
    save();
    EXPECT_EQ(banner->more.back(), std::pair(u"Escort"_s, u"Peter Testpatient, husband, 0555 0143"_s));
}

TEST_F(HistoryPageTest, escapeAndAnotherPatientKeepWhatWasTyped) {
    alt('M');
    type(u"text"_s, u"Gabapentin"_s);
    key(Qt::Key_Escape);
    settle();
    EXPECT_FALSE(formOpen());
    const auto mira = clinic.patient(aPatient("Mira", "Tester", "KC 0201", "1988-07-30"));
    reopen(page, placeOf(ui::PageKind::History, mira.text()));
    EXPECT_EQ(banner->familyName, u"Tester"_s);
    alt('M');
    settle();
    EXPECT_EQ(textOf(page, u"text"_s), QString());
    reopen(page, placeOf(ui::PageKind::History, anna.text()));
    alt('M');
    settle();
    EXPECT_EQ(textOf(page, u"text"_s), u"Gabapentin"_s);
}

TEST_F(HistoryPageTest, nothingOfOnePatientIsLeftWhileAnotherIsRead) {
    addMedicine(u"Tramadol"_s);
    const auto mira = clinic.patient(aPatient("Mira", "Tester", "KC 0201", "1988-07-30"));
    runner.hold();
    page.open(placeOf(ui::PageKind::History, mira.text()));
    EXPECT_FALSE(banner.has_value());
    EXPECT_FALSE(visible(page, u"history_table"_s));
    runner.release();
    settle();
    EXPECT_TRUE(rowWith(u"Tramadol"_s).isEmpty());
}

TEST_F(HistoryPageTest, everyFormHasItsNamesKeysAndRoom) {
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"history"_s);
    for (const auto kind : domain::kAllHistoryKinds) {
        findWidget(page, u"add_%1"_s.arg(static_cast<int>(kind)))->setFocus();
        key(Qt::Key_Return);
        ASSERT_TRUE(formOpen());
        EXPECT_EQ(crawl(page), std::vector<std::string>{}) << static_cast<int>(kind);
        if (kind == HistoryKind::Medicine) picture(page, u"history_medicine"_s);
        key(Qt::Key_Escape);
        settle();
    }
    addMedicine(u"Tramadol"_s);
    chooseRow(u"Tramadol"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"history_correct"_s);
}

TEST_F(HistoryPageTest, aDeathIsRecordedByKeysAndTheBannerSaysSo) {
    EXPECT_EQ(banner->recordState, ui::RecordState::Active);
    EXPECT_FALSE(visible(page, u"state_line"_s));
    alt('X');
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    page.perform(ui::Command::Complete);
    choose(u"state"_s, static_cast<int>(domain::PatientState::Deceased));
    alt('T');
    settle();
    EXPECT_EQ(stateMessage(u"since"_s), u"Since is needed."_s);
    EXPECT_EQ(stateMessage(u"reason"_s), u"Reason is needed."_s);
    type(u"since"_s, u"03-jan-2025"_s);
    type(u"reason"_s, u"told by the family"_s);
    picture(page, u"history_state"_s);
    alt('T');
    settle();
    EXPECT_EQ(banner->recordState, ui::RecordState::Deceased);
    EXPECT_EQ(textOf(page, u"state_line"_s),
              u"Deceased since 03-Jan-2025: told by the family (06-Jan-2025 10:42, R. Khan, RN)"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"history_deceased"_s);
}

TEST_F(HistoryPageTest, whatWasRecordedInErrorIsTakenBackAndStaysReadable) {
    need(clinic.services.patientStates.set(clinic.nurse, {.patient = anna,
                                                          .state = domain::PatientState::Withdrawn,
                                                          .since = date("2025-01-02"),
                                                          .reason = "moves away"}));
    settle();
    EXPECT_EQ(banner->recordState, ui::RecordState::Withdrawn);
    alt('X');
    choose(u"state"_s, static_cast<int>(domain::PatientState::Active));
    type(u"since"_s, u"05-jan-2025"_s);
    type(u"reason"_s, u"stays after all"_s);
    alt('T');
    settle();
    EXPECT_EQ(banner->recordState, ui::RecordState::Active);
    EXPECT_FALSE(visible(page, u"state_line"_s));
    includeAll();
    EXPECT_TRUE(textOf(page, u"state_line"_s).contains(u"Withdrawn since 02-Jan-2025: moves away"_s));
}

TEST_F(HistoryPageTest, leavingAFieldEmptySaysNothing) {
    alt('M');
    keys(u"\t\t\t"_s);
    EXPECT_FALSE(page.findChild<ui::HistoryForm*>()->findChild<ui::FormBuilder*>()->hasProblems());
}

// What came in with a file has a list of its own with its source; the entries of the clinic do not hold it.
TEST_F(HistoryPageTest, whatWasMeasuredElsewhereStandsApartWithItsSourceAndDay) {
    auto* panel = findWidget(page, u"measured_elsewhere"_s);
    EXPECT_TRUE(panel->isHidden());
    const services::RecordFile file{{{"urn:uuid:a",
                                      {"entry 1", aPatient(), {}},
                                      {},
                                      {{"entry 2",
                                        "72514-3",
                                        domain::OutsideValue::ofWhole(7),
                                        *base::Instant::fromIso("2024-05-06T09:30:00Z"),
                                        "Observation/77",
                                        {}}}}},
                                    {}};
    ASSERT_TRUE(clinic.services.recordImports.apply(clinic.nurse, file, services::Refused::StopsAll).has_value());
    page.open(placeOf(ui::PageKind::History, anna.text()));
    settle();
    EXPECT_FALSE(panel->isHidden());
    auto* outside = findByName<ui::TableView>(page, u"outside_table"_s);
    ASSERT_EQ(outside->model()->rowCount(), 1);
    QStringList cells;
    for (int column = 0; column < outside->model()->columnCount(); ++column)
        cells << outside->model()->index(0, column).data().toString();
    const QString line = cells.join(u" | "_s);
    EXPECT_TRUE(line.contains(u"06-May-2024"_s) && line.contains(u" | 7 | Observation/77 | "_s)) << qPrintable(line);
    EXPECT_TRUE(line.contains(ui::toQt(clinic.nurse.printedName))) << qPrintable(line);
    EXPECT_TRUE(rows().filter(u"Observation/77"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"outside_line"_s), u"Measured elsewhere: 1. These values stand below."_s);
    for (const std::string& fault : crawl(page))
        ADD_FAILURE() << fault;
}

} // namespace

} // namespace chairside::test
