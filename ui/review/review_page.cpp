#include "ui/review/review_page.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/charts/response_chart_view.h"
#include "ui/format/problem_text.h"
#include "ui/retreatment/decision_form.h"
#include "ui/retreatment/follow_up_form.h"
#include "ui/review/course_list.h"
#include "ui/review/course_view.h"
#include "ui/review/dose_form.h"
#include "ui/review/retreatment_card.h"
#include "ui/review/titration_card.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ReviewPage::ReviewPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_presenter(new ReviewPresenter(bench, this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(12);
    layout->setContentsMargins(margin, margin, margin, margin);
    m_stack = new QStackedWidget(this);
    m_view = new CourseView(m_stack);
    m_list = new CourseList(m_stack);
    m_noCourse =
        new EmptyState(tr("No course has been ordered for this patient. The chart of the response appears here "
                          "with the first course."),
                       m_presenter->mayOrder() ? tr("&Order a course") : QString(), u"review_order"_s, m_stack);
    m_refusal = new TextLabel({}, TextRole::Body, m_stack);
    m_refusal->setWordWrap(true);
    m_refusal->setAlignment(Qt::AlignCenter);
    for (QWidget* each : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_list),
                          static_cast<QWidget*>(m_noCourse), static_cast<QWidget*>(m_refusal)}) {
        m_stack->addWidget(each);
    }
    m_blank = new QWidget(m_stack);
    m_stack->addWidget(m_blank);
    m_stack->setCurrentWidget(m_blank);
    layout->addWidget(m_stack);
    buildForms();
    connectView();
    connectPresenter();
    connectExport();
}

ReviewPage::~ReviewPage() = default;

QString ReviewPage::title() const {
    return tr("Review");
}

QString ReviewPage::help() const {
    return tr("Left and Right move the line in the chart from point to point; what stands there is written below it. "
              "Enter opens the infusion under the line. Alt+T shows the same data as a table that can be sorted. F6 "
              "goes to the next panel. The titration card shows what the signed protocol suggests, with its reasons; "
              "it orders nothing. An order is typed, given a reason and signed with the password.");
}

void ReviewPage::buildForms() {
    m_doseForm = new DoseForm(m_view);
    m_followUpForm = new FollowUpForm(m_bench.clock(), m_view);
    m_decisionForm = new DecisionForm(m_bench.clock(), DecisionForm::Offer::All, m_view);
    for (InlineForm* form : {static_cast<InlineForm*>(m_doseForm), static_cast<InlineForm*>(m_followUpForm),
                             static_cast<InlineForm*>(m_decisionForm)}) {
        m_view->addForm(*form);
    }
    connect(m_doseForm, &InlineForm::submitted, this, &ReviewPage::submitDose);
    connect(m_followUpForm, &InlineForm::submitted, this, &ReviewPage::submitFollowUp);
    connect(m_decisionForm, &InlineForm::submitted, this, &ReviewPage::submitDecision);
    connect(m_doseForm, &InlineForm::left, this, [this] {
        m_doseForm->forgetPassword();
        closeForm(m_view->titration().firstButton());
    });
    connect(m_followUpForm, &InlineForm::left, this, [this] { closeForm(m_view->retreatment().scoreButton()); });
    connect(m_decisionForm, &InlineForm::left, this, [this] { closeForm(m_view->retreatment().decideButton()); });
}

