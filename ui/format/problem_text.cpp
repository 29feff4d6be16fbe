#include "ui/format/problem_text.h"

#include <QCoreApplication>

#include "core/base/decimal_text.h"
#include "core/base/instant.h"
#include "core/base/utf8.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

// Lets the sentences below be written as tr("...") and found by lupdate.
struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(ProblemText)

public:
    static QString signInDelay(const base::Error& error);
    static QString invalid(const base::Error& error);
    static QString storage(base::Code code);
    static QString general(base::Code code);
    static QString notTreated();
    static QString notInForce();
    static QString givenPassword();
    static QString networkFolder();
    static QString range(const base::Problem& problem, const FieldWords& field);
    static QString value(const base::Problem& problem, const FieldWords& field);
    static QString time(const base::Problem& problem, const FieldWords& field);
    static QString moment(const base::Problem& problem, const FieldWords& field);
    static QString amount(const base::Problem& problem, const FieldWords& field);
    static QString relation(const base::Problem& problem, const FieldWords& field);
};

// A limit as people read it: grouped number and unit, or the text itself if it is not a number (a date, a
// name).
QString limitText(const std::string& text, const QString& unit) {
    const auto thousandths = base::thousandthsFromText(text);
    const QString number = thousandths ? numberText(*thousandths) : toQt(text);
    return unit.isEmpty() ? number : number + u' ' + unit;
}

QString bareLimit(const std::string& text) {
    return limitText(text, {});
}

// A limit that counts something.
QString countOf(const std::string& limit, Counted what) {
    bool isNumber = false;
    const int count = toQt(limit).toInt(&isNumber);
    return isNumber ? countedText(count, what) : bareLimit(limit);
}

QString ProblemText::signInDelay(const base::Error& error) {
    bool isNumber = false;
    const int seconds = toQt(error.detail).toInt(&isNumber);
    if (!isNumber || seconds <= 0) return tr("Too many tries. Wait a little, then try again.");
    return seconds == 1 ? tr("Too many tries. Try again in 1 second.")
                        : tr("Too many tries. Try again in %n seconds.", nullptr, seconds);
}

QString ProblemText::invalid(const base::Error& error) {
    const int count = static_cast<int>(error.problems.size());
    if (count == 0) return tr("An entry needs attention. Check what you entered and try again.");
    if (count == 1) return tr("One entry needs attention.");
    return tr("%n entries need attention.", nullptr, count);
}

QString ProblemText::storage(base::Code code) {
    switch (code) {
    case base::Code::StorageFull:
        return tr("Not saved: the disk is full. Free some space, then try again. Your entries are kept on screen.");
    case base::Code::StorageReadOnly:
        return tr("Not saved: the data folder cannot be written. Ask your administrator to allow writing, "
                  "then try again.");
    case base::Code::StorageHeld:
        return tr("The data are open in another program. Close it there, then try again.");
    case base::Code::StorageNewer:
        return tr("The data were written by a newer version of Chairside. Install that version to open them.");
    case base::Code::StorageDamaged:
        return tr("The data did not pass their integrity check. Nothing was changed; restore the last backup "
                  "or ask your administrator.");
    default:
        return tr("Not saved: the data could not be reached. Check the disk or the network, then try again. "
                  "Your entries are kept on screen.");
    }
}

QString ProblemText::general(base::Code code) {
    switch (code) {
    case base::Code::NotFound:
        return tr("This record was not found. It may have been moved, or you may not have access to it.");
    case base::Code::Denied:
        return tr("Your role does not allow this. Ask someone who may do it.");
    case base::Code::SignInFailed:
        return tr("User name or password is not right.");
    case base::Code::WrongState:
        return tr("The record has moved on, so this is not possible now. Look at its present state first.");
    case base::Code::Conflict:
        return tr("Somebody else changed this record. Load it again, then repeat your change.");
    case base::Code::AlreadyExists:
        return tr("A record with this identity is already there. Open that one instead.");
    default:
        return tr("Something went wrong inside the program. Nothing was saved; try again, and tell your "
                  "administrator if it happens twice.");
    }
}

QString ProblemText::notTreated() {
    return tr("This patient is recorded as withdrawn or deceased, so nothing new is begun. If that is not right, "
              "correct it on the page “History and contacts” first.");
}

QString ProblemText::notInForce() {
    return tr("This protocol version is not in force today, so no course is ordered under it. Choose the one that is.");
}

QString ProblemText::givenPassword() {
    return tr("An administrator gave this password. Sign in with it and choose your own first; it does nothing else.");
}

QString ProblemText::networkFolder() {
    return tr("This folder lies on the network, where saved entries could be lost. Keep the data on a disk of this "
              "computer; backups may go to the network.");
}

