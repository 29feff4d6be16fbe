// One patient: where in the course, and what is to be done next.
#pragma once

#include "ui/overview/overview_screen.h"
#include "ui/shell/page.h"

class QGridLayout;
class QPushButton;

namespace chairside::ui {

class Card;
class VisitsModel;
class CourseStateForm;
class CourseStrip;
class EmptyState;
class FollowingScroll;
class MessageStrip;
class OverviewPresenter;
class PainSparkline;
class PlanPanel;
class TableView;
class TextLabel;
class Workbench;

class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    QWidget* makeContent();
    Card* makeNextCard();
    Card* makePainCard();
    Card* makeCourseCard();
    Card* makeFactsCard();
    Card* makeHistoryCard();
    Card* makeAssessmentsCard();
    Card* makeVisitsCard();
    void connectPresenter();
    void connectPlan();
    void connectState();
    void showScreen(const OverviewScreen& screen);
    void showWeightCaution(const OverviewScreen& screen);
    void showNext(const OverviewScreen& screen);
    void showPain(const PainPicture& pain);
    void showCourse(const OverviewScreen& screen);
    void showFacts(QGridLayout& grid, const std::vector<Fact>& facts);
    void showScores(const std::vector<Fact>& scores);
    TextLabel* valueOf(const Fact& fact);
    void showUnavailable(const base::Error& error);
    void placeFocus();
    void openDocuments();
    void doNext();
    void openPlanned(const domain::PlannedInfusionId& planned);
    void showInfusion(const std::string& infusionId);
    void showReview(const std::string& courseId);
    void choose(const StripItem& item);
    void openState();
    void closeState();
    void signState();
    [[nodiscard]] bool mayOpenNow(const StripItem& item) const;

    Workbench& m_bench;
    OverviewPresenter* m_presenter = nullptr;
    std::optional<std::string> m_patientId;
    std::optional<OverviewScreen> m_screen;
    bool m_focusWanted = false;

    FollowingScroll* m_scroll = nullptr;
    MessageStrip* m_caution = nullptr;
    TextLabel* m_nextSentence = nullptr;
    TextLabel* m_nextDetail = nullptr;
    TextLabel* m_nextRefusal = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_openToday = nullptr;
    QPushButton* m_order = nullptr;
    QPushButton* m_documents = nullptr;
    QPushButton* m_exportData = nullptr;
    TextLabel* m_latest = nullptr;
    TextLabel* m_latestDetail = nullptr;
    PainSparkline* m_sparkline = nullptr;
    Card* m_courseCard = nullptr;
    TextLabel* m_orderLine = nullptr;
    TextLabel* m_agreement = nullptr;
    CourseStrip* m_strip = nullptr;
    PlanPanel* m_plan = nullptr;
    QPushButton* m_stateButton = nullptr;
    CourseStateForm* m_state = nullptr;
    QGridLayout* m_facts = nullptr;
    QGridLayout* m_history = nullptr;
    QPushButton* m_review = nullptr;
    QGridLayout* m_assessments = nullptr;
    TextLabel* m_noAssessment = nullptr;
    TableView* m_visits = nullptr;
    VisitsModel* m_visitsModel = nullptr;
    EmptyState* m_unavailableState = nullptr;
};

} // namespace chairside::ui
