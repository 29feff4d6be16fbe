"""chairsidectl as a person at a terminal uses it."""

import json
import os
import subprocess
import unittest

from program import DemoTest, ProgramTest

ADMIN = "demo administrator password"
PHYSICIAN = "demo physician password"


class NewClinic(ProgramTest):
    def test_init_makes_an_account_that_can_verify(self):
        self.init()
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "root1"))

    def test_a_second_init_is_refused_and_changes_nothing(self):
        self.init()
        self.refuse(1, "init", "--data", self.data, "--user", "other", "--clinic", "X", "--name", "Y")
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "root1"))

    def test_a_short_password_is_refused_and_leaves_no_account(self):
        self.refuse(1, "init", "--data", self.data, "--user", "a", "--clinic", "X", "--name", "Y", password="short")
        self.init()

    def test_wrong_password_and_unknown_user_get_the_same_answer(self):
        self.init()
        wrong = self.refuse(1, "verify", "--data", self.data, "--user", "root1", password="not the right password")
        unknown = self.refuse(1, "verify", "--data", self.data, "--user", "nobody", password="not the right password")
        self.assertEqual(wrong, unknown)

    def test_a_folder_without_a_clinic_is_not_made_into_one(self):
        self.refuse(1, "verify", "--data", self.data, "--user", "root1")
        self.assertFalse(os.path.exists(os.path.join(self.data, "clinic.db")))

    def test_usage_errors_exit_with_2(self):
        self.refuse(2)
        self.refuse(2, "verify")
        self.refuse(2, "no-such-command")

    def test_the_record_is_private_to_its_owner(self):
        self.init()
        for name in os.listdir(self.data):
            self.assertEqual(os.stat(os.path.join(self.data, name)).st_mode & 0o077, 0, name)


class DemoClinic(DemoTest):
    def test_it_verifies_clean_and_names_a_changed_dose(self):
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))
        with self.database() as database:
            triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name='dose_check'")
            triggers = triggers.fetchall()
            row = database.execute("SELECT id FROM dose_check LIMIT 1").fetchone()[0]
            for name, _ in triggers:
                database.execute(f"DROP TRIGGER {name}")
            database.execute("UPDATE dose_check SET dose_ug = dose_ug + 50000 WHERE id = ?", (row,))
            for _, sql in triggers:
                database.execute(sql)
        database.close()
        done = self.ctl("verify", "--data", self.data, "--user", "admin", password=ADMIN)
        self.assertEqual(done.returncode, 1)
        self.assertIn(row, done.stdout)

    def test_the_report_lists_everybody_with_a_course_once(self):
        lines = self.succeed("report", "retreatment", "--data", self.data, "--user", "physician", password=PHYSICIAN)
        rows = [line.split("\t") for line in lines.strip().splitlines()[1:]]
        with self.database() as database:
            patients = database.execute("SELECT COUNT(DISTINCT patient_id) FROM course").fetchone()[0]
        database.close()
        self.assertEqual(len(rows), patients)
        self.assertEqual(len({row[1] for row in rows}), patients)

    def test_an_administrator_gets_no_clinical_list(self):
        for report in ("retreatment", "drugbook", "outcomes"):
            self.refuse(1, "report", report, "--data", self.data, "--user", "admin", password=ADMIN)

    def drug_book(self, *arguments):
        text = self.succeed("report", "drugbook", "--data", self.data, "--user", "physician", *arguments,
                            password=PHYSICIAN)
        head, *lines = text.strip("\n").splitlines()
        return [dict(zip(head.split("\t"), line.split("\t"))) for line in lines]

    def test_the_drug_book_of_a_day_has_its_vials_and_closes_each_at_zero(self):
        with self.database() as database:
            day = database.execute(
                "SELECT MAX(i.infusion_on) FROM infusion i JOIN drug_movement m ON m.infusion_id = i.id").fetchone()[0]
            vials = {row[0] for row in database.execute(
                "SELECT m.vial_id FROM infusion i JOIN drug_movement m ON m.infusion_id = i.id"
                " WHERE i.infusion_on = ?", (day,)).fetchall()}
        database.close()
        last = {row["vial"]: row for row in self.drug_book("--day", day)}
        self.assertEqual(set(last), vials)
        for row in last.values():
            self.assertEqual(row["balance_mg"], "0", row)
            self.assertTrue(row["clinic_number"], row)

    def test_a_day_without_drugs_has_a_head_only_and_a_bad_day_is_refused(self):
        self.assertEqual(self.drug_book(), [])
        self.refuse(1, "report", "drugbook", "--data", self.data, "--user", "physician", "--day", "14-Jan-2025",
                    password=PHYSICIAN)

    def outcomes(self, *arguments):
        text = self.succeed("report", "outcomes", "--data", self.data, "--user", "physician", *arguments,
                            password=PHYSICIAN)
        head, *lines = text.strip("\n").splitlines()
        return [dict(zip(head.split("\t"), line.split("\t"))) for line in lines]

    def test_the_outcomes_leave_no_course_out_and_tell_small_groups_by_their_counts(self):
        with self.database() as database:
            courses = database.execute("SELECT COUNT(*) FROM course").fetchone()[0]
        database.close()
        rows = self.outcomes("--from", "2000-01-01", "--to", "2999-12-31")
        listed = {row["item"] for row in rows if row["what"] in ("fall_percent", "not_judged")}
        self.assertEqual(len(listed), courses)
        responders, = (row for row in rows if row["what"] == "responders")
        self.assertEqual(int(responders["of"]), sum(row["what"] == "fall_percent" for row in rows))
        smallest, = (int(row["count"]) for row in rows if row["what"] == "smallest_group")
        for row in rows:
            if row["what"] in ("responders", "pain_before", "pain_after"):
                self.assertEqual(row["low"] != "", int(row["count" if "pain" in row["what"] else "of"]) >= smallest, row)

    def test_outcomes_of_another_time_are_none_and_a_period_turned_around_is_refused(self):
        first = self.outcomes("--from", "2000-01-01", "--to", "2000-12-31")[0]
        self.assertEqual((first["item"], first["count"]), ("all", "0"))
        for arguments in (("--from", "2001-01-01", "--to", "2000-01-01"), ("--from", "1-Jan-2001"),
                          ("--protocol", "none")):
            self.refuse(1, "report", "outcomes", "--data", self.data, "--user", "physician", *arguments,
                        password=PHYSICIAN)

    def test_a_signed_visit_leaves_as_pdf_with_its_identifiers(self):
        with self.database() as database:
            infusion = database.execute(
                "SELECT subject_id FROM signature WHERE subject_kind = 'infusion' LIMIT 1").fetchone()[0]
            number = database.execute(
                "SELECT p.clinic_number FROM infusion i JOIN patient p ON p.id = i.patient_id WHERE i.id = ?",
                (infusion,)).fetchone()[0]
        database.close()
        output = self.path("visit.pdf")
        self.succeed("export", "visit", "--data", self.data, "--user", "physician", "--infusion", infusion, "--output", output,
                     password=PHYSICIAN)
        text = subprocess.run(["pdftotext", "-layout", output, "-"], capture_output=True, text=True, check=True).stdout
        self.assertIn(number, text)
        self.assertIn("SIGNED", text)

    def test_an_export_that_cannot_be_written_leaves_nothing_behind(self):
        with self.database() as database:
            infusion = database.execute("SELECT id FROM infusion LIMIT 1").fetchone()[0]
        database.close()
        self.refuse(1, "export", "visit", "--data", self.data, "--user", "physician", "--infusion", infusion, "--output",
                    self.path("no/such/folder/visit.pdf"), password=PHYSICIAN)
        self.assertFalse(os.path.exists(self.path("no")))


