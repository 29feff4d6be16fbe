// Step 5: the tender-point examination, as a picture and as a list.
#pragma once

#include <optional>

#include "ui/infusion/session_step.h"

class QLayout;
class QPushButton;

namespace chairside::ui {

class ReasonLine;
class TenderBoard;
class TenderList;
class TenderMap;
class TenderPressures;
class TextLabel;

// Optional in every session. Saved as a whole; sites without a score stay "not examined".
class TenderStep : public SessionStep {
    Q_OBJECT

public:
    explicit TenderStep(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view) override;
    [[nodiscard]] StepProgress progressOf(const services::InfusionView& view) const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void complete() override;
    [[nodiscard]] EntryDraft draft() const override;
    void restore(const EntryDraft& draft) override;

private:
    void build();
    [[nodiscard]] QLayout* buildHead();
    [[nodiscard]] QWidget* buildSide();
    void connectPresenter();
    void showBoard();
    void showSite();
    void arrange();
    bool save();
    void saveAndGoOn();
    void beginCorrection();
    void endCorrection();
    void say(const QString& sentence);
    void sayFailure(const base::Error& error);
    [[nodiscard]] static const domain::TenderPointEntry* savedExam(const services::InfusionView& view);

    TenderBoard* m_board = nullptr;
    TenderMap* m_map = nullptr;
    TenderList* m_list = nullptr;
    TenderPressures* m_pressures = nullptr;
    QWidget* m_scoring = nullptr; // map or list, whichever asked for the pressures
    TextLabel* m_summary = nullptr;
    TextLabel* m_site = nullptr;
    TextLabel* m_hint = nullptr;
    TextLabel* m_message = nullptr;
    TextLabel* m_written = nullptr;
    ReasonLine* m_reason = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_correct = nullptr;
    std::optional<domain::EntryId> m_shown; // the saved examination on the board
    bool m_correcting = false;
    bool m_finishing = false;
};

} // namespace chairside::ui
