#include "ui/exports/export_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTemporaryDir>

#include "core/exchange/export_formats.h"
#include "tests/ui/patients/page_bench.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class ExportPageTest : public PageBench {
protected:
    ExportPageTest() : anna(clinic.patient()), course(clinic.orderedCourse(anna)), page(bench) {
        clinic.context.exportFormats = &formats;
        clinic.give(course, 1, 7, 3);
        signIn(clinic.physician);
    }

    void openFor(const std::optional<std::string>& patient) { show(page, placeOf(ui::PageKind::Export, patient)); }
    void choosePurpose() {
        findWidget(page, u"export_purpose"_s)->setFocus();
        key(Qt::Key_Down);
        settle();
    }
    QByteArray exportTo(const QString& suggested, const QString& name) {
        prompter.expectSave(suggested, folder.filePath(name));
        findWidget(page, u"export_now"_s)->setFocus();
        key(Qt::Key_Space);
        settle();
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] bool enabled(const QString& name) { return findWidget(page, name)->isEnabled(); }

    exchange::ExportFileFormats formats;
    QTemporaryDir folder;
    domain::PatientId anna;
    domain::CourseId course;
    ui::ExportPage page;
};

TEST_F(ExportPageTest, nothingLeavesWithoutAPurpose) {
    openFor(anna.text());
    EXPECT_TRUE(findWidget(page, u"export_purpose"_s)->hasFocus());
    EXPECT_FALSE(enabled(u"export_now"_s));
    choosePurpose();
    EXPECT_TRUE(enabled(u"export_now"_s));
    ASSERT_TRUE(banner);
    for (const std::string& fault : crawl(page))
        ADD_FAILURE() << fault;
    picture(page, u"export_bundle"_s);
}

TEST_F(ExportPageTest, aPatientLeavesAsOneBundleWithTheSummariesAndTheRecordKnowsWhy) {
    openFor(anna.text());
    choosePurpose();
    clinic.store.forget();
    const auto bundle = QJsonDocument::fromJson(exportTo(u"KC0412_2025-01-06_fhir.json"_s, u"anna.json"_s)).object();
    EXPECT_EQ(bundle[u"resourceType"_s].toString(), u"Bundle"_s);
    int papers = 0;
    for (const auto& entry : bundle[u"entry"_s].toArray()) {
        const auto resource = entry.toObject()[u"resource"_s].toObject();
        if (resource[u"resourceType"_s].toString() != u"DocumentReference"_s) continue;
        ++papers;
        const auto data = resource[u"content"_s].toArray()[0].toObject()[u"attachment"_s].toObject()[u"data"_s];
        EXPECT_TRUE(QByteArray::fromBase64(data.toString().toLatin1()).startsWith("%PDF-"));
    }
    EXPECT_EQ(papers, 1);
    EXPECT_EQ(clinic.store.events().back().detail, "fhir_patient signed treatment");
    EXPECT_FALSE(statuses.empty());
}

TEST_F(ExportPageTest, aListLeavesWithoutIdentitiesWhenAsked) {
    openFor({});
    EXPECT_FALSE(visible(page, u"export_course"_s));
    findWidget(page, u"export_deidentify"_s)->setFocus();
    key(Qt::Key_Space);
    choosePurpose();
    const QByteArray list = exportTo(u"patients_deidentified_2025-01-06.csv"_s, u"list.csv"_s);
    EXPECT_TRUE(list.contains("patient")) << list.constData();
    EXPECT_FALSE(list.contains("Testpatient"));
    picture(page, u"export_list"_s);
}

TEST_F(ExportPageTest, aBundleNeedsAPatientAndSaysSo) {
    openFor({});
    findWidget(page, u"export_bundle"_s)->setFocus();
    key(Qt::Key_Space);
    choosePurpose();
    EXPECT_FALSE(enabled(u"export_now"_s));
    picture(page, u"export_nobody"_s);
}

TEST_F(ExportPageTest, aFileThatCannotBeWrittenIsToldAndRecordsNothing) {
    openFor(anna.text());
    choosePurpose();
    clinic.store.forget();
    exportTo(u"KC0412_2025-01-06_fhir.json"_s, u"no/such/folder.json"_s);
    EXPECT_TRUE(findByName<ui::MessageStrip>(page, u"export_message"_s)->isShowing());
    EXPECT_TRUE(clinic.store.events().empty());
    EXPECT_TRUE(enabled(u"export_now"_s)) << "it can be tried again";
}

TEST_F(ExportPageTest, whoMayNotIssueMayNotExport) {
    signIn(clinic.auditor);
    openFor({});
    choosePurpose();
    EXPECT_FALSE(enabled(u"export_now"_s));
}

} // namespace
} // namespace chairside::test
