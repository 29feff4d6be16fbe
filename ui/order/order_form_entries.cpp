// What stands in the order form, as a draft, as a request and as problems.
#include <QLineEdit>
#include <algorithm>
#include <map>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/order/order_again.h"
#include "ui/order/order_form.h"
#include "ui/overview/schedule_words.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/score_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool leftBlank(const QLineEdit* edit) {
    return edit->text().trimmed().isEmpty();
}

std::string typedText(const QLineEdit* edit) {
    return toStd(edit->text().trimmed());
}

QString unitOf(const std::string& field) {
    if (field == "dose_per_kg") return OrderForm::tr("mg per kg");
    if (field == "minutes") return OrderForm::tr("minutes");
    if (field == "height") return u"cm"_s;
    return field.starts_with("weight") ? u"kg"_s : QString();
}

base::Problem requiredProblem(const QWidget* editor) {
    return {toStd(editor->objectName()), base::Rule::Required, {}, {}, {}};
}

} // namespace

OrderDraft OrderForm::draft() const {
    OrderDraft draft;
    if (version() != nullptr) draft.protocolVersion = version()->id.text();
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        draft.baseline[row] = {m_baselineDates[row]->text(), m_baselineScores[row]->value()};
    }
    draft.weight = m_bodyWeight->text();
    draft.weighedOn = m_weighedOn->text();
    draft.height = m_height->text();
    draft.weightAgain = m_weightAgain->text();
    draft.perKg = m_perKg->text();
    draft.minutes = m_minutes->text();
    draft.reason = m_reason->text();
    for (const DateEdit* date : m_dates)
        draft.dates.push_back(date->text());
    draft.goal = m_goal->text();
    draft.stopRule = m_stopRule->text();
    draft.consentOn = m_consentOn->text();
    draft.consentBy = m_consentBy->text();
    draft.consentReference = m_consentReference->text();
    draft.screening = m_screening->draft();
    return draft;
}

void OrderForm::restore(const OrderDraft& draft) {
    m_form->clearProblems();
    m_again->hide();
    m_form->setFieldHelp(u"consent_on"_s, {});
    const auto same = std::ranges::find_if(
        m_versions, [&](const auto& version) { return draft.protocolVersion == version.id.text(); });
    m_protocol->setValue(same == m_versions.end() ? std::nullopt
                                                  : std::optional(static_cast<int>(same - m_versions.begin())));
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        m_baselineDates[row]->setText(draft.baseline[row].date);
        m_baselineScores[row]->setValue(draft.baseline[row].pain);
    }
    m_bodyWeight->setText(draft.weight);
    m_weighedOn->setText(draft.weighedOn);
    m_height->setText(draft.height);
    m_weightAgain->setText(draft.weightAgain);
    m_perKg->setText(draft.perKg);
    m_minutes->setText(draft.minutes);
    m_reason->setText(draft.reason);
    for (std::size_t at = 0; at < m_dates.size(); ++at) {
        m_dates[at]->setText(at < draft.dates.size() ? draft.dates[at] : QString());
    }
    m_proposed.clear();
    m_goal->setText(draft.goal);
    m_stopRule->setText(draft.stopRule);
    m_consentOn->setText(draft.consentOn);
    m_consentBy->setText(draft.consentBy);
    m_consentReference->setText(draft.consentReference);
    m_screening->restore(draft.screening);
    clearIdentity();
    showVersion();
}

void OrderForm::startAfter(const services::EarlierOrder& earlier) {
    restore(draftAfter(earlier, m_versions, m_calendar, m_clock.now().localDate()));
    m_again->setText(againText(earlier));
    m_again->show();
    if (earlier.agreement) {
        m_form->setFieldHelp(
            u"consent_on"_s,
            tr("For course %1: %2.").arg(earlier.course.number).arg(dateText(earlier.agreement->consentOn)));
    }
    proposeIfUntouched();
}

std::vector<std::size_t> OrderForm::filledBaseline() const {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < kBaselineRows; ++row) {
        if (!m_baselineDates[row]->isBlank() || m_baselineScores[row]->value()) rows.push_back(row);
    }
    return rows;
}

std::vector<domain::Score> OrderForm::baselineScores() const {
    std::vector<domain::Score> scores;
    for (const std::size_t row : filledBaseline()) {
        const auto pain = m_baselineScores[row]->value();
        if (m_baselineDates[row]->date() && pain) scores.push_back(domain::Score::ofWhole(*pain));
    }
    return scores;
}

base::Problems OrderForm::missing() const {
    base::Problems problems = m_form->unreadable();
    if (version() == nullptr) problems.push_back(requiredProblem(m_protocol));
    for (auto& problem : m_screening->problems())
        problems.push_back(std::move(problem));
    for (const std::size_t row : filledBaseline()) {
        if (m_baselineDates[row]->isBlank()) problems.push_back(requiredProblem(m_baselineDates[row]));
        if (!m_baselineScores[row]->value()) problems.push_back(requiredProblem(m_baselineScores[row]));
    }
    if (m_perKg->isBlank()) problems.push_back(requiredProblem(m_perKg));
    if (m_minutes->isBlank()) problems.push_back(requiredProblem(m_minutes));
    for (std::size_t at = 0; at < std::max<std::size_t>(1, dateCount()); ++at) {
        if (m_dates[at]->isBlank()) problems.push_back(requiredProblem(m_dates[at]));
    }
    if (m_consentOn->isBlank()) problems.push_back(requiredProblem(m_consentOn));
    for (const QLineEdit* edit : {m_goal, m_stopRule, m_consentReference, m_initials, m_birthYear}) {
        if (leftBlank(edit)) problems.push_back(requiredProblem(edit));
    }
    if (m_password->text().isEmpty()) problems.push_back(requiredProblem(m_password));
    return problems;
}

