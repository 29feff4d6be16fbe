#include "ui/settings/clinic_days_form.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_reading.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kClosedHeight = 120;

QString exampleDay() {
    return dateText(*base::CalendarDate::of(2025, 12, 25));
}

} // namespace

ClinicDaysForm::ClinicDaysForm(Workbench& bench, QWidget* parent)
    : Card(tr("Days of the clinic"), parent), m_bench(bench) {
    auto* text =
        new TextLabel(tr("The weekdays on which infusions are given stand in the protocol. Here are the days on "
                         "which the clinic is closed all the same, and how many infusions the chairs take in a "
                         "day. Dates of courses are proposed and checked by both; what is planned stays."),
                      TextRole::Hint, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    m_form = new FormBuilder(this, 3);
    m_perDay = m_form->row(tr("&Infusions a day"), new QuantityEdit({.wholeDigits = 3, .decimals = 0, .unit = {}}),
                           {.name = u"infusions_per_day"_s,
                            .unit = {},
                            .help = tr("Empty: the chairs are not counted."),
                            .optional = true});
    m_closed = m_form->row(tr("Closed &days"), new NoteEdit,
                           {.name = u"closed_days"_s,
                            .unit = {},
                            .help = tr("One a line: %1.").arg(exampleDay()),
                            .optional = true,
                            .span = 2});
    m_closed->setTabChangesFocus(true);
    m_closed->setFixedHeight(scaled(kClosedHeight));
    body()->addWidget(m_form);
    m_save = makeButton(tr("Sa&ve the days"), ButtonKind::Primary, u"save_days"_s, this);
    body()->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_save, &QPushButton::clicked, this, &ClinicDaysForm::save);
}

void ClinicDaysForm::fill(const services::ClinicDays& days) {
    QStringList closed;
    for (const auto day : days.closed)
        closed << dateText(day);
    m_perDay->setThousandths(days.perDay ? std::optional(std::int64_t{*days.perDay} * 1000) : std::nullopt);
    m_closed->setPlainText(closed.join(u'\n'));
    m_savedPerDay = m_perDay->text();
    m_savedClosed = m_closed->toPlainText();
}

void ClinicDaysForm::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.chairs.days(actor); },
        [this](const base::Result<services::ClinicDays>& days) {
            const bool typing = m_perDay->text() != m_savedPerDay || m_closed->toPlainText() != m_savedClosed;
            if (days && !typing) fill(*days);
        });
}

std::optional<services::ClinicDays> ClinicDaysForm::typed() {
    services::ClinicDays days;
    if (const auto perDay = m_perDay->thousandths()) days.perDay = static_cast<int>(*perDay / 1000);
    for (const QString& line : m_closed->toPlainText().split(u'\n')) {
        if (line.trimmed().isEmpty()) continue;
        const auto read = readDate(line, m_bench.now().localDate(), DateExpected::Future);
        if (!read.date) {
            m_form->problem(u"closed_days"_s, tr("“%1” is no day. Type it like %2.").arg(line.trimmed(), exampleDay()));
            return std::nullopt;
        }
        days.closed.push_back(*read.date);
    }
    std::ranges::sort(days.closed);
    return days;
}

void ClinicDaysForm::save() {
    m_form->clearProblems();
    const auto days = typed();
    if (!days) return;
    m_save->setEnabled(false);
    m_bench.askAs(
        this,
        [days = *days](services::Services& all, const services::Actor& actor) {
            return all.chairs.setDays(actor, days);
        },
        [this, days = *days](const base::Done& done) {
            m_save->setEnabled(true);
            if (!done) return showRefusal(done.error());
            fill(days);
            Q_EMIT status(days.closed.size() == 1 ? tr("The days of the clinic are saved: 1 closed day.")
                                                  : tr("The days of the clinic are saved: %n closed days.", nullptr,
                                                       static_cast<int>(days.closed.size())));
        });
}

void ClinicDaysForm::showRefusal(const base::Error& error) {
    if (error.problems.empty()) return m_form->failure(error);
    for (const auto& problem : error.problems) {
        const auto day = base::CalendarDate::fromIso(problem.value);
        if (problem.rule == base::Rule::Duplicate && day) {
            m_form->problem(toQt(problem.field), tr("%1 stands there twice.").arg(dateText(*day)));
        } else if (problem.rule == base::Rule::TooMany) {
            m_form->problem(toQt(problem.field), tr("At most %1 closed days are possible.").arg(toQt(problem.high)));
        } else {
            m_form->problem(
                toQt(problem.field),
                tr("The chairs take 1 to %1 infusions a day; empty if they are not counted.").arg(toQt(problem.high)));
        }
    }
}

} // namespace chairside::ui
