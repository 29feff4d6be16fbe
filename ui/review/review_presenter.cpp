#include "ui/review/review_presenter.h"

#include <algorithm>
#include <utility>

#include "ui/files/file_saver.h"
#include "ui/format/to_qt.h"
#include "ui/retreatment/retreatment_text.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

using services::Reading;

// Runs on the worker. The overview is read for the weight in the banner and, without a course, for the newest one; what
// is audited is the opening of the review.
base::Result<ReviewContent> look(services::Services& all, const services::Actor& actor, const Place& place,
                                 Reading reading) {
    std::optional<services::CourseReview> review;
    std::optional<domain::PatientId> patient;
    if (place.courseId) {
        const auto course = domain::CourseId::fromText(*place.courseId);
        if (!course) return base::fail(base::Code::NotFound, "course");
        auto answer = all.reviews.review(actor, *course, reading);
        if (!answer) return std::unexpected(std::move(answer).error());
        review = *std::move(answer);
        patient = review->patient.id;
    } else if (place.patientId) {
        patient = domain::PatientId::fromText(*place.patientId);
    }
    if (!patient) return base::fail(base::Code::NotFound, "patient");
    const auto overview = all.patients.overview(actor, *patient, Reading::Refresh);
    if (!overview) return std::unexpected(overview.error());
    if (!review && !overview->courses.empty()) {
        auto answer = all.reviews.review(actor, overview->courses.front().course.id, reading);
        if (!answer) return std::unexpected(std::move(answer).error());
        review = *std::move(answer);
    }
    auto treatments = all.histories.treatments(actor, *patient);
    if (!treatments) return std::unexpected(std::move(treatments).error());
    auto assessments = all.assessments.ofPatient(actor, *patient, Reading::Refresh);
    if (!assessments) return std::unexpected(std::move(assessments).error());
    return ReviewContent{overview->patient,  knownWeight(overview->weight, overview->weighedOn),
                         std::move(review),  *std::move(assessments),
                         overview->exposure, {*std::move(treatments), {}}};
}

// Each of them is a record that is looked at, and audited as such when it is opened.
base::Done addCompared(ReviewContent& content, services::Services& all, const services::Actor& actor,
                       const std::vector<domain::CourseId>& courses, Reading reading) {
    for (const auto& course : courses) {
        auto other = all.reviews.review(actor, course, reading);
        if (!other) return std::unexpected(std::move(other).error());
        content.beside.courses.push_back(*std::move(other));
    }
    return {};
}

} // namespace

ReviewPresenter::ReviewPresenter(Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench), m_saver(new FileSaver(bench, this)) {
    connect(m_saver, &FileSaver::saved, this, &ReviewPresenter::chartSaved);
    connect(m_saver, &FileSaver::notIssued, this, &ReviewPresenter::chartNotIssued);
    connect(m_saver, &FileSaver::notWritten, this, &ReviewPresenter::chartNotWritten);
}

void ReviewPresenter::hear(const services::Change& change) {
    using services::ChangeKind;
    if (change.kind == ChangeKind::Account || change.kind == ChangeKind::Document) return;
    const bool isMine = change.patientId.empty() || change.patientId == m_shownPatient;
    if (!m_shownPatient || isMine) refresh();
}

bool ReviewPresenter::isShowing(const Place& place) const {
    if (place.courseId) return place.courseId == m_shownCourse;
    return place.patientId == m_shownPatient;
}

bool ReviewPresenter::mayOrder() const {
    return m_bench.may(domain::Permission::OrderCourse);
}

bool ReviewPresenter::mayRecordScores() const {
    return m_bench.may(domain::Permission::RecordAssessment);
}

bool ReviewPresenter::mayDecide() const {
    return m_bench.may(domain::Permission::DecideRetreatment);
}

bool ReviewPresenter::mayIssue() const {
    return m_bench.may(domain::Permission::IssueDocument);
}

void ReviewPresenter::saveChart(const QString& path, const QString& part, const QByteArray& bytes) {
    const auto course = m_shownCourse ? domain::CourseId::fromText(*m_shownCourse) : std::nullopt;
    if (!course || !mayIssue()) return;
    m_saver->save(path, bytes,
                  [course = *course, name = toStd(part)](services::Services& all, const services::Actor& actor) {
                      return all.reviews.issueChart(actor, course, name);
                  });
}

