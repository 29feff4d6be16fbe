"""Kills in the middle of an export, and files from outside that mean harm, through chairsidectl."""

import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
import unittest

import many_visits
from ctl_test import ADMIN, PHYSICIAN
from program import DemoTest

KILLS = 50
COPIES = 600  # of a course of six or seven visits
MEGABYTE = 1024 * 1024
MOST_MEMORY = 300 * MEGABYTE
MOST_GROWTH = MEGABYTE  # of what a few visits take, whatever the size of the file
MOST_SECONDS = 2  # of processor time, which other programs do not lengthen
SLOWER = 3  # a build for tests, against one for people


# A process is charged with the memory of the one that started it, so a small one does; the last line is its account.
STARTER = """
import os, resource, sys
limit = int(sys.argv[1])
child = os.fork()
if child == 0:
    if limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.execv(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_maxrss, used.ru_utime + used.ru_stime)
"""


def is_sanitised():
    """A build that watches its memory needs several times as much of it."""
    with open(os.environ["CHAIRSIDECTL"], "rb") as file:
        return b"__asan_init" in file.read()


class Exchange(DemoTest):
    def start(self, *arguments):
        environment = dict(os.environ, CHAIRSIDE_PASSWORD=PHYSICIAN, XDG_RUNTIME_DIR=os.path.dirname(self.data))
        return subprocess.Popen([os.environ["CHAIRSIDECTL"], *arguments, "--data", self.data, "--user", "physician"],
                                env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


    def measured(self, *arguments):
        """Return code, what was said, the most memory in bytes and the processor time of one command."""
        limit = 0 if is_sanitised() else 2048 * MEGABYTE
        command = [os.environ["CHAIRSIDECTL"], *arguments, "--data", self.data, "--user", "physician"]
        environment = dict(os.environ, CHAIRSIDE_PASSWORD=PHYSICIAN, XDG_RUNTIME_DIR=os.path.dirname(self.data))
        done = subprocess.run([sys.executable, "-c", STARTER, str(limit), *command], env=environment, capture_output=True,
                              text=True, timeout=240, check=True)
        code, memory, seconds = done.stdout.split()[-3:]
        return int(code), done.stderr, int(memory) * 1024, float(seconds)


class KilledExport(Exchange):
    def kinds(self):
        course, infusion = self.one("SELECT course_id FROM infusion LIMIT 1"), self.one("SELECT id FROM infusion LIMIT 1")
        return (("fhir", "--purpose", "treatment", "--course", course), ("csv", "--purpose", "research", "--kind", "vitals"),
                ("document", "--kind", "visit_summary", "--infusion", infusion))

    @staticmethod
    def whole(kind, content):
        if kind == "fhir":
            return json.loads(content)["resourceType"] == "Bundle"
        if kind == "csv":
            rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
            return content.endswith(b"\r\n") and len({len(row) for row in rows}) == 1
        return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")

    def test_fifty_kills_leave_the_old_file_or_the_whole_new_one(self):
        output, old = self.path("out"), b"what was there before"
        chosen = random.Random(7)
        seconds = {}
        for kind, *about in self.kinds():
            begun = time.monotonic()
            process = self.start("export", kind, *about, "--out", output)
            said = process.communicate()
            self.assertEqual(process.returncode, 0, said)
            seconds[kind] = time.monotonic() - begun
        replaced = 0
        for number in range(KILLS):
            kind, *about = self.kinds()[number % 3]
            with open(output, "wb") as file:
                file.write(old)
            process = self.start("export", kind, *about, "--out", output)
            self.wait_until(process, output, chosen.uniform(0.3, 1.1) * seconds[kind] if number % 2 else None)
            process.kill()
            process.communicate()
            with open(output, "rb") as file:
                content = file.read()
            if content != old:
                self.assertTrue(self.whole(kind, content), f"{kind}, kill {number}")
                replaced += 1
        self.assertLess(replaced, KILLS, "no kill came before the end")
        kind, *about = self.kinds()[0]
        last = self.start("export", kind, *about, "--out", output)
        last.communicate()
        self.assertEqual(last.returncode, 0)
        self.assertEqual([name for name in os.listdir(os.path.dirname(output)) if name.startswith("out")], ["out"])
        self.assertIn("clean", self.succeed("verify", "--data", self.data, "--user", "admin", password=ADMIN))

    @staticmethod
    def wait_until(process, output, seconds):
        """For some time; without one until the new file has begun to grow beside the old one."""
        folder, before = os.path.dirname(output), os.path.basename(output)
        end = time.monotonic() + (seconds if seconds is not None else 60)
        while time.monotonic() < end and process.poll() is None:
            if seconds is None and any(name != before and name.startswith(before) for name in os.listdir(folder)):
                return


class ManyVisits(Exchange):
    """A clinic with hundreds of times as many visits as the demo has."""

    def setUp(self):
        super().setUp()
        self.exports = [("export", "csv", "--kind", kind, "--purpose", "research", "--out", self.path("out"), *more)
                        for kind, more in (("vitals", ()), ("scores", ()), ("vitals", ("--deidentify",)))]
        self.few = [self.used(export) for export in self.exports]
        self.visits = many_visits.write_again(os.path.join(self.data, "clinic.db"), COPIES)

    def test_memory_does_not_grow_with_the_visits_and_five_hundred_leave_at_a_time(self):
        self.assertGreater(self.visits, 6 * COPIES)
        before = self.one("SELECT MAX(sequence) FROM audit_event")
        for export, least in zip(self.exports, self.few):
            self.assertLess(self.used(export) - least, MOST_GROWTH, export)
        # Nobody's disclosure is without an event, and no event holds all of a long list.
        noted = [changes.count("document_issued ") for (changes,) in
                 self.rows(f"SELECT changes FROM audit_event WHERE sequence > {before} AND action = 'issue'")]
        patients = self.one("SELECT COUNT(DISTINCT patient_id) FROM course")
        self.assertEqual(noted, [500, patients - 500, 500, patients - 500, 0])
        folder = self.path("visits")
        os.mkdir(folder)
        said = self.refuse(1, "export", "visits", "--data", self.data, "--user", "physician", "--from", "2020-01-01", "--to",
                           "2025-12-31", "--out", folder, password=PHYSICIAN)
        self.assertIn("500", said)
        self.assertEqual(os.listdir(folder), [])

    def used(self, export):
        code, said, memory, _ = self.measured(*export)
        self.assertEqual(code, 0, said)
        return memory


def bundle(*entries, before=""):
    person = {"resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Newly", "given": ["Come"]}],
                           "birthDate": "1980-01-02"}}
    text = json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [person, *entries]})
    return "{" + before + text[1:]