void ReviewPage::connectView() {
    connect(m_view, &CourseView::courseChosen, m_presenter, &ReviewPresenter::chooseCourse);
    connect(m_view, &CourseView::compareWanted, m_presenter, &ReviewPresenter::compareWith);
    connect(m_view, &CourseView::checkWanted, this, [this] {
        if (m_content) Q_EMIT goTo({.kind = PageKind::Assessment, .patientId = m_content->patient.id.text()});
    });
    connect(m_view, &CourseView::infusionActivated, this, &ReviewPage::openInfusion);
    connect(m_view, &CourseView::documentsWanted, this, &ReviewPage::openDocuments);
    connect(&m_view->titration(), &TitrationCard::orderWanted, this, [this](domain::OrderKind kind) {
        m_doseForm->start(kind);
        openForm(*m_doseForm);
    });
    connect(&m_view->retreatment(), &RetreatmentCard::decisionWanted, this, [this] { openForm(*m_decisionForm); });
    connect(&m_view->retreatment(), &RetreatmentCard::scoreWanted, this, [this] {
        const bool begun = m_content && m_content->review && m_content->review->window.opens.has_value();
        m_followUpForm->start(begun ? domain::AssessmentKind::FollowUp : domain::AssessmentKind::Baseline);
        openForm(*m_followUpForm);
    });
    connect(m_list, &CourseList::findWanted, this, [this] { Q_EMIT goTo({.kind = PageKind::Patients}); });
    connect(m_list, &CourseList::moreWanted, m_presenter, &ReviewPresenter::readMore);
    connect(m_list, &CourseList::opened, this, [this](const services::RetreatmentRow& row) {
        Q_EMIT goTo({.kind = PageKind::Review, .patientId = row.patient.id.text(), .courseId = row.course.id.text()});
    });
    connect(m_noCourse, &EmptyState::actionChosen, this, [this] {
        if (m_content) Q_EMIT goTo({.kind = PageKind::Order, .patientId = m_content->patient.id.text()});
    });
}

void ReviewPage::connectPresenter() {
    connect(m_presenter, &ReviewPresenter::shown, this, &ReviewPage::show);
    connect(m_presenter, &ReviewPresenter::listed, this, &ReviewPage::showList);
    connect(m_presenter, &ReviewPresenter::moreListed, this, [this](const services::RetreatmentPart& part) {
        if (!m_list->showMore(part)) m_presenter->refresh();
    });
    connect(m_presenter, &ReviewPresenter::refused, this, &ReviewPage::showRefusal);
    connect(m_presenter, &ReviewPresenter::saving, this, [this](ReviewForm form) {
        formOf(form).setBusy(true);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saving, .at = {}});
    });
    connect(m_presenter, &ReviewPresenter::failed, this, [this](ReviewForm form, const base::Error& error) {
        formOf(form).showFailure(error);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Unsaved, .at = {}});
    });
    connect(m_presenter, &ReviewPresenter::saved, this, &ReviewPage::settled);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (isVisible()) m_presenter->hear(change);
    });
}

void ReviewPage::open(const Place& place) {
    m_focusWanted = true;
    // Never one patient's data under another's banner, not even while the answer is awaited.
    if (!m_presenter->isShowing(place)) m_stack->setCurrentWidget(m_blank);
    m_presenter->open(place);
}

void ReviewPage::leave() {
    m_doseForm->forgetPassword();
}

QWidget* ReviewPage::firstFocus() {
    if (m_stack->currentWidget() == m_view) return m_view->firstFocus();
    if (m_stack->currentWidget() == m_list) return m_list->firstFocus();
    return nullptr;
}

