// The questions of a protocol version about the patient, inside the order form.
#pragma once

#include <QObject>
#include <map>
#include <vector>

#include "core/base/clock.h"
#include "core/domain/course/screening.h"
#include "core/domain/protocol/protocol.h"
#include "ui/order/order_draft.h"

class QLineEdit;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;
class FormBuilder;

// Rows for every question of any of the versions; those of the chosen version are shown. Nothing is preselected. Field
// names: "screening_<number>", where a reason or a result belongs "screening_<number>_note", and for the day of a
// finding "screening_<number>_on".
class ScreeningRows : public QObject {
    Q_OBJECT

public:
    ScreeningRows(const base::Clock& clock, const std::vector<domain::ProtocolVersion>& versions, FormBuilder& form);

    void setEarlier(std::vector<domain::ScreeningAnswer> answers);
    // None: no question is asked.
    void show(const domain::ProtocolVersion* version);
    [[nodiscard]] std::map<QString, ScreeningText> draft() const;
    void restore(const std::map<QString, ScreeningText>& draft);

    [[nodiscard]] std::vector<domain::ScreeningReply> replies() const;
    // Everything that stands between the answers and an order, as the service would say it, on the fields of the form.
    [[nodiscard]] base::Problems problems() const;
    // The form's field for a field of the service ("screening.psychosis.note", "screening.ecg.on"); the same text if it
    // is none of these.
    [[nodiscard]] std::string formField(const std::string& field) const;
    // The sentence for a problem of one of these fields; empty for another field.
    [[nodiscard]] QString sentence(const base::Problem& problem) const;
    // The first question that has no answer; nothing if all have one.
    [[nodiscard]] QWidget* firstOpen() const;

Q_SIGNALS:
    // Answered with Space, and no question is left.
    void allAnswered();

private:
    struct Row {
        domain::ScreeningItem item;
        ChoiceRow* answer = nullptr;
        QLineEdit* note = nullptr;
        DateEdit* on = nullptr; // only for an item that is dated
        bool shown = false;
    };
    void add(const domain::ScreeningItem& item);
    void describe(std::size_t at);
    void goOn(std::size_t from);
    [[nodiscard]] static QString dayMessage(const Row& row, base::Rule rule);
    [[nodiscard]] QString helpOf(const Row& row) const;
    [[nodiscard]] static QString nameOf(std::size_t at);
    [[nodiscard]] const Row* rowOf(const std::string& formField) const;
    [[nodiscard]] bool asksDay(const Row& row) const;
    [[nodiscard]] bool isSettled(const Row& row) const;

    const base::Clock& m_clock;
    FormBuilder& m_form;
    std::vector<Row> m_rows;
    std::vector<domain::ScreeningAnswer> m_earlier;
};

} // namespace chairside::ui
