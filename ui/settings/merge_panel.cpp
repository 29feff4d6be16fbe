#include "ui/settings/merge_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/settings/merge_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Compared {
    QString label;
    QString survivor;
    QString duplicate;
    bool mayDiffer = false; // a difference is no sign of two people
};

std::vector<Compared> compared(const services::MergePreview& preview) {
    const auto& one = preview.survivor;
    const auto& other = preview.duplicate;
    const auto row = [&](const QString& label, auto text, bool mayDiffer = false) {
        return Compared{label, text(one), text(other), mayDiffer};
    };
    using Side = services::MergeSide;
    return {row(MergePanel::tr("Name"), [](const Side& side) { return nameText(side.patient.details.name); }),
            row(MergePanel::tr("Born"), [](const Side& side) { return dateText(side.patient.details.born); }),
            row(MergePanel::tr("Gender"),
                [](const Side& side) {
                    const QString gender = genderText(side.patient.details.gender);
                    return gender.isEmpty() ? MergePanel::tr("Not known") : gender;
                }),
            row(
                MergePanel::tr("ID No."),
                [](const Side& side) { return clinicIdText(toQt(side.patient.details.clinicNumber)); }, true),
            row(
                MergePanel::tr("Courses"), [](const Side& side) { return QString::number(side.courses); }, true),
            row(
                MergePanel::tr("Entries of the history"),
                [](const Side& side) { return QString::number(side.historyEntries); }, true),
            row(
                MergePanel::tr("Questionnaires"), [](const Side& side) { return QString::number(side.questionnaires); },
                true)};
}

QString obstacleText(const base::Problem& problem) {
    if (problem.field == "duplicate")
        return MergePanel::tr("The duplicate is part of another merge. Take that apart first.");
    if (problem.field == "survivor")
        return MergePanel::tr("The record to keep is itself merged into another. Type that one's number instead.");
    if (problem.field == "course")
        return MergePanel::tr("Both have a course under way. A physician has to complete or stop one of them first.");
    if (problem.field == "infusion")
        return MergePanel::tr("An infusion is not signed yet. Nobody's record changes while somebody works in it.");
    return MergePanel::tr("One is recorded as withdrawn or deceased and the other is not. Settle that first.");
}

QString typedNumberText(const base::Problem& problem, const QString& label) {
    if (problem.rule == base::Rule::Mismatch) return MergePanel::tr("Nobody has this clinic number. Check the digits.");
    if (problem.field == "duplicate_number" && problem.rule == base::Rule::NotAllowed)
        return MergePanel::tr("This is the same record. Type the number of the other one.");
    return describe(problem, {label, {}});
}

} // namespace

MergePanel::MergePanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(12));
    layout->addWidget(makeForm());
    layout->addWidget(makeList(), 1);
    forgetPreview();
}

QWidget* MergePanel::firstFocus() const {
    return m_survivor;
}

Card* MergePanel::makeForm() {
    auto* card = new Card(tr("Two records of one person"), this);
    m_form = new FormBuilder(card, 3);
    m_survivor = m_form->row(tr("Number to &keep"), new QLineEdit, {.name = u"survivor_number"_s});
    m_duplicate = m_form->row(tr("Dupl&icate number"), new QLineEdit, {.name = u"duplicate_number"_s});
    m_reason = m_form->row(tr("&Reason"), new QLineEdit,
                           {.name = u"reason"_s, .help = tr("How it was found out that both are one person.")});
    connect(m_form, &FormBuilder::edited, this, [this](const QString& field) {
        if (field != u"reason") forgetPreview();
    });
    card->body()->addWidget(m_form);
    m_comparison = new QWidget(card);
    m_grid = new QGridLayout(m_comparison);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(24));
    m_obstacle = new TextLabel({}, TextRole::Stop, card);
    m_obstacle->setObjectName(u"merge_obstacle"_s);
    m_obstacle->setWordWrap(true);
    card->body()->addWidget(m_comparison);
    card->body()->addWidget(m_obstacle);
    m_compare = makeButton(tr("&Compare the two"), ButtonKind::Primary, u"compare_records"_s, card);
    m_merge = makeButton(tr("Merge: sho&w the duplicate under the record to keep"), ButtonKind::Danger,
                         u"merge_records"_s, card);
    connect(m_compare, &QPushButton::clicked, this, &MergePanel::compare);
    connect(m_merge, &QPushButton::clicked, this, &MergePanel::merge);
    auto* row = new QHBoxLayout;
    row->addWidget(m_compare);
    row->addWidget(m_merge);
    row->addWidget(
        new TextLabel(tr("Nothing is deleted or moved; a merge can be taken apart below."), TextRole::Hint, card), 1);
    card->body()->addLayout(row);
    return card;
}