void ReviewPresenter::open(const Place& place) {
    m_place = place;
    m_listed = 0;
    m_compared.clear();
    read(Reading::Open);
}

void ReviewPresenter::chooseCourse(const domain::CourseId& course) {
    if (m_shownCourse == course.text()) return;
    m_place.courseId = course.text();
    m_compared.clear();
    read(Reading::Open);
}

void ReviewPresenter::compareWith(const std::vector<domain::CourseId>& courses) {
    m_compared = courses;
    read(Reading::Refresh, Reading::Open);
}

void ReviewPresenter::refresh() {
    read(Reading::Refresh);
}

void ReviewPresenter::read(Reading reading, Reading compared) {
    const int request = ++m_request;
    if (!m_place.courseId && !m_place.patientId) return readList(request);
    m_bench.askAs(
        this,
        [place = m_place, reading, others = m_compared,
         compared](services::Services& all, const services::Actor& actor) -> base::Result<ReviewContent> {
            auto content = look(all, actor, place, reading);
            if (!content) return content;
            if (auto done = addCompared(*content, all, actor, others, compared); !done) {
                return std::unexpected(std::move(done).error());
            }
            return content;
        },
        [this, request](base::Result<ReviewContent> answer) { take(request, std::move(answer)); });
}

void ReviewPresenter::readList(int request) {
    m_shownCourse.reset();
    m_shownPatient.reset();
    m_bench.askAs(
        this,
        [query = services::RetreatmentQuery{{}, 0, std::max(kRowsAtOnce, m_listed)}](services::Services& all,
                                                                                     const services::Actor& actor) {
            return all.reviews.retreatmentPart(actor, query);
        },
        [this, request](const base::Result<services::RetreatmentPart>& answer) {
            if (request != m_request) return;
            if (answer) {
                Q_EMIT listed(*answer);
            } else {
                Q_EMIT refused(answer.error());
            }
        });
}

void ReviewPresenter::readMore(int from) {
    m_listed = from + kRowsAtOnce;
    m_bench.askAs(
        this,
        [from](services::Services& all, const services::Actor& actor) {
            return all.reviews.retreatmentPart(actor, {.group = {}, .from = from, .most = kRowsAtOnce});
        },
        [this, request = m_request](const base::Result<services::RetreatmentPart>& answer) {
            if (answer && request == m_request) Q_EMIT moreListed(*answer);
        });
}

void ReviewPresenter::take(int request, base::Result<ReviewContent> answer) {
    if (request != m_request) return;
    if (!answer) {
        Q_EMIT refused(answer.error());
        return;
    }
    std::optional<std::string> course;
    if (answer->review) course = answer->review->course.id.text();
    // From now on this course, also when a newer one is ordered meanwhile.
    if (course) m_place.courseId = course;
    const bool isOther = std::exchange(m_shownCourse, course) != course || m_shownPatient != answer->patient.id.text();
    m_shownPatient = answer->patient.id.text();
    Q_EMIT shown(*answer, isOther);
}

void ReviewPresenter::settle(ReviewForm form, const base::Done& done) {
    if (!done) {
        Q_EMIT failed(form, done.error());
        return;
    }
    Q_EMIT saved(form);
    refresh();
}

void ReviewPresenter::decideDose(services::DoseDecision decision) {
    Q_EMIT saving(ReviewForm::Dose);
    m_bench.askAs(
        this,
        [decision = std::move(decision)](services::Services& all, const services::Actor& actor) {
            return all.courses.decideDose(actor, decision);
        },
        [this](const base::Done& done) { settle(ReviewForm::Dose, done); });
}

void ReviewPresenter::recordFollowUp(services::FollowUpRequest request) {
    Q_EMIT saving(ReviewForm::FollowUp);
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) {
            return all.courses.recordFollowUp(actor, request);
        },
        [this](const base::Done& done) { settle(ReviewForm::FollowUp, done); });
}

void ReviewPresenter::decideRetreatment(services::DecisionRequest request) {
    Q_EMIT saving(ReviewForm::Decision);
    m_bench.askAs(
        this,
        [request = std::move(request)](services::Services& all, const services::Actor& actor) {
            return all.courses.decideRetreatment(actor, request);
        },
        [this](const base::Done& done) { settle(ReviewForm::Decision, done); });
}

} // namespace chairside::ui
