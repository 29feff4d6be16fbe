#include "app/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace chairside::app {

void installTranslations(QApplication& application, const std::string& locale) {
    const QLocale language = locale.empty() ? QLocale() : QLocale(QString::fromStdString(locale));
    const auto install = [&](const QString& name, const QString& folder) {
        auto* catalogue = new QTranslator(&application);
        if (catalogue->load(language, name, QStringLiteral("_"), folder)) {
            QApplication::installTranslator(catalogue);
        } else {
            delete catalogue;
        }
    };
    install(QStringLiteral("chairside"), QStringLiteral(":/translations"));
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // Clinical numbers and dates have one form everywhere.
    QLocale::setDefault(QLocale::c());
}

} // namespace chairside::app
