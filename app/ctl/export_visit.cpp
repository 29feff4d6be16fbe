#include <QApplication>
#include <QSaveFile>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/theme/apply_theme.h"

namespace chairside::app {

namespace {

base::Done writeWhole(const std::filesystem::path& path, const QByteArray& bytes) {
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::fail(base::Code::StorageFailed, "output", file.errorString().toStdString());
    }
    return {};
}

} // namespace

base::Done exportVisit(const CtlOptions& options) {
    const auto infusion = domain::InfusionId::fromText(options.infusion);
    if (!infusion) return base::invalid("infusion", base::Rule::NotAllowed);
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto summary = (*session)->services().documents.issueVisitSummary((*session)->actor(), *infusion);
    if (!summary) return std::unexpected(summary.error());
    // Fonts and painting need a GUI application, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "chairsidectl";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    return writeWhole(options.output, ui::renderVisitSummary(*summary));
}

} // namespace chairside::app
