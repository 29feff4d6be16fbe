#include "ui/infusion/infusion_presenter.h"

#include <algorithm>
#include <utility>

namespace chairside::ui {

namespace {

// The two sets are on the disk; only the start has to wait.
bool isDifference(const base::Error& error) {
    return error.code == base::Code::Invalid && !error.problems.empty() &&
           std::ranges::all_of(error.problems,
                               [](const base::Problem& each) { return each.rule == base::Rule::Mismatch; });
}

} // namespace

InfusionPresenter::InfusionPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {
    connect(&bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (!m_infusion || !m_view) return;
        const bool isThis = change.id == m_infusion->text();
        const bool isOfPatient = !change.patientId.empty() && change.patientId == m_view->patient.id.text();
        if (isThis || isOfPatient) refresh();
    });
}

void InfusionPresenter::open(const domain::InfusionId& infusion) {
    if (m_infusion == infusion && m_view) return refresh();
    m_infusion = infusion;
    m_view.reset();
    m_saving.clear();
    m_landed.clear();
    m_reading = false;
    m_readAgain = false;
    read(services::Reading::Open);
}

void InfusionPresenter::refresh() {
    if (!m_infusion) return;
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    read(services::Reading::Refresh);
}

void InfusionPresenter::read(services::Reading reading) {
    if (!m_bench.actor()) return;
    m_reading = true;
    const domain::InfusionId infusion = *m_infusion;
    m_bench.askAs(
        this,
        [infusion, reading](services::Services& all, const services::Actor& actor) {
            return all.infusions.view(actor, infusion, reading);
        },
        [this, infusion](base::Result<services::InfusionView> result) { take(infusion, std::move(result)); });
}

void InfusionPresenter::take(const domain::InfusionId& infusion, base::Result<services::InfusionView> result) {
    if (m_infusion != infusion) return;
    m_reading = false;
    if (std::exchange(m_readAgain, false)) return refresh();
    if (result) {
        m_view = std::move(*result);
        m_readAt = m_bench.clock().monotonic();
        Q_EMIT loaded();
    } else {
        Q_EMIT loadFailed(result.error());
    }
    tellLanded();
}

void InfusionPresenter::tellLanded() {
    for (const SessionFact fact : std::exchange(m_landed, {})) {
        m_saving.erase(fact);
        Q_EMIT saved(fact);
    }
}

bool InfusionPresenter::isSigned() const {
    return m_view && m_view->record.signature.has_value();
}

bool InfusionPresenter::mayRecord() const {
    return m_view && !isSigned() && m_bench.may(domain::Permission::RecordInfusion);
}

base::Instant InfusionPresenter::now() const {
    if (!m_view) return m_bench.now();
    return std::max(m_bench.now(), m_view->asOf.plus(m_bench.clock().monotonic() - m_readAt));
}

template <class Job>
void InfusionPresenter::submit(SessionFact fact, Job job) {
    if (!m_view || !m_bench.actor() || isSaving(fact)) return;
    m_saving.insert(fact);
    Q_EMIT saving(fact);
    const domain::InfusionId infusion = *m_infusion;
    m_bench.askAs(this, std::move(job), [this, fact, infusion](const auto& result) {
        base::Done outcome;
        if (!result) outcome = std::unexpected(result.error());
        finish(fact, infusion, outcome);
    });
}

void InfusionPresenter::finish(SessionFact fact, const domain::InfusionId& infusion, const base::Done& outcome) {
    if (m_infusion != infusion) {
        if (outcome)
            Q_EMIT savedElsewhere(infusion.text(), fact);
        else
            Q_EMIT failedElsewhere(outcome.error());
        return;
    }
    if (!outcome) {
        m_saving.erase(fact);
        Q_EMIT failed(fact, outcome.error());
        return;
    }
    m_landed.push_back(fact);
    refresh();
}

void InfusionPresenter::record(const services::PlaceEntry& entry) {
    submit(SessionFact::Place, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.placeOnChair(actor, entry);
    });
}

void InfusionPresenter::record(const services::DoseEntry& entry) {
    submit(SessionFact::Dose, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordDose(actor, entry);
    });
}

void InfusionPresenter::record(const services::AnswerEntry& entry) {
    submit(SessionFact::Answer, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordAnswer(actor, entry);
    });
}

void InfusionPresenter::record(const services::SecondCheckEntry& entry) {
    submit(SessionFact::SecondCheck, [entry](services::Services& all, const services::Actor& actor) -> base::Done {
        const auto checked = all.infusions.recordSecondCheck(actor, entry);
        if (checked || isDifference(checked.error())) return {};
        return std::unexpected(checked.error());
    });
}

void InfusionPresenter::record(const services::StepEntry& entry) {
    submit(SessionFact::PumpStep, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordStep(actor, entry);
    });
}

void InfusionPresenter::record(const services::VitalsEntry& entry) {
    submit(SessionFact::Vitals, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordVitals(actor, entry);
    });
}

void InfusionPresenter::recordBaseline(const services::VitalsEntry& entry) {
    submit(SessionFact::Baseline, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordVitals(actor, entry);
    });
}

void InfusionPresenter::record(const services::PainEntry& entry) {
    submit(SessionFact::Pain, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordPain(actor, entry);
    });
}

void InfusionPresenter::record(const services::TenderEntry& entry) {
    submit(SessionFact::TenderPoints, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordTenderPoints(actor, entry);
    });
}

void InfusionPresenter::record(const services::AfterEntry& entry) {
    submit(SessionFact::After, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordAfter(actor, entry);
    });
}

void InfusionPresenter::record(const services::EventEntry& entry) {
    submit(SessionFact::Event, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordEvent(actor, entry);
    });
}

void InfusionPresenter::record(const services::RescueEntry& entry) {
    submit(SessionFact::Rescue, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordRescueDrug(actor, entry);
    });
}

void InfusionPresenter::record(const services::EmergencyEntry& entry) {
    submit(SessionFact::Emergency, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordEmergency(actor, entry);
    });
}

void InfusionPresenter::record(const services::AldreteEntry& entry) {
    submit(SessionFact::Aldrete, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.recordAldrete(actor, entry);
    });
}

void InfusionPresenter::discharge(const services::DischargeEntry& entry) {
    submit(SessionFact::Discharge, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.discharge(actor, entry);
    });
}

void InfusionPresenter::account(const services::DrugEntry& entry) {
    submit(SessionFact::Drug, [entry](services::Services& all, const services::Actor& actor) {
        return all.infusions.accountDrug(actor, entry);
    });
}

void InfusionPresenter::sign(const std::string& password) {
    if (!m_infusion) return;
    submit(SessionFact::Signature,
           [infusion = *m_infusion, password](services::Services& all, const services::Actor& actor) {
               return all.infusions.sign(actor, infusion, password);
           });
}

void InfusionPresenter::addAddendum(const std::string& text) {
    if (!m_infusion) return;
    submit(SessionFact::Addendum,
           [infusion = *m_infusion, text](services::Services& all, const services::Actor& actor) {
               return all.infusions.addAddendum(actor, infusion, text);
           });
}

} // namespace chairside::ui
