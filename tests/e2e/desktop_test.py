"""The desktop program as a process: its checks, its tour by keys, and what happens when its data cannot be had."""

import os
import subprocess
import time
import unittest

from program import ProgramTest


def start(*arguments, **options):
    return subprocess.run([os.environ["CHAIRSIDE"], *arguments], capture_output=True, text=True, timeout=280, check=False,
                          **options)


class Desktop(ProgramTest):
    def holder(self):
        with open(os.path.join(self.data, "clinic.lock"), encoding="utf-8") as lock:
            return lock.read()

    def test_the_self_check_passes(self):
        done = start("--self-check")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_usage_errors_exit_with_2(self):
        self.assertEqual(start("--no-such-switch").returncode, 2)
        self.assertEqual(start("--fixed-clock", "yesterday").returncode, 2)

    def test_the_tour_records_an_infusion_by_keys_and_leaves_its_pdf(self):
        folder = self.path("tour")
        done = start("--demo", "--tour", folder)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        files = os.listdir(folder)
        pdfs = [name for name in files if name.endswith(".pdf")]
        self.assertEqual(len(pdfs), 1, files)
        self.assertGreaterEqual(len([name for name in files if name.endswith(".png")]), 8)
        text = subprocess.run(["pdftotext", "-layout", os.path.join(folder, pdfs[0]), "-"], capture_output=True, text=True,
                              check=True).stdout
        self.assertIn("SIGNED", text)
        self.assertIn("128/76", text)

    def test_a_second_program_is_kept_off_the_same_clinic(self):
        self.init()
        with subprocess.Popen([os.environ["CHAIRSIDE"], "--data", self.data], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as first:
            try:
                deadline = time.monotonic() + 30
                while time.monotonic() < deadline and str(first.pid) not in self.holder():
                    pass
                second = self.ctl("verify", "--data", self.data, "--user", "root1")
                self.assertEqual(second.returncode, 1)
                self.assertIn(str(first.pid), second.stderr)
            finally:
                first.kill()
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "root1"))


if __name__ == "__main__":
    unittest.main()
