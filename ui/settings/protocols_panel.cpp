#include "ui/settings/protocols_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStringList>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/protocol_bench.h"
#include "ui/settings/protocol_changes_model.h"
#include "ui/settings/protocol_number_form.h"
#include "ui/settings/protocol_numbers_model.h"
#include "ui/settings/protocol_retire_form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kListWidth = 390;
constexpr int kLeastListHeight = 100; // two versions

TextLabel* wrapping(TextRole role, QWidget* parent) {
    auto* label = new TextLabel({}, role, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProtocolsPanel::ProtocolsPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    auto* left = new QVBoxLayout;
    left->setSpacing(scaled(space::kGroup));
    left->addWidget(buildList(), 1);
    left->addWidget(buildRemarks());
    layout->addLayout(left);
    layout->addWidget(buildReader(), 1);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (change.kind == services::ChangeKind::Protocol) refresh();
    });
}

QWidget* ProtocolsPanel::buildList() {
    auto* card = new Card(tr("Protocols"), this);
    card->setFixedWidth(scaled(kListWidth));
    m_list = new QListWidget(card);
    m_list->setObjectName(QStringLiteral("protocol_list"));
    m_list->setAccessibleName(tr("Protocol versions and templates"));
    m_list->setWordWrap(true);
    // The remarks below stand in full; the list takes what is left and scrolls.
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_list->setMinimumHeight(scaled(kLeastListHeight));
    m_list->setSpacing(scaled(space::kLabel) / 2);
    card->body()->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProtocolsPanel::showChosen);
    return card;
}

QWidget* ProtocolsPanel::buildRemarks() {
    m_remarksCard = new Card(tr("Before it is signed"), this);
    m_remarksCard->setFixedWidth(scaled(kListWidth));
    m_remarks = wrapping(TextRole::Hint, m_remarksCard);
    m_remarksCard->body()->addWidget(m_remarks);
    return m_remarksCard;
}

QWidget* ProtocolsPanel::buildReader() {
    auto* card = new Card(tr("What it says"), this);
    m_name = wrapping(TextRole::Strong, card);
    m_summary = wrapping(TextRole::Body, card);
    for (auto* label : {m_name, m_summary})
        card->body()->addWidget(label);
    m_views = new QTabWidget(card);
    m_views->setObjectName(QStringLiteral("protocol_views"));
    m_views->setAccessibleName(tr("Views of the version"));
    m_views->addTab(buildNumbers(), tr("&Numbers and questions"));
    m_views->addTab(buildChanges(), tr("What &changed"));
    m_testBench = new ProtocolBench(m_views);
    m_views->addTab(m_testBench, tr("T&est bench"));
    card->body()->addWidget(m_views, 1);
    m_take = makeButton(tr("&Take over as a draft"), ButtonKind::Primary, QStringLiteral("take_over_template"), card);
    card->body()->addWidget(m_take, 0, Qt::AlignLeft);
    card->body()->addWidget(buildSignature());
    m_retirement = new ProtocolRetireForm(m_bench, card);
    m_retirement->setVersion(std::nullopt);
    connect(m_retirement, &ProtocolRetireForm::status, this, &ProtocolsPanel::status);
    card->body()->addWidget(m_retirement);
    connect(m_take, &QPushButton::clicked, this, &ProtocolsPanel::takeOver);
    return card;
}

QWidget* ProtocolsPanel::buildNumbers() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_numbers = new ProtocolNumbersModel(this);
    m_table = new TableView(tr("Questions and numbers of the protocol"), page);
    m_table->setObjectName(QStringLiteral("protocol_numbers"));
    m_table->setModel(m_numbers);
    using Column = ProtocolNumbersModel::Column;
    m_table->setWrappingColumns({static_cast<int>(Column::Group), static_cast<int>(Column::Name),
                                 static_cast<int>(Column::Value), static_cast<int>(Column::Why)});
    m_numberForm = new ProtocolNumberForm(m_bench, page);
    connect(m_table, &TableView::currentRowChanged, this, &ProtocolsPanel::showNumber);
    connect(m_numberForm, &ProtocolNumberForm::status, this, &ProtocolsPanel::status);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_numberForm);
    return page;
}

QWidget* ProtocolsPanel::buildSignature() {
    m_signature = new QWidget(this);
    auto* row = new QHBoxLayout(m_signature);
    row->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(m_signature);
    m_password = m_form->row(tr("Your pass&word signs every number and question above"), new QLineEdit,
                             {.name = QStringLiteral("password")});
    m_password->setEchoMode(QLineEdit::Password);
    row->addWidget(m_form, 1);
    auto* button =
        makeButton(tr("&Sign this version"), ButtonKind::Primary, QStringLiteral("sign_protocol"), m_signature);
    row->addWidget(button, 0, Qt::AlignBottom);
    connect(button, &QPushButton::clicked, this, &ProtocolsPanel::sign);
    connect(m_password, &QLineEdit::returnPressed, this, &ProtocolsPanel::sign);
    return m_signature;
}

