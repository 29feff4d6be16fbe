// Finding a patient by keys, over the real search.
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QPushButton>
#include <QTest>

#include "tests/ui/patients/page_bench.h"
#include "ui/patients/patients_model.h"
#include "ui/patients/patients_page.h"
#include "ui/patients/patients_presenter.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class FindPatients : public PageBench {
protected:
    void SetUp() override {
        anna = clinic.patient(aPatient());
        anne = clinic.patient(aPatient("Anne", "Testpatient", "KC 0455", "1971-09-19"));
        static_cast<void>(clinic.patient(aPatient("Mira", "Tester", "KC 0201", "1988-07-30")));
        static_cast<void>(clinic.patient(aPatient("Jürgen", "Müller-Lüdenscheidt", "KC 0999", "1950-04-03")));
    }
    void showPage() { show(page, placeOf(ui::PageKind::Patients)); }
    QAbstractItemView* table() { return findByName<QAbstractItemView>(page, u"patients_table"_s); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    int rows() { return table()->model()->rowCount(); }

    std::optional<domain::PatientId> anna, anne;
    ui::PatientsPage page{bench};
};

TEST_F(FindPatients, everybodyIsListedAndTheFindFieldHasTheFocus) {
    showPage();
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"find"_s));
    EXPECT_EQ(rows(), 4);
    EXPECT_EQ(textOf(page, u"match_count"_s), u"4 patients, today’s first"_s);
    EXPECT_FALSE(banner.has_value());
}

TEST_F(FindPatients, typingShowsRowsAndTheirCountTogether) {
    showPage();
    keys(u"tes"_s);
    EXPECT_EQ(rows(), 3);
    EXPECT_EQ(textOf(page, u"match_count"_s), u"3 of 4 patients"_s);
    key(Qt::Key_Backspace);
    keys(u"ster"_s);
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(textOf(page, u"match_count"_s), u"1 of 4 patients"_s);
    EXPECT_EQ(cell(0, ui::PatientsModel::Name), u"TESTER, Mira (Ms)"_s);
    EXPECT_EQ(cell(0, ui::PatientsModel::Born), u"30-Jul-1988 (36y)"_s);
    EXPECT_EQ(cell(0, ui::PatientsModel::Number), u"KC 0201"_s);
}

TEST_F(FindPatients, enterOpensTheOnlyMatch) {
    showPage();
    keys(u"412"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front(), placeOf(ui::PageKind::Overview, anna->text()));
}

TEST_F(FindPatients, enterOnSeveralMatchesOpensNobodyAndSaysHowManyMatch) {
    showPage();
    keys(u"testp"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(places.empty());
    EXPECT_EQ(QApplication::focusWidget(), table());
    EXPECT_EQ(statuses, std::vector{u"2 patients match"_s});
    EXPECT_EQ(cell(0, ui::PatientsModel::Remark), u"⚠ SIMILAR NAME"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().patientId, anne->text());
}

TEST_F(FindPatients, anEnterKeyHeldDownDoesNotOpenTheFirstRow) {
    showPage();
    keys(u"testp"_s);
    key(Qt::Key_Return);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
    QApplication::sendEvent(table(), &held);
    EXPECT_TRUE(places.empty());
}

TEST_F(FindPatients, accentsHyphensAndCapitalsDoNotMatter) {
    showPage();
    for (const QString& typed : {u"muller"_s, u"MULLER-LUD"_s, u"jurgen mul"_s, u"müll jür"_s}) {
        findByName<QWidget>(page, u"find"_s)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(typed);
        EXPECT_EQ(rows(), 1) << qPrintable(typed);
        EXPECT_EQ(cell(0, ui::PatientsModel::Name), u"MÜLLER-LÜDENSCHEIDT, Jürgen (Ms)"_s);
    }
}

TEST_F(FindPatients, downMovesIntoTheListAndUpLeavesIt) {
    showPage();
    key(Qt::Key_Down);
    EXPECT_EQ(QApplication::focusWidget(), table());
    EXPECT_EQ(table()->currentIndex().row(), 0);
    key(Qt::Key_Up);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"find"_s));
}

TEST_F(FindPatients, aDateOfBirthFindsItsPatient) {
    showPage();
    keys(u"14-mar-1979"_s);
    EXPECT_EQ(rows(), 1);
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"14.03.79"_s);
    EXPECT_EQ(rows(), 1);
}

