#include "ui/infusion/chair_line.h"

#include <QLineEdit>
#include <QStringList>
#include <QVBoxLayout>

#include "ui/format/to_qt.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ChairLine::ChairLine(InfusionPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(this);
    m_chair = m_form->row(tr("Chair"), new QLineEdit, {.name = u"chair"_s});
    m_chair->setToolTip(tr("Enter saves the chair."));
    layout->addWidget(m_form);
    connect(m_chair, &QLineEdit::returnPressed, this, &ChairLine::save);
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact == SessionFact::Place) showRefusal(error);
    });
}

void ChairLine::showRecord(const services::InfusionView& view) {
    setVisible(!view.chairs.empty());
    const QString now = toQt(domain::chairOf(view.record));
    m_form->setReadOnly(!m_presenter.mayRecord());
    // What somebody is typing stays.
    if (m_chair->text() == m_saved || m_chair->text().compare(now, Qt::CaseInsensitive) == 0) {
        m_chair->setText(now);
        m_form->clearProblems();
    }
    m_saved = now;
}

void ChairLine::save() {
    if (!m_presenter.mayRecord() || m_presenter.isSaving(SessionFact::Place)) return;
    m_form->clearProblems();
    if (m_chair->text().trimmed() == m_saved) return;
    m_presenter.record(services::PlaceEntry{*m_presenter.infusion(), toStd(m_chair->text())});
}

void ChairLine::showRefusal(const base::Error& error) {
    const bool unknown = !error.problems.empty() && error.problems.front().rule == base::Rule::NotAllowed;
    if (!unknown) return m_form->failure(error);
    QStringList chairs;
    for (const auto& chair : m_presenter.view()->chairs)
        chairs << toQt(chair);
    m_form->problem(u"chair"_s, tr("There is no such chair. The chairs are: %1.").arg(chairs.join(u", "_s)));
    m_chair->setFocus(Qt::OtherFocusReason); // there is nothing else to go to
}

} // namespace chairside::ui
