"""Every document of the demo clinic as a PDF: how long it is, what is in the file, and names that are hard to draw."""

import os
import re
import shutil
import subprocess
import unittest

from ctl_test import PHYSICIAN
from program import DemoTest

TOOLS = ("qpdf", "pdfinfo", "pdffonts", "pdftotext")
MOST_PAGES = 2
# Why a score is missing, cut by a column that is too narrow for it.
CUT_WORDS = r"\b(recor|recorde|unav|unava|unavai|unavail|unavaila|decli|declin|cance|cancel)\b"
# Nothing of these is allowed in PDF/A-1, or in a file that only is to be read.
FORBIDDEN = (rb"/SMask +[0-9]", rb"/ca 0\.", rb"/CA 0\.", rb"/BM /(Multiply|Screen)", rb"/EmbeddedFiles", rb"/Encrypt ",
             rb"/(Launch|SubmitForm|ImportData|GoToR|RichMedia|XFA|JavaScript)\b", rb"/(home|root|tmp)/")


def output_of(*command):
    return subprocess.run(command, capture_output=True, timeout=60, check=True).stdout


def pages_of(path):
    return int(re.search(r"^Pages: +(\d+)", output_of("pdfinfo", path).decode(), re.M)[1])


def text_of(path, *options):
    return " ".join(output_of("pdftotext", *options, path, "-").decode().split())


