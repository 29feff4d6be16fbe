#include "core/services/audit_service.h"

#include <algorithm>
#include <map>

#include "core/services/keys.h"
#include "core/services/retreatment_standing.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

// 45 CFR 164.528(a)(3).
constexpr std::chrono::years kAccountedYears{6};
constexpr int kMostOfOneNumber = 50;

// What was asked for, in codes: which person and which patient stand in the columns of the event.
std::string trailKind(const AuditQuery& query) {
    std::string kind = "trail";
    if (query.who) kind += " person " + query.who->text();
    if (query.action) kind += " action";
    if (query.from) kind += " from " + query.from->iso();
    if (query.to) kind += " to " + query.to->iso();
    return kind;
}

base::Problem patientProblem(base::Rule rule) {
    return {"patient", rule, {}, {}, {}};
}

base::Result<domain::PatientId> numberedPatient(Unit& unit, const std::string& number) {
    const auto wanted = foldedUserName(number);
    const auto hits = CHAIRSIDE_TRY(unit.tx().patients().search(trimmed(number), unit.today(), kMostOfOneNumber));
    const auto found = std::ranges::find_if(hits.rows, [&wanted](const PatientHit& hit) {
        return foldedUserName(hit.patient.details.clinicNumber) == wanted;
    });
    if (found == hits.rows.end()) return base::invalid({patientProblem(base::Rule::Mismatch)});
    return found->patient.id;
}

base::Result<AuditFilter> trailFilter(Unit& unit, const AuditQuery& query) {
    AuditFilter filter{query.who, std::nullopt, query.action, query.from, query.to};
    if (query.from && query.to && *query.to < *query.from) return base::invalid("to", base::Rule::OutOfOrder);
    if (!trimmed(query.patientNumber).empty())
        filter.patient = CHAIRSIDE_TRY(numberedPatient(unit, query.patientNumber));
    return filter;
}

// The names behind the identities of the trail, each asked for once.
class TrailNames {
public:
    static base::Result<TrailNames> read(Unit& unit) {
        return TrailNames(unit, CHAIRSIDE_TRY(unit.tx().accounts().list()));
    }

    base::Result<AuditLine> line(AuditRow row) {
        AuditLine line{std::move(row), {}, {}, {}};
        for (const auto role : domain::kAllRoles) {
            if (roleKey(role) == line.row.event.role) line.role = role;
        }
        if (line.row.event.who) line.person = domain::printedNameOf(m_people, *line.row.event.who);
        if (line.row.event.patient) line.patientNumber = CHAIRSIDE_TRY(number(*line.row.event.patient));
        return line;
    }

private:
    TrailNames(Unit& unit, std::vector<domain::Account> people) : m_unit(&unit), m_people(std::move(people)) {}

    base::Result<std::string> number(const domain::PatientId& id) {
        const auto known = m_numbers.find(id);
        if (known != m_numbers.end()) return known->second;
        const auto patient = m_unit->tx().patients().get(id);
        if (!patient && patient.error().code != base::Code::NotFound) return std::unexpected(patient.error());
        return m_numbers.emplace(id, patient ? patient->details.clinicNumber : id.text()).first->second;
    }

    Unit* m_unit;
    std::vector<domain::Account> m_people;
    std::map<domain::PatientId, std::string> m_numbers;
};

base::CalendarDate accountedFrom(base::CalendarDate today) {
    const std::chrono::year_month_day day(today.days());
    const auto then = day - kAccountedYears;
    return base::CalendarDate::ofDays(then.ok()
                                          ? std::chrono::sys_days(then)
                                          : std::chrono::sys_days(then.year() / then.month() / std::chrono::last));
}

base::Result<DisclosureList> disclosuresOf(Unit& unit, const domain::PatientId& id) {
    const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(id));
    const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
    DisclosureList list{patient.details.clinicNumber, accountedFrom(unit.today()), unit.today(), {}};
    const auto since =
        base::Instant::of(std::chrono::milliseconds(list.from.plusDays(-1).days().time_since_epoch()).count(), 0);
    for (const auto& document : CHAIRSIDE_TRY(unit.tx().documents().ofPatient(id, since))) {
        if (document.issuedAt.localDate() < list.from) continue;
        list.lines.push_back({document.issuedAt, domain::printedNameOf(people, document.issuedBy), document.kind,
                              document.state, document.id.text()});
    }
    return list;
}

base::Result<domain::PatientId> accountedPatient(Unit& unit, const std::string& number) {
    if (trimmed(number).empty()) return base::invalid({patientProblem(base::Rule::Required)});
    return numberedPatient(unit, number);
}

} // namespace

