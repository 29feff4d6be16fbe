// What the review page knows and does: reads one course, records doses, scores and decisions about it.
#pragma once

#include <QObject>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/outcome/exposure.h"
#include "core/services/assessment_service.h"
#include "core/services/course_service.h"
#include "core/services/review_service.h"
#include "ui/charts/chart_state.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/shell/place.h"

namespace chairside::ui {

class FileSaver;
class Workbench;

// Everything on the screen of one patient.
struct ReviewContent {
    domain::Patient patient;
    std::optional<KnownWeight> weight;
    std::optional<services::CourseReview> review; // nothing: no course was ever ordered
    services::PatientAssessments assessments;     // questionnaires and tests of every course
    std::optional<domain::Exposure> exposure;     // over all courses of the patient
    ResponseBeside beside;                        // other treatment, and the courses to compare with
};

// The forms of the page; each answer is told with the form it belongs to.
enum class ReviewForm { Dose, FollowUp, Decision };

class ReviewPresenter : public QObject {
    Q_OBJECT

public:
    explicit ReviewPresenter(Workbench& bench, QObject* parent = nullptr);

    // A course, else the newest course of a patient, else the list of courses to choose from.
    void open(const Place& place);
    void chooseCourse(const domain::CourseId& course);
    // Rows of the list of courses, from there on.
    void readMore(int from);
    // Draws other courses of the same patient beside the one that is shown, until another is.
    void compareWith(const std::vector<domain::CourseId>& courses);
    // The same again after a change, without a new entry in the audit.
    void refresh();
    // Refreshes if the change concerns what is shown.
    void hear(const services::Change& change);

    void decideDose(services::DoseDecision decision);
    void recordFollowUp(services::FollowUpRequest request);
    void decideRetreatment(services::DecisionRequest request);

    // part: "pain.png", a code for the trail.
    void saveChart(const QString& path, const QString& part, const QByteArray& bytes);

    // Whether the place is the course (or, without one, the patient) that is shown already.
    [[nodiscard]] bool isShowing(const Place& place) const;

    [[nodiscard]] bool mayOrder() const;
    [[nodiscard]] bool mayRecordScores() const;
    [[nodiscard]] bool mayDecide() const;
    [[nodiscard]] bool mayIssue() const;

Q_SIGNALS:
    // isOther: another course than the one shown before.
    void shown(const chairside::ui::ReviewContent& content, bool isOther);
    void listed(const chairside::services::RetreatmentPart& part);
    void moreListed(const chairside::services::RetreatmentPart& part);
    void refused(const chairside::base::Error& error);
    void chartSaved(const QString& path);
    void chartNotIssued(const chairside::base::Error& error);
    void chartNotWritten(const QString& path);
    void saving(chairside::ui::ReviewForm form);
    void saved(chairside::ui::ReviewForm form);
    void failed(chairside::ui::ReviewForm form, const chairside::base::Error& error);

private:
    void read(services::Reading reading, services::Reading compared = services::Reading::Refresh);
    void readList(int request);
    void take(int request, base::Result<ReviewContent> answer);
    void settle(ReviewForm form, const base::Done& done);

    Workbench& m_bench;
    FileSaver* m_saver = nullptr;
    Place m_place{.kind = PageKind::Review};
    std::optional<std::string> m_shownCourse;
    std::optional<std::string> m_shownPatient;
    std::vector<domain::CourseId> m_compared;
    int m_request = 0; // only the answer to the newest one is shown
    int m_listed = 0;  // rows of the list that were read
};

} // namespace chairside::ui