QWidget* OrderForm::nextOpen(const QWidget* from) const {
    const auto placeOf = [this](const QWidget* widget) {
        const QPoint at = widget->mapTo(m_form, QPoint());
        return std::pair(at.y(), at.x());
    };
    std::map<std::pair<int, int>, QWidget*> open; // in the order of reading
    for (const auto& problem : missing()) {
        if (QWidget* editor = m_form->editor(toQt(formField(problem.field)))) open.emplace(placeOf(editor), editor);
    }
    if (open.empty()) return nullptr;
    // A choice has the focus in one of its answers, which stands at or after its own place.
    const bool inside = from != nullptr && m_form->isAncestorOf(from);
    auto next = inside ? open.upper_bound(placeOf(from)) : open.begin();
    if (next == open.end()) next = open.begin();
    return next->second;
}

services::OrderRequest OrderForm::request(const domain::PatientId& patient) const {
    services::OrderRequest request{.patient = patient,
                                   .protocolVersion = version()->id,
                                   .perKg = perKg(),
                                   .minutes = minutes().value_or(0),
                                   .dates = {},
                                   .goal = typedText(m_goal),
                                   .baseline = {},
                                   .initials = typedText(m_initials),
                                   .birthYear = typedText(m_birthYear),
                                   .password = toStd(m_password->text()),
                                   .reason = typedText(m_reason),
                                   .screening = m_screening->replies(),
                                   .stopRule = typedText(m_stopRule),
                                   .consentOn = m_consentOn->date(),
                                   .consentTakenBy = leftBlank(m_consentBy) ? m_signer : typedText(m_consentBy),
                                   .consentReference = typedText(m_consentReference)};
    for (const auto& date : dates()) {
        if (date) request.dates.push_back(*date);
    }
    addMeasure(request);
    for (const std::size_t row : filledBaseline()) {
        const auto date = m_baselineDates[row]->date();
        const auto pain = m_baselineScores[row]->value();
        if (date && pain) request.baseline.push_back({*date, *pain});
    }
    return request;
}

// Baseline scores are numbered as they were sent; on the screen a row may have been left out.
std::string OrderForm::formField(const std::string& field) const {
    if (field.starts_with("screening.")) return m_screening->formField(field);
    if (!field.starts_with("baseline_") || field.ends_with("_date")) return field;
    const auto rows = filledBaseline();
    const auto sent = static_cast<std::size_t>(toQt(std::string_view(field).substr(9)).toInt());
    return sent == 0 || sent > rows.size() ? field : "baseline_" + std::to_string(rows[sent - 1] + 1);
}

QString OrderForm::problemSentence(const base::Problem& problem) const {
    if (const QString said = m_screening->sentence(problem); !said.isEmpty()) return said;
    const QString name = toQt(formField(problem.field));
    const QWidget* editor = m_form->editor(name);
    const QString label = editor != nullptr ? editor->accessibleName() : tr("The plan");
    if (problem.field.starts_with("date_") && problem.rule == base::Rule::Required)
        return tr("%1 needs a date.").arg(label);
    if (problem.field.starts_with("date")) return scheduleSentence(problem, label);
    if (problem.field == "initials" && problem.rule == base::Rule::Required)
        return tr("The initials of the patient are needed.");
    if (problem.field == "initials" && problem.rule == base::Rule::Mismatch) {
        return tr("The initials do not match this patient. Make sure that the right record is open.");
    }
    if (problem.field == "birth_year" && problem.rule == base::Rule::Mismatch) {
        return tr("The year of birth does not match this patient. Make sure that the right record is open.");
    }
    if (problem.field == "weight_again") {
        return problem.rule == base::Rule::Mismatch
                   ? tr("The two weights differ. Read the scale once more and correct the one that is wrong.")
                   : tr("The weight looks unusual: type it once more.");
    }
    const QString unit = unitOf(problem.field);
    if (const auto* entry = qobject_cast<const EntryEdit*>(editor);
        entry != nullptr && entry->fault() == problem.rule) {
        return entry->faultSentence({label, unit});
    }
    return describe(problem, {label, unit});
}

void OrderForm::showProblems(const base::Problems& problems) {
    m_form->clearProblems();
    for (const auto& problem : problems) {
        if (problem.field == "weight_again") m_form->setFieldVisible(u"weight_again"_s, true);
        m_form->problem(toQt(formField(problem.field)), problemSentence(problem));
    }
}

void OrderForm::showFailure(const base::Error& error) {
    if (!error.problems.empty()) return showProblems(error.problems);
    if (error.code != base::Code::SignInFailed && error.code != base::Code::SignInDelayed) {
        return m_form->failure(error);
    }
    m_form->clearProblems();
    m_form->problem(u"password"_s, error.code == base::Code::SignInFailed
                                       ? tr("The password is not right. Nothing was signed.")
                                       : describe(error));
    m_password->clear();
    m_password->setFocus(Qt::OtherFocusReason);
}

} // namespace chairside::ui