base::Result<AuditPage> AuditService::read(const Actor& actor, const AuditQuery& query, Reading reading,
                                           const std::optional<AuditPosition>& after) {
    return run(m_context, actor, Permission::ViewAudit, accessFor(reading), [&](Unit& unit) -> base::Result<AuditPage> {
        const auto filter = CHAIRSIDE_TRY(trailFilter(unit, query));
        auto rows = CHAIRSIDE_TRY(unit.tx().trail().find(filter, after, unit.policy().auditRows + 1));
        AuditPage page{query, {}, std::nullopt};
        auto names = CHAIRSIDE_TRY(TrailNames::read(unit));
        if (std::ssize(rows) > unit.policy().auditRows) {
            rows.pop_back();
            page.next = AuditPosition{rows.back().at, rows.back().sequence};
        }
        for (auto& row : rows)
            page.lines.push_back(CHAIRSIDE_TRY(names.line(std::move(row))));
        if (reading == Reading::Open)
            unit.audit(AuditAction::View, "audit_event", {}, filter.patient, trailKind(query));
        return page;
    });
}

base::Result<std::vector<domain::Account>> AuditService::people(const Actor& actor) {
    return run(m_context, actor, Permission::ViewAudit, Access::Read,
               [](Unit& unit) { return unit.tx().accounts().list(); });
}

base::Result<DisclosureList> AuditService::disclosures(const Actor& actor, const std::string& patientNumber) {
    return run(m_context, actor, Permission::ViewAudit, Access::Write, [&](Unit& unit) -> base::Result<DisclosureList> {
        const auto patient = CHAIRSIDE_TRY(accountedPatient(unit, patientNumber));
        auto list = CHAIRSIDE_TRY(disclosuresOf(unit, patient));
        unit.audit(AuditAction::View, "document_issued", {}, patient, "disclosures");
        return list;
    });
}

base::Done AuditService::exportTrail(const Actor& actor, const AuditQuery& query, const Write& write) {
    const auto* format = m_context.auditFormat;
    if (format == nullptr) return base::fail(base::Code::WrongState, "csv");
    CHAIRSIDE_TRY(run(m_context, actor, Permission::ViewAudit, Access::Write, [&](Unit& unit) -> base::Done {
        const auto filter = CHAIRSIDE_TRY(trailFilter(unit, query));
        unit.audit(AuditAction::Issue, "audit_event", {}, filter.patient, "csv " + trailKind(query));
        return {};
    }));
    return run(m_context, actor, Permission::ViewAudit, Access::Read, [&](Unit& unit) -> base::Done {
        const auto filter = CHAIRSIDE_TRY(trailFilter(unit, query));
        auto names = CHAIRSIDE_TRY(TrailNames::read(unit));
        CHAIRSIDE_TRY(write(format->trailHead()));
        std::optional<AuditPosition> after;
        while (true) {
            auto rows = CHAIRSIDE_TRY(unit.tx().trail().find(filter, after, unit.policy().auditRows));
            if (rows.empty()) return {};
            after = AuditPosition{rows.back().at, rows.back().sequence};
            std::string piece;
            for (auto& row : rows)
                piece += format->trailLine(CHAIRSIDE_TRY(names.line(std::move(row))));
            CHAIRSIDE_TRY(write(piece));
        }
    });
}

base::Done AuditService::exportDisclosures(const Actor& actor, const std::string& patientNumber, const Write& write) {
    const auto* format = m_context.auditFormat;
    if (format == nullptr) return base::fail(base::Code::WrongState, "csv");
    const auto list = CHAIRSIDE_TRY(
        run(m_context, actor, Permission::ViewAudit, Access::Write, [&](Unit& unit) -> base::Result<DisclosureList> {
            const auto patient = CHAIRSIDE_TRY(accountedPatient(unit, patientNumber));
            auto found = CHAIRSIDE_TRY(disclosuresOf(unit, patient));
            unit.audit(AuditAction::Issue, "document_issued", {}, patient, "csv disclosures");
            return found;
        }));
    std::string text = format->disclosureHead();
    for (const auto& line : list.lines)
        text += format->disclosureLine(line);
    return write(text);
}

base::Result<VerifyReport> AuditService::verify(const Actor& actor) {
    const auto permission = domain::Permission::VerifyStore;
    CHAIRSIDE_TRY(run(m_context, actor, permission, Access::Read, [](Unit&) { return base::Done{}; }));
    auto report = CHAIRSIDE_TRY(m_context.verifier.verify());
    // What cannot be vouched for is compared with nothing.
    if (report.clean()) {
        CHAIRSIDE_TRY(runUnit(m_context, actor, permission, Access::Read, [&report](Unit& unit) -> base::Done {
            report.findings = CHAIRSIDE_TRY(wrongStandings(unit));
            return {};
        }));
    }
    const auto audited = run(m_context, actor, permission, Access::Write, [&report](Unit& unit) -> base::Done {
        unit.audit(AuditAction::Verify, "clinic", {}, std::nullopt,
                   "findings " + std::to_string(report.findings.size()));
        return {};
    });
    // A store too damaged to be written to must still be able to say so.
    if (!audited && report.clean()) return std::unexpected(audited.error());
    return report;
}

} // namespace chairside::services
