#include "ui/settings/first_steps_panel.h"

#include <QListWidget>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStepsWidth = 720;

} // namespace

FirstStepsPanel::FirstStepsPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    auto* card = new Card(tr("5 things to finish before the first patient"), this);
    card->setMaximumWidth(scaled(kStepsWidth));
    auto* text = new TextLabel(tr("Enter goes to the section of a line. The list goes away when everything is done."),
                               TextRole::Hint, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    m_list = new QListWidget(card);
    m_list->setObjectName(u"first_steps"_s);
    m_list->setAccessibleName(tr("Things to finish before the first patient"));
    m_list->setWordWrap(true);
    m_list->setSpacing(scaled(space::kLabel) / 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    card->body()->addWidget(m_list);
    layout->addWidget(card);
    layout->addStretch(1);
    connect(m_list, &QListWidget::itemActivated, this, &FirstStepsPanel::choose);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        using enum services::ChangeKind;
        const bool first = change.kind == Patient && m_list->isVisible();
        if (change.kind == Clinic || change.kind == Account || change.kind == Protocol || first) refresh();
    });
}

QWidget* FirstStepsPanel::firstFocus() const {
    return m_list;
}

void FirstStepsPanel::refresh() {
    m_bench.askAs(
        this,
        [](services::Services& all, const services::Actor& actor) { return all.readiness.beforeFirstPatient(actor); },
        [this](const base::Result<services::Readiness>& readiness) {
            if (!readiness) return;
            show(*readiness);
            Q_EMIT read(*readiness);
        });
}

void FirstStepsPanel::show(const services::Readiness& readiness) {
    const auto words = [](services::ReadinessPoint point) -> QString {
        switch (point) {
        case services::ReadinessPoint::ClinicAddress:
            return tr("Name and address of the clinic: they stand on every document.");
        case services::ReadinessPoint::Chairs:
            return tr("Chairs: name those at which infusions are given.");
        case services::ReadinessPoint::Protocol:
            return tr("Protocol: a physician signs one, and it is in force.");
        case services::ReadinessPoint::SecondPerson:
            return tr("Second person: two accounts, so that somebody else checks the dose.");
        case services::ReadinessPoint::BackupPlace:
            return tr("Place for backups: a folder on another disk than the data.");
        }
        return {};
    };
    const bool same = readiness.lines == m_lines && m_list->count() > 0;
    if (same) return;
    const int row = std::max(0, m_list->currentRow());
    m_lines = readiness.lines;
    m_list->clear();
    int firstOpen = -1;
    for (const auto& line : m_lines) {
        if (!line.done && firstOpen < 0) firstOpen = m_list->count();
        m_list->addItem(line.done ? tr("✔ done   %1").arg(words(line.point))
                                  : tr("▲ to do   %1").arg(words(line.point)));
    }
    // All five in sight.
    int height = 2 * m_list->frameWidth() + m_list->spacing();
    for (int at = 0; at < m_list->count(); ++at)
        height += m_list->sizeHintForRow(at) + 2 * m_list->spacing();
    m_list->setFixedHeight(height);
    const bool wasOpen = row < m_list->count() && !m_lines[static_cast<std::size_t>(row)].done;
    m_list->setCurrentRow(wasOpen ? row : std::max(0, firstOpen));
}

void FirstStepsPanel::choose() {
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    if (row < m_lines.size()) Q_EMIT chosen(m_lines[row].point);
}

} // namespace chairside::ui
