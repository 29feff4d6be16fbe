"""A clinic on the disk: nobody reads it without a password, nothing is changed in it unnoticed, and no key is lost."""

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
import unittest

from program import NOT_ENCRYPTED, PASSWORD, ProgramTest

ADMIN = "demo administrator password"
NEXT_PASSWORD = "quite another password"
# Names of the demo's people and what else a reader of the files would look for.
MARKERS = [b"VORLAGE", b"Vorlage", b"vorlage", b"KC 0470", b"ketamine", b"infusion", b"SQLite format 3", b"physician"]


class Encrypted(ProgramTest):
    def everything_below(self, *folders):
        for folder in folders:
            for place, _, names in os.walk(folder):
                for name in names:
                    path = os.path.join(place, name)
                    with open(path, "rb") as file:
                        yield path, file.read()

    def verify(self, user="root1", **options):
        return self.succeed("verify", "--data", self.data, "--user", user, **options)


class DemoOnDisk(Encrypted):
    def test_no_word_about_a_patient_stands_in_any_file(self):
        home, temp = self.path("home"), self.path("tmp")
        os.mkdir(home)
        os.mkdir(temp)
        environment = dict(os.environ, HOME=home, TMPDIR=temp, XDG_RUNTIME_DIR=temp, XDG_CACHE_HOME=home,
                           XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, CHAIRSIDE_PASSWORD=ADMIN)
        for command in (["demo"], ["verify", "--user", "admin"]):
            subprocess.run([os.environ["CHAIRSIDECTL"], *command, "--data", self.data], env=environment, check=True,
                           stdout=subprocess.DEVNULL, timeout=120)
        seen = 0
        for path, content in self.everything_below(self.data, home, temp):
            seen += 1
            for marker in MARKERS:
                self.assertNotIn(marker, content, path)
        self.assertGreaterEqual(seen, 4)

    def test_every_file_is_private_to_its_owner(self):
        self.succeed("demo", "--data", self.data)
        self.refuse(1, "verify", "--data", self.data, "--user", "admin", password="not the password")
        names = os.listdir(self.data)
        self.assertIn("clinic.keys", names)
        self.assertNotIn(NOT_ENCRYPTED, self.ctl("verify", "--data", self.data, "--user", "admin").stderr)
        self.assertIn("clinic.tries", names)
        for name in names:
            self.assertEqual(os.stat(os.path.join(self.data, name)).st_mode & 0o077, 0, name)

    def test_the_unencrypted_demo_is_readable_and_says_so_every_time(self):
        for command in (["demo", "--unencrypted"], ["verify", "--user", "admin"], ["backup", "--user", "admin"]):
            done = self.ctl(*command, "--data", self.data, password=ADMIN)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(NOT_ENCRYPTED, done.stderr.splitlines())
        with open(os.path.join(self.data, "clinic.db"), "rb") as file:
            self.assertTrue(file.read(16).startswith(b"SQLite format 3"))
        self.assertIn("clean", self.verify("admin", password=ADMIN))


