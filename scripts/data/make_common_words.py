#!/usr/bin/env python3
"""Writes data/common_words.txt: words that texts write in lower case far more often than with a capital.

Usage: make_common_words.py FILE... > data/common_words.txt
FILE: JSON Lines with a field "text", CoNLL-U, or plain text. Counts are facts about the texts; no text is kept.
"""
import collections
import json
import re
import sys

LEAST = 2            # times seen in lower case
LEAST_SHARE = 0.5    # of the times it is seen away from the start of a sentence
PLENTY = 15          # seen so often in lower case that it is an ordinary word whatever its share: "president"
HEAD = """# English words common in lower case, so that a capital at the start of a sentence says nothing.
# Counted in releases, news and UD English EWT by scripts/data/make_common_words.py; only the words are kept."""
WORD = re.compile(r"(?P<before>[.!?:\n\"“”(-]\s*|^|\s)(?P<word>[A-Za-z][A-Za-z'’]*)")


def texts(path):
    with open(path, encoding="utf-8", errors="replace") as lines:
        if path.endswith(".jsonl"):
            for line in lines:
                yield json.loads(line).get("text") or ""
        elif path.endswith(".conllu"):
            for line in lines:
                if line.startswith("# text = "):
                    yield line[9:]
        else:
            yield re.sub(r"<[^>]*>", " ", lines.read())


def main():
    low, high = collections.Counter(), collections.Counter()
    for path in sys.argv[1:]:
        for text in texts(path):
            for match in WORD.finditer(text):
                word = match["word"].replace("’", "'").strip("'")
                word = re.sub(r"('s|'re|'ve|'ll|'m|n't|'d)$", "", word)
                if not word:
                    continue
                if word.islower():
                    low[word] += 1
                elif match["before"].strip() == "" and match["before"] != "" and not match["before"].count("\n"):
                    high[word.lower()] += 1
    print(HEAD)
    low["i"] = high["i"] or 2
    high["i"] = 0
    for word in sorted(low):
        if low[word] >= LEAST and low[word] >= LEAST_SHARE * (low[word] + high[word]) or low[word] >= PLENTY:
            print(word)


main()
