// What every service is given: the store, the clock, identities, and who to tell about changes.
#pragma once

#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/dosing/body_measure.h"
#include "core/domain/patient/history.h"
#include "core/services/actor.h"
#include "core/services/change.h"
#include "core/services/ports/audit_format.h"
#include "core/services/ports/backup_keeper.h"
#include "core/services/ports/digest.h"
#include "core/services/ports/instrument_source.h"
#include "core/services/ports/key_vault.h"
#include "core/services/ports/one_time_codes.h"
#include "core/services/ports/password_hasher.h"
#include "core/services/ports/template_source.h"
#include "core/services/ports/unit_of_work.h"

namespace chairside::services {

// Clinic policy that is not part of a protocol. Comes from resources at first and from settings later.
struct ClinicPolicy {
    int minPasswordLength = 0;
    int maxPasswordLength = 0;
    int freeSignInTries = 0;    // wrong passwords before the delay starts
    int signInDelaySeconds = 0; // doubled with each further wrong try
    int maxSignInDelaySeconds = 0;
    domain::PatientRules patient;
    domain::BodyLimits body;
    std::vector<domain::MarkedMedicine> markedMedicines;
    int maxNoteLength = 0;
    int maxChairs = 0;
    int maxChairNameLength = 0;
    int maxInfusionsPerDay = 0; // that an administrator may say the chairs take
    int maxClosedDays = 0;      // that an administrator may list
    int unsignedTaskHours = 0;  // an infusion left unsigned for longer is a task of its own
    int smallestGroup = 0;      // of how many courses a rate, a median or a curve is told at least
    int idleLockMinutes = 0;    // until somebody chooses another time
    int minIdleLockMinutes = 0;
    int maxIdleLockMinutes = 0;
    int idleWarningSeconds = 0;
    int backupHours = 0; // between two backups, until somebody chooses another time
    int minBackupHours = 0;
    int maxBackupHours = 0;
    int backupStaleHours = 0; // without a good backup for so long: an alarm
    int backupRetryMinutes = 0;
    int keepDailyBackups = 0; // how many days, weeks and months have their last backup kept
    int keepWeeklyBackups = 0;
    int keepMonthlyBackups = 0;
    int auditRows = 0;    // of the trail, shown at once
    int minPinLength = 0; // digits
    int maxPinLength = 0;
    int pinTries = 0; // wrong ones, then the password is needed
    int emergencyAccessMinutes = 0;
    std::vector<std::string> refusedPasswords; // frequent ones, in lower case, sorted
    int maxDraftLength = 0;                    // everything somebody has typed into one page and not saved
};

class ExportFormats;
class ImportReader;

// References live longer than all services; owned by the composition root.
struct ServiceContext {
    UnitOfWork& store;
    StoreVerifier& verifier;
    const base::Clock& clock;
    base::IdSource& ids;
    ChangeNotifier& changes;
    const PasswordHasher& hasher;
    const Digest& digest;
    const TemplateSource& templates;
    const InstrumentSource& instruments;
    ClinicPolicy policy;
    KeyVault* vault = nullptr;                    // none: the data are not encrypted
    BackupKeeper* backups = nullptr;              // none: the data are in memory
    const ImportReader* importReader = nullptr;   // none: files of other systems cannot be read
    const ExportFormats* exportFormats = nullptr; // none: records cannot leave as data
    const OneTimeCodes* oneTimeCodes = nullptr;   // none: no second factor
    const AuditFormat* auditFormat = nullptr;     // none: the trail cannot be taken out
};

// Opening a record is a view to be audited; showing it again after a change is not.
enum class Reading { Open, Refresh };

} // namespace chairside::services
