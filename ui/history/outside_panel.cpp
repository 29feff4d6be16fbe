#include "ui/history/outside_panel.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_rows_model.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostRowsAtOnce = 5;

struct OutsideText {
    Q_DECLARE_TR_FUNCTIONS(OutsidePanel)
};

// Units of UCUM as they are read; a score has none.
QString unitText(const std::string& ucum) {
    if (ucum == "mm[Hg]") return u"mmHg"_s;
    if (ucum == "/min") return OutsideText::tr("per min");
    return ucum.starts_with('{') ? QString() : toQt(ucum);
}

QString valueText(const services::RecordImportService::Measured& one) {
    const QString unit = unitText(one.unit);
    return unit.isEmpty() ? numberText(one.observation.value) : amountText(one.observation.value, unit);
}

QStringList rowOf(const services::RecordImportService::Measured& one) {
    return {dateTimeText(one.observation.at), toQt(one.name), valueText(one), toQt(one.observation.source),
            OutsideText::tr("%1, %2").arg(dateTimeText(one.observation.recordedAt), toQt(one.recordedBy))};
}

} // namespace

OutsidePanel::OutsidePanel(QWidget* parent)
    : Card(tr("Measured elsewhere"), parent),
      m_rows(new TextRowsModel(
          {tr("Measured"), tr("What"), tr("Value"), tr("Name in the file it came with"), tr("Taken over")}, this)) {
    setObjectName(u"measured_elsewhere"_s);
    auto* note = new TextLabel(tr("Not measured here: no score, chart or rule of this clinic counts these values."),
                               TextRole::Hint, this);
    note->setWordWrap(true);
    body()->addWidget(note);
    m_table = new TableView(tr("Measured elsewhere"), this);
    m_table->setObjectName(u"outside_table"_s);
    m_table->setModel(m_rows);
    m_table->setWrappingColumns({1, 3, 4});
    body()->addWidget(m_table);
    hide();
}

void OutsidePanel::show(const std::vector<services::RecordImportService::Measured>& measured) {
    std::vector<QStringList> rows;
    std::ranges::transform(measured, std::back_inserter(rows), rowOf);
    m_rows->setRows(std::move(rows));
    m_table->setLeastRows(std::clamp(m_rows->rowCount(), 1, kMostRowsAtOnce));
    setVisible(!measured.empty());
}

} // namespace chairside::ui
