#include "ui/outcomes/outcomes_text.h"
#include "ui/format/protocol_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "ui/charts/outcome_chart_text.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using services::OutcomeGap;

namespace {

struct OutcomesText {
    Q_DECLARE_TR_FUNCTIONS(OutcomesText)
};

QString perHundredText(double value) {
    return numberText(std::llround(value * 10) * 100);
}

} // namespace

QString courseCountsText(const services::Outcomes& outcomes) {
    if (outcomes.courses == 0) return OutcomesText::tr("No course belongs to this period.");
    return OutcomesText::tr("%1: %2 started, of these %3 completed, %4 stopped, %5 running")
        .arg(countedText(outcomes.courses, Counted::Course), countText(outcomes.started), countText(outcomes.completed),
             countText(outcomes.stopped), countText(outcomes.running));
}

QString respondersText(const services::Outcomes& outcomes) {
    const auto& share = outcomes.responders;
    if (share.of == 0) return OutcomesText::tr("No course can be judged.");
    const QString counts = OutcomesText::tr("Responders %1 of %2").arg(countText(share.count), countText(share.of));
    if (!outcomes.respondersRange) {
        return OutcomesText::tr("%1; fewer than %2, too few for a percentage").arg(counts).arg(outcomes.smallestGroup);
    }
    return OutcomesText::tr("%1 (%2, 95 % interval %3 to %4, Wilson)")
        .arg(counts, shareText(static_cast<double>(share.count) / static_cast<double>(share.of)),
             shareText(outcomes.respondersRange->low), shareText(outcomes.respondersRange->high));
}

QString definitionText(const services::Outcomes& outcomes) {
    std::map<std::array<int, 3>, QStringList> versions;
    for (const auto& one : outcomes.definitions) {
        auto& names = versions[{one.responderPercent, one.followUpDays, one.relapsePercent}];
        const QString name = versionTitle(one.protocolName, one.versionNumber);
        if (!names.contains(name)) names << name;
    }
    QStringList sentences;
    for (const auto& [numbers, names] : versions) {
        sentences << OutcomesText::tr("Responder: pain at the newest follow-up within %1 of the last infusion at "
                                      "least %2 % below the baseline; relapse: at least %3 % of the gain lost (%4).")
                         .arg(countedText(numbers[1], Counted::Day))
                         .arg(numbers[0])
                         .arg(numbers[2])
                         .arg(names.join(u"; "_s));
    }
    return sentences.join(u' ');
}

QString outcomeGapText(OutcomeGap gap) {
    switch (gap) {
    case OutcomeGap::NotStarted:
        return OutcomesText::tr("no infusion given");
    case OutcomeGap::Running:
        return OutcomesText::tr("course running");
    case OutcomeGap::BaselineMissing:
        return OutcomesText::tr("baseline missing");
    case OutcomeGap::BaselineZero:
        return OutcomesText::tr("baseline is 0");
    case OutcomeGap::FollowUpPending:
        return OutcomesText::tr("no follow-up score yet, still time");
    case OutcomeGap::FollowUpMissing:
        return OutcomesText::tr("follow-up score missing");
    }
    return {};
}

QString adverseSentence(const services::Outcomes& outcomes) {
    const auto& adverse = outcomes.adverse;
    const QString counts =
        OutcomesText::tr("%1 in %2")
            .arg(countedText(adverse.events, Counted::AdverseEvent), countedText(adverse.infusions, Counted::Infusion));
    if (!adverse.perHundred) {
        return OutcomesText::tr("%1; fewer than %2 infusions, too few for a rate.")
            .arg(counts)
            .arg(outcomes.smallestGroup);
    }
    return OutcomesText::tr("%1: %2 in every 100 infusions.").arg(counts, perHundredText(*adverse.perHundred));
}

ChartTable adverseTable(const services::Outcomes& outcomes) {
    const auto& adverse = outcomes.adverse;
    ChartTable table{.headings = {OutcomesText::tr("Grade"), OutcomesText::tr("Events"), OutcomesText::tr("Infusions"),
                                  OutcomesText::tr("In every 100 infusions")},
                     .rows = {}};
    const auto add = [&](const QString& grade, int place, int events) {
        const auto rate = adverse.perHundred ? domain::perHundred(events, adverse.infusions) : std::nullopt;
        table.rows.push_back(
            {{grade, place},
             {countText(events), events},
             {countText(adverse.infusions), adverse.infusions},
             rate ? ChartCell{perHundredText(*rate), *rate} : ChartCell{OutcomesText::tr("too few infusions"), {}}});
    };
    add(OutcomesText::tr("all"), 0, adverse.events);
    for (std::size_t at = 0; at < adverse.byGrade.size(); ++at)
        add(QString::number(at + 1), static_cast<int>(at) + 1, adverse.byGrade.at(at));
    return table;
}

QString unjudgedSentence(const services::Outcomes& outcomes) {
    if (outcomes.unjudged.empty()) return OutcomesText::tr("Every course of the period is judged.");
    std::map<OutcomeGap, int> counts;
    for (const auto& one : outcomes.unjudged)
        ++counts[one.gap];
    QStringList reasons;
    for (const auto& [gap, count] : counts)
        reasons << OutcomesText::tr("%1: %2", "reason: count").arg(outcomeGapText(gap)).arg(count);
    return OutcomesText::tr("%1 of %2 courses cannot be judged (%3).")
        .arg(countText(std::ssize(outcomes.unjudged)), countText(outcomes.courses), reasons.join(u", "_s));
}

ChartTable unjudgedTable(const services::Outcomes& outcomes, bool named) {
    ChartTable table{.headings = {OutcomesText::tr("Course"), OutcomesText::tr("Why it cannot be judged")}, .rows = {}};
    if (named) table.headings.insert(table.headings.begin(), {OutcomesText::tr("Patient"), OutcomesText::tr("Number")});
    for (const auto& one : outcomes.unjudged) {
        const auto& details = one.patient.details;
        std::vector<ChartCell> row{{QString::number(one.course.number), one.course.number},
                                   {outcomeGapText(one.gap), static_cast<int>(one.gap)}};
        if (named) {
            const QString name = OutcomesText::tr("%1, born %2").arg(nameText(details.name), dateText(details.born));
            row.insert(row.begin(), {{name, name}, {toQt(details.clinicNumber), toQt(details.clinicNumber)}});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString outcomesFileName(const QString& part, const services::OutcomeQuery& query) {
    return u"outcomes_%1_%2_%3"_s.arg(part, toQt(query.from.iso()), toQt(query.to.iso()));
}

} // namespace chairside::ui
