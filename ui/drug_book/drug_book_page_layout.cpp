// How the page is put together; what it does is in drug_book_page.cpp.
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/drug_book/correction_form.h"
#include "ui/drug_book/drug_book_model.h"
#include "ui/drug_book/drug_book_page.h"
#include "ui/reports/page_preview.h"
#include "ui/reports/paper_choice.h"
#include "ui/retreatment/group_delegate.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastBookRows = 4;

} // namespace

DrugBookPage::DrugBookPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new DrugBookPresenter(bench, this)),
      m_model(new DrugBookModel(this)),
      m_printers(std::make_unique<PrinterDialog>()) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kRelated));
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"drug_book_message"_s);
    m_layers = new QStackedWidget(this);
    layout->addWidget(makeHeading());
    layout->addWidget(m_strip);
    layout->addWidget(m_layers, 1);
    m_list = makeList();
    m_paper = makePaper();
    m_layers->addWidget(m_list);
    m_layers->addWidget(m_paper);
    connectPresenter();
    connectCorrection();
    connectPaper();
    refreshActions();
}

QWidget* DrugBookPage::makeHeading() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_period = new TextLabel({}, TextRole::Strong, row);
    m_period->setObjectName(u"drug_book_period"_s);
    m_summary = new TextLabel({}, TextRole::Body, row);
    m_summary->setObjectName(u"drug_book_summary"_s);
    m_show = makeButton(tr("Previe&w"), ButtonKind::Secondary, u"show_paper"_s, row);
    m_show->setToolTip(tr("Ctrl+P"));
    m_save = makeButton(tr("Save as PD&F"), ButtonKind::Secondary, u"save_pdf"_s, row);
    m_save->setToolTip(tr("Ctrl+S"));
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle, row));
    layout->addSpacing(scaled(space::kGroup));
    layout->addWidget(m_period);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_save);
    connect(m_show, &QPushButton::clicked, this, [this] { perform(Command::Print); });
    connect(m_save, &QPushButton::clicked, this, &DrugBookPage::chooseFile);
    return row;
}

QWidget* DrugBookPage::makeChoice() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_form = new FormBuilder(row, 2);
    m_day = m_form->row(tr("&Day"), new DateEdit(m_bench.clock(), DateExpected::Past), {.name = u"day"_s});
    m_lot = m_form->row(tr("&Lot"), new QLineEdit, {.name = u"lot"_s});
    m_form->setMaximumWidth(scaled(420));
    layout->addWidget(m_form, 2);
    const auto add = [&](const QString& text, const QString& name, auto act) {
        auto* button = makeButton(text, ButtonKind::Secondary, name, row);
        layout->addWidget(button, 0, Qt::AlignBottom);
        connect(button, &QPushButton::clicked, this, act);
    };
    add(tr("Day &before"), u"day_before"_s, [this] { turnDay(-1); });
    add(tr("Ne&xt day"), u"day_after"_s, [this] { turnDay(1); });
    add(tr("Toda&y"), u"day_today"_s, [this] { showDay(m_bench.now().localDate()); });
    add(tr("All differe&nces"), u"differences"_s, [this] { showDifferences(); });
    layout->addStretch(1);
    connect(m_day, &QLineEdit::returnPressed, this, &DrugBookPage::readDay);
    connect(m_lot, &QLineEdit::returnPressed, this, &DrugBookPage::readLot);
    return row;
}

QWidget* DrugBookPage::makeList() {
    auto* list = new QWidget(this);
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    layout->addWidget(makeChoice());
    m_stack = new QStackedWidget(list);
    m_table = new TableView(tr("Controlled-drug book"), m_stack);
    m_table->setObjectName(u"drug_book_table"_s);
    m_table->setLeastRows(kLeastBookRows);
    m_table->setItemDelegate(new GroupDelegate(DrugBookModel::kHeadingRole, m_table));
    m_table->setModel(m_model);
    m_table->setWrappingColumn(DrugBookModel::Reason);
    m_nothing = new EmptyState({}, {}, u"drug_book_nothing"_s, m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    layout->addWidget(m_stack, 1);
    auto* actions = new QHBoxLayout;
    m_correct = makeButton(tr("&Correct this vial…"), ButtonKind::Secondary, u"correct_vial"_s, list);
    actions->addWidget(m_correct);
    actions->addWidget(
        new TextLabel(tr("A line is never changed; a correction is a new line with a reason and a witness."),
                      TextRole::Hint, list),
        1);
    layout->addLayout(actions);
    m_correction = new CorrectionForm(list);
    m_correction->hide();
    layout->addWidget(m_correction);
    return list;
}

QWidget* DrugBookPage::makePaper() {
    auto* paper = new QWidget(this);
    auto* layout = new QVBoxLayout(paper);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_pageOf = new TextLabel({}, TextRole::Body, paper);
    m_pageOf->setObjectName(u"page_of"_s);
    auto* keys = new TextLabel(tr("PgUp and PgDn turn the pages, + and - change the size. Ctrl+P prints, Ctrl+S saves "
                                  "a PDF file, Esc goes back to the list."),
                               TextRole::Hint, paper);
    auto* row = new QHBoxLayout;
    row->addWidget(m_pageOf);
    row->addSpacing(scaled(space::kGroup));
    row->addWidget(keys, 1);
    row->addWidget(new TextLabel(tr("Paper"), TextRole::Label, paper));
    m_paperSize = makePaperChoice(paper);
    row->addWidget(m_paperSize);
    layout->addLayout(row);
    m_area = new QScrollArea(paper);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setBackgroundRole(QPalette::Window);
    m_preview = new PagePreview(m_area);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setSubject(tr("Controlled-drug book"), tr("What is on it can be read in the list."));
    m_area->setWidget(m_preview);
    layout->addWidget(m_area, 1);
    return paper;
}

} // namespace chairside::ui
