// One step of the chair-side session, as the page and its stepper know it.
#pragma once

#include <QWidget>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/shell/command.h"
#include "ui/widgets/stepper.h"

namespace chairside::ui {

struct StepProgress {
    StepState state = StepState::ToDo;
    QString note; // one short line below the title; may be empty
};

// A step shows the record, takes entries and hands them to the presenter; it knows no other step. New steps
// are added to the list in session_steps.cpp.
class SessionStep : public QWidget {
    Q_OBJECT

public:
    // id: stable, for tests and drafts.
    SessionStep(InfusionPresenter& presenter, const QString& id, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const QString& title() const { return m_title; }

    // Shows the record as it is now; what somebody is typing stays and keeps the focus.
    virtual void showRecord(const services::InfusionView& view) = 0;
    [[nodiscard]] virtual StepProgress progressOf(const services::InfusionView& view) const = 0;
    [[nodiscard]] virtual QWidget* firstFocus() = 0;
    // Where something new is entered, when another step or a key asks for it.
    [[nodiscard]] virtual QWidget* entryFocus() { return firstFocus(); }
    // Ctrl+Enter: saves what is typed here; finished() follows when nothing is left to do.
    virtual void complete() { Q_EMIT finished(); }
    // Once a second while the page is shown.
    virtual void tick(const base::Instant& now) { Q_UNUSED(now) }
    // Start, pause and stop of the pump.
    [[nodiscard]] virtual bool can(Command command) const {
        Q_UNUSED(command)
        return false;
    }
    virtual void perform(Command command) { Q_UNUSED(command) }

    [[nodiscard]] virtual EntryDraft draft() const { return draftOf(*this); }
    // Before an infusion is shown for the first time or again; an empty draft empties every entry.
    virtual void restore(const EntryDraft& draft) { restoreDraft(*this, draft); }

Q_SIGNALS:
    void finished();
    // Another step and, in it, the place where something new is entered.
    void stepWanted(const QString& id);
    // Another step for one entry; the page comes back here when that is saved.
    void detourWanted(const QString& id, chairside::ui::SessionFact until);
    // A short sentence for the status bar.
    void said(const QString& sentence);
    void commandsChanged();
    // The record turned out to be another patient's.
    void closeWanted();

protected:
    [[nodiscard]] InfusionPresenter& presenter() const { return m_presenter; }

private:
    InfusionPresenter& m_presenter;
    QString m_id;
    QString m_title;
};

} // namespace chairside::ui
