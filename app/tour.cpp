#include "app/tour.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <iostream>

#include "app/demo/demo_script.h"
#include "app/script/infusion_keys.h"
#include "app/script/key_script.h"
#include "ui/format/to_qt.h"

namespace chairside::app {

namespace {

// Pictures are numbered in the order they are taken.
class Album {
public:
    Album(QWidget& window, QString folder) : m_window(window), m_folder(std::move(folder)) {}
    void take(const QString& name) {
        m_window.grab().save(
            QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_count, 2, 10, QLatin1Char('0')).arg(name));
    }

private:
    QWidget& m_window;
    QString m_folder;
    int m_count = 0;
};

const DemoAccount& accountOf(const std::string& userName) {
    for (const auto& account : demoAccounts()) {
        if (account.userName == userName) return account;
    }
    return demoAccounts().front();
}

void addSignIn(KeyScript& script, const std::string& userName) {
    script.waitFor(QStringLiteral("sign_in"));
    script.tabTo(QStringLiteral("user_name"));
    script.type(ui::toQt(userName));
    script.press(Qt::Key_Return);
    script.type(ui::toQt(accountOf(userName).password));
    script.press(Qt::Key_Return);
    script.waitFor(QStringLiteral("today_table"));
    script.settle();
}

// The patient of the tour is due for the last infusion of the course.
void addFindPatient(KeyScript& script, const std::shared_ptr<Album>& album) {
    script.press(Qt::Key_F, Qt::ControlModifier);
    script.waitFor(QStringLiteral("find"));
    script.type(QStringLiteral("teste mi"));
    script.settle();
    script.run([album] { album->take(QStringLiteral("find")); });
    script.press(Qt::Key_Return);
    script.waitForEnabled(QStringLiteral("next_step"));
    script.settle();
    script.run([album] { album->take(QStringLiteral("overview")); });
    script.press(Qt::Key_Return);
}

void addChartAndPdf(KeyScript& script, const std::shared_ptr<Album>& album, const QString& pdf) {
    script.press(Qt::Key_3, Qt::AltModifier);
    script.waitFor(QStringLiteral("response_card"));
    script.settle();
    script.run([album] { album->take(QStringLiteral("response-chart")); });
    script.press(Qt::Key_Left, Qt::AltModifier);
    script.waitFor(QStringLiteral("sign_export"));
    script.settle();
    script.tabTo(QStringLiteral("sign_export"));
    script.press(Qt::Key_Space);
    script.waitForEnabled(QStringLiteral("save_pdf"));
    script.settle();
    script.run([album] { album->take(QStringLiteral("summary")); });
    script.press(Qt::Key_S, Qt::ControlModifier);
    script.waitUntil(QStringLiteral("wait for the file dialog"), [] {
        const auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        return edit != nullptr && edit->window()->isModal();
    });
    script.run([] { qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll(); });
    script.type(pdf);
    script.press(Qt::Key_Return);
    script.waitUntil(QStringLiteral("wait for the PDF"), [pdf] { return QFileInfo(pdf).size() > 0; });
    script.settle();
    script.run([album] { album->take(QStringLiteral("saved")); });
}

void addTour(KeyScript& script, TourClock& clock, const std::shared_ptr<Album>& album, const QString& pdf) {
    script.waitFor(QStringLiteral("sign_in"));
    script.run([album] { album->take(QStringLiteral("sign-in")); });
    addSignIn(script, "nurse");
    script.run([album] { album->take(QStringLiteral("today")); });
    addFindPatient(script, album);
    const auto& nurse = accountOf("nurse");
    const auto& witness = accountOf("osei");
    InfusionKeys keys{
        .initials = QStringLiteral("MT"), .birthYear = QStringLiteral("1988"), .weight = QStringLiteral("60")};
    keys.secondDose = QStringLiteral("36");
    keys.secondVolume = QStringLiteral(".72");
    keys.expires = QStringLiteral("7/26");
    keys.wastedVial = QStringLiteral("464"); // a vial of 500 mg less 36 mg
    keys.witness = ui::toQt(witness.userName);
    keys.witnessPassword = ui::toQt(witness.password);
    keys.password = ui::toQt(nurse.password);
    keys.picture = [album](const QString& name) {
        album->take(name);
    };
    addInfusionKeys(script, clock, keys);
    addChartAndPdf(script, album, pdf);
}

} // namespace

std::unique_ptr<QObject> startTour(Desktop& desktop, TourClock& clock, const std::filesystem::path& folder) {
    const QString path = QDir(QString::fromStdString(folder.string())).absolutePath();
    QDir().mkpath(path);
    auto script = std::make_unique<KeyScript>(desktop.window());
    addTour(*script, clock, std::make_shared<Album>(desktop.window(), path), path + QStringLiteral("/visit.pdf"));
    QObject::connect(&desktop, &Desktop::ready, script.get(), &KeyScript::start);
    QObject::connect(&desktop, &Desktop::failed, script.get(), [] { QApplication::exit(1); });
    QObject::connect(script.get(), &KeyScript::finished, script.get(),
                     [script = script.get()](bool succeeded, const QString& failure) {
                         if (succeeded) {
                             std::cout << "tour: one infusion in " << script->keysPressed() << " keys\n";
                         } else {
                             std::cerr << "tour: could not " << failure.toStdString() << '\n';
                         }
                         QApplication::exit(succeeded ? 0 : 1);
                     });
    return script;
}

} // namespace chairside::app
