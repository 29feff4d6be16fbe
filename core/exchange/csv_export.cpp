#include "core/exchange/csv_export.h"

#include <algorithm>
#include <iterator>

#include "core/exchange/csv/csv_row.h"
#include "core/services/try.h"

namespace chairside::exchange {
namespace {

using csv::lineOf;
using csv::Row;

constexpr unsigned kLongestShift = 364;

// The identity of the export is made by chance for it and kept nowhere when identities are removed: what is mixed with
// it can be told by nobody afterwards.
std::uint64_t mixedWith(const domain::DocumentId& secret, const domain::PatientId& patient, std::uint64_t start) {
    std::uint64_t hash = start;
    for (int round = 0; round < 2; ++round) {
        for (const auto byte : secret.uuid().bytes())
            hash = (hash ^ byte) * 1099511628211ULL;
        for (const auto byte : patient.uuid().bytes())
            hash = (hash ^ byte) * 1099511628211ULL;
        hash ^= hash >> 29U;
    }
    return hash;
}

Row rowOf(const services::ExportHead& head, const domain::Patient& patient, Identities identities) {
    Row row{.head = &head, .pseudonym = patient.id.text(), .patient = &patient};
    if (identities == Identities::Kept) return row;
    row.shiftDays = 1 + static_cast<int>(mixedWith(head.document, patient.id, 14695981039346656037ULL) % kLongestShift);
    row.pseudonym = std::to_string(mixedWith(head.document, patient.id, 1469598103934665603ULL));
    return row;
}

std::string infusionRows(CsvKind kind, Row row) {
    std::string lines;
    const auto& record = row.infusion->record;
    if (kind == CsvKind::Infusions) return lineOf(kind, row);
    if (kind == CsvKind::Vitals) {
        for (const auto& one : domain::standing(record.vitals)) {
            row.vitals = &one;
            lines += lineOf(kind, row);
        }
    }
    if (kind == CsvKind::Scores) {
        for (const auto& one : csv::scoresOf(row)) {
            row.score = &one;
            lines += lineOf(kind, row);
        }
    }
    if (kind == CsvKind::Events) {
        for (const auto& one : domain::standing(record.events)) {
            row.event = &one;
            lines += lineOf(kind, row);
        }
    }
    if (kind == CsvKind::DrugBook) {
        for (const auto& [vial, movements] : row.infusion->vials) {
            for (const auto& one : movements) {
                row.vial = &vial;
                row.movement = &one;
                lines += lineOf(kind, row);
            }
        }
    }
    return lines;
}

} // namespace

std::optional<CsvKind> csvKindFromKey(std::string_view key) {
    const auto found = std::ranges::find(services::kCsvKinds, key, &services::csvKindKey);
    return found == std::end(services::kCsvKinds) ? std::nullopt : std::optional(*found);
}

base::Done CsvSink::begin(const services::ExportHead& head) {
    m_head = head;
    return m_write(csv::headOf(m_kind, m_identities == Identities::Removed));
}

base::Done CsvSink::patient(const domain::Patient& patient) {
    if (m_kind != CsvKind::Patients) return {};
    return m_write(lineOf(m_kind, rowOf(*m_head, patient, m_identities)));
}

base::Done CsvSink::course(const services::ExportedCourse& course) {
    auto row = rowOf(*m_head, course.patient, m_identities);
    row.course = &course;
    if (m_kind == CsvKind::Courses) return m_write(lineOf(m_kind, row));
    if (m_kind == CsvKind::Scores) {
        for (const auto& followUp : course.followUps) {
            const auto score = csv::scoreOf(row, followUp);
            row.score = &score;
            CHAIRSIDE_TRY(m_write(lineOf(m_kind, row)));
        }
    }
    if (m_kind != CsvKind::Infusions) return {};
    for (const auto& planned : course.planned) {
        row.planned = &planned;
        if (!planned.infusion) CHAIRSIDE_TRY(m_write(lineOf(m_kind, row)));
    }
    return {};
}

base::Done CsvSink::infusion(const services::ExportedCourse& course, const services::ExportedInfusion& infusion) {
    auto row = rowOf(*m_head, course.patient, m_identities);
    row.course = &course;
    row.planned = &infusion.planned;
    row.infusion = &infusion;
    return m_write(infusionRows(m_kind, row));
}

services::ExportNeeds CsvSink::needs() const {
    using services::ExportDepth;
    using services::InfusionPart;
    switch (m_kind) {
    case CsvKind::Patients:
        return {.depth = ExportDepth::Patients, .part = {}};
    case CsvKind::Courses:
        return {.depth = ExportDepth::Courses, .part = {}, .orders = true};
    case CsvKind::Infusions:
        return {.part = InfusionPart::Dose, .orders = true};
    case CsvKind::Vitals:
        return {.part = InfusionPart::Vitals};
    case CsvKind::Scores:
        return {.part = InfusionPart::Scores, .followUps = true};
    case CsvKind::Events:
        return {.part = InfusionPart::Events};
    case CsvKind::DrugBook:
        break;
    }
    return {.part = InfusionPart::DrugBook};
}

} // namespace chairside::exchange
