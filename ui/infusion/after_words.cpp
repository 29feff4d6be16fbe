#include "ui/infusion/after_words.h"

#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

QString AfterWords::impression(domain::Impression impression) {
    switch (impression) {
    case domain::Impression::VeryMuchImproved:
        return tr("very much improved");
    case domain::Impression::MuchImproved:
        return tr("much improved");
    case domain::Impression::MinimallyImproved:
        return tr("minimally improved");
    case domain::Impression::NoChange:
        return tr("no change");
    case domain::Impression::MinimallyWorse:
        return tr("minimally worse");
    case domain::Impression::MuchWorse:
        return tr("much worse");
    case domain::Impression::VeryMuchWorse:
        return tr("very much worse");
    }
    return {};
}

QString AfterWords::impressionScale(domain::ImpressionDirection direction) {
    QStringList answers;
    for (int value = domain::kImpressionRange.low; value <= domain::kImpressionRange.high; ++value)
        answers << u"%1 %2"_s.arg(value).arg(impression(*domain::impressionOf(value, direction)));
    return answers.join(u", "_s);
}

QString AfterWords::since(domain::ComparedWith since) {
    return since == domain::ComparedWith::BeforeCourse ? tr("compared with before the course")
                                                       : tr("compared with before this infusion");
}

QString AfterWords::side(domain::BodySide side) {
    return side == domain::BodySide::Right ? tr("right") : tr("left");
}

QString AfterWords::stop(domain::EnduranceStop stop) {
    switch (stop) {
    case domain::EnduranceStop::Exhausted:
        return tr("exhausted");
    case domain::EnduranceStop::Pain:
        return tr("pain");
    case domain::EnduranceStop::TimeLimit:
        return tr("end of the test");
    case domain::EnduranceStop::Other:
        return tr("other");
    }
    return {};
}

QString AfterWords::impressionLine(const domain::AfterAssessment& entry) {
    if (!entry.impression) return {};
    const auto meaning = domain::impressionOf(*entry.impression, entry.direction);
    return tr("%1 %2, %3")
        .arg(scoreText(*entry.impression, domain::kImpressionRange.low, domain::kImpressionRange.high),
             meaning ? impression(*meaning) : QString(), since(entry.impressionSince));
}

QString AfterWords::reliefLine(const domain::AfterAssessment& entry) {
    if (!entry.relief) return {};
    return tr("%1, %2").arg(percentText(*entry.relief), since(entry.reliefSince));
}

QString AfterWords::enduranceLine(const domain::AfterAssessment& entry) {
    if (!entry.endurance) return {};
    const auto& test = *entry.endurance;
    const QString line =
        tr("%1 s with %2, %3, stopped: %4")
            .arg(countText(test.seconds), amountText(test.load, u"kg"), side(test.side), stop(test.stop));
    return test.words.empty() ? line : u"%1 (%2)"_s.arg(line, toQt(test.words));
}

QString AfterWords::parts(const domain::AfterAssessment& entry) {
    QStringList all;
    if (const QString line = impressionLine(entry); !line.isEmpty()) all << tr("impression %1").arg(line);
    if (const QString line = reliefLine(entry); !line.isEmpty()) all << tr("relief %1").arg(line);
    if (const QString line = enduranceLine(entry); !line.isEmpty()) all << tr("endurance %1").arg(line);
    return all.join(u"; "_s);
}

QString AfterWords::summary(const services::InfusionView& view) {
    QStringList lines;
    for (const auto& entry : domain::standing(view.record.after)) {
        lines << u"%1, %2"_s.arg(parts(entry), InfusionWords::written(view.people, entry.head));
    }
    return lines.join(u'\n');
}

} // namespace chairside::ui
