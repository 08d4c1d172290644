#!/usr/bin/env python3
"""Counts what goes wrong with time expressions, by kind, against TimeML files.

usage: times_errors.py [--list KIND] [--top N] [--into FILE] FOLDER-OR-FILE...      (*.tml)

Runs `chancery read` ($CHANCERY, else build/chancery) over the texts and compares its TIMEX3 with theirs. Prints a
table in Markdown for each folder: precision, recall and F1 in the manner of TempEval-3 (strict: same span; relaxed:
spans that overlap; value: and the same value), then for each kind of error how many there are and its commonest
examples. With --list, every error of that kind with the words around it. With --into, the report replaces what stands
between the two marks "<!-- errors -->" of a Markdown file.
"""
import argparse
import html
import json
import os
import re
import subprocess
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

UNITS = r"(?:day|night|week|weekend|month|quarter|year|decade|centur(?:y|ie)|hour|minute|second|season|period|time|moment)s?"
MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
SHAPES = (
    ("weekday", WEEKDAYS), ("day and month", rf"\d+(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTHS}|{MONTHS}\s+\d+"), ("month", MONTHS),
    ("clock", r"\d:\d\d|[ap]\.?m\b|noon|midnight|o'clock"), ("ago or later", r"ago|later|earlier|before|after"),
    ("season", r"spring|summer|autumn|fall|winter"), ("part of a day", r"morning|afternoon|evening|night|tonight|dawn"),
    ("day by name", r"today|yesterday|tomorrow"), ("now, soon, recently", r"now|current\w*|recent\w*|soon|future|past|present|former\w*|previous\w*|already|once"),
    ("again and again", r"every|each|daily|weekly|monthly|annual\w*|yearly|per"), ("length or unit", UNITS), ("year", r"\d{3,4}|'\d\d"),
)


def attribute(text, name):
    found = re.search(rf'\b{name}="([^"]*)"', text)
    return html.unescape(found.group(1)) if found else ""


def load(path):
    source = path.read_text(encoding="utf-8", errors="replace")
    created = re.search(r"<DCT>\s*<TIMEX3([^>]*)>", source)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.S)
    if not created or not body:
        return None
    plain, gold, at, start = [], [], 0, None
    for piece in re.split(r"(<[^>]+>)", body.group(1)):
        if piece.startswith("<TIMEX3"):
            start = (at, piece)
        elif piece.startswith("</TIMEX3"):
            gold.append({"begin": start[0], "end": at, "type": attribute(start[1], "type"), "value": attribute(start[1], "value")})
        elif not piece.startswith("<"):
            plain.append(html.unescape(piece))
            at += len(plain[-1])
    return {"id": path.name, "text": "".join(plain), "date": attribute(created.group(1), "value")[:10]}, gold


