// The modified Aldrete score: four digits, circulation from the pressures of the record.
#pragma once

#include <QWidget>
#include <array>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"

class QPushButton;

namespace chairside::ui {

class DigitCell;
class FactList;
class TextLabel;

// 0, 1 or 2 fills a cell and goes on; Enter saves. Object names: aldrete_activity, _respiration, _consciousness, _spo2,
// _save, _again.
class AldreteCard : public QWidget {
    Q_OBJECT

public:
    explicit AldreteCard(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view, bool mayAssess);
    void tick(const services::InfusionView& view, const base::Instant& now);
    [[nodiscard]] bool hasEntry() const;
    // False if something has to be entered first; it is said here.
    bool save();
    // The first empty cell while an assessment is open, else nothing.
    [[nodiscard]] QWidget* firstFocus() const;

    void addDraft(EntryDraft& draft) const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);
    void assessed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void addCell(std::size_t index, QLayout& line);
    void connectPresenter();
    void arrange();
    void empty();
    void say(const QString& sentence);
    void showFailure(const base::Error& error);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool hasDigits() const;
    void followOthers(const services::InfusionView& view, const domain::AldreteScore& theirs);
    [[nodiscard]] static QString meaning(std::size_t index);
    [[nodiscard]] static QString label(std::size_t index);

    InfusionPresenter& m_presenter;
    bool m_mayAssess = false;
    bool m_hasScore = false;
    bool m_again = false;
    bool m_mine = false;                     // the score being saved was entered here
    std::optional<domain::EntryId> m_stands; // the score that was shown last
    std::array<DigitCell*, 4> m_cells{};
    QWidget* m_entry = nullptr;
    TextLabel* m_circulation = nullptr;
    TextLabel* m_meaning = nullptr;
    TextLabel* m_message = nullptr;
    FactList* m_facts = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_anew = nullptr;
};

} // namespace chairside::ui
