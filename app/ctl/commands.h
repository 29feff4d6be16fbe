// The commands of chairsidectl. Each does one thing, signs in like a person where it touches a clinic, and leaves
// nothing half done.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/clinic.h"

namespace chairside::app {

struct CtlOptions {
    std::filesystem::path data;
    std::string user;
    std::string clinicName;           // init
    std::string printedName;          // init
    int patients = 0;                 // demo: so many more registered patients
    unsigned seed = 1;                // demo
    bool unencrypted = false;         // demo
    std::string infusion;             // export visit
    std::string course;               // export fhir: one of the two
    std::string patient;              // export fhir; report audit and disclosures: the clinic's number
    std::string kind;                 // export csv
    bool deidentify = false;          // export csv
    std::string purpose;              // export fhir, csv
    bool letterPaper = false;         // export document, visits
    std::string recipient;            // export document: whom a letter is for
    std::filesystem::path input;      // import
    std::vector<std::string> columns; // import csv
    bool monthFirst = false;          // import csv
    bool previewOnly = false;         // import
    bool leaveOut = false;            // import fhir
    std::filesystem::path output;
    std::string day;              // report drugbook, YYYY-MM-DD; empty: today
    std::string from, to;         // report outcomes and audit, YYYY-MM-DD; empty: the year up to today, or all there is
    std::string person, action;   // report audit: a user name, a word of the trail; empty: all
    std::string protocol;         // report outcomes: identity of a version; empty: all
    std::filesystem::path target; // backup: where backups go from now on; empty: as before
    std::filesystem::path backup; // restore
    std::vector<std::filesystem::path> instruments; // calc: a clinic's own ones
};

// Code::Invalid on "password" when neither CHAIRSIDE_PASSWORD nor a terminal gives one.
[[nodiscard]] base::Result<std::string> askPassword(const std::string& prompt);

// The same on "one_time_code", from CHAIRSIDE_ONE_TIME_CODE.
[[nodiscard]] base::Result<std::string> askOneTimeCode();

// The same on "new_password", from CHAIRSIDE_NEW_PASSWORD; asked for twice, Mismatch if the two differ.
[[nodiscard]] base::Result<std::string> askNewPassword(const std::string& prompt);

// The same on "recovery_code", from CHAIRSIDE_RECOVERY_CODE.
[[nodiscard]] base::Result<std::string> askRecoveryCode();

// Writes the recovery code to standard output, where the data are encrypted.
[[nodiscard]] base::Done initClinic(const CtlOptions& options);
// See AccountService::recover.
[[nodiscard]] base::Done recoverAccount(const CtlOptions& options);
[[nodiscard]] base::Done rekeyClinic(const CtlOptions& options);
// A password for the next sign-in of options.person, who then chooses their own. See AccountService::resetPassword;
// Invalid too on "person" for an unknown user name.
[[nodiscard]] base::Done resetPassword(const CtlOptions& options);
[[nodiscard]] base::Done makeDemo(const CtlOptions& options);
// Findings are written to standard output, first finding first; StorageDamaged if there is any.
[[nodiscard]] base::Done verifyClinic(const CtlOptions& options);
// Writes the name of the backup to standard output.
[[nodiscard]] base::Done backUpClinic(const CtlOptions& options);
// Tries out the newest backup in a scratch place.
[[nodiscard]] base::Done rehearseRestore(const CtlOptions& options);
// See restoreClinic().
[[nodiscard]] base::Done restoreFromBackup(const CtlOptions& options);
[[nodiscard]] base::Done exportVisit(const CtlOptions& options);
// One document as PDF, of the kind that options.kind names: about options.infusion, options.course, or the clinic
// (options.day for the drug book). Invalid on the one that is missing.
[[nodiscard]] base::Done exportDocument(const CtlOptions& options);
// The summaries of every infusion of a period, one file each, in the folder options.output. Invalid on "from" and "to"
// for no date, TooMany above 500. What was written before a failure stays.
[[nodiscard]] base::Done exportVisits(const CtlOptions& options);
// A course, or all of a patient, as a FHIR bundle. Until it is whole, the file keeps what it had.
[[nodiscard]] base::Done exportFhir(const CtlOptions& options);
// One kind of row of the whole clinic as CSV, written like exportFhir. Invalid on "kind" for an unknown one.
[[nodiscard]] base::Done exportCsv(const CtlOptions& options);
// Patients of a CSV list: all that are new, or none. Writes what became of each line to standard output.
[[nodiscard]] base::Done importCsv(const CtlOptions& options);
// Writes what would become (or became) of each part of a bundle to standard output, the counts to standard error.
[[nodiscard]] base::Done importFhir(const CtlOptions& options);
[[nodiscard]] base::Done reportRetreatment(const CtlOptions& options);
// Every movement of the day with the balance after it, one a line. Invalid on "day" for no date.
[[nodiscard]] base::Done reportDrugBook(const CtlOptions& options);
// How the courses of a period turned out, one number a line. Invalid on "from" and "to" for no date; NotFound for an
// unknown protocol version.
[[nodiscard]] base::Done reportOutcomes(const CtlOptions& options);
// The audit trail, or what was given out about one patient, as CSV to standard output or to a file. See AuditService;
// Invalid too on "from" and "to" for no date, "action" for an unknown word, "person" for an unknown user name.
[[nodiscard]] base::Done reportAudit(const CtlOptions& options);
[[nodiscard]] base::Done reportDisclosures(const CtlOptions& options);
// Standard input to standard output, one JSON object a line. Nothing is answered if one of the instrument files is
// refused: NotFound (detail: the file), or Invalid with every problem by its place in the file.
[[nodiscard]] base::Done calculate(const CtlOptions& options);

} // namespace chairside::app
