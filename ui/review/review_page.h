// The physician's review of one course: response, titration, tender points and re-treatment on one screen.
#pragma once

#include <memory>
#include <vector>

#include "ui/review/review_presenter.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace chairside::ui {

class CourseList;
class CourseView;
class DecisionForm;
class DoseForm;
class EmptyState;
class FollowUpForm;
class InlineForm;
class TextLabel;
class Workbench;

// Shows one patient when a course is open, and the list of courses when the rail brought somebody here.
class ReviewPage : public Page {
    Q_OBJECT

public:
    ReviewPage(Workbench& bench, QWidget* parent);
    ~ReviewPage() override;

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    void leave() override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildForms();
    void connectPresenter();
    void connectView();
    void show(const ReviewContent& content, bool isOther);
    void showList(const services::RetreatmentPart& part);
    void showRefusal(const base::Error& error);
    void openForm(InlineForm& form);
    void closeForm(QWidget* returnTo);
    [[nodiscard]] InlineForm* openedForm() const;
    [[nodiscard]] InlineForm& formOf(ReviewForm form) const;
    void settled(ReviewForm form);
    void submitDose();
    void submitFollowUp();
    void submitDecision();
    void openDocuments();
    [[nodiscard]] bool canExport() const;
    void connectExport();
    void chooseChartFile();
    void saveChartAs(const QString& path);
    void openInfusion(int ordinal);
    [[nodiscard]] QWidget* nextPanel(int direction) const;

    Workbench& m_bench;
    ReviewPresenter* m_presenter = nullptr;
    QStackedWidget* m_stack = nullptr;
    CourseView* m_view = nullptr;
    CourseList* m_list = nullptr;
    EmptyState* m_noCourse = nullptr;
    TextLabel* m_refusal = nullptr;
    QWidget* m_blank = nullptr;
    DoseForm* m_doseForm = nullptr;
    FollowUpForm* m_followUpForm = nullptr;
    DecisionForm* m_decisionForm = nullptr;
    std::optional<ReviewContent> m_content;
    bool m_focusWanted = false;
    bool m_orderNext = false; // once the decision that was sent is recorded
};

} // namespace chairside::ui