TEST_F(FindPatients, anAmbiguousDateIsAnsweredWithTwoDatesToChooseFrom) {
    showPage();
    keys(u"3/4/50"_s);
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(textOf(page, u"reading_1"_s), u"03-Apr-1950"_s);
    EXPECT_EQ(textOf(page, u"reading_2"_s), u"04-Mar-1950"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    findWidget(page, u"find"_s)->setFocus();
    picture(page, u"patients_date"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(page, u"reading_1"_s));
    key(Qt::Key_Space);
    EXPECT_EQ(textOf(page, u"find"_s), u"03-Apr-1950"_s);
    EXPECT_EQ(rows(), 1);
    EXPECT_TRUE(places.empty());
}

TEST_F(FindPatients, noMatchSaysSoAndOffersToRegister) {
    showPage();
    keys(u"tesq"_s);
    EXPECT_TRUE(visible(page, u"register_unmatched"_s));
    EXPECT_EQ(textOf(page, u"match_count"_s), u"0 of 4 patients"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"patients_none"_s);
    findWidget(page, u"register_unmatched"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Register)});
}

TEST_F(FindPatients, ctrlNRegistersOnlyForThoseWhoMay) {
    showPage();
    EXPECT_TRUE(page.can(ui::Command::NewItem));
    page.perform(ui::Command::NewItem);
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Register)});
    signIn(clinic.administrator);
    ui::PatientsPage other(bench);
    EXPECT_FALSE(other.can(ui::Command::NewItem));
}

TEST_F(FindPatients, whoMayNotSeePatientsIsToldSo) {
    signIn(clinic.administrator);
    showPage();
    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(textOf(page, u"find_refusal"_s), u"Your role does not allow this. Ask someone who may do it."_s);
}

TEST_F(FindPatients, aChangeElsewhereRefreshesTheListAndKeepsTheChosenPerson) {
    showPage();
    key(Qt::Key_Down);
    key(Qt::Key_End, Qt::ControlModifier);
    const QString chosen = cell(table()->currentIndex().row(), ui::PatientsModel::Name);
    static_cast<void>(clinic.patient(aPatient("Aaron", "Aaltonen", "KC 1000", "1980-01-01")));
    settle();
    EXPECT_EQ(rows(), 5);
    EXPECT_EQ(cell(table()->currentIndex().row(), ui::PatientsModel::Name), chosen);
    EXPECT_EQ(QApplication::focusWidget(), table());
}

TEST_F(FindPatients, theStateOfEachPersonIsSaid) {
    const auto course = clinic.orderedCourse(*anna);
    showPage();
    EXPECT_EQ(cell(0, ui::PatientsModel::State), u"Infusion today"_s);
    (void)clinic.runningInfusion(course);
    settle();
    EXPECT_EQ(cell(0, ui::PatientsModel::State), u"Infusion running now"_s);
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    findWidget(page, u"find"_s)->setFocus();
    picture(page, u"patients_list"_s);
}

TEST_F(FindPatients, theModelIsAModel) {
    ui::PatientsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto hits = need(clinic.services.patients.search(clinic.nurse, "", 50));
    model.show(hits.rows, clinic.clock.now().localDate());
    EXPECT_EQ(model.rowCount(), 4);
    model.show({}, clinic.clock.now().localDate());
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_FALSE(model.patientAt(0).has_value());
}

TEST_F(FindPatients, anAnswerToAnOlderTextIsDropped) {
    ui::PatientsPresenter presenter(bench);
    std::vector<QString> shown;
    QObject::connect(&presenter, &ui::PatientsPresenter::listed, &presenter,
                     [&](const ui::PatientList& list) { shown.push_back(list.text); });
    runner.hold();
    presenter.find(u"t"_s);
    presenter.find(u"te"_s);
    presenter.find(u"tester"_s);
    EXPECT_EQ(runner.waiting(), 1U);
    runner.release();
    EXPECT_EQ(shown, std::vector{u"tester"_s});
}

TEST_F(FindPatients, enterWaitsForTheAnswerToWhatWasTyped) {
    ui::PatientsPresenter presenter(bench);
    QString opened;
    QObject::connect(&presenter, &ui::PatientsPresenter::singleMatch, &presenter,
                     [&](const QString& patient) { opened = patient; });
    presenter.find(u"test"_s);
    runner.hold();
    presenter.find(u"tester"_s);
    presenter.enter();
    EXPECT_TRUE(opened.isEmpty());
    runner.release();
    EXPECT_FALSE(opened.isEmpty());
}

