// The keys of the review page: F6 walks over its panels, Ctrl+Enter submits the open form.
#include <QKeyEvent>

#include "ui/a11y/tab_stops.h"
#include "ui/retreatment/inline_form.h"
#include "ui/review/course_view.h"
#include "ui/review/dose_form.h"
#include "ui/review/review_page.h"

namespace chairside::ui {

namespace {

int panelStep(const QKeyEvent& event) {
    if (event.key() != Qt::Key_F6) return 0;
    if (event.modifiers() == Qt::NoModifier) return 1;
    return event.modifiers() == Qt::ShiftModifier ? -1 : 0;
}

} // namespace

bool ReviewPage::can(Command command) const {
    if (command == Command::Print) return m_content && m_content->review;
    if (command == Command::Save) return canExport();
    // Stopping a course is destructive: it needs its own button.
    const bool stops = openedForm() && m_doseForm == openedForm() && m_doseForm->kind() == domain::OrderKind::Stop;
    return command == Command::Complete && openedForm() && !stops;
}

void ReviewPage::perform(Command command) {
    if (!can(command)) return;
    if (command == Command::Save) return chooseChartFile();
    if (command == Command::Print) return openDocuments();
    openedForm()->submit();
}

void ReviewPage::openDocuments() {
    Q_EMIT goTo({.kind = PageKind::Reports,
                 .patientId = m_content->patient.id.text(),
                 .courseId = m_content->review->course.id.text()});
}

// Within the page only; at its ends there is nothing, and the main window goes on to the next pane.
QWidget* ReviewPage::nextPanel(int direction) const {
    if (!m_content || !m_content->review || direction == 0) return nullptr;
    const auto panels = m_view->panels();
    int at = direction > 0 ? -1 : 0;
    for (int i = 0; i < static_cast<int>(panels.size()); ++i) {
        if (panels[static_cast<std::size_t>(i)]->isAncestorOf(focusWidget())) at = i;
    }
    for (int next = at + direction; next >= 0 && next < static_cast<int>(panels.size()); next += direction) {
        if (QWidget* stop = firstTabStop(panels[static_cast<std::size_t>(next)])) return stop;
    }
    return nullptr;
}

// F6 belongs to the page before it belongs to the main window, as long as there is a panel to go to.
bool ReviewPage::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && nextPanel(panelStep(*static_cast<QKeyEvent*>(event)))) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void ReviewPage::keyPressEvent(QKeyEvent* event) {
    if (QWidget* stop = nextPanel(panelStep(*event))) return stop->setFocus(Qt::TabFocusReason);
    Page::keyPressEvent(event);
}

} // namespace chairside::ui