def medicine(**more):
    return {"resource": {"resourceType": "MedicationStatement", "status": "active", "subject": {"reference": "Patient/p"},
                         "medicationCodeableConcept": {"text": "Gabapentin"}, **more}}


HARMFUL_NARRATIVE = {"status": "generated", "div": "<div xmlns='http://www.w3.org/1999/xhtml'><script src='http://203.0.113.9/x.js'>"
                     "alert(1)</script><img src='file:///etc/passwd'/><img src='http://203.0.113.9/p.png'/></div>"}


class HarmfulFiles(Exchange):
    def refused(self, kind, content, why):
        name = "harm.json" if kind == "fhir" else "harm.csv"
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        code, said, memory, seconds = self.measured("import", kind, "--in", self.path(name))
        self.assertEqual(code, 1, said)
        said = self.complaints(said)
        self.assertEqual(len(said), 1, said)
        self.assertIn(why, said[0])
        return memory, seconds

    def expect_small(self, kind, content, why):
        before = self.counts()
        # What signing in takes is not the file's.
        _, ground = self.refused(kind, "x", "")
        memory, seconds = self.refused(kind, content, why)
        if not is_sanitised():
            self.assertLess(memory, MOST_MEMORY)
            self.assertLess(seconds - ground, SLOWER * MOST_SECONDS)
        self.assertEqual(self.counts(), before)

    def counts(self):
        return self.one("SELECT (SELECT COUNT(*) FROM patient) + (SELECT COUNT(*) FROM patient_history) +"
                        " (SELECT COUNT(*) FROM outside_observation)")

    def test_bombs_are_refused_in_little_time_and_memory(self):
        for name, kind, content, why in (
                ("64 MB", "fhir", b'{"a":"' + b"x" * (64 * MEGABYTE - 8) + b'"}', ""),
                ("more than 64 MB", "fhir", b" " * (64 * MEGABYTE + 1), ""),
                ("100,000 nested arrays", "fhir", b"[" * 100_000 + b"]" * 100_000, ""),
                ("100,000 nested objects", "fhir", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ""),
                ("a million entries", "fhir", bundle(before='"x":[' + "{}," * 999_999 + "{}],"), ""),
                ("a million keys", "fhir", "{" + ",".join(f'"{i}":1' for i in range(1_000_000)) + "}", ""),
                ("a million columns", "csv", b"," * 1_000_000 + b"\n", ""),
                ("a million lines", "csv", b"family,given,born\n" + b"A,B,1980-01-01\n" * 1_000_000, ""),
                ("64 MB in one cell", "csv", b'family,given,born\n"' + b"x" * (64 * MEGABYTE), "")):
            with self.subTest(name):
                self.expect_small(kind, content, why)

    def test_what_says_two_things_or_speaks_of_somebody_else_is_refused_whole(self):
        before = self.counts()
        other = {"reference": "Patient/other"}
        for name, content in (
                ("a key twice", bundle(before='"type":"collection",')),
                ("a patient who is not in the file", bundle(medicine(subject=other))),
                ("a patient on the network", bundle(medicine(subject={"reference": "http://203.0.113.9/Patient/p"}))),
                ("two patients of one name", bundle({"resource": {"resourceType": "Patient", "id": "p"}})),
                ("a turned direction", bundle(medicine(medicationCodeableConcept={"text": "Gaba\u202epentin"}))),
                ("a NUL", bundle(medicine(medicationCodeableConcept={"text": "Gaba\u0000pentin"})))):
            with self.subTest(name):
                self.refused("fhir", content, "")
                self.assertEqual(self.counts(), before)
        for name, content in (("a turned direction", "family,given,born\nA\u202eB,C,1980-01-01\n"),
                              ("a NUL", "family,given,born\nA\0B,C,1980-01-01\n")):
            with self.subTest(name):
                self.refused("csv", content, "line 2" if "NUL" in name else "")
                self.assertEqual(self.counts(), before)

    def test_narrative_is_not_read_and_nothing_is_fetched(self):
        with open(self.path("narrative.json"), "w", encoding="utf-8") as file:
            file.write(bundle(medicine(text=HARMFUL_NARRATIVE)))
        arguments = ["import", "fhir", "--data", self.data, "--user", "physician", "--in", self.path("narrative.json")]
        if shutil.which("strace"):
            trace = self.path("trace")
            environment = dict(os.environ, CHAIRSIDE_PASSWORD=PHYSICIAN, XDG_RUNTIME_DIR=os.path.dirname(self.data))
            done = subprocess.run(["strace", "-f", "-qq", "-e", "trace=connect,sendto,open,openat", "-o", trace,
                                   os.environ["CHAIRSIDECTL"], *arguments], env=environment, capture_output=True, timeout=240)
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(trace, encoding="utf-8", errors="replace") as file:
                calls = file.read()
            self.assertNotRegex(calls, r"sa_family=AF_INET6?\b")
            self.assertNotIn("/etc/passwd", calls)
        else:
            self.succeed(*arguments, password=PHYSICIAN)
        kept = self.one("SELECT group_concat(content || note, ' ') FROM patient_history")
        self.assertIn("Gabapentin", kept)
        self.assertNotIn("script", kept)

    @unittest.skipUnless(shutil.which("nm") and shutil.which("ldd"), "needs binutils")
    def test_the_programs_have_no_way_to_the_network(self):
        for program in ("CHAIRSIDE", "CHAIRSIDECTL"):
            path = os.environ.get(program)
            if not path:
                continue
            with self.subTest(program):
                symbols = subprocess.run(("nm", "-D", "--undefined-only", path), capture_output=True, check=True).stdout.decode()
                self.assertNotRegex(symbols, r"\bU (connect|getaddrinfo|gethostbyname|sendto|curl_\w+)\b")
                self.assertNotRegex(symbols, r"QNetworkAccessManager|QTcpSocket|QSslSocket")
                libraries = subprocess.run(("ldd", path), capture_output=True, check=True).stdout.decode()
                self.assertFalse(re.findall(r"libQt6(Network|WebEngine\w*)|libcurl", libraries) if program == "CHAIRSIDECTL" else [])


if __name__ == "__main__":
    unittest.main()
