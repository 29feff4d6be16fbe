// The state of one chair-side session: the record as the store has it, what is being written, and what came
// back.
#pragma once

#include <QObject>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/work/workbench.h"

namespace chairside::ui {

// What can be written down; each at most once at a time.
enum class SessionFact {
    Place,
    Dose,
    SecondCheck,
    Answer,
    PumpStep,
    Baseline,
    Vitals,
    Pain,
    TenderPoints,
    After,
    Event,
    Rescue,
    Emergency,
    Drug,
    Aldrete,
    Discharge,
    Signature,
    Addendum
};

// Knows no widget. Everything that is recorded goes through here; the record is read again after every
// change.
class InfusionPresenter : public QObject {
    Q_OBJECT

public:
    explicit InfusionPresenter(Workbench& bench, QObject* parent = nullptr);

    // Reads the infusion; loaded() or loadFailed() follows. The same infusion again is only read again.
    void open(const domain::InfusionId& infusion);
    void refresh();

    [[nodiscard]] Workbench& bench() const { return m_bench; }
    [[nodiscard]] const std::optional<domain::InfusionId>& infusion() const { return m_infusion; }
    // Nothing until the infusion has been read.
    [[nodiscard]] const std::optional<services::InfusionView>& view() const { return m_view; }
    // Nothing is signed yet and the signed-in person may add entries.
    [[nodiscard]] bool mayRecord() const;
    [[nodiscard]] bool isSigned() const;
    [[nodiscard]] bool isSaving(SessionFact fact) const { return m_saving.contains(fact); }
    // Never before anything that is written down: a computer that was started again with its clock set back does not
    // turn back a running infusion.
    [[nodiscard]] base::Instant now() const;

    // Only with a view. Each ends in saved() or failed(); while one of its kind is being saved nothing
    // happens.
    void record(const services::PlaceEntry& entry);
    void record(const services::DoseEntry& entry);
    void record(const services::AnswerEntry& entry);
    // Two calculations that differ are saved() as well: the record says so.
    void record(const services::SecondCheckEntry& entry);
    void record(const services::StepEntry& entry);
    void record(const services::VitalsEntry& entry);
    // The same, typed in the pre-check.
    void recordBaseline(const services::VitalsEntry& entry);
    void record(const services::PainEntry& entry);
    void record(const services::TenderEntry& entry);
    void record(const services::AfterEntry& entry);
    void record(const services::EventEntry& entry);
    void record(const services::RescueEntry& entry);
    void record(const services::EmergencyEntry& entry);
    void record(const services::AldreteEntry& entry);
    void discharge(const services::DischargeEntry& entry);
    void account(const services::DrugEntry& entry);
    void sign(const std::string& password);
    void addAddendum(const std::string& text);

Q_SIGNALS:
    void loaded();
    void loadFailed(const chairside::base::Error& error);
    void saving(chairside::ui::SessionFact fact);
    // The entry is on the disk, and the record shows it unless it could not be read.
    void saved(chairside::ui::SessionFact fact);
    void failed(chairside::ui::SessionFact fact, const chairside::base::Error& error);
    // The same for an infusion that is no longer the open one.
    void savedElsewhere(const std::string& infusion, chairside::ui::SessionFact fact);
    void failedElsewhere(const chairside::base::Error& error);

private:
    template <class Job>
    void submit(SessionFact fact, Job job);
    void finish(SessionFact fact, const domain::InfusionId& infusion, const base::Done& outcome);
    void read(services::Reading reading);
    void tellLanded();
    void take(const domain::InfusionId& infusion, base::Result<services::InfusionView> result);

    Workbench& m_bench;
    std::optional<domain::InfusionId> m_infusion;
    std::optional<services::InfusionView> m_view;
    std::set<SessionFact> m_saving;
    std::vector<SessionFact> m_landed;     // on the disk, told as soon as the record has been read
    std::chrono::milliseconds m_readAt{0}; // monotonic
    bool m_reading = false;
    bool m_readAgain = false;
};

} // namespace chairside::ui
