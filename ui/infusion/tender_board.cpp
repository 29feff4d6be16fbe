#include "ui/infusion/tender_board.h"

#include <Qt>
#include <algorithm>

#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLastPosition = static_cast<int>(domain::kTenderSiteCount) - 1;
constexpr int kPlusScore = 10;

// Core judges an examination, not a number; one counted site alone tells whether its score is positive. The
// same score at a control site is shown the same way, although it is not counted.
bool isPositiveScore(domain::TenderScale scale, int score, const domain::MonitoringRules& rules) {
    domain::TenderPointExam probe;
    probe.scale = scale;
    probe.at(domain::TenderSite::OcciputRight).score = score;
    return domain::summarize(probe, rules).positive > 0;
}

} // namespace

void TenderBoard::load(const domain::TenderPointExam& exam, const domain::MonitoringRules& rules) {
    m_exam = exam;
    m_rules = rules;
    m_position = 0;
    Q_EMIT changed();
    Q_EMIT moved(current());
}

void TenderBoard::setReadOnly(bool readOnly) {
    if (m_readOnly == readOnly) return;
    m_readOnly = readOnly;
    Q_EMIT changed();
}

domain::TenderSite TenderBoard::current() const {
    return domain::tenderSites()[static_cast<std::size_t>(m_position)];
}

void TenderBoard::setCurrent(domain::TenderSite site) {
    const auto& sites = domain::tenderSites();
    moveTo(static_cast<int>(std::ranges::find(sites, site) - sites.begin()));
}

void TenderBoard::moveTo(int position) {
    const int next = std::clamp(position, 0, kLastPosition);
    if (next == m_position) return;
    m_position = next;
    Q_EMIT moved(current());
}

SiteState TenderBoard::stateOf(domain::TenderSite site) const {
    const auto score = scoreOf(site);
    if (!score) return SiteState::NotExamined;
    return isPositiveScore(m_exam.scale, *score, m_rules) ? SiteState::Positive : SiteState::Negative;
}

bool TenderBoard::hasFindings() const {
    return std::ranges::any_of(m_exam.sites,
                               [](const auto& finding) { return finding != domain::TenderSiteFinding{}; });
}

domain::TenderSummary TenderBoard::summary() const {
    return domain::summarize(m_exam, m_rules);
}

void TenderBoard::setScore(domain::TenderSite site, std::optional<int> score) {
    if (m_readOnly || m_exam.at(site).score == score) return;
    m_exam.at(site).score = score;
    Q_EMIT siteChanged(site);
    Q_EMIT changed();
}

void TenderBoard::setPressure(domain::TenderSite site, PressureKind kind, std::optional<domain::Pressure> pressure) {
    auto& finding = m_exam.at(site);
    auto& kept = kind == PressureKind::Threshold ? finding.threshold : finding.tolerance;
    if (m_readOnly || kept == pressure) return;
    kept = pressure;
    Q_EMIT siteChanged(site);
    Q_EMIT changed();
}

std::optional<base::Problem> TenderBoard::pressureProblem(domain::TenderSite site) const {
    for (const auto& problem : domain::check(m_exam, m_rules)) {
        if (problem.field == domain::tenderSiteKey(site)) return problem;
    }
    return std::nullopt;
}

bool TenderBoard::isBeyondDevice(std::optional<domain::Pressure> pressure) const {
    return pressure && domain::beyondDevice(*pressure, m_rules);
}

void TenderBoard::clear(domain::TenderSite site) {
    setPressure(site, PressureKind::Threshold, std::nullopt);
    setPressure(site, PressureKind::Tolerance, std::nullopt);
    setScore(site, std::nullopt);
}

void TenderBoard::toggle(domain::TenderSite site) {
    setCurrent(site);
    if (m_readOnly) return;
    if (isScored()) return Q_EMIT refused(tr("Type the score, 0 to %1.").arg(domain::maxScore(m_exam.scale)));
    setScore(site, stateOf(site) == SiteState::Positive ? 0 : 1);
}

void TenderBoard::score(int value) {
    setScore(current(), value);
    moveTo(m_position + 1);
}

bool TenderBoard::pressDigit(int digit) {
    const int highest = domain::maxScore(m_exam.scale);
    if (digit <= highest)
        score(digit);
    else
        Q_EMIT refused(tr("The score is 0 to %1.").arg(highest));
    return true;
}

bool TenderBoard::edit(int key, const QString& text) {
    if (text.size() == 1 && text[0] >= u'0' && text[0] <= u'9') return pressDigit(text[0].digitValue());
    if (text == u"+") return pressDigit(kPlusScore);
    if (text == u"." || text == u",") {
        Q_EMIT pressureWanted();
        return true;
    }
    if (text == u"/") {
        clear(current());
        moveTo(m_position + 1);
        return true;
    }
    if (key == Qt::Key_Space) {
        toggle(current());
        return true;
    }
    if (key != Qt::Key_Delete && key != Qt::Key_Backspace) return false;
    setScore(current(), std::nullopt);
    return true;
}

bool TenderBoard::move(int key, const QString& text) {
    if (text == u"-" || key == Qt::Key_Left || key == Qt::Key_Up) {
        moveTo(m_position - 1);
    } else if (key == Qt::Key_Right || key == Qt::Key_Down) {
        moveTo(m_position + 1);
    } else if (key == Qt::Key_Home) {
        moveTo(0);
    } else if (key == Qt::Key_End) {
        moveTo(kLastPosition);
    } else {
        return false;
    }
    return true;
}

bool TenderBoard::press(int key, const QString& text) {
    if (move(key, text)) return true;
    if (m_readOnly) return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT saveWanted();
        return true;
    }
    return edit(key, text);
}

QString TenderBoard::spokenScore(domain::TenderSite site) const {
    const QString name = siteText(site);
    switch (stateOf(site)) {
    case SiteState::NotExamined:
        return m_exam.at(site) == domain::TenderSiteFinding{} ? tr("%1: not examined").arg(name)
                                                              : tr("%1: no score").arg(name);
    case SiteState::Negative:
        return isScored() ? tr("%1: not painful, score %2").arg(name).arg(*scoreOf(site))
                          : tr("%1: not painful").arg(name);
    case SiteState::Positive:
        return isScored() ? tr("%1: painful, score %2").arg(name).arg(*scoreOf(site)) : tr("%1: painful").arg(name);
    }
    return name;
}

QString TenderBoard::spoken(domain::TenderSite site) const {
    const auto& finding = m_exam.at(site);
    QString words = spokenScore(site);
    if (finding.threshold) words += tr(", threshold %1").arg(amountText(*finding.threshold, u"kgf per cm2"));
    if (finding.tolerance) words += tr(", tolerance %1").arg(amountText(*finding.tolerance, u"kgf per cm2"));
    return words;
}

QString TenderBoard::spokenSummary() const {
    const auto sum = summary();
    return tr("%1 of %2 painful, %3 examined").arg(sum.positive).arg(domain::kTenderPointCount).arg(sum.examined);
}

} // namespace chairside::ui
