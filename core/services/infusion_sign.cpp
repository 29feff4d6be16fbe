// Signing an infusion: everything written so far is closed under one hash.
#include "core/services/course_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/signing.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;

std::string keyOf(domain::SigningGap gap) {
    using domain::SigningGap;
    switch (gap) {
    case SigningGap::NotStopped:
        return "not_stopped";
    case SigningGap::NoDose:
        return "no_dose";
    case SigningGap::NotDischarged:
        return "not_discharged";
    case SigningGap::PainBeforeMissing:
        return "pain_before_missing";
    case SigningGap::PainAfterMissing:
        return "pain_after_missing";
    case SigningGap::DrugNotAccounted:
        return "drug_not_accounted";
    case SigningGap::NoVitals:
        return "no_vitals";
    case SigningGap::EmergencyOngoing:
        return "emergency_ongoing";
    }
    return {};
}

base::Result<InfusionAtHand> checkSignable(Unit& unit, const domain::InfusionId& id, const std::string& password) {
    auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, id));
    for (const auto gap : domain::signingGaps(infusion.record, infusion.rules())) {
        if (domain::blocksSigning(gap)) return base::fail(Code::WrongState, "infusion", keyOf(gap));
    }
    base::Problems problems;
    requirePassword(problems, password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return infusion;
}

// Why the pump was stopped before anything had flowed.
std::string stopReason(const domain::InfusionRecord& record) {
    std::string reason;
    for (const auto& step : domain::standing(record.steps)) {
        if (step.kind == domain::StepKind::Stop) reason = step.reason;
    }
    return reason;
}

base::Done closePlanned(Unit& unit, const InfusionAtHand& infusion) {
    auto planned = infusion.planned;
    if (planned.state != domain::PlanState::Open) return {};
    const auto delivery = domain::deliveryOf(infusion.record, infusion.now, infusion.rules().dose);
    planned.state = delivery.dose > domain::Dose{} ? domain::PlanState::Given : domain::PlanState::NotGiven;
    if (planned.state == domain::PlanState::NotGiven) planned.reason = stopReason(infusion.record);
    CHAIRSIDE_TRY(unit.tx().courses().updatePlanned(planned));
    return completeIfDone(unit, planned.course);
}

} // namespace

base::Done InfusionService::sign(const Actor& actor, const domain::InfusionId& id, const std::string& password) {
    const auto permission = domain::Permission::SignInfusion;
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, permission, password, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(checkSignable(unit, id, password));
        return {};
    }));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Done {
        const auto infusion = CHAIRSIDE_TRY(checkSignable(unit, id, password));
        const auto& patient = infusion.record.infusion.patient;
        CHAIRSIDE_TRY(closePlanned(unit, infusion));
        CHAIRSIDE_TRY(addSignature(unit, "authorship", "infusion", id.text()));
        unit.audit(AuditAction::Sign, "infusion", id.text(), patient);
        unit.changed(ChangeKind::Infusion, id.text(), patient);
        unit.changed(ChangeKind::Course, infusion.course.id.text(), patient);
        return {};
    });
}

} // namespace chairside::services
