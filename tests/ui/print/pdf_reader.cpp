#include "tests/ui/print/pdf_reader.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace chairside::ui::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

PdfReader::PdfReader(const QByteArray& pdf) : m_path(m_folder.filePath(u"document.pdf"_s)) {
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) file.write(pdf);
}

bool PdfReader::toolsAreThere() {
    for (const QString& tool : {u"pdftotext"_s, u"pdffonts"_s, u"pdfinfo"_s, u"pdfimages"_s, u"qpdf"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty()) return false;
    }
    return true;
}

QString PdfReader::run(const QString& program, const QStringList& arguments) const {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(kPatienceMs);
    return QString::fromUtf8(process.readAllStandardOutput());
}

int PdfReader::pageCount() const {
    static const QRegularExpression pages(u"Pages:\\s+(\\d+)"_s);
    return pages.match(info()).captured(1).toInt();
}

QString PdfReader::page(int number) const {
    const QString one = QString::number(number);
    return run(u"pdftotext"_s, {u"-f"_s, one, u"-l"_s, one, u"-layout"_s, m_path, u"-"_s}).simplified();
}

QString PdfReader::flow(int number) const {
    const QString one = QString::number(number);
    return run(u"pdftotext"_s, {u"-raw"_s, u"-f"_s, one, u"-l"_s, one, m_path, u"-"_s}).simplified();
}

QString PdfReader::text() const {
    return run(u"pdftotext"_s, {u"-layout"_s, m_path, u"-"_s}).simplified();
}

int PdfReader::check() const {
    QProcess process;
    process.start(u"qpdf"_s, {u"--check"_s, m_path});
    process.waitForFinished(kPatienceMs);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QByteArray PdfReader::objects() const {
    QProcess process;
    process.start(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, m_path, u"-"_s});
    process.waitForFinished(kPatienceMs);
    return process.readAllStandardOutput();
}

} // namespace chairside::ui::testing
