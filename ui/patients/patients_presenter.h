// Finding patients: what is typed becomes a search on the worker, and only the newest answer is shown.
#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/services/patient_service.h"

namespace chairside::ui {

class Workbench;
struct FoundPatients;

struct PatientCount {
    std::int64_t number = 0;
    bool exact = true; // otherwise there are more
};

// Rows and counts of one answer; they always belong together.
struct PatientList {
    QString text;                               // what was looked for; empty: everybody
    std::vector<services::PatientHit> rows{};   // best first
    PatientCount matches{};                     // rows may be fewer
    PatientCount registered{};                  // patients of the clinic
    std::vector<base::CalendarDate> readings{}; // two readings of an ambiguous date; then there are no rows
};

// At most one search is under way: what was typed meanwhile is looked for when it returns, and its answer is
// dropped.
class PatientsPresenter : public QObject {
    Q_OBJECT

public:
    explicit PatientsPresenter(Workbench& bench, QObject* parent = nullptr);

    void find(const QString& text);
    // The same text again, after a record changed.
    void refresh();
    // Enter in the find field. Waits for the answer to what is typed; then one match is opened, several are
    // told.
    void enter();

Q_SIGNALS:
    void listed(const chairside::ui::PatientList& list);
    void refused(const chairside::base::Error& error);
    void singleMatch(const QString& patientId);
    void severalMatch(const chairside::ui::PatientCount& count);
    // Enter met an ambiguous date.
    void readingNeeded();

private:
    void ask();
    void take(base::Result<FoundPatients> answer);
    void show(PatientList list);
    void actOnEnter();

    Workbench& m_bench;
    QString m_text;
    bool m_asking = false;
    bool m_typedMeanwhile = false;
    bool m_enterWaits = false;
    std::optional<PatientCount> m_registered;
    std::optional<PatientList> m_shown; // nothing while the answer to m_text is still to come
};

} // namespace chairside::ui
