#include "ui/settings/emergency_access_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <iterator>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/own_sign_in_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

void EmergencyAccessModel::setRows(std::vector<services::EmergencyAccessRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const services::EmergencyAccessRow* EmergencyAccessModel::rowAt(int row) const {
    return row < 0 || row >= std::ssize(m_rows) ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

int EmergencyAccessModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EmergencyAccessModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EmergencyAccessModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const auto& row = *rowAt(index.row());
    const auto& access = row.access;
    switch (index.column()) {
    case Started:
        return dateTimeText(access.startedAt);
    case Person:
        return toQt(row.person);
    case Reason:
        return toQt(access.reason);
    case Until:
        return row.open ? tr("until %1").arg(timeText(access.endsAt))
                        : dateTimeText(access.endedAt.value_or(access.endsAt));
    case Review:
        if (access.review)
            return tr("%1, %2: %3")
                .arg(toQt(row.reviewer), dateText(access.review->at.localDate()), toQt(access.review->remark));
        return row.open ? tr("open") : tr("▲ not looked at yet");
    default:
        return {};
    }
}

QVariant EmergencyAccessModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Started:
        return tr("Begun");
    case Person:
        return tr("Who");
    case Reason:
        return tr("Reason");
    case Until:
        return tr("Ended");
    case Review:
        return tr("Looked at by");
    default:
        return {};
    }
}

EmergencyAccessPanel::EmergencyAccessPanel(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_model(new EmergencyAccessModel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    layout->addWidget(makeList(), 3);
    const bool sees = m_bench.actor() && domain::allowed(m_bench.actor()->roles, domain::Permission::ViewPatients);
    if (m_bench.may(domain::Permission::UseEmergencyAccess) && !sees) layout->addWidget(makeUse(), 2, Qt::AlignTop);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (change.kind == services::ChangeKind::Account && isVisible()) refresh();
    });
    connect(&m_bench, &Workbench::emergencyChanged, this, &EmergencyAccessPanel::showOwn);
}

Card* EmergencyAccessPanel::makeList() {
    auto* card = new Card(tr("Emergency access to patients"), this);
    m_table = new TableView(tr("Emergency access to patients"), card);
    m_table->setObjectName(u"emergency_table"_s);
    m_table->setModel(m_model);
    m_table->setWrappingColumns({EmergencyAccessModel::Reason, EmergencyAccessModel::Review});
    m_table->setEmptyText(tr("Nobody has used emergency access."));
    card->body()->addWidget(m_table, 1);
    m_reviewForm = new FormBuilder(card);
    m_remark = m_reviewForm->row(
        tr("What &you found"), new QLineEdit,
        {.name = u"remark"_s, .help = tr("The records that were opened stand in the audit trail of that time.")});
    card->body()->addWidget(m_reviewForm);
    m_review = makeButton(tr("I have looked at thi&s"), ButtonKind::Secondary, u"emergency_review"_s, card);
    card->body()->addWidget(m_review, 0, Qt::AlignLeft);
    connect(m_review, &QPushButton::clicked, this, &EmergencyAccessPanel::review);
    connect(m_table, &TableView::currentRowChanged, this, &EmergencyAccessPanel::updateButtons);
    return card;
}

Card* EmergencyAccessPanel::makeUse() {
    auto* card = new Card(tr("In an emergency"), this);
    m_own = new TextLabel({}, TextRole::Body, card);
    m_own->setObjectName(u"emergency_own"_s);
    m_own->setWordWrap(true);
    card->body()->addWidget(m_own);
    m_form = new FormBuilder(card);
    m_reason = m_form->row(tr("&Reason"), new QLineEdit, {.name = u"reason"_s});
    m_password = m_form->row(tr("Your pass&word"), new QLineEdit, {.name = u"emergency_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    card->body()->addWidget(m_form);
    auto* buttons = new QHBoxLayout;
    m_begin = makeButton(tr("Be&gin emergency access"), ButtonKind::Danger, u"emergency_begin"_s, card);
    m_end = makeButton(tr("&End it now"), ButtonKind::Secondary, u"emergency_end"_s, card);
    buttons->addWidget(m_begin);
    buttons->addWidget(m_end);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    connect(m_begin, &QPushButton::clicked, this, &EmergencyAccessPanel::begin);
    connect(m_end, &QPushButton::clicked, this, &EmergencyAccessPanel::end);
    showOwn();
    return card;
}

QWidget* EmergencyAccessPanel::firstFocus() const {
    return m_form != nullptr ? static_cast<QWidget*>(m_reason) : m_table;
}

void EmergencyAccessPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.emergencyAccess.list(actor); },
        [this](const base::Result<std::vector<services::EmergencyAccessRow>>& rows) {
            if (!rows) return;
            m_model->setRows(*rows);
            if (!rows->empty()) m_table->selectFirstRow();
            updateButtons();
        });
    showOwn();
}

void EmergencyAccessPanel::showOwn() {
    if (m_form == nullptr) return;
    const bool open = m_bench.isInEmergency();
    m_own->setText(open ? tr("You may read the records of patients until %1. Every record you open stands in the audit "
                             "trail as opened in an emergency.")
                              .arg(timeText(*m_bench.actor()->emergencyUntil))
                        : tr("Your roles show you no patients. If somebody is in danger and no clinician can sign in, "
                             "you may read their record for a while; another person looks at it afterwards."));
    m_form->setVisible(!open);
    m_begin->setVisible(!open);
    m_end->setVisible(open);
}

void EmergencyAccessPanel::updateButtons() {
    const auto* row = m_model->rowAt(m_table->currentRow());
    const bool can = row != nullptr && !row->open && !row->mine && !row->access.review;
    m_review->setEnabled(can);
    m_reviewForm->setReadOnly(!can);
}

void EmergencyAccessPanel::begin() {
    m_form->clearProblems();
    if (!m_form->filled({m_reason->objectName(), m_password->objectName()})) return;
    m_bench.askAs(
        this,
        [reason = toStd(m_reason->text()), password = toStd(m_password->text())](services::Services& all,
                                                                                 const services::Actor& actor) {
            return all.emergencyAccess.begin(actor, reason, password);
        },
        [this](const base::Result<domain::EmergencyAccess>& access) {
            if (!access && access.error().code == base::Code::SignInFailed)
                return m_form->problem(u"emergency_password"_s, passwordFailure(access.error()));
            if (!access) return m_form->failure(access.error());
            m_reason->clear();
            m_password->clear();
            m_bench.setEmergency(access->endsAt);
            Q_EMIT status(tr("You may read patients until %1.").arg(timeText(access->endsAt)));
            m_end->setFocus(Qt::OtherFocusReason);
        });
}

void EmergencyAccessPanel::end() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.emergencyAccess.end(actor); },
        [this](const base::Done& done) {
            if (!done) return m_form->failure(done.error());
            m_bench.setEmergency(std::nullopt);
            Q_EMIT status(tr("The emergency access has ended."));
            m_reason->setFocus(Qt::OtherFocusReason);
        });
}

void EmergencyAccessPanel::review() {
    const auto* row = m_model->rowAt(m_table->currentRow());
    if (row == nullptr) return;
    m_reviewForm->clearProblems();
    m_bench.askAs(
        this,
        [id = row->access.id, remark = toStd(m_remark->text())](services::Services& all, const services::Actor& actor) {
            return all.emergencyAccess.review(actor, id, remark);
        },
        [this](const base::Done& done) {
            if (!done) return m_reviewForm->failure(done.error());
            m_remark->clear();
            Q_EMIT status(tr("The review is recorded."));
            refresh();
        });
}

} // namespace chairside::ui
