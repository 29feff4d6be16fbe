// A new patient.
#pragma once

#include <optional>
#include <vector>

#include "core/services/patient_service.h"
#include "ui/shell/page.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;
class DraftKeeper;
class FormBuilder;
class RegisterPresenter;
class Workbench;

// What was typed stays until it is saved or discarded: over another page, a lock and the end of the program.
class RegisterPage : public Page {
    Q_OBJECT

public:
    explicit RegisterPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    void leave() override;
    void tick(const base::Instant& now) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    void buildName(FormBuilder& form);
    void buildPerson(FormBuilder& form);
    void buildRecord(FormBuilder& form);
    QWidget* makeButtons();
    void connectPresenter();
    void noticeEdit(const QString& field);
    void showAllergyField();
    void lookForSimilar();
    void showSimilar(const std::vector<services::SimilarPatient>& people);
    void listSimilar(const std::vector<services::SimilarPatient>& people);
    void keepDraft();
    void openPatient(const std::string& patientId);
    void save();
    void refuse(const base::Error& error);
    void showProblem(const base::Problem& problem);
    void finish(const QString& patientId);
    void askToDiscard();
    void clear();
    void setSaving(bool saving);
    void tellSaveState(SaveState::Kind kind);
    // Everything that keeps the form from being a set of details at all.
    [[nodiscard]] base::Problems missing() const;
    // Only while born is a date.
    [[nodiscard]] std::optional<domain::PatientDetails> read() const;

    Workbench& m_bench;
    RegisterPresenter* m_presenter = nullptr;
    DraftKeeper* m_keeper = nullptr;
    FormBuilder* m_form = nullptr;
    MessageStrip* m_similar = nullptr;
    QLineEdit* m_family = nullptr;
    QLineEdit* m_given = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_preferred = nullptr;
    DateEdit* m_born = nullptr;
    ChoiceRow* m_gender = nullptr;
    QLineEdit* m_number = nullptr;
    QLineEdit* m_phone = nullptr;
    ChoiceRow* m_allergyStatus = nullptr;
    QLineEdit* m_allergies = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    bool m_dirty = false;
};

} // namespace chairside::ui
