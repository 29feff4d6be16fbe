#include "core/store/audit/subject_content.h"

#include <array>

#include "core/services/try.h"
#include "core/store/audit/canonical.h"
#include "core/store/values.h"

namespace chairside::store {
namespace {

// Every column, as in the audit trail; the bound value is the subject's key.
struct Source {
    std::string_view table;
    Sql rows;
};

// The first one is the subject itself.
constexpr std::array kInfusion{
    Source{"infusion", Sql("SELECT * FROM infusion WHERE id = ? ORDER BY id")},
    Source{"dose_check", Sql("SELECT * FROM dose_check WHERE infusion_id = ? ORDER BY id")},
    Source{"second_check", Sql("SELECT * FROM second_check WHERE infusion_id = ? ORDER BY id")},
    Source{"infusion_step", Sql("SELECT * FROM infusion_step WHERE infusion_id = ? ORDER BY id")},
    Source{"vital_signs", Sql("SELECT * FROM vital_signs WHERE infusion_id = ? ORDER BY id")},
    Source{"sedation_score", Sql("SELECT * FROM sedation_score WHERE infusion_id = ? ORDER BY id")},
    Source{"dissociation_score", Sql("SELECT * FROM dissociation_score WHERE infusion_id = ? ORDER BY id")},
    Source{"pain_score", Sql("SELECT * FROM pain_score WHERE infusion_id = ? ORDER BY id")},
    Source{"tender_point_exam", Sql("SELECT * FROM tender_point_exam WHERE infusion_id = ? ORDER BY id")},
    Source{"adverse_event", Sql("SELECT * FROM adverse_event WHERE infusion_id = ? ORDER BY id")},
    Source{"note", Sql("SELECT * FROM note WHERE infusion_id = ? ORDER BY id")},
    Source{"tender_point_site",
           Sql("SELECT * FROM tender_point_site WHERE exam_id IN"
               " (SELECT id FROM tender_point_exam WHERE infusion_id = ?) ORDER BY exam_id, site")},
    Source{"vial", Sql("SELECT * FROM vial WHERE id IN"
                       " (SELECT vial_id FROM drug_movement WHERE infusion_id = ?) ORDER BY id")},
    Source{"drug_movement", Sql("SELECT * FROM drug_movement WHERE infusion_id = ? ORDER BY id")},
    Source{"checklist_answer", Sql("SELECT * FROM checklist_answer WHERE infusion_id = ? ORDER BY id")},
    Source{"chair_place", Sql("SELECT * FROM chair_place WHERE infusion_id = ? ORDER BY id")},
    Source{"aldrete_score", Sql("SELECT * FROM aldrete_score WHERE infusion_id = ? ORDER BY id")},
    Source{"discharge", Sql("SELECT * FROM discharge WHERE infusion_id = ? ORDER BY id")},
    Source{"discharge_unmet", Sql("SELECT * FROM discharge_unmet WHERE discharge_id IN"
                                  " (SELECT id FROM discharge WHERE infusion_id = ?) ORDER BY discharge_id, position")},
    Source{"after_assessment", Sql("SELECT * FROM after_assessment WHERE infusion_id = ? ORDER BY id")},
    Source{"rescue_drug", Sql("SELECT * FROM rescue_drug WHERE infusion_id = ? ORDER BY id")},
    Source{"emergency_note", Sql("SELECT * FROM emergency_note WHERE infusion_id = ? ORDER BY id")},
};

constexpr std::array kCourseOrder{
    Source{"course_order", Sql("SELECT * FROM course_order WHERE id = ? ORDER BY id")},
    Source{"order_agreement", Sql("SELECT * FROM order_agreement WHERE order_id = ? ORDER BY order_id")},
    Source{"order_measure", Sql("SELECT * FROM order_measure WHERE order_id = ? ORDER BY order_id")},
    Source{"screening_answer", Sql("SELECT * FROM screening_answer WHERE order_id = ? ORDER BY id")},
};

// A version is signed before the signature is written into its row.
constexpr std::array kProtocolVersion{
    Source{"protocol_version",
           Sql("SELECT id, protocol_id, name, version, drug, summary FROM protocol_version WHERE id = ?")},
    Source{"protocol_limit", Sql("SELECT * FROM protocol_limit WHERE protocol_version_id = ? ORDER BY name ASC")},
    Source{"protocol_remark", Sql("SELECT * FROM protocol_remark WHERE protocol_version_id = ? ORDER BY position ASC")},
    Source{"protocol_item", Sql("SELECT * FROM protocol_item WHERE protocol_version_id = ? ORDER BY position ASC")},
    Source{"protocol_emergency",
           Sql("SELECT * FROM protocol_emergency WHERE protocol_version_id = ? ORDER BY position ASC")},
    Source{"protocol_screening",
           Sql("SELECT * FROM protocol_screening WHERE protocol_version_id = ? ORDER BY position ASC")},
    Source{"protocol_in_force",
           Sql("SELECT * FROM protocol_in_force WHERE protocol_version_id = ? ORDER BY protocol_version_id")},
};

std::span<const Source> sourcesOf(std::string_view kind) {
    if (kind == "infusion") return kInfusion;
    if (kind == "course_order") return kCourseOrder;
    if (kind == "protocol_version") return kProtocolVersion;
    return {};
}

} // namespace

base::Result<std::string> subjectContentHash(Connection& connection, const services::Digest& digest,
                                             std::string_view kind, const std::string& id) {
    const auto sources = sourcesOf(kind);
    if (sources.empty()) return base::fail(base::Code::Internal, {}, "no such kind of subject");
    CanonicalRows rows;
    std::string bytes;
    for (const auto& source : sources) {
        CHAIRSIDE_TRY(connection.query(source.rows, values(id), [&](const Row& row) -> base::Done {
            rows.append(bytes, source.table, source.rows, row);
            return {};
        }));
        if (bytes.empty()) return base::fail(base::Code::NotFound, std::string(kind));
    }
    return digest.sha256(bytes);
}

std::span<const Sql> subjectStatements() {
    static const auto kSubjectContentAll = [] {
        std::vector<Sql> all;
        for (const auto& sources : {std::span<const Source>(kInfusion), std::span<const Source>(kCourseOrder),
                                    std::span<const Source>(kProtocolVersion)}) {
            for (const auto& source : sources)
                all.push_back(source.rows);
        }
        return all;
    }();
    return kSubjectContentAll;
}

} // namespace chairside::store
