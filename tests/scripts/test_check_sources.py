"""The check of sources finds data without an origin, hosts in lock files and scripts that cannot be run."""
import unittest

from tree import TreeTest


class CheckSources(TreeTest):
    script = "scripts/check_sources"

    def setUp(self):
        super().setUp()
        self.write("data/places.tsv", "# Places.\n# Sources: written down by hand\nBaku\tAZE\n")
        self.write("data/times/README.md", "# Rules\n\nSources: the wording is our own.\n")
        self.write("data/times/en/words.txt", "class MONTH\n")
        self.write("scripts/go", "#!/bin/sh\n# usage: scripts/go\n", 0o755)
        self.write("web/package-lock.json", '{ "resolved": "file:x" }\n')

    def test_a_tree_that_keeps_the_rules_passes(self):
        self.assertEqual(self.check(), (0, "5 passed, 0 failed\n"))

    def test_data_without_a_source(self):
        self.write("data/names.tsv", "Ada\tf\n")
        self.assert_found("data/names.tsv: names no source")

    def test_a_source_far_down_does_not_count(self):
        self.write("data/names.tsv", "Ada\tf\n" * 20 + "# Sources: a list\n")
        self.assert_found("data/names.tsv: names no source")

    def test_a_lock_file_with_a_host(self):
        self.write("web/package-lock.json", '{ "resolved": "https://packages.example/x.tgz" }\n')
        self.assert_found("web/package-lock.json: holds the address of a registry")

    def test_a_script_that_cannot_be_run(self):
        self.write("scripts/go", "#!/bin/sh\n# usage: scripts/go\n", 0o644)
        self.assert_found("scripts/go: begins with #! but is not executable")

    def test_a_script_without_usage(self):
        self.write("scripts/go", "#!/bin/sh\n", 0o755)
        self.assert_found("scripts/go: does not say its usage")

    def test_a_folder_of_somebodys_machine(self):
        self.write("src/x.cpp", "// see /" + "home/ada/notes\n")
        self.assert_found("src/x.cpp: names a home folder")


if __name__ == "__main__":
    unittest.main()
