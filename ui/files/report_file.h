// The file a document is saved in.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <optional>

#include "core/base/calendar_date.h"
#include "core/base/result.h"

namespace chairside::ui {

// "KC0412_2025-01-14_visit.pdf": the clinic's number and the day, never a name. Only letters, digits and hyphens of the
// number are taken, so that the name is one on every file system.
[[nodiscard]] QString visitFileName(QStringView clinicNumber, base::CalendarDate day);
// The same for another document: "KC0412_2025-01-14_letter.pdf" for what = "letter", which is plain already.
[[nodiscard]] QString patientFileName(QStringView clinicNumber, base::CalendarDate day, QStringView what);

// "KC0412_2025-01-14_pain", without an ending.
[[nodiscard]] QString chartFileName(QStringView clinicNumber, base::CalendarDate day, QStringView chart);

// "drug_book_2025-01-14.pdf", "drug_book_lot_KM42.pdf"; "drug_book_differences.pdf" for neither day nor lot.
[[nodiscard]] QString drugBookFileName(const std::optional<base::CalendarDate>& day, QStringView lot);

// Whether a file can be made there; leaves nothing behind and an existing file alone. Worker thread.
[[nodiscard]] base::Done checkWritable(const QString& path);
// The whole file or none: an older one is replaced only when the new one is complete, and a program that is killed
// leaves no part of it. Both fail with StorageFull or StorageFailed on "file". Worker thread.
[[nodiscard]] base::Done writeFile(const QString& path, const QByteArray& bytes);

} // namespace chairside::ui