class Keys(Encrypted):
    def code_of(self, said):
        found = re.search(r"Recovery code: ([0-9A-Z]{6}(?:-[0-9A-Z]{6}){4})", said)
        self.assertIsNotNone(found, said)
        return found.group(1)

    def recover(self, code, password=NEXT_PASSWORD):
        environment = dict(os.environ, CHAIRSIDE_PASSWORD=password, CHAIRSIDE_RECOVERY_CODE=code)
        return subprocess.run([os.environ["CHAIRSIDECTL"], "recover", "--data", self.data, "--user", "root1"],
                              env=environment, capture_output=True, text=True, timeout=60, check=False)

    def flip(self, name, at):
        path = os.path.join(self.data, name)
        with open(path, "r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ 1]))

    def test_wrong_tries_delay_the_next_and_are_audited_later(self):
        self.init()
        said = [self.refuse(1, "verify", "--data", self.data, "--user", "root1", password=f"wrong password {i}")
                for i in range(8)]
        self.assertNotEqual(said[0], said[-1])
        # Even the right one has to wait now.
        self.refuse(1, "verify", "--data", self.data, "--user", "root1")

    def test_the_printed_code_gives_a_new_password_and_the_old_one_ends(self):
        code = self.code_of(self.init())
        slip = ("1" if code[0] != "1" else "2") + code[1:]
        self.assertEqual(self.recover(slip).returncode, 1)
        self.assertEqual(self.recover("").returncode, 1)
        self.assertIn("clean", self.verify())
        done = self.recover(code.lower().replace("-", " "))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.refuse(1, "verify", "--data", self.data, "--user", "root1", password=PASSWORD)
        self.assertIn("clean", self.verify(password=NEXT_PASSWORD))

    def test_rekeyed_data_open_with_the_same_passwords_and_not_with_the_old_slots(self):
        self.init()
        keys = os.path.join(self.data, "clinic.keys")
        shutil.copy(keys, self.path("old.keys"))
        self.succeed("rekey", "--data", self.data, "--user", "root1")
        self.assertIn("clean", self.verify())
        new = self.path("new.keys")
        shutil.copy(keys, new)
        shutil.copy(self.path("old.keys"), keys)
        self.refuse(1, "verify", "--data", self.data, "--user", "root1")
        shutil.copy(new, keys)
        self.assertIn("clean", self.verify())

    def test_a_kill_in_the_middle_of_rekeying_locks_nobody_out(self):
        self.succeed("demo", "--data", self.data)
        environment = dict(os.environ, CHAIRSIDE_PASSWORD=ADMIN)
        chance = random.Random(5)
        for _ in range(12):
            with subprocess.Popen([os.environ["CHAIRSIDECTL"], "rekey", "--data", self.data, "--user", "admin"],
                                  env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
                try:
                    child.wait(timeout=chance.uniform(0.01, 0.25))
                except subprocess.TimeoutExpired:
                    child.send_signal(signal.SIGKILL)
            # The anchor may be behind after a kill, never ahead; the record itself is whole.
            self.assertIn("clean", self.verify("admin", password=ADMIN))

    def test_a_changed_byte_anywhere_is_told(self):
        self.init()
        for name in ("clinic.keys", "clinic.db"):
            size = os.path.getsize(os.path.join(self.data, name))
            for at in range(11, size, max(1, size // 12)):
                self.flip(name, at)
                self.refuse(1, "verify", "--data", self.data, "--user", "root1")
                self.flip(name, at)
        self.assertIn("clean", self.verify())

    def test_a_given_password_opens_nothing_but_the_choice_of_another_one(self):
        given, chosen = "a kettle sings at dawn", "what I chose for myself"
        self.succeed("demo", "--data", self.data)

        def run(command, user, password, new=None):
            environment = dict(os.environ, CHAIRSIDE_PASSWORD=password)
            if new is not None:
                environment["CHAIRSIDE_NEW_PASSWORD"] = new
            return subprocess.run([os.environ["CHAIRSIDECTL"], *command, "--data", self.data, "--user", user],
                                  env=environment, capture_output=True, text=True, timeout=120, check=False,
                                  stdin=subprocess.DEVNULL)

        reset = run(["reset-password", "--person", "physician"], "admin", ADMIN, given)
        self.assertEqual(reset.returncode, 0, reset.stderr)
        report = ["report", "retreatment"]
        self.assertEqual(run(report, "physician", "demo physician password").returncode, 1)
        self.assertEqual(run(report, "physician", given).returncode, 1)
        self.assertEqual(run(report, "physician", given, given).returncode, 1)
        self.assertEqual(run(report, "physician", given, chosen).returncode, 0)
        self.assertEqual(run(report, "physician", given).returncode, 1)
        self.assertEqual(run(report, "physician", chosen).returncode, 0)
        trail = self.succeed("report", "audit", "--data", self.data, "--user", "admin", password=ADMIN)
        for word in ("password reset", "password_to_choose", "password chosen"):
            self.assertIn(word, trail)

    def test_data_without_their_keys_are_refused_and_left_alone(self):
        self.init()
        os.rename(os.path.join(self.data, "clinic.keys"), self.path("keys"))
        with open(os.path.join(self.data, "clinic.db"), "rb") as file:
            before = file.read()
        self.refuse(1, "verify", "--data", self.data, "--user", "root1")
        with open(os.path.join(self.data, "clinic.db"), "rb") as file:
            self.assertEqual(file.read(), before)
        os.rename(self.path("keys"), os.path.join(self.data, "clinic.keys"))
        self.assertIn("clean", self.verify())


class Memory(Encrypted):
    @staticmethod
    def core_limit(pid):
        with open(f"/proc/{pid}/limits", encoding="utf-8") as file:
            return next(line for line in file if line.startswith("Max core file size")).split()[4:6]

    def import_with_little_memory(self, kind, path):
        """Its refusal, under less and less memory until that is the reason."""
        for mebibytes in (400, 300, 250, 220, 200, 180, 160, 140):
            most = mebibytes * 1024 * 1024
            done = subprocess.run(
                [os.environ["CHAIRSIDECTL"], "import", kind, "--data", self.data, "--user", "physician", "--in", path],
                env=dict(os.environ, CHAIRSIDE_PASSWORD="demo physician password"), capture_output=True, text=True,
                timeout=120, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
            self.assertEqual(done.returncode, 1, done.stdout[-300:] + done.stderr[-300:])
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            if any(word in done.stderr for word in ("json is too long", "line 1 is too long", "memory", "bad_alloc")):
                return
        self.fail(f"the import of {kind} was never refused for want of memory: {done.stderr[:300]}")

    def test_an_import_that_memory_does_not_suffice_for_is_refused_and_nothing_is_written(self):
        self.succeed("demo", "--data", self.data)
        listed, bundle = self.path("list.csv"), self.path("bundle.json")
        with open(listed, "w", encoding="utf-8") as file:
            file.write("family,given,born,allergies\n")
            file.writelines(f"Family{at},Given{at},1980-01-02,{'x' * 400}\n" for at in range(90_000))
        patient = {"resourceType": "Patient", "id": "p1", "name": [{"family": "Newly", "given": ["Come"]}],
                   "birthDate": "1980-01-02"}
        allergies = [{"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/p1"},
                      "code": {"text": "y" * 380_000}} for _ in range(80)]
        with open(bundle, "w", encoding="utf-8") as file:
            json.dump({"resourceType": "Bundle", "type": "collection",
                       "entry": [{"resource": one} for one in (patient, *allergies)]}, file)
        trail = ("report", "audit", "--data", self.data, "--user", "admin", "--action", "create")
        before = self.succeed(*trail, password=ADMIN)
        for kind, path in (("csv", listed), ("fhir", bundle)):
            self.import_with_little_memory(kind, path)
        self.assertEqual(self.succeed(*trail, password=ADMIN), before)
        self.assertIn("clean", self.verify("admin", password=ADMIN))

    def test_neither_program_leaves_a_core_file(self):
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        self.assertNotEqual(hard, 0, "the tests themselves run without core files, so this would prove nothing")
        for program, arguments in (("CHAIRSIDECTL", ["calc"]), ("CHAIRSIDE", ["--data", self.data])):
            with subprocess.Popen([os.environ[program], *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as child:
                try:
                    deadline = time.monotonic() + 20
                    limit = None
                    while time.monotonic() < deadline and limit != ["0", "0"]:
                        limit = self.core_limit(child.pid)
                    self.assertEqual(limit, ["0", "0"], program)
                finally:
                    child.kill()


if __name__ == "__main__":
    unittest.main()
