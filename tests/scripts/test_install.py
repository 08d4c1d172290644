"""scripts/install asks for just what is missing, as root or through sudo, and says what to do where it cannot.

dpkg-query, apt-get and sudo are stand-ins here: a test must not change the machine it runs on.
"""
import shutil
import subprocess
import unittest

from tree import ROOT, TreeTest

STAND_INS = {
    "dpkg-query": '#!/bin/bash\nprintf "cmake installed\\nmold config-files\\n"\nexit 1\n',
    "apt-get": '#!/bin/bash\necho "apt-get $*" >>"$LOG"\n',
    "sudo": '#!/bin/bash\necho "sudo $1" >>"$LOG"\nexec "$@"\n',
    "id": "#!/bin/bash\necho $FAKE_UID\n",
}


class Install(TreeTest):
    def setUp(self):
        super().setUp()
        self.write("scripts/install", (ROOT / "scripts/install").read_text(), 0o755)
        self.write("scripts/packages-build.txt", "# a comment\ncmake\nmold\nnodejs node\nlibnew-dev\n")
        for name, text in STAND_INS.items():
            self.write(f"bin/{name}", text, 0o755)
        for name in ("bash", "env", "awk", "grep", "dirname"):
            (self.root / "bin" / name).symlink_to(shutil.which(name))
        self.log = self.write("log", "")

    def install(self, uid="0"):
        run = subprocess.run(
            [self.root / "scripts/install", "build"], capture_output=True, text=True,
            env={"PATH": str(self.root / "bin"), "LOG": str(self.log), "FAKE_UID": uid},
        )
        return run.returncode, run.stdout + run.stderr

    def test_only_what_is_missing_is_asked_for(self):
        code, out = self.install()
        self.assertEqual(code, 0, out)
        self.assertEqual(self.log.read_text(), "apt-get update -q\napt-get install -y -q --no-install-recommends mold nodejs libnew-dev\n")

    def test_a_command_that_is_there_does_as_well_as_its_package(self):
        self.write("bin/node", "#!/bin/bash\n", 0o755)
        self.install()
        self.assertIn("--no-install-recommends mold libnew-dev\n", self.log.read_text())

    def test_nothing_missing_is_silent_and_asks_nothing(self):
        self.write("scripts/packages-build.txt", "cmake\n")
        self.assertEqual(self.install(), (0, ""))
        self.assertEqual(self.log.read_text(), "")

    def test_others_than_root_go_through_sudo(self):
        code, out = self.install(uid="1000")
        self.assertEqual(code, 0, out)
        self.assertTrue(self.log.read_text().startswith("sudo env\napt-get update -q\n") or "sudo apt-get\n" in self.log.read_text())

    def test_without_sudo_it_says_what_to_run(self):
        (self.root / "bin/sudo").unlink()
        code, out = self.install(uid="1000")
        self.assertEqual(code, 1)
        self.assertIn("apt-get install --no-install-recommends mold nodejs libnew-dev", out)
        self.assertEqual(self.log.read_text(), "")

    def test_another_system_is_told_and_not_stopped(self):
        (self.root / "bin/dpkg-query").unlink()
        code, out = self.install()
        self.assertEqual(code, 0)
        self.assertIn("not a Debian system", out)

    def test_a_failing_apt_ends_it_with_a_message(self):
        self.write("bin/apt-get", "#!/bin/bash\n[[ $1 == update ]]\n", 0o755)
        self.write("bin/sleep", "#!/bin/bash\n", 0o755)
        code, out = self.install()
        self.assertEqual(code, 1)
        self.assertIn("apt-get could not install: mold nodejs libnew-dev", out)


if __name__ == "__main__":
    unittest.main()
