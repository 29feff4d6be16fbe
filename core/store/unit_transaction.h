// The repositories of one Store as services see them inside a transaction.
#pragma once

#include "core/services/ports/unit_of_work.h"
#include "core/store/repositories/account_repository.h"
#include "core/store/repositories/audit_repository.h"
#include "core/store/repositories/course_repository.h"
#include "core/store/repositories/document_repository.h"
#include "core/store/repositories/draft_repository.h"
#include "core/store/repositories/drug_book_repository.h"
#include "core/store/repositories/emergency_access_repository.h"
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/patient_history_repository.h"
#include "core/store/repositories/patient_record_repository.h"
#include "core/store/repositories/patient_repository.h"
#include "core/store/repositories/protocol_repository.h"
#include "core/store/repositories/questionnaire_repository.h"
#include "core/store/repositories/retreatment_repository.h"
#include "core/store/repositories/setting_repository.h"
#include "core/store/repositories/signature_repository.h"

namespace chairside::store {

// Lives as long as the session; services get it only while a transaction is open.
class UnitTransaction final : public services::Transaction {
public:
    explicit UnitTransaction(Session& session)
        : m_session(session),
          m_accounts(session),
          m_patients(session),
          m_histories(session),
          m_patientRecords(session),
          m_protocols(session),
          m_courses(session),
          m_retreatments(session),
          m_infusions(session),
          m_drugBook(session),
          m_signatures(session),
          m_documents(session),
          m_questionnaires(session),
          m_settings(session),
          m_trail(session),
          m_emergencyAccess(session),
          m_drafts(session) {}

    [[nodiscard]] services::AccountRepository& accounts() override { return m_accounts; }
    [[nodiscard]] services::PatientRepository& patients() override { return m_patients; }
    [[nodiscard]] services::PatientHistoryRepository& histories() override { return m_histories; }
    [[nodiscard]] services::PatientRecordRepository& patientRecords() override { return m_patientRecords; }
    [[nodiscard]] services::ProtocolRepository& protocols() override { return m_protocols; }
    [[nodiscard]] services::CourseRepository& courses() override { return m_courses; }
    [[nodiscard]] services::RetreatmentRepository& retreatments() override { return m_retreatments; }
    [[nodiscard]] services::InfusionRepository& infusions() override { return m_infusions; }
    [[nodiscard]] services::DrugBookRepository& drugBook() override { return m_drugBook; }
    [[nodiscard]] services::SignatureRepository& signatures() override { return m_signatures; }
    [[nodiscard]] services::DocumentRepository& documents() override { return m_documents; }
    [[nodiscard]] services::QuestionnaireRepository& questionnaires() override { return m_questionnaires; }
    [[nodiscard]] services::SettingRepository& settings() override { return m_settings; }
    [[nodiscard]] services::AuditRepository& trail() override { return m_trail; }
    [[nodiscard]] services::EmergencyAccessRepository& emergencyAccess() override { return m_emergencyAccess; }
    [[nodiscard]] services::DraftRepository& drafts() override { return m_drafts; }
    void audit(const services::AuditEvent& event) override { m_session.audit().state(event); }
    [[nodiscard]] base::Done keepEvents() override { return m_session.audit().keep(); }
    [[nodiscard]] base::Result<std::string> auditHead() override { return m_session.audit().head().hash; }

private:
    Session& m_session;
    SqlAccountRepository m_accounts;
    SqlPatientRepository m_patients;
    SqlPatientHistoryRepository m_histories;
    SqlPatientRecordRepository m_patientRecords;
    SqlProtocolRepository m_protocols;
    SqlCourseRepository m_courses;
    SqlRetreatmentRepository m_retreatments;
    SqlInfusionRepository m_infusions;
    SqlDrugBookRepository m_drugBook;
    SqlSignatureRepository m_signatures;
    SqlDocumentRepository m_documents;
    SqlQuestionnaireRepository m_questionnaires;
    SqlSettingRepository m_settings;
    SqlAuditRepository m_trail;
    SqlEmergencyAccessRepository m_emergencyAccess;
    SqlDraftRepository m_drafts;
};

} // namespace chairside::store
