// How the page of outcomes is put together.
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/outcomes/outcome_panel.h"
#include "ui/outcomes/outcomes_page.h"
#include "ui/outcomes/outcomes_presenter.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFilterWidth = 620;
constexpr int kVersionLetters = 12;
constexpr int kYearBefore = 364;    // with today a year
constexpr int kDecadeBefore = 3652; // ten years

} // namespace

OutcomesPage::OutcomesPage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_presenter(new OutcomesPresenter(bench, this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, scaled(space::kRelated), margin, scaled(space::kRelated));
    layout->setSpacing(scaled(space::kRelated));
    layout->addWidget(makeHeading());
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"outcomes_strip"_s);
    layout->addWidget(m_strip);
    layout->addWidget(makeFilter());
    layout->addWidget(makeTabs(), 1);
    connectPresenter();
}

QWidget* OutcomesPage::makeHeading() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle, row));
    m_responders = new TextLabel({}, TextRole::Strong, row);
    m_responders->setObjectName(u"outcomes_responders"_s);
    m_responders->setWordWrap(true);
    layout->addWidget(m_responders, 1);
    m_tables = makeButton(tr("&Tables"), ButtonKind::Secondary, u"outcomes_tables"_s, row);
    m_tables->setCheckable(true);
    m_tables->setToolTip(tr("Alt+T"));
    m_save = makeButton(tr("E&xport…"), ButtonKind::Secondary, u"outcomes_save"_s, row);
    m_save->setToolTip(tr("Ctrl+S"));
    layout->addWidget(m_tables);
    layout->addWidget(m_save);
    connect(m_tables, &QPushButton::toggled, this, &OutcomesPage::showTables);
    connect(m_save, &QPushButton::clicked, this, &OutcomesPage::chooseFile);
    return row;
}

QWidget* OutcomesPage::makeFilter() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_form = new FormBuilder(row, 3);
    m_from = m_form->row(tr("Fro&m"), new DateEdit(m_bench.clock(), DateExpected::Past), {.name = u"from"_s});
    m_to = m_form->row(tr("&Until"), new DateEdit(m_bench.clock(), DateExpected::Past), {.name = u"to"_s});
    m_version = m_form->row(tr("Protoc&ol"), new QComboBox, {.name = u"version"_s});
    m_version->addItem(tr("All versions"));
    m_version->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_version->setMinimumContentsLength(kVersionLetters);
    m_form->setMaximumWidth(scaled(kFilterWidth));
    layout->addWidget(m_form, 2);
    for (const auto& [text, name, days] : {std::tuple{tr("Last &year"), u"outcomes_year"_s, kYearBefore},
                                           std::tuple{tr("Ten years"), u"outcomes_decade"_s, kDecadeBefore}}) {
        auto* button = makeButton(text, ButtonKind::Secondary, name, row);
        // Beside the fields, which have a label above them.
        auto* column = new QVBoxLayout;
        column->addSpacing(QFontMetrics(uiFont(TypeSize::Label)).height() + scaled(space::kLabel));
        column->addWidget(button);
        column->addStretch(1);
        layout->addLayout(column);
        connect(button, &QPushButton::clicked, this, [this, before = days] { showPeriod(before); });
    }
    auto* words = new QVBoxLayout;
    m_counts = new TextLabel({}, TextRole::Body, row);
    m_counts->setObjectName(u"outcomes_counts"_s);
    m_counts->setWordWrap(true);
    m_definition = new TextLabel({}, TextRole::Hint, row);
    m_definition->setObjectName(u"outcomes_definition"_s);
    m_definition->setWordWrap(true);
    words->addWidget(m_counts);
    words->addWidget(m_definition);
    layout->addSpacing(scaled(space::kRelated));
    layout->addLayout(words, 3);
    connect(m_from, &QLineEdit::returnPressed, this, &OutcomesPage::readPeriod);
    connect(m_to, &QLineEdit::returnPressed, this, &OutcomesPage::readPeriod);
    connect(m_version, &QComboBox::activated, this, &OutcomesPage::readPeriod);
    return row;
}

OutcomePanel* OutcomesPage::addPanel(const QString& name, const QString& tab, const QString& accessibleName,
                                     bool chart) {
    const auto kind = chart ? OutcomePanel::Kind::Chart : OutcomePanel::Kind::TableOnly;
    auto* panel = new OutcomePanel(name, accessibleName, kind, m_tabs);
    m_tabs->addTab(panel, tab);
    m_panels.push_back(panel);
    return panel;
}

QWidget* OutcomesPage::makeTabs() {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"outcomes_tabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the outcomes"));
    m_tabs->setDocumentMode(true);
    m_response = addPanel(u"response"_s, tr("&Response"), tr("Change of pain of every judged course"), true);
    m_lanes = addPanel(u"courses"_s, tr("&Courses"), tr("Every started course through time"), true);
    m_infusions = addPanel(u"infusions"_s, tr("By &infusion"), tr("Pain by infusion number"), true);
    m_gain = addPanel(u"gain"_s, tr("&Gain kept"), tr("Time to re-treatment or relapse"), true);
    m_adverse = addPanel(u"adverse"_s, tr("&Adverse events"), tr("Adverse events by grade"), false);
    m_unjudged = addPanel(u"not_judged"_s, tr("Not &judged"), tr("Courses that cannot be judged"), false);
    connect(m_response, &OutcomePanel::activated, this, &OutcomesPage::openJudged);
    connect(m_lanes, &OutcomePanel::activated, this, &OutcomesPage::openLane);
    connect(m_unjudged, &OutcomePanel::activated, this, &OutcomesPage::openUnjudged);
    return m_tabs;
}

} // namespace chairside::ui
