#include "ui/format/audit_text.h"

#include <QCoreApplication>
#include <array>
#include <utility>

#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditText {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

struct Words {
    std::string_view code;
    const char* text;
};

constexpr std::array kRecords{
    Words{"account", QT_TRANSLATE_NOOP("AuditText", "account")},
    Words{"addendum", QT_TRANSLATE_NOOP("AuditText", "addendum")},
    Words{"adverse_event", QT_TRANSLATE_NOOP("AuditText", "adverse event")},
    Words{"after_assessment", QT_TRANSLATE_NOOP("AuditText", "scores after the infusion")},
    Words{"aldrete_score", QT_TRANSLATE_NOOP("AuditText", "Aldrete score")},
    Words{"audit_event", QT_TRANSLATE_NOOP("AuditText", "audit trail")},
    Words{"chair_place", QT_TRANSLATE_NOOP("AuditText", "chair of an infusion")},
    Words{"checklist_answer", QT_TRANSLATE_NOOP("AuditText", "checklist")},
    Words{"clinic", QT_TRANSLATE_NOOP("AuditText", "clinic")},
    Words{"course", QT_TRANSLATE_NOOP("AuditText", "course")},
    Words{"course_order", QT_TRANSLATE_NOOP("AuditText", "order")},
    Words{"discharge", QT_TRANSLATE_NOOP("AuditText", "discharge")},
    Words{"document_issued", QT_TRANSLATE_NOOP("AuditText", "document")},
    Words{"dose_check", QT_TRANSLATE_NOOP("AuditText", "dose")},
    Words{"drug_movement", QT_TRANSLATE_NOOP("AuditText", "drug book")},
    Words{"emergency_note", QT_TRANSLATE_NOOP("AuditText", "emergency")},
    Words{"infusion", QT_TRANSLATE_NOOP("AuditText", "infusion")},
    Words{"infusion_step", QT_TRANSLATE_NOOP("AuditText", "pump")},
    Words{"keys", QT_TRANSLATE_NOOP("AuditText", "key of the data")},
    Words{"note", QT_TRANSLATE_NOOP("AuditText", "note")},
    Words{"outcomes", QT_TRANSLATE_NOOP("AuditText", "outcomes")},
    Words{"pain_score", QT_TRANSLATE_NOOP("AuditText", "pain score")},
    Words{"patient", QT_TRANSLATE_NOOP("AuditText", "patient record")},
    Words{"patient_history", QT_TRANSLATE_NOOP("AuditText", "patient history")},
    Words{"protocol_version", QT_TRANSLATE_NOOP("AuditText", "protocol version")},
    Words{"questionnaire_response", QT_TRANSLATE_NOOP("AuditText", "questionnaire")},
    Words{"rescue_drug", QT_TRANSLATE_NOOP("AuditText", "rescue medicine")},
    Words{"second_check", QT_TRANSLATE_NOOP("AuditText", "second check of a dose")},
    Words{"setting", QT_TRANSLATE_NOOP("AuditText", "setting")},
    Words{"tender_point_exam", QT_TRANSLATE_NOOP("AuditText", "tender points")},
    Words{"vital_signs", QT_TRANSLATE_NOOP("AuditText", "vital signs")},
};

constexpr std::array kDocuments{
    Words{"visit_summary", QT_TRANSLATE_NOOP("AuditText", "Visit summary")},
    Words{"fhir_course", QT_TRANSLATE_NOOP("AuditText", "FHIR export of a course")},
    Words{"fhir_patient", QT_TRANSLATE_NOOP("AuditText", "FHIR export of the patient")},
};

template <std::size_t N>
const char* find(const std::array<Words, N>& words, std::string_view code) {
    for (const auto& one : words) {
        if (one.code == code) return one.text;
    }
    return nullptr;
}

const char* actionText(services::AuditAction action) {
    using enum services::AuditAction;
    switch (action) {
    case SignIn:
        return QT_TRANSLATE_NOOP("AuditText", "Signed in");
    case SignInFailed:
        return QT_TRANSLATE_NOOP("AuditText", "Sign-in refused");
    case SignOut:
        return QT_TRANSLATE_NOOP("AuditText", "Signed out");
    case Create:
        return QT_TRANSLATE_NOOP("AuditText", "Made");
    case Record:
        return QT_TRANSLATE_NOOP("AuditText", "Recorded");
    case Correct:
        return QT_TRANSLATE_NOOP("AuditText", "Corrected");
    case View:
        return QT_TRANSLATE_NOOP("AuditText", "Opened");
    case Order:
        return QT_TRANSLATE_NOOP("AuditText", "Ordered");
    case Plan:
        return QT_TRANSLATE_NOOP("AuditText", "Planned");
    case Sign:
        return QT_TRANSLATE_NOOP("AuditText", "Signed");
    case Issue:
        return QT_TRANSLATE_NOOP("AuditText", "Printed or exported");
    case Decide:
        return QT_TRANSLATE_NOOP("AuditText", "Decided");
    case Verify:
        return QT_TRANSLATE_NOOP("AuditText", "Verified");
    case Denied:
        return QT_TRANSLATE_NOOP("AuditText", "Access refused");
    case Setup:
        return QT_TRANSLATE_NOOP("AuditText", "Set up");
    case Lock:
        return QT_TRANSLATE_NOOP("AuditText", "Screen locked");
    case ClockChange:
        return QT_TRANSLATE_NOOP("AuditText", "Clock changed");
    case Backup:
        return QT_TRANSLATE_NOOP("AuditText", "Backed up");
    case Rehearse:
        return QT_TRANSLATE_NOOP("AuditText", "Backup tried out");
    case Restore:
        return QT_TRANSLATE_NOOP("AuditText", "Restored");
    case EmergencyAccess:
        return QT_TRANSLATE_NOOP("AuditText", "Emergency access");
    }
    return "";
}

} // namespace

QString actionWords(services::AuditAction action) {
    return AuditText::tr(actionText(action));
}

QString codeWords(std::string_view code) {
    return toQt(std::string(code)).replace(u'_', u' ');
}

QString recordWords(std::string_view kind) {
    const char* text = find(kRecords, kind);
    return text != nullptr ? AuditText::tr(text) : codeWords(kind);
}

QString documentWords(std::string_view kind) {
    const char* text = find(kDocuments, kind);
    return text != nullptr ? AuditText::tr(text) : codeWords(kind);
}

QString eventWords(const services::AuditEvent& event) {
    using enum services::AuditAction;
    const bool saysItself = event.action == SignIn || event.action == SignInFailed || event.action == SignOut ||
                            event.action == Denied || event.action == EmergencyAccess || event.action == Lock ||
                            event.action == ClockChange || event.subjectKind.empty();
    QString words = saysItself ? actionWords(event.action)
                               : AuditText::tr("%1: %2").arg(actionWords(event.action), recordWords(event.subjectKind));
    const bool saysFailure = event.action == SignInFailed || event.action == Denied;
    if (event.outcome == services::AuditOutcome::Failure && !saysFailure)
        words = AuditText::tr("%1, failed").arg(words);
    return words;
}

} // namespace chairside::ui
