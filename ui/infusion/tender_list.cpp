#include "ui/infusion/tender_list.h"

#include <QBrush>
#include <QHeaderView>
#include <QKeyEvent>

#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"
#include "ui/infusion/tender_board.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSiteRow = 25;     // all twelve beside the figure on the smallest screen
constexpr int kPressureRow = 46; // a second line: threshold / tolerance
constexpr int kSiteColumn = 100;
constexpr int kMostPain = 10;
constexpr int kRounding = 2; // letters take parts of a pixel

bool hasPressure(const domain::TenderSiteFinding& finding) {
    return finding.threshold || finding.tolerance;
}

QString pressureText(const std::optional<domain::Pressure>& pressure) {
    return pressure ? numberText(*pressure) : missingText(Missing::NotDone);
}

// score: only where it is counted.
QString siteWords(SiteState state, std::optional<int> score, bool pressed) {
    switch (state) {
    case SiteState::Positive:
        return score ? TenderModel::tr("● %1 positive").arg(*score) : TenderModel::tr("● positive");
    case SiteState::NotExamined:
        return pressed ? TenderModel::tr("no score") : TenderModel::tr("not examined");
    default:
        return score ? TenderModel::tr("○ %1 negative").arg(*score) : TenderModel::tr("○ negative");
    }
}

} // namespace

TenderModel::TenderModel(TenderBoard& board, QObject* parent) : QAbstractTableModel(parent), m_board(board) {
    for (const auto site : domain::tenderSites()) {
        const QString name = siteGroupText(site);
        if (m_rows.empty() || m_rows.back().name != name) m_rows.push_back({name, {}, {}, false});
        Row& row = m_rows.back();
        if (domain::sideOf(site) == domain::Side::Left)
            row.left = site;
        else
            row.right = site;
        row.isMiddle = domain::sideOf(site) == domain::Side::Middle;
    }
    connect(&board, &TenderBoard::changed, this,
            [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kLeft)); });
}

std::optional<domain::TenderSite> TenderModel::siteAt(int row, int column) const {
    if (row < 0 || row >= rowCount()) return std::nullopt;
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    return column == kLeft ? at.left : at.right;
}

QModelIndex TenderModel::indexOf(domain::TenderSite site) const {
    for (int row = 0; row < rowCount(); ++row) {
        for (const int column : {kRight, kLeft}) {
            if (siteAt(row, column) == site) return index(row, column);
        }
    }
    return {};
}

int TenderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TenderModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 2;
}

QVariant TenderModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto site = siteAt(index.row(), index.column());
    if (!site) return {};
    const SiteState state = m_board.stateOf(*site);
    const auto score = m_board.scoreOf(*site);
    const auto& finding = m_board.exam().at(*site);
    QString words;
    switch (role) {
    case Qt::DisplayRole:
        words = siteWords(state, m_board.isScored() ? score : std::nullopt, hasPressure(finding));
        if (hasPressure(finding))
            words += u"\n%1 / %2"_s.arg(pressureText(finding.threshold), pressureText(finding.tolerance));
        return words;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_board.spoken(*site);
    case Qt::FontRole:
        return uiFont(TypeSize::Base, state == SiteState::Positive ? QFont::DemiBold : QFont::Normal);
    case Qt::ForegroundRole:
        return state == SiteState::NotExamined ? QVariant(QBrush(tokens().secondary)) : QVariant();
    default:
        return {};
    }
}

QVariant TenderModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && orientation == Qt::Vertical)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return m_rows[static_cast<std::size_t>(section)].name;
    return section == kRight ? tr("Right") : tr("Left");
}

Qt::ItemFlags TenderModel::flags(const QModelIndex& index) const {
    if (!siteAt(index.row(), index.column())) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

TenderList::TenderList(TenderBoard& board, QWidget* parent) : QTableView(parent), m_board(board) {
    setObjectName(QStringLiteral("tender_list"));
    setAccessibleName(tr("Tender points as a list"));
    m_sites = new TenderModel(board, this);
    setModel(m_sites);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(true);
    setWordWrap(false);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(siteWidth());
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setFixedWidth(nameWidth());
    setMinimumWidth(sizeHint().width());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    setMinimumHeight(scaled(6 * kSiteRow));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(scaled(kSiteRow));
    verticalHeader()->setDefaultSectionSize(scaled(kSiteRow));
    for (int row = 0; row < m_sites->rowCount(); ++row) {
        if (m_sites->isMiddle(row)) setSpan(row, 0, 1, 2);
    }
    connect(&board, &TenderBoard::changed, this, &TenderList::fitRows);
    connect(&board, &TenderBoard::moved, this,
            [this](domain::TenderSite site) { setCurrentIndex(m_sites->indexOf(site)); });
    setCurrentIndex(m_sites->indexOf(board.current()));
}

void TenderList::fitRows() {
    for (int row = 0; row < m_sites->rowCount(); ++row) {
        bool tall = false;
        for (const int column : {TenderModel::kRight, TenderModel::kLeft}) {
            const auto site = m_sites->siteAt(row, column);
            tall = tall || (site && hasPressure(m_board.exam().at(*site)));
        }
        setRowHeight(row, scaled(tall ? kPressureRow : kSiteRow));
    }
}

int TenderList::siteWidth() const {
    const int margins = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    const QFontMetrics bold(uiFont(TypeSize::Base, QFont::DemiBold));
    int widest = scaled(kSiteColumn) - margins;
    for (const auto state : {SiteState::NotExamined, SiteState::Negative, SiteState::Positive})
        widest = std::max(widest, bold.horizontalAdvance(siteWords(state, kMostPain, false)));
    return widest + margins + kRounding;
}

int TenderList::nameWidth() const {
    const QFontMetrics bold(uiFont(TypeSize::Label, QFont::DemiBold));
    const int margins = 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, verticalHeader());
    int widest = 0;
    for (int row = 0; row < m_sites->rowCount(); ++row)
        widest = std::max(widest,
                          bold.horizontalAdvance(m_sites->headerData(row, Qt::Vertical, Qt::DisplayRole).toString()));
    return widest + margins + kRounding;
}

QSize TenderList::sizeHint() const {
    const int width = nameWidth() + 2 * siteWidth() + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return {width, horizontalHeader()->sizeHint().height() + m_sites->rowCount() * scaled(kSiteRow) + 2 * frameWidth()};
}

void TenderList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (const auto site = m_sites->siteAt(current.row(), current.column())) m_board.setCurrent(*site);
}

// To the same side some rows away, or to the only site there is.
void TenderList::step(int rows) {
    const int row = currentIndex().row() + rows;
    const int column = currentIndex().column();
    for (const int wanted : {column, TenderModel::kRight, TenderModel::kLeft}) {
        if (m_sites->siteAt(row, wanted)) return setCurrentIndex(m_sites->index(row, wanted));
    }
}

void TenderList::side(int column) {
    if (m_sites->siteAt(currentIndex().row(), column)) setCurrentIndex(m_sites->index(currentIndex().row(), column));
}

void TenderList::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Left:
        return side(TenderModel::kRight);
    case Qt::Key_Right:
        return side(TenderModel::kLeft);
    default:
        break;
    }
    if (!m_board.press(event->key(), event->text())) event->ignore();
}

} // namespace chairside::ui
