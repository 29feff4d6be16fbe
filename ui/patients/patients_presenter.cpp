#include "ui/patients/patients_presenter.h"

#include <utility>

#include "ui/format/to_qt.h"
#include "ui/widgets/date_reading.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

struct FoundPatients {
    services::PatientHits hits;
    PatientCount registered;
};

namespace {

constexpr int kMostPatients = 50;

// Words such as "today" or "-5y" are dates elsewhere; here only a text that begins with a digit can be one.
DateReading birthDate(const QString& text, base::CalendarDate today) {
    if (text.isEmpty() || !text.front().isDigit()) return {};
    return readDate(text, today, DateExpected::Past);
}

// Runs on the worker. registered: what is known already, so that it is not counted again with every key.
base::Result<FoundPatients> lookUp(services::Services& all, const services::Actor& actor, const std::string& text,
                                   const std::optional<std::string>& born, std::optional<PatientCount> registered) {
    FoundPatients answer;
    auto hits = all.patients.search(actor, born.value_or(text), kMostPatients);
    // Digits that make a date may still be the end of a telephone number.
    if (hits && born && hits->total == 0) hits = all.patients.search(actor, text, kMostPatients);
    if (!hits) return std::unexpected(std::move(hits).error());
    answer.hits = *std::move(hits);
    if (text.empty()) {
        answer.registered = {answer.hits.total, answer.hits.totalIsExact};
    } else if (registered) {
        answer.registered = *registered;
    } else {
        const auto everybody = all.patients.search(actor, {}, 1);
        if (!everybody) return std::unexpected(everybody.error());
        answer.registered = {everybody->total, everybody->totalIsExact};
    }
    return answer;
}

} // namespace

PatientsPresenter::PatientsPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void PatientsPresenter::find(const QString& text) {
    const QString wanted = text.trimmed();
    m_enterWaits = false;
    if (m_shown && wanted == m_text) return;
    m_text = wanted;
    ask();
}

void PatientsPresenter::refresh() {
    m_registered.reset();
    ask();
}

void PatientsPresenter::enter() {
    m_enterWaits = true;
    if (m_shown) actOnEnter();
}

void PatientsPresenter::ask() {
    if (!m_bench.actor()) return;
    m_shown.reset();
    if (m_asking) {
        m_typedMeanwhile = true;
        return;
    }
    const DateReading reading = birthDate(m_text, m_bench.now().localDate());
    if (!reading.suggestions.empty()) {
        return show(
            {.text = m_text, .registered = m_registered.value_or(PatientCount{}), .readings = reading.suggestions});
    }
    m_asking = true;
    const std::optional<std::string> born = reading.date ? std::optional(reading.date->iso()) : std::nullopt;
    m_bench.askAs(
        this,
        [text = toStd(m_text), born, known = m_registered](services::Services& all, const services::Actor& actor) {
            return lookUp(all, actor, text, born, known);
        },
        [this](base::Result<FoundPatients> answer) { take(std::move(answer)); });
}

void PatientsPresenter::take(base::Result<FoundPatients> answer) {
    m_asking = false;
    if (std::exchange(m_typedMeanwhile, false)) return ask();
    if (!answer) {
        m_enterWaits = false;
        Q_EMIT refused(answer.error());
        return;
    }
    m_registered = answer->registered;
    show({.text = m_text,
          .rows = std::move(answer->hits.rows),
          .matches = {answer->hits.total, answer->hits.totalIsExact},
          .registered = answer->registered});
}

void PatientsPresenter::show(PatientList list) {
    m_shown = std::move(list);
    Q_EMIT listed(*m_shown);
    if (m_enterWaits) actOnEnter();
}

void PatientsPresenter::actOnEnter() {
    m_enterWaits = false;
    if (!m_shown->readings.empty()) {
        Q_EMIT readingNeeded();
    } else if (m_shown->rows.size() == 1 && m_shown->matches.number == 1) {
        Q_EMIT singleMatch(toQt(m_shown->rows.front().patient.id.text()));
    } else if (!m_shown->rows.empty()) {
        Q_EMIT severalMatch(m_shown->matches);
    }
}

} // namespace chairside::ui
