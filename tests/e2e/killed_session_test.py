"""The desktop program is killed in every step of an infusion; what it had saved is whole and can be worked with."""

import os
import signal
import subprocess
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from program import ProgramTest

# Pictures of the tour, in the order of an infusion: each is taken when the step is on the screen.
STEPS = ["dose", "second-check", "pre-check", "vitals", "after", "tender-points", "drug", "discharge", "summary", "signed"]
ADMINISTRATOR = "demo administrator password"


class KilledSession(ProgramTest):
    def pictures(self, folder):
        return os.listdir(folder) if os.path.isdir(folder) else []

    def kill_at(self, step):
        data, tour = self.path(f"clinic-{step}"), self.path(f"tour-{step}")
        with subprocess.Popen([os.environ["CHAIRSIDE"], "--demo", "--data", data, "--tour", tour],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            deadline = time.monotonic() + 100
            while not any(name.endswith(f"-{step}.png") for name in self.pictures(tour)):
                self.assertLess(time.monotonic(), deadline, f"{step} was not reached")
                self.assertIsNone(program.poll(), f"the program ended by itself before {step}")
                try:
                    program.wait(timeout=0.05)
                except subprocess.TimeoutExpired:
                    pass
            program.send_signal(signal.SIGKILL)
            program.wait()
        return data

    def test_the_record_is_whole_after_a_kill_in_every_step(self):
        with ThreadPoolExecutor(max_workers=5) as pool:
            folders = list(pool.map(self.kill_at, STEPS))
        for step, data in zip(STEPS, folders):
            with self.subTest(step=step):
                said = self.succeed("verify", "--data", data, "--user", "admin", password=ADMINISTRATOR)
                self.assertIn("clean", said)


if __name__ == "__main__":
    unittest.main()
