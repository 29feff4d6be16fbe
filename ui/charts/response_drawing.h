// The parts of the response chart. Lives only while one picture is drawn.
#pragma once

#include <QCoreApplication>
#include <memory>

#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/plot_panel.h"

namespace chairside::ui {

class ResponseDrawing {
    Q_DECLARE_TR_FUNCTIONS(ResponseChart)

public:
    ResponseDrawing(const ResponseChartData& data, ChartPicture& picture)
        : m_data(data), m_picture(picture), m_style(picture.style()), m_row(textHeight(m_style.label)) {}

    void draw();

private:
    [[nodiscard]] const ChartColours& colours() const { return m_style.colours; }
    [[nodiscard]] PlotPanel* panelOf(const ResponsePoint& point);
    void measure();
    void addPanels();
    void drawTitle();
    qreal drawKey(MarkShape shape, const QColor& colour, const QString& words, qreal x, qreal y);
    void drawEvents();
    void drawCare();
    void drawCareBefore(qreal room);
    void drawCompared(ChartPanel panel);
    void drawTenderCounts();
    [[nodiscard]] QString noiseText() const;
    void drawBands();
    void drawReferenceLines();
    void drawSeries(ChartPanel panel);
    void drawJoins(ChartPanel panel);
    void drawWords();
    void drawLatest();
    void drawCourseAxis();
    void drawFollowUpAxis();
    void drawDoses();
    void drawDoseNumbers();
    void drawNote();
    void addStops();

    static constexpr qreal kGap = 8;
    static constexpr qreal kBreak = 28; // between the panels: time is not continuous across it

    const ResponseChartData& m_data;
    ChartPicture& m_picture;
    const ChartStyle& m_style;
    qreal m_row;
    qreal m_tag = 0; // height of the row for the label of the focus line
    bool m_hasEvents = false, m_hasCare = false, m_hasTender = false;
    qreal m_eventsTop = 0, m_careTop = 0, m_tenderTop = 0;
    QRectF m_courseRect, m_followUpRect, m_doseRect;
    qreal m_gutter = 0;
    std::unique_ptr<PlotPanel> m_course, m_followUp, m_dose;
};

} // namespace chairside::ui
