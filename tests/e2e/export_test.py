"""What leaves the demo clinic as data, through chairsidectl."""

import csv
import datetime
import json
import os
import sqlite3
import unittest

from ctl_test import ADMIN, PHYSICIAN
from program import ProgramTest


class DataExport(ProgramTest):
    def setUp(self):
        super().setUp()
        self.succeed("demo", "--data", self.data, "--unencrypted")

    def one(self, query):
        database = sqlite3.connect(os.path.join(self.data, "clinic.db"))
        found = database.execute(query).fetchone()[0]
        database.close()
        return found

    def test_a_course_leaves_as_a_fhir_bundle_and_the_record_knows(self):
        course = self.one("SELECT course_id FROM infusion LIMIT 1")
        output = self.path("course.json")
        self.succeed("export", "fhir", "--data", self.data, "--user", "physician", "--course", course, "--out", output,
                     password=PHYSICIAN)
        with open(output, encoding="utf-8") as file:
            bundle = json.load(file)
        kinds = [entry["resource"]["resourceType"] for entry in bundle["entry"]]
        self.assertEqual(kinds.count("Patient"), 1)
        self.assertIn("MedicationAdministration", kinds)
        self.assertEqual(os.stat(output).st_mode & 0o077, 0)
        self.assertEqual(os.listdir(os.path.dirname(output)).count("course.json.part"), 0)
        self.assertEqual(self.one("SELECT kind FROM document_issued ORDER BY issued_at DESC LIMIT 1"), "fhir_course")
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))

    def csv_table(self, kind, *more):
        output = self.path(kind + ".csv")
        self.succeed("export", "csv", "--data", self.data, "--user", "physician", "--kind", kind, "--out", output, *more,
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
        self.refuse(1, "export", "csv", "--data", self.data, "--user", "physician", "--kind", "secrets", "--out",
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
            self.refuse(1, "export", "fhir", "--data", self.data, "--user", user, "--patient", nobody, "--out", output,
                        password=password)
        with open(output, encoding="utf-8") as file:
            self.assertEqual(file.read(), "old")
        self.refuse(1, "export", "fhir", "--data", self.data, "--user", "physician", "--out", output, password=PHYSICIAN)


if __name__ == "__main__":
    unittest.main()
