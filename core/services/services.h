// All services of one open clinic, as the user interface is handed them.
#pragma once

#include "core/services/account_service.h"
#include "core/services/assessment_service.h"
#include "core/services/backup_service.h"
#include "core/services/chair_service.h"
#include "core/services/clock_service.h"
#include "core/services/course_service.h"
#include "core/services/document_service.h"
#include "core/services/draft_service.h"
#include "core/services/drug_book_service.h"
#include "core/services/infusion_service.h"
#include "core/services/outcome_service.h"
#include "core/services/history_service.h"
#include "core/services/patient_service.h"
#include "core/services/protocol_service.h"
#include "core/services/review_service.h"
#include "core/services/screen_lock_service.h"

namespace chairside::services {

// Used on the worker thread only.
struct Services {
    explicit Services(ServiceContext& context)
        : accounts(context),
          patients(context),
          histories(context),
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
          screenLock(context),
          clock(context),
          audit(context),
          backups(context) {}

    AccountService accounts;
    PatientService patients;
    HistoryService histories;
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
    ScreenLockService screenLock;
    ClockService clock;
    AuditService audit;
    BackupService backups;
};

} // namespace chairside::services
