#include "ui/infusion/tender_map.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/infusion/tender_access.h"
#include "ui/infusion/tender_board.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

constexpr int kMark = 20;       // drawn
constexpr int kTarget = 28;     // clickable
constexpr int kCaption = 20;    // FRONT / BACK between RIGHT and LEFT, above each figure
constexpr double kSmallest = 2; // pixels per unit of the figure: neighbours are 28 px apart

} // namespace

TenderMap::TenderMap(TenderBoard& board, QWidget* parent) : QWidget(parent), m_board(board) {
    installTenderAccess();
    setObjectName(QStringLiteral("tender_map"));
    setAccessibleName(tr("Tender-point map"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    setMinimumSize(minimumSizeHint());
    connect(&board, &TenderBoard::changed, this, [this] {
        setAccessibleDescription(m_board.spokenSummary());
        update();
    });
    connect(&board, &TenderBoard::siteChanged, this, [this](domain::TenderSite site) { tellTenderState(*this, site); });
    connect(&board, &TenderBoard::moved, this, [this] {
        update();
        if (hasFocus()) tellFocus();
    });
}

double TenderMap::unit() const {
    const double byHeight = (height() - scaled(kCaption)) / kFigureHeight;
    const double byWidth = width() / (2 * kFigureWidth);
    return std::max(kSmallest, std::min(byHeight, byWidth));
}

QSize TenderMap::minimumSizeHint() const {
    return {static_cast<int>(2 * kFigureWidth * kSmallest),
            static_cast<int>(kFigureHeight * kSmallest) + scaled(kCaption)};
}

QSize TenderMap::sizeHint() const {
    return minimumSizeHint() * 1.1;
}

QPointF TenderMap::origin(FigureView view) const {
    const double figure = kFigureWidth * unit();
    const double left = (width() - 2 * figure) / 2;
    return {view == FigureView::Front ? left : left + figure, static_cast<double>(scaled(kCaption))};
}

QPointF TenderMap::centre(domain::TenderSite site) const {
    const SitePlace place = placeOf(site);
    return origin(place.view) + place.at * unit();
}

QRect TenderMap::siteRect(domain::TenderSite site) const {
    const int side = std::max(kTarget, densityOf(this) == Density::Touch ? controlHeight(Density::Touch) : kTarget);
    QRect rect(0, 0, side, side);
    rect.moveCenter(centre(site).toPoint());
    return rect;
}

std::optional<domain::TenderSite> TenderMap::siteAt(const QPoint& position) const {
    std::optional<domain::TenderSite> nearest;
    double least = 0;
    for (const auto site : domain::tenderSites()) {
        if (!siteRect(site).contains(position)) continue;
        const QPointF away = centre(site) - QPointF(position);
        const double distance = QPointF::dotProduct(away, away);
        if (nearest && distance >= least) continue;
        nearest = site;
        least = distance;
    }
    return nearest;
}

void TenderMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const FigureView view : {FigureView::Front, FigureView::Back}) {
        paintFigure(painter, view);
        paintWords(painter, view);
    }
    for (const auto site : domain::tenderSites())
        paintSite(painter, site);
}

void TenderMap::paintFigure(QPainter& painter, FigureView view) const {
    const Palette& c = tokens();
    painter.save();
    painter.translate(origin(view));
    painter.scale(unit(), unit());
    QPen pen(mixed(c.secondary, c.base, 70), 1.4);
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(mixed(c.secondary, c.base, 8));
    painter.drawPath(figureOutline());
    painter.setBrush(Qt::NoBrush);
    pen.setColor(mixed(c.secondary, c.base, 40));
    painter.setPen(pen);
    painter.drawPath(figureDetail(view));
    painter.restore();
}

// The sides are the patient's: from the front the right is on the viewer's left.
void TenderMap::paintWords(QPainter& painter, FigureView view) const {
    const bool front = view == FigureView::Front;
    const QPointF corner = origin(view);
    const double figure = kFigureWidth * unit();
    const QRectF box(corner.x(), 0, figure, scaled(kCaption));
    painter.setPen(tokens().secondary);
    painter.setFont(uiFont(TypeSize::Label, QFont::DemiBold));
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, front ? tr("FRONT") : tr("BACK"));
    const QRectF sides = box.adjusted(scaled(space::kRelated), 0, -scaled(space::kRelated), 0);
    painter.setPen(tokens().text);
    painter.drawText(sides, Qt::AlignLeft | Qt::AlignBottom, front ? tr("RIGHT") : tr("LEFT"));
    painter.drawText(sides, Qt::AlignRight | Qt::AlignBottom, front ? tr("LEFT") : tr("RIGHT"));
}

void TenderMap::paintSite(QPainter& painter, domain::TenderSite site) const {
    const Palette& c = tokens();
    QRectF box(0, 0, kMark, kMark);
    box.moveCenter(centre(site));
    const auto score = m_board.scoreOf(site);
    QString text;
    if (score)
        text = m_board.isScored() ? QString::number(*score) : *score > 0 ? QStringLiteral("+") : QStringLiteral("−");
    paintMark(painter, box, m_board.stateOf(site), text);
    if (m_board.current() != site) return;
    const bool active = hasFocus();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(active ? c.focus : c.secondary, active ? 2.5 : 1.5, active ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 6, 6);
}

void TenderMap::paintMark(QPainter& painter, const QRectF& box, SiteState state, const QString& text) const {
    const Palette& c = tokens();
    const bool positive = state == SiteState::Positive;
    painter.setBrush(positive ? c.chart.tenderPoints : c.base);
    const QColor ring = state == SiteState::NotExamined ? c.secondary : c.chart.tenderPoints;
    painter.setPen(QPen(ring, 2, state == SiteState::NotExamined ? Qt::DotLine : Qt::SolidLine));
    painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    if (text.isEmpty()) return;
    painter.setPen(positive ? c.base : c.text);
    painter.setFont(uiFont(TypeSize::Label, QFont::Bold));
    painter.drawText(box.adjusted(-4, -4, 4, 4), Qt::AlignCenter, text);
}

void TenderMap::keyPressEvent(QKeyEvent* event) {
    const auto blocked = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (!(event->modifiers() & blocked) && m_board.press(event->key(), event->text())) return;
    QWidget::keyPressEvent(event);
}

void TenderMap::mousePressEvent(QMouseEvent* event) {
    const auto site = siteAt(event->position().toPoint());
    if (!site) return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    if (m_board.current() == *site)
        m_board.toggle(*site);
    else
        m_board.setCurrent(*site);
}

void TenderMap::tellFocus() {
    tellTenderFocus(*this, m_board.current());
}

void TenderMap::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    tellFocus();
    update();
}

void TenderMap::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

} // namespace chairside::ui
