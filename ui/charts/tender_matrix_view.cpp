#include "ui/charts/tender_matrix_view.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"

namespace chairside::ui {

namespace {

constexpr qreal kMatrixGap = 8;
constexpr qreal kMatrixDot = 9;
constexpr qreal kMatrixColumn = 128; // at most; fewer examinations do not spread over the whole width
constexpr int kHeadingRows = 3;      // visit, date, side
constexpr int kFootRows = 5;

class TenderMatrixDrawing {
    Q_DECLARE_TR_FUNCTIONS(TenderMatrix)

public:
    TenderMatrixDrawing(const TenderMatrixData& data, ChartPicture& picture)
        : m_data(data), m_picture(picture), m_style(picture.style()), m_text(textHeight(m_style.label)) {}

    void draw();

private:
    [[nodiscard]] const ChartColours& colours() const { return m_style.colours; }
    [[nodiscard]] std::size_t pairs() const { return m_data.sites.size() / 2; }
    [[nodiscard]] qreal middleOf(std::size_t row) const { return m_top + (static_cast<qreal>(row) + 0.5) * m_row; }
    [[nodiscard]] QString countCaption() const {
        return tr("count, ±%1 of the first shaded").arg(m_data.counts.noiseBand);
    }
    void measure();
    void chooseColumns();
    void drawTitle();
    void drawMark(const SiteMark& mark, domain::TenderScale scale, QPointF centre);
    void drawRowNames();
    void drawColumn(const ExamColumn& column, qreal left);
    void drawFoot(const ExamColumn& column, qreal centre);
    void drawStops();