QString ProblemText::range(const base::Problem& problem, const FieldWords& field) {
    if (!problem.low.empty() && !problem.high.empty()) {
        return tr("%1 must be from %2 to %3.")
            .arg(field.label, bareLimit(problem.low), limitText(problem.high, field.unit));
    }
    if (!problem.high.empty())
        return tr("%1 must be %2 or lower.").arg(field.label, limitText(problem.high, field.unit));
    if (!problem.low.empty())
        return tr("%1 must be %2 or higher.").arg(field.label, limitText(problem.low, field.unit));
    return tr("%1 is outside what is possible. Check the value.").arg(field.label);
}

QString ProblemText::value(const base::Problem& problem, const FieldWords& field) {
    switch (problem.rule) {
    case base::Rule::Required:
        return tr("%1 is needed.").arg(field.label);
    case base::Rule::NotANumber:
        return tr("%1 must be a number such as 5 or 0.5.").arg(field.label);
    case base::Rule::TooPrecise:
        return problem.high.empty() || problem.high == "0"
                   ? tr("%1 must be a whole number.").arg(field.label)
                   : tr("%1 takes at most %2 after the point.").arg(field.label, countOf(problem.high, Counted::Digit));
    case base::Rule::TooLong:
        return problem.high.empty()
                   ? tr("%1 is too long. Shorten it.").arg(field.label)
                   : tr("%1 takes at most %2.").arg(field.label, countOf(problem.high, Counted::Character));
    case base::Rule::TooWeak:
        return problem.low.empty()
                   ? tr("%1 is easy to guess. Choose a longer one that is not a common password.").arg(field.label)
                   : tr("%1 must have %2 characters or more and must not be a common password.")
                         .arg(field.label, bareLimit(problem.low));
    default:
        return tr("%1 is not possible here. Choose another value.").arg(field.label);
    }
}

// A time of day that was typed, beside the moment it may not pass; the day too where it is another one. Empty if the
// problem is about a date.
QString ProblemText::time(const base::Problem& problem, const FieldWords& field) {
    const auto limit = base::Instant::fromIso(problem.high.empty() ? problem.low : problem.high);
    const auto typed = base::Instant::fromIso(problem.value);
    if (!limit || !typed) return {};
    const bool sameDay = limit->localDate() == typed->localDate();
    const auto text = [sameDay](const base::Instant& at) {
        return sameDay ? timeText(at) : dateTimeText(at);
    };
    switch (problem.rule) {
    case base::Rule::InFuture:
        return tr("%1 %2 is still to come: it is %3 now. Type when it was.")
            .arg(field.label, text(*typed), text(*limit));
    case base::Rule::BeforeStart:
        return tr("%1 %2 is before %3, when this record was opened. Type when it was.")
            .arg(field.label, text(*typed), text(*limit));
    case base::Rule::OutOfOrder:
        return tr("%1 %2 is before the beginning at %3. Type when it was.")
            .arg(field.label, text(*typed), text(*limit));
    default:
        return {};
    }
}

QString ProblemText::moment(const base::Problem& problem, const FieldWords& field) {
    if (QString sentence = time(problem, field); !sentence.isEmpty()) return sentence;
    switch (problem.rule) {
    case base::Rule::NotADate:
        return tr("%1 must be a date such as 14-Mar-1979.").arg(field.label);
    case base::Rule::InFuture:
        return tr("%1 must not be in the future.").arg(field.label);
    case base::Rule::InPast:
        return tr("%1 must not be in the past.").arg(field.label);
    case base::Rule::BeforeStart:
        return tr("%1 must not be before the start of the infusion.").arg(field.label);
    case base::Rule::AfterEnd:
        return tr("%1 must not be after the end of the infusion.").arg(field.label);
    case base::Rule::OutOfOrder:
        return tr("%1 must come after the one before it.").arg(field.label);
    default:
        return tr("%1 is not a day the clinic is open. Choose another day.").arg(field.label);
    }
}

