#include "ui/overview/overview_screen.h"

#include <algorithm>
#include <set>

#include "ui/assessment/assessment_words.h"
#include "ui/format/agreement_text.h"
#include "ui/format/date_text.h"
#include "ui/format/exposure_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/overview_words.h"
#include "ui/patients/history_words.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostScores = 2; // of one questionnaire; its page has all of them

using Words = OverviewWords;
using domain::PlanState;

const services::CourseSummary* newest(const services::PatientOverview& overview) {
    return overview.courses.empty() ? nullptr : &overview.courses.front();
}

const domain::PlannedInfusion* plannedOf(const services::PatientOverview& overview) {
    const auto* course = newest(overview);
    if (course == nullptr) return nullptr;
    const auto found = std::ranges::find_if(course->planned, [&](const domain::PlannedInfusion& each) {
        if (overview.nextInfusion) return each.infusion == overview.nextInfusion;
        return overview.nextPlanned == each.id;
    });
    return found == course->planned.end() ? nullptr : &*found;
}

bool isTreated(const services::PatientOverview& overview) {
    return domain::mayBeTreated(overview.patient.state);
}

// Whether nothing is given for now: the course is held or over, or the patient withdrew or died.
bool waits(const services::CourseSummary& course, const services::PatientOverview& overview) {
    return !isTreated(overview) || !domain::allows(course.course.state, domain::CourseAct::Give);
}

StripMark markOf(const domain::PlannedInfusion& planned, const services::PatientOverview& overview, bool waiting) {
    switch (planned.state) {
    case PlanState::Planned:
        return overview.nextPlanned == planned.id && !waiting ? StripMark::Next : StripMark::Planned;
    case PlanState::Open:
        return StripMark::Open;
    case PlanState::Given:
        return StripMark::Given;
    default:
        return StripMark::NotGiven;
    }
}

StripItem stripItem(const services::CourseSummary& course, std::size_t at, const services::PatientOverview& overview,
                    base::CalendarDate today) {
    const auto& planned = course.planned[at];
    const auto dose = at < course.doses.size() ? course.doses[at] : std::nullopt;
    StripItem item{.planned = planned,
                   .title = Words::tr("Infusion %1").arg(planned.ordinal),
                   .date = dateText(planned.date),
                   .outcome = Words::plan(planned.state),
                   .spoken = {}};
    const bool waiting = waits(course, overview);
    item.mark = markOf(planned, overview, waiting);
    if (planned.state == PlanState::Planned && waiting) {
        item.outcome = isTreated(overview) ? Words::tr("on hold") : Words::tr("not given");
    } else if (planned.state == PlanState::Planned && planned.date <= today) {
        item.outcome = Words::distance(planned.date, today);
    }
    const bool said = planned.state == PlanState::Planned && waiting;
    QStringList spoken{Words::tr("Infusion %1 of %2").arg(planned.ordinal).arg(course.planned.size()), item.date,
                       said ? item.outcome : Words::plan(planned.state)};
    if (dose) {
        item.outcome = amountText(*dose, u"mg");
        spoken << Words::tr("dose %1").arg(item.outcome);
    }
    if (!planned.reason.empty()) spoken << toQt(planned.reason);
    item.spoken = spoken.join(u", "_s);
    return item;
}

// Words of the current entries of one kind.
QStringList historyOf(const services::PatientOverview& overview, domain::HistoryKind kind) {
    QStringList words;
    for (const auto& line : overview.history) {
        if (line.entry.details.kind == kind) words << HistoryWords::summary(line);
    }
    return words;
}

QString medicineFact(const services::PatientOverview& overview) {
    const auto count = historyOf(overview, domain::HistoryKind::Medicine).size();
    QStringList marked;
    for (const auto& medicine : overview.patient.markedMedicines)
        marked << Words::tr("⚠ %1 (%2)").arg(toQt(medicine.name), HistoryWords::group(medicine.group));
    if (count == 0) return Words::tr("none recorded");
    if (marked.isEmpty()) return Words::tr("%1, none of them marked").arg(count);
    return Words::tr("%1, with %2").arg(count).arg(marked.join(u", "_s));
}

