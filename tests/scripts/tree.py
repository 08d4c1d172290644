"""A small tree of files in a temporary folder, for tests of scripts that look at the project."""
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class TreeTest(unittest.TestCase):
    script = ""  # below the root of the project

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name).resolve()

    def write(self, name, text, mode=0o644):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(mode)
        return path

    def check(self):
        """(exit code, output) of the script over the tree."""
        run = subprocess.run([ROOT / self.script, self.root], capture_output=True, text=True)
        self.assertEqual(run.stderr, "")
        return run.returncode, run.stdout

    def assert_found(self, where_and_what):
        code, out = self.check()
        self.assertIn(where_and_what, out)
        self.assertIn("1 failed", out)
        self.assertEqual(code, 1)
