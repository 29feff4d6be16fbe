#include "app/page_walk.h"

#include <QApplication>
#include <QTabWidget>
#include <algorithm>
#include <utility>

#include "app/demo/demo_script.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_page.h"
#include "ui/theme/apply_theme.h"

namespace chairside::app {

namespace {

using ui::PageKind;

// More sections than the settings of anybody have.
constexpr int kMostSections = 12;

struct Person {
    domain::Role role;
    const char* prefix;
};

// The nurse sees most of the pages; the others what they alone have.
constexpr Person kPeople[] = {{domain::Role::Nurse, ""},
                              {domain::Role::Physician, "physician-"},
                              {domain::Role::Administrator, "administrator-"}};

} // namespace

PageWalk::PageWalk(Desktop& desktop, std::vector<ui::Theme> themes)
    : m_desktop(desktop), m_themes(std::move(themes)), m_script(desktop.window()) {
    connect(&m_script, &KeyScript::finished, this, [this](bool succeeded, const QString& failure) {
        if (!succeeded) {
            Q_EMIT finished(false, failure);
        } else {
            nextPerson();
        }
    });
}

void PageWalk::begin() {
    tell(QStringLiteral("sign-in"));
    nextPerson();
}

void PageWalk::nextPerson() {
    if (m_person == std::size(kPeople)) {
        Q_EMIT finished(true, {});
        return;
    }
    const auto& person = kPeople[m_person++];
    m_prefix = QString::fromLatin1(person.prefix);
    m_desktop.bench().ask(
        this,
        [account = demoAccountOf(person.role)](services::Services& all) {
            return all.accounts.signIn(account.userName, account.password, "gallery");
        },
        [this](const base::Result<services::Actor>& actor) {
            if (!actor) {
                Q_EMIT finished(false, QStringLiteral("sign in"));
                return;
            }
            m_desktop.enter(*actor);
            find();
        });
}

void PageWalk::find() {
    m_desktop.bench().askAs(
        this,
        [role = kPeople[m_person - 1].role](services::Services& all, const services::Actor& actor) {
            Found found;
            if (role == domain::Role::Nurse) addAllPages(all, actor, found);
            if (role == domain::Role::Physician) addPhysiciansPages(all, actor, found);
            if (role == domain::Role::Administrator)
                found.shots.push_back({QStringLiteral("import"), {.kind = PageKind::Import}});
            return found;
        },
        [this](const Found& found) { play(found); });
}

void PageWalk::addAllPages(services::Services& all, const services::Actor& actor, Found& found) {
    const std::pair<const char*, PageKind> pages[] = {
        {"today", PageKind::Today},       {"patients", PageKind::Patients},
        {"register", PageKind::Register}, {"retreatment", PageKind::Retreatment},
        {"outcomes", PageKind::Outcomes}, {"review", PageKind::Review},
        {"drug-book", PageKind::Ledger},  {"import", PageKind::Import},
        {"export", PageKind::Export},     {"documents", PageKind::Reports}};
    for (const auto& [name, kind] : pages)
        found.shots.push_back({QString::fromLatin1(name), {.kind = kind}});
    if (const auto board = all.infusions.today(actor)) addBoard(*board, found);
    if (const auto list = all.reviews.retreatmentList(actor)) addCourses(*list, found);
}

// What a nurse is not offered: an order, and the decisions of a review.
void PageWalk::addPhysiciansPages(services::Services& all, const services::Actor& actor, Found& found) {
    const std::string number = demoPatients().back().details.clinicNumber; // without a course
    if (const auto hits = all.patients.search(actor, number.substr(number.find(' ') + 1), 1);
        hits && !hits->rows.empty()) {
        const auto patient = hits->rows.front().patient.id.text();
        found.shots.push_back({QStringLiteral("overview"), {.kind = PageKind::Overview, .patientId = patient}});
        found.shots.push_back({QStringLiteral("order"), {.kind = PageKind::Order, .patientId = patient}});
    }
    Found courses;
    if (const auto list = all.reviews.retreatmentList(actor)) addCourses(*list, courses);
    if (courses.shots.size() > 3) courses.shots.resize(3);
    for (auto& shot : courses.shots)
        found.shots.push_back(std::move(shot));
}

void PageWalk::addBoard(const services::TodayBoard& board, Found& found) {
    int number = 0;
    for (const auto& row : board.rows) {
        const std::string patient = row.patient.id.text();
        found.shots.push_back(
            {QStringLiteral("overview-%1").arg(++number), {.kind = PageKind::Overview, .patientId = patient}});
        if (number == 1) {
            found.shots.push_back({QStringLiteral("assessment"), {.kind = PageKind::Assessment, .patientId = patient}});
            found.shots.push_back({QStringLiteral("history"), {.kind = PageKind::History, .patientId = patient}});
        }
        if (row.state == domain::InfusionState::Running && !found.running) {
            found.running = row.infusion->text();
            found.shots.push_back(
                {QStringLiteral("infusion"),
                 {.kind = PageKind::Infusion, .patientId = patient, .infusionId = row.infusion->text()}});
            found.shots.push_back(
                {QStringLiteral("report"),
                 {.kind = PageKind::Reports, .patientId = patient, .infusionId = row.infusion->text()}});
        }
    }
}

void PageWalk::addCourses(const std::vector<services::RetreatmentRow>& list, Found& found) {
    for (const auto& row : list) {
        const QString number = ui::toQt(row.patient.details.clinicNumber).remove(u' ');
        found.shots.push_back(
            {QStringLiteral("review-%1").arg(number),
             {.kind = PageKind::Review, .patientId = row.patient.id.text(), .courseId = row.course.id.text()}});
    }
}

void PageWalk::play(const Found& found) {
    for (const auto theme : m_themes) {
        m_script.run([this, theme] {
            m_isDark = theme == ui::Theme::Dark;
            ui::applyTheme(*qApp, theme);
        });
        for (const auto& shot : found.shots) {
            m_script.run([this, place = shot.place] { m_desktop.window().go(place); });
            m_script.settle();
            m_script.run([this, name = shot.name] { tell(name); });
        }
        if (found.running) addSteps(*found.running);
        addSettings();
    }
    m_script.press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    m_script.waitFor(QStringLiteral("sign_in"));
    m_script.start();
}

void PageWalk::addSteps(const std::string& infusion) {
    for (const QString& step : {QStringLiteral("dose"), QStringLiteral("pre_check"), QStringLiteral("run"),
                                QStringLiteral("after"), QStringLiteral("tender"), QStringLiteral("drug"),
                                QStringLiteral("discharge"), QStringLiteral("sign"), QStringLiteral("emergency")}) {
        m_script.run([this, step, infusion] {
            m_desktop.window().go({.kind = PageKind::Infusion, .infusionId = infusion});
            if (auto* page = qobject_cast<ui::InfusionPage*>(m_desktop.window().currentPage())) page->showStep(step);
        });
        m_script.settle();
        m_script.run([this, step] { tell(QStringLiteral("infusion-") + step); });
    }
}

// Every section the person has.
void PageWalk::addSettings() {
    const auto tabs = [this] {
        return qobject_cast<QTabWidget*>(m_script.visibleChild(QStringLiteral("settings_tabs")));
    };
    m_script.run([this] { m_desktop.window().go({.kind = PageKind::Settings}); });
    m_script.waitFor(QStringLiteral("settings_tabs"));
    for (int section = 0; section < kMostSections; ++section) {
        m_script.run([tabs, section] {
            if (section < tabs()->count()) tabs()->setCurrentIndex(section);
        });
        m_script.settle();
        m_script.run([this, tabs, section] {
            if (section < tabs()->count()) tell(QStringLiteral("settings-%1").arg(section + 1));
        });
    }
}

void PageWalk::tell(const QString& name) {
    const QString theme = m_isDark ? QStringLiteral("dark") : QStringLiteral("light");
    Q_EMIT shown(QStringLiteral("%1%2-%3").arg(m_prefix, name, theme));
}

} // namespace chairside::app
