// How the panel is put together; what it does is in audit_panel.cpp.
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/audit/audit_model.h"
#include "ui/audit/audit_panel.h"
#include "ui/format/audit_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFilterFields = 5;
constexpr int kChoiceLetters = 14;
constexpr int kLeastAuditRows = 5;

QComboBox* makeChoice() {
    auto* choice = new QComboBox;
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(kChoiceLetters);
    return choice;
}

} // namespace

AuditPanel::AuditPanel(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_model(new AuditModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kRelated), 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"audit_strip"_s);
    layout->addWidget(m_strip);
    layout->addWidget(makeFilter());
    m_table = new TableView(tr("Audit trail"), this);
    m_table->setObjectName(u"audit_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumns({AuditModel::What, AuditModel::Detail});
    m_table->setLeastRows(kLeastAuditRows);
    m_table->setEmptyText(tr("No entries for this filter."));
    layout->addWidget(m_table, 1);
    m_details = new TextLabel({}, TextRole::Hint, this);
    m_details->setObjectName(u"audit_details"_s);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_details);
    layout->addWidget(makeActions());
    connectActions();
}

QWidget* AuditPanel::makeFilter() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_form = new FormBuilder(row, kFilterFields);
    m_person = m_form->row(tr("Pe&rson"), makeChoice(), {.name = u"person"_s});
    m_person->addItem(tr("Everybody"), QString());
    m_patient = m_form->row(tr("Pati&ent number"), new QLineEdit, {.name = u"patient"_s});
    m_action = m_form->row(tr("A&ction"), makeChoice(), {.name = u"action"_s});
    m_action->addItem(tr("Every action"), -1);
    for (const auto& [action, key] : services::kAuditActionKeys)
        m_action->addItem(actionWords(action), static_cast<int>(action));
    m_from = m_form->row(tr("Fro&m"), new DateEdit(m_bench.clock(), DateExpected::Past), {.name = u"from"_s});
    m_to = m_form->row(tr("&Until"), new DateEdit(m_bench.clock(), DateExpected::Past), {.name = u"to"_s});
    layout->addWidget(m_form, 1);
    m_show = makeButton(tr("Sho&w"), ButtonKind::Primary, u"audit_show"_s, row);
    layout->addWidget(m_show, 0, Qt::AlignBottom);
    return row;
}

QWidget* AuditPanel::makeActions() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_count = new TextLabel({}, TextRole::Body, row);
    m_count->setObjectName(u"audit_count"_s);
    m_older = makeButton(tr("&Older entries"), ButtonKind::Secondary, u"audit_older"_s, row);
    m_older->setEnabled(false);
    m_save = makeButton(tr("Sa&ve as CSV…"), ButtonKind::Secondary, u"audit_save"_s, row);
    m_disclosures = makeButton(tr("&Disclosures of the patient…"), ButtonKind::Secondary, u"audit_disclosures"_s, row);
    m_disclosures->setToolTip(tr("Every document and export about the patient of the last six years, as CSV"));
    m_verify = makeButton(tr("Veri&fy everything"), ButtonKind::Secondary, u"audit_verify"_s, row);
    layout->addWidget(m_count, 1);
    for (auto* button : {m_older, m_save, m_disclosures, m_verify})
        layout->addWidget(button);
    return row;
}

} // namespace chairside::ui
