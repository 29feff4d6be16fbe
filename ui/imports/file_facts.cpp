#include "ui/imports/file_facts.h"

#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/fact_list.h"
#include "ui/patients/history_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

// How many entries of each kind, in the order in which a record is read.
std::map<domain::HistoryKind, int> entriesOf(const services::RecordFile& file) {
    std::map<domain::HistoryKind, int> kinds;
    for (const auto& record : file.records) {
        for (const auto& entry : record.history)
            ++kinds[entry.details.kind];
    }
    return kinds;
}

int valuesOf(const services::RecordFile& file) {
    int values = 0;
    for (const auto& record : file.records)
        values += static_cast<int>(record.observations.size());
    return values;
}

int leftOutOf(const services::RecordFile& file) {
    int parts = 0;
    for (const auto& part : file.leftOut)
        parts += part.count;
    return parts;
}

} // namespace

FileFacts::FileFacts(QWidget* parent)
    : QWidget(parent), m_file(new FactList(tr("The file"), this)), m_parts(new FactList(tr("What it holds"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_file->setObjectName(QStringLiteral("file_facts"));
    m_parts->setObjectName(QStringLiteral("file_parts"));
    layout->addWidget(new TextLabel(tr("The file"), TextRole::Heading, this));
    layout->addWidget(m_file);
    layout->addSpacing(scaled(space::kRelated));
    layout->addWidget(new TextLabel(tr("What it holds"), TextRole::Heading, this));
    layout->addWidget(m_parts);
    layout->addSpacing(scaled(space::kRelated));
    layout->addWidget(new TextLabel(tr("What will happen"), TextRole::Heading, this));
    for (const QString& sentence :
         {tr("What is new is added to the record of its patient; a patient who is not known is registered."),
          tr("What is known stays as it is, also where the file says something else."),
          tr("Measured values stand in the history as measured elsewhere and are not counted with the scores of this "
             "clinic."),
          tr("Nothing is written before you import, and then everything that is new, or nothing.")}) {
        auto* line = new TextLabel(sentence, TextRole::Hint, this);
        line->setWordWrap(true);
        layout->addWidget(line);
    }
    layout->addStretch(1);
}

void FileFacts::show(const QString& name, const services::RecordFile& file) {
    const QString silent = tr("the file does not say");
    m_file->setLines({{tr("Name"), name},
                      {tr("Made by"), file.madeBy.empty() ? silent : toQt(file.madeBy)},
                      {tr("Made on"), file.madeAt ? dateTimeText(*file.madeAt) : silent}});
    std::vector<FactLine> parts{{tr("Patients"), countText(static_cast<std::int64_t>(file.records.size()))}};
    for (const auto& [kind, count] : entriesOf(file))
        parts.push_back({HistoryWords::kind(kind), countText(count)});
    parts.push_back({tr("Measured values"), countText(valuesOf(file))});
    parts.push_back({tr("Left out"), countText(leftOutOf(file))});
    m_parts->setLines(parts);
    QWidget::show();
}

} // namespace chairside::ui
