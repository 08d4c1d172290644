#!/usr/bin/env python3
"""Writes data/countries.tsv from Debian's iso-codes (names) and countries.txt beside this file (everything else).

Usage: make_countries.py > data/countries.tsv        (needs the package iso-codes)
"""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).parent
ISO = pathlib.Path("/usr/share/iso-codes/json")
FORMER = {"SUN", "YUG", "CSK", "DDR", "SCG", "ZAR"}
SHORT = {"BOL": "Bolivia", "BRN": "Brunei", "COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo",
         "FSM": "Micronesia", "IRN": "Iran", "KOR": "South Korea", "PRK": "North Korea", "LAO": "Laos", "MDA": "Moldova",
         "PSE": "Palestine", "RUS": "Russia", "SYR": "Syria", "TWN": "Taiwan", "TZA": "Tanzania", "VAT": "Holy See",
         "VEN": "Venezuela", "VNM": "Vietnam", "GBR": "United Kingdom", "XKX": "Kosovo", "MAC": "Macao",
         "SUN": "Soviet Union", "YUG": "Yugoslavia", "CSK": "Czechoslovakia", "DDR": "East Germany",
         "SCG": "Serbia and Montenegro", "ZAR": "Zaire", "NLD": "Netherlands", "CPV": "Cabo Verde",
         "CIV": "Côte d'Ivoire", "TUR": "Türkiye", "MMR": "Myanmar"}
HEAD = """# Countries and former states: names, capitals, words for their nationals.
# Sources: ISO 3166-1 and 3166-3 names as in Debian's iso-codes 4.15 (LGPL-2.1+); adjectives, capitals and further names
# are our own table, scripts/data/countries.txt. Made by scripts/data/make_countries.py. Lists are divided by "|".
# XKX is the user-assigned code in common use for Kosovo. A name here says how texts write it, and takes no side.
# code\tname\tofficial\tcapitals\tadjectives\tnationals\taliases\tstatus"""


def names():
    out = {}
    for row in json.loads((ISO / "iso_3166-1.json").read_text())["3166-1"]:
        out[row["alpha_3"]] = {row["name"], row.get("common_name", ""), row.get("official_name", "")} - {""}
    return out


def official(code):
    for row in json.loads((ISO / "iso_3166-1.json").read_text())["3166-1"]:
        if row["alpha_3"] == code:
            return row.get("official_name", "")
    return ""


def plural(noun):
    if re.search(r"(ese|ish|ch|sh|ss|ois|Swazi|[.]|US|UK|Dutch|British|Irish|New Zealand|Vatican|Basotho|Mosotho|Batswana|Philippine)$", noun):
        return []
    if noun.endswith("man"):
        return [noun[:-3] + "men"]
    if noun.endswith("y"):
        return [noun[:-1] + "ies"]
    return [noun + "s"]


def main():
    iso = names()
    print(HEAD)
    for line in (HERE / "countries.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        code, adjectives, capitals, more = line.split("|")
        short = SHORT.get(code) or min((n for n in iso[code] if "," not in n), key=len)
        aliases = {n for n in iso.get(code, ()) if "," not in n} | {a.removeprefix("the ") for a in more.split(",") if a}
        full = official(code)
        aliases -= {short, full}
        nouns = [a for a in adjectives.split(",") if a]
        nationals = [p for n in nouns for p in plural(n)]
        print("\t".join([code, short, full, capitals.replace(",", "|"), "|".join(nouns), "|".join(nationals),
                         "|".join(sorted(aliases)), "former" if code in FORMER else ""]))


main()
