#include "ui/settings/protocols_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStringList>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/following_scroll.h"
#include "ui/settings/protocol_bench.h"
#include "ui/settings/protocol_changes_model.h"
#include "ui/settings/protocol_number_form.h"
#include "ui/settings/protocol_numbers_model.h"
#include "ui/settings/protocol_retire_form.h"
#include "ui/settings/protocol_sign_form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kListWidth = 390;
constexpr int kLeastListHeight = 100; // two versions
constexpr int kLeastNumbers = 2;

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
    m_signatures = wrapping(TextRole::Hint, card);
    m_signatures->setObjectName(QStringLiteral("protocol_signatures"));
    m_summary = wrapping(TextRole::Body, card);
    for (auto* label : {m_name, m_signatures, m_summary})
        card->body()->addWidget(label);
    m_views = new QTabWidget(card);
    m_views->setObjectName(QStringLiteral("protocol_views"));
    m_views->setAccessibleName(tr("Views of the version"));
    m_views->addTab(buildNumbers(), tr("&Numbers and questions"));
    m_views->addTab(buildChanges(), tr("What &changed"));
    m_testBench = new ProtocolBench(m_views);
    // A small screen scrolls the bench rather than the page.
    m_views->addTab(new FollowingScroll(m_testBench, m_views), tr("T&est bench"));
    card->body()->addWidget(m_views, 1);
    m_take = makeButton(tr("&Take over as a draft"), ButtonKind::Primary, QStringLiteral("take_over_template"), card);
    m_revise =
        makeButton(tr("New dra&ft from this version"), ButtonKind::Secondary, QStringLiteral("revise_protocol"), card);
    card->addToHeading(m_revise);
    card->body()->addWidget(m_take, 0, Qt::AlignLeft);
    for (auto* button : {m_take, m_revise})
        connect(button, &QPushButton::clicked, this, &ProtocolsPanel::takeOver);
    card->body()->addWidget(buildForms());
    return card;
}

// They stand where somebody reads: under the numbers, and the signature under what changed too. What is typed stays.
QWidget* ProtocolsPanel::buildForms() {
    auto* forms = new QWidget(this);
    auto* layout = new QVBoxLayout(forms);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* ending = new QWidget(forms);
    auto* below = new QVBoxLayout(ending);
    below->setContentsMargins(0, 0, 0, 0);
    m_signature = new ProtocolSignForm(m_bench, forms);
    m_retirement = new ProtocolRetireForm(m_bench, ending);
    m_retirement->setVersion(std::nullopt);
    layout->addWidget(m_signature);
    layout->addWidget(ending);
    below->addWidget(m_retirement);
    connect(m_signature, &ProtocolSignForm::status, this, &ProtocolsPanel::status);
    connect(m_retirement, &ProtocolRetireForm::status, this, &ProtocolsPanel::status);
    connect(m_views, &QTabWidget::currentChanged, forms, [this, forms, ending](int view) {
        forms->setVisible(m_views->widget(view)->findChild<ProtocolBench*>() == nullptr);
        ending->setVisible(view == 0);
    });
    return forms;
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
    m_table->setLeastRows(kLeastNumbers);
    m_table->setWrappingColumns({static_cast<int>(Column::Group), static_cast<int>(Column::Name),
                                 static_cast<int>(Column::Value), static_cast<int>(Column::Why)});
    m_numberForm = new ProtocolNumberForm(m_bench, page);
    connect(m_table, &TableView::currentRowChanged, this, &ProtocolsPanel::showNumber);
    connect(m_numberForm, &ProtocolNumberForm::status, this, &ProtocolsPanel::status);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_numberForm);
    return page;
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
    table->setWrappingColumns(
        {static_cast<int>(Column::Name), static_cast<int>(Column::Before), static_cast<int>(Column::After)});
    layout->addWidget(table, 1);
    connect(m_other, &QComboBox::currentIndexChanged, this, &ProtocolsPanel::compare);
    return page;
}

std::optional<domain::ProtocolVersion> ProtocolsPanel::contentAt(std::size_t row) const {
    if (row < m_versions.size()) return m_versions[row].version;
    if (row - m_versions.size() >= m_templates.size()) return std::nullopt;
    return domain::contentOf(m_templates[row - m_versions.size()]);
}

