"""What the linker and the compiler were told is in the built programs: the system's own defences are switched on.

Stack protector and fortified calls exist only where the build was told to harden (CHAIRSIDE_HARDENED=1, the preset
"release"); everything else holds for every build."""

import os
import subprocess
import unittest

PROGRAMS = [os.environ["CHAIRSIDE"], os.environ["CHAIRSIDECTL"]]
HARDENED = os.environ.get("CHAIRSIDE_HARDENED") == "1"


def readelf(*arguments):
    return subprocess.run(["readelf", "-W", *arguments], capture_output=True, text=True, check=True).stdout


class Hardening(unittest.TestCase):
    def test_the_program_is_loaded_at_a_random_place(self):
        for program in PROGRAMS:
            self.assertIn("DYN (Position-Independent Executable", readelf("-h", program), program)

    def test_tables_of_calls_are_filled_at_once_and_then_read_only(self):
        for program in PROGRAMS:
            self.assertIn("GNU_RELRO", readelf("-l", program), program)
            dynamic = readelf("-d", program)
            self.assertTrue("BIND_NOW" in dynamic or "Flags: NOW" in dynamic, program)

    def test_no_memory_can_be_written_and_executed(self):
        for program in PROGRAMS:
            segments = readelf("-l", program).splitlines()
            stack = [line for line in segments if "GNU_STACK" in line]
            self.assertEqual(len(stack), 1, program)
            self.assertNotIn("RWE", stack[0], program)
            self.assertEqual([line for line in segments if "LOAD" in line and "RWE" in line], [], program)

    def test_nothing_says_where_to_look_for_libraries(self):
        if not HARDENED:
            self.skipTest("only an installed build is free of them")
        for program in PROGRAMS:
            self.assertNotIn("RUNPATH", readelf("-d", program), program)

    @unittest.skipUnless(HARDENED, "this build was not told to harden")
    def test_stack_and_buffers_are_guarded(self):
        for program in PROGRAMS:
            symbols = readelf("-s", program)
            self.assertIn("__stack_chk_fail", symbols, program)
            self.assertRegex(symbols, r"__\w+_chk@", program)


if __name__ == "__main__":
    unittest.main()
