#include "ui/files/report_file.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const base::CalendarDate kDay = *base::CalendarDate::of(2025, 1, 14);

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TEST(ReportFileTest, theNameIsTheNumberOfTheClinicAndTheDay) {
    EXPECT_EQ(visitFileName(u"KC 0412", kDay), u"KC0412_2025-01-14_visit.pdf"_s);
}

TEST(ReportFileTest, otherDocumentsOfAPatientAreNamedTheSameWay) {
    EXPECT_EQ(patientFileName(u"KC 0412", kDay, u"letter"), u"KC0412_2025-01-14_letter.pdf"_s);
    EXPECT_EQ(patientFileName(u"../..", kDay, u"letter"), u"patient_2025-01-14_letter.pdf"_s);
}

TEST(ReportFileTest, nothingInTheNumberCanLeaveTheFolderOrUpsetAFileSystem) {
    EXPECT_EQ(visitFileName(u"../../etc/passwd", kDay), u"etcpasswd_2025-01-14_visit.pdf"_s);
    EXPECT_EQ(visitFileName(u"A:*?\"<>|\\\n7", kDay), u"A7_2025-01-14_visit.pdf"_s);
    EXPECT_EQ(visitFileName(u"--rf", kDay), u"rf_2025-01-14_visit.pdf"_s);
    EXPECT_EQ(visitFileName(u"Å—ß", kDay), u"patient_2025-01-14_visit.pdf"_s);
    EXPECT_EQ(visitFileName(QString(500, u'9'), kDay).size(), 40 + u"_2025-01-14_visit.pdf"_s.size());
}

TEST(ReportFileTest, aWholeFileReplacesAnOlderOne) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    ASSERT_TRUE(writeFile(path, "first"));
    ASSERT_TRUE(writeFile(path, "second"));
    EXPECT_EQ(contentOf(path), "second");
}

TEST(ReportFileTest, lookingWhetherAPathCanBeWrittenLeavesNothingBehind) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    ASSERT_TRUE(checkWritable(path));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
    ASSERT_TRUE(writeFile(path, "old"));
    ASSERT_TRUE(checkWritable(path));
    EXPECT_EQ(contentOf(path), "old");
}

TEST(ReportFileTest, aFolderIsNoFile) {
    const QTemporaryDir folder;
    EXPECT_FALSE(checkWritable(folder.path()));
    EXPECT_FALSE(writeFile(folder.path(), "x"));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(ReportFileTest, onlyItsOwnerMayReadIt) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    ASSERT_TRUE(writeFile(path, "x"));
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST(ReportFileTest, aFolderThatIsNotThereIsRefused) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"no/such/folder/a.pdf"_s);
    EXPECT_FALSE(checkWritable(path));
    const auto written = writeFile(path, "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, base::Code::StorageFailed);
}

} // namespace
} // namespace chairside::ui
