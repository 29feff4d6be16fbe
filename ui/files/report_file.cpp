#include "ui/files/report_file.h"

#include <QFile>
#include <QFileInfo>

#include "core/base/durable_file.h"
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

// It is no folder of the program's own: of what can be wrong with it only a full disk has words for a person.
std::unexpected<base::Error> notWritten(const base::Error& error) {
    const bool full = error.code == base::Code::StorageFull;
    return base::fail(full ? base::Code::StorageFull : base::Code::StorageFailed, "file", error.detail);
}

base::Result<base::DurableFile> openFile(const QString& path) {
    const QFileInfo there(path);
    if (there.exists() && !there.isWritable()) return base::fail(base::Code::StorageFailed, {}, "write-protected");
    return base::DurableFile::create(QFile::encodeName(path).toStdString());
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
    const auto file = openFile(path);
    return file ? base::Done{} : notWritten(file.error());
}

base::Done writeFile(const QString& path, const QByteArray& bytes) {
    auto file = openFile(path);
    if (!file) return notWritten(file.error());
    auto done = file->write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (done) done = file->commit();
    return done ? base::Done{} : notWritten(done.error());
}

} // namespace chairside::ui
