#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/gui/crawl.h"
#include "tests/support/gui/gui_fixture.h"
#include "tests/support/gui/scripted_prompter.h"
#include "ui/shell/command_set.h"
#include "ui/shell/fault_page.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/buttons.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using test::Heard;
using test::key;

// A page that remembers what it was asked.
class NotePage : public Page {
public:
    NotePage(QString name, bool onePatient, QWidget* parent)
        : Page(parent), m_name(std::move(name)), m_onePatient(onePatient) {
        auto* layout = new QVBoxLayout(this);
        m_first = makeButton(u"First of "_s + m_name, ButtonKind::Secondary, u"first"_s, this);
        m_entry = new QLineEdit(this);
        m_entry->setObjectName(m_name + u"Entry"_s);
        m_entry->setAccessibleName(u"Entry"_s);
        layout->addWidget(m_first);
        layout->addWidget(m_entry);
    }
    [[nodiscard]] QString title() const override { return m_name; }
    void open(const Place& place) override {
        ++m_opened;
        if (!m_onePatient || !place.patientId || *place.patientId == "slow") return;
        BannerData shown;
        shown.familyName = QString::fromStdString(*place.patientId);
        Q_EMIT bannerChanged(shown);
    }
    void leave() override { ++m_left; }
    [[nodiscard]] QWidget* firstFocus() override { return m_entry; }
    [[nodiscard]] bool showsOnePatient() const override { return m_onePatient; }
    [[nodiscard]] QString help() const override { return u"Help of "_s + m_name + u'.'; }
    void tick(const base::Instant&) override { ++m_ticks; }
    [[nodiscard]] bool can(Command command) const override { return command == Command::Save && m_canSave; }
    void perform(Command) override { ++m_performed; }

    QString m_name;
    bool m_onePatient;
    QPushButton* m_first = nullptr;
    QLineEdit* m_entry = nullptr;
    int m_opened = 0, m_left = 0, m_ticks = 0, m_performed = 0;
    bool m_canSave = true;
};

class Shell : public testing::Test {
protected:
    Shell() {
        add(PageKind::Today, u"Today"_s, false);
        add(PageKind::Patients, u"Patients"_s, false);
        add(PageKind::Overview, u"Overview"_s, true);
        test::present(m_window);
        m_window.signIn({.name = u"R. Khan"_s, .role = u"nurse"_s, .computer = u"Chair 3 PC"_s});
    }
    void add(PageKind kind, const QString& name, bool onePatient) {
        m_window.addPage(kind, [this, kind, name, onePatient](QWidget* parent) {
            auto* page = new NotePage(name, onePatient, parent);
            m_pages[kind] = page;
            return page;
        });
    }
    QString text(const QString& name) { return test::findByName<QLabel>(m_window, name)->text(); }
    QWidget* banner() { return test::findByName(m_window, u"patientBanner"_s); }
    QString patient() { return text(u"bannerNameValue"_s); }

    test::FakeClock m_clock{"2025-01-14T10:42:00+00:00"};
    MainWindow m_window{m_clock};
    std::map<PageKind, NotePage*> m_pages;
};

TEST_F(Shell, OpensTheFirstPageAfterSignInAndShowsOnlyRegisteredOnes) {
    EXPECT_EQ(m_window.place(), Place{.kind = PageKind::Today});
    EXPECT_EQ(QApplication::focusWidget(), m_pages[PageKind::Today]->m_entry);
    EXPECT_NE(m_window.findChild<QWidget*>(u"rail1"_s), nullptr);
    EXPECT_EQ(m_window.findChild<QWidget*>(u"rail3"_s), nullptr);
    EXPECT_FALSE(m_window.go({.kind = PageKind::Reports}));
    EXPECT_FALSE(m_pages.contains(PageKind::Patients)) << "pages are made on first use";
    EXPECT_EQ(m_window.windowTitle(), u"Chairside — Today"_s);
}

TEST_F(Shell, ShowsClockPersonAndKind) {
    EXPECT_EQ(text(u"clockLabel"_s), u"24-hour clock   Tue 14-Jan-2025 10:42"_s);
    EXPECT_EQ(text(u"statusPerson"_s), u"R. Khan, nurse · Chair 3 PC"_s);
    EXPECT_EQ(text(u"statusKind"_s), u"LIVE"_s);
    m_window.setDemo(true);
    EXPECT_EQ(text(u"statusKind"_s), u"DEMO"_s);
    EXPECT_TRUE(test::findByName(m_window, u"demoStrip"_s)->isVisible());
    EXPECT_EQ(m_window.windowTitle(), u"DEMO — Chairside — Today"_s);
    m_window.setNotEncrypted(true);
    EXPECT_TRUE(test::findByName(m_window, u"notEncryptedStrip"_s)->isVisible());
}

TEST_F(Shell, TheClockTicksWithoutAnyoneAsking) {
    m_clock.advance(std::chrono::minutes(1));
    ASSERT_TRUE(test::waitUntil([this] { return text(u"clockLabel"_s).endsWith(u"10:43"); }));
    EXPECT_GT(m_pages[PageKind::Today]->m_ticks, 0);
}

TEST_F(Shell, AltDigitsGoToThePages) {
    key(Qt::Key_2, Qt::AltModifier);
    EXPECT_EQ(m_window.place()->kind, PageKind::Patients);
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(m_window.place()->kind, PageKind::Today);
    EXPECT_FALSE(m_window.goBack());
    EXPECT_GE(m_pages[PageKind::Patients]->m_left, 1);
}

