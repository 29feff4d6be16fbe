#include "tests/support/core/service_fixture_trail.h"

#include <tuple>
#include <utility>

namespace chairside::test {
namespace {

class RecordingTransaction final : public services::Transaction {
public:
    RecordingTransaction(services::Transaction& inner, std::vector<services::AuditEvent>& events)
        : m_inner(inner), m_events(events) {}

    services::AccountRepository& accounts() override { return m_inner.accounts(); }
    services::PatientRepository& patients() override { return m_inner.patients(); }
    services::PatientHistoryRepository& histories() override { return m_inner.histories(); }
    services::PatientRecordRepository& patientRecords() override { return m_inner.patientRecords(); }
    services::ProtocolRepository& protocols() override { return m_inner.protocols(); }
    services::CourseRepository& courses() override { return m_inner.courses(); }
    services::RetreatmentRepository& retreatments() override { return m_inner.retreatments(); }
    services::InfusionRepository& infusions() override { return m_inner.infusions(); }
    services::DrugBookRepository& drugBook() override { return m_inner.drugBook(); }
    services::SignatureRepository& signatures() override { return m_inner.signatures(); }
    services::DocumentRepository& documents() override { return m_inner.documents(); }
    services::QuestionnaireRepository& questionnaires() override { return m_inner.questionnaires(); }
    services::SettingRepository& settings() override { return m_inner.settings(); }
    services::DraftRepository& drafts() override { return m_inner.drafts(); }
    services::EmergencyAccessRepository& emergencyAccess() override { return m_inner.emergencyAccess(); }
    services::AuditRepository& trail() override { return m_inner.trail(); }
    void audit(const services::AuditEvent& event) override {
        m_events.push_back(event);
        m_inner.audit(event);
    }
    base::Done keepEvents() override { return m_inner.keepEvents(); }
    base::Result<std::string> auditHead() override { return m_inner.auditHead(); }

private:
    services::Transaction& m_inner;
    std::vector<services::AuditEvent>& m_events;
};

} // namespace

base::Done RecordingStore::write(const Work& work) {
    std::vector<services::AuditEvent> stated;
    const auto recorded = [&](services::Transaction& tx) {
        stated.clear();
        RecordingTransaction recording(tx, stated);
        return work(recording);
    };
    const auto undone = [&](base::Code code) {
        return m_inner.write([&](services::Transaction& tx) -> base::Done {
            if (auto done = recorded(tx); !done) return done;
            return base::fail(code);
        });
    };
    if (m_failure) return undone(*std::exchange(m_failure, std::nullopt));
    if (std::exchange(m_repeat, false)) std::ignore = undone(base::Code::Conflict);
    auto done = m_inner.write(recorded);
    if (done) m_events.insert(m_events.end(), stated.begin(), stated.end());
    return done;
}

} // namespace chairside::test
