"""The check of the documentation finds what names something that is gone."""
import unittest

from tree import TreeTest


class CheckDocs(TreeTest):
    script = "scripts/check_docs"

    def setUp(self):
        super().setUp()
        self.write("Makefile", "build: ## build\n")
        self.write("src/cli/command_read.cpp", "")
        self.write("docs/one.md", "# One\n\n## How to add\n\nSee [the other](two.md#the-stages-order).\n")
        self.write("docs/two.md", "# Two\n\n## The stages' order\n\n`make build`, `src/cli/`, `chancery read x`.\n")

    def test_docs_that_name_what_is_there_pass(self):
        self.assertEqual(self.check(), (0, "5 passed, 0 failed\n"))

    def test_a_link_to_a_file_that_is_gone(self):
        self.write("README.md", "[x](docs/three.md)\n")
        self.assert_found("README.md:1: no such file: docs/three.md")

    def test_a_picture_that_is_gone(self):
        self.write("README.md", "\n![x](docs/room.png)\n")
        self.assert_found("README.md:2: no such file: docs/room.png")

    def test_a_heading_that_is_gone(self):
        self.write("README.md", "[x](docs/one.md#how-to-leave)\n")
        self.assert_found("no heading for #how-to-leave in one.md")

    def test_a_target_a_path_and_a_command_that_are_gone(self):
        for text, what in [("`make all`", "no target all"), ("`src/gone/`", "no such path: src/gone/"),
                           ("`chancery fetch x`", "no command fetch"), ("```sh\n$ chancery fetch x\n```", "no command fetch")]:
            with self.subTest(text):
                self.write("README.md", text + "\n")
                self.assert_found(what)

    def test_addresses_elsewhere_and_code_in_fences_are_left_alone(self):
        self.write("README.md", "[x](https://example.org/y) `chancery`\n\n```\n[x](gone.md) `make all`\n```\n")
        self.assertEqual(self.check()[0], 0)


if __name__ == "__main__":
    unittest.main()