def analyses(documents):
    program = os.environ.get("CHANCERY", "build/chancery")
    lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    run = subprocess.run([program, "read", "--input", "jsonl", "--format", "json", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {a["document"]["id"]: a for a in map(json.loads, run.stdout.decode().splitlines()) if "document" in a}


def shape(text):
    return next((name for name, pattern in SHAPES if re.search(rf"\b(?:{pattern})(?!\w)", text, re.I)), "other")


def value_kind(gold, ours):
    if gold[:1] == "P" and ours[:1] == "P" and "REF" not in gold + ours:
        return "length"
    if ("REF" in gold) != ("REF" in ours) or (gold[:1] == "P") != (ours[:1] == "P"):
        return "measured against unmeasured"
    if "X" in gold:
        return "gold leaves parts open"
    if "X" in ours:
        return "we leave parts open"
    if gold[:4] != ours[:4]:
        return "year"
    if len(gold) != len(ours):
        return "grain"
    return "day, week or month"


def compare(text, gold, ours):
    """Yields (kind, example, begin, end)."""
    free = list(ours)
    overlap = lambda a, b: max(0, min(a["end"], b["end"]) - max(a["begin"], b["begin"]))
    of = lambda t: re.sub(r"\s+", " ", text[t["begin"]:t["end"]])
    for g in gold:
        best = max(free, key=lambda s: overlap(g, s), default=None)
        if best is None or not overlap(g, best):
            yield f"missed: {shape(of(g))}", f"{of(g)} ({g['value']})", g["begin"], g["end"]
            continue
        free.remove(best)
        if (best["begin"], best["end"]) != (g["begin"], g["end"]):
            side = "too long" if best["end"] - best["begin"] > g["end"] - g["begin"] else "too short"
            yield f"extent: {side}", f"{of(best)} for {of(g)}", best["begin"], best["end"]
        if best["value"] != g["value"]:
            yield f"value: {value_kind(g['value'], best['value'])}", f"{of(best)} {best['value']} for {g['value']}", best["begin"], best["end"]
    for s in free:
        yield f"given beyond: {shape(of(s))}", f"{of(s)} ({s['value']})", s["begin"], s["end"]


def errors_of(path):
    """Counts by kind, every error with its place, and (strict, relaxed, value, given, wanted)."""
    files = sorted(path.rglob("*.tml")) if path.is_dir() else [path]
    loaded = [x for x in (load(f) for f in files if not f.name.startswith("._")) if x]
    found = analyses([d for d, _ in loaded])
    kinds, places, scores = defaultdict(Counter), [], Counter(documents=len(loaded))
    for document, gold in loaded:
        text = document["text"]
        ours = [t for t in found[document["id"]]["times"] if t.get("in") != "title"]
        errors = list(compare(text, gold, ours))
        bad = Counter(kind.split(":")[0] for kind, *_ in errors)
        scores.update(wanted=len(gold), given=len(ours), relaxed=len(gold) - bad["missed"],
                      strict=len(gold) - bad["missed"] - bad["extent"], value=len(gold) - bad["missed"] - bad["value"])
        for kind, example, begin, end in errors:
            kinds[kind][example if len(example) <= 60 else example[:57] + "..."] += 1
            around = text[max(0, begin - 60):begin] + "[[" + text[begin:end] + "]]" + text[end:end + 40]
            places.append((kind, f"{document['id']} {document['date']} {example}\t{' '.join(around.split())}"))
    return kinds, places, scores


def percent(part, whole):
    return 100 * part / whole if whole else 0.0


def report(name, kinds, scores, top):
    lines = [f"### {name}: {scores['documents']} documents, {scores['wanted']} expressions", "", "| | P | R | F1 |", "|---|---|---|---|"]
    for measure in ("strict", "relaxed", "value"):
        p, r = percent(scores[measure], scores["given"]), percent(scores[measure], scores["wanted"])
        lines.append(f"| {measure} | {p:.1f} | {r:.1f} | {2 * p * r / (p + r) if p + r else 0:.1f} |")
    lines += ["", "| kind of error | number | most often |", "|---|---|---|"]
    for kind, examples in sorted(kinds.items(), key=lambda k: -sum(k[1].values())):
        most = "; ".join(f"{e} ×{n}" if n > 1 else e for e, n in examples.most_common(top))
        lines.append(f"| {kind} | {sum(examples.values())} | {most.replace('|', '/')} |")
    return "\n".join(lines) + "\n"


def version():
    program = os.environ.get("CHANCERY", "build/chancery")
    run = subprocess.run([program, "version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return run.stdout.decode().split("\n")[0] or "chancery"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--list", metavar="KIND")
    parser.add_argument("--top", type=int, default=4)
    parser.add_argument("--into", type=Path)
    options = parser.parse_args()
    reports = []
    for path in options.paths:
        kinds, places, scores = errors_of(path)
        if options.list:
            print("\n".join(line for kind, line in places if kind.startswith(options.list)))
        else:
            reports.append(report(path.name, kinds, scores, options.top))
    if options.list:
        return
    whole = f"{version()}, {date.today()}\n\n" + "\n".join(reports)
    if options.into:
        mark = "<!-- errors -->"
        before, _, after = options.into.read_text(encoding="utf-8").split(mark)
        options.into.write_text(f"{before}{mark}\n{whole}\n{mark}{after}", encoding="utf-8")
    else:
        print(whole)


if __name__ == "__main__":
    main()
