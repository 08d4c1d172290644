"""The test runner counts what each kind of suite says, and takes silence for no success."""
import importlib.machinery
import importlib.util
import unittest

from tree import ROOT, TreeTest

loader = importlib.machinery.SourceFileLoader("run_tests", str(ROOT / "scripts/run_tests"))
run_tests = importlib.util.module_from_spec(importlib.util.spec_from_loader("run_tests", loader))
loader.exec_module(run_tests)

REPORT = """<?xml version="1.0"?>
<testsuites tests="3"><testsuite name="A" tests="3">
<testcase name="a" status="run" result="completed"/>
<testcase name="b" status="run" result="completed"><failure message="x"/></testcase>
<testcase name="c" status="run" result="skipped"/>
</testsuite></testsuites>
"""


class RunTests(TreeTest):
    def setUp(self):
        super().setUp()
        run_tests.LOGS = self.root

    def suite(self, text):
        return str(run_tests.count_command("x", [self.write("suite", "#!/bin/bash\n" + text, 0o755)], {})[0])

    def test_a_plain_line(self):
        self.assertEqual(self.suite("echo 3 passed, 0 failed, 1 skipped\n"), "3 passed, 0 failed, 1 skipped")

    def test_the_last_plain_line_counts(self):
        self.assertEqual(self.suite("echo 3 passed, 0 failed; echo 7 passed, 1 failed; exit 1\n"), "7 passed, 1 failed")

    def test_pythons_unittest(self):
        self.assertEqual(self.suite("echo 'Ran 9 tests in 0.1s'; echo 'FAILED (failures=1, errors=2, skipped=1)'; exit 1\n"), "5 passed, 3 failed, 1 skipped")

    def test_nodes_runner(self):
        self.assertEqual(self.suite("echo '# pass 4'; echo '# fail 0'; echo '# skipped 0'\n"), "4 passed, 0 failed")

    def test_a_bad_end_is_a_failure_whatever_was_counted(self):
        self.assertEqual(self.suite("echo 3 passed, 0 failed; exit 1\n"), "3 passed, 1 failed")
        self.assertEqual(self.suite("exit 9\n"), "0 passed, 1 failed")

    def test_a_suite_that_cannot_be_started_is_a_failure(self):
        self.assertEqual(str(run_tests.count_command("x", [self.root / "nothing"], {})[0]), "0 passed, 1 failed")

    def test_cases_are_counted_from_googletests_reports(self):
        self.write("test_names.xml", REPORT)
        out = ("1/4 Test #1: names ............***Failed    0.01 sec\n"
               "2/4 Test #2: golden ...........   Passed    0.01 sec\n"
               "3/4 Test #3: crashing .........***Exception: SegFault  0.00 sec\n"
               "4/4 Test #4: corpora ..........***Skipped   0.00 sec\n")
        self.assertEqual(str(run_tests.ctest_count(out, self.root)), "2 passed, 2 failed, 2 skipped")

    def test_a_program_that_fails_after_its_report_is_a_failure(self):
        self.write("test_names.xml", REPORT.replace('<failure message="x"/>', ""))
        out = "1/1 Test #1: names ............***Failed    0.01 sec\n"
        self.assertEqual(str(run_tests.ctest_count(out, self.root)), "2 passed, 1 failed, 1 skipped")


if __name__ == "__main__":
    unittest.main()
