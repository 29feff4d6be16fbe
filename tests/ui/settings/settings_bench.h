// The settings over the real services, worked on by keys.
#pragma once

#include <QPushButton>
#include <optional>

#include "tests/ui/patients/page_bench.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/form_builder.h"

namespace chairside::test {

class SettingsBench : public PageBench {
protected:
    void showPage(const services::Actor& actor) {
        signIn(actor);
        page.emplace(bench);
        show(*page, placeOf(ui::PageKind::Settings));
        settle();
    }
    void type(const QString& field, const QString& text) {
        findWidget(*page, field)->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void press(const QString& button) {
        findByName<QPushButton>(*page, button)->setFocus();
        key(Qt::Key_Space);
        settle();
    }
    // What stands under a field of a form that is shown.
    QString messageOf(const QString& field) {
        for (auto* form : page->findChildren<ui::FormBuilder*>()) {
            if (form->isVisible() && form->editor(field) != nullptr) return form->messageOf(field);
        }
        return {};
    }

    std::optional<ui::SettingsPage> page;
};

} // namespace chairside::test
