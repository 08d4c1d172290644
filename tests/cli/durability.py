"""What was reported as added is there, whatever happens: kills at random moments, Ctrl-C, two at once, a server beside."""
import json
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = str(Path(os.environ.get("CHANCERY_PROGRAM") or ROOT / "build/chancery").resolve())
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if not k.startswith("CHANCERY_")}, "CHANCERY_DATA": os.environ.get("CHANCERY_DATA") or str(ROOT / "data"), "LC_ALL": "C.UTF-8"}
KILLS = 50

NAMES = ["Anna Berg", "Carlo Dini", "Emil Falk", "Greta Holm", "Ivan Jelic", "Karin Lund"]
PLACES = ["Vienna", "Rome", "Oslo", "Stockholm", "Zagreb", "Copenhagen"]


def release(number, length):
    """A release of so many sentences of about 25 words; the same number gives the same words."""
    pick = random.Random(number)
    host, guest = pick.sample(NAMES, 2)
    place, day = pick.choice(PLACES), pick.randint(1, 28)
    sentences = [f"President {host} met with Minister {guest} in {place} on {day} May 2024."]
    for _ in range(length):
        sentences.append(f"{pick.choice([host, guest])} said that trade had grown by {pick.randint(2, 60)} per cent and thanked "
                         f"the delegation of {pick.choice(PLACES)} for the meeting of {pick.randint(1, 28)} April.")
    return " ".join(sentences)


def lines(path, numbers, length=3):
    """Short releases: what is tried here is how they are kept, and reading long ones would only take time from it."""
    path.write_text("".join(json.dumps({"id": f"r{n}", "title": f"Release {n}", "date": "2024-05-30", "text": release(n, length)}) + "\n" for n in numbers))


