#include "ui/assessment/assessment_models.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/assessment/assessment_words.h"
#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(AssessmentModels)
};

QString resultText(const services::Assessment& assessment, const domain::Instrument* instrument) {
    const auto& response = assessment.response;
    QStringList parts{headline(assessment, instrument)};
    parts << ListWords::tr("%1, %2").arg(occasionText(response.occasion), modeText(response.mode));
    if (!response.safety.empty()) {
        parts << ListWords::tr("safety: %1 Told: %2.").arg(toQt(response.safety.done), toQt(response.safety.told));
    }
    if (assessment.corrected) parts << ListWords::tr("corrected, does not count");
    if (response.corrects) parts << ListWords::tr("correction: %1").arg(toQt(response.correctionReason));
    if (!assessment.agrees) parts << ListWords::tr("the stored score differs from what the answers score now");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

std::vector<QStringList> instrumentRows(const services::PatientAssessments& assessments) {
    std::vector<QStringList> rows;
    for (const auto& instrument : assessments.instruments) {
        const auto last = std::ranges::find_if(assessments.all, [&](const services::Assessment& one) {
            return !one.corrected && one.response.instrument == instrument.id;
        });
        const QString score =
            last == assessments.all.end()
                ? ListWords::tr("none yet")
                : ListWords::tr("%1 on %2").arg(headline(*last, &instrument), dateText(last->response.date));
        rows.push_back({toQt(instrument.name), score});
    }
    return rows;
}

std::vector<QStringList> responseRows(const services::PatientAssessments& assessments) {
    std::vector<QStringList> rows;
    for (const auto& one : assessments.all) {
        const auto* instrument = assessments.instrument(one.response.instrument);
        rows.push_back({dateText(one.response.date), instrumentName(one.response, instrument),
                        resultText(one, instrument), toQt(one.recordedBy)});
    }
    return rows;
}

} // namespace chairside::ui
