#include "ui/format/counted_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

#include "ui/format/quantity_text.h"

namespace chairside::ui {

namespace {

class CountedText {
    Q_DECLARE_TR_FUNCTIONS(CountedText)
public:
    static QString one(Counted what);
    // "%1" stands for the count; `n` chooses the form in languages that have several.
    static QString many(Counted what, int n);
};

QString CountedText::one(Counted what) {
    switch (what) {
    case Counted::Day:
        return tr("1 day");
    case Counted::Minute:
        return tr("1 minute");
    case Counted::Infusion:
        return tr("1 infusion");
    case Counted::Course:
        return tr("1 course");
    case Counted::Score:
        return tr("1 score");
    case Counted::AdverseEvent:
        return tr("1 adverse event");
    case Counted::Event:
        return tr("1 event");
    case Counted::Row:
        return tr("1 row");
    case Counted::Character:
        return tr("1 character");
    case Counted::Chair:
        return tr("1 chair");
    case Counted::Digit:
        return tr("1 digit");
    case Counted::AuditEntry:
        return tr("1 entry of the trail");
    case Counted::Record:
        return tr("1 record");
    }
    return {};
}

QString CountedText::many(Counted what, int n) {
    switch (what) {
    case Counted::Day:
        return tr("%1 days", nullptr, n);
    case Counted::Minute:
        return tr("%1 minutes", nullptr, n);
    case Counted::Infusion:
        return tr("%1 infusions", nullptr, n);
    case Counted::Course:
        return tr("%1 courses", nullptr, n);
    case Counted::Score:
        return tr("%1 scores", nullptr, n);
    case Counted::AdverseEvent:
        return tr("%1 adverse events", nullptr, n);
    case Counted::Event:
        return tr("%1 events", nullptr, n);
    case Counted::Row:
        return tr("%1 rows", nullptr, n);
    case Counted::Character:
        return tr("%1 characters", nullptr, n);
    case Counted::Chair:
        return tr("%1 chairs", nullptr, n);
    case Counted::Digit:
        return tr("%1 digits", nullptr, n);
    case Counted::AuditEntry:
        return tr("%1 entries of the trail", nullptr, n);
    case Counted::Record:
        return tr("%1 records", nullptr, n);
    }
    return {};
}

} // namespace

QString countedText(std::int64_t count, Counted what) {
    if (count == 1) return CountedText::one(what);
    const auto form = std::min<std::int64_t>(count, std::numeric_limits<int>::max());
    return CountedText::many(what, static_cast<int>(form)).arg(countText(count));
}

} // namespace chairside::ui
