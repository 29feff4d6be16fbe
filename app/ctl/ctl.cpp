#include "app/ctl/ctl.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <new>

#include "app/ctl/commands.h"
#include "app/options.h"
#include "app/process_guard.h"
#include "ui/format/problem_text.h"

namespace chairside::app {

namespace {

using Command = std::function<base::Done()>;

CLI::App* addCommand(CLI::App& parent, const char* name, const char* help, Command& chosen, Command command) {
    auto* sub = parent.add_subcommand(name, help);
    sub->callback([&chosen, command = std::move(command)] { chosen = command; });
    return sub;
}

void addData(CLI::App& command, CtlOptions& options, bool signsIn) {
    command.add_option("--data", options.data, "Folder of the clinic")->type_name("DIR")->required();
    if (signsIn) {
        command
            .add_option("--user", options.user, "User name; the password comes from CHAIRSIDE_PASSWORD or is asked for")
            ->required();
    }
}

void addPurpose(CLI::App& command, CtlOptions& options) {
    command
        .add_option("--purpose", options.purpose,
                    "Why the records leave: treatment, patient_request, payment, operations, research or legal_duty")
        ->required();
}

void addDataExports(CLI::App& exports, CtlOptions& options, Command& chosen) {
    auto* fhir = addCommand(exports, "fhir", "A course or a patient as a FHIR R4 bundle", chosen,
                            [&options] { return exportFhir(options); });
    addData(*fhir, options, true);
    auto* course = fhir->add_option("--course", options.course, "Identity of the course");
    fhir->add_option("--patient", options.patient, "Identity of the patient: every course")->excludes(course);
    addPurpose(*fhir, options);
    fhir->add_option("--out", options.output, "File to write")->required();

    auto* csv = addCommand(exports, "csv", "One kind of row of every patient with a course", chosen,
                           [&options] { return exportCsv(options); });
    addData(*csv, options, true);
    csv->add_option("--kind", options.kind, "patients, courses, infusions, vitals, scores, events or drug_book")
        ->required();
    csv->add_flag("--deidentify", options.deidentify, "No names, no free words, dates of each patient moved");
    addPurpose(*csv, options);
    csv->add_option("--out", options.output, "File to write")->required();
}

void addPaperExports(CLI::App& exports, CtlOptions& options, Command& chosen) {
    auto* visit = addCommand(exports, "visit", "Summary of one infusion as PDF", chosen,
                             [&options] { return exportVisit(options); });
    addData(*visit, options, true);
    visit->add_option("--infusion", options.infusion, "Identity of the infusion")->required();
    visit->add_option("--output", options.output, "File to write")->required();

    auto* document =
        addCommand(exports, "document", "One document as PDF", chosen, [&options] { return exportDocument(options); });
    addData(*document, options, true);
    document
        ->add_option("--kind", options.kind,
                     "visit_summary, after_visit (of an infusion), course_summary, letter (of a course), call_list or "
                     "drug_book")
        ->required();
    document->add_option("--infusion", options.infusion, "Identity of the infusion");
    document->add_option("--course", options.course, "Identity of the course");
    document->add_option("--day", options.day, "Of the drug book, as YYYY-MM-DD; today without it");
    document->add_option("--to", options.recipient, "Whom the letter is for");
    document->add_flag("--letter", options.letterPaper, "US Letter paper instead of A4");
    document->add_option("--out", options.output, "File to write")->required();

    auto* visits = addCommand(exports, "visits", "Summary of every infusion of a period as PDF", chosen,
                              [&options] { return exportVisits(options); });
    addData(*visits, options, true);
    visits->add_option("--from", options.from, "First day as YYYY-MM-DD")->required();
    visits->add_option("--to", options.to, "Last day as YYYY-MM-DD")->required();
    visits->add_flag("--letter", options.letterPaper, "US Letter paper instead of A4");
    visits->add_option("--out", options.output, "Folder to write to")->required()->check(CLI::ExistingDirectory);
}

void addImports(CLI::App& cli, CtlOptions& options, Command& chosen) {
    auto* imports = cli.add_subcommand("import", "Read a file of another system");
    imports->require_subcommand(1);
    auto* csv = addCommand(*imports, "csv", "Register the patients of a list; all that are new, or none", chosen,
                           [&options] { return importCsv(options); });
    addData(*csv, options, true);
    csv->add_option("--in", options.input, "File to read")->type_name("FILE")->required();
    csv->add_option("--columns", options.columns,
                    "What each column is: family, given, title, preferred, born, gender, clinic_number, phone, "
                    "allergies or ignored, with commas between; by their names without it")
        ->delimiter(',');
    csv->add_flag("--month-first", options.monthFirst, "03/04/1979 is the 4th of March");
    csv->add_flag("--preview", options.previewOnly, "Only say what would become of each line");

    auto* fhir = addCommand(*imports, "fhir", "Take over the records of a FHIR R4 bundle; all that is new, or nothing",
                            chosen, [&options] { return importFhir(options); });
    addData(*fhir, options, true);
    fhir->add_option("--in", options.input, "File to read")->type_name("FILE")->required();
    fhir->add_flag("--leave-out", options.leaveOut, "Pass over what cannot be taken and take the rest");
    fhir->add_flag("--preview", options.previewOnly, "Only say what would become of each part");
}

void addTrailReports(CLI::App& report, CtlOptions& options, Command& chosen) {
    auto* audit = addCommand(report, "audit", "The audit trail as CSV, newest first", chosen,
                             [&options] { return reportAudit(options); });
    addData(*audit, options, true);
    audit->add_option("--person", options.person, "User name of whoever did it");
    audit->add_option("--patient", options.patient, "Clinic number of the patient");
    audit->add_option("--action", options.action, "A word of the trail, such as view, issue or sign_in_failed");
    audit->add_option("--from", options.from, "First day as YYYY-MM-DD");
    audit->add_option("--to", options.to, "Last day as YYYY-MM-DD");
    audit->add_option("--out", options.output, "File to write; standard output without it");

    auto* disclosures = addCommand(report, "disclosures", "What was given out about a patient in six years, as CSV",
                                   chosen, [&options] { return reportDisclosures(options); });
    addData(*disclosures, options, true);
    disclosures->add_option("--patient", options.patient, "Clinic number of the patient")->required();
    disclosures->add_option("--out", options.output, "File to write; standard output without it");
}

void addReports(CLI::App& cli, CtlOptions& options, Command& chosen) {
    auto* report = cli.add_subcommand("report", "Print a list");
    report->require_subcommand(1);
    addData(*addCommand(*report, "retreatment", "Who is due for a re-treatment decision", chosen,
                        [&options] { return reportRetreatment(options); }),
            options, true);

    auto* drugBook = addCommand(*report, "drugbook", "Every movement of the controlled drugs of a day", chosen,
                                [&options] { return reportDrugBook(options); });
    addData(*drugBook, options, true);
    drugBook->add_option("--day", options.day, "The day as YYYY-MM-DD; today without it");

    auto* outcomes = addCommand(*report, "outcomes", "How the courses that began in a period turned out", chosen,
                                [&options] { return reportOutcomes(options); });
    addData(*outcomes, options, true);
    outcomes->add_option("--from", options.from, "First day as YYYY-MM-DD; a year up to the last one without it");
    outcomes->add_option("--to", options.to, "Last day as YYYY-MM-DD; today without it");
    outcomes->add_option("--protocol", options.protocol, "Identity of a protocol version; all without it");
    addTrailReports(*report, options, chosen);
}

void addBackups(CLI::App& cli, CtlOptions& options, Command& chosen) {
    auto* backup = addCommand(cli, "backup", "Make a verified backup and remove those that are no longer kept", chosen,
                              [&options] { return backUpClinic(options); });
    addData(*backup, options, true);
    backup->add_option("--to", options.target, "Folder where backups go from now on")->type_name("DIR");
    addData(*addCommand(cli, "rehearse", "Try out whether the newest backup could be restored", chosen,
                        [&options] { return rehearseRestore(options); }),
            options, true);
    auto* restore = addCommand(cli, "restore", "Put a backup in the place of the data, which are kept beside it",
                               chosen, [&options] { return restoreFromBackup(options); });
    addData(*restore, options, true);
    restore->add_option("backup", options.backup, "Folder of the backup")->type_name("BACKUP")->required();
}

void addCommands(CLI::App& cli, CtlOptions& options, Command& chosen) {
    auto* init = addCommand(cli, "init", "Make a new clinic and its first administrator", chosen,
                            [&options] { return initClinic(options); });
    addData(*init, options, true);
    init->add_option("--clinic", options.clinicName, "Name of the clinic")->required();
    init->add_option("--name", options.printedName, "Printed name of the administrator")->required();

    auto* demo = addCommand(cli, "demo", "Make a demo clinic with invented patients", chosen,
                            [&options] { return makeDemo(options); });
    addData(*demo, options, false);
    demo->add_option("--patients", options.patients, "Register so many more invented patients")
        ->check(CLI::Range(0, 1'000'000));
    demo->add_flag("--unencrypted", options.unencrypted, "So that other tools can read the invented data");
    demo->add_option("--seed", options.seed, "Seed of their names");

    addData(*addCommand(cli, "verify", "Check schema, references, audit chain and contents", chosen,
                        [&options] { return verifyClinic(options); }),
            options, true);

    addData(*addCommand(cli, "recover",
                        "Give an account a new password by the printed code (CHAIRSIDE_RECOVERY_CODE, or asked for)",
                        chosen, [&options] { return recoverAccount(options); }),
            options, true);
    addData(*addCommand(cli, "rekey", "Encrypt the data anew with another key", chosen,
                        [&options] { return rekeyClinic(options); }),
            options, true);

    auto* reset = addCommand(cli, "reset-password",
                             "Give somebody a password for their next sign-in (CHAIRSIDE_NEW_PASSWORD, or asked for)",
                             chosen, [&options] { return resetPassword(options); });
    addData(*reset, options, true);
    reset->add_option("--person", options.person, "User name of whoever gets it")->required();

    auto* exports = cli.add_subcommand("export", "Write a document");
    exports->require_subcommand(1);
    addPaperExports(*exports, options, chosen);
    addDataExports(*exports, options, chosen);

    addImports(cli, options, chosen);

    addReports(cli, options, chosen);
    addBackups(cli, options, chosen);

    auto* calc = addCommand(cli, "calc", "Answer JSON lines from standard input with the program's own rules", chosen,
                            [&options] { return calculate(options); });
    calc->add_option("--instrument", options.instruments,
                     "An instrument file of the clinic, for the rule \"instrument\"")
        ->type_name("FILE");
}

// Transactions end by themselves: what was not committed is not there.
base::Done withinMemory(const Command& command) {
    try {
        return command();
    } catch (const std::bad_alloc&) {
        return base::fail(base::Code::Internal, "memory", "memory does not suffice");
    }
}

// One line for people; codes for whoever is asked for help.
std::string lineOf(const base::Error& error) {
    std::string line = ui::describe(error).toStdString();
    for (const auto& problem : error.problems) {
        line += ' ' + ui::describe(problem, {QString::fromStdString(problem.field), {}}).toStdString();
    }
    if (!error.detail.empty()) line += " (" + error.detail + ')';
    return line;
}

} // namespace

int runChairsidectl(int argc, char** argv) {
    forbidMemoryDumps();
    CLI::App cli{"Works on a Chairside clinic without a window.", "chairsidectl"};
    cli.set_version_flag("--version", "chairsidectl " CHAIRSIDE_VERSION);
    cli.require_subcommand(1);
    CtlOptions options;
    Command chosen;
    addCommands(cli, options, chosen);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }
    if (const auto done = withinMemory(chosen); !done) {
        std::cerr << "chairsidectl: " << lineOf(done.error()) << '\n';
        return 1;
    }
    return 0;
}

} // namespace chairside::app
