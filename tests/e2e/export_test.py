"""What leaves the demo clinic as data, through chairsidectl."""

import base64
import csv
import datetime
import io
import json
import os
import unittest

from ctl_test import ADMIN, PHYSICIAN
from program import DemoTest


class DataExport(DemoTest):
    def test_a_course_leaves_as_a_fhir_bundle_and_the_record_knows(self):
        course = self.one("SELECT course_id FROM infusion LIMIT 1")
        output = self.path("course.json")
        self.succeed("export", "fhir", "--purpose", "treatment", "--data", self.data, "--user", "physician", "--course", course, "--out", output,
                     password=PHYSICIAN)
        with open(output, encoding="utf-8") as file:
            bundle = json.load(file)
        kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
        self.assertEqual(kinds.count("Patient"), 1)
        self.assertIn("MedicationAdministration", kinds)
        papers = [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == "DocumentReference"]
        self.assertEqual(len(papers), kinds.count("Encounter"), "the summary of every infusion")
        self.assertTrue(base64.b64decode(papers[0]["content"][0]["attachment"]["data"]).startswith(b"%PDF-"))
        self.assertEqual(os.stat(output).st_mode & 0o077, 0)
        self.assertEqual(os.listdir(os.path.dirname(output)).count("course.json.part"), 0)
        self.assertEqual(self.one("SELECT kind FROM document_issued ORDER BY issued_at DESC LIMIT 1"), "fhir_course")
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))

    def test_what_went_out_as_a_bundle_is_known_and_what_another_house_sends_comes_in_once(self):
        course, output = self.one("SELECT course_id FROM infusion LIMIT 1"), self.path("course.json")
        self.succeed("export", "fhir", "--purpose", "treatment", "--data", self.data, "--user", "physician", "--course", course, "--out", output,
                     password=PHYSICIAN)
        arguments = ("import", "fhir", "--data", self.data, "--user", "physician", "--in")
        rows = "SELECT (SELECT COUNT(*) FROM patient_history) + (SELECT COUNT(*) FROM outside_observation)"
        before = self.one(rows)
        self.succeed(*arguments, output, password=PHYSICIAN)
        self.assertEqual(self.one(rows), before, "a clinic does not import itself")
        path = self.path("other.json")
        score = {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p1"},
                 "effectiveDateTime": "2024-05-06T09:30:00-04:00",
                 "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}]},
                 "valueQuantity": {"value": 3.42938, "code": "{score}"}}
        patient = {"resourceType": "Patient", "id": "p1", "name": [{"family": "Newly", "given": ["Come"]}],
                   "birthDate": "1980-01-02"}
        bundle = {"resourceType": "Bundle", "type": "transaction", "entry": [{"resource": patient}, {"resource": score}]}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(bundle, file)
        self.assertIn("entry 1\tnew", self.succeed(*arguments, path, "--preview", password=PHYSICIAN))
        self.assertEqual(self.one(rows), before)
        self.succeed(*arguments, path, password=PHYSICIAN)
        self.assertEqual(self.one(rows), before + 1)
        self.assertEqual(self.one("SELECT COUNT(*) FROM outside_observation WHERE value_thousandths = 3429"), 1)
        self.assertIn("entry 2\tmatched", self.succeed(*arguments, path, password=PHYSICIAN))
        self.assertEqual(self.one(rows), before + 1)
        score["subject"]["reference"] = "http://example.org/Patient/p1"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(bundle, file)
        self.refuse(1, *arguments, path, password=PHYSICIAN)
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))

    def test_every_kind_of_document_leaves_as_a_file_of_its_own(self):
        course, infusion = self.one("SELECT course_id FROM infusion LIMIT 1"), self.one("SELECT id FROM infusion LIMIT 1")
        for kind, about in (("visit_summary", ("--infusion", infusion)), ("after_visit", ("--infusion", infusion)),
                            ("course_summary", ("--course", course)), ("letter", ("--course", course, "--letter")),
                            ("call_list", ()), ("drug_book", ("--day", "2025-01-14"))):
            with self.subTest(kind):
                output = self.path(kind + ".pdf")
                self.succeed("export", "document", "--data", self.data, "--user", "physician", "--kind", kind, *about,
                             "--out", output, password=PHYSICIAN)
                with open(output, "rb") as file:
                    self.assertEqual(file.read(5), b"%PDF-")
        self.refuse(1, "export", "document", "--data", self.data, "--user", "physician", "--kind", "letter", "--out",
                    self.path("x.pdf"), password=PHYSICIAN)
        self.assertFalse(os.path.exists(self.path("x.pdf")))
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))

    def test_the_visits_of_a_period_leave_together(self):
        folder = self.path("visits")
        os.mkdir(folder)
        self.succeed("export", "visits", "--data", self.data, "--user", "physician", "--from", "2025-01-07", "--to",
                     "2025-01-14", "--out", folder, password=PHYSICIAN)
        expected = self.one("SELECT COUNT(*) FROM infusion WHERE infusion_on BETWEEN '2025-01-07' AND '2025-01-14'")
        self.assertEqual(len(os.listdir(folder)), expected)
        self.assertGreater(expected, 0)
        self.assertEqual(self.one("SELECT COUNT(*) FROM document_issued WHERE kind = 'visit_summary'"), expected)

    def test_a_list_of_patients_comes_in_once(self):
        path = self.path("list.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Surname,First name,DOB,Colour\nSample,Robin,1980-04-03,red\n\"O'Neil, jr\",Lee,02-Jan-1981,\n")
        arguments = ("import", "csv", "--data", self.data, "--user", "physician", "--in", path)
        count = "SELECT COUNT(*) FROM patient"
        before = self.one(count)
        self.assertIn("line 3\tnew", self.succeed(*arguments, "--preview", password=PHYSICIAN))
        self.assertEqual(self.one(count), before)
        self.succeed(*arguments, password=PHYSICIAN)
        self.assertEqual(self.one(count), before + 2)
        self.assertIn("line 2\tmatched", self.succeed(*arguments, password=PHYSICIAN))
        self.assertEqual(self.one(count), before + 2)
        with open(path, "a", encoding="utf-8") as file:
            file.write("New,One,1990-01-01,\nLate,Two,never,\n")
        self.refuse(1, *arguments, password=PHYSICIAN)
        self.assertEqual(self.one(count), before + 2)
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))

    def trail(self, *more):
        text = self.succeed("report", "audit", "--data", self.data, "--user", "admin", *more, password=ADMIN)
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def test_the_audit_report_counts_what_the_record_holds(self):
        day = self.one("SELECT substr(happened_at, 1, 10) FROM audit_event GROUP BY 1 ORDER BY COUNT(*) DESC LIMIT 1")
        rows = [row for row in self.trail() if row["action"] == "view"]
        self.assertEqual(len(rows), self.one("SELECT COUNT(*) FROM audit_event WHERE action = 'view'"))
        whole = self.trail()
        self.assertEqual([int(row["number"]) for row in whole], sorted((int(row["number"]) for row in whole), reverse=True))
        self.assertEqual({row["time"][:10] for row in self.trail("--from", day, "--to", day)}, {day})
        signed = self.trail("--action", "sign", "--person", "physician")
        self.assertEqual(len(signed), self.one("SELECT COUNT(*) FROM audit_event e JOIN account a ON a.id = e.account_id"
                                               " WHERE e.action = 'sign' AND a.user_name = 'physician'"))
        self.refuse(1, "report", "audit", "--data", self.data, "--user", "physician", password=PHYSICIAN)
        self.refuse(1, "report", "audit", "--data", self.data, "--user", "admin", "--action", "peek", password=ADMIN)
        self.refuse(1, "report", "audit", "--data", self.data, "--user", "admin", "--from", "yesterday", password=ADMIN)

    def test_what_was_given_out_about_a_patient_is_accounted_for(self):
        course = self.one("SELECT course_id FROM infusion LIMIT 1")
        number = self.one(f"SELECT clinic_number FROM patient WHERE id = (SELECT patient_id FROM course WHERE id = '{course}')")
        self.succeed("export", "fhir", "--purpose", "treatment", "--data", self.data, "--user", "physician", "--course", course,
                     "--out", self.path("course.json"), password=PHYSICIAN)
        text = self.succeed("report", "disclosures", "--data", self.data, "--user", "admin", "--patient", number,
                            password=ADMIN)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual(rows[0]["document"], "fhir_course")
        self.refuse(1, "report", "disclosures", "--data", self.data, "--user", "admin", "--patient", "KC 999999",
                    password=ADMIN)

    def csv_table(self, kind, *more):
        output = self.path(kind + ".csv")
        self.succeed("export", "csv", "--purpose", "research", "--data", self.data, "--user", "physician", "--kind", kind, "--out", output, *more,
                     password=PHYSICIAN)
        with open(output, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    def test_every_kind_of_row_leaves_as_csv_and_agrees_with_the_record(self):
        for kind, query in (("patients", "SELECT COUNT(DISTINCT patient_id) FROM course"),
                            ("courses", "SELECT COUNT(*) FROM course"),
                            ("infusions", "SELECT COUNT(*) FROM planned_infusion"),
                            ("vitals", "SELECT COUNT(*) FROM vital_signs v WHERE NOT EXISTS"
                                       " (SELECT 1 FROM vital_signs w WHERE w.corrects = v.id)"),
                            ("events", "SELECT COUNT(*) FROM adverse_event v WHERE NOT EXISTS"
                                       " (SELECT 1 FROM adverse_event w WHERE w.corrects = v.id)"),
                            ("drug_book", "SELECT COUNT(*) FROM drug_movement")):
            with self.subTest(kind):
                self.assertEqual(len(self.csv_table(kind)), self.one(query))
        self.assertTrue(self.csv_table("scores"))
        self.refuse(1, "export", "csv", "--purpose", "research", "--data", self.data, "--user", "physician", "--kind", "secrets", "--out",
                    self.path("x.csv"), password=PHYSICIAN)

    def test_a_deidentified_table_names_nobody_and_keeps_the_spans_between_dates(self):
        named = self.csv_table("infusions")
        bare = self.csv_table("infusions", "--deidentify")
        self.assertEqual(len(named), len(bare))
        self.assertNotIn("clinic_number", bare[0])
        for before, after in zip(named, bare):
            self.assertNotEqual(before["planned_on"], after["planned_on"])
            self.assertNotIn(before["patient"], after.values())
        spans = [{}, {}]
        for rows, found in ((named, spans[0]), (bare, spans[1])):
            for row in rows:
                found.setdefault(row["patient"], []).append(datetime.date.fromisoformat(row["planned_on"]).toordinal())
        lengths = [sorted(max(days) - min(days) for days in one.values()) for one in spans]
        self.assertEqual(lengths[0], lengths[1])

    def test_a_refused_export_leaves_the_old_file_as_it_was(self):
        output = self.path("course.json")
        with open(output, "w", encoding="utf-8") as file:
            file.write("old")
        nobody = "00000000-0000-7000-8000-000000000000"
        for user, password in (("physician", PHYSICIAN), ("admin", ADMIN)):
            self.refuse(1, "export", "fhir", "--purpose", "treatment", "--data", self.data, "--user", user, "--patient", nobody, "--out", output,
                        password=password)
        with open(output, encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")
        self.refuse(1, "export", "fhir", "--purpose", "treatment", "--data", self.data, "--user", "physician", "--out",
                    output, password=PHYSICIAN)


if __name__ == "__main__":
    unittest.main()
