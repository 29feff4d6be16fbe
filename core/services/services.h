// All services of one open clinic, as the user interface is handed them.
#pragma once

#include "core/services/account_service.h"
#include "core/services/assessment_service.h"
#include "core/services/audit_service.h"
#include "core/services/backup_service.h"
#include "core/services/chair_service.h"
#include "core/services/clinic_service.h"
#include "core/services/clock_service.h"
#include "core/services/course_service.h"
#include "core/services/document_service.h"
#include "core/services/draft_service.h"
#include "core/services/drug_book_service.h"
#include "core/services/emergency_access_service.h"
#include "core/services/export_service.h"
#include "core/services/history_service.h"
#include "core/services/import_service.h"
#include "core/services/infusion_service.h"
#include "core/services/outcome_service.h"
#include "core/services/patient_merge_service.h"
#include "core/services/patient_service.h"
#include "core/services/patient_state_service.h"
#include "core/services/protocol_service.h"
#include "core/services/readiness_service.h"
#include "core/services/record_import_service.h"
#include "core/services/review_service.h"
#include "core/services/screen_lock_service.h"

namespace chairside::services {

// Used on the worker thread only.
struct Services {
    explicit Services(ServiceContext& context)
        : accounts(context),
          patients(context),
          histories(context),
          patientStates(context),
          merges(context),
          protocols(context),
          courses(context),
          infusions(context),
          drugBook(context),
          reviews(context),
          outcomes(context),
          documents(context),
          drafts(context),
          chairs(context),
          assessments(context),
          clinic(context),
          imports(context),
          exports(context),
          recordImports(context),
          screenLock(context),
          clock(context),
          audit(context),
          emergencyAccess(context),
          backups(context),
          readiness(context) {}

    AccountService accounts;
    PatientService patients;
    HistoryService histories;
    PatientStateService patientStates;
    PatientMergeService merges;
    ProtocolService protocols;
    CourseService courses;
    InfusionService infusions;
    DrugBookService drugBook;
    ReviewService reviews;
    OutcomeService outcomes;
    DocumentService documents;
    DraftService drafts;
    ChairService chairs;
    AssessmentService assessments;
    ClinicService clinic;
    ImportService imports;
    ExportService exports;
    RecordImportService recordImports;
    ScreenLockService screenLock;
    ClockService clock;
    AuditService audit;
    EmergencyAccessService emergencyAccess;
    BackupService backups;
    ReadinessService readiness;
};

} // namespace chairside::services
