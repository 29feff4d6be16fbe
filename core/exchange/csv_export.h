// Tables of the whole clinic for a spreadsheet or a statistics program: one kind of row a file, units in the heads, ISO
// dates, entries that stand. An empty cell is a value that is not there.
#pragma once

#include <optional>
#include <string_view>

#include "core/exchange/write_piece.h"
#include "core/services/export_service.h"
#include "core/services/ports/export_formats.h"

namespace chairside::exchange {

using services::CsvKind;
// "patients", "courses", "infusions", "vitals", "scores", "events", "drug_book".
[[nodiscard]] std::optional<CsvKind> csvKindFromKey(std::string_view key);

enum class Identities { Kept, Removed };

// Removed: no column names, reaches or describes a person in free words; ages from 90 on are 90; the patient is a
// number that holds in this file alone, and all dates of one patient are moved back by the same 1 to 364 days, so that
// spans between them are true and they themselves are not. Nobody keeps how far.
class CsvSink final : public services::ExportSink {
public:
    CsvSink(WritePiece write, CsvKind kind, Identities identities)
        : m_write(std::move(write)), m_kind(kind), m_identities(identities) {}

    [[nodiscard]] base::Done begin(const services::ExportHead& head) override;
    [[nodiscard]] base::Done patient(const domain::Patient& patient) override;
    [[nodiscard]] base::Done course(const services::ExportedCourse& course) override;
    [[nodiscard]] base::Done infusion(const services::ExportedCourse& course,
                                      const services::ExportedInfusion& infusion) override;
    [[nodiscard]] base::Done end() override { return {}; }
    [[nodiscard]] services::ExportNeeds needs() const override;

private:
    WritePiece m_write;
    CsvKind m_kind;
    Identities m_identities;
    std::optional<services::ExportHead> m_head;
};

} // namespace chairside::exchange
