// One instrument being filled in: when and how, its items, why items are empty, and what an answer asks for.
#pragma once

#include <QVariantMap>
#include <QWidget>
#include <optional>

#include "core/base/clock.h"
#include "core/services/assessment_service.h"

class QLineEdit;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;
class FormBuilder;
class ItemBoard;
class MessageStrip;
class TextLabel;

// Made for one instrument. corrected: the response it is to replace, whose answers it starts with.
class AssessmentForm : public QWidget {
    Q_OBJECT

public:
    AssessmentForm(const base::Clock& clock, const domain::Instrument& instrument,
                   const std::optional<services::Assessment>& corrected, QWidget* parent = nullptr);

    [[nodiscard]] const domain::Instrument& instrument() const { return m_instrument; }
    [[nodiscard]] std::optional<domain::QuestionnaireResponseId> corrects() const;
    // The scores of what stands there now.
    [[nodiscard]] domain::InstrumentResult result() const;
    // Everything that keeps the form from being a request at all; shown beside the fields.
    [[nodiscard]] base::Problems missing() const;
    // Only while missing() is empty.
    [[nodiscard]] services::AssessmentRequest request(const domain::PatientId& patient) const;
    void showProblems(const base::Problems& problems);
    void showFailure(const base::Error& error);
    void setReadOnly(bool readOnly);
    // Takes over when and how the last one was filled in.
    void beginLike(const services::AssessmentRequest& last);
    [[nodiscard]] int blankCount() const;
    [[nodiscard]] QWidget* firstFocus() const;
    [[nodiscard]] QWidget* firstItem() const;

    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

Q_SIGNALS:
    void changed();
    // The last item is answered and nothing else is asked.
    void finished();

private:
    void build();
    void buildHead();
    void buildQuestions();
    void fillFrom(const services::Assessment& assessment);
    void react();
    void goOn();
    [[nodiscard]] bool asksForSafety() const;

    const base::Clock& m_clock;
    domain::Instrument m_instrument;
    std::optional<services::Assessment> m_corrected;
    FormBuilder* m_form = nullptr;
    ChoiceRow* m_occasion = nullptr;
    ChoiceRow* m_mode = nullptr;
    DateEdit* m_date = nullptr;
    ItemBoard* m_items = nullptr;
    ChoiceRow* m_blank = nullptr; // why items are empty
    MessageStrip* m_safety = nullptr;
    QLineEdit* m_safetyDone = nullptr;
    QLineEdit* m_safetyTold = nullptr;
    QLineEdit* m_reason = nullptr;
    bool m_asked = false; // whether the safety prompt stands there
};

} // namespace chairside::ui
