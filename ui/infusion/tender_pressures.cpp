#include "ui/infusion/tender_pressures.h"

#include <QVBoxLayout>

#include "ui/format/quantity_text.h"
#include "ui/format/tender_site_text.h"
#include "ui/infusion/tender_board.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kThreshold = u"tender_threshold"_s;
const QString kTolerance = u"tender_tolerance"_s;
const QString kUnit = u"kgf per cm2"_s;

} // namespace

TenderPressures::TenderPressures(TenderBoard& board, QWidget* parent) : QWidget(parent), m_board(board) {
    const QuantityFormat format{.wholeDigits = 2, .decimals = 2, .unit = kUnit};
    m_form = new FormBuilder(this, 2);
    m_threshold =
        m_form->row(tr("Threshold"), new QuantityEdit(format), {.name = kThreshold, .unit = kUnit, .optional = true});
    m_tolerance =
        m_form->row(tr("Tolerance"), new QuantityEdit(format), {.name = kTolerance, .unit = kUnit, .optional = true});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    connect(m_form, &FormBuilder::edited, this, &TenderPressures::take);
    connect(m_threshold, &QLineEdit::returnPressed, m_tolerance, [this] { m_tolerance->setFocus(Qt::TabFocusReason); });
    connect(m_tolerance, &QLineEdit::returnPressed, this, &TenderPressures::finish);
    showSite();
}

void TenderPressures::fill(QuantityEdit& edit, std::optional<domain::Pressure> pressure, bool otherSite) {
    if (otherSite || edit.value<domain::Pressure>() != pressure) edit.setValue(pressure);
}

void TenderPressures::showSite() {
    const auto site = m_board.current();
    const bool otherSite = m_site != site;
    m_site = site;
    const auto& finding = m_board.exam().at(site);
    fill(*m_threshold, finding.threshold, otherSite);
    fill(*m_tolerance, finding.tolerance, otherSite);
    m_form->setReadOnly(m_board.isReadOnly());
}

void TenderPressures::focusEntry() {
    m_threshold->setFocus(Qt::ShortcutFocusReason);
    m_threshold->selectAll();
}

void TenderPressures::take(const QString& field) {
    if (field == kThreshold)
        m_board.setPressure(m_board.current(), PressureKind::Threshold, m_threshold->value<domain::Pressure>());
    else
        m_board.setPressure(m_board.current(), PressureKind::Tolerance, m_tolerance->value<domain::Pressure>());
}

void TenderPressures::finish() {
    const QString site = siteText(m_board.current());
    for (const auto* edit : {m_threshold, m_tolerance}) {
        if (edit->fault()) return Q_EMIT refused(edit->faultSentence({site, kUnit}));
    }
    if (const auto problem = m_board.pressureProblem(m_board.current()))
        return Q_EMIT refused(describe(*problem, {site, kUnit}));
    Q_EMIT done();
    for (const auto* edit : {m_threshold, m_tolerance}) {
        if (m_board.isBeyondDevice(edit->value<domain::Pressure>()))
            Q_EMIT refused(tr("%1: %2 is more than the algometer measures. It is kept as typed.")
                               .arg(site, amountText(*edit->value<domain::Pressure>(), kUnit)));
    }
}

} // namespace chairside::ui
