#include "ui/reports/batch_panel.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

BatchPanel::BatchPanel(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_batch(new VisitBatch(bench, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kRelated), 0, 0);
    auto* text =
        new TextLabel(tr("The visit summary of every infusion of a period, one PDF file each, at most %1. Each "
                         "is issued and written into the audit.")
                          .arg(VisitBatch::kMost),
                      TextRole::Hint, this);
    text->setWordWrap(true);
    layout->addWidget(text);
    m_form = new FormBuilder(this);
    m_from = m_form->row(tr("Firs&t day"), new DateEdit(bench.clock(), DateExpected::Past), {.name = u"batch_from"_s});
    m_to = m_form->row(tr("La&st day"), new DateEdit(bench.clock(), DateExpected::Past), {.name = u"batch_to"_s});
    layout->addWidget(m_form);
    m_save = makeButton(tr("Save the visits…"), ButtonKind::Primary, u"batch_save"_s, this);
    m_stop = makeButton(tr("Stop savin&g"), ButtonKind::Secondary, u"batch_stop"_s, this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"batch_progress"_s);
    m_progress->setAccessibleName(tr("Visits saved"));
    m_result = new TextLabel({}, TextRole::Body, this);
    m_result->setObjectName(u"batch_result"_s);
    m_result->setWordWrap(true);
    for (QWidget* each : {static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_progress),
                          static_cast<QWidget*>(m_stop), static_cast<QWidget*>(m_result)}) {
        layout->addWidget(each);
    }
    layout->addStretch(1);
    m_progress->hide();
    m_stop->hide();
    connect(m_save, &QPushButton::clicked, this, &BatchPanel::chooseFolder);
    connect(m_stop, &QPushButton::clicked, m_batch, &VisitBatch::stop);
    connectBatch();
}

void BatchPanel::chooseFolder() {
    m_form->clearProblems();
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) return m_form->problems(wrong);
    base::Problems problems;
    const auto from = m_from->date();
    const auto to = m_to->date();
    if (!from) problems.push_back({"batch_from", base::Rule::Required, {}, {}, {}});
    if (!to) problems.push_back({"batch_to", base::Rule::Required, {}, {}, {}});
    if (from && to && *to < *from) problems.push_back({"batch_to", base::Rule::BeforeStart, {}, {}, {}});
    if (!problems.empty()) return m_form->problems(problems);
    m_bench.prompter().openFolder(this, tr("Choose a folder for the visits"),
                                  [this, from = *from, to = *to](const std::optional<QString>& folder) {
                                      if (!folder || folder->isEmpty()) return;
                                      m_result->setText({});
                                      m_batch->start(from, to, *folder);
                                  });
}

void BatchPanel::connectBatch() {
    connect(m_batch, &VisitBatch::progressed, this, [this](int done, int total) {
        const bool focused = m_save->hasFocus();
        m_progress->setRange(0, std::max(total, 1));
        m_progress->setValue(done);
        m_progress->setFormat(tr("%1 of %2").arg(done).arg(total));
        m_progress->setVisible(m_batch->running());
        m_stop->setVisible(m_batch->running());
        if (focused) m_stop->setFocus();
        m_save->setEnabled(false);
    });
    connect(m_batch, &VisitBatch::finished, this, [this](int done, bool stopped) {
        if (done == 0 && !stopped) return tell(tr("There is no infusion in this period."));
        tell(stopped ? tr("Stopped. Visits saved and issued: %1.").arg(done)
                     : tr("Visits saved and issued: %1.").arg(done));
    });
    connect(m_batch, &VisitBatch::tooMany, this, [this] {
        tell(tr("There are more than %1 infusions in this period; choose a shorter one.").arg(VisitBatch::kMost));
    });
    connect(m_batch, &VisitBatch::failed, this, [this](int done, const base::Error& error) {
        tell(tr("%1 Visits saved before that: %2.", "what failed, count").arg(describe(error)).arg(done));
    });
}

void BatchPanel::tell(const QString& sentence) {
    const bool focused = m_stop->hasFocus();
    m_save->setEnabled(true);
    m_progress->hide();
    m_stop->hide();
    if (focused) m_save->setFocus();
    m_result->announce(sentence);
    Q_EMIT status(sentence);
}

} // namespace chairside::ui