Card* MergePanel::makeList() {
    auto* card = new Card(tr("Merges"), this);
    m_model = new MergeModel(this);
    m_table = new TableView(tr("Merges"), card);
    m_table->setObjectName(u"merges_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumns({MergeModel::Survivor, MergeModel::Duplicate, MergeModel::Reason});
    m_table->setLeastRows(2);
    m_table->setEmptyText(tr("No records were merged yet. A merge stands here and can be taken apart again."));
    connect(m_table, &TableView::currentRowChanged, this, &MergePanel::noticeRow);
    card->body()->addWidget(m_table, 1);
    m_undoForm = new FormBuilder(card, 2);
    m_undoReason =
        m_undoForm->row(tr("Reason to take the chosen merge a&part"), new QLineEdit, {.name = u"undo_reason"_s});
    card->body()->addWidget(m_undoForm);
    m_undo = makeButton(tr("&Take it apart"), ButtonKind::Danger, u"undo_merge"_s, card);
    connect(m_undo, &QPushButton::clicked, this, &MergePanel::undo);
    card->body()->addWidget(m_undo, 0, Qt::AlignLeft);
    return card;
}

void MergePanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.merges.merges(actor); },
        [this](const base::Result<std::vector<services::MergeLine>>& lines) {
            if (!lines) return refuse(*m_form, lines.error());
            m_model->show(*lines);
            noticeRow();
        });
}

void MergePanel::compare() {
    m_form->clearProblems();
    m_bench.askAs(
        this,
        [survivor = toStd(m_survivor->text()), duplicate = toStd(m_duplicate->text())](services::Services& all,
                                                                                       const services::Actor& actor) {
            return all.merges.preview(actor, survivor, duplicate);
        },
        [this](const base::Result<services::MergePreview>& preview) {
            if (!preview) return refuse(*m_form, preview.error());
            showPreview(*preview);
        });
}

void MergePanel::showPreview(const services::MergePreview& preview) {
    forgetPreview();
    m_preview = preview;
    m_grid->addWidget(new TextLabel(tr("Kept"), TextRole::Label, m_comparison), 1, 0);
    m_grid->addWidget(new TextLabel(tr("Duplicate"), TextRole::Label, m_comparison), 2, 0);
    int column = 1;
    for (const auto& one : compared(preview)) {
        const bool differs = !one.mayDiffer && one.survivor != one.duplicate;
        m_grid->addWidget(new TextLabel(one.label, TextRole::Label, m_comparison), 0, column);
        m_grid->addWidget(new TextLabel(one.survivor, TextRole::Strong, m_comparison), 1, column);
        m_grid->addWidget(new TextLabel(differs ? tr("▲ %1").arg(one.duplicate) : one.duplicate,
                                        differs ? TextRole::Warning : TextRole::Strong, m_comparison),
                          2, column++);
    }
    m_grid->setColumnStretch(column, 1);
    QStringList sentences;
    for (const auto& problem : preview.obstacles)
        sentences << obstacleText(problem);
    m_obstacle->setText(sentences.join(u'\n'));
    m_obstacle->setVisible(!sentences.isEmpty());
    m_comparison->show();
    m_merge->setVisible(preview.obstacles.empty());
    (m_merge->isHidden() ? static_cast<QWidget*>(m_survivor) : m_reason)->setFocus(Qt::OtherFocusReason);
}

void MergePanel::forgetPreview() {
    m_preview.reset();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_comparison->hide();
    m_obstacle->hide();
    m_merge->hide();
}

void MergePanel::merge() {
    if (!m_preview) return;
    m_form->clearProblems();
    const services::MergeRequest request{.survivor = m_preview->survivor.patient.id,
                                         .duplicate = m_preview->duplicate.patient.id,
                                         .reason = toStd(m_reason->text())};
    m_bench.askAs(
        this,
        [request](services::Services& all, const services::Actor& actor) { return all.merges.merge(actor, request); },
        [this](const base::Result<domain::EntryId>& merged) {
            if (!merged) return refuse(*m_form, merged.error());
            for (QLineEdit* edit : {m_survivor, m_duplicate, m_reason})
                edit->clear();
            forgetPreview();
            refresh();
            m_survivor->setFocus(Qt::OtherFocusReason);
            Q_EMIT status(tr("The two records are merged."));
        });
}

void MergePanel::undo() {
    const auto* line = m_model->lineAt(m_table->currentRow());
    if (line == nullptr) return;
    m_undoForm->clearProblems();
    m_bench.askAs(
        this,
        [id = line->merge.id, reason = toStd(m_undoReason->text())](
            services::Services& all, const services::Actor& actor) { return all.merges.undo(actor, id, reason); },
        [this](const base::Done& done) {
            if (!done) return refuse(*m_undoForm, done.error());
            m_undoReason->clear();
            refresh();
            Q_EMIT status(tr("Both records stand for themselves again."));
        });
}

void MergePanel::noticeRow() {
    const auto* line = m_model->lineAt(m_table->currentRow());
    const bool undoable = line != nullptr && !line->undone && !line->merge.undoes;
    m_undoForm->setVisible(undoable);
    m_undo->setVisible(undoable);
}

void MergePanel::refuse(FormBuilder& form, const base::Error& error) {
    if (error.problems.empty()) return form.failure(error);
    for (const auto& problem : error.problems) {
        const QString field = &form == m_undoForm && problem.field == "reason" ? u"undo_reason"_s : toQt(problem.field);
        const QWidget* editor = form.editor(field);
        form.problem(field,
                     editor != nullptr ? typedNumberText(problem, editor->accessibleName()) : obstacleText(problem));
    }
}

} // namespace chairside::ui
