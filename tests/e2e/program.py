"""Starts the built programs for the tests beside this file; CTest names them in CHAIRSIDE and CHAIRSIDECTL."""

import os
import sqlite3
import subprocess
import tempfile
import unittest

PASSWORD = "a long enough password"
NOT_ENCRYPTED = "chairsidectl: warning: the data on this computer are not encrypted."


class ProgramTest(unittest.TestCase):
    """Gives each test an empty folder and short ways to run the programs in it."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="chairside-e2e-")
        self.addCleanup(self._folder.cleanup)
        self.data = os.path.join(self._folder.name, "clinic")

    def path(self, name):
        return os.path.join(self._folder.name, name)

    def ctl(self, *arguments, password=PASSWORD, text=None):
        environment = dict(os.environ, CHAIRSIDE_PASSWORD=password, XDG_RUNTIME_DIR=self._folder.name)
        return subprocess.run(
            [os.environ["CHAIRSIDECTL"], *arguments], env=environment, input=text, capture_output=True, text=True,
            timeout=120, check=False)

    def succeed(self, *arguments, **options):
        done = self.ctl(*arguments, **options)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refuse(self, code, *arguments, **options):
        done = self.ctl(*arguments, **options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        said = self.complaints(done.stderr)
        if code == 1:
            self.assertEqual(len(said), 1, done.stderr)
        return "\n".join(said)

    @staticmethod
    def complaints(said):
        """What a program said on standard error, but for what it says of all data that are not encrypted."""
        return [line for line in said.strip().splitlines() if line != NOT_ENCRYPTED]

    def init(self):
        return self.succeed("init", "--data", self.data, "--user", "root1", "--clinic", "Test clinic", "--name", "R. Oot")


class DemoTest(ProgramTest):
    """The demo clinic, not encrypted, so that its tables can be looked at."""

    def setUp(self):
        super().setUp()
        self.succeed("demo", "--data", self.data, "--unencrypted")

    def database(self):
        return sqlite3.connect(os.path.join(self.data, "clinic.db"))

    def rows(self, query):
        """What a query finds; one that changes something is carried out."""
        database = self.database()
        found = database.execute(query).fetchall()
        database.commit()
        database.close()
        return found

    def one(self, query):
        return self.rows(query)[0][0]
