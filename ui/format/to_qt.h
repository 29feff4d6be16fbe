// Conversions between the program's own text and Qt's: UTF-8 on the one side, QString on the other.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>
#include <string>
#include <string_view>

#include "core/base/calendar_date.h"

namespace chairside::ui {

[[nodiscard]] inline QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

[[nodiscard]] inline std::string toStd(QStringView text) {
    const QByteArray utf8 = text.toUtf8();
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

[[nodiscard]] inline QDate toQt(base::CalendarDate date) {
    return {date.year(), static_cast<int>(date.month()), static_cast<int>(date.day())};
}

} // namespace chairside::ui
