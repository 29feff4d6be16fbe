#include "ui/format/tender_site_text.h"

#include <QCoreApplication>

namespace chairside::ui {

namespace {

struct TenderSiteText {
    Q_DECLARE_TR_FUNCTIONS(TenderSiteText)
};

} // namespace

QString siteGroupText(domain::TenderSite site) {
    using enum domain::TenderSite;
    switch (site) {
    case ControlForehead:
        return TenderSiteText::tr("Forehead (control)");
    case OcciputRight:
    case OcciputLeft:
        return TenderSiteText::tr("Occiput");
    case TrapeziusRight:
    case TrapeziusLeft:
        return TenderSiteText::tr("Trapezius");
    case SupraspinatusRight:
    case SupraspinatusLeft:
        return TenderSiteText::tr("Supraspinatus");
    case GlutealRight:
    case GlutealLeft:
        return TenderSiteText::tr("Gluteal");
    case LowCervicalRight:
    case LowCervicalLeft:
        return TenderSiteText::tr("Low cervical");
    case SecondRibRight:
    case SecondRibLeft:
        return TenderSiteText::tr("Second rib");
    case LateralEpicondyleRight:
    case LateralEpicondyleLeft:
        return TenderSiteText::tr("Lateral epicondyle");
    case ControlForearmRight:
        return TenderSiteText::tr("Forearm (control)");
    case GreaterTrochanterRight:
    case GreaterTrochanterLeft:
        return TenderSiteText::tr("Greater trochanter");
    case KneeRight:
    case KneeLeft:
        return TenderSiteText::tr("Knee");
    case ControlThumbnailLeft:
        return TenderSiteText::tr("Thumbnail (control)");
    }
    return {};
}

QString siteText(domain::TenderSite site) {
    switch (domain::sideOf(site)) {
    case domain::Side::Right:
        return TenderSiteText::tr("%1, right").arg(siteGroupText(site));
    case domain::Side::Left:
        return TenderSiteText::tr("%1, left").arg(siteGroupText(site));
    case domain::Side::Middle:
        return siteGroupText(site);
    }
    return {};
}

} // namespace chairside::ui
