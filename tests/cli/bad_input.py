"""What people get wrong, at every command that asks the record or corrects it: a clear message, the right exit code, nothing lost, no waiting."""
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = str(Path(os.environ.get("CHANCERY_PROGRAM") or ROOT / "build/chancery").resolve())
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if not k.startswith("CHANCERY_")}, "CHANCERY_DATA": os.environ.get("CHANCERY_DATA") or str(ROOT / "data"),
               "LC_ALL": "C.UTF-8", "CHANCERY_USER": "ana"}

RELEASES = [
    {"id": "baku", "title": "President received the Foreign Minister of Russia", "date": "2017-11-19", "publisher": "Presidency of Azerbaijan", "country": "AZE",
     "text": "President Ilham Aliyev received Russian Foreign Minister Sergey Lavrov on 18 November 2017.\n\nSergey Lavrov said: \"Our trade has grown by more than 10 per cent this year.\"\n"},
    {"id": "call-1", "title": "Telephone conversation with the President of France", "date": "2018-03-02", "publisher": "Presidency of Russia", "country": "RUS",
     "text": "Vladimir Putin spoke by telephone with President of France Emmanuel Macron. The two leaders discussed the situation in Syria. They agreed to meet in May.\n"},
    {"id": "call-2", "title": "The President spoke with the President of Russia", "date": "2018-03-02", "publisher": "Presidency of France", "country": "FRA",
     "text": "President of France Emmanuel Macron spoke by telephone with President Vladimir Putin on 2 March 2018. They discussed the situation in Syria and the price of gas.\n"},
]
RUSSIAN = "Владимир Путин провёл телефонный разговор с Президентом Франции. Обсуждалась ситуация в Сирии."
UKRAINIAN = "Президент України провів телефонну розмову з Президентом Франції. Вони обговорили ситуацію в Сирії."
CHINESE = "国家主席同法国总统通电话。双方就叙利亚局势交换了意见。"

ODD_NAMES = ["Nobody Nowhere", " ", "O'Brien\"; DROP TABLE users;--", "a\tb\nc\x01", "😀", "Путин Ψ", "习近平", "%", "*", "AND OR NOT (", "x" * 100_000]

READS = [["timeline", "RUS"], ["brief", "RUS", "--on", "2020"], ["show", "call-1"], ["cite", "call-1"], ["compare", "call-1", "call-2"], ["figures", "--series"], ["commitments"],
         ["encounters"], ["corrections"], ["corrections", "queue"], ["corrections", "agreement"], ["corrections", "export"], ["users"], ["searches"], ["coverage"], ["export", "documents"],
         ["export", "--format", "datapackage", "--output", "package"]]
WRITES = [["corrections", "accept", "call-1", "EVENT"], ["corrections", "undo", "1"], ["corrections", "redo", "1"], ["corrections", "import", "-"], ["users", "add", "bo"], ["users", "revoke", "bo"],
          ["encounters", "--join", "n-1", "n-2"], ["encounters", "--part", "call-1#v-1"], ["encounters", "--match"], ["searches", "add", "A", "q=x"], ["searches", "remove", "A"],
          ["coverage", "set", "--publisher", "Presidency of Russia", "--kind", "complete", "--source", "x"], ["coverage", "remove", "1"], ["people", "--join", "Putin", "Macron"]]
