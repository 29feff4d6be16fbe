#include <QCoreApplication>

#include "ui/charts/chart_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartCareText {
    Q_DECLARE_TR_FUNCTIONS(ChartCareText)
};

QString kindText(services::TreatmentKind kind) {
    using services::TreatmentKind;
    switch (kind) {
    case TreatmentKind::Medicine:
        return ChartCareText::tr("medicine");
    case TreatmentKind::Physiotherapy:
        return ChartCareText::tr("physiotherapy");
    case TreatmentKind::Psychotherapy:
        return ChartCareText::tr("psychotherapy");
    case TreatmentKind::Exercise:
        return ChartCareText::tr("exercise");
    case TreatmentKind::Sleep:
        return ChartCareText::tr("sleep treatment");
    case TreatmentKind::OtherTherapy:
        return ChartCareText::tr("other therapy");
    }
    return {};
}

QString shortName(const CareItem& item) {
    return item.name.empty() ? kindText(item.kind) : toQt(item.name);
}

} // namespace

QString careName(const CareItem& item) {
    return item.dose.empty() ? shortName(item) : u"%1 %2"_s.arg(shortName(item), toQt(item.dose));
}

QString careText(const CareItem& item) {
    switch (item.step) {
    case CareStep::Running:
        return careName(item);
    case CareStep::Began:
        return ChartCareText::tr("began %1").arg(careName(item));
    case CareStep::Ended:
        return ChartCareText::tr("ended %1").arg(careName(item));
    }
    return {};
}

QString careMark(const CareItem& item) {
    switch (item.step) {
    case CareStep::Running:
        return shortName(item);
    case CareStep::Began:
        return u"+ "_s + shortName(item);
    case CareStep::Ended:
        return u"− "_s + shortName(item);
    }
    return {};
}

} // namespace chairside::ui
