#!/usr/bin/env python3
"""Writes data/codes/en/actors.txt: nouns whose commonest sense is a person or a body of people.

Usage: make_actor_nouns.py WORDNET_FOLDER > data/codes/en/actors.txt      (the folder holds data.noun and index.noun)
A noun is taken if its first sense in WordNet lies in the lexicographer's files noun.person or noun.group.
"""
import re
import sys
import textwrap

PERSON, GROUP = 18, 14
HEAD = """# Nouns that name people or bodies of people: who can act. Made by scripts/data/make_actor_nouns.py from WordNet 3.0,
# Copyright 2006 by Princeton University, WordNet licence (see NOTICE). Our own additions and exceptions: words.txt."""


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    file_of = {}
    with open(f"{sys.argv[1]}/data.noun", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                fields = line.split()
                file_of[fields[0]] = int(fields[1])
    words = []
    with open(f"{sys.argv[1]}/index.noun", encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if line.startswith("  ") or not re.fullmatch(r"[a-z]{3,}", fields[0]):
                continue
            first_sense = fields[4 + int(fields[3]) + 2]
            if file_of[first_sense] in (PERSON, GROUP):
                words.append(fields[0])
    print(HEAD)
    for line in textwrap.wrap(" ".join(sorted(words)), 110):
        print("actor", line)


main()
