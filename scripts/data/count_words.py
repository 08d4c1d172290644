#!/usr/bin/env python3
"""Writes data/compare/words.tsv: in how many of a thousand releases a word stands, by lemma.

Usage: chancery read --input jsonl --format conllu FILE... | count_words.py > data/compare/words.tsv
A document begins with a line "# newdoc". Counts are facts about the texts; no text is kept.
"""
import collections
import sys

LEAST = 8  # documents
KINDS = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
HEAD = """# How common words are in releases: how much it says that two passages share one.
# Counted over 3,694 releases of three governments by scripts/data/count_words.py; only the counts are kept. Apache-2.0.
# lemma	in how many of a thousand releases"""


def main():
    documents, seen, counts = 0, set(), collections.Counter()

    def close():
        counts.update(seen)
        seen.clear()

    for line in sys.stdin:
        if line.startswith("# newdoc"):
            close()
            documents += 1
        elif line[:1].isdigit():
            columns = line.rstrip("\n").split("\t")
            if columns[3] in KINDS and any(c.isalpha() for c in columns[2]):
                seen.add(columns[2].lower())
    close()
    print(HEAD)
    for word in sorted(counts):
        if counts[word] >= LEAST:
            print(f"{word}\t{1000 * counts[word] / documents:.1f}")


main()
