#include "ui/assessment/assessment_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AssessmentWords {
    Q_DECLARE_TR_FUNCTIONS(AssessmentWords)
};

QString bandText(const domain::ScaleScore& score) {
    QStringList bands;
    for (const auto& band : score.bands) {
        bands << (score.bands.size() == 1 ? toQt(band.text)
                                          : AssessmentWords::tr("%1 (%2)").arg(toQt(band.text), toQt(band.set)));
    }
    return bands.join(u", "_s);
}

QString missingNote(const domain::ScaleScore& score) {
    if (!score.prorated) return {};
    const int missing = score.items - score.answered;
    if (score.few) {
        return AssessmentWords::tr(
            "%n missing, counted as the mean of the others; fewer than half are answered, so read "
            "it with care",
            nullptr, missing);
    }
    return AssessmentWords::tr("%n missing, counted as the mean of the others", nullptr, missing);
}

ScoreLine scaleLine(const domain::InstrumentScale& scale, const domain::ScaleScore& score) {
    const auto shown = score.shown();
    if (!shown) {
        return {toQt(scale.text),
                AssessmentWords::tr("no score, %1 answered").arg(partText(score.answered, score.items)), true};
    }
    QStringList parts{numberText(*shown)};
    for (const QString& part : {bandText(score), missingNote(score)})
        if (!part.isEmpty()) parts << part;
    return {toQt(scale.text), parts.join(u" · "_s)};
}

QString stateText(domain::CriterionState state) {
    switch (state) {
    case domain::CriterionState::Met:
        return AssessmentWords::tr("met");
    case domain::CriterionState::NotMet:
        return AssessmentWords::tr("not met");
    case domain::CriterionState::Open:
        return AssessmentWords::tr("open, answers are missing");
    }
    return {};
}

// Up to the range a scale's name ends with: "FIQR total, 0 to 100" -> "FIQR total".
QString shortText(const domain::InstrumentScale& scale) {
    const QString text = toQt(scale.text);
    const auto comma = text.lastIndexOf(u", "_s);
    const bool isRange = comma > 0 && comma + 2 < text.size() && text.at(comma + 2).isDigit();
    return isRange ? text.left(comma) : text;
}

bool isAll(const domain::QuestionnaireResponse& response, domain::MissingReason reason) {
    return std::ranges::all_of(response.answers, [reason](const auto& answer) { return answer.missing == reason; });
}

} // namespace

QString occasionText(domain::Occasion occasion) {
    switch (occasion) {
    case domain::Occasion::Baseline:
        return AssessmentWords::tr("baseline");
    case domain::Occasion::FollowUp:
        return AssessmentWords::tr("follow-up");
    case domain::Occasion::Visit:
        return AssessmentWords::tr("visit");
    }
    return {};
}

QString modeText(domain::ResponseMode mode) {
    switch (mode) {
    case domain::ResponseMode::InPerson:
        return AssessmentWords::tr("in person");
    case domain::ResponseMode::Phone:
        return AssessmentWords::tr("by phone");
    case domain::ResponseMode::Paper:
        return AssessmentWords::tr("on paper");
    }
    return {};
}

QString answersText(const domain::InstrumentItem& item) {
    if (item.words.empty()) {
        const QString range = AssessmentWords::tr("%1 to %2").arg(item.low).arg(item.high);
        return item.unit.empty() ? range : range + u' ' + toQt(item.unit);
    }
    QStringList words;
    for (const auto& word : item.words)
        words << u"%1 %2"_s.arg(word.value).arg(toQt(word.text));
    return words.join(u" · "_s);
}

QString itemLabel(const domain::InstrumentItem& item) {
    return item.unit.empty() ? toQt(item.text) : u"%1 (%2)"_s.arg(toQt(item.text), toQt(item.unit));
}

std::vector<ScoreLine> scoreLines(const domain::Instrument& instrument, const domain::InstrumentResult& result) {
    std::vector<ScoreLine> lines;
    for (const auto& scale : instrument.scales) {
        if (const auto* score = result.scale(scale.key)) lines.push_back(scaleLine(scale, *score));
    }
    for (const auto& criterion : instrument.criteria) {
        const auto state = result.state(criterion.key);
        lines.push_back({toQt(criterion.text), stateText(state), state == domain::CriterionState::Open});
    }
    return lines;
}

QString headline(const services::Assessment& assessment, const domain::Instrument* instrument, int most) {
    const auto& response = assessment.response;
    if (isAll(response, domain::MissingReason::Declined)) return missingText(domain::MissingReason::Declined);
    QStringList parts;
    const auto add = [&](const domain::RecordedScore& score) {
        if (!score.score || parts.size() >= most) return;
        const auto* scale = instrument == nullptr ? nullptr : instrument->scale(score.scale);
        const QString name = scale == nullptr ? toQt(score.scale) : shortText(*scale);
        const auto* exact = assessment.scored ? assessment.scored->scale(score.scale) : nullptr;
        const auto shown = exact == nullptr ? score.score : exact->shown();
        parts << u"%1 %2"_s.arg(name, numberText(shown.value_or(*score.score)));
    };
    if (const auto* total = response.score("total")) {
        add(*total);
    } else {
        for (const auto& score : response.scores)
            add(score);
    }
    return parts.isEmpty() ? AssessmentWords::tr("no score") : parts.join(u", "_s);
}

QString instrumentName(const domain::QuestionnaireResponse& response, const domain::Instrument* instrument) {
    return instrument == nullptr ? toQt(response.instrument) : toQt(instrument->name);
}

} // namespace chairside::ui
