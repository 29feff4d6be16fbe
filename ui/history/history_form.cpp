#include "ui/history/history_form.h"

#include <QLineEdit>

#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/entry_draft.h"
#include "ui/patients/history_words.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::HistoryField;
using domain::HistoryKind;

namespace {

constexpr int kColumns = 4;

std::string typedText(const QLineEdit* edit) {
    return edit == nullptr ? std::string() : toStd(edit->text().trimmed());
}

void fill(QLineEdit* edit, const std::string& text) {
    if (edit != nullptr) edit->setText(toQt(text));
}

template <class Enum>
void fillChoice(ChoiceRow* row, std::optional<Enum> value) {
    if (row != nullptr) row->setValue(value ? std::optional(static_cast<int>(*value)) : std::nullopt);
}

} // namespace

HistoryForm::HistoryForm(const base::Clock& clock, HistoryTask task, HistoryKind kind, QWidget* parent)
    : InlineForm(u"history"_s, kColumns, parent), m_task(task), m_kind(kind) {
    build(clock);
    connect(&form(), &FormBuilder::edited, this, [this] { Q_EMIT edited(); });
    if (m_task == HistoryTask::Add) {
        setTitle(kind == HistoryKind::NoKnownAllergies ? tr("The patient was asked and has no known allergies")
                                                       : tr("New entry: %1").arg(HistoryWords::kind(kind)));
    }
    if (m_kind == HistoryKind::Diagnosis && m_task == HistoryTask::Add) reset();
}

void HistoryForm::build(const base::Clock& clock) {
    if (m_task == HistoryTask::Add || m_task == HistoryTask::Correct) {
        for (const auto& use : domain::fieldsOf(m_kind)) {
            // Said today, it holds today.
            const bool begins = m_kind == HistoryKind::NoKnownAllergies && m_task == HistoryTask::Add;
            if (!begins) addField(use, clock);
        }
    }
    if (m_task == HistoryTask::End) {
        m_until = form().row(tr("&Last day"), new DateEdit(clock, DateExpected::Past), {.name = u"until"_s});
    }
    if (m_task != HistoryTask::Add) m_reason = addText(tr("&Reason"), u"reason"_s, true, 2);
    switch (m_task) {
    case HistoryTask::Add:
        return addButtons(tr("Save entr&y"), ButtonKind::Primary, tr("Cancel"));
    case HistoryTask::Correct:
        return addButtons(tr("Save corrected entr&y"), ButtonKind::Primary, tr("Cancel"));
    case HistoryTask::End:
        return addButtons(tr("Save the last da&y"), ButtonKind::Primary, tr("Cancel"));
    case HistoryTask::Withdraw:
        return addButtons(tr("Mark entr&y as recorded in error"), ButtonKind::Danger, tr("Cancel"));
    }
}

QLineEdit* HistoryForm::addText(const QString& label, const QString& name, bool required, int span) {
    return form().row(label, new QLineEdit,
                      {.name = name, .unit = {}, .help = {}, .optional = !required, .span = span});
}

QString HistoryForm::textLabel() const {
    switch (m_kind) {
    case HistoryKind::Phone:
        return tr("Phone &number");
    case HistoryKind::Email:
        return tr("E-mail &address");
    case HistoryKind::Address:
        return tr("A&ddress");
    case HistoryKind::EmergencyContact:
    case HistoryKind::Escort:
        return tr("&Name");
    case HistoryKind::Allergy:
        return tr("Allergic &to");
    case HistoryKind::Medicine:
        return tr("Medici&ne");
    case HistoryKind::Therapy:
        return tr("&Name");
    case HistoryKind::Diagnosis:
        return tr("Diag&nosis");
    default:
        return tr("Co&ndition");
    }
}

void HistoryForm::addField(domain::HistoryFieldUse use, const base::Clock& clock) {
    const bool person = m_kind == HistoryKind::EmergencyContact || m_kind == HistoryKind::Escort;
    const QString note = person ? tr("Re&lation") : m_kind == HistoryKind::Allergy ? tr("Reacti&on") : tr("Remar&k");
    switch (use.field) {
    case HistoryField::Text:
        m_text = addText(textLabel(), u"text"_s, use.required, 2);
        break;
    case HistoryField::Note:
        m_note = addText(note, u"note"_s, use.required, person ? 1 : 2);
        break;
    case HistoryField::Phone:
        m_phone = addText(tr("Ph&one number"), u"phone"_s, use.required, 1);
        break;
    case HistoryField::DoseText:
        m_dose = addText(tr("D&ose and times"), u"dose"_s, use.required, 1);
        break;
    case HistoryField::Route:
        m_route = addText(tr("Rou&te"), u"route"_s, use.required, 1);
        break;
    case HistoryField::Code:
        m_code = addText(tr("&ICD-10 code"), u"code"_s, use.required, 1);
        break;
    case HistoryField::Since:
        m_since = form().row(m_kind == HistoryKind::Diagnosis ? tr("Onse&t") : tr("Sin&ce"),
                             new DateEdit(clock, DateExpected::Past), {.name = u"since"_s, .optional = true});
        break;
    case HistoryField::Until:
        m_until = form().row(tr("Unti&l, last day"), new DateEdit(clock, DateExpected::Near),
                             {.name = u"until"_s, .optional = true});
        break;
    case HistoryField::Therapy:
    case HistoryField::Trigger:
    case HistoryField::Group:
        addChoice(use.field);
        break;
    }
}

