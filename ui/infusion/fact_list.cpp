#include "ui/infusion/fact_list.h"

#include <QGridLayout>

#include "ui/theme/metrics.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Behind every line: takes the height the lines do not need.
constexpr int kLastRow = 64;

} // namespace

FactList::FactList(const QString& accessibleName, QWidget* parent) : QWidget(parent) {
    setAccessibleName(accessibleName);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(12));
    m_grid->setVerticalSpacing(scaled(space::kLabel));
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(kLastRow, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void FactList::place(Pair& pair, int row, bool wide) {
    m_grid->removeWidget(pair.label);
    m_grid->removeWidget(pair.value);
    pair.label->setVisible(!wide);
    pair.value->show();
    if (wide) {
        m_grid->addWidget(pair.value, row, 0, 1, 2);
        return;
    }
    m_grid->addWidget(pair.label, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(pair.value, row, 1);
}

void FactList::setLines(const std::vector<FactLine>& lines) {
    if (lines == m_lines) return;
    while (m_pairs.size() < lines.size()) {
        Pair pair{new TextLabel({}, TextRole::Label, this), new TextLabel({}, TextRole::Body, this)};
        // Level with the first line of the larger value beside it.
        pair.label->setContentsMargins(0, scaled(2), 0, 0);
        m_pairs.push_back(pair);
    }
    for (std::size_t row = 0; row < m_pairs.size(); ++row) {
        Pair& pair = m_pairs[row];
        if (row >= lines.size()) {
            // What is no longer told is not kept behind the page either.
            for (TextLabel* gone : {pair.label, pair.value}) {
                gone->clear();
                gone->hide();
            }
            continue;
        }
        pair.label->setText(lines[row].label);
        pair.value->setRole(lines[row].role);
        pair.value->setWordWrap(true);
        pair.value->setText(lines[row].value);
        place(pair, static_cast<int>(row), lines[row].label.isEmpty());
    }
    m_lines = lines;
    setAccessibleDescription(spokenText());
}

QString FactList::spokenText() const {
    QStringList parts;
    for (const FactLine& line : m_lines) {
        parts << (line.label.isEmpty() ? line.value : u"%1: %2"_s.arg(line.label, line.value));
    }
    return parts.join(u"\n"_s);
}

} // namespace chairside::ui
