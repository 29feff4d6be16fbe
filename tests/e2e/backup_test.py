"""Backups and the way back: nothing but a whole backup of this clinic ever takes the place of the data."""

import os
import random
import shutil
import signal
import subprocess
import unittest

from program import PASSWORD, ProgramTest

ADMIN = "demo administrator password"


class BackupTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.target = self.path("backups")
        os.mkdir(self.target)
        self.user, self.password = "root1", PASSWORD

    def demo(self, *arguments):
        self.succeed("demo", "--data", self.data, *arguments)
        self.user, self.password = "admin", ADMIN

    def on(self, command, *arguments, user=None, password=None, **options):
        return self.succeed(command, "--data", self.data, "--user", user or self.user, *arguments,
                            password=password or self.password, **options)

    def report(self):
        return self.succeed("report", "retreatment", "--data", self.data, "--user", "physician",
                            password="demo physician password")

    def back_up(self, **options):
        said = self.on("backup", "--to", self.target, **options)
        return os.path.join(self.target, said.split("\t")[0])

    def head(self):
        return self.on("verify").split("head ")[1].split()[0]

    def content(self):
        found = {}
        for name in ("clinic.db", "clinic.keys", "clinic.anchor"):
            with open(os.path.join(self.data, name), "rb") as file:
                found[name] = file.read()
        return found

    def refuse_restore(self, backup, user=None, password=None):
        before = self.content()
        said = self.refuse(1, "restore", "--data", self.data, "--user", user or self.user, backup,
                           password=password or self.password)
        self.assertEqual(self.content(), before, said)
        self.assertEqual([name for name in os.listdir(self.data) if "restore" in name], [])
        return said


class RoundTrip(BackupTest):
    def test_a_backup_holds_data_keys_and_header_and_no_word_in_the_clear(self):
        self.demo()
        backup = self.back_up()
        self.assertEqual(sorted(os.listdir(backup)), ["backup.txt", "clinic.anchor", "clinic.db", "clinic.keys"])
        for name in os.listdir(backup):
            path = os.path.join(backup, name)
            self.assertEqual(os.stat(path).st_mode & 0o077, 0, name)
            with open(path, "rb") as file:
                content = file.read()
            for marker in (b"VORLAGE", b"Vorlage", b"KC 0470", b"SQLite format 3"):
                self.assertNotIn(marker, content, name)
        self.assertIn("can be restored", self.on("rehearse"))

    def test_a_new_computer_gets_the_same_content(self):
        self.demo()
        backup = self.back_up()
        exported = self.report()
        shutil.rmtree(self.data)
        said = self.on("restore", backup)
        self.assertIn("restored and verified", said)
        self.assertIn(" ms", said)
        self.assertEqual(self.report(), exported)
        self.assertIn("clean", self.on("verify"))

    def test_the_data_that_were_there_are_kept(self):
        self.init()
        backup = self.back_up()
        said = self.on("restore", backup)
        safety = said.split("the data that were there: ")[1].split("\n")[0]
        kept = os.path.join(self.data, safety)
        self.assertEqual(sorted(os.listdir(kept)), ["clinic.anchor", "clinic.db", "clinic.keys"])
        self.assertIn("clean", self.succeed("verify", "--data", kept, "--user", self.user, password=self.password))
        self.assertIn("clean", self.on("verify"))

    def test_a_database_that_is_gone_or_damaged_comes_back(self):
        self.init()
        backup = self.back_up()
        database = os.path.join(self.data, "clinic.db")
        with open(database, "r+b") as file:
            file.truncate(8192)
        self.refuse(1, "verify", "--data", self.data, "--user", self.user, password=self.password)
        self.on("restore", backup)
        self.assertIn("clean", self.on("verify"))
        os.remove(database)
        os.remove(os.path.join(self.data, "clinic.keys"))
        self.on("restore", backup)
        self.assertIn("clean", self.on("verify"))

    def test_without_encryption_it_works_the_same(self):
        self.demo("--unencrypted")
        backup = self.back_up()
        self.assertEqual(sorted(os.listdir(backup)), ["backup.txt", "clinic.anchor", "clinic.db"])
        self.on("restore", backup)
        self.assertIn("clean", self.on("verify"))


class Refused(BackupTest):
    def test_what_is_damaged(self):
        self.init()
        backup = self.back_up()
        for name in os.listdir(backup):
            path = os.path.join(backup, name)
            with open(path, "rb") as file:
                whole = file.read()
            for at in (0, len(whole) // 2, len(whole) - 1):
                changed = bytearray(whole)
                changed[at] ^= 1
                with open(path, "wb") as file:
                    file.write(changed)
                self.refuse_restore(backup)
            with open(path, "wb") as file:
                file.write(whole)
        self.on("restore", backup)

    def test_what_is_no_backup_or_another_clinics(self):
        self.init()
        self.refuse_restore(self.path("nothing"))
        self.refuse_restore(self.target)
        ours, self.data = self.data, self.path("other")
        self.init()
        theirs = self.back_up()
        self.data = ours
        self.refuse_restore(theirs)

    def test_a_wrong_password_and_one_who_may_not(self):
        self.demo()
        backup = self.back_up()
        self.refuse_restore(backup, password="not the password at all")
        self.refuse_restore(backup, user="nobody1")
        self.refuse_restore(backup, user="nurse", password="demo nurse 1")

    def test_keys_of_another_clinic_in_a_header_that_fits(self):
        self.init()
        backup = self.back_up()
        ours, self.data = self.data, self.path("other")
        self.init()
        theirs = self.back_up()
        self.data = ours
        shutil.copy(os.path.join(theirs, "clinic.keys"), os.path.join(backup, "clinic.keys"))
        self.refuse_restore(backup)


class Killed(BackupTest):
    def test_in_the_middle_of_a_restore_there_are_the_old_data_or_the_new(self):
        self.init()
        backup = self.back_up()
        old = self.head()
        environment = dict(os.environ, CHAIRSIDE_PASSWORD=self.password)
        chance = random.Random(11)
        carried_out = 0
        for _ in range(20):
            before = [name for name in os.listdir(self.data) if name.startswith("clinic-before-restore-")]
            command = [os.environ["CHAIRSIDECTL"], "restore", "--data", self.data, "--user", self.user, backup]
            with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as child:
                try:
                    child.wait(timeout=chance.uniform(0.02, 0.8))
                except subprocess.TimeoutExpired:
                    child.send_signal(signal.SIGKILL)
            self.assertIn("clean", self.on("verify"))
            after = [name for name in os.listdir(self.data) if name.startswith("clinic-before-restore-")]
            carried_out += len(after) > len(before)
        self.assertNotEqual(self.head(), old)
        self.assertIn("clean", self.on("verify"))


if __name__ == "__main__":
    unittest.main()
