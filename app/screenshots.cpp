#include "app/screenshots.h"

#include <QApplication>
#include <QDir>
#include <QStringList>
#include <iostream>

#include "app/demo/demo_script.h"
#include "app/script/key_script.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_page.h"
#include "ui/theme/apply_theme.h"

namespace chairside::app {

namespace {

using ui::PageKind;

struct Shot {
    QString name;
    ui::Place place;
};

// The places of the demo clinic worth looking at, found through the services. Filled on the worker's answer.
struct Found {
    std::vector<Shot> shots;
    std::optional<std::string> running; // an infusion under way
};

class Gallery : public QObject {
public:
    Gallery(Desktop& desktop, QString folder)
        : m_desktop(desktop), m_folder(std::move(folder)), m_script(desktop.window()) {
        connect(&m_script, &KeyScript::finished, this, [this](bool succeeded, const QString& failure) {
            if (!succeeded) std::cerr << "screenshots: could not " << failure.toStdString() << '\n';
            QApplication::exit(succeeded ? 0 : 1);
        });
    }

    void begin() {
        take(QStringLiteral("sign-in"));
        signIn(demoAccounts().front());
    }

private:
    void signIn(const DemoAccount& account) {
        m_desktop.bench().ask(
            this,
            [account](services::Services& all) {
                return all.accounts.signIn(account.userName, account.password, "gallery");
            },
            [this](const base::Result<services::Actor>& actor) {
                if (!actor) return QApplication::exit(1);
                m_desktop.enter(*actor);
                find();
            });
    }

    void find() {
        m_desktop.bench().askAs(
            this,
            [](services::Services& all, const services::Actor& actor) {
                const auto board = all.infusions.today(actor);
                const auto list = all.reviews.retreatmentList(actor);
                Found found;
                found.shots.push_back({QStringLiteral("today"), {.kind = PageKind::Today}});
                found.shots.push_back({QStringLiteral("patients"), {.kind = PageKind::Patients}});
                found.shots.push_back({QStringLiteral("register"), {.kind = PageKind::Register}});
                found.shots.push_back({QStringLiteral("retreatment"), {.kind = PageKind::Retreatment}});
                found.shots.push_back({QStringLiteral("outcomes"), {.kind = PageKind::Outcomes}});
                found.shots.push_back({QStringLiteral("review"), {.kind = PageKind::Review}});
                found.shots.push_back({QStringLiteral("drug-book"), {.kind = PageKind::Ledger}});
                found.shots.push_back({QStringLiteral("settings"), {.kind = PageKind::Settings}});
                found.shots.push_back({QStringLiteral("import"), {.kind = PageKind::Import}});
                found.shots.push_back({QStringLiteral("export"), {.kind = PageKind::Export}});
                found.shots.push_back({QStringLiteral("documents"), {.kind = PageKind::Reports}});
                if (board) addBoard(*board, found);
                if (list) addCourses(*list, found);
                return found;
            },
            [this](const Found& found) { play(found); });
    }

    static void addBoard(const services::TodayBoard& board, Found& found) {
        int number = 0;
        for (const auto& row : board.rows) {
            const std::string patient = row.patient.id.text();
            found.shots.push_back(
                {QStringLiteral("overview-%1").arg(++number), {.kind = PageKind::Overview, .patientId = patient}});
            if (number == 1) {
                found.shots.push_back(
                    {QStringLiteral("assessment"), {.kind = PageKind::Assessment, .patientId = patient}});
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

    static void addCourses(const std::vector<services::RetreatmentRow>& list, Found& found) {
        for (const auto& row : list) {
            const QString number = ui::toQt(row.patient.details.clinicNumber).remove(u' ');
            found.shots.push_back(
                {QStringLiteral("review-%1").arg(number),
                 {.kind = PageKind::Review, .patientId = row.patient.id.text(), .courseId = row.course.id.text()}});
        }
    }

    void play(const Found& found) {
        for (const auto theme : {ui::Theme::Light, ui::Theme::Dark}) {
            m_script.run([this, theme] {
                m_dark = theme == ui::Theme::Dark;
                ui::applyTheme(*qApp, theme);
            });
            for (const auto& shot : found.shots) {
                m_script.run([this, place = shot.place] { m_desktop.window().go(place); });
                m_script.settle();
                m_script.run([this, name = shot.name] { take(name); });
            }
            addSteps(found);
        }
        m_script.start();
    }

    void addSteps(const Found& found) {
        if (!found.running) return;
        for (const QString& step : {QStringLiteral("dose"), QStringLiteral("pre_check"), QStringLiteral("run"),
                                    QStringLiteral("after"), QStringLiteral("tender"), QStringLiteral("drug"),
                                    QStringLiteral("discharge"), QStringLiteral("sign"), QStringLiteral("emergency")}) {
            m_script.run([this, step, id = *found.running] {
                m_desktop.window().go({.kind = PageKind::Infusion, .infusionId = id});
                if (auto* page = qobject_cast<ui::InfusionPage*>(m_desktop.window().currentPage()))
                    page->showStep(step);
            });
            m_script.settle();
            m_script.run([this, step] { take(QStringLiteral("infusion-") + step); });
        }
    }

    void take(const QString& name) {
        const QString theme = m_dark ? QStringLiteral("dark") : QStringLiteral("light");
        m_desktop.window().grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, theme));
    }

    Desktop& m_desktop;
    QString m_folder;
    KeyScript m_script;
    bool m_dark = false;
};

} // namespace

std::unique_ptr<QObject> startScreenshots(Desktop& desktop, const std::filesystem::path& folder) {
    const QString path = QDir(QString::fromStdString(folder.string())).absolutePath();
    QDir().mkpath(path);
    auto gallery = std::make_unique<Gallery>(desktop, path);
    desktop.window().resize(1366, 768);
    QObject::connect(&desktop, &Desktop::ready, gallery.get(), [gallery = gallery.get()] {
        QMetaObject::invokeMethod(
            gallery, [gallery] { gallery->begin(); }, Qt::QueuedConnection);
    });
    QObject::connect(&desktop, &Desktop::failed, gallery.get(), [] { QApplication::exit(1); });
    return gallery;
}

} // namespace chairside::app
