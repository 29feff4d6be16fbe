// Building the order form: which fields there are, and how they stand on the screen.
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/protocol_text.h"
#include "ui/order/order_form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/score_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kOrderColumns = 6;

std::size_t mostInfusions(const std::vector<domain::ProtocolVersion>& versions) {
    int most = 0;
    for (const auto& version : versions)
        most = std::max(most, version.rules.regimen.infusions);
    return static_cast<std::size_t>(most);
}

} // namespace

OrderForm::OrderForm(const base::Clock& clock, std::vector<domain::ProtocolVersion> versions, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_versions(std::move(versions)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(this, kOrderColumns);
    layout->addWidget(m_form);
    layout->addStretch(1);
    buildProtocol();
    buildScreening();
    buildBaseline();
    buildBody();
    buildDose();
    buildDates();
    buildAgreement();
    buildSignature();
    connect(m_form, &FormBuilder::edited, this, [this](const QString& field) {
        if (field == u"protocol_version") chooseVersion();
        if (field == u"dose_per_kg" || field == u"minutes") describeDose();
        if (field == u"weight" || field == u"height" || field == u"weighed_on") describeBody();
        Q_EMIT changed();
    });
    showVersion();
}

void OrderForm::buildProtocol() {
    m_form->section(tr("1  Protocol"));
    m_protocol = new ChoiceRow(Qt::Vertical);
    for (std::size_t at = 0; at < m_versions.size(); ++at) {
        m_protocol->add(versionTitle(m_versions[at].name, m_versions[at].version).replace(u'&', u"&&"_s),
                        static_cast<int>(at));
    }
    m_form->row(tr("Pr&otocol version"), m_protocol,
                {.name = u"protocol_version"_s, .unit = {}, .help = {}, .span = kOrderColumns});
    connect(m_protocol, &ChoiceRow::decided, this, [this] {
        QWidget* next = m_screening->firstOpen();
        (next != nullptr ? next : static_cast<QWidget*>(m_perKg))->setFocus(Qt::TabFocusReason);
    });
    m_coming = new TextLabel({}, TextRole::Hint, m_form);
    m_coming->setObjectName(u"protocol_coming"_s);
    m_coming->setVisible(false);
    m_form->wide(m_coming);
    m_again = new TextLabel({}, TextRole::Strong, m_form);
    m_again->setObjectName(u"filled_in"_s);
    m_again->setWordWrap(true);
    m_again->hide();
    m_form->wide(m_again);
    m_about = new TextLabel({}, TextRole::Hint, m_form);
    m_about->setObjectName(u"protocol_about"_s);
    m_form->wide(m_about);
}

void OrderForm::buildScreening() {
    m_form->section(
        tr("2  Screening"),
        tr("1, 2 or 3 gives the first, second or third answer and goes to the next question, and so does Space. An "
           "answer that still counts is not asked again."));
    m_screening = new ScreeningRows(m_clock, m_versions, *m_form);
    m_form->endLine();
    connect(m_screening, &ScreeningRows::allAnswered, this, [this] { m_perKg->setFocus(Qt::TabFocusReason); });
}

void OrderForm::buildBaseline() {
    m_form->section(tr("3  Pain before the course"),
                    tr("Average pain of the last 24 hours, 0 to 10, on up to three days. It may stay empty: then no "
                       "percent change can be shown later."));
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        const QString number = QString::number(row + 1);
        const QString date = row == 0 ? tr("Date of s&core 1") : tr("Date of score %1").arg(number);
        const QString pain = tr("Score %1").arg(number);
        m_baselineDates[row] = m_form->row(date, new DateEdit(m_clock, DateExpected::Past),
                                           {.name = u"baseline_%1_date"_s.arg(number), .unit = {}, .help = {}});
        m_baselineScores[row] =
            m_form->row(pain, new ScoreEdit(pain), {.name = u"baseline_%1"_s.arg(number), .unit = {}, .help = {}});
    }
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        QWidget* next = row + 1 < kBaselineRows ? static_cast<QWidget*>(m_baselineDates[row + 1]) : nullptr;
        connect(m_baselineScores[row], &DigitCell::done, this, [this, next] {
            (next != nullptr ? next : static_cast<QWidget*>(m_perKg))->setFocus(Qt::TabFocusReason);
        });
        connect(m_baselineScores[row], &DigitCell::back, m_baselineDates[row],
                [date = m_baselineDates[row]] { date->setFocus(Qt::BacktabFocusReason); });
    }
}

void OrderForm::buildBody() {
    m_form->section(tr("4  Body weight"), tr("The actual weight, in kilograms. What is typed here is kept with the "
                                             "order; at the chair the patient is weighed again."));
    m_bodyWeight = m_form->row(tr("Body weight"), new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"kg"_s}),
                               {.name = u"weight"_s, .unit = tr("kg"), .help = {}, .optional = true, .span = 2});
    m_weighedOn =
        m_form->row(tr("Weighed on"), new DateEdit(m_clock, DateExpected::Past),
                    {.name = u"weighed_on"_s, .unit = {}, .help = tr("Empty: today."), .optional = true, .span = 2});
    m_height = m_form->row(tr("Height"), new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"cm"_s}),
                           {.name = u"height"_s, .unit = tr("cm"), .help = {}, .optional = true, .span = 2});
    m_weightAgain =
        m_form->row(tr("Body weight once more"), new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"kg"_s}),
                    {.name = u"weight_again"_s,
                     .unit = tr("kg"),
                     .help = tr("It looks unusual: read it from the scale once more."),
                     .optional = true,
                     .span = 2});
    m_form->endLine();
}

