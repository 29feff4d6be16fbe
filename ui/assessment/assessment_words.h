// Words for filled-in instruments: occasions, scores, criteria. Texts of the instruments themselves are data.
#pragma once

#include <QString>
#include <vector>

#include "core/services/assessment_service.h"

namespace chairside::ui {

// "baseline", "follow-up", "visit".
[[nodiscard]] QString occasionText(domain::Occasion occasion);
// "in person", "by phone", "on paper".
[[nodiscard]] QString modeText(domain::ResponseMode mode);

// What an answer can be: "0 not at all · 1 several days …", or "0 to 10" where single values have no words.
[[nodiscard]] QString answersText(const domain::InstrumentItem& item);
// "Walk for 20 minutes", "Load (g)".
[[nodiscard]] QString itemLabel(const domain::InstrumentItem& item);

// One line a scale and a criterion: what it is, and what it comes to.
struct ScoreLine {
    QString label;
    QString value;
    bool isOpen = false; // no value yet
};
[[nodiscard]] std::vector<ScoreLine> scoreLines(const domain::Instrument& instrument,
                                                const domain::InstrumentResult& result);

// The score a list shows: "FIQR total 54.33", "no score"; "declined" if every item was.
// most: so many scores, where there is no total.
[[nodiscard]] QString headline(const services::Assessment& assessment, const domain::Instrument* instrument,
                               int most = 4);
// "FIQR, revised Fibromyalgia Impact Questionnaire", or the stored id if the clinic no longer has it.
[[nodiscard]] QString instrumentName(const domain::QuestionnaireResponse& response,
                                     const domain::Instrument* instrument);

} // namespace chairside::ui
