// The questions of one checklist, one below the other: what the pre-check and the discharge share.
#pragma once

#include <QWidget>
#include <optional>
#include <string>
#include <vector>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"

class QVBoxLayout;

namespace chairside::ui {

class CheckItemRow;

// The items are those of the protocol version that is shown; a row that stands elsewhere on the page can join in.
class CheckRows : public QWidget {
    Q_OBJECT

public:
    CheckRows(InfusionPresenter& presenter, domain::ChecklistKind list, QWidget* parent = nullptr);

    // mayAnswer: first answers are still possible. Rows of another version are made anew; rowsMade() says so.
    void showRecord(const services::InfusionView& view, bool mayAnswer);
    // A row that stands elsewhere and is asked after these; it is deleted before the next rowsMade().
    void join(CheckItemRow* row);
    [[nodiscard]] bool isEmpty() const { return m_items == 0; }

    // Questions that wait for their answer.
    [[nodiscard]] int openCount() const;
    [[nodiscard]] QWidget* firstOpen() const;
    // Where the question with that key is answered; nothing if there is none.
    [[nodiscard]] QWidget* focusOf(const std::string& key) const;
    [[nodiscard]] bool hasEntry() const;
    // Saves the first row with an entry. False if something has to be entered first; the row says what.
    bool saveEntry();

    void addDraft(EntryDraft& draft) const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void rowsMade();
    void said(const QString& sentence);
    void answered();

private:
    void makeRows(const services::InfusionView& view);

    InfusionPresenter& m_presenter;
    domain::ChecklistKind m_list;
    std::vector<CheckItemRow*> m_rows; // own ones first
    std::size_t m_items = 0;
    std::optional<std::string> m_version; // the rows are of
    QVBoxLayout* m_layout = nullptr;
};

} // namespace chairside::ui