// What is current, in as few lines as it takes; the page of the history has all of it.
std::vector<Fact> historyFacts(const services::PatientOverview& overview) {
    using domain::HistoryKind;
    std::vector<Fact> facts;
    const auto join = [&](const QString& label, HistoryKind kind) {
        if (const auto words = historyOf(overview, kind); !words.isEmpty())
            facts.push_back({label, words.join(u"; "_s), {}});
    };
    for (const auto& line : overview.history) {
        const auto& details = line.entry.details;
        if (details.kind == HistoryKind::Diagnosis)
            facts.push_back({Words::tr("Diagnosis"), HistoryWords::what(line), HistoryWords::dates(details)});
    }
    if (const auto others = historyOf(overview, HistoryKind::Comorbidity).size(); others > 0)
        facts.push_back({Words::tr("Conditions"), Words::tr("%1 besides").arg(others), {}});
    facts.push_back({Words::tr("Medicines"), medicineFact(overview), {}});
    QStringList therapies;
    for (const auto& line : overview.history) {
        if (line.entry.details.therapy) therapies << HistoryWords::therapy(*line.entry.details.therapy);
    }
    therapies.removeDuplicates();
    if (!therapies.isEmpty()) facts.push_back({Words::tr("Therapies"), therapies.join(u", "_s), {}});
    join(Words::tr("Escort"), HistoryKind::Escort);
    return facts;
}

// First of all, because somebody has to act; what is settled or not asked for needs nobody's eyes here.
void addOpenChecks(std::vector<Fact>& facts, const services::PatientOverview& overview) {
    if (!overview.exposure) return;
    for (const auto& prompt : overview.exposure->prompts) {
        const bool open = prompt.state == domain::PromptState::Due || prompt.state == domain::PromptState::Overdue;
        if (open) facts.push_back({exposureCheckText(prompt.check), promptText(prompt), {}});
    }
}

std::vector<Fact> factsOf(const services::PatientOverview& overview) {
    std::vector<Fact> facts;
    addOpenChecks(facts, overview);
    if (overview.latestVitals) {
        const auto& row = overview.latestVitals->row;
        facts.push_back({Words::tr("Vital signs"), Words::vitals(row), dateTimeText(row.head.observedAt)});
    } else {
        facts.push_back({Words::tr("Vital signs"), Words::tr("not recorded"), {}});
    }
    if (overview.latestTender) {
        const auto& tender = *overview.latestTender;
        QString value = Words::tr("%1 positive").arg(partText(tender.positive, tender.examined));
        if (tender.meanIntensity) value = Words::tr("%1, mean %2").arg(value, Words::score(*tender.meanIntensity));
        facts.push_back({Words::tr("Tender points"), value,
                         overview.latestTenderDate ? dateText(*overview.latestTenderDate) : QString()});
    } else {
        facts.push_back({Words::tr("Tender points"), Words::tr("not recorded"), {}});
    }
    QStringList events;
    for (const auto& event : overview.lastEvents)
        events << Words::event(event);
    facts.push_back({Words::tr("Reactions"),
                     events.isEmpty() ? Words::tr("none recorded in the last infusion")
                                      : Words::tr("%1 in the last infusion").arg(events.join(u", "_s)),
                     {}});
    if (const auto* course = newest(overview)) {
        facts.push_back({Words::tr("Goal"), toQt(course->course.goal), {}});
    }
    return facts;
}

QString agreementLineOf(const std::optional<domain::OrderAgreement>& agreement) {
    if (!agreement) return {};
    return Words::tr("Stop rule: %1  ·  Consent: %2, %3")
        .arg(toQt(agreement->stopRule), consentText(*agreement), consentPlaceText(*agreement));
}

VisitRow courseHeading(const services::CourseSummary& course) {
    const auto given = std::ranges::count(course.planned, PlanState::Given, &domain::PlannedInfusion::state);
    return {.courseId = course.course.id.text(),
            .infusionId = {},
            .date = course.planned.empty() ? QString() : dateText(course.planned.front().date),
            .visit = Words::tr("Course %1: %2 given")
                         .arg(course.course.number)
                         .arg(partText(static_cast<int>(given), static_cast<int>(course.planned.size()))),
            .dose = {},
            .state = Words::course(course.course)};
}

VisitRow visitRow(const services::PatientVisit& visit, const services::CourseSummary& course) {
    return {.courseId = course.course.id.text(),
            .infusionId = visit.infusion.text(),
            .date = dateText(visit.date),
            .visit = Words::tr("Infusion %1 of %2").arg(visit.ordinal).arg(course.planned.size()),
            .dose = visit.dose ? amountText(*visit.dose, u"mg") : Words::tr("none given"),
            .state = Words::visit(visit.state)};
}

// One course stands above already and needs no heading.
std::vector<VisitRow> visitRows(const services::PatientOverview& overview) {
    std::vector<VisitRow> rows;
    for (const auto& course : overview.courses) {
        if (overview.courses.size() > 1) rows.push_back(courseHeading(course));
        for (const auto& visit : overview.visits) {
            if (visit.course == course.course.id) rows.push_back(visitRow(visit, course));
        }
    }
    return rows;
}

