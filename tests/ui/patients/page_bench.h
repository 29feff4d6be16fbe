// A page over the real services of a test clinic, driven by keys; what it asks of the main window is written
// down.
#pragma once

#include <QString>
#include <gtest/gtest.h>
#include <optional>
#include <vector>

#include "tests/support/core/service_fixture.h"
#include "tests/support/gui/crawl.h"
#include "tests/support/gui/gui_fixture.h"
#include "tests/support/gui/scripted_prompter.h"
#include "ui/shell/page.h"
#include "ui/work/inline_runner.h"
#include "ui/work/workbench.h"

namespace chairside::test {

// Monday 06-Jan-2025, 10:42 unless the test says otherwise.
class PageBench : public ::testing::Test {
protected:
    explicit PageBench(std::string_view now = "2025-01-06T10:42:00+00:00");
    void TearDown() override;

    // Watches the page and opens it, at the size of the work area, for the person who is signed in.
    void show(ui::Page& page, const ui::Place& place);
    // The same page again, as somebody comes back to it.
    void reopen(ui::Page& page, const ui::Place& place);
    void signIn(const services::Actor& actor) { bench.setActor(actor); }

    [[nodiscard]] static ui::Place placeOf(ui::PageKind kind, const std::optional<std::string>& patientId = {});
    // Types like keys(), but the whole key chord of a mnemonic: alt('D').
    static void alt(char letter);
    // The text of a label or an editor found by its object name.
    [[nodiscard]] static QString textOf(QWidget& root, const QString& objectName);
    [[nodiscard]] static bool visible(QWidget& root, const QString& objectName);
    // Saves a picture when CHAIRSIDE_SHOTS names a folder: light and dark.
    static void picture(QWidget& page, const QString& name);

    TestClinic clinic;
    ui::InlineRunner runner;
    ScriptedPrompter prompter;
    ui::Workbench bench;
    std::vector<ui::Place> places;
    std::vector<QString> statuses;
    std::optional<ui::BannerData> banner;
    ui::SaveState saveState;
};

} // namespace chairside::test
