#include "ui/drug_book/drug_book_model.h"

#include <iterator>

#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/drug_book_words.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNumber(int column) {
    return column >= DrugBookModel::Amount && column <= DrugBookModel::Balance;
}

} // namespace

void DrugBookModel::setBook(services::DrugBook book) {
    beginResetModel();
    m_book = std::move(book);
    m_rows.clear();
    for (std::size_t vial = 0; vial < m_book->vials.size(); ++vial) {
        m_rows.push_back({vial, std::nullopt});
        for (std::size_t line = 0; line < m_book->vials[vial].lines.size(); ++line)
            m_rows.push_back({vial, line});
    }
    endResetModel();
}

void DrugBookModel::clear() {
    beginResetModel();
    m_book.reset();
    m_rows.clear();
    endResetModel();
}

const services::DrugBookVial* DrugBookModel::vialAt(int row) const {
    if (row < 0 || row >= std::ssize(m_rows)) return nullptr;
    return &m_book->vials[m_rows[static_cast<std::size_t>(row)].vial];
}

bool DrugBookModel::isHeading(int row) const {
    return row >= 0 && row < std::ssize(m_rows) && !m_rows[static_cast<std::size_t>(row)].line;
}

int DrugBookModel::firstLineOf(const domain::VialId& vial) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (!isHeading(row) && vialAt(row)->vial.id == vial) return row;
    }
    return -1;
}

int DrugBookModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DrugBookModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DrugBookModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto& book = m_book->vials[row.vial];
    if (role == kHeadingRole) return !row.line;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    if (row.line) return cellText(book.lines[*row.line], index.column());
    if (index.column() != 0) return {};
    return u"%1    %2"_s.arg(DrugBookWords::vial(book.vial), DrugBookWords::markedClosing(book));
}

QString DrugBookModel::cellText(const services::DrugBookLine& line, int column) const {
    switch (column) {
    case Time:
        return DrugBookWords::moment(*m_book, line.movement.at);
    case Patient:
        return DrugBookWords::patient(line, u"\n"_s);
    case Movement:
        return DrugBookWords::movement(line);
    case Amount:
        return DrugBookWords::amount(line);
    case Volume:
        return DrugBookWords::volume(line);
    case Balance:
        return numberText(line.balance);
    case By:
        return InfusionWords::person(m_book->people, line.movement.recordedBy);
    case Witness:
        return DrugBookWords::witness(*m_book, line);
    case Reason:
        return toQt(line.movement.reason);
    default:
        return {};
    }
}

QVariant DrugBookModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Patient:
        return tr("Patient");
    case Movement:
        return tr("Movement");
    case Amount:
        return tr("Amount\nin mg");
    case Volume:
        return tr("Volume\nin mL");
    case Balance:
        return tr("Balance\nin mg");
    case By:
        return tr("Recorded by");
    case Witness:
        return tr("Witness");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

Qt::ItemFlags DrugBookModel::flags(const QModelIndex& index) const {
    return isHeading(index.row()) ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractTableModel::flags(index);
}

} // namespace chairside::ui
