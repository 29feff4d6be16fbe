// What a physician reads: the response of one course, the titration suggestion, and who is due for re-treatment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/course/retreatment.h"
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
    int baselineScores = 0;              // how many it is the mean of
    int durableScores = 0;               // scores present ...
    int durableExpected = 0;             // ... of so many expected by now
    std::optional<domain::Score> latest; // newest durable score
    std::optional<base::CalendarDate> latestDate;
    int latestOrdinal = 0;    // infusion it belongs to, 0: follow-up
    domain::Response overall; // baseline -> latest
    domain::TitrationSuggestion titration;
    domain::RetreatmentWindow window;
    std::optional<bool> relapsed;
    std::vector<domain::RetreatmentDecision> decisions;
    std::vector<domain::Course> otherCourses;           // of the same patient
    std::optional<base::CalendarDate> nextCourseFrom{}; // first day of the patient's next course
};

// Groups of the re-treatment list in the order they are shown; nobody is ever left out.
enum class RetreatmentGroup {
    Overdue,
    DueThisWeek, // in the window, which closes today or within the six days after
    InWindow,
    FollowUpMissing,
    EarlyRelapse,
    BeforeWindow,
    Postponed,
    CourseRunning,
    Decided
};

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
};

class ReviewService {
public:
    explicit ReviewService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<CourseReview> review(const Actor& actor, const domain::CourseId& course,
                                                    Reading reading);
    // Newest course of every patient, by group, then by the date that matters.
    [[nodiscard]] base::Result<std::vector<RetreatmentRow>> retreatmentList(const Actor& actor);

    // States that a chart of the course leaves the program. what: a code for the trail, "pain.png".
    [[nodiscard]] base::Done issueChart(const Actor& actor, const domain::CourseId& course, const std::string& what);
    // What became of titration suggestions over all courses, one for each rule that suggests something. No patient is
    // shown, so whoever may read protocols may read it.
    [[nodiscard]] base::Result<std::vector<domain::TitrationCount>> titrationCounts(const Actor& actor);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
