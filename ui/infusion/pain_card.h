// Pain intensity at one moment of the infusion: 0 to 10, or the reason why there is none. Never starts at 0.
#pragma once

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class FactList;
class MessageStrip;
class ReasonLine;
class ScoreEdit;

// One digit and Enter save; '/' or the choice beside it says why there is no score. A saved score is
// corrected with a reason. Object names: <prefix>, <prefix>_missing, <prefix>_save, <prefix>_correct,
// <prefix>_reason.
class PainCard : public Card {
    Q_OBJECT

public:
    PainCard(InfusionPresenter& presenter, domain::PainMoment moment, const QString& prefix, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    // Something is typed or chosen that is not saved.
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();
    // Before another infusion is shown; an empty draft empties the card.
    void restore(const EntryDraft& draft);
    [[nodiscard]] QWidget* firstFocus() const;
    [[nodiscard]] static std::optional<domain::PainScore> scoreOf(const services::InfusionView& view,
                                                                  domain::PainMoment moment);

Q_SIGNALS:
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const QString& prefix);
    void buildEntry(const QString& prefix);
    void connectEntry();
    void connectPresenter();
    void arrange();
    void beginCorrection();
    void endCorrection();
    void openReason();
    void followOthers(const domain::PainScore& theirs);
    void showProblem(const base::Error& error);

    InfusionPresenter& m_presenter;
    domain::PainMoment m_moment;
    bool m_mine = false; // the score being saved was entered here
    bool m_correcting = false;
    std::optional<domain::EntryId> m_stands; // the score that was shown last
    QWidget* m_entry = nullptr;
    ScoreEdit* m_score = nullptr;
    ChoiceRow* m_missing = nullptr;
    ReasonLine* m_reason = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_correct = nullptr;
    FactList* m_facts = nullptr;
    MessageStrip* m_strip = nullptr;
};

// "7 (0–10), 09:58, R. Khan", with what it replaced.
[[nodiscard]] QString painScoreLine(const services::InfusionView& view, const domain::PainScore& score);

} // namespace chairside::ui
