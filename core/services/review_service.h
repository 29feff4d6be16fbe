// What a physician reads: the response of one course, the titration suggestion, and who is due for re-treatment.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/course/retreatment.h"
#include "core/domain/course/retreatment_standing.h"
#include "core/domain/course/titration.h"
#include "core/domain/course/titration_answer.h"
#include "core/domain/outcome/response.h"
#include "core/services/service_context.h"

namespace chairside::services {

// One planned infusion as the chart and the table show it.
struct ReviewPoint {
    domain::PlannedInfusion planned;
    std::optional<domain::DosePerKg> perKg; // given
    std::optional<domain::Dose> dose;       // delivered
    std::optional<domain::Score> before;    // durable series
    std::optional<domain::Score> after;     // same-day series
    std::optional<domain::MissingReason> beforeMissing;
    std::optional<domain::MissingReason> afterMissing;
    bool beforeLate = false; // written down later than the protocol allows
    bool afterLate = false;
    domain::Response sameDay; // before -> after of this infusion
    domain::Response durable; // baseline -> before of this infusion
    std::optional<domain::TenderSummary> tender;
    std::optional<domain::TenderPointExam> exam{};    // what tender sums up
    std::optional<domain::EnduranceTest> endurance{}; // the newest after this infusion
    std::vector<domain::AdverseEvent> events;         // standing
    std::optional<int> highestSystolic, highestDiastolic;
    std::optional<int> worstDissociation;
};

struct CourseReview {
    domain::Patient patient;
    domain::Course course;
    domain::ProtocolVersion protocol;
    std::vector<domain::CourseOrder> orders;   // oldest first
    std::vector<domain::FollowUp> assessments; // baseline and follow-up, by date
    std::vector<ReviewPoint> points;           // in order
    std::optional<domain::Score> baseline;
    int baselineScores = 0;                                           // how many it is the mean of
    std::optional<domain::Score> baselineLowest{}, baselineHighest{}; // of these
    int durableScores = 0;                                            // scores present ...
    int durableExpected = 0;                                          // ... of so many expected by now
    std::optional<domain::Score> latest;                              // newest durable score
    std::optional<base::CalendarDate> latestDate;
    int latestOrdinal = 0;    // infusion it belongs to, 0: follow-up
    domain::Response overall; // baseline -> latest
    domain::TitrationSuggestion titration;
    domain::RetreatmentWindow window;
    std::optional<bool> relapsed;
    std::vector<domain::RetreatmentDecision> decisions;
    std::vector<domain::Course> otherCourses;           // of the same patient
    std::optional<base::CalendarDate> nextCourseFrom{}; // first day of the patient's next course
    std::optional<domain::OrderAgreement> agreement{};  // absent: the course is from before it was kept
};

using domain::RetreatmentGroup;

struct RetreatmentRow {
    domain::Patient patient;
    domain::Course course;
    RetreatmentGroup group = RetreatmentGroup::BeforeWindow;
    domain::RetreatmentWindow window;
    domain::Response overall;
    std::optional<domain::Score> latest;
    std::optional<base::CalendarDate> latestDate;
    int infusionsGiven = 0;
    int infusionsPlanned = 0;
    int infusionsLast365Days = 0;
    std::optional<base::CalendarDate> postponedUntil;
    std::string postponedReason{}; // of the same decision
};

// A part of the list: from the from-th row on, at most so many rows. group: as if there were no other.
struct RetreatmentQuery {
    std::optional<RetreatmentGroup> group;
    int from = 0;
    int most = 0;
};

struct RetreatmentPart {
    std::array<int, domain::kRetreatmentGroups> counts{}; // of everybody, whatever was asked for
    int total = 0;                                        // rows there are to ask for
    std::vector<RetreatmentRow> rows;

    [[nodiscard]] int count(RetreatmentGroup group) const { return counts.at(static_cast<std::size_t>(group)); }
};

class ReviewService {
public:
    explicit ReviewService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<CourseReview> review(const Actor& actor, const domain::CourseId& course,
                                                    Reading reading);
    // Newest course of every patient, by group, then by the date that matters.
    [[nodiscard]] base::Result<std::vector<RetreatmentRow>> retreatmentList(const Actor& actor);
    // The same row by row as it is looked at: what was asked for is read in full, of everybody else only what is kept
    // (RetreatmentRepository). A from beyond the end yields no rows.
    [[nodiscard]] base::Result<RetreatmentPart> retreatmentPart(const Actor& actor, const RetreatmentQuery& query);
    // Makes at most so many outdated rows of what is kept anew; returns how many. The list is right without it, and
    // slower.
    [[nodiscard]] base::Result<int> keepRetreatment(const Actor& actor, int most);

    // States that a chart of the course leaves the program. what: a code for the trail, "pain.png".
    [[nodiscard]] base::Done issueChart(const Actor& actor, const domain::CourseId& course, const std::string& what);
    // What became of titration suggestions over all courses, one for each rule that suggests something. No patient is
    // shown, so whoever may read protocols may read it.
    [[nodiscard]] base::Result<std::vector<domain::TitrationCount>> titrationCounts(const Actor& actor);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