void describeCourse(OverviewScreen& screen, const services::PatientOverview& overview) {
    const auto* course = newest(overview);
    if (course == nullptr) return;
    screen.courseId = course->course.id.text();
    screen.courseHeading = Words::tr("Course %1 — %2, version %3")
                               .arg(course->course.number)
                               .arg(toQt(course->protocolName))
                               .arg(course->protocolVersion);
    screen.agreementLine = agreementLineOf(overview.agreement);
    screen.orderLine =
        Words::tr("Ordered: %1 over %2")
            .arg(perText(course->order.perKg, u"mg", u"kg"), minutesText(std::chrono::minutes(course->order.minutes)));
    screen.windowLine = Words::window(overview.window);
}

NextCard openCard(const services::PatientOverview& overview, base::CalendarDate today, domain::RoleSet roles) {
    const auto* planned = plannedOf(overview);
    if (planned == nullptr) return {};
    const QString which = Words::tr("Infusion %1 of %2").arg(planned->ordinal).arg(newest(overview)->planned.size());
    const QString date = weekdayDateText(planned->date);
    if (planned->date == today) {
        return {
            Words::tr("%1 is planned for today.").arg(which), {}, NextAction::OpenPlanned, Words::tr("&Open infusion")};
    }
    if (planned->date < today) {
        return {Words::tr("%1 was planned for %2, %3.").arg(which, date, Words::distance(planned->date, today)),
                Words::tr("Open it if it is given today. Otherwise choose it below to move it or to mark it as "
                          "missed."),
                NextAction::OpenPlanned, Words::tr("&Open infusion")};
    }
    const bool may = domain::allowed(roles, domain::Permission::RecordInfusion);
    return {Words::tr("%1 is on %2, %3.").arg(which, date, Words::distance(planned->date, today)),
            Words::tr("Nothing needs to be done today."), NextAction::ReviewCourse, Words::tr("Sho&w response"), may};
}

NextCard holdCard(const services::CourseSummary& course, bool mayResume) {
    const QString sentence =
        Words::tr("The course is on hold since %1.").arg(dateText(course.order.orderedAt.localDate()));
    const QString reason = Words::tr("Reason: %1").arg(toQt(course.order.reason));
    if (mayResume) return {sentence, reason, NextAction::ReviewCourse, Words::tr("&Open review")};
    return {sentence, Words::tr("%1. A physician resumes it.").arg(reason), NextAction::Nothing, {}};
}

bool isHeld(const services::CourseSummary* course) {
    return course != nullptr && course->course.state == domain::CourseState::OnHold;
}

// Between two infusions nothing is due; otherwise there is no course to speak of.
NextCard quietCard(const services::PatientOverview& overview, base::CalendarDate today, domain::RoleSet roles) {
    const auto* course = newest(overview);
    if (isHeld(course)) return holdCard(*course, false);
    const bool running = course != nullptr && course->course.state == domain::CourseState::Active;
    if (running && plannedOf(overview) != nullptr) return openCard(overview, today, roles);
    return {Words::tr("Nothing needs to be done now."), Words::window(overview.window), NextAction::Nothing, {}};
}

NextCard reviewCard(const services::PatientOverview& overview, base::CalendarDate today) {
    const auto* course = newest(overview);
    if (isHeld(course)) return holdCard(*course, true);
    const QString button = Words::tr("&Open review");
    if (course == nullptr || course->course.state != domain::CourseState::Active) {
        return {Words::tr("The course has ended."), Words::window(overview.window), NextAction::ReviewCourse, button};
    }
    const auto given = std::ranges::count(course->planned, PlanState::Given, &domain::PlannedInfusion::state);
    const QString sentence = Words::tr("%1 infusions are given.")
                                 .arg(partText(static_cast<int>(given), static_cast<int>(course->planned.size())));
    const auto* next = plannedOf(overview);
    if (next == nullptr) return {sentence, {}, NextAction::ReviewCourse, button};
    return {
        sentence,
        Words::tr("The next one is on %1, %2.").arg(weekdayDateText(next->date), Words::distance(next->date, today)),
        NextAction::ReviewCourse, button};
}

NextCard infusionCard(const services::PatientOverview& overview, const QString& sentence, const QString& button) {
    const auto* planned = plannedOf(overview);
    if (planned == nullptr) return {sentence.arg(Words::tr("The infusion")), {}, NextAction::ShowInfusion, button};
    const QString which = Words::tr("Infusion %1 of %2").arg(planned->ordinal).arg(newest(overview)->planned.size());
    return {sentence.arg(which), {}, NextAction::ShowInfusion, button};
}

} // namespace