    const TenderMatrixData& m_data;
    ChartPicture& m_picture;
    const ChartStyle& m_style;
    qreal m_text;
    qreal m_left = 0, m_top = 0, m_row = 0, m_column = 0;
    std::vector<std::size_t> m_shown; // columns there is room for
};

void TenderMatrixDrawing::measure() {
    for (const auto site : m_data.sites)
        m_left = std::max(m_left, textWidth(m_style.label, siteGroupText(site)));
    for (const QString& caption : {countCaption(), tr("threshold, kgf per cm2"), tr("tolerance, kgf per cm2")})
        m_left = std::max(m_left, textWidth(m_style.label, caption));
    m_left += 2 * kMatrixGap;
    m_top = textHeight(m_style.title) + kMatrixGap;
    const auto rows = static_cast<qreal>(pairs() + kHeadingRows + kFootRows);
    m_row = std::max(m_text, (m_picture.size().height() - m_top) / rows);
}

// The first examination is what the others are compared with, so it stays.
void TenderMatrixDrawing::chooseColumns() {
    qreal least = textWidth(m_style.label, QStringLiteral("00-Mmm-0000"));
    for (const auto& column : m_data.columns) {
        for (const auto& mark : column.endurance)
            least = std::max(least, textWidth(m_style.label, enduranceText(mark)));
    }
    least += 2 * kMatrixGap;
    const qreal width = std::max(least, m_picture.size().width() - m_left);
    const auto room = static_cast<std::size_t>(std::max(1.0, width / least));
    const std::size_t all = m_data.columns.size();
    for (std::size_t at = 0; at < all; ++at) {
        if (all <= room || (at == 0 && room > 1) || at + room >= all + (room > 1 ? 1 : 0)) m_shown.push_back(at);
    }
    const auto count = static_cast<qreal>(std::max<std::size_t>(1, m_shown.size()));
    m_column = std::min(std::max(least, kMatrixColumn), width / count);
}

void TenderMatrixDrawing::drawTitle() {
    const QRectF title = m_picture.text(tr("Tender points site by site, higher is worse ▲"), {0, 0}, Qt::AlignLeft,
                                        m_style.title, colours().text);
    const qreal y = title.center().y();
    qreal x = title.right() + 3 * kMatrixGap;
    const std::pair<SiteFinding, QString> keys[] = {{SiteFinding::Positive, tr("%1 or more").arg(m_data.positiveFrom)},
                                                    {SiteFinding::Negative, tr("less")},
                                                    {SiteFinding::NotExamined, tr("not examined")}};
    for (const auto& [finding, words] : keys) {
        drawMark({.finding = finding}, domain::TenderScale::YesNo, {x, y});
        x = m_picture.text(words, {x + kMatrixGap, y}, Qt::AlignVCenter, m_style.label, colours().dose).right() +
            2 * kMatrixGap;
    }
    const auto hidden = static_cast<int>(m_data.columns.size() - m_shown.size());
    if (hidden == 0) return;
    m_picture.text(tr("%n more in the table", nullptr, hidden), {m_picture.size().width(), y},
                   Qt::AlignRight | Qt::AlignVCenter, m_style.strong, colours().text);
}

void TenderMatrixDrawing::drawMark(const SiteMark& mark, domain::TenderScale scale, QPointF centre) {
    const bool numbered = mark.score && scale != domain::TenderScale::YesNo;
    const qreal shift = numbered ? kMatrixDot : 0;
    const QRectF box(centre.x() - shift - kMatrixDot / 2, centre.y() - kMatrixDot / 2, kMatrixDot, kMatrixDot);
    if (mark.finding == SiteFinding::NotExamined) {
        m_picture.text(QStringLiteral("·"), centre, Qt::AlignCenter, m_style.strong, colours().dose);
        return;
    }
    const bool positive = mark.finding == SiteFinding::Positive;
    m_picture.scene().addEllipse(box, positive ? QPen(Qt::NoPen) : QPen(colours().tenderPoints, 1.5),
                                 positive ? QBrush(colours().tenderPoints) : QBrush(colours().background));
    if (!numbered) return;
    m_picture.text(QString::number(*mark.score), {box.right() + 4, centre.y()}, Qt::AlignVCenter,
                   positive ? m_style.strong : m_style.label, colours().text);
}

void TenderMatrixDrawing::drawRowNames() {
    const qreal right = m_left - kMatrixGap;
    const auto write = [this, right](std::size_t row, const QString& words, const QFont& font) {
        m_picture.text(words, {right, middleOf(row)}, Qt::AlignRight | Qt::AlignVCenter, font, colours().dose);
    };
    write(0, tr("visit"), m_style.label);
    for (std::size_t pair = 0; pair < pairs(); ++pair) {
        const std::size_t row = kHeadingRows + pair;
        // Banding by pairs of rows keeps the eye on a line.
        if (pair % 2 == 0) {
            m_picture.band({0, m_top + static_cast<qreal>(row) * m_row,
                            m_left + m_column * static_cast<qreal>(m_shown.size()), m_row},
                           mixed(colours().grid, colours().background, 45));
        }
        write(row, siteGroupText(m_data.sites[2 * pair]), m_style.label);
    }
    const std::size_t foot = kHeadingRows + pairs();
    write(foot, countCaption(), m_style.label);
    write(foot + 1, tr("mean intensity"), m_style.label);
    write(foot + 2, tr("threshold, kgf per cm2"), m_style.label);
    write(foot + 3, tr("tolerance, kgf per cm2"), m_style.label);
    write(foot + 4, tr("endurance"), m_style.label);
}

void TenderMatrixDrawing::drawFoot(const ExamColumn& column, qreal centre) {
    const std::size_t foot = kHeadingRows + pairs();
    const auto write = [this, centre](std::size_t row, const QString& words, const QFont& font) {
        m_picture.text(words, {centre, middleOf(row)}, Qt::AlignCenter, font, colours().text);
    };
    if (!column.sites.empty()) {
        const bool whole = column.examined == static_cast<int>(m_data.sites.size());
        if (column.withinNoise) {
            m_picture.band(
                {centre - m_column / 2 + 2, m_top + static_cast<qreal>(foot) * m_row + 1, m_column - 4, m_row - 2},
                colours().band(colours().tenderPoints));
        }
        write(foot, whole ? QString::number(column.positive) : partText(column.positive, column.examined),
              m_style.strong);
        write(foot + 1, column.meanIntensity ? scoreNumber(*column.meanIntensity) : tr("not known"), m_style.label);
    }
    if (column.threshold) write(foot + 2, pressureText(*column.threshold), m_style.label);
    if (column.tolerance) write(foot + 3, pressureText(*column.tolerance), m_style.label);
    if (!column.endurance.empty()) write(foot + 4, enduranceText(column.endurance.back()), m_style.label);
}

void TenderMatrixDrawing::drawColumn(const ExamColumn& column, qreal left) {
    const qreal centre = left + m_column / 2;
    const qreal side = m_column / 4;
    const QString visit = column.ordinal > 0 ? tr("infusion %1").arg(column.ordinal) : tr("test alone");
    m_picture.text(visit, {centre, middleOf(0)}, Qt::AlignCenter, m_style.strong, colours().text);
    m_picture.text(dateText(column.date), {centre, middleOf(1)}, Qt::AlignCenter, m_style.label, colours().text);
    if (!column.sites.empty()) {
        m_picture.text(tr("right"), {centre - side, middleOf(2)}, Qt::AlignCenter, m_style.label, colours().dose);
        m_picture.text(tr("left"), {centre + side, middleOf(2)}, Qt::AlignCenter, m_style.label, colours().dose);
        for (std::size_t at = 0; at < column.sites.size(); ++at) {
            const qreal x = domain::sideOf(m_data.sites[at]) == domain::Side::Right ? centre - side : centre + side;
            drawMark(column.sites[at], column.scale, {x, middleOf(kHeadingRows + at / 2)});
        }
    }
    drawFoot(column, centre);
}

void TenderMatrixDrawing::drawStops() {
    const qreal bottom = m_top + m_row * static_cast<qreal>(pairs() + kHeadingRows);
    for (std::size_t at = 0; at < m_data.columns.size(); ++at) {
        const auto found = std::ranges::find(m_shown, at);
        ChartStop stop{.x = -1, .top = m_top + 2 * m_row, .bottom = bottom, .labelY = middleOf(1)};
        stop.label = dateText(m_data.columns[at].date);
        if (found != m_shown.end()) {
            stop.x = m_left + (static_cast<qreal>(found - m_shown.begin()) + 0.5) * m_column;
        }
        m_picture.addStop(stop);
    }
}

void TenderMatrixDrawing::draw() {
    measure();
    chooseColumns();
    drawTitle();
    if (m_data.columns.empty()) {
        m_picture.text(tr("No examination yet"), {m_picture.size().width() / 2, m_picture.size().height() / 2},
                       Qt::AlignCenter, m_style.strong, colours().dose);
        return;
    }
    drawRowNames();
    for (std::size_t at = 0; at < m_shown.size(); ++at)
        drawColumn(m_data.columns[m_shown[at]], m_left + static_cast<qreal>(at) * m_column);
    drawStops();
}

} // namespace

TenderMatrixView::TenderMatrixView(QWidget* parent) : ChartView(parent) {
    setCanvasName(QStringLiteral("tender_matrix"), tr("Tender points site by site, higher is worse"));
}

void TenderMatrixView::setData(TenderMatrixData data) {
    m_data = std::move(data);
    dataChanged(pointCount() - 1);
}

std::unique_ptr<ChartPicture> TenderMatrixView::draw(const QSizeF& size, const ChartStyle& style) const {
    auto picture = std::make_unique<ChartPicture>(size, style);
    TenderMatrixDrawing(m_data, *picture).draw();
    return picture;
}

int TenderMatrixView::pointCount() const {
    return static_cast<int>(m_data.columns.size());
}

QString TenderMatrixView::textOf(int point) const {
    return ui::pointText(m_data, point);
}

void TenderMatrixView::activate(int point) {
    Q_EMIT columnActivated(point);
}

QString TenderMatrixView::sentence() const {
    return chartSentence(m_data);
}

} // namespace chairside::ui