QString ProtocolsPanel::titleAt(std::size_t row) const {
    if (row < m_versions.size()) {
        const auto& version = m_versions[row].version;
        return versionTitle(version.name, version.version);
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
        this, [](services::Services& all, const services::Actor& actor) { return all.protocols.onFile(actor); },
        [this](const base::Result<std::vector<services::ProtocolOnFile>>& versions) {
            if (versions) m_versions = *versions;
            fillList();
        });
}

void ProtocolsPanel::fillList() {
    const int before = m_list->currentRow();
    m_list->clear();
    for (std::size_t row = 0; row < m_versions.size(); ++row)
        m_list->addItem(tr("%1\n%2").arg(titleAt(row), protocolStandingText(m_versions[row])));
    for (const auto& shipped : m_templates)
        m_list->addItem(tr("%1\ntemplate, not in force").arg(toQt(shipped.name)));
    m_list->setCurrentRow(before >= 0 && before < m_list->count() ? before : 0);
}

const services::ProtocolOnFile* ProtocolsPanel::chosen() const {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    return row < m_versions.size() ? &m_versions[row] : nullptr;
}

void ProtocolsPanel::showNumber() {
    const auto* one = chosen();
    const bool isDraft = one != nullptr && one->standing == domain::ProtocolStanding::Draft;
    m_numberForm->setVisible(isDraft && m_bench.may(domain::Permission::DraftProtocol));
    if (isDraft) m_numberForm->show(one->version, m_numbers->fieldAt(m_table->currentRow()));
}

void ProtocolsPanel::showSignatures() {
    using enum domain::ProtocolStanding;
    const auto* one = chosen();
    const QString signatures = one != nullptr ? protocolSignaturesText(*one) : QString();
    m_signatures->setText(signatures);
    m_signatures->setVisible(!signatures.isEmpty());
    m_signature->setVersion(one != nullptr ? std::optional(*one) : std::nullopt);
    m_revise->setVisible(one != nullptr && one->standing != Draft && m_bench.may(domain::Permission::DraftProtocol));
    const bool retirable =
        one != nullptr && (one->standing == Active || one->standing == Upcoming || one->standing == AwaitsSecond);
    m_retirement->setVersion(retirable ? std::optional(one->version.id) : std::nullopt);
}

void ProtocolsPanel::showChosen() {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    const bool isVersion = row < m_versions.size();
    const bool isTemplate = !isVersion && row - m_versions.size() < m_templates.size();
    const auto content = contentAt(row);
    m_testBench->setRules(content ? std::optional(content->rules) : std::nullopt);
    fillComparisons();
    compare();
    m_take->setVisible(isTemplate && m_bench.may(domain::Permission::DraftProtocol));
    showSignatures();
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
        fill(m_versions[row].version, tr("%1, %2").arg(titleAt(row), protocolStandingText(m_versions[row])));
    } else if (isTemplate) {
        fill(m_templates[row - m_versions.size()], titleAt(row));
    } else {
        m_numbers->clear();
    }
    // The number that is being worked on stays the chosen one.
    if (const int at = m_numbers->rowOf(number); at >= 0) m_table->selectRow(at);
    showNumber();
}

void ProtocolsPanel::takeOver() {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    const auto made = [this](const base::Result<domain::ProtocolVersionId>& draft) {
        Q_EMIT status(draft ? tr("A draft is made. Nothing of it is in force before it is signed.")
                            : tr("The draft could not be made."));
    };
    if (const auto* one = chosen()) {
        return m_bench.askAs(
            this,
            [id = one->version.id](services::Services& all, const services::Actor& actor) {
                return all.protocols.revise(actor, id);
            },
            made);
    }
    if (row - m_versions.size() >= m_templates.size()) return;
    m_bench.askAs(
        this,
        [key = m_templates[row - m_versions.size()].key](services::Services& all, const services::Actor& actor) {
            return all.protocols.takeOver(actor, key);
        },
        made);
}

} // namespace chairside::ui
