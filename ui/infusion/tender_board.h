// One tender-point examination while it is being entered: which site is next, and what a key means. The
// picture and the list beside it show the same board.
#pragma once

#include <QObject>
#include <QString>

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

enum class SiteState { NotExamined, Negative, Positive };
enum class PressureKind { Threshold, Tolerance };

class TenderBoard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Shows another examination; the first site in its order becomes the current one.
    void load(const domain::TenderPointExam& exam, const domain::MonitoringRules& rules);
    [[nodiscard]] const domain::TenderPointExam& exam() const { return m_exam; }
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    [[nodiscard]] domain::TenderSite current() const;
    // 0..20 in the order of examination.
    [[nodiscard]] int position() const { return m_position; }
    void setCurrent(domain::TenderSite site);
    void moveTo(int position);

    [[nodiscard]] SiteState stateOf(domain::TenderSite site) const;
    [[nodiscard]] std::optional<int> scoreOf(domain::TenderSite site) const { return m_exam.at(site).score; }
    [[nodiscard]] bool isScored() const { return m_exam.scale != domain::TenderScale::YesNo; }
    [[nodiscard]] bool hasFindings() const;
    [[nodiscard]] domain::TenderSummary summary() const;

    void setScore(domain::TenderSite site, std::optional<int> score);
    // Of the algometer. A pressure does not make a site examined: the state follows the score alone.
    void setPressure(domain::TenderSite site, PressureKind kind, std::optional<domain::Pressure> pressure);
    // What core finds wrong at one site; nothing if its finding can be saved.
    [[nodiscard]] std::optional<base::Problem> pressureProblem(domain::TenderSite site) const;
    // A remark only; such a pressure is kept.
    [[nodiscard]] bool isBeyondDevice(std::optional<domain::Pressure> pressure) const;
    // Yes/no scale: not examined -> painful -> not painful -> painful. On other scales the site only becomes
    // the current one.
    void toggle(domain::TenderSite site);

    // A key of the map or the list: digits score and go on, '+' is 10, Space toggles, '/' takes the finding
    // with its pressures away, '.' asks for the pressures, '-' goes back, arrows, Home and End move, Enter saves.
    // False: not a key of the board.
    bool press(int key, const QString& text);

    // "Supraspinatus, right: not examined", "…: painful, score 7, threshold 2.4 kgf per cm2".
    [[nodiscard]] QString spoken(domain::TenderSite site) const;
    // "12 of 18 painful, 18 examined".
    [[nodiscard]] QString spokenSummary() const;

Q_SIGNALS:
    // A person or load() changed a finding.
    void changed();
    void siteChanged(chairside::domain::TenderSite site);
    void moved(chairside::domain::TenderSite site);
    void refused(const QString& why);
    void saveWanted();
    void pressureWanted();

private:
    bool pressDigit(int digit);
    bool edit(int key, const QString& text);
    bool move(int key, const QString& text);
    void score(int value);
    void clear(domain::TenderSite site);
    [[nodiscard]] QString spokenScore(domain::TenderSite site) const;

    domain::TenderPointExam m_exam;
    domain::MonitoringRules m_rules;
    int m_position = 0;
    bool m_readOnly = false;
};

} // namespace chairside::ui
