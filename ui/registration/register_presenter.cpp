#include "ui/registration/register_presenter.h"

#include "ui/format/to_qt.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

RegisterPresenter::RegisterPresenter(Workbench& bench, QObject* parent) : QObject(parent), m_bench(bench) {}

void RegisterPresenter::proposeNumber() {
    m_bench.askAs(
        this,
        [](services::Services& all, const services::Actor& actor) { return all.patients.proposeClinicNumber(actor); },
        [this](const base::Result<std::string>& number) {
            if (number) Q_EMIT numberProposed(toQt(*number));
        });
}

void RegisterPresenter::lookForSimilar(const domain::PersonName& name, std::optional<base::CalendarDate> born) {
    const int question = ++m_question;
    m_bench.askAs(
        this,
        [name, born](services::Services& all, const services::Actor& actor) {
            return all.patients.similarTo(actor, name, born);
        },
        [this, question](const base::Result<std::vector<services::SimilarPatient>>& people) {
            if (people && question == m_question) Q_EMIT similarFound(*people);
        });
}

void RegisterPresenter::forgetSimilar() {
    ++m_question;
    Q_EMIT similarFound({});
}

void RegisterPresenter::save(const domain::PatientDetails& details) {
    if (m_saving || !m_bench.actor()) return;
    m_saving = true;
    Q_EMIT saving();
    m_bench.askAs(
        this,
        [details](services::Services& all, const services::Actor& actor) {
            return all.patients.registerPatient(actor, details);
        },
        [this](const base::Result<domain::PatientId>& patient) {
            m_saving = false;
            if (!patient) {
                Q_EMIT refused(patient.error());
                return;
            }
            Q_EMIT saved(toQt(patient->text()));
        });
}

} // namespace chairside::ui
