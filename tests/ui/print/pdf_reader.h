// Reads a PDF back with the tools of the system: text by page, fonts, structure.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace chairside::ui::testing {

class PdfReader {
public:
    explicit PdfReader(const QByteArray& pdf);

    // Without them nothing can be read; tests skip then.
    [[nodiscard]] static bool toolsAreThere();

    [[nodiscard]] int pageCount() const;
    // One page (from 1), runs of blanks as one blank, so that columns read as words in a row.
    [[nodiscard]] QString page(int number) const;
    // The same in the order in which it was drawn, a column at a time: what a reader selects and hears.
    [[nodiscard]] QString flow(int number) const;
    // All pages.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString fonts() const { return run(QStringLiteral("pdffonts"), {m_path}); }
    [[nodiscard]] QString info() const { return run(QStringLiteral("pdfinfo"), {m_path}); }
    [[nodiscard]] QString images() const { return run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), m_path}); }
    // Exit code of qpdf --check.
    [[nodiscard]] int check() const;
    // Uncompressed objects as text.
    [[nodiscard]] QByteArray objects() const;

private:
    [[nodiscard]] QString run(const QString& program, const QStringList& arguments) const;

    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace chairside::ui::testing
