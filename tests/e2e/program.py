"""Starts the built programs for the tests beside this file; CTest names them in CHAIRSIDE and CHAIRSIDECTL."""

import os
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
        said = [line for line in done.stderr.strip().splitlines() if line != NOT_ENCRYPTED]
        if code == 1:
            self.assertEqual(len(said), 1, done.stderr)
        return "\n".join(said)

    def init(self):
        return self.succeed("init", "--data", self.data, "--user", "root1", "--clinic", "Test clinic", "--name", "R. Oot")