QString ProblemText::amount(const base::Problem& problem, const FieldWords& field) {
    const QString low = limitText(problem.low, field.unit);
    const QString high = limitText(problem.high, field.unit);
    const bool hasLow = !problem.low.empty();
    const bool hasHigh = !problem.high.empty();
    switch (problem.rule) {
    case base::Rule::TooMany:
        return hasHigh ? tr("%1: at most %2 are possible.").arg(field.label, high)
                       : tr("%1: there are too many.").arg(field.label);
    case base::Rule::TooFew:
        return hasLow ? tr("%1: at least %2 are needed.").arg(field.label, low)
                      : tr("%1: there are too few.").arg(field.label);
    case base::Rule::AboveLimit:
        return hasHigh ? tr("%1 must be %2 or lower: this is the limit of the protocol.").arg(field.label, high)
                       : tr("%1 is above the limit of the protocol.").arg(field.label);
    case base::Rule::BelowLimit:
        return hasLow ? tr("%1 must be %2 or higher: this is the limit of the protocol.").arg(field.label, low)
                      : tr("%1 is below the limit of the protocol.").arg(field.label);
    case base::Rule::GapTooShort:
        return hasLow ? tr("%1: leave at least %2 in between.").arg(field.label, low)
                      : tr("%1 is too soon after the one before it.").arg(field.label);
    case base::Rule::GapTooLong:
        return hasHigh ? tr("%1: leave at most %2 in between.").arg(field.label, high)
                       : tr("%1 is too long after the one before it.").arg(field.label);
    default:
        return hasHigh ? tr("%1 may take %2 at most from first to last.").arg(field.label, high)
                       : tr("%1 takes too long from first to last.").arg(field.label);
    }
}

QString ProblemText::relation(const base::Problem& problem, const FieldWords& field) {
    switch (problem.rule) {
    case base::Rule::Duplicate:
        return tr("%1 is already in use. Choose another.").arg(field.label);
    case base::Rule::Mismatch:
        return tr("%1 does not agree with the record. Check both.").arg(field.label);
    case base::Rule::SamePerson:
        return tr("%1 must be a different person.").arg(field.label);
    case base::Rule::ToleranceBelowThreshold:
        return tr("%1: the tolerance must not be below the threshold.").arg(field.label);
    case base::Rule::DoesNotBalance:
        return problem.high.empty()
                   ? tr("%1 does not balance: what was given and wasted must add up to what was drawn.")
                         .arg(field.label)
                   : tr("%1 does not balance: it must come to %2.")
                         .arg(field.label, limitText(problem.high, field.unit));
    case base::Rule::NotSigned:
        return tr("%1 must be signed first.").arg(field.label);
    default:
        if (problem.value == base::kNotText)
            return tr("%1 holds characters that are no text and cannot be kept. Type it again.").arg(field.label);
        return tr("%1 is not allowed here.").arg(field.label);
    }
}

} // namespace

QString describe(const base::Error& error) {
    switch (error.code) {
    case base::Code::Invalid:
        return ProblemText::invalid(error);
    case base::Code::SignInDelayed:
        return ProblemText::signInDelay(error);
    case base::Code::WrongState:
        if (error.field == "patient") return ProblemText::notTreated();
        if (error.field == "protocol_version" && error.detail == "not_in_force") return ProblemText::notInForce();
        if (error.field == "given_password") return ProblemText::givenPassword();
        return ProblemText::general(error.code);
    case base::Code::StorageFailed:
        if (error.field == "network_folder") return ProblemText::networkFolder();
        return ProblemText::storage(error.code);
    case base::Code::StorageFull:
    case base::Code::StorageReadOnly:
    case base::Code::StorageHeld:
    case base::Code::StorageNewer:
    case base::Code::StorageDamaged:
        return ProblemText::storage(error.code);
    default:
        return ProblemText::general(error.code);
    }
}

QString describe(const base::Problem& problem, const FieldWords& field) {
    switch (problem.rule) {
    case base::Rule::OutOfRange:
        return ProblemText::range(problem, field);
    case base::Rule::Required:
    case base::Rule::NotANumber:
    case base::Rule::TooPrecise:
    case base::Rule::TooLong:
    case base::Rule::TooWeak:
        return ProblemText::value(problem, field);
    case base::Rule::NotADate:
    case base::Rule::InFuture:
    case base::Rule::InPast:
    case base::Rule::BeforeStart:
    case base::Rule::AfterEnd:
    case base::Rule::OutOfOrder:
    case base::Rule::NotAClinicDay:
        return ProblemText::moment(problem, field);
    case base::Rule::TooMany:
    case base::Rule::TooFew:
    case base::Rule::AboveLimit:
    case base::Rule::BelowLimit:
    case base::Rule::GapTooShort:
    case base::Rule::GapTooLong:
    case base::Rule::SpanTooLong:
        return ProblemText::amount(problem, field);
    case base::Rule::Duplicate:
    case base::Rule::Mismatch:
    case base::Rule::SamePerson:
    case base::Rule::ToleranceBelowThreshold:
    case base::Rule::DoesNotBalance:
    case base::Rule::NotSigned:
    case base::Rule::NotAllowed:
        return ProblemText::relation(problem, field);
    }
    return {};
}

} // namespace chairside::ui
