#include "app/screenshots.h"

#include <QApplication>
#include <QDir>
#include <iostream>

#include "app/page_walk.h"

namespace chairside::app {

std::unique_ptr<QObject> startScreenshots(Desktop& desktop, const std::filesystem::path& folder) {
    const QString path = QDir(QString::fromStdString(folder.string())).absolutePath();
    QDir().mkpath(path);
    auto walk = std::make_unique<PageWalk>(desktop, std::vector{ui::Theme::Light, ui::Theme::Dark});
    desktop.window().resize(1366, 768);
    QObject::connect(walk.get(), &PageWalk::shown, &desktop.window(), [&desktop, path](const QString& name) {
        desktop.window().grab().save(QStringLiteral("%1/%2.png").arg(path, name));
    });
    QObject::connect(walk.get(), &PageWalk::finished, qApp, [](bool succeeded, const QString& failure) {
        if (!succeeded) std::cerr << "screenshots: could not " << failure.toStdString() << '\n';
        QApplication::exit(succeeded ? 0 : 1);
    });
    QObject::connect(&desktop, &Desktop::ready, walk.get(), &PageWalk::begin, Qt::QueuedConnection);
    QObject::connect(&desktop, &Desktop::failed, walk.get(), [] { QApplication::exit(1); });
    return walk;
}

} // namespace chairside::app
