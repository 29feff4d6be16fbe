#include "ui/format/missing_text.h"

#include <QCoreApplication>

namespace chairside::ui {

QString missingText(Missing reason) {
    const auto word = [](const char* text) {
        return QCoreApplication::translate("MissingText", text);
    };
    switch (reason) {
    case Missing::NotRecorded:
        return word(QT_TRANSLATE_NOOP("MissingText", "not recorded"));
    case Missing::NotDone:
        return word(QT_TRANSLATE_NOOP("MissingText", "not done"));
    case Missing::Declined:
        return word(QT_TRANSLATE_NOOP("MissingText", "declined"));
    case Missing::Unavailable:
        return word(QT_TRANSLATE_NOOP("MissingText", "unavailable"));
    }
    return {};
}

} // namespace chairside::ui
