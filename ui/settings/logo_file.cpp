#include "ui/settings/logo_file.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QSize>

#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

constexpr qint64 kMostLogoMegabytes = 8;
constexpr qint64 kMostDots = 100'000'000;
constexpr QSize kLargest(600, 240);

} // namespace

base::Result<QByteArray> readLogo(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::Code::StorageFailed, "clinic_logo", toStd(file.errorString()));
    }
    if (file.size() > kMostLogoMegabytes * 1024 * 1024) {
        return base::invalid("clinic_logo", base::Rule::TooLong, {}, std::to_string(kMostLogoMegabytes), {});
    }
    QImageReader reader(&file);
    const QSize size = reader.size();
    const bool sane = size.isValid() && qint64{size.width()} * size.height() <= kMostDots;
    if (sane && (size.width() > kLargest.width() || size.height() > kLargest.height()))
        reader.setScaledSize(size.scaled(kLargest, Qt::KeepAspectRatio));
    const QImage picture = sane ? reader.read() : QImage();
    if (picture.isNull()) return base::invalid("clinic_logo", base::Rule::NotAllowed);
    // PDF/A-1 knows no transparency.
    QImage opaque(picture.size(), QImage::Format_RGB32);
    opaque.fill(Qt::white);
    QPainter(&opaque).drawImage(0, 0, picture);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    opaque.save(&buffer, "PNG");
    return bytes;
}

} // namespace chairside::ui
