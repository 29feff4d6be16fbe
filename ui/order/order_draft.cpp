#include "ui/order/order_draft.h"

#include <QStringList>

#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString rowKey(QStringView what, std::size_t row) {
    return u"baseline_%1_%2"_s.arg(what).arg(row + 1);
}

} // namespace

QVariantMap contentOf(const OrderDraft& draft) {
    QVariantMap content{{u"weight"_s, draft.weight},
                        {u"weighed_on"_s, draft.weighedOn},
                        {u"height"_s, draft.height},
                        {u"weight_again"_s, draft.weightAgain},
                        {u"per_kg"_s, draft.perKg},
                        {u"minutes"_s, draft.minutes},
                        {u"reason"_s, draft.reason},
                        {u"goal"_s, draft.goal},
                        {u"stop_rule"_s, draft.stopRule},
                        {u"consent_on"_s, draft.consentOn},
                        {u"consent_by"_s, draft.consentBy},
                        {u"consent_ref"_s, draft.consentReference},
                        {u"dates"_s, QStringList(draft.dates.begin(), draft.dates.end())}};
    QVariantMap screening;
    for (const auto& [item, text] : draft.screening) {
        screening.insert(
            item, QVariantMap{{u"answer"_s, text.answer.value_or(-1)}, {u"note"_s, text.note}, {u"on"_s, text.on}});
    }
    content.insert(u"screening"_s, screening);
    if (draft.protocolVersion) content.insert(u"protocol_version"_s, toQt(*draft.protocolVersion));
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        content.insert(rowKey(u"date", row), draft.baseline[row].date);
        if (draft.baseline[row].pain) content.insert(rowKey(u"pain", row), *draft.baseline[row].pain);
    }
    return content;
}

OrderDraft orderDraftOf(const QVariantMap& content) {
    const auto text = [&content](const QString& key) {
        return content.value(key).toString();
    };
    OrderDraft draft;
    if (const QString version = text(u"protocol_version"_s); !version.isEmpty()) draft.protocolVersion = toStd(version);
    draft.weight = text(u"weight"_s);
    draft.weighedOn = text(u"weighed_on"_s);
    draft.height = text(u"height"_s);
    draft.weightAgain = text(u"weight_again"_s);
    draft.perKg = text(u"per_kg"_s);
    draft.minutes = text(u"minutes"_s);
    draft.reason = text(u"reason"_s);
    draft.goal = text(u"goal"_s);
    draft.stopRule = text(u"stop_rule"_s);
    draft.consentOn = text(u"consent_on"_s);
    draft.consentBy = text(u"consent_by"_s);
    draft.consentReference = text(u"consent_ref"_s);
    const QVariantMap screening = content.value(u"screening"_s).toMap();
    for (auto at = screening.begin(); at != screening.end(); ++at) {
        const QVariantMap one = at->toMap();
        bool number = false;
        const int answer = one.value(u"answer"_s).toInt(&number);
        draft.screening[at.key()] = {number && answer >= 0 ? std::optional(answer) : std::nullopt,
                                     one.value(u"note"_s).toString(), one.value(u"on"_s).toString()};
    }
    const QStringList dates = content.value(u"dates"_s).toStringList();
    draft.dates.assign(dates.begin(), dates.end());
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        draft.baseline[row].date = text(rowKey(u"date", row));
        const QVariant pain = content.value(rowKey(u"pain", row));
        if (pain.isValid()) draft.baseline[row].pain = pain.toInt();
    }
    return draft;
}

} // namespace chairside::ui
