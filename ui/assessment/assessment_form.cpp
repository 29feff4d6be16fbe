#include "ui/assessment/assessment_form.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/assessment/assessment_words.h"
#include "ui/assessment/item_board.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/entry_draft.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumns = 2;
const QString kItemsKey = u"items"_s;
const QString kFieldsKey = u"fields"_s;

// Every response kept one of these for what is empty: the reason of the first blank item.
std::optional<domain::MissingReason> blankReason(const domain::QuestionnaireResponse& response) {
    for (const auto& answer : response.answers) {
        if (answer.missing && *answer.missing != domain::MissingReason::NotDone) return answer.missing;
    }
    return std::nullopt;
}

QString typed(const QLineEdit* edit) {
    return edit->text().trimmed();
}

} // namespace

AssessmentForm::AssessmentForm(const base::Clock& clock, const domain::Instrument& instrument,
                               const std::optional<services::Assessment>& corrected, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_instrument(instrument), m_corrected(corrected) {
    build();
    if (m_corrected) fillFrom(*m_corrected);
    react();
}

void AssessmentForm::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(this, kColumns);
    buildHead();
    m_items = new ItemBoard(m_instrument, m_form);
    m_form->wide(m_items);
    buildQuestions();
    layout->addWidget(m_form);
    layout->addStretch(1);
    connect(m_items, &ItemBoard::changed, this, &AssessmentForm::react);
    connect(m_items, &ItemBoard::finished, this, &AssessmentForm::goOn);
    connect(m_form, &FormBuilder::edited, this, &AssessmentForm::changed);
}

void AssessmentForm::buildHead() {
    m_occasion = new ChoiceRow;
    const std::pair<QString, domain::Occasion> occasions[] = {{tr("Baseline"), domain::Occasion::Baseline},
                                                              {tr("Follow-up"), domain::Occasion::FollowUp},
                                                              {tr("Visit"), domain::Occasion::Visit}};
    for (const auto& [text, occasion] : occasions)
        if (m_instrument.allows(occasion)) m_occasion->add(text, static_cast<int>(occasion));
    m_form->row(tr("&Occasion"), m_occasion, {.name = u"occasion"_s, .span = kColumns});
    m_mode = new ChoiceRow;
    m_mode->add(tr("In person"), static_cast<int>(domain::ResponseMode::InPerson));
    m_mode->add(tr("Phone"), static_cast<int>(domain::ResponseMode::Phone));
    m_mode->add(tr("Paper"), static_cast<int>(domain::ResponseMode::Paper));
    m_form->row(tr("&How"), m_mode, {.name = u"mode"_s, .span = kColumns});
    m_date = m_form->row(tr("&Day"), new DateEdit(m_clock, DateExpected::Past), {.name = u"date"_s});
    m_date->setDate(m_clock.now().localDate());
}

void AssessmentForm::buildQuestions() {
    m_blank = new ChoiceRow;
    m_blank->add(tr("Declined"), static_cast<int>(domain::MissingReason::Declined));
    m_blank->add(tr("Could not answer"), static_cast<int>(domain::MissingReason::Unavailable));
    m_blank->add(tr("Not recorded"), static_cast<int>(domain::MissingReason::NotRecorded));
    m_form->row(tr("&Why items are empty"), m_blank,
                {.name = u"blank"_s, .help = tr("An empty item is not 0."), .span = kColumns});
    m_safety = new MessageStrip(m_form);
    m_safety->setObjectName(u"safety_prompt"_s);
    m_form->wide(m_safety);
    m_safetyDone = m_form->row(tr("What was d&one"), new QLineEdit, {.name = u"safety_done"_s, .span = kColumns});
    m_safetyTold = m_form->row(tr("Who was &told"), new QLineEdit, {.name = u"safety_told"_s, .span = kColumns});
    m_reason = m_form->row(tr("&Reason of the correction"), new QLineEdit, {.name = u"reason"_s, .span = kColumns});
    m_form->setFieldVisible(u"reason"_s, m_corrected.has_value());
}

void AssessmentForm::fillFrom(const services::Assessment& assessment) {
    const auto& response = assessment.response;
    m_occasion->setValue(static_cast<int>(response.occasion));
    m_mode->setValue(static_cast<int>(response.mode));
    m_date->setDate(response.date);
    for (std::size_t item = 0; item < m_instrument.items.size() && item < response.answers.size(); ++item) {
        const auto& answer = response.answers[item];
        m_items->setAnswer(item, answer.value, answer.missing == domain::MissingReason::NotDone);
    }
    if (const auto reason = blankReason(response)) m_blank->setValue(static_cast<int>(*reason));
    m_safetyDone->setText(toQt(response.safety.done));
    m_safetyTold->setText(toQt(response.safety.told));
}

std::optional<domain::QuestionnaireResponseId> AssessmentForm::corrects() const {
    if (!m_corrected) return std::nullopt;
    return m_corrected->response.id;
}

domain::InstrumentResult AssessmentForm::result() const {
    return domain::scoreOf(m_instrument, m_items->values());
}

bool AssessmentForm::asksForSafety() const {
    return result().asksForSafety();
}

