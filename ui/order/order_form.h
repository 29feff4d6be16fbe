// The form of an order: protocol, pain before the course, dose, dates, goal and signature.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/services/course_service.h"
#include "ui/order/order_draft.h"
#include "ui/order/order_presenter.h"
#include "ui/order/order_words.h"
#include "ui/order/screening_rows.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;
class FormBuilder;
class QuantityEdit;
class ScoreEdit;
class TextLabel;

// Made for the signed versions of a moment; another set of versions needs another form (take the draft over).
class OrderForm : public QWidget {
    Q_OBJECT

public:
    OrderForm(const base::Clock& clock, std::vector<domain::ProtocolVersion> versions, QWidget* parent = nullptr);

    // Whose order it is: the newest known weight stands unless another one is typed, and decides the dose preview.
    void setWeight(const std::optional<KnownWeight>& weight, const domain::BodyLimits& limits);
    // Who signs, as printed; took the consent unless somebody else is named.
    void setSigner(std::string printedName) { m_signer = std::move(printedName); }
    // The days the clinic can take: dates are proposed and judged by them.
    void setCalendar(domain::ClinicCalendar calendar);
    // Versions that are signed and cannot be chosen yet: said, so that nobody looks for them.
    void setComing(const std::vector<services::ProtocolOnFile>& coming);
    // The answers of earlier orders: what still counts is not asked again.
    void setScreening(std::vector<domain::ScreeningAnswer> answers);
    [[nodiscard]] OrderDraft draft() const;
    void restore(const OrderDraft& draft);
    // An order that begins as the one before it; the other dates are proposed. After setCalendar.
    void startAfter(const services::EarlierOrder& earlier);
    void clearIdentity();

    // Blank or unreadable entries; a request can be made when there are none.
    [[nodiscard]] base::Problems missing() const;
    [[nodiscard]] services::OrderRequest request(const domain::PatientId& patient) const;
    void showProblems(const base::Problems& problems);
    void showFailure(const base::Error& error);
    void setReadOnly(bool readOnly);

    [[nodiscard]] const std::vector<domain::ProtocolVersion>& versions() const { return m_versions; }
    // The chosen one; nothing before somebody chooses.
    [[nodiscard]] const domain::ProtocolVersion* version() const;
    // Pain before the course, of the rows that are complete.
    [[nodiscard]] std::vector<domain::Score> baselineScores() const;
    [[nodiscard]] std::vector<std::optional<base::CalendarDate>> dates() const;
    [[nodiscard]] const DosePreview& preview() const { return m_preview; }
    [[nodiscard]] const PlanRemarks& plan() const { return m_plan; }
    [[nodiscard]] std::optional<domain::DosePerKg> perKg() const;
    [[nodiscard]] std::optional<int> minutes() const;
    // The next entry that is missing or cannot be read, from `from` on and then from the top; none if all are there.
    [[nodiscard]] QWidget* nextOpen(const QWidget* from) const;
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    // A person changed something, or the protocol changed what is said about it.
    void changed();
    // Enter in the password.
    void signWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildProtocol();
    void buildScreening();
    void buildBaseline();
    void buildBody();
    void buildDose();
    void describeBody();
    void addMeasure(services::OrderRequest& request) const;
    [[nodiscard]] std::optional<KnownWeight> orderedWeight() const;
    void buildDates();
    void buildAgreement();
    void buildSignature();
    void watchDates();
    void chooseVersion();
    void showVersion();
    void describeDose();
    void describePlan();
    void proposeDates();
    void proposeIfUntouched();
    [[nodiscard]] std::size_t dateCount() const;
    [[nodiscard]] bool datesTouched() const;
    bool dateKey(std::size_t at, int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QString problemSentence(const base::Problem& problem) const;
    [[nodiscard]] std::string formField(const std::string& field) const;
    [[nodiscard]] std::vector<std::size_t> filledBaseline() const;

    const base::Clock& m_clock;
    std::vector<domain::ProtocolVersion> m_versions;
    std::optional<KnownWeight> m_weight;
    domain::BodyLimits m_body;
    domain::ClinicCalendar m_calendar;
    std::string m_signer;
    std::vector<QString> m_proposed; // the dates as last proposed, from the second on
    QString m_filledMinutes;         // the protocol's minutes as last filled in
    DosePreview m_preview;
    PlanRemarks m_plan;

    FormBuilder* m_form = nullptr;
    TextLabel* m_again = nullptr; // whose order this one began as
    ChoiceRow* m_protocol = nullptr;
    TextLabel* m_coming = nullptr;
    TextLabel* m_about = nullptr;
    std::array<DateEdit*, kBaselineRows> m_baselineDates{};
    std::array<ScoreEdit*, kBaselineRows> m_baselineScores{};
    ScreeningRows* m_screening = nullptr;
    QuantityEdit* m_bodyWeight = nullptr;
    DateEdit* m_weighedOn = nullptr;
    QuantityEdit* m_height = nullptr;
    QuantityEdit* m_weightAgain = nullptr;
    QuantityEdit* m_perKg = nullptr;
    QuantityEdit* m_minutes = nullptr;
    QLineEdit* m_reason = nullptr;
    TextLabel* m_dose = nullptr;
    TextLabel* m_doseNotes = nullptr;
    std::vector<DateEdit*> m_dates;
    TextLabel* m_planLine = nullptr;
    QPushButton* m_propose = nullptr;
    QLineEdit* m_goal = nullptr;
    QLineEdit* m_stopRule = nullptr;
    QString m_filledStopRule; // the protocol's own, as last filled in
    DateEdit* m_consentOn = nullptr;
    QLineEdit* m_consentBy = nullptr;
    QLineEdit* m_consentReference = nullptr;
    QLineEdit* m_initials = nullptr;
    QLineEdit* m_birthYear = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace chairside::ui