void HistoryForm::addChoice(HistoryField field) {
    auto* row = new ChoiceRow;
    if (field == HistoryField::Therapy) {
        using enum domain::TherapyKind;
        for (const auto kind : {Physiotherapy, Psychotherapy, Exercise, Sleep, Other})
            row->add(HistoryWords::therapy(kind), static_cast<int>(kind));
        m_therapy = form().row(tr("Kin&d of therapy"), row, {.name = u"therapy"_s, .span = kColumns});
    } else if (field == HistoryField::Trigger) {
        using enum domain::OnsetTrigger;
        for (const auto trigger : {Trauma, Infection, Surgery, EmotionalStress, NoneKnown})
            row->add(HistoryWords::trigger(trigger), static_cast<int>(trigger));
        m_trigger = form().row(tr("Pain be&gan"), row, {.name = u"trigger"_s, .span = kColumns});
    } else {
        using enum domain::MedicineGroup;
        for (const auto group : {Opioid, Benzodiazepine, MaoInhibitor})
            row->add(HistoryWords::group(group), static_cast<int>(group));
        row->add(tr("none of these"), static_cast<int>(None));
        m_group = form().row(tr("M&arked as"), row,
                             {.name = u"group"_s,
                              .help = tr("Without a choice the program goes by the name, where it is in its list."),
                              .optional = true,
                              .span = kColumns});
    }
}

void HistoryForm::setLine(const services::HistoryLine& line) {
    m_target = line.entry.id;
    const QString what = HistoryWords::what(line);
    if (m_task == HistoryTask::Correct) setTitle(tr("Correct: %1").arg(what));
    if (m_task == HistoryTask::End) setTitle(tr("End: %1").arg(what));
    if (m_task == HistoryTask::Withdraw) setTitle(tr("Recorded in error: %1").arg(what));
    if (m_task != HistoryTask::Correct) return;
    const auto& details = line.entry.details;
    fill(m_text, details.text);
    fill(m_note, details.note);
    fill(m_phone, details.phone);
    fill(m_dose, details.dose);
    fill(m_route, details.route);
    fill(m_code, details.code);
    fillChoice(m_therapy, details.therapy);
    fillChoice(m_trigger, details.trigger);
    fillChoice(m_group, details.group);
    if (m_since != nullptr) m_since->setDate(details.since);
    if (m_until != nullptr) m_until->setDate(details.until);
}

domain::HistoryDetails HistoryForm::details() const {
    domain::HistoryDetails details{.kind = m_kind,
                                   .text = typedText(m_text),
                                   .note = typedText(m_note),
                                   .phone = typedText(m_phone),
                                   .dose = typedText(m_dose),
                                   .route = typedText(m_route),
                                   .code = typedText(m_code)};
    if (m_therapy != nullptr) details.therapy = m_therapy->valueAs<domain::TherapyKind>();
    if (m_trigger != nullptr) details.trigger = m_trigger->valueAs<domain::OnsetTrigger>();
    if (m_group != nullptr) details.group = m_group->valueAs<domain::MedicineGroup>();
    if (m_since != nullptr) details.since = m_since->date();
    details.until = until();
    return details;
}

std::string HistoryForm::reason() const {
    return typedText(m_reason);
}

std::optional<base::CalendarDate> HistoryForm::until() const {
    return m_until == nullptr ? std::nullopt : m_until->date();
}

bool HistoryForm::isReady() {
    if (m_task != HistoryTask::End || until()) return true;
    form().problems({{"until", base::Rule::Required, {}, {}, {}}});
    return false;
}

QString HistoryForm::sentenceOf(const base::Problem& problem) const {
    const QWidget* editor = form().editor(toQt(problem.field));
    const QString label = editor != nullptr ? editor->accessibleName() : QString();
    if (problem.field == "code") return tr("An ICD-10 code looks like M79.7. Check the letters and the dot.");
    if (problem.field == "kind") {
        return tr("An allergy, or that there are none, is recorded already. End or correct that entry first.");
    }
    if (problem.rule == base::Rule::InPast) return tr("%1 must not be before the date of birth.").arg(label);
    if (problem.rule == base::Rule::OutOfOrder) return tr("The last day must not be before the first.");
    return describe(problem, {label, {}});
}

void HistoryForm::refuse(const base::Error& error) {
    if (error.problems.empty()) return showFailure(error);
    setBusy(false);
    for (const auto& problem : error.problems)
        form().problem(toQt(problem.field), sentenceOf(problem));
}

QVariantMap HistoryForm::draft() const {
    return draftOf(form());
}

void HistoryForm::restore(const QVariantMap& draft) {
    restoreDraft(form(), draft);
}

void HistoryForm::reset() {
    form().clearProblems();
    // The diagnosis of this clinic; another may be typed.
    if (m_kind != HistoryKind::Diagnosis || m_task != HistoryTask::Add) return;
    m_text->setText(tr("Fibromyalgia"));
    m_code->setText(u"M79.7"_s);
}

} // namespace chairside::ui