void OrderForm::buildDose() {
    m_form->section(tr("5  Dose"));
    m_perKg =
        m_form->row(tr("&Dose per kg"), new QuantityEdit({.wholeDigits = 2, .decimals = 3, .unit = u"mg per kg"_s}),
                    {.name = u"dose_per_kg"_s, .unit = tr("mg per kg"), .help = {}, .span = 3});
    m_minutes = m_form->row(tr("D&uration"), new QuantityEdit({.wholeDigits = 3, .decimals = 0, .unit = u"minutes"_s}),
                            {.name = u"minutes"_s, .unit = tr("minutes"), .help = {}, .span = 3});
    m_reason = m_form->row(tr("&Reason for this dose"), new QLineEdit,
                           {.name = u"reason"_s, .unit = {}, .help = {}, .optional = true, .span = kOrderColumns});
    auto* box = new QWidget(m_form);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(2));
    m_dose = new TextLabel({}, TextRole::Strong, box);
    m_dose->setObjectName(u"dose_preview"_s);
    m_dose->setWordWrap(true);
    m_doseNotes = new TextLabel({}, TextRole::Hint, box);
    m_doseNotes->setObjectName(u"dose_notes"_s);
    layout->addWidget(m_dose);
    layout->addWidget(m_doseNotes);
    m_form->wide(box);
}

void OrderForm::buildDates() {
    m_form->section(tr("6  Dates"),
                    tr("Type the first date; the others are proposed. Up and Down move between the dates, "
                       "Alt+Up and Alt+Down move a date by a day."));
    const std::size_t count = mostInfusions(m_versions);
    for (std::size_t at = 0; at < count; ++at) {
        const QString number = QString::number(at + 1);
        const QString label = at == 0 ? tr("Infusion 1") : tr("Infusion %1").arg(number);
        auto* edit = m_form->row(label, new DateEdit(m_clock, DateExpected::Future),
                                 {.name = u"date_%1"_s.arg(number), .unit = {}, .help = {}, .span = 2});
        edit->installEventFilter(this);
        m_dates.push_back(edit);
    }
    auto* box = new QWidget(m_form);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_planLine = new TextLabel({}, TextRole::Success, box);
    m_planLine->setObjectName(u"plan_line"_s);
    m_propose = makeButton(tr("Propose da&tes again"), ButtonKind::Secondary, u"propose_dates"_s, box);
    connect(m_propose, &QPushButton::clicked, this, [this] {
        proposeDates();
        Q_EMIT changed();
    });
    layout->addWidget(m_planLine, 1);
    layout->addWidget(m_propose);
    m_form->wide(box);
    watchDates();
}

void OrderForm::buildAgreement() {
    m_form->section(tr("7  Goal, stop rule and consent"));
    m_stopRule = m_form->row(tr("&Stop rule"), new QLineEdit,
                             {.name = u"stop_rule"_s,
                              .unit = {},
                              .help = tr("When the course ends without its goal."),
                              .span = kOrderColumns});
    m_goal = m_form->row(tr("Goa&l of the course"), new QLineEdit,
                         {.name = u"goal"_s, .unit = {}, .help = {}, .span = kOrderColumns});
    m_consentOn = m_form->row(tr("Cons&ent given on"), new DateEdit(m_clock, DateExpected::Past),
                              {.name = u"consent_on"_s, .unit = {}, .help = {}, .span = 2});
    m_consentBy =
        m_form->row(tr("Ta&ken by"), new QLineEdit,
                    {.name = u"consent_by"_s, .unit = {}, .help = tr("Empty: by you."), .optional = true, .span = 2});
    m_consentReference = m_form->row(tr("Place of t&he signed form"), new QLineEdit,
                                     {.name = u"consent_ref"_s, .unit = {}, .help = {}, .span = 2});
}

void OrderForm::buildSignature() {
    m_form->section(tr("8  Identity and signature"),
                    tr("Ask the patient for name and date of birth, then type initials and year of birth."));
    m_initials =
        m_form->row(tr("&Initials of the patient"), new QLineEdit,
                    {.name = u"initials"_s, .unit = {}, .help = tr("Given name, then family name."), .span = 2});
    m_birthYear =
        m_form->row(tr("&Year of birth"), new QLineEdit, {.name = u"birth_year"_s, .unit = {}, .help = {}, .span = 2});
    m_password =
        m_form->row(tr("Your pass&word"), new QLineEdit, {.name = u"password"_s, .unit = {}, .help = {}, .span = 2});
    m_initials->setMaxLength(8);
    m_birthYear->setMaxLength(4);
    m_birthYear->setInputMethodHints(Qt::ImhDigitsOnly);
    m_password->setEchoMode(QLineEdit::Password);
    connect(m_birthYear, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.size() == m_birthYear->maxLength()) m_password->setFocus(Qt::TabFocusReason);
    });
    connect(m_password, &QLineEdit::returnPressed, this, &OrderForm::signWanted);
}

void OrderForm::watchDates() {
    for (std::size_t at = 0; at < m_dates.size(); ++at) {
        connect(m_dates[at], &QLineEdit::editingFinished, this, [this, at] {
            if (at == 0) proposeIfUntouched();
            describePlan();
            Q_EMIT changed();
        });
    }
    if (m_dates.empty()) return;
    // A suggestion that is chosen is an answer as well.
    connect(m_dates.front(), &DateEdit::suggestionsChanged, this, [this] {
        if (m_dates.front()->date()) proposeIfUntouched();
    });
}

} // namespace chairside::ui