class Calc(ProgramTest):
    def test_a_bad_line_is_answered_with_its_number_and_the_rest_still_runs(self):
        good = {"rule": "dose", "weight_kg": 70, "mg_per_kg": 0.5, "minutes": 90, "vial_mg_per_ml": 50, "bag_ml": 100,
                "volume_convention": "qs_total", "vial_volume_ml": 10}
        lines = self.succeed("calc", text=json.dumps(good) + "\nnot json\n" + json.dumps(good) + "\n").splitlines()
        answers = [json.loads(line) for line in lines]
        self.assertEqual(len(answers), 3)
        self.assertEqual(answers[0]["mg"], 35)
        self.assertEqual(answers[1]["line"], 2)
        self.assertIn("error", answers[1])
        self.assertEqual(answers[0], answers[2])

    def test_an_instrument_of_the_clinic_is_scored_and_a_malformed_one_is_refused_with_its_place(self):
        own = {"id": "stiffness", "version": "1", "name": "Morning stiffness", "source": "clinic", "missing_rule": "One answer.",
               "licence": "Our own.", "items": [{"key": "minutes", "text": "Minutes", "range": [0, 600]}],
               "scales": [{"key": "total", "text": "Minutes", "method": "sum", "items": ["minutes"], "min_answered": 1}]}
        with open(self.path("own.json"), "w") as file:
            json.dump(own, file)
        line = '{"rule": "instrument", "id": "stiffness", "items": [45]}\n'
        answer = json.loads(self.succeed("calc", "--instrument", self.path("own.json"), text=line))
        self.assertEqual(answer, {"total": 45, "missing": 0})
        own["scales"][0]["items"] = ["hours"]
        with open(self.path("own.json"), "w") as file:
            json.dump(own, file)
        self.assertIn("scales.total.items", self.refuse(1, "calc", "--instrument", self.path("own.json")))


if __name__ == "__main__":
    unittest.main()
