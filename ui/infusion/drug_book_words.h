// The controlled-drug book in words: what a vial is, how it closes, and what a line says.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/services/drug_book_service.h"

namespace chairside::ui {

struct DrugBookWords {
    Q_DECLARE_TR_FUNCTIONS(DrugBook)

public:
    // "ketamine 50 mg per mL, 10 mL (500 mg) · lot KM42 · expires 31-Dec-2026".
    [[nodiscard]] static QString vial(const domain::Vial& vial);
    // "closes at 0 mg", "not at zero: 5 mg should still be there" ...
    [[nodiscard]] static QString closing(const services::DrugBookVial& book);
    // The same with the symbol that goes with it.
    [[nodiscard]] static QString markedClosing(const services::DrugBookVial& book);
    // "TESTPATIENT, Anna (Ms)" and, behind the separator, "14-Mar-1979 · KC 0412".
    [[nodiscard]] static QString patient(const services::DrugBookLine& line, const QString& separator);
    // "Vial opened", "Given" ... "Correction".
    [[nodiscard]] static QString movement(const services::DrugBookLine& line);
    // "+500", "-35": what it adds to what should be there, in mg and mL.
    [[nodiscard]] static QString amount(const services::DrugBookLine& line);
    [[nodiscard]] static QString volume(const services::DrugBookLine& line);
    // "10:41" on the day of the query, else with its date.
    [[nodiscard]] static QString moment(const services::DrugBook& book, const base::Instant& at);
    // Empty for no witness.
    [[nodiscard]] static QString witness(const services::DrugBook& book, const services::DrugBookLine& line);
    // "14-Jan-2025", "Lot KM42", "All differences".
    [[nodiscard]] static QString period(const services::DrugBookQuery& query);
    // "3 vials, all at 0 mg", "3 vials, 1 with a difference".
    [[nodiscard]] static QString summary(const services::DrugBook& book);
    // Why the list is empty.
    [[nodiscard]] static QString nothing(const services::DrugBookQuery& query);
};

} // namespace chairside::ui
