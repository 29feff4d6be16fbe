#include "ui/files/report_file.h"

#include <QSaveFile>

#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestNumber = 40;

bool isPlain(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'-';
}

QString plainPart(QStringView text) {
    QString plain;
    for (const QChar c : text) {
        if (isPlain(c) && plain.size() < kLongestNumber) plain += c;
    }
    // A leading hyphen would read as an option on a command line.
    while (plain.startsWith(u'-'))
        plain.remove(0, 1);
    return plain;
}

base::Done notWritten(const QSaveFile& file) {
    return base::fail(base::Code::StorageFailed, "file", toStd(file.errorString()));
}

} // namespace

QString visitFileName(QStringView clinicNumber, base::CalendarDate day) {
    return patientFileName(clinicNumber, day, u"visit");
}

QString patientFileName(QStringView clinicNumber, base::CalendarDate day, QStringView what) {
    return chartFileName(clinicNumber, day, what) + u".pdf"_s;
}

QString chartFileName(QStringView clinicNumber, base::CalendarDate day, QStringView chart) {
    QString number = plainPart(clinicNumber);
    if (number.isEmpty()) number = u"patient"_s;
    return number + u'_' + toQt(day.iso()) + u'_' + chart.toString();
}

QString drugBookFileName(const std::optional<base::CalendarDate>& day, QStringView lot) {
    if (day) return u"drug_book_"_s + toQt(day->iso()) + u".pdf"_s;
    const QString plain = plainPart(lot);
    return plain.isEmpty() ? u"drug_book_differences.pdf"_s : u"drug_book_lot_"_s + plain + u".pdf"_s;
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
