"""The wall check finds each kind of violation, and nothing in a tree that keeps to the rules."""
import unittest

from tree import ROOT, TreeTest


class CheckArrows(TreeTest):
    script = "scripts/check_arrows"

    def setUp(self):
        super().setUp()
        self.write("scripts/arrows.txt", (ROOT / "scripts/arrows.txt").read_text())
        self.write("include/chancery/analysis.hpp", "#include <string>\n")
        self.write("src/base/error.hpp", "#include <string>\n")
        self.write("src/document/document.hpp", '#include "base/error.hpp"\n')
        self.write("src/stages/names/names.hpp", '#include "document/document.hpp"\n')
        self.write("src/record/record.cpp", '#include <sqlite3.h>\nauto q = "SELECT id FROM documents";\n')

    def test_a_tree_that_keeps_the_rules_passes(self):
        self.assertEqual(self.check(), (0, "5 passed, 0 failed\n"))

    def test_an_arrow_against_the_direction(self):
        self.write("src/base/error.hpp", '#include <string>\n#include "document/document.hpp"\n')
        self.assert_found("src/base/error.hpp:2: base may not use document (document/document.hpp)")

    def test_a_relative_include_is_followed(self):
        self.write("src/base/error.hpp", '#include "../document/document.hpp"\n')
        self.assert_found("base may not use document")

    def test_a_stage_including_a_stage(self):
        self.write("src/stages/times/times.cpp", '#include "stages/names/names.hpp"\n')
        self.assert_found("src/stages/times/times.cpp:1: stage times includes stage names")

    def test_sql_outside_the_record(self):
        self.write("src/document/document.cpp", 'auto q = "DELETE FROM documents";\n')
        self.assert_found("src/document/document.cpp:1: SQL outside src/record")

    def test_sql_over_several_literals_and_in_raw_strings(self):
        self.write("src/document/document.cpp", 'int x;\nauto q = "SELECT id "\n  "FROM documents";\n')
        self.assert_found("src/document/document.cpp:2: SQL outside src/record")
        self.write("src/document/document.cpp", 'auto q = R"sql(\n  UPDATE documents SET id = 1\n)sql";\n')
        self.assert_found("src/document/document.cpp:1: SQL outside src/record")

    def test_words_of_sql_in_comments_and_plain_messages_are_none(self):
        self.write("src/document/document.cpp", '// "SELECT id FROM documents"\nauto m = "update the record";\n')
        self.assertEqual(self.check()[0], 0)

    def test_library_types_outside_their_room(self):
        for include, what in [("<sqlite3.h>", "SQLite"), ("<boost/asio.hpp>", "HTTP types"), ("<CLI/CLI.hpp>", "command-line options")]:
            with self.subTest(include):
                self.write("src/document/document.cpp", f"#include {include}\n")
                self.assert_found(f"{what} outside src/")

    def test_a_public_header_with_a_type_of_ours_or_a_library(self):
        for include in ['"document/document.hpp"', "<fmt/core.h>"]:
            with self.subTest(include):
                self.write("include/chancery/analysis.hpp", f"#include {include}\n")
                self.assert_found("a public header includes")

    def test_using_namespace_in_a_header(self):
        self.write("src/base/error.hpp", "using namespace std;\n")
        self.assert_found("src/base/error.hpp:1: using namespace in a header")

    def test_a_folder_that_knows_everything(self):
        self.write("src/document/util/x.hpp", "")
        self.assert_found("src/document/util:0:")

    def test_an_unknown_folder(self):
        self.write("src/helpers/x.cpp", "")
        self.assert_found("folder helpers is not in scripts/arrows.txt")

    def test_an_empty_tree_is_no_success(self):
        for path in sorted(self.root.rglob("*.[ch]pp")):
            path.unlink()
        self.assertEqual(self.check(), (1, "0 passed, 0 failed\n"))


if __name__ == "__main__":
    unittest.main()