NextCard nextCard(const services::PatientOverview& overview, base::CalendarDate today, domain::RoleSet roles) {
    const QString window = Words::window(overview.window);
    if (!isTreated(overview) && overview.next == services::NextStep::None) {
        return {overview.patient.state == domain::PatientState::Deceased
                    ? Words::tr("The patient died. Nothing more is given.")
                    : Words::tr("The patient withdrew from the treatment. Nothing more is given."),
                recordStateText(overview.patient),
                NextAction::Nothing,
                {}};
    }
    switch (overview.next) {
    case services::NextStep::OrderCourse:
        return {overview.courses.empty() ? Words::tr("No course ordered.") : Words::tr("No course is active."), window,
                NextAction::OrderCourse, Words::tr("&Order a course")};
    case services::NextStep::WaitForOrder:
        return {Words::tr("Waiting for a physician's order."),
                Words::tr("The planned infusions appear here as soon as a physician has ordered a course."),
                NextAction::Nothing,
                {}};
    case services::NextStep::OpenInfusion:
        return openCard(overview, today, roles);
    case services::NextStep::ContinueInfusion:
        return infusionCard(overview, Words::tr("%1 is open."), Words::tr("&Open infusion"));
    case services::NextStep::SignInfusion:
        return infusionCard(overview, Words::tr("%1 is ended and waits for its signature."),
                            Words::tr("&Open to sign"));
    case services::NextStep::ReviewCourse:
        return reviewCard(overview, today);
    case services::NextStep::RecordFollowUp:
        return {Words::tr("A follow-up pain score is needed."), window, NextAction::ReviewCourse,
                Words::tr("&Open follow-up")};
    case services::NextStep::DecideRetreatment:
        return {Words::tr("A decision on re-treatment is due."), window, NextAction::ReviewCourse,
                Words::tr("&Open decision")};
    case services::NextStep::None:
        break;
    }
    return quietCard(overview, today, roles);
}

std::vector<StripItem> courseStrip(const services::PatientOverview& overview, base::CalendarDate today) {
    std::vector<StripItem> items;
    if (const auto* course = newest(overview)) {
        for (std::size_t at = 0; at < course->planned.size(); ++at)
            items.push_back(stripItem(*course, at, overview, today));
    }
    return items;
}

OverviewScreen overviewScreen(const services::PatientOverview& overview,
                              const std::optional<domain::ProtocolVersion>& protocol, base::CalendarDate today,
                              domain::RoleSet roles) {
    OverviewScreen screen;
    screen.patientId = overview.patient.id.text();
    const std::optional<int> maxAge = protocol ? std::optional(protocol->rules.dose.weightMaxAgeDays) : std::nullopt;
    screen.banner = bannerData(overview.patient, knownWeight(overview.weight, overview.weighedOn), today, maxAge);
    screen.weightCaution = weightCaution(overview);
    screen.next = nextCard(overview, today, roles);
    screen.nextPlanned = overview.nextPlanned;
    if (overview.nextInfusion) screen.nextInfusion = overview.nextInfusion->text();
    const auto* course = newest(overview);
    const bool running = course != nullptr && domain::isRunning(course->course.state);
    const auto allowed = [course](domain::CourseAct act) {
        return course != nullptr && domain::allows(course->course.state, act);
    };
    screen.offerOrder = !running && isTreated(overview) && screen.next.action != NextAction::OrderCourse &&
                        domain::allowed(roles, domain::Permission::OrderCourse);
    screen.mayPlan = allowed(domain::CourseAct::MoveDate) && domain::allowed(roles, domain::Permission::PlanInfusions);
    screen.mayRecord = isTreated(overview) && allowed(domain::CourseAct::Give) &&
                       domain::allowed(roles, domain::Permission::RecordInfusion);
    screen.onHold = isHeld(course);
    for (const auto act :
         {domain::CourseAct::Hold, domain::CourseAct::Resume, domain::CourseAct::Complete, domain::CourseAct::Stop}) {
        if (allowed(act) && domain::allowed(roles, domain::Permission::OrderCourse)) screen.acts.push_back(act);
    }
    describeCourse(screen, overview);
    screen.strip = courseStrip(overview, today);
    screen.pain = painPicture(overview, protocol);
    screen.facts = factsOf(overview);
    screen.history = historyFacts(overview);
    screen.visits = visitRows(overview);
    return screen;
}

std::vector<Fact> assessmentFacts(const services::PatientAssessments& assessments) {
    std::vector<Fact> facts;
    std::set<std::string> seen;
    for (const auto& one : assessments.all) {
        if (one.corrected || !seen.insert(one.response.instrument).second) continue;
        const auto* instrument = assessments.instrument(one.response.instrument);
        facts.push_back({instrumentName(one.response, instrument), headline(one, instrument, kMostScores),
                         dateText(one.response.date)});
    }
    return facts;
}

} // namespace chairside::ui
