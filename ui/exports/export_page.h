// Records that leave as data: a patient or a course as a FHIR bundle, or a list of the clinic for a spreadsheet.
#pragma once

#include <optional>

#include "ui/exports/export_presenter.h"
#include "ui/shell/page.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class FormBuilder;
class MessageStrip;
class TextLabel;
class Workbench;

// Opened for a patient, it has the bundle ready; opened without, the lists.
class ExportPage : public Page {
    Q_OBJECT

public:
    explicit ExportPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return m_forPatient; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    enum class What { Bundle, List };

    QWidget* makeForm();
    void connectPresenter();
    void showSubject();
    void refresh();
    void exportNow();
    void saveTo(const QString& path);
    [[nodiscard]] What what() const;
    [[nodiscard]] QString suggestedName() const;
    [[nodiscard]] std::optional<domain::CourseId> chosenCourse() const;
    [[nodiscard]] services::CsvKind chosenList() const;

    Workbench& m_bench;
    ExportPresenter* m_presenter = nullptr;
    FormBuilder* m_form = nullptr;
    ChoiceRow* m_what = nullptr;
    QComboBox* m_course = nullptr;
    QComboBox* m_list = nullptr;
    QCheckBox* m_deidentify = nullptr;
    QComboBox* m_purpose = nullptr;
    MessageStrip* m_strip = nullptr;
    TextLabel* m_hint = nullptr;
    QPushButton* m_export = nullptr;
    bool m_forPatient = false;
};

} // namespace chairside::ui
