"""A small tree in a temporary folder, and a check run over it."""

import importlib
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ARCH = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ARCH))


class CheckCase(unittest.TestCase):
    check = ""  # the name of the script, without .py

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name)

    def write(self, name: str, text: str) -> None:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def problems(self) -> str:
        return "\n".join(importlib.import_module(self.check).check(self.top))

    def assert_passes(self) -> None:
        self.assertEqual(self.problems(), "")

    def assert_fails(self, *parts: str) -> None:
        found = self.problems()
        self.assertNotEqual(found, "")
        for part in parts:
            self.assertIn(part, found)

    def assert_exits_with(self, code: int) -> None:
        """The script as CTest starts it: a process of its own costs a hundred times the check."""
        command = [sys.executable, str(ARCH / f"{self.check}.py"), str(self.top)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (code, ""), done.stdout)
