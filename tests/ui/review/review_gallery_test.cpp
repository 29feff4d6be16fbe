// Pictures of the review page; written only where CHAIRSIDE_SHOTS names a folder.
#include "core/services/infusion_service.h"
#include "tests/ui/patients/page_bench.h"
#include "ui/review/review_page.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::PageKind;

class ReviewGallery : public PageBench {
protected:
    void SetUp() override {
        if (qEnvironmentVariableIsEmpty("CHAIRSIDE_SHOTS")) GTEST_SKIP() << "CHAIRSIDE_SHOTS names no folder";
        signIn(clinic.physician);
    }

    void tender(const domain::InfusionId& infusion, int positive) {
        domain::TenderPointExam exam;
        int left = positive;
        for (const auto site : domain::tenderSites()) {
            const bool hurts = !domain::isControl(site) && left-- > 0;
            exam.at(site).score = hurts ? 6 : 1;
        }
        need(clinic.services.infusions.recordTenderPoints(clinic.nurse, {infusion, exam, {}, {}}));
    }

    void nausea(const domain::InfusionId& infusion) {
        services::EventEntry event{.infusion = infusion,
                                   .term = "nausea",
                                   .words = {},
                                   .grade = 2,
                                   .onset = {},
                                   .endedAt = {},
                                   .corrects = {}};
        need(clinic.services.infusions.recordEvent(clinic.nurse, event));
    }

    void give(const domain::CourseId& course, int ordinal, int before, int after, int points, bool event = false) {
        const auto infusion = clinic.openInfusion(course, ordinal);
        clinic.pain(infusion, domain::PainMoment::Before, before);
        clinic.prepare(infusion);
        clinic.step(infusion, domain::StepKind::Start);
        need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
        if (points > 0) tender(infusion, points);
        if (event) nausea(infusion);
        clinic.pain(infusion, domain::PainMoment::After, after);
        clinic.finish(infusion);
    }

    void miss(const domain::CourseId& course, int ordinal) {
        const auto planned = clinic.planned(course, ordinal);
        clinic.goTo(planned.date);
        need(clinic.services.courses.recordNotGiven(clinic.nurse, planned.id, domain::PlanState::Missed, "had a cold"));
    }
};

TEST_F(ReviewGallery, Pages) {
    const auto patient = clinic.patient();
    const auto course = clinic.orderedCourse(
        patient, {{*base::CalendarDate::fromIso("2025-01-02"), 7}, {*base::CalendarDate::fromIso("2025-01-05"), 8}});
    ui::ReviewPage page{bench, nullptr};
    give(course, 1, 8, 5, 15);
    give(course, 2, 8, 4, 0);
    give(course, 3, 7, 4, 12, true);
    miss(course, 4);
    show(page, {PageKind::Review, patient.text(), course.text(), {}});
    picture(page, u"review_running"_s);
    alt('D');
    picture(page, u"review_change"_s);
    page.perform(ui::Command::Complete);
    picture(page, u"review_change_problems"_s);
    key(Qt::Key_Escape);
    give(course, 5, 6, 3, 0);
    give(course, 6, 4, 3, 7);
    clinic.clock.advance(std::chrono::hours(24 * 29));
    need(clinic.services.courses.recordFollowUp(
        clinic.nurse, {.course = course, .date = clinic.clock.now().localDate(), .pain = 5, .missing = {}}));
    reopen(page, {PageKind::Review, patient.text(), course.text(), {}});
    picture(page, u"review_completed"_s);
    alt('M');
    picture(page, u"review_domains"_s);
    alt('X');
    picture(page, u"review_examinations"_s);
    alt('X');
    alt('D');
    picture(page, u"review_decision"_s);
    key(Qt::Key_Escape);
    alt('U');
    picture(page, u"review_score"_s);
    key(Qt::Key_Escape);
    alt('T');
    picture(page, u"review_table"_s);
    reopen(page, placeOf(PageKind::Review));
    picture(page, u"review_list"_s);
}

} // namespace
} // namespace chairside::test
