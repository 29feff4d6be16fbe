// A physician orders a course.
#pragma once

#include "ui/order/order_draft.h"
#include "ui/order/order_presenter.h"
#include "ui/shell/page.h"

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace chairside::ui {

class Card;
class DraftKeeper;
class EmptyState;
class OrderForm;
class OrderSummary;
class Workbench;

// What was typed is on the disk within about a second and stays with its patient and its author until it is signed;
// identity and password are typed anew each time.
class OrderPage : public Page {
    Q_OBJECT

public:
    explicit OrderPage(Workbench& bench, QWidget* parent = nullptr);
    ~OrderPage() override;

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;
    void leave() override;
    void tick(const base::Instant& now) override;

private:
    void buildBars();
    [[nodiscard]] static QString noProtocolSentence();
    QWidget* makeOrderScreen();
    void connectPresenter();
    void showBasis(const OrderBasis& basis);
    void showBar(const OrderBasis& basis);
    void ensureForm(const OrderBasis& basis);
    void fillForm(const OrderDraft& draft);
    void placeForm(OrderForm* form);
    void refreshSummary();
    void keepDraft();
    void signOrder();
    void goToNextOpen();
    void finish(const QString& patientId);
    void refuse(const base::Error& error);
    void showUnavailable(const base::Error& error);
    void setSigning(bool signing);
    void placeFocus();
    void showOverview();
    void tellSaveState(SaveState::Kind kind);

    Workbench& m_bench;
    OrderPresenter* m_presenter = nullptr;
    std::optional<std::string> m_patientId;
    std::optional<OrderBasis> m_basis;
    DraftKeeper* m_keeper = nullptr;
    OrderDraft m_found; // of the patient on the way
    // What the form was opened with; nothing once something was typed.
    std::optional<OrderDraft> m_untouched;
    bool m_focusWanted = false;

    QStackedWidget* m_states = nullptr;
    QWidget* m_loading = nullptr;
    QWidget* m_screen = nullptr;
    QHBoxLayout* m_columns = nullptr;
    Card* m_formCard = nullptr;
    OrderForm* m_form = nullptr;
    OrderSummary* m_summary = nullptr;
    EmptyState* m_noProtocol = nullptr;
    EmptyState* m_courseActive = nullptr;
    EmptyState* m_notAllowed = nullptr;
    EmptyState* m_unavailable = nullptr;
};

} // namespace chairside::ui