@unittest.skipUnless(all(shutil.which(tool) for tool in TOOLS), "needs qpdf and poppler-utils")
class Documents(DemoTest):
    def export(self, name, *arguments):
        output = self.path(name)
        done = self.ctl("export", "document", "--data", self.data, "--user", "physician", "--out", output, *arguments,
                        password=PHYSICIAN)
        self.assertEqual(done.returncode, 0, done.stderr)
        return output, done.stderr

    def expect_sound(self, path):
        """Sound by structure, complete in itself, with the marks of PDF/A-1b; each page knows its number, and that nobody
        in it is real."""
        subprocess.run(("qpdf", "--check", path), capture_output=True, timeout=60, check=True)
        information = output_of("pdfinfo", path).decode()
        self.assertRegex(information, r"(?m)^Title: +\S")
        self.assertRegex(information, r"(?m)^JavaScript: +no")
        for font in output_of("pdffonts", path).decode().splitlines()[2:]:
            columns = font.split()
            self.assertEqual((columns[-5], columns[-3]), ("yes", "yes"), font)
        meta = output_of("pdfinfo", "-meta", path).decode()
        self.assertRegex(meta, r"pdfaid:part(=|>)\"?1")
        self.assertRegex(meta, r"pdfaid:conformance(=|>)\"?B")
        objects = output_of("qpdf", "--qdf", "--object-streams=disable", path, "-")
        self.assertIn(b"/GTS_PDFA1", objects)
        self.assertRegex(objects, rb"/ID *\[")
        for forbidden in FORBIDDEN:
            self.assertNotRegex(objects, forbidden)
        pages = pages_of(path)
        for page in range(1, pages + 1):
            text = text_of(path, "-f", str(page), "-l", str(page))
            self.assertIn(f"Page {page} of {pages}", text)
            self.assertNotIn("\ufffd", text)
            self.assertIn("DEMO", text)
        return pages

    def expect_pages(self, path, why_longer, pages):
        if pages > MOST_PAGES:
            self.assertTrue(why_longer, f"{os.path.basename(path)} has {pages} pages and no reason for it")

    def why_longer(self):
        """Visits that may take more: an emergency, or so much that was corrected or added that it fills a page."""
        corrected = " + ".join(f"(SELECT COUNT(*) FROM {table} x WHERE x.infusion_id = i.id AND x.corrects IS NOT NULL)"
                               for table in ("vital_signs", "adverse_event", "pain_score", "dose_check"))
        rows = self.rows(
            "SELECT p.clinic_number, i.infusion_on, (SELECT COUNT(*) FROM emergency_note e WHERE e.infusion_id = i.id),"
            f" {corrected} + (SELECT COUNT(*) FROM addendum a WHERE a.infusion_id = i.id)"
            " FROM infusion i JOIN course c ON c.id = i.course_id JOIN patient p ON p.id = c.patient_id")
        return {number.replace(" ", "") + "_" + day: emergency > 0 or changed > 8 for number, day, emergency, changed in rows}

    def test_a_visit_is_two_pages_on_both_papers(self):
        reasons = self.why_longer()
        for paper in ((), ("--letter",)):
            folder = self.path("visits" + "".join(paper))
            os.mkdir(folder)
            self.succeed("export", "visits", "--data", self.data, "--user", "physician", "--from", "2020-01-01", "--to",
                         "2025-12-31", "--out", folder, *paper, password=PHYSICIAN)
            files = sorted(os.listdir(folder))
            self.assertEqual(len(files), len(reasons))
            for name in files:
                self.assertRegex(name, r"^KC\d{4}_\d{4}-\d\d-\d\d_visit\.pdf$")
                with self.subTest(name, paper=paper):
                    path = os.path.join(folder, name)
                    # What is in the file does not depend on the paper.
                    pages = pages_of(path) if paper else self.expect_sound(path)
                    self.assertEqual(re.findall(CUT_WORDS, text_of(path)), [])
                    self.expect_pages(path, reasons[name[:-len("_visit.pdf")]], pages)

    def test_every_kind_of_document_is_sound_on_both_papers(self):
        for course, infusion in self.rows("SELECT course_id, MAX(id) FROM infusion GROUP BY course_id"):
            for kind, about in (("after_visit", ("--infusion", infusion)), ("course_summary", ("--course", course)),
                                ("letter", ("--course", course, "--to", "Dr A. Sample"))):
                with self.subTest(kind, course=course):
                    self.expect_sound(self.export(kind + ".pdf", "--kind", kind, *about)[0])
        day = self.rows("SELECT substr(moved_at, 1, 10) FROM drug_movement ORDER BY id LIMIT 1")[0][0]
        for kind, about in (("call_list", ()), ("drug_book", ("--day", day))):
            for paper in ((), ("--letter",)):
                with self.subTest(kind, paper=paper):
                    self.expect_sound(self.export(kind + ".pdf", "--kind", kind, *about, *paper)[0])

    def test_names_of_every_script_are_drawn_or_said_not_to_be(self):
        infusion, course, patient = self.rows("SELECT i.id, i.course_id, c.patient_id FROM infusion i JOIN course c"
                                              " ON c.id = i.course_id JOIN signature s ON s.subject_id = i.id LIMIT 1")[0]
        for family, given, shown in (("Zoe\u0308", "Ana", None), ("\u05e9\u05e8\u05d4", "\u05dc\u05d5\u05d9", None),
                                     ("\u0e2a\u0e21\u0e0a\u0e32\u0e22", "\u674e\u660e", None), ("Smile \U0001f600", "Ann", None),
                                     ("Turned", "A\u202egpj.exe", "Agpj.exe"), ("\U0010fffd", "Ann", "[U+10FFFD]"),
                                     ("W" * 80, "i" * 80, "W" * 8), ("../../etc/passwd", "<b>&amp;\\", "../../ETC/PASSWD"),
                                     ("()<<>>/Type", "%PDF-1.4 endobj", "%PDF-1.4 endobj")):
            database = self.database()
            database.execute("UPDATE patient SET family_name = ?, given_name = ? WHERE id = ?", (family, given, patient))
            database.commit()
            database.close()
            for kind, about in (("visit_summary", ("--infusion", infusion)), ("letter", ("--course", course))):
                with self.subTest(family, kind=kind):
                    path, said = self.export("name.pdf", "--kind", kind, *about)
                    self.expect_sound(path)
                    text = text_of(path)
                    self.assertNotIn("\u202e", text)
                    if shown:
                        self.assertIn(shown.replace(" ", ""), text.replace(" ", ""))
                    self.expect_said(text, said)
                    self.assertNotIn(given, output_of("pdfinfo", path).decode())

    def expect_said(self, text, said):
        """A number stands in the text for exactly those characters that were said to have no glyph."""
        numbers = set(re.findall(r"\[U\+[0-9A-F]+\]", text))
        self.assertEqual(bool(numbers), "no font can draw" in said, said)


if __name__ == "__main__":
    unittest.main()