TEST_F(Shell, TheBannerBelongsToThePatientOnScreenOnly) {
    EXPECT_FALSE(banner()->isVisible());
    m_window.go({.kind = PageKind::Overview, .patientId = "anna"});
    EXPECT_TRUE(banner()->isVisible());
    EXPECT_EQ(patient(), u"ANNA"_s);
    m_window.go({.kind = PageKind::Overview, .patientId = "slow"});
    EXPECT_TRUE(banner()->isVisible()) << "its room is reserved";
    EXPECT_EQ(patient(), QString()) << "nobody's name while the record loads";
    m_window.go({.kind = PageKind::Today});
    EXPECT_FALSE(banner()->isVisible());
    BannerData late;
    late.familyName = u"late"_s;
    Q_EMIT m_pages[PageKind::Overview]->bannerChanged(late);
    EXPECT_FALSE(banner()->isVisible()) << "an answer that comes too late changes nothing";
}

TEST_F(Shell, CommandsReachThePageThatCanDoThem) {
    QAction* save = m_window.commands().action(Command::Save);
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(m_pages[PageKind::Today]->m_performed, 1);
    EXPECT_FALSE(m_window.commands().action(Command::StartInfusion)->isEnabled());
    m_pages[PageKind::Today]->m_canSave = false;
    Q_EMIT m_pages[PageKind::Today]->commandsChanged();
    EXPECT_FALSE(save->isEnabled());
}

TEST_F(Shell, SaysSavedStateAndSentences) {
    Q_EMIT m_pages[PageKind::Today]->saveStateChanged({SaveState::Kind::Saved, m_clock.now()});
    EXPECT_EQ(text(u"statusSaved"_s), u"Saved 10:42"_s);
    Q_EMIT m_pages[PageKind::Today]->status(u"Row 10:45 saved"_s);
    EXPECT_EQ(test::findByName(m_window, u"statusSentence"_s)->accessibleName(), u"Row 10:45 saved"_s);
    EXPECT_EQ(QApplication::focusWidget(), m_pages[PageKind::Today]->m_entry);
    key(Qt::Key_F1);
    EXPECT_EQ(m_window.messages().text(), u"Help of Today."_s);
}

TEST_F(Shell, F6GoesRoundThePanes) {
    key(Qt::Key_F6);
    EXPECT_TRUE(test::findByName(m_window, u"rail"_s)->isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_F6);
    EXPECT_TRUE(m_window.currentPage()->isAncestorOf(QApplication::focusWidget()));
}

TEST_F(Shell, AGateHidesEverythingAndGivesTheFocusBack) {
    m_window.go({.kind = PageKind::Overview, .patientId = "anna"});
    NotePage* page = m_pages[PageKind::Overview];
    page->m_first->setFocus();
    auto* gate = new QLineEdit;
    m_window.showGate(gate);
    EXPECT_TRUE(m_window.isGated());
    EXPECT_FALSE(page->isVisible());
    EXPECT_FALSE(banner()->isVisible());
    EXPECT_EQ(m_window.windowTitle(), u"Chairside"_s);
    key(Qt::Key_1, Qt::AltModifier);
    EXPECT_EQ(m_window.place()->kind, PageKind::Overview) << "no key works behind the gate";
    m_window.removeGate();
    EXPECT_TRUE(page->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), page->m_first);
}

TEST_F(Shell, SignOutForgetsEverything) {
    m_window.go({.kind = PageKind::Overview, .patientId = "anna"});
    const Heard out(&m_window, &MainWindow::signedOut);
    const QPointer<QWidget> page = m_pages[PageKind::Overview];
    m_window.signOut();
    test::settle();
    EXPECT_EQ(out.count(), 1);
    EXPECT_TRUE(page.isNull());
    EXPECT_EQ(m_window.place(), std::nullopt);
    EXPECT_FALSE(m_window.go({.kind = PageKind::Today})) << "nobody is signed in";
    EXPECT_FALSE(banner()->isVisible());
}

TEST_F(Shell, AsksBeforeItCloses) {
    const Heard quit(&m_window, &MainWindow::quitRequested);
    m_window.close();
    EXPECT_EQ(quit.count(), 1);
    EXPECT_TRUE(m_window.isVisible());
    m_window.closeNow();
    EXPECT_FALSE(m_window.isVisible());
}

TEST_F(Shell, IsSoundForKeyboardAndScreenReader) {
    m_window.go({.kind = PageKind::Overview, .patientId = "anna"});
    EXPECT_THAT(test::crawl(m_window), testing::IsEmpty());
}

TEST(FaultPage, SaysWhatHappenedAndWhatToDo) {
    FaultPage page({.title = u"Chairside cannot open its data"_s,
                    .happened = u"The data are open in another program."_s,
                    .toDo = u"Close the other program, then try again."_s});
    const Heard retry(&page, &FaultPage::retryRequested);
    EXPECT_THAT(test::crawl(page), testing::IsEmpty());
    test::findByName(page, u"faultRetry"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_EQ(retry.count(), 1);
}

TEST(ScriptedPrompter, AnswersInOrder) {
    test::ScriptedPrompter prompter;
    prompter.expectConfirm(u"Delete"_s, true);
    prompter.expectSave(u"summary.pdf"_s, u"/tmp/x.pdf"_s);
    bool yes = false;
    std::optional<QString> path;
    prompter.confirm(nullptr, {.title = u"Delete the draft"_s, .text = u"Text."_s},
                     [&yes](bool answer) { yes = answer; });
    prompter.saveFile(nullptr, {}, u"summary.pdf"_s, {},
                      [&path](std::optional<QString> chosen) { path = std::move(chosen); });
    EXPECT_TRUE(yes);
    EXPECT_EQ(path, u"/tmp/x.pdf"_s);
    EXPECT_EQ(prompter.lastText(), u"Text."_s);
}

} // namespace
} // namespace chairside::ui