void ReviewPage::show(const ReviewContent& content, bool isOther) {
    m_content = content;
    const auto today = m_bench.now().localDate();
    std::optional<int> maxAge;
    if (content.review) maxAge = content.review->protocol.rules.dose.weightMaxAgeDays;
    Q_EMIT bannerChanged(bannerData(content.patient, content.weight, today, maxAge));
    if (isOther) {
        m_view->closeForms();
        for (InlineForm* form : {static_cast<InlineForm*>(m_doseForm), static_cast<InlineForm*>(m_followUpForm),
                                 static_cast<InlineForm*>(m_decisionForm)}) {
            form->reset();
        }
    }
    if (content.review) {
        m_view->show(content, {.order = m_presenter->mayOrder(),
                               .decide = m_presenter->mayDecide(),
                               .recordScores = m_presenter->mayRecordScores(),
                               .issue = m_presenter->mayIssue()});
    }
    m_stack->setCurrentWidget(content.review ? static_cast<QWidget*>(m_view) : m_noCourse);
    if (std::exchange(m_focusWanted, false) && firstFocus()) firstFocus()->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

void ReviewPage::showList(const services::RetreatmentPart& part) {
    m_content.reset();
    Q_EMIT bannerChanged(std::nullopt);
    m_list->show(part, m_bench.now().localDate());
    m_stack->setCurrentWidget(m_list);
    if (std::exchange(m_focusWanted, false)) firstFocus()->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

void ReviewPage::showRefusal(const base::Error& error) {
    m_content.reset();
    Q_EMIT bannerChanged(std::nullopt);
    m_refusal->setText(describe(error));
    m_stack->setCurrentWidget(m_refusal);
    Q_EMIT commandsChanged();
}

void ReviewPage::openForm(InlineForm& form) {
    m_view->openForm(form);
    Q_EMIT commandsChanged();
}

void ReviewPage::closeForm(QWidget* returnTo) {
    m_view->closeForms();
    QWidget* target = returnTo && returnTo->isVisibleTo(this) ? returnTo : firstFocus();
    if (target) target->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

InlineForm* ReviewPage::openedForm() const {
    return m_stack->currentWidget() == m_view ? m_view->openedForm() : nullptr;
}

InlineForm& ReviewPage::formOf(ReviewForm form) const {
    if (form == ReviewForm::Dose) return *m_doseForm;
    if (form == ReviewForm::FollowUp) return *m_followUpForm;
    return *m_decisionForm;
}

void ReviewPage::settled(ReviewForm form) {
    formOf(form).setBusy(false);
    formOf(form).reset();
    closeForm(m_view->firstFocus());
    Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saved, .at = m_bench.now()});
    if (form == ReviewForm::Dose) Q_EMIT status(tr("The order is signed."));
    if (form == ReviewForm::FollowUp) Q_EMIT status(tr("The score is recorded."));
    if (form != ReviewForm::Decision) return;
    Q_EMIT status(tr("The decision is recorded."));
    // Whoever treats again orders next; the dose is typed there.
    if (m_orderNext && m_content) Q_EMIT goTo({.kind = PageKind::Order, .patientId = m_content->patient.id.text()});
}

void ReviewPage::submitDose() {
    if (!m_content || !m_content->review) return;
    m_presenter->decideDose({.course = m_content->review->course.id,
                             .kind = m_doseForm->kind(),
                             .perKg = m_doseForm->perKg(),
                             .reason = m_doseForm->reason(),
                             .password = m_doseForm->password()});
}

void ReviewPage::submitFollowUp() {
    if (!m_content || !m_content->review || !m_followUpForm->date()) return;
    m_presenter->recordFollowUp({.course = m_content->review->course.id,
                                 .kind = m_followUpForm->kind(),
                                 .date = *m_followUpForm->date(),
                                 .pain = m_followUpForm->pain(),
                                 .missing = m_followUpForm->missing()});
}

void ReviewPage::submitDecision() {
    if (!m_content || !m_content->review) return;
    const auto& review = *m_content->review;
    const bool newest = std::ranges::all_of(review.otherCourses,
                                            [&](const auto& other) { return other.number < review.course.number; });
    m_orderNext = newest && m_decisionForm->kind() == domain::DecisionKind::Retreat && m_presenter->mayOrder();
    m_presenter->decideRetreatment({.course = review.course.id,
                                    .kind = m_decisionForm->kind(),
                                    .until = m_decisionForm->until(),
                                    .reason = m_decisionForm->reason()});
}

void ReviewPage::openInfusion(int ordinal) {
    if (!m_content || !m_content->review) return;
    for (const auto& point : m_content->review->points) {
        if (point.planned.ordinal != ordinal) continue;
        if (!point.planned.infusion) {
            Q_EMIT status(tr("Infusion %1 was not opened, so there is no record to show.").arg(ordinal));
            return;
        }
        Q_EMIT goTo({.kind = PageKind::Infusion,
                     .patientId = m_content->patient.id.text(),
                     .courseId = m_content->review->course.id.text(),
                     .infusionId = point.planned.infusion->text()});
        return;
    }
}

} // namespace chairside::ui
