// Every page of the program, as each of the people who work there, on the smallest screen it is made for: with the
// longest names and allergies, and in a language whose texts are two fifths longer.
#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QLabel>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <map>
#include <span>

#include "app/demo/demo_clinic.h"
#include "app/desktop.h"
#include "app/page_walk.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"
#include "tests/support/gui/cut_text.h"
#include "tests/support/gui/pseudo_locale.h"
#include "ui/format/to_qt.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QSize kSmallestScreen(1366, 768);
constexpr qsizetype kLongestName = 35;

struct LongName {
    const char* family;
    const char* given;
};

// 35 characters each: without a place to break, with an apostrophe, with stacked and combined marks, from right to
// left.
constexpr LongName kLongNames[] = {
    {"Wolfeschlegelsteinhausenbergerdorff", "Bartholomäus-Maximilian-Leopold-Emi"},
    {"O'Shaughnessy-MacGillicuddy-Ó Súill", "Caoimhe-D'Arcy-Sinéad-Róisín-Gráinn"},
    {"Nguyễn-Đặng-Trương Thị Phương Quỳnh", "Ngọc Bảo Trân Hồng Nhung Thuý Diễmm"},
    {"عبد الرحمن بن محمد بن عبد الله السع", "فاطمة الزهراء بنت عبد العزيز بن سلم"},
    {"Sa\u0301nchez-Mun\u0303oz de la Torre Quin\u0303on", "Jose\u0301 Mari\u0301a Ange\u0301lica Concepcio\u0301n"},
};

constexpr const char* kLongAllergies =
    "penicillin and every other beta-lactam antibiotic (anaphylaxis in 2009, treated in intensive care), latex, "
    "iodinated contrast media (urticaria), chlorhexidine in skin preparation (contact dermatitis), sulfamethoxazole "
    "with trimethoprim (Stevens-Johnson syndrome), plasters with colophony, nickel, ondansetron (long QT)";
// All of them marked, so that the banner names them; and one with a long name.
constexpr const char* kMedicines[] = {"tranylcypromine", "buprenorphine", "lorazepam", "tramadol",
                                      "prolonged-release venlafaxine hydrochloride of the hospital's own pharmacy"};

// What is shown on one page.
struct PageFacts {
    std::vector<std::string> cut;
    QStringList values; // dates, times of day and amounts, sorted
};
using Walked = std::map<QString, PageFacts>;

QStringList valuesIn(const QStringList& texts) {
    static const QRegularExpression value(
        u"\\d{2}-[A-Z][a-z]{2}-\\d{4}|\\b\\d{2}:\\d{2}\\b|\\d[\\d.,]* (?:mg|mL|mcg|kg|g|cm|mmHg|%)(?: per (?:kg|mL|hour|min))*"_s);
    QStringList found;
    for (const QString& text : texts) {
        for (auto at = value.globalMatch(text); at.hasNext();)
            found += at.next().captured();
    }
    found.sort();
    return found;
}

std::vector<app::DemoPatient> withLongestNames() {
    auto patients = app::demoPatients();
    for (std::size_t at = 0; at < patients.size(); ++at) {
        const auto& name = kLongNames[at % std::size(kLongNames)];
        auto& details = patients[at].details;
        details.name.family = name.family;
        details.name.given = name.given;
        details.name.preferred = name.family;
        details.allergyStatus = domain::AllergyStatus::Known;
        details.allergies = kLongAllergies;
    }
    return patients;
}

class EveryPage : public testing::Test {
protected:
    // A clinic of its own for each walk: the walk before leaves its trail.
    Walked walkThrough(const std::vector<app::DemoPatient>& patients, std::span<const char* const> medicines = {}) {
        const QTemporaryDir parent;
        const auto folder = parent.filePath(u"clinic"_s).toStdString();
        fill(folder, patients, medicines);
        return HasFatalFailure() ? Walked() : walk(folder);
    }

    void fill(const std::string& folder, const std::vector<app::DemoPatient>& patients,
              std::span<const char* const> medicines) {
        const auto moment = app::demoMoment(m_zone);
        app::DemoClock clock(moment);
        auto clinic = app::Clinic::open({.folder = folder, .encrypt = false, .weakPasswords = true}, clock);
        ASSERT_THAT(clinic, IsOk());
        ASSERT_THAT(app::fillDemoClinic(**clinic, clock, moment, patients), IsOk());
        if (medicines.empty()) return;
        auto& all = (*clinic)->services();
        const auto& account = app::demoAccountOf(domain::Role::Nurse);
        const auto nurse = all.accounts.signIn(account.userName, account.password, "test");
        ASSERT_THAT(nurse, IsOk());
        const auto found = all.patients.search(*nurse, "KC", 50);
        ASSERT_THAT(found, IsOk());
        for (const auto& row : found->rows) {
            for (const char* medicine : medicines)
                ASSERT_THAT(
                    all.histories.add(*nurse, row.patient.id,
                                      {.kind = domain::HistoryKind::Medicine, .text = medicine, .dose = "10 mg"}),
                    IsOk());
        }
    }