QWidget* ProtocolsPanel::buildChanges() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    auto* top = new QHBoxLayout;
    auto* label = new TextLabel(tr("Compared wit&h"), TextRole::Label, page);
    m_other = new QComboBox(page);
    m_other->setObjectName(QStringLiteral("compared_with"));
    m_other->setAccessibleName(tr("Compared with"));
    label->setBuddy(m_other);
    m_changesLine = wrapping(TextRole::Body, page);
    m_changesLine->setObjectName(QStringLiteral("changes_line"));
    top->addWidget(label);
    top->addWidget(m_other);
    top->addWidget(m_changesLine, 1);
    layout->addLayout(top);
    m_changes = new ProtocolChangesModel(this);
    auto* table = new TableView(tr("What changed between the two versions"), page);
    table->setObjectName(QStringLiteral("protocol_changes"));
    table->setModel(m_changes);
    using Column = ProtocolChangesModel::Column;
    table->setWrappingColumns({static_cast<int>(Column::Group), static_cast<int>(Column::Name),
                               static_cast<int>(Column::Before), static_cast<int>(Column::After)});
    layout->addWidget(table, 1);
    connect(m_other, &QComboBox::currentIndexChanged, this, &ProtocolsPanel::compare);
    return page;
}

std::optional<domain::ProtocolVersion> ProtocolsPanel::contentAt(std::size_t row) const {
    if (row < m_versions.size()) return m_versions[row];
    if (row - m_versions.size() >= m_templates.size()) return std::nullopt;
    const auto& from = m_templates[row - m_versions.size()];
    domain::ProtocolVersion content{.id = domain::ProtocolVersionId(base::Uuid(base::Uuid::Bytes{})),
                                    .protocol = domain::ProtocolId(base::Uuid(base::Uuid::Bytes{}))};
    content.name = from.name;
    content.drug = from.drug;
    content.summary = from.summary;
    content.remarks = from.remarks;
    content.rules = from.rules;
    content.whys = from.whys;
    content.items = from.items;
    content.emergency = from.emergency;
    content.screening = from.screening;
    return content;
}

QString ProtocolsPanel::titleAt(std::size_t row) const {
    if (row < m_versions.size()) {
        return tr("%1, version %2").arg(toQt(m_versions[row].name)).arg(m_versions[row].version);
    }
    return tr("%1, template").arg(toQt(m_templates[row - m_versions.size()].name));
}

void ProtocolsPanel::fillComparisons() {
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    const auto chosen = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    const auto now = contentAt(chosen);
    int best = 0;
    for (std::size_t row = 0; row < m_versions.size() + m_templates.size(); ++row) {
        if (row == chosen) continue;
        m_other->addItem(titleAt(row), QVariant::fromValue(static_cast<int>(row)));
    }
    // The version before it comes to mind first; versions are listed newest first.
    for (int at = m_other->count() - 1; now && at >= 0; --at) {
        const auto row = static_cast<std::size_t>(m_other->itemData(at).toInt());
        const auto other = contentAt(row);
        const bool earlier = row < m_versions.size() && chosen < m_versions.size() &&
                             other->protocol == now->protocol && other->version < now->version;
        const bool sameName = best == 0 && other->name == now->name;
        if (earlier || sameName) best = at;
    }
    m_other->setCurrentIndex(best);
}

void ProtocolsPanel::compare() {
    const auto now = contentAt(static_cast<std::size_t>(std::max(0, m_list->currentRow())));
    const auto before = m_other->currentIndex() < 0
                            ? std::nullopt
                            : contentAt(static_cast<std::size_t>(m_other->currentData().toInt()));
    if (!now || !before) {
        m_changes->clear();
        m_changesLine->setText(tr("There is nothing else to compare it with."));
        return;
    }
    m_changes->compare(*before, *now);
    const int differences = m_changes->rowCount();
    const QString counted = differences == 1 ? tr("1 difference") : tr("%n differences", nullptr, differences);
    m_changesLine->setText(differences == 0 ? tr("Nothing differs: every number, question and text is the same.")
                                            : counted);
}

QWidget* ProtocolsPanel::firstFocus() const {
    return m_list;
}

void ProtocolsPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.protocols.templates(actor); },
        [this](const base::Result<std::vector<domain::ProtocolTemplate>>& templates) {
            if (templates) m_templates = *templates;
        });
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.protocols.versions(actor); },
        [this](const base::Result<std::vector<domain::ProtocolVersion>>& versions) {
            if (versions) m_versions = *versions;
            fillList();
        });
}

