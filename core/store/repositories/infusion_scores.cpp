// What was scored during an infusion: sedation, dissociation, pain and tender points.
#include <algorithm>

#include "core/store/repositories/entry_rows.h"
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kSedation = entryQuery<"sedation_score", "row_id, scale, value">();
constexpr Sql kInsertSedation("INSERT INTO sedation_score (id, infusion_id, observed_at, observed_offset, recorded_at,"
                              " recorded_offset, recorded_by, corrects, correction_reason, row_id, scale, value)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kDissociation = entryQuery<"dissociation_score", "row_id, scale, value">();
constexpr Sql kInsertDissociation("INSERT INTO dissociation_score (id, infusion_id, observed_at, observed_offset,"
                                  " recorded_at, recorded_offset, recorded_by, corrects, correction_reason, row_id,"
                                  " scale, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kPain = entryQuery<"pain_score", "row_id, moment, frame, value, missing">();
constexpr Sql kInsertPain("INSERT INTO pain_score (id, infusion_id, observed_at, observed_offset, recorded_at,"
                          " recorded_offset, recorded_by, corrects, correction_reason, row_id, moment, frame, value,"
                          " missing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kExams = entryQuery<"tender_point_exam", "scale">();
constexpr Sql kSites("SELECT site, score, threshold_gf, tolerance_gf FROM tender_point_site WHERE exam_id = ?");
constexpr Sql kInsertExam("INSERT INTO tender_point_exam (id, infusion_id, observed_at, observed_offset, recorded_at,"
                          " recorded_offset, recorded_by, corrects, correction_reason, scale)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInsertSite("INSERT INTO tender_point_site (exam_id, site, score, threshold_gf, tolerance_gf)"
                          " VALUES (?, ?, ?, ?, ?)");
constexpr Sql kInfusionScoresAll[] = {kSedation.ofInfusion,
                                      kSedation.ofCourse,
                                      kInsertSedation,
                                      kDissociation.ofInfusion,
                                      kDissociation.ofCourse,
                                      kInsertDissociation,
                                      kPain.ofInfusion,
                                      kPain.ofCourse,
                                      kInsertPain,
                                      kExams.ofInfusion,
                                      kExams.ofCourse,
                                      kSites,
                                      kInsertExam,
                                      kInsertSite};

domain::SedationScore toSedation(RowReader& row) {
    auto head = row.head();
    const auto rowId = row.optionalId<domain::EntryId>();
    const auto scale = row.key<domain::SedationScale>();
    return {std::move(head), rowId, scale, row.whole()};
}

domain::DissociationScore toDissociation(RowReader& row) {
    auto head = row.head();
    const auto rowId = row.optionalId<domain::EntryId>();
    const auto scale = row.key<domain::DissociationScale>();
    return {std::move(head), rowId, scale, row.whole()};
}

} // namespace

domain::PainScore toPain(RowReader& row) {
    auto head = row.head();
    const auto rowId = row.optionalId<domain::EntryId>();
    const auto moment = row.key<domain::PainMoment>();
    const auto frame = row.key<domain::RecallFrame>();
    const auto value = row.optionalWhole();
    return {std::move(head), rowId, moment, frame, value, row.optionalKey<domain::MissingReason>()};
}

namespace {

// Without the sites, which are rows of their own.
domain::TenderPointEntry toExam(RowReader& row) {
    domain::TenderPointEntry entry{row.head(), {}};
    entry.exam.scale = row.key<domain::TenderScale>();
    return entry;
}

struct Site {
    std::string key;
    domain::TenderSiteFinding finding;
};

Site toSite(RowReader& row) {
    auto key = row.text();
    const auto score = row.optionalWhole();
    const auto threshold = row.optionalQuantity<domain::Pressure>();
    return {std::move(key), {score, threshold, row.optionalQuantity<domain::Pressure>()}};
}

// All sites or none: an examination with a site missing is a damaged record.
base::Done applySites(const std::vector<Site>& sites, domain::TenderPointEntry& entry) {
    for (const auto site : domain::tenderSites()) {
        const auto found = std::ranges::find(sites, domain::tenderSiteKey(site), &Site::key);
        if (found == sites.end() || sites.size() != domain::kTenderSiteCount) {
            return base::fail(base::Code::StorageDamaged, "tender_point_exam",
                              "tender_point_exam " + entry.head.id.text() + ": sites are missing or unknown");
        }
        entry.exam.at(site) = found->finding;
    }
    return {};
}

} // namespace

base::Done SqlInfusionRepository::readChairScores(RecordReading& reading) {
    CHAIRSIDE_TRY(reading.fill(kSedation, &domain::InfusionRecord::sedation, toSedation));
    CHAIRSIDE_TRY(reading.fill(kDissociation, &domain::InfusionRecord::dissociation, toDissociation));
    return reading.fill(kPain, &domain::InfusionRecord::pain, toPain);
}

base::Done SqlInfusionRepository::readTenderPoints(RecordReading& reading) {
    CHAIRSIDE_TRY(reading.fill(kExams, &domain::InfusionRecord::tenderPoints, toExam));
    for (auto& record : reading.records()) {
        for (auto& entry : record.tenderPoints) {
            const auto sites = CHAIRSIDE_TRY(
                readAll<Site>(m_session.connection(), "tender_point_site", kSites, values(entry.head.id), toSite));
            CHAIRSIDE_TRY(applySites(sites, entry));
        }
    }
    return {};
}

base::Done SqlInfusionRepository::add(const domain::SedationScore& entry) {
    return m_session.insert(Table::SedationScore, entry.head.id.text(), kInsertSedation,
                            values(entry.head, entry.row, entry.scale, entry.value));
}

base::Done SqlInfusionRepository::add(const domain::DissociationScore& entry) {
    return m_session.insert(Table::DissociationScore, entry.head.id.text(), kInsertDissociation,
                            values(entry.head, entry.row, entry.scale, entry.value));
}

base::Done SqlInfusionRepository::add(const domain::PainScore& entry) {
    return m_session.insert(Table::PainScore, entry.head.id.text(), kInsertPain,
                            values(entry.head, entry.row, entry.moment, entry.frame, entry.value, entry.missing));
}

base::Done SqlInfusionRepository::add(const domain::TenderPointEntry& entry) {
    CHAIRSIDE_TRY(m_session.insert(Table::TenderPointExam, entry.head.id.text(), kInsertExam,
                                   values(entry.head, entry.exam.scale)));
    for (const auto site : domain::tenderSites()) {
        const auto& finding = entry.exam.at(site);
        CHAIRSIDE_TRY(m_session.insertPart(kInsertSite, values(entry.head.id, domain::tenderSiteKey(site),
                                                               finding.score, finding.threshold, finding.tolerance)));
    }
    return {};
}

std::span<const Sql> scoreStatements() {
    return kInfusionScoresAll;
}

} // namespace chairside::store
