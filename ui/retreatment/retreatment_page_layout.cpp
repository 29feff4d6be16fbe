// What the re-treatment page is made of, and what leads where.
#include "ui/retreatment/retreatment_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/format/problem_text.h"
#include "ui/retreatment/group_delegate.h"
#include "ui/retreatment/inline_form.h"
#include "ui/retreatment/retreatment_model.h"
#include "ui/retreatment/retreatment_presenter.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastListRows = 6;

} // namespace

void RetreatmentPage::buildHeading() {
    auto* heading = new QHBoxLayout;
    heading->addWidget(new TextLabel(title(), TextRole::PageTitle, this));
    heading->addSpacing(scaled(space::kGroup));
    m_summary = new TextLabel({}, TextRole::Body, this);
    m_summary->setObjectName(u"retreatment_summary"_s);
    heading->addWidget(m_summary, 1);
    auto* label = new QLabel(tr("&Group"), this);
    m_groups = new QComboBox(this);
    m_groups->setObjectName(u"retreatment_group"_s);
    m_groups->setAccessibleName(tr("Group"));
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(m_groups);
    heading->addWidget(label);
    heading->addSpacing(scaled(space::kRelated));
    heading->addWidget(m_groups);
    static_cast<QVBoxLayout*>(layout())->addLayout(heading);
    connect(m_groups, &QComboBox::activated, this, [this](int index) {
        const auto chosen = m_groups->itemData(index);
        m_presenter->choose(chosen.isNull() ? std::nullopt
                                            : std::optional(static_cast<services::RetreatmentGroup>(chosen.toInt())));
    });
}

void RetreatmentPage::buildList() {
    m_stack = new QStackedWidget(this);
    m_table = new TableView(tr("Re-treatment list"), m_stack);
    m_table->setObjectName(u"retreatment_table"_s);
    m_table->setLeastRows(kLeastListRows);
    m_table->setItemDelegate(new GroupDelegate(RetreatmentModel::kHeadingRole, m_table));
    m_table->setModel(m_model);
    m_table->setWrappingColumns({RetreatmentModel::Patient, RetreatmentModel::Due});
    connect(m_table, &TableView::rowOpened, this, &RetreatmentPage::openRow);
    connect(m_table, &TableView::currentRowChanged, this, &RetreatmentPage::refreshActions);
    m_nobody = new EmptyState(tr("Nobody is due for a re-treatment decision. Every patient whose course has begun is "
                                 "listed here until a physician has decided."),
                              tr("F&ind a patient"), u"retreatment_find"_s, m_stack);
    connect(m_nobody, &EmptyState::actionChosen, this, [this] { Q_EMIT goTo({.kind = PageKind::Patients}); });
    m_refusal = new TextLabel({}, TextRole::Body, m_stack);
    m_refusal->setWordWrap(true);
    m_refusal->setAlignment(Qt::AlignCenter);
    m_table->setEmptyText(tr("Nobody is in this group now."));
    connect(m_model, &RetreatmentModel::moreWanted, m_presenter, &RetreatmentPresenter::more);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(m_refusal);
}

void RetreatmentPage::buildActions() {
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::kRelated));
    m_open = makeButton(tr("Open revie&w"), ButtonKind::Primary, u"open_review"_s, this);
    m_open->setToolTip(tr("Enter"));
    m_postpone = makeButton(tr("Postpone…"), ButtonKind::Secondary, u"postpone"_s, this);
    m_postpone->setToolTip(tr("Alt+P"));
    m_postpone->setAccessibleDescription(tr("Alt+P"));
    m_score = makeButton(tr("S&core by phone…"), ButtonKind::Secondary, u"phone_score"_s, this);
    m_score->setToolTip(tr("Alt+C"));
    m_decide = makeButton(tr("&Decide…"), ButtonKind::Secondary, u"decide"_s, this);
    m_decide->setToolTip(tr("Alt+D"));
    m_callList = makeButton(tr("Call lis&t…"), ButtonKind::Secondary, u"call_list"_s, this);
    m_callList->setToolTip(tr("Alt+T"));
    m_keys = new TextLabel({}, TextRole::Hint, this);
    row->addWidget(m_open);
    row->addWidget(m_score);
    row->addWidget(m_postpone);
    row->addWidget(m_decide);
    row->addWidget(m_callList);
    row->addWidget(m_keys, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_table->currentRow()); });
    connect(m_score, &QPushButton::clicked, this, &RetreatmentPage::startScore);
    connect(m_postpone, &QPushButton::clicked, this, &RetreatmentPage::startPostponing);
    connect(m_decide, &QPushButton::clicked, this, &RetreatmentPage::startDeciding);
    connect(m_callList, &QPushButton::clicked, this,
            [this] { Q_EMIT goTo({.kind = PageKind::Reports, .callList = true}); });
}

void RetreatmentPage::connectPresenter() {
    connect(m_presenter, &RetreatmentPresenter::listed, this, &RetreatmentPage::show);
    connect(m_presenter, &RetreatmentPresenter::moreListed, this, &RetreatmentPage::showMore);
    connect(m_presenter, &RetreatmentPresenter::refused, this, [this](const base::Error& error) {
        m_refusal->setText(describe(error));
        m_stack->setCurrentWidget(m_refusal);
    });
    connect(m_presenter, &RetreatmentPresenter::saving, this, [this] {
        if (auto* form = openedForm()) form->setBusy(true);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saving, .at = {}});
    });
    connect(m_presenter, &RetreatmentPresenter::failed, this, [this](const base::Error& error) {
        if (auto* form = openedForm()) form->showFailure(error);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Unsaved, .at = {}});
    });
    connect(m_presenter, &RetreatmentPresenter::saved, this, &RetreatmentPage::settleSaved);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        using services::ChangeKind;
        if (change.kind == ChangeKind::Account || change.kind == ChangeKind::DrugBook) return;
        if (isVisible()) m_presenter->refresh();
    });
}

} // namespace chairside::ui