void AssessmentForm::react() {
    const bool asks = asksForSafety();
    if (asks != m_asked) {
        m_asked = asks;
        if (asks) {
            m_safety->say(Tier::SoftStop, tr("This answer asks for a safety check now. Talk to the patient, follow the "
                                             "clinic's procedure, and write down what was done and who was told."));
        } else {
            m_safety->clear();
        }
    }
    m_form->setFieldVisible(u"safety_done"_s, asks);
    m_form->setFieldVisible(u"safety_told"_s, asks);
    m_form->setFieldVisible(u"blank"_s, m_items->blankCount() > 0);
    Q_EMIT changed();
}

void AssessmentForm::goOn() {
    if (m_asked) return m_safetyDone->setFocus(Qt::TabFocusReason);
    if (m_items->blankCount() > 0) return m_blank->findChild<QRadioButton*>()->setFocus(Qt::TabFocusReason);
    if (m_corrected) return m_reason->setFocus(Qt::TabFocusReason);
    Q_EMIT finished();
}

base::Problems AssessmentForm::missing() const {
    base::Problems problems = m_form->unreadable();
    const auto need = [&problems](const char* field, bool there) {
        if (!there) problems.push_back({field, base::Rule::Required, {}, {}, {}});
    };
    need("occasion", m_occasion->value().has_value());
    need("mode", m_mode->value().has_value());
    need("date", m_date->date().has_value() || m_date->fault().has_value());
    if (const auto* cell = m_items->unreadable()) {
        problems.push_back({toStd(cell->objectName()), base::Rule::OutOfRange, std::to_string(cell->range().low),
                            std::to_string(cell->range().high), toStd(cell->text())});
    }
    need("blank", m_items->blankCount() == 0 || m_blank->value().has_value());
    need("safety_done", !m_asked || !typed(m_safetyDone).isEmpty());
    need("safety_told", !m_asked || !typed(m_safetyTold).isEmpty());
    need("reason", !m_corrected || !typed(m_reason).isEmpty());
    return problems;
}

services::AssessmentRequest AssessmentForm::request(const domain::PatientId& patient) const {
    services::AssessmentRequest request{
        .patient = patient,
        .instrument = m_instrument.id,
        .version = m_instrument.version,
        .occasion = m_occasion->valueAs<domain::Occasion>().value_or(domain::Occasion::Visit),
        .mode = m_mode->valueAs<domain::ResponseMode>().value_or(domain::ResponseMode::InPerson),
        .date = m_date->date().value_or(m_clock.now().localDate()),
        .corrects = corrects()};
    const auto blank = m_blank->valueAs<domain::MissingReason>();
    const auto values = m_items->values();
    const auto notAsked = m_items->notAsked();
    for (std::size_t item = 0; item < m_instrument.items.size(); ++item) {
        domain::QuestionnaireAnswer answer{m_instrument.items[item].key, values[item], std::nullopt};
        if (!answer.value) answer.missing = notAsked[item] ? domain::MissingReason::NotDone : blank;
        request.answers.push_back(std::move(answer));
    }
    if (m_asked) request.safety = {toStd(typed(m_safetyDone)), toStd(typed(m_safetyTold))};
    if (m_corrected) request.reason = toStd(typed(m_reason));
    return request;
}

void AssessmentForm::showProblems(const base::Problems& problems) {
    base::Problems ofFields;
    m_form->clearProblems();
    for (const auto& problem : problems) {
        const auto* item = m_instrument.item(problem.field);
        if (item == nullptr) {
            ofFields.push_back(problem);
        } else {
            m_form->problem(toQt(problem.field), describe(problem, {itemLabel(*item), toQt(item->unit)}));
        }
    }
    if (ofFields.size() == problems.size()) {
        m_form->problems(ofFields);
    } else {
        for (const auto& problem : ofFields) {
            const auto* editor = m_form->editor(toQt(problem.field));
            const QString label = editor != nullptr ? editor->accessibleName() : toQt(problem.field);
            m_form->problem(toQt(problem.field), describe(problem, {label, {}}));
        }
    }
}

void AssessmentForm::showFailure(const base::Error& error) {
    if (error.problems.empty()) return m_form->failure(error);
    showProblems(error.problems);
}

void AssessmentForm::setReadOnly(bool readOnly) {
    m_form->setReadOnly(readOnly);
    m_items->setReadOnly(readOnly);
}

void AssessmentForm::beginLike(const services::AssessmentRequest& last) {
    if (m_instrument.allows(last.occasion)) m_occasion->setValue(static_cast<int>(last.occasion));
    m_mode->setValue(static_cast<int>(last.mode));
    m_date->setDate(last.date);
}

int AssessmentForm::blankCount() const {
    return m_items->blankCount();
}

QWidget* AssessmentForm::firstFocus() const {
    return m_occasion->value() && m_mode->value() ? firstItem() : m_occasion->findChild<QRadioButton*>();
}

QWidget* AssessmentForm::firstItem() const {
    return m_items->first();
}

QVariantMap AssessmentForm::draft() const {
    QVariantMap fields = draftOf(*m_form);
    for (const auto& item : m_instrument.items)
        fields.remove(toQt(item.key));
    return {{kItemsKey, m_items->draft()}, {kFieldsKey, fields}};
}

void AssessmentForm::restore(const QVariantMap& draft) {
    if (draft.isEmpty()) return;
    restoreDraft(*m_form, draft.value(kFieldsKey).toMap());
    m_items->restore(draft.value(kItemsKey).toMap());
    react();
}

} // namespace chairside::ui
