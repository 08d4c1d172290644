#!/usr/bin/env python3
"""Runs the program as a user does and compares what it prints with the golden files.

usage: tests/cli/golden.py [--update] [FILE...]      (default: all of tests/cli/golden)
The program is $CHANCERY_PROGRAM, else build/chancery. --update writes what was printed into the files: look at the
difference before committing it.

A golden file holds lines of these kinds, in order:
  what: TEXT           what it shows, in a sentence
  needs: unprivileged  the steps run as a user whom file permissions bind
  file NAME:           a file in the empty folder in which the steps run; its lines follow, each after "| "
  bytes NAME:          the same with Python's escapes, without line ends of its own: | \\xff\\x00
  run: COMMAND         a step, run by sh; `chancery` is the program
  exit: N              its exit code
  out:  err:           what it printed, lines after "| "; left out where empty
In outputs, what differs from run to run is replaced: times of day by TIME, the hash of the data by RULES, the folder by DIR, a carriage return by <CR>.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = Path(os.environ.get("CHANCERY_PROGRAM") or ROOT / "build/chancery").resolve()
LIMIT_S = 30
CHANGING = [
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"), "TIME"),
    (re.compile(r"rules-[0-9a-z]{8}( model-[0-9a-f]{8})?"), "rules-RULES"),
    (re.compile(r"\b[\d,]+ (bytes|kB|MB)\b"), r"SIZE"),
    (re.compile(r"schema \d+"), "schema N"),
    (re.compile(r"\r"), "<CR>"),
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
]


class Step:
    def __init__(self, command):
        self.command, self.exit, self.out, self.err = command, None, [], []


class Golden:
    """One golden file: its lines before the first step are kept as they are."""

    def __init__(self, path):
        self.path, self.head, self.files, self.steps, self.unprivileged = path, [], [], [], False
        block = None
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not self.steps and not line.startswith("run: "):
                self.head.append(line)
            if line.startswith("| ") or line == "|":
                if block is None:
                    sys.exit(f"{path}:{number}: a line after \"| \" belongs to nothing")
                block.append(line[2:])
                continue
            block = self.parse(line, number)

    def parse(self, line, number):
        key, _, value = line.partition(":")
        if line.startswith(("file ", "bytes ")):
            kind, name = key.split(" ", 1)
            self.files.append((kind, name, []))
            return self.files[-1][2]
        if key == "needs":
            self.unprivileged = value.strip() == "unprivileged"
        elif key == "run":
            self.steps.append(Step(value.strip()))
        elif key == "exit":
            self.steps[-1].exit = int(value)
        elif key in ("out", "err"):
            return getattr(self.steps[-1], key)
        elif line.strip() and key not in ("what",) and not line.startswith("#"):
            sys.exit(f"{self.path}:{number}: cannot read this line: {line}")
        return None

    def text(self):
        lines = list(self.head)
        while lines and not lines[-1]:
            lines.pop()
        for step in self.steps:
            lines += ["", f"run: {step.command}", f"exit: {step.exit}"]
            for name in ("out", "err"):
                printed = getattr(step, name)
                lines += [f"{name}:"] + [f"| {x}".rstrip(" ") if not x else f"| {x}" for x in printed] if printed else []
        return "\n".join(lines) + "\n"


def lines_of(data, folder):
    text = data.decode("utf-8", "backslashreplace").replace(str(folder), "DIR")
    for pattern, replacement in CHANGING:
        text = pattern.sub(replacement, text)
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines[:-1] + [lines[-1] + "\\"]  # a backslash: no line end


def environment(folder):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CHANCERY_") and k not in ("COLUMNS", "NO_COLOR", "LC_ALL")}
    return {**kept, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC", "CHANCERY_DATA": os.environ.get("CHANCERY_DATA") or str(ROOT / "data"),
            "SOURCE": str(ROOT)}


def unprivileged(command, folder):
    """The command as nobody, or None where that cannot be done here."""
    if os.geteuid() != 0:
        return command
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    for path in (folder, folder / "work"):
        os.chmod(path, 0o777)
    can = shutil.which("setpriv") and subprocess.run([*prefix, "test", "-x", PROGRAM], capture_output=True).returncode == 0
    return [*prefix, *command] if can else None


def write_files(golden, folder):
    for kind, name, lines in golden.files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "file":
            path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
        else:
            path.write_bytes("".join(lines).encode("ascii").decode("unicode_escape").encode("latin-1"))


def run(golden):
    """The steps as they came out; None where the machine cannot run them."""
    top = Path(tempfile.mkdtemp(prefix="chancery-golden-"))
    try:
        folder = top / "work"
        folder.mkdir()
        (top / "chancery").symlink_to(PROGRAM)
        write_files(golden, folder)
        came = []
        for step in golden.steps:
            command = ["sh", "-c", step.command]
            if golden.unprivileged:
                command = unprivileged(command, top)
                if command is None:
                    return None
            try:
                done = subprocess.run(command, cwd=folder, env=environment(top), capture_output=True, timeout=LIMIT_S, stdin=subprocess.DEVNULL)
                code, out, err = done.returncode, done.stdout, done.stderr
            except subprocess.TimeoutExpired as late:
                code, out, err = -1, late.stdout or b"", (late.stderr or b"") + b"took too long\n"
            result = Step(step.command)
            result.exit, result.out, result.err = code, lines_of(out, folder), lines_of(err, folder)
            came.append(result)
        return came
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", top], capture_output=True)
        shutil.rmtree(top, ignore_errors=True)


def differences(wanted, came):
    out = []
    for w, c in zip(wanted, came):
        for name in ("exit", "out", "err"):
            a, b = getattr(w, name), getattr(c, name)
            if a != b:
                shown = lambda v: [str(v)] if isinstance(v, int) or v is None else v
                out += [f"  {w.command}", f"  {name}, wanted:", *[f"    {x}" for x in shown(a)], f"  {name}, came:", *[f"    {x}" for x in shown(b)]]
    return out


def every_verb_is_there():
    """The program's own list of commands says which golden files there must be."""
    help_text = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
    section = help_text.split("Commands:\n")[1].split("\n\n")[0]
    verbs = [line.split()[0] for line in section.split("\n") if line.startswith("  ") and line[2] != " "]
    missing = [f"tests/cli/golden/help/{v}.txt" for v in verbs if v != "help" and not (HERE / f"golden/help/{v}.txt").exists()]
    missing += [f"tests/cli/golden/{v}/" for v in verbs if v != "help" and not list((HERE / "golden" / v).glob("*.txt"))]
    return [f"no golden file for a command: {m}" for m in missing]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    files = options.files or sorted((HERE / "golden").rglob("*.txt"))
    failed, skipped = (every_verb_is_there() if not options.files else []), 0
    for line in failed:
        print(line)
    goldens = [Golden(path.resolve()) for path in files]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(zip(files, goldens, pool.map(run, goldens)))
    for path, golden, came in results:
        name = path.resolve().relative_to(HERE / "golden")
        if came is None:
            skipped += 1
            print(f"skipped {name}: this machine cannot run a command as another user")
            continue
        if options.update:
            golden.steps = came
            path.write_text(golden.text(), encoding="utf-8")
        elif difference := differences(golden.steps, came):
            failed.append(str(name))
            print(f"FAILED {name}", *difference, sep="\n")
    print(f"golden runs: {len(files) - len(failed) - skipped} passed, {len(failed)} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


main()
