from fixture import CheckCase


class CheckTree(CheckCase):
    check = "check_tree"

    def setUp(self):
        super().setUp()
        self.write("README.md", "# A\n")
        self.write(".ci/run", "exit 0\n")
        self.write("core/base/date.h", "#pragma once\n")

    def test_sources_pass(self):
        self.assert_passes()
        self.assert_exits_with(0)

    def test_a_folder_left_behind_by_a_measurement(self):
        self.write("clinic-1mvVMg/notes.txt", "rows")
        self.assert_fails("clinic-1mvVMg: does not belong to the top level")
        self.assert_exits_with(1)

    def test_a_data_file_and_its_journal(self):
        self.write("tests/data/clinic.db", "rows")
        self.write("tests/data/clinic.db-wal", "rows")
        self.assert_fails("tests/data/clinic.db: made by a program", "tests/data/clinic.db-wal: made by a program")

    def test_a_large_file(self):
        self.write("tests/data/large.json", "x" * 200_000)
        self.assert_fails("tests/data/large.json: 200000 bytes")
