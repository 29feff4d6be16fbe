#include "ui/start/fault_text.h"

#include <QCoreApplication>

#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FaultText", text);
}

Fault make(const char* title, const char* happened, const char* toDo) {
    return {.title = tr(title), .happened = tr(happened), .toDo = tr(toDo), .detail = {}, .canRetry = true};
}

Fault wordsFor(base::Code code) {
    using base::Code;
    switch (code) {
    case Code::StorageHeld:
        return make(QT_TRANSLATE_NOOP("FaultText", "This clinic is already open"),
                    QT_TRANSLATE_NOOP("FaultText", "Another program has the clinic's data open. Two programs must not "
                                                   "write to it at the same time."),
                    QT_TRANSLATE_NOOP("FaultText", "Close the other window, or use it; then try again."));
    case Code::StorageReadOnly:
        return make(QT_TRANSLATE_NOOP("FaultText", "The clinic's data cannot be written"),
                    QT_TRANSLATE_NOOP("FaultText", "The data folder or its files are read-only for this person."),
                    QT_TRANSLATE_NOOP("FaultText",
                                      "Allow writing in the data folder, or start the program with another "
                                      "folder; then try again. Nothing was changed."));
    case Code::StorageFull:
        return make(
            QT_TRANSLATE_NOOP("FaultText", "The disk is full"),
            QT_TRANSLATE_NOOP("FaultText", "There is no space left where the clinic's data are kept."),
            QT_TRANSLATE_NOOP("FaultText", "Free some space and try again. Everything that was saved is still there."));
    case Code::StorageNewer:
        return make(QT_TRANSLATE_NOOP("FaultText", "The clinic's data are newer than this program"),
                    QT_TRANSLATE_NOOP("FaultText",
                                      "A newer version of Chairside has written them. This version left them "
                                      "untouched."),
                    QT_TRANSLATE_NOOP("FaultText", "Install the newer version on this computer."));
    case Code::StorageDamaged:
        return make(QT_TRANSLATE_NOOP("FaultText", "The clinic's data are damaged"),
                    QT_TRANSLATE_NOOP("FaultText", "The database does not pass its checks, or it is not a Chairside "
                                                   "database. It was left as it is."),
                    QT_TRANSLATE_NOOP("FaultText",
                                      "Do not copy over it. Restore the newest backup into a new folder, and "
                                      "keep the damaged file for examination."));
    default:
        return make(QT_TRANSLATE_NOOP("FaultText", "The clinic cannot be opened"),
                    QT_TRANSLATE_NOOP("FaultText", "The data could not be read or written."),
                    QT_TRANSLATE_NOOP("FaultText", "Check the disk and try again. Nothing was changed."));
    }
}

} // namespace

Fault describeFault(const base::Error& error) {
    Fault fault = wordsFor(error.code);
    fault.detail = toQt(error.detail);
    return fault;
}

} // namespace chairside::ui
