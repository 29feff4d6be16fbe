// Everything the overview shows, as plain values made from the record.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/domain/account/role.h"
#include "core/domain/course/course_state.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/assessment_service.h"
#include "core/services/patient_service.h"
#include "ui/overview/weight_caution.h"
#include "ui/widgets/patient_banner.h"

namespace chairside::ui {

enum class NextAction { Nothing, OrderCourse, OpenPlanned, ShowInfusion, ReviewCourse };

struct NextCard {
    QString sentence;
    QString detail; // may be empty
    NextAction action = NextAction::Nothing;
    QString button;            // with mnemonic; empty with Nothing
    bool mayOpenToday = false; // planned for a later day, but it could be opened now
};

enum class StripMark { Planned, Next, Open, Given, NotGiven };

// One planned infusion of the newest course.
struct StripItem {
    domain::PlannedInfusion planned;
    StripMark mark = StripMark::Planned;
    QString title; // "Infusion 3"
    QString date;
    QString outcome; // "34 mg", "planned", "missed"
    QString spoken;  // "Infusion 3 of 6, 09-Jan-2025, given, dose 34 mg"
};

struct PainMark {
    int day = 0;   // since the first mark
    QString label; // "1" for the first infusion, "17-Feb" outside infusions
    std::optional<domain::Score> before;
    QString missing; // the word for an absent score
};

struct PainLine {
    std::optional<domain::Score> at;
    QString label; // "30 % better 5.2"
};

struct PainPicture {
    std::vector<PainMark> marks;
    std::vector<PainLine> lines; // baseline first
    QString latest;              // "5"; empty without a score
    QString latestDetail;        // "before infusion 4 on 14-Jan-2025, the one before was 6"
    QString sentence;            // the whole picture in words
};

struct Fact {
    QString label;
    QString value;
    QString when;
};

// A visit, or with several courses the heading of one.
struct VisitRow {
    std::string courseId;
    std::optional<std::string> infusionId; // none in a heading
    QString date, visit, dose, state;
};

struct OverviewScreen {
    std::string patientId;
    BannerData banner;
    std::optional<WeightCaution> weightCaution;
    NextCard next;
    std::optional<std::string> courseId; // the newest
    std::optional<domain::PlannedInfusionId> nextPlanned;
    std::optional<std::string> nextInfusion;
    bool offerOrder = false; // beside another next step
    bool mayPlan = false;
    bool mayRecord = false;              // open an infusion of the newest course
    bool onHold = false;                 // the newest course
    std::vector<domain::CourseAct> acts; // what the signed-in person may do to it as a whole
    QString courseHeading;
    QString orderLine; // "0.5 mg per kg over 90min"
    QString windowLine;
    QString agreementLine; // stop rule and consent of the newest course
    std::vector<StripItem> strip;
    PainPicture pain;
    std::vector<Fact> facts;
    std::vector<Fact> history;     // what is current of it, in short
    std::vector<Fact> assessments; // the newest score of each instrument, newest first
    std::vector<VisitRow> visits;  // newest first, each under its course
};

// protocol: the version of the newest course, if it could be read.
[[nodiscard]] OverviewScreen overviewScreen(const services::PatientOverview& overview,
                                            const std::optional<domain::ProtocolVersion>& protocol,
                                            base::CalendarDate today, domain::RoleSet roles);

[[nodiscard]] std::vector<Fact> assessmentFacts(const services::PatientAssessments& assessments);

// The parts, for tests and for reading one thing at a time.
[[nodiscard]] NextCard nextCard(const services::PatientOverview& overview, base::CalendarDate today,
                                domain::RoleSet roles);
[[nodiscard]] PainPicture painPicture(const services::PatientOverview& overview,
                                      const std::optional<domain::ProtocolVersion>& protocol);
[[nodiscard]] std::vector<StripItem> courseStrip(const services::PatientOverview& overview, base::CalendarDate today);

} // namespace chairside::ui