    Walked walk(const std::string& folder) {
        const FakeClock clock(app::demoMoment(m_zone));
        app::Options options;
        options.demo = true;
        options.data = folder;
        app::Desktop desktop(options, &clock);
        desktop.window().resize(kSmallestScreen);
        app::PageWalk walk(desktop, {ui::Theme::Light});
        Walked result;
        QEventLoop loop;
        QString failure = u"the program does not start"_s;
        QObject::connect(&desktop, &app::Desktop::ready, &walk, &app::PageWalk::begin, Qt::QueuedConnection);
        QObject::connect(&desktop, &app::Desktop::failed, &loop, &QEventLoop::quit);
        QObject::connect(&walk, &app::PageWalk::shown, &loop, [&](const QString& name) {
            result[name] = {cutTexts(desktop.window()), valuesIn(textsOf(desktop.window()))};
            keepPicture(desktop.window(), name);
        });
        QObject::connect(&walk, &app::PageWalk::finished, &loop, [&](bool succeeded, const QString& why) {
            failure = succeeded ? QString() : why;
            loop.quit();
        });
        desktop.start();
        loop.exec();
        EXPECT_EQ(failure, QString()) << qPrintable(failure);
        return result;
    }

    // The zoom of a preview follows the width it has, and what was announced last the moment.
    static QStringList textsOf(QWidget& window) {
        QStringList texts = shownTexts(window);
        for (const QString& name : {u"zoom"_s, u"statusSentence"_s}) {
            for (const auto* label : window.findChildren<QLabel*>(name)) {
                if (label->isVisible()) texts.removeOne(label->text());
            }
        }
        return texts;
    }

    static void keepPicture(QWidget& window, const QString& name) {
        const QString shots = qEnvironmentVariable("CHAIRSIDE_SHOTS");
        if (shots.isEmpty()) return;
        const QString test = QLatin1String(testing::UnitTest::GetInstance()->current_test_info()->name());
        EXPECT_TRUE(window.grab().save(u"%1/%2-%3.png"_s.arg(shots, test.left(12), name)));
    }

    static std::string listed(const std::vector<std::string>& faults) {
        std::string lines;
        for (const auto& fault : faults)
            lines += "\n  " + fault;
        return lines;
    }
    // What one has and the other has not.
    static std::string difference(QStringList one, const QStringList& other) {
        for (const QString& value : other)
            one.removeOne(value);
        return one.join(u" | "_s).toStdString();
    }

    static void expectWhole(const Walked& pages) {
        EXPECT_GT(pages.size(), 60U) << "pages";
        for (const auto& [name, facts] : pages)
            EXPECT_TRUE(facts.cut.empty()) << name.toStdString() << listed(facts.cut);
    }

    base::SystemTimeZone m_zone;
};

TEST_F(EveryPage, ShowsTheLongestNamesAllergiesAndMedicinesWhole) {
    for (const auto& name : kLongNames) {
        ASSERT_LE(ui::toQt(name.family).toUcs4().size(), kLongestName);
        ASSERT_LE(ui::toQt(name.given).toUcs4().size(), kLongestName);
    }
    expectWhole(walkThrough(withLongestNames(), kMedicines));
}

TEST_F(EveryPage, HasRoomForALongerLanguageInWhichDatesAndDosesStayAsTheyAre) {
    const Walked plain = walkThrough(app::demoPatients());
    PseudoLocale language;
    QCoreApplication::installTranslator(&language);
    const Walked longer = walkThrough(app::demoPatients());
    QCoreApplication::removeTranslator(&language);
    expectWhole(plain);
    expectWhole(longer);
    for (const auto& [name, facts] : plain) {
        ASSERT_TRUE(longer.contains(name)) << qPrintable(name);
        EXPECT_EQ(difference(facts.values, longer.at(name).values), "") << name.toStdString() << ": missing";
        EXPECT_EQ(difference(longer.at(name).values, facts.values), "") << name.toStdString() << ": other";
    }
}

} // namespace
} // namespace chairside::test
