#include "ui/reports/report_file.h"

#include <QSaveFile>

#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestNumber = 40;

bool isPlain(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-';
}

base::Done notWritten(const QSaveFile& file) {
    return base::fail(base::Code::StorageFailed, "file", toStd(file.errorString()));
}

} // namespace

QString visitFileName(QStringView clinicNumber, base::CalendarDate day) {
    QString number;
    for (const QChar c : clinicNumber) {
        if (isPlain(c) && number.size() < kLongestNumber) number += c;
    }
    // A leading hyphen would read as an option on a command line.
    while (number.startsWith(u'-'))
        number.remove(0, 1);
    if (number.isEmpty()) number = u"patient"_s;
    return number + u'_' + toQt(day.iso()) + u"_visit.pdf"_s;
}

base::Done checkWritable(const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return notWritten(file);
    file.cancelWriting();
    return {};
}

base::Done writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notWritten(file);
    return {};
}

} // namespace chairside::ui