LONGEST = 10  # seconds that any of them may take on a busy machine; most take a hundredth


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="chancery-bad-input-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.write("in.jsonl", "".join(json.dumps(one) + "\n" for one in RELEASES))
        self.good("add", "in.jsonl")
        facts = json.loads(self.good("show", "call-1", "--json").stdout)["analysis"]
        self.event, self.commitment = facts["events"][0]["id"], facts["commitments"][0]["id"]
        self.encounter = json.loads(self.good("ledger", "--json").stdout)["encounters"][0]["id"]

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    def run_it(self, *arguments, record="chancery.db", given=b"", **more):
        arguments = [self.event if one == "EVENT" else one for one in arguments]
        began = time.monotonic()
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, input=given, capture_output=True, timeout=LONGEST, env={**ENVIRONMENT, "CHANCERY_RECORD": record}, **more)
        self.took = time.monotonic() - began
        self.assertIn(done.returncode, (0, 1, 2, 3, 4, 5), f"{self.brief(arguments)} ended with {done.returncode}: {done.stderr[-500:]}")
        return done

    @staticmethod
    def brief(arguments):
        return " ".join(repr(one[:50]) for one in arguments)

    def good(self, *arguments, **more):
        done = self.run_it(*arguments, **more)
        self.assertEqual(done.returncode, 0, f"{self.brief(arguments)}: {done.stderr[-500:]}")
        return done

    def refused(self, code, words, *arguments, **more):
        """Refused with that code, and with a message that is clean, short enough for a screen, and has the words."""
        done = self.run_it(*arguments, **more)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, code, f"{self.brief(arguments)}: {said[-500:]}")
        self.assertEqual(done.stdout, b"", self.brief(arguments))
        self.assertTrue(said.strip(), f"{self.brief(arguments)}: nothing is said")
        self.assertIn(words, said, self.brief(arguments))
        self.assertLess(len(said), 4000, self.brief(arguments))
        self.assertNotIn("\x01", said)
        return said

    def log(self):
        return json.loads(self.run_it("corrections", "--json").stdout)["total"]

    def test_names_that_nobody_has(self):
        for name in ODD_NAMES:
            with self.subTest(name[:30]):
                for command in (["timeline", name], ["timeline", "RUS", name], ["brief", name, "--on", "2020"], ["brief", "RUS", "--for", name, "--on", "2020"], ["show", name],
                                ["show", "--person", name], ["show", "--formulae", name], ["figures", "--series", "--indicator", name], ["figures", "--speaker", name],
                                ["commitments", "--by", name], ["commitments", "--with", name], ["commitments", "--words", name], ["corrections", "--who", name],
                                ["corrections", "--document", name], ["corrections", "queue", "--publisher", name], ["coverage", "--publisher", name]):
                    self.refused(1, "", *command)
                for command in (["cite", name], ["compare", name], ["compare", name, "call-1"], ["commitments", "--follow-ups", name], ["encounters", name], ["encounters", "--join", name, name],
                                ["encounters", "--part", name], ["people", "--join", name, name], ["corrections", "--kind", name], ["corrections", "accept", name, name],
                                ["corrections", "import", name], ["users", "revoke", name], ["searches", "run", name], ["searches", "feed", name], ["searches", "remove", name],
                                ["coverage", "set", "--publisher", name, "--kind", "complete", "--source", "x"]):
                    self.refused(3, "", *command)
                for command in (["corrections", "undo", name], ["corrections", name], ["coverage", "remove", name], ["searches", "add", "A", name]):
                    self.refused(2, "", *command)
        self.assertEqual(self.log(), 0)

    def test_an_empty_value_is_not_taken_for_none_given(self):
        for command in (["timeline", "RUS", "--from", ""], ["timeline", ""], ["brief", "RUS", "--for", ""], ["brief", "RUS", "--on", ""], ["show", ""], ["cite", ""], ["cite", "call-1", "--span", ""],
                        ["compare", "", "call-1"], ["figures", "--series", "--indicator", ""], ["figures", "--speaker", ""], ["commitments", "--by", ""], ["commitments", "--follow-ups", ""],
                        ["encounters", ""], ["encounters", "--part", ""], ["corrections", "--who", ""], ["corrections", "undo", "--who", ""], ["corrections", "queue", "--kind", ""],
                        ["corrections", "accept", "call-1", "EVENT", "--as", ""], ["users", "add", ""], ["searches", "run", ""], ["coverage", "--publisher", ""],
                        ["coverage", "set", "--publisher", "Presidency of Russia", "--kind", "complete", "--source", "x", "--from", ""], ["export", "encounters", "--country", ""],
                        ["export", "--format", "datapackage", "--output", ""]):
            self.refused(2, "is empty", *command)
        self.good("coverage")
        self.assertNotIn(b"stated", self.good("coverage").stdout)
        # Only the value of a field may be nothing: it is taken away.
        self.good("corrections", "change", "call-1", "EVENT", "place.name", "")

    def test_days_and_ranges(self):
        for day in ("2022-02-31", "2022-13", "soon", "99999-01-01", "2022-1-1", "２０２２-01-01"):
            for command in (["timeline", "RUS", "--from"], ["brief", "RUS", "--on"], ["show", "RUS-FRA", "--on"], ["figures", "--series", "--to"], ["commitments", "--due-to"],
                            ["coverage", "set", "--publisher", "Presidency of Russia", "--kind", "complete", "--source", "x", "--from"], ["export", "encounters", "--from"]):
                self.refused(2, "there is no such day", *command, day)
        for command in (["timeline", "RUS"], ["figures", "--series"], ["commitments"], ["export", "figures"], ["coverage", "set", "--publisher", "Presidency of Russia", "--kind", "complete", "--source", "x"]):
            self.refused(2, "is later than", *command, "--from", "2022", "--to", "2021")
        self.refused(2, "is later than", "commitments", "--due-from", "2022", "--due-to", "2021")
        self.refused(3, "has not come yet", "coverage", "set", "--publisher", "Presidency of Russia", "--kind", "complete", "--source", "x", "--to", "2999")
        self.refused(2, "has no parameter", "searches", "add", "A", "form=2022")
        self.refused(2, "must be a day", "searches", "add", "A", "from=2022-02-31")

    def test_what_contradicts_itself(self):
        self.refused(2, "both Russia", "timeline", "Russia", "RUS")
        self.refused(2, "both Vladimir Putin", "timeline", "Vladimir Putin", "putin")
        self.refused(2, "another country than itself", "brief", "RUS", "--for", "Russia", "--on", "2020")
        self.refused(3, "are one encounter already", "encounters", "--join", self.encounter, self.encounter)
        self.refused(3, "are one person already", "people", "--join", "Vladimir Putin", "Vladimir Putin")
        self.refused(2, "--a and --b", "compare", "call-1", "call-2", "--a", "call-1")
        self.refused(2, "excludes", "timeline", "RUS", "--csv", "--json")
        self.refused(2, "takes no --country", "export", "--format", "datapackage", "--output", "p", "--country", "RUS")
        self.refused(4, "cannot be made", "export", "--format", "datapackage", "--output", "x" * 100_000)
        self.refused(4, "cannot be made", "export", "--format", "datapackage", "--output", "in.jsonl")
        self.refused(2, "of something else", "show", "--formulae", self.encounter)
        self.refused(2, "1 to", "show", "call-1", "--version", "-1")
        self.refused(2, "1 to", "timeline", "RUS", "--limit", "99999999999999999999")

    def test_passages_that_are_none(self):
        for span in ("5:2", "0:99999", "1:1", "title:0:500"):
            self.refused(3, "is no passage", "cite", "call-1", "--span", span)
        for span in ("x", "-1:5", "99999999999999999999:5", "1:2:3"):
            self.refused(2, "write the first character", "cite", "call-1", "--span", span)

    def test_corrections_that_cannot_be(self):
        change = ("corrections", "change", "call-1", "EVENT")
        self.refused(3, "no document nope", "corrections", "accept", "nope", "EVENT")
        self.refused(3, "it may have been made anew", "corrections", "accept", "call-1", "v-nope")
        self.refused(3, "give meeting, reception", *change, "type", "dinner")
        self.refused(3, "it has: type", *change, "nothing", "x")
        self.refused(3, "give a day that exists", *change, "time.from", "2022-02-31")
        self.refused(3, "knows nobody as", *change, "participants", "e-00000000:host")
        self.refused(3, "ISO 3166-1", *change, "place.country", "Norway")
        self.refused(3, "words on one line", *change, "place.name", "x" * 5000)
        self.refused(3, "words on one line", *change, "place.name", "a\x01b")
        self.refused(3, "one line of at most 100 bytes", "corrections", "accept", "call-1", "EVENT", "--as", "z" * 100_000)
        self.refused(3, "one line of at most 100 bytes", "corrections", "accept", "call-1", "EVENT", "--as", "a\nb")
        self.refused(3, "the reason is longer than 2000 bytes", "corrections", "accept", "call-1", "EVENT", "--why", "y" * 100_000)
        self.refused(3, "holds control characters", "corrections", "accept", "call-1", "EVENT", "--why", "a\x01")
        self.refused(2, "takes DOCUMENT FACT", "corrections", "accept", "call-1")
        self.refused(2, "takes numbers", "corrections", "undo")
        self.refused(3, "there is no correction 999", "corrections", "undo", "999")
        self.refused(2, "is no number of a correction", "corrections", "undo", "99999999999999999999999")
        self.assertEqual(self.log(), 0)
        self.good("corrections", "accept", "call-1", "EVENT", "--why", "seen\nby two")
        self.refused(3, "there is nothing to do again", "corrections", "redo", "1")
        self.refused(3, "does not stand", "corrections", "undo", "1", "1")
        self.assertEqual(self.log(), 1, "half of a batch was undone")

    def test_names_that_cannot_be_given(self):
        for name in ("a\x01", "two\nlines", " ", "x" * 100_000):
            self.refused(3, "", "users", "add", name)
            self.refused(3, "", "searches", "add", name, "q=x")
        self.refused(2, "not in {reader,editor}", "users", "add", "bo", "--role", "king")
        self.good("users", "add", "O'Brien \"; 😀")
        self.refused(3, "choose another name", "users", "add", "O'Brien \"; 😀")
        self.refused(3, "the source is longer", "coverage", "set", "--publisher", "Presidency of Russia", "--kind", "complete", "--source", "x" * 5000)
        self.good("searches", "add", "Pigs", "q=pigs")
        self.assertIn("Nothing in this record answers it", self.refused(1, "", "searches", "run", "Pigs"))
        for base in ("javascript:alert(1)", "http://", "x y"):
            self.refused(2, "--base", "searches", "feed", "Pigs", "--base", base)
        self.refused(2, "longer than 1000 bytes", "searches", "add", "Long", "q=" + "w" * 5000)

    def compared(self, *lines):
        given = b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
        return ["compare", "--input", "jsonl", "--json", "-"], given

    def test_lines_to_compare_that_are_none(self):
        call = RELEASES[1]
        for words, lines in (("there are 0", []), ("there is 1", [call]), ("there are 3", [call] * 3), ("no object", [b"[1]", b"[2]"]), ("no object", [b'"a"', b'"b"']), ("no object", [b"null", call]),
                             ("not valid JSON", [b"hello", call]), ("not valid JSON", [b'{"text":"a', call]), ("not valid JSON", [b'{"text":' + b"[" * 100_000, call]),
                             ("not valid JSON", [b'{"text":"a\x00b"}', call]), ("\"text\" is no string", [{"text": 5}, call]), ("\"text\" is missing", [{"title": "x"}, call]),
                             ("\"title\" is no string", [{"text": "x", "title": 5}, call]), ("holds no words", [{"text": ""}, call]), ("holds no words", [call, {"text": " \n "}]),
                             ("a day that does not exist", [{"text": "x", "date": "2022-02-31"}, call]), ("no language tag", [{"text": "x", "language": "??"}, call])):
            command, given = self.compared(*lines)
            said = self.refused(3, words, *command, given=given)
            self.assertEqual(said.count("-:1:"), said.count("-:1: "), said)
            self.assertLessEqual(said.count("-:1:"), 1, "the place is told twice: " + said)
        self.write("a.txt", RELEASES[1]["text"])
        self.write("empty.txt", "")
        self.write("binary.txt", bytes(range(256)) * 50)
        self.refused(3, "is empty", "compare", "a.txt", "empty.txt")
        self.refused(3, "binary data", "compare", "a.txt", "binary.txt")
        self.refused(3, "there is no file none.txt", "compare", "a.txt", "none.txt")
        self.refused(3, "there is no file", "compare", "none.txt", "more.txt")

    def test_other_languages_and_broken_characters(self):
        for lines, note in (([{"text": RUSSIAN}, RELEASES[1]], "(ru)"), ([{"text": UKRAINIAN}, {"text": RUSSIAN}], "(uk)"), ([{"text": CHINESE}, RELEASES[1]], "(zh)"),
                            ([b'{"text":"a\xff\xfe b"}', RELEASES[1]], "no points"), ([b'{"text":"a\\u0000b"}', RELEASES[1]], "no points"), ([{"text": "😀" * 1000}, RELEASES[1]], "no points")):
            command, given = self.compared(*lines)
            notes = json.loads(self.good(*command, given=given).stdout)["notes"]
            self.assertTrue(any(note in one for one in notes), f"{note} in {notes}")

    def test_ten_million_bytes(self):
        self.write("a.txt", RELEASES[1]["text"])
        words = "The President met the Minister of Foreign Affairs of France in Baku on 3 May 2021 and discussed trade. "
        for text in (words * 100_000, "a" * 10_000_000, RUSSIAN * 55_000):
            self.write("big.txt", text)
            self.assertEqual(len(json.loads(self.good("compare", "--json", "a.txt", "big.txt").stdout)["b"]["text"]), len(text))
        self.write("big.txt", " \n" * 5_000_000)
        self.refused(3, "is empty", "compare", "a.txt", "big.txt")

    def test_lines_to_import_that_are_none(self):
        self.good("corrections", "accept", "call-1", "EVENT")
        line = json.loads(self.good("corrections", "export").stdout)
        other = lambda **more: {**line, "key": "k-of-another", **more}
        bad = [b"hello", b"[]", b"null", b"{}", b'{"chancery":"correction/99"}', b'{"a":"' + b"x" * 1000, b"[" * 100_000, b"\xff\xfe{", b"\x00" * 1000,
               {**line, "key": 5}, {**line, "key": ""}, {**line, "key": "k" * 100_000}, other(action="explode"), other(document=None), other(document="call-1"), other(made="yesterday"),
               other(made="2999-01-01T00:00:00.000Z"), other(who=""), other(who="w" * 1000), other(who="two\nlines"), other(why="w" * 100_000), other(why="a\x01"), other(fact="v-nope"),
               other(document={"id": "nope", "identity": "id:nope"}), other(turns=[{"action": "explode"}]), other(action="change", field="type", value="dinner")]
        self.write("bad.jsonl", b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in bad) + b"\n")
        done = self.run_it("corrections", "import", "--json", "bad.jsonl")
        answer = json.loads(done.stdout)
        self.assertEqual((done.returncode, answer["taken"], [one["line"] for one in answer["refused"]]), (3, 0, list(range(1, len(bad) + 1))), answer)
        self.assertTrue(all(5 < len(one["why"]) < 300 for one in answer["refused"]), answer)
        self.assertEqual(self.log(), 1)
        # What is good among the bad is taken, once.
        self.write("mixed.jsonl", b"hello\n" + json.dumps(other(who="bo")).encode() + b"\n" + json.dumps(line).encode() + b"\n")
        done = self.run_it("corrections", "import", "mixed.jsonl")
        self.assertIn(b"1 taken over, 1 known already, 1 refused", done.stderr)
        self.assertEqual(self.log(), 2)
        self.refused(3, "there is no file", "corrections", "import", "none.jsonl")
        self.refused(4, "Is a directory", "corrections", "import", ".")

    def test_records_that_are_none(self):
        (self.folder / "folder").mkdir()
        self.write("garbage.db", "this is no database" * 1000)
        self.write("empty.db", "")
        shutil.copy(self.folder / "chancery.db", self.folder / "newer.db")
        with sqlite3.connect(self.folder / "newer.db") as newer:
            newer.execute("PRAGMA user_version = 99")
        newer.close()
        for command in READS + WRITES:
            self.refused(5, "there is no record", *command, record="none.db")
        self.assertFalse((self.folder / "none.db").exists())
        self.assertFalse((self.folder / "package").exists())
        before = (self.folder / "newer.db").read_bytes()
        for command in (READS[0], WRITES[0]):
            self.refused(5, "is a folder", *command, record="folder")
            self.refused(5, "is no record", *command, record="garbage.db")
            self.refused(5, "is empty", *command, record="empty.db")
            self.refused(5, "made by a newer chancery", *command, record="newer.db")
        self.assertEqual((self.folder / "newer.db").read_bytes(), before)

    @unittest.skipUnless(os.geteuid() == 0, "needs to become another user, for whom the record is read-only")
    def test_a_record_that_may_only_be_read(self):
        for path in (self.folder, self.folder / "chancery.db"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []}
        try:
            probe = self.run_it("version", **nobody)
        except (PermissionError, OSError):
            self.skipTest("the program cannot be run as another user here")
        if probe.returncode != 0:
            self.skipTest("the program cannot be run as another user here")
        for command in (READS[0], READS[1], READS[9]):
            self.assertIn(self.run_it(*command, **nobody).returncode, (0, 1), command)
        for command in WRITES:
            self.refused(4, "cannot be written", *command, **nobody)

    def test_another_writer(self):
        """Who reads does not wait; who writes is told that they wait, and for what, and then goes on; nothing is lost."""
        self.good("corrections", "accept", "call-1", "EVENT")
        writer = sqlite3.connect(self.folder / "chancery.db", isolation_level=None)
        self.addCleanup(writer.close)
        writer.execute("BEGIN IMMEDIATE")
        for command in (["timeline", "RUS"], ["corrections"], ["searches"]):
            self.run_it(*command)
            self.assertLess(self.took, 2, command)
        done = {}
        commands = {"reject": ["corrections", "reject", "call-1", "EVENT"], "save": ["searches", "add", "Gas", "q=gas"], "user": ["users", "add", "bo"]}
        threads = [threading.Thread(target=lambda name=name, command=command: done.update({name: self.run_it(*command)})) for name, command in commands.items()]
        for thread in threads:
            thread.start()
        time.sleep(3)
        writer.execute("ROLLBACK")
        for thread in threads:
            thread.join()
        for name in commands:
            self.assertEqual(done[name].returncode, 0, done[name].stderr)
            self.assertIn(b"another program is writing to chancery.db: waiting", done[name].stderr)
        self.assertEqual(self.log(), 2)
        self.good("check")

    def test_two_at_once(self):
        """Corrections of one fact at the same moment are kept one after the other, and those of another copy taken over beside them."""
        values = ["meeting", "talks", "visit", "summit", "signing", "letter"]
        done = []
        change = lambda value: done.append(self.run_it("corrections", "change", "call-1", "EVENT", "type", value, "--as", value))
        threads = [threading.Thread(target=change, args=(value,)) for value in values]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([one.returncode for one in done], [0] * len(values), [one.stderr for one in done])
        log = json.loads(self.good("corrections", "--json").stdout)["corrections"]
        self.assertEqual(sorted(one["value"] for one in log), sorted(values))
        facts = json.loads(self.good("show", "call-1", "--json").stdout)["analysis"]["events"]
        self.assertEqual(next(one["type"] for one in facts if one["id"] == self.event), log[0]["value"], "the latest does not hold")
        self.good("reread", "--all")
        facts = json.loads(self.good("show", "call-1", "--json").stdout)["analysis"]["events"]
        self.assertEqual(next(one["type"] for one in facts if one["id"] == self.event), log[0]["value"], "reading again lost it")
        self.good("check")


if __name__ == "__main__":
    unittest.main()