class Durability(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="chancery-durability-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.record = self.folder / "r.db"

    def chancery(self, *arguments, check=True):
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=ENVIRONMENT, timeout=120)
        if check:
            self.assertEqual(done.returncode, 0, f"{arguments}: {done.stdout[-500:]}{done.stderr[-1500:]}")
        return done

    def start(self, *arguments, out=subprocess.PIPE):
        return subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=out, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)

    def has_record(self):
        """False before the first moment at which a kill leaves a record: no file, or one in which nothing was written."""
        done = self.chancery("status", "--record", self.record, check=False)
        none = done.returncode == 5 and ("there is no record" in done.stderr or "is empty" in done.stderr)
        self.assertTrue(none or done.returncode == 0, done.stderr)
        return not none

    def kept(self):
        if not self.has_record():
            return set()
        done = self.chancery("export", "documents", "--json", "--record", self.record, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return {json.loads(line)["id"] for line in done.stdout.splitlines()}

    @staticmethod
    def reported(text):
        """Ids on whole lines: the last line may be torn."""
        return set(re.findall(r"^(?:added|known)\s+(\S+)  .*\n", text, re.M))

    def test_kill_at_50_random_moments(self):
        """SIGKILL at random moments of adding; now and then the record is begun anew so that there is always work."""
        numbers, pick = range(160), random.Random(7)
        source = self.folder / "in.jsonl"
        lines(source, numbers)
        began = time.monotonic()
        self.chancery("add", source, "--record", self.folder / "measure.db")
        whole = time.monotonic() - began
        torn = tries = 0
        while torn < KILLS and tries < 4 * KILLS:
            tries += 1
            if len(self.kept()) > len(numbers) * 2 // 3:
                for left in self.folder.glob("r.db*"):
                    left.unlink()
            said = self.folder / "said.txt"
            with said.open("w") as out:
                process = self.start("add", source, "--record", self.record, "--threads", pick.choice((1, 2, 4)), out=out)
                time.sleep(pick.uniform(0, whole))
                process.kill()
                process.communicate()
            if process.returncode == -signal.SIGKILL:
                torn += 1
            else:
                whole *= 0.85  # the end came first: this machine was busier when the whole run was measured
            self.assertEqual(self.reported(said.read_text()) - self.kept(), set(), f"kill {tries}: reported as added and lost")
            if self.has_record():
                self.chancery("check", "--record", self.record)
        self.assertEqual(torn, KILLS, f"in {tries} tries too few kills came before the end")
        self.chancery("add", source, "--record", self.record)
        self.assertEqual(self.kept(), {f"r{n}" for n in numbers})
        self.chancery("check", "--record", self.record)

    def test_ctrl_c_finishes_what_is_under_way(self):
        source = self.folder / "in.jsonl"
        lines(source, range(600))
        process = self.start("add", source, "--record", self.record, "--threads", 1)
        process.stdout.readline()  # the first batch is on disk
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, err)
        self.assertIn("Interrupted", err)
        self.assertEqual(self.reported(out) - self.kept(), set())
        self.assertLess(len(self.kept()), 600)
        self.chancery("check", "--record", self.record)
        self.chancery("add", source, "--record", self.record)
        self.assertEqual(len(self.kept()), 600)

    def test_two_adds_wait_for_each_other(self):
        lines(self.folder / "a.jsonl", range(0, 150))
        lines(self.folder / "b.jsonl", range(100, 250))
        both = [self.start("add", self.folder / name, "--record", self.record) for name in ("a.jsonl", "b.jsonl")]
        for process in both:
            out, err = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, err)
            self.assertEqual(len(self.reported(out)), 150, out[-500:])
        self.assertEqual(self.kept(), {f"r{n}" for n in range(250)})
        self.chancery("check", "--record", self.record)

    def test_add_while_serving(self):
        lines(self.folder / "a.jsonl", range(20))
        lines(self.folder / "b.jsonl", range(20, 120))
        self.chancery("add", self.folder / "a.jsonl", "--record", self.record)
        server = self.start("serve", "--record", self.record, "--port", 0, "--json")
        self.addCleanup(server.kill)
        address = json.loads(server.stdout.readline())["address"]
        count = lambda: self.documents_at(address)
        self.assertEqual(count(), 20)
        adding = self.start("add", self.folder / "b.jsonl", "--record", self.record)
        seen = []
        while adding.poll() is None:
            seen.append(count())
        adding.communicate()
        self.assertEqual(adding.returncode, 0)
        self.assertEqual(count(), 120)
        self.assertEqual(seen, sorted(seen), "documents went away while others were added")
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)
        self.assertEqual(server.returncode, 0)
        self.chancery("check", "--record", self.record)

    @staticmethod
    def documents_at(address):
        with urllib.request.urlopen(address + "api/v1/search?q=", timeout=30) as answer:
            return json.load(answer)["total"]

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("unshare"), "needs to mount a small disk of its own")
    def test_a_full_disk_loses_nothing(self):
        """A disk of 3 MB: adding fails with a reason, and on a larger disk the same record goes on."""
        source, disk = self.folder / "in.jsonl", self.folder / "disk"
        lines(source, range(400))
        disk.mkdir()
        inside = (f"mount -t tmpfs -o size=3m tmpfs {disk} || exit 77; {PROGRAM} add {source} --record {disk}/r.db > {self.folder}/said; code=$?; "
                  f"cp {disk}/r.db* {self.folder}; exit $code")
        done = subprocess.run(["unshare", "-m", "sh", "-c", inside], capture_output=True, text=True, env=ENVIRONMENT, timeout=120)
        if done.returncode == 77 or "unshare failed" in done.stderr:
            self.skipTest("this machine does not let a disk be mounted: " + done.stderr.strip())
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("full", done.stderr)
        self.assertEqual(self.reported((self.folder / "said").read_text()) - self.kept(), set())
        self.assertLess(len(self.kept()), 400)
        self.chancery("check", "--record", self.record)
        self.chancery("add", source, "--record", self.record)
        self.assertEqual(len(self.kept()), 400)

    def test_streaming_needs_no_more_memory_for_more_documents(self):
        lines(self.folder / "few.jsonl", range(60), length=12)
        lines(self.folder / "many.jsonl", range(1200), length=12)
        peak = lambda name: self.peak_kb(self.folder / name)
        few, many = peak("few.jsonl"), peak("many.jsonl")
        self.assertLess(many, few * 1.3 + 8000, f"{few} kB for 60 documents, {many} kB for 1,200")

    @staticmethod
    def peak_kb(path):
        process = subprocess.Popen([PROGRAM, "read", "--threads", "2", "--format", "json", str(path)], stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        assert status == 0, status
        return usage.ru_maxrss


if __name__ == "__main__":
    unittest.main()