TEST_F(FindPatients, typingOnAfterEnterCancelsIt) {
    ui::PatientsPresenter presenter(bench);
    const Heard opened(&presenter, &ui::PatientsPresenter::singleMatch);
    runner.hold();
    presenter.find(u"tester"_s);
    presenter.enter();
    presenter.find(u"tester, m"_s);
    runner.release();
    EXPECT_EQ(opened.count(), 0);
}

// Five hundred people, twenty five family names and numbers in a row, as a clinic gives them out.
class FindAmongMany : public PageBench {
protected:
    static constexpr int kPeople = 500;
    static constexpr int kToday = 10;
    void SetUp() override {
        constexpr const char* kFamilies[] = {
            "Adler",   "Becker",  "Bergmann", "Carter", "Dietrich", "Eriksen", "Fischer", "Garcia",   "Hansen",
            "Ivanova", "Jansen",  "Keller",   "Lorenz", "Meyer",    "Novak",   "O'Brien", "Petersen", "Quinn",
            "Rossi",   "Schmidt", "Tanaka",   "Ueda",   "Vogel",    "Weber",   "Zimmer"};
        constexpr const char* kGiven[] = {"Anna", "Bruno", "Clara", "David", "Emma",  "Felix", "Greta",
                                          "Hugo", "Ida",   "Jakob", "Karin", "Lukas", "Mia",   "Nils",
                                          "Olga", "Paul",  "Rosa",  "Simon", "Thea",  "Vera"};
        for (int at = 0; at < kPeople; ++at) {
            const std::string number = std::to_string(1000 + at).substr(1);
            const std::string year = std::to_string(1940 + at % 60);
            people.push_back(
                clinic.patient(aPatient(kGiven[at / 25], kFamilies[at % 25], "KC 0" + number, year + "-03-14")));
            numbers.push_back(QString::fromStdString(number));
            families.push_back(QString::fromLatin1(kFamilies[at % 25]));
        }
        for (int at = 0; at < kToday; ++at)
            (void)clinic.orderedCourse(people[static_cast<std::size_t>(at * 37)]);
        show(page, placeOf(ui::PageKind::Patients));
    }
    // What Enter opens after `text` was typed into the empty field; nothing if it opens nobody.
    std::optional<std::string> opened(const QString& text) {
        places.clear();
        findWidget(page, u"find"_s)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
        key(Qt::Key_Return);
        return places.empty() ? std::nullopt : places.front().patientId;
    }

    std::vector<domain::PatientId> people;
    std::vector<QString> numbers, families;
    ui::PatientsPage page{bench};
};

TEST_F(FindAmongMany, threeCharactersAndEnterOpenTheRightPersonAndNeverAWrongOne) {
    int right = 0, wrong = 0, wrongByName = 0;
    for (std::size_t at = 0; at < people.size(); ++at) {
        const auto byNumber = opened(numbers[at]);
        if (byNumber) ++(*byNumber == people[at].text() ? right : wrong);
        const auto byName = opened(families[at].left(3));
        if (byName && *byName != people[at].text()) ++wrongByName;
    }
    EXPECT_GE(right * 100, 95 * kPeople) << "the last three digits of the number";
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(wrongByName, 0) << "three letters that several share open nobody";
}

TEST_F(FindAmongMany, threeLettersAndEnterTwiceOpenWhoIsHereToday) {
    for (int at = 0; at < kToday; ++at) {
        const auto index = static_cast<std::size_t>(at * 37);
        EXPECT_EQ(opened(families[index].left(3)), std::nullopt) << "twenty share the name";
        key(Qt::Key_Return);
        ASSERT_EQ(places.size(), 1U);
        EXPECT_EQ(places.front().patientId, people[index].text()) << qPrintable(families[index]);
    }
}

class EmptyClinic : public PageBench {};

TEST_F(EmptyClinic, saysWhatWillBeListedAndOffersTheFirstRegistration) {
    ui::PatientsPage page(bench);
    show(page, placeOf(ui::PageKind::Patients));
    EXPECT_TRUE(visible(page, u"register_first"_s));
    EXPECT_EQ(crawl(page), std::vector<std::string>{});
    picture(page, u"patients_empty"_s);
}

} // namespace

} // namespace chairside::test
