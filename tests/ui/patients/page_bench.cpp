#include "tests/ui/patients/page_bench.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QTest>

#include "ui/theme/apply_theme.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

PageBench::PageBench(std::string_view now) : clinic(now), bench(clinic.services, runner, clinic.steady, prompter) {
    signIn(clinic.nurse);
    // As in the program: the news comes after the answer.
    clinic.changes.subscribe([this](const services::Change& change) {
        QMetaObject::invokeMethod(
            &bench, [this, change] { Q_EMIT bench.changed(change); }, Qt::QueuedConnection);
    });
}

void PageBench::TearDown() {
    EXPECT_TRUE(clinic.verify().clean());
}

void PageBench::show(ui::Page& page, const ui::Place& place) {
    QObject::connect(&page, &ui::Page::goTo, &bench, [this](const ui::Place& to) { places.push_back(to); });
    QObject::connect(&page, &ui::Page::status, &bench, [this](const QString& text) { statuses.push_back(text); });
    QObject::connect(&page, &ui::Page::bannerChanged, &bench,
                     [this](const std::optional<ui::BannerData>& patient) { banner = patient; });
    QObject::connect(&page, &ui::Page::saveStateChanged, &bench,
                     [this](const ui::SaveState& state) { saveState = state; });
    page.resize(1270, 618); // what 1366x768 leaves of the window with both strips and the banner
    page.show();
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    reopen(page, place);
}

void PageBench::reopen(ui::Page& page, const ui::Place& place) {
    page.open(place);
    if (QWidget* target = page.firstFocus()) target->setFocus(Qt::OtherFocusReason);
    settle();
}

ui::Place PageBench::placeOf(ui::PageKind kind, const std::optional<std::string>& patientId) {
    return {kind, patientId, {}, {}};
}

void PageBench::alt(char letter) {
    key(static_cast<Qt::Key>(letter), Qt::AltModifier);
}

QString PageBench::textOf(QWidget& root, const QString& objectName) {
    QWidget* widget = findWidget(root, objectName);
    if (const auto* label = qobject_cast<QLabel*>(widget)) return label->text();
    if (const auto* edit = qobject_cast<QLineEdit*>(widget)) return edit->text();
    if (const auto* button = qobject_cast<QAbstractButton*>(widget)) return button->text();
    return {};
}

bool PageBench::visible(QWidget& root, const QString& objectName) {
    QWidget* widget = findWidget(root, objectName);
    return widget != nullptr && widget->isVisible();
}

void PageBench::picture(QWidget& page, const QString& name) {
    const QString folder = qEnvironmentVariable("CHAIRSIDE_SHOTS");
    if (folder.isEmpty()) return;
    for (const ui::Theme theme : {ui::Theme::Dark, ui::Theme::Light}) {
        ui::applyTheme(*qApp, theme);
        settle();
        const QString look = theme == ui::Theme::Dark ? u"dark"_s : u"light"_s;
        EXPECT_TRUE(page.grab().save(u"%1/%2_%3.png"_s.arg(folder, name, look)));
    }
}

} // namespace chairside::test
