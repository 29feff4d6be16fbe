#include "ui/settings/titration_panel.h"

#include <QVBoxLayout>

#include "ui/charts/chart_table_model.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/review/review_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTitrationRows = 6;

ChartCell countCell(int count) {
    return {countText(count), count};
}

} // namespace

TitrationPanel::TitrationPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    auto* card = new Card(tr("What became of titration suggestions"), this);
    auto* text = new TextLabel(tr("Followed: the signed order is what was suggested. Changed: it is something else. No "
                                  "answer: the next infusion was opened without an order since the last one given."),
                               TextRole::Hint, card);
    text->setWordWrap(true);
    card->body()->addWidget(text);
    m_total = new TextLabel({}, TextRole::Strong, card);
    m_total->setObjectName(u"titration_total"_s);
    m_total->setWordWrap(true);
    card->body()->addWidget(m_total);
    m_table = new TableView(tr("Titration suggestions by rule"), card);
    m_table->setObjectName(u"titration_counts"_s);
    m_table->setLeastRows(kTitrationRows);
    m_model = new ChartTableModel(m_table);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    card->body()->addWidget(m_table, 1);
    layout->addWidget(card, 1);
}

QWidget* TitrationPanel::firstFocus() const {
    return m_table;
}

void TitrationPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.reviews.titrationCounts(actor); },
        [this](const base::Result<std::vector<domain::TitrationCount>>& answer) {
            if (!answer) return m_total->setText(describe(answer.error()));
            ChartTable table{{tr("Rule"), tr("Meaning"), tr("Followed"), tr("Changed"), tr("No answer"), tr("All")},
                             {}};
            int all = 0, followed = 0;
            for (const auto& count : *answer) {
                all += count.all();
                followed += count.followed;
                table.rows.push_back({{ruleId(count.rule), static_cast<int>(count.rule)},
                                      {ruleText(count.rule), {}},
                                      countCell(count.followed),
                                      countCell(count.changed),
                                      countCell(count.ignored),
                                      countCell(count.all())});
            }
            m_model->setTable(std::move(table));
            m_table->resizeColumnsToContents();
            m_total->setText(all == 0 ? tr("No suggestion has been answered yet.")
                                      : tr("%1 suggestions were followed.").arg(partText(followed, all)));
        });
}

} // namespace chairside::ui
