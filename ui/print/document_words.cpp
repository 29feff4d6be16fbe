#include "ui/print/document_words.h"

#include <QByteArray>
#include <QPainter>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/print/print_blocks.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kShortHash = 12;
constexpr int kMostLogoDots = 2'000; // on a side: more is no logo

QString signedText(const domain::Signature& signature) {
    return DocumentWords::tr("%1, %2").arg(toQt(signature.printedName), dateTimeText(signature.at));
}

void setDraft(PageWords& words, const QString& detail) {
    words.markIsFinal = false;
    words.mark = DocumentWords::tr("DRAFT");
    words.markDetail = detail;
    if (words.demo.isEmpty()) words.watermark = DocumentWords::tr("DRAFT");
}

QStringList footerOf(const services::DocumentHead& head, const PrintOptions& options) {
    const QString when = VisitWords::zoned(head.printedAt);
    if (options.preview || !head.document) {
        return {
            DocumentWords::tr("PREVIEW, not issued. Document number and hashes are added when it is saved or printed."),
            DocumentWords::tr("Shown %1 to %2").arg(when, toQt(head.printedBy))};
    }
    QStringList parts{DocumentWords::tr("Document %1").arg(toQt(head.document->text()))};
    if (!head.contentHash.empty()) parts << DocumentWords::tr("record %1").arg(toQt(head.contentHash).left(kShortHash));
    if (!head.auditHead.empty()) parts << DocumentWords::tr("audit %1").arg(toQt(head.auditHead).left(kShortHash));
    return {parts.join(u" · "_s), DocumentWords::tr("Printed %1 by %2").arg(when, toQt(head.printedBy))};
}

} // namespace

QImage logoPicture(const std::string& base64) {
    const QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(base64));
    const QImage read = QImage::fromData(bytes, "PNG");
    if (read.isNull() || read.width() > kMostLogoDots || read.height() > kMostLogoDots) return {};
    QImage opaque(read.size(), QImage::Format_RGB32);
    opaque.fill(printInks().paper);
    QPainter painter(&opaque);
    painter.drawImage(0, 0, read);
    return opaque;
}

PageWords DocumentWords::page(const services::DocumentHead& head, const PrintOptions& options,
                              const QString& document) {
    PageWords words;
    setClinic(words, head.clinic);
    words.document = document;
    words.footer = footerOf(head, options);
    return words;
}

void DocumentWords::setClinic(PageWords& words, const services::ClinicDetails& clinic) {
    words.clinic = toQt(clinic.name);
    QStringList lines;
    for (const QString& line : toQt(clinic.address).split(u'\n')) {
        if (!line.trimmed().isEmpty()) lines << line.trimmed();
    }
    words.clinicDetail = lines.join(u", "_s);
    if (!clinic.phone.empty()) {
        const QString phone = tr("Telephone %1").arg(toQt(clinic.phone));
        words.clinicDetail += words.clinicDetail.isEmpty() ? phone : u" · "_s + phone;
    }
    words.logo = logoPicture(clinic.logo);
    if (clinic.invented) {
        words.demo = tr("DEMO — not real patients");
        words.watermark = tr("DEMO");
    }
}

void DocumentWords::addPerson(PageWords& words, const domain::PatientDetails& details) {
    words.person = nameText(details.name);
    words.facts = {{tr("Born"), dateText(details.born)}, {tr("ID"), clinicIdText(toQt(details.clinicNumber))}};
}

void DocumentWords::markVisit(PageWords& words, const services::VisitSummary& visit) {
    const auto& signature = visit.infusion.record.signature;
    if (!signature) return setDraft(words, tr("not signed, may still change"));
    words.markIsFinal = true;
    const bool amended = visit.head.state == "amended";
    words.mark = amended ? tr("AMENDED") : tr("SIGNED");
    words.markDetail = amended ? tr("Signed by %1; addenda since").arg(signedText(*signature))
                               : tr("by %1").arg(signedText(*signature));
}

void DocumentWords::markCourse(PageWords& words, const services::CourseDocument& course) {
    if (course.unsignedInfusions > 0) {
        return setDraft(words,
                        course.unsignedInfusions == 1
                            ? tr("1 infusion is not signed and may still change")
                            : tr("%1 infusions are not signed and may still change").arg(course.unsignedInfusions));
    }
    words.markIsFinal = true;
    words.mark = course.amendedInfusions > 0 ? tr("AMENDED") : tr("SIGNED");
    words.markDetail = course.amendedInfusions == 0 ? tr("every infusion in it is signed")
                       : course.amendedInfusions == 1
                           ? tr("signed; 1 infusion has addenda")
                           : tr("signed; %1 infusions have addenda").arg(course.amendedInfusions);
}

void DocumentWords::addIdentity(PrintFlow& flow, const services::DocumentHead& head) {
    flow.space(mm(3));
    const PrintLook look{.role = PrintRole::Caption, .ink = printInks().secondary};
    if (head.document && !head.auditHead.empty()) {
        addParagraph(flow, tr("Head of the audit chain when this was made: %1").arg(toQt(head.auditHead)), look);
    }
    const QString clock = tr("All times are local times of the 24-hour clock, %1 when this was printed.");
    addParagraph(flow, clock.arg(VisitWords::zoned(head.printedAt).section(u' ', -1)), look);
}

} // namespace chairside::ui
