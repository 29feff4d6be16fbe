import hashlib

from fixture import CheckCase

FIRST = "-- Patients and courses.\nCREATE TABLE patient (id TEXT);\n"
SECOND = "-- Vials are counted.\nCREATE TABLE vial (id TEXT);\n"


class CheckMigrations(CheckCase):
    check = "check_migrations"

    def setUp(self):
        super().setUp()
        self.write("migrations/0001_create_patient.sql", FIRST)
        self.write("migrations/0002_add_vial.sql", SECOND)
        self.write("migrations/schema.sql", "")
        self.lock("0001_create_patient.sql", FIRST)

    def lock(self, name: str, text: str) -> None:
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.write("migrations/released.sha256", f"{digest}  {name}\n")

    def test_one_released_and_one_new_pass(self):
        self.assert_passes()
        self.assert_exits_with(0)

    def test_no_migrations_pass(self):
        for path in (self.top / "migrations").iterdir():
            path.unlink()
        self.assert_passes()

    def test_a_released_file_changed(self):
        self.write("migrations/0001_create_patient.sql", FIRST + " ")
        self.assert_fails("0001_create_patient.sql:1: released and then changed")
        self.assert_exits_with(1)

    def test_a_released_file_gone(self):
        (self.top / "migrations/0001_create_patient.sql").unlink()
        self.assert_fails("0001_create_patient.sql was released and is gone", "number 0001 is missing")

    def test_two_unlisted_files(self):
        self.write("migrations/0003_add_note.sql", "-- Notes too.\n")
        self.assert_fails("0002_add_vial.sql:1: neither the newest nor listed")

    def test_a_gap_and_a_number_used_twice(self):
        self.write("migrations/0004_add_note.sql", "-- Notes too.\n")
        self.assert_fails("number 0003 is missing or used twice")
        (self.top / "migrations/0004_add_note.sql").unlink()
        self.write("migrations/0002_also_this.sql", "-- Notes too.\n")
        self.assert_fails("number 0003 is missing or used twice")

    def test_a_name_that_sorts_wrongly(self):
        self.write("migrations/3-note.sql", "-- Notes too.\n")
        self.assert_fails("3-note.sql:1: not named NNNN_verb_object.sql")

    def test_a_file_without_a_reason(self):
        self.write("migrations/0002_add_vial.sql", "CREATE TABLE vial (id TEXT);\n")
        self.assert_fails("0002_add_vial.sql:1: the first line is no comment")

    def test_a_damaged_lock(self):
        self.write("migrations/released.sha256", "abc\n")
        self.assert_fails("released.sha256:1: not a line of sha256sum")