void ProtocolsPanel::fillList() {
    const int before = m_list->currentRow();
    m_list->clear();
    for (const auto& version : m_versions) {
        m_list->addItem(tr("%1, version %2\n%3")
                            .arg(toQt(version.name))
                            .arg(version.version)
                            .arg(protocolStateText(version.state)));
    }
    for (const auto& shipped : m_templates)
        m_list->addItem(tr("%1\ntemplate, not in force").arg(toQt(shipped.name)));
    m_list->setCurrentRow(before >= 0 && before < m_list->count() ? before : 0);
}

const domain::ProtocolVersion* ProtocolsPanel::chosenIn(domain::ProtocolState state) const {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    return row < m_versions.size() && m_versions[row].state == state ? &m_versions[row] : nullptr;
}

void ProtocolsPanel::showNumber() {
    const auto* draft = chosenIn(domain::ProtocolState::Draft);
    m_numberForm->setVisible(draft != nullptr && m_bench.may(domain::Permission::DraftProtocol));
    if (draft != nullptr) m_numberForm->show(*draft, m_numbers->fieldAt(m_table->currentRow()));
}

QString ProtocolsPanel::headingOf(const domain::ProtocolVersion& version) {
    const QString title = tr("%1, version %2").arg(toQt(version.name)).arg(version.version);
    switch (version.state) {
    case domain::ProtocolState::Draft:
        return tr("%1, draft").arg(title);
    case domain::ProtocolState::Signed:
        return version.signedAt ? tr("%1, signed %2").arg(title, dateTimeText(*version.signedAt)) : title;
    case domain::ProtocolState::Retired:
        return tr("%1, retired: %2").arg(title, toQt(version.retiredReason));
    }
    return title;
}

void ProtocolsPanel::showChosen() {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    const bool isVersion = row < m_versions.size();
    const bool isTemplate = !isVersion && row - m_versions.size() < m_templates.size();
    m_form->clearProblems();
    const auto content = contentAt(row);
    m_testBench->setRules(content ? std::optional(content->rules) : std::nullopt);
    fillComparisons();
    compare();
    m_take->setVisible(isTemplate && m_bench.may(domain::Permission::DraftProtocol));
    m_signature->setVisible(chosenIn(domain::ProtocolState::Draft) != nullptr &&
                            m_bench.may(domain::Permission::SignProtocol));
    const auto* inForce = chosenIn(domain::ProtocolState::Signed);
    m_retirement->setVersion(inForce != nullptr ? std::optional(inForce->id) : std::nullopt);
    const auto* number = m_numbers->fieldAt(m_table->currentRow());
    const auto fill = [this](const auto& source, const QString& heading) {
        QStringList remarks;
        for (const auto& remark : source.remarks)
            remarks << QStringLiteral("• ") + toQt(remark);
        m_name->setText(heading);
        m_summary->setText(toQt(source.summary));
        m_remarks->setText(remarks.join(u'\n'));
        m_remarksCard->setVisible(!remarks.isEmpty());
        m_numbers->setContent(source.rules, source.whys, source.items, source.emergency, source.screening);
    };
    if (isVersion) {
        fill(m_versions[row], headingOf(m_versions[row]));
    } else if (isTemplate) {
        const auto& shipped = m_templates[row - m_versions.size()];
        fill(shipped, tr("%1, template").arg(toQt(shipped.name)));
    } else {
        m_numbers->clear();
    }
    // The number that is being worked on stays the chosen one.
    if (const int at = m_numbers->rowOf(number); at >= 0) m_table->selectRow(at);
    showNumber();
}

void ProtocolsPanel::takeOver() {
    const auto row = static_cast<std::size_t>(m_list->currentRow()) - m_versions.size();
    if (row >= m_templates.size()) return;
    m_bench.askAs(
        this,
        [key = m_templates[row].key](services::Services& all, const services::Actor& actor) {
            return all.protocols.takeOver(actor, key);
        },
        [this](const base::Result<domain::ProtocolVersionId>& made) {
            Q_EMIT status(made ? tr("The template was taken over as a draft.")
                               : tr("The template could not be taken over."));
        });
}

void ProtocolsPanel::sign() {
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    if (row >= m_versions.size()) return;
    m_form->clearProblems();
    m_bench.askAs(
        this,
        [id = m_versions[row].id, password = toStd(m_password->text())](
            services::Services& all, const services::Actor& actor) { return all.protocols.sign(actor, id, password); },
        [this](const base::Done& done) {
            m_password->clear();
            if (!done) return m_form->failure(done.error());
            Q_EMIT status(tr("The protocol is signed. Courses can be ordered under it."));
        });
}

} // namespace chairside::ui
