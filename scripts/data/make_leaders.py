#!/usr/bin/env python3
"""Writes data/leaders.tsv: who held which office of state, and when, as two sources say or show.

Usage: make_leaders.py COUNTRYINFO VISITS TRAVELS > data/leaders.tsv       (run in the project's root)
COUNTRYINFO: CountryInfo.txt; VISITS, TRAVELS: folders with the Office of the Historian's XML.
A tenure from CountryInfo has the days it gives. One from visits runs from the first to the last day on which the
person was seen in that office; it is parted where somebody else was seen in the office in between.
"""
import collections
import datetime
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

COUNTRYINFO_SEEN = "20090101"  # [>date]: in office when the leaders were last revised
FAMILY_FIRST = {"CHN", "KOR", "PRK", "VNM", "TWN", "KHM"}
SECTIONS = [(None, r"vice|deputy|second"), ("head_of_government", r"prime minister|premier|chancellor|heads? of government|chairmen of the council of ministers|chief minister|presidents of the (government council|council of ministers)"),
            ("governor_general", r"governor"), ("monarch", r"king|queen|emperor|sultan|emir|monarch|princes"),
            ("head_of_state", r"president|heads? of state|chairmen|council|junta|leader|high state|co-?prince")]
NOISE = {"jr", "jr.", "sr", "sr.", "i", "ii", "iii", "iv", "v", "vi", "xvi", "xxiii", "xii"}
HEAD = """# Who held which office, and when: day by day where CountryInfo gives it, else between the first and the last day on
# which the Historian's lists show the person in that office.
# Sources (facts only): CountryInfo.txt, release 120116 (leaders 1960-2009, cabinets to 2011); U.S. Department of State,
# Office of the Historian, visits by foreign leaders and travels of presidents and secretaries (CC0).
# Made by scripts/data/make_leaders.py. surname: lower case, unaccented, the words one is called by.
# person\tsurnames\tcountry\toffice\tfrom\tto\tsource"""


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def surnames(person, country, office):
    words = [w for w in plain(person).replace(".", ". ").split() if w not in NOISE]
    words = [w for w in words if not re.fullmatch(r"[a-z]\.", w)]
    if not words:
        return []
    if office in ("monarch",) or "bin" in words or "bint" in words:
        named = [words[0]]
        if "bin" in words:
            named = [words[words.index("bin") + 1]] if words.index("bin") + 1 < len(words) else named
            named.append(words[0])
        if len(words) > 2 and words[-2] == "al":
            named.append(words[-1])
        return list(dict.fromkeys(named))
    name = words[0] if country in FAMILY_FIRST and len(words) > 1 else words[-1]
    name = re.sub(r"^(al|el)-", "", name) if re.match(r"^(al|el)-", name) else name
    return [name]


def titled(name):
    words = name.strip("_ {}").replace("_", " ").title()
    words = re.sub(r"\b(Mc)([a-z])", lambda m: m[1] + m[2].upper(), words)
    return re.sub(r"(?<=\w)-([A-Z])", lambda m: "-" + m[1], words).strip()


def day(text):
    year, month, date = int(text[:4]), int(text[4:6]), int(text[6:8])
    for d in (date, 31, 30, 29, 28, 1):
        try:
            return datetime.date(year, min(max(month, 1), 12), max(1, min(date, d))).isoformat()
        except ValueError:
            continue
    return ""


def from_countryinfo(path):
    text = path.read_text(encoding="utf-8", errors="replace")
    for block in text.split("<Country>")[1:]:
        code = re.search(r"<CountryCode>(\w+)", block)
        leaders = re.search(r"<Leaders>(.*?)</Leaders>", block, re.S)
        if code and leaders:
            for name, body in re.findall(r"<([^/>]+)>(.*?)</\1>", leaders[1], re.S):
                office = next((o for o, pattern in SECTIONS if re.search(pattern, name.lower())), None)
                if office:
                    yield from rows_of(body, code[1], office)
        government = re.search(r"<Government>(.*?)</Government>", block, re.S)
        if code and government:
            yield from ministers(government[1], code[1])


def rows_of(body, code, office):
    for line in re.split(r"#\s*<", body)[0].split("\n"):  # a title in a comment opens a list of other offices
        name = re.match(r"\s*(\{[^}]*\}|[A-Z][A-Z_'.-]+)", line.split("#")[0])
        if not name:
            continue
        for open_mark, begin, end in re.findall(r"\[(>?)(\d{8})(?:\s*-\s*(\d{8}))?\]", line):
            last = day(end) if end else day(max(begin, COUNTRYINFO_SEEN))
            yield titled(name[1]), code, office, day(begin), last, "countryinfo"


def ministers(body, code):
    for line in body.split("\n"):
        if "#" not in line:
            continue
        facts, office = line.split("#", 1)
        if not re.match(r"\s*(Minister (of|for) (Foreign Affairs|External Relations|Foreign Relations|External Affairs)[^&]*|Secretary of State)\s*$", office) or "&" in office:
            continue
        name = re.match(r"\s*(\{[^}]*\}|[A-Z][A-Z_'.-]+)", facts)
        if not name or re.search(r"Trade\s*$", office):
            continue
        for begin, end in re.findall(r"\[[A-Z]+ (\d{8}) - (\d{8})\]", facts):
            yield titled(name[1]), code, "foreign_minister", day(begin), day(end), "countryinfo"
        for begin in re.findall(r"\[[A-Z]+ >(\d{8})\]", facts):
            yield titled(name[1]), code, "foreign_minister", day(begin), day(max(begin, COUNTRYINFO_SEEN)), "countryinfo"


def countries():
    codes = {}
    for line in open("data/countries.tsv", encoding="utf-8"):
        if line.startswith("#"):
            continue
        cells = line.rstrip("\n").split("\t")
        for name in [cells[1], cells[2], *cells[6].split("|")]:
            codes.setdefault(plain(name.removeprefix("The ")), cells[0])
    codes |= {"congo (kinshasa)": "COD", "burma": "MMR", "vatican city": "VAT", "germany, federal republic of": "DEU",
              "federal republic of germany": "DEU", "korea, republic of": "KOR", "china, people’s republic of": "CHN",
              "republic of china (taiwan)": "TWN", "gambia, the": "GMB", "bahamas, the": "BHS", "south vietnam": "",
              "republic of korea": "KOR", "korea, south": "KOR", "congo, republic of": "COG", "democratic republic of the congo (zaire)": "COD",
              "macedonia, former yugoslav republic of": "MKD", "cote d’ivoire": "CIV", "china, republic of": "TWN",
              "gambia": "GMB", "the gambia": "GMB", "congo, democratic republic of": "COD"}
    return codes


TITLES = [(r"(?:(Acting|Interim|Transitional|Federal|Council|State|Deputy|Vice|First|Transition) )*", None)]
KNOWN = [(r"prime minister[- ](designate|elect)|president-elect|vice|deputy|former|minister president|crown|first", None),
         (r"president of the (european|swiss national)|president of the european", None),
         (r"prime minister|premier|chancellor|taoiseach|chairman of the council of ministers", "head_of_government"),
         (r"foreign minister|minister of foreign affairs|foreign secretary|minister for foreign affairs", "foreign_minister"),
         (r"king|queen|emperor|empress|sultan|amir|emir|shah|grand duke|prince", "monarch"),
         (r"president|head of state|chairman", "head_of_state"), (r"pope", "pope"),
         (r"governor[- ]general", "governor_general")]
LEADING = re.compile(r"^((?:Acting |Interim |Transitional |Federal |State |Transition |Vice |Deputy |First |Council )*"
                     r"(?:Prime Minister(?:-designate|-elect)?|Premier|Chancellor|Taoiseach|Foreign Minister|Foreign Secretary|"
                     r"King|Queen|Emperor|Empress|Sultan|Amir|Emir|Shah|Grand Duke|Crown Prince|President(?:-elect)?|"
                     r"Chairman|Pope|Governor[- ]General|Head of State)) (.+)$")


def split_title(visitor):
    match = LEADING.match(visitor)
    if not match:
        return None, None
    title = match[1].lower()
    office = next((o for pattern, o in KNOWN if re.search(r"^(?:\w+ )*(?:%s)" % pattern, title)), None)
    if title.startswith(("vice", "deputy", "first", "crown")) or title.endswith(("elect", "designate")):
        office = None
    person = re.sub(r"^(Sheikh|Dr\.|General|Col\.|Gen\.|Sir|Field Marshal|Marshal)\s+", "", match[2].strip())
    return office, person


def from_visits(folder):
    codes = countries()
    for path in sorted(folder.glob("*.xml")):
        for visit in ET.parse(path).getroot().iter("visit"):
            visitor = re.sub(r"\s+", " ", visit.findtext("visitor") or "").strip()
            country = codes.get(plain(re.sub(r"\s+", " ", "".join(visit.find("from").itertext())).strip())) if visit.find("from") is not None else None
            if not country or " and " in visitor or "," in visitor or ";" in visitor:
                visitor = re.split(r" and |,|;", visitor)[0]
            office, person = split_title(visitor)
            begin, end = visit.findtext("start-date"), visit.findtext("end-date")
            if office and country and person and begin and re.fullmatch(r"\d{4}-\d\d-\d\d", begin):
                yield person, country, office, begin, end or begin


def from_travels(folder):
    for path in sorted(folder.glob("*/*.xml")):
        for trip in ET.parse(path).getroot().iter("trip"):
            begin, end = trip.findtext("start-date"), trip.findtext("end-date")
            name = re.sub(r"\s+", " ", trip.findtext("name") or "").strip()
            office = "head_of_state" if trip.get("role") == "president" else "foreign_minister"
            if begin and name and re.fullmatch(r"\d{4}-\d\d-\d\d", begin):
                yield name, "USA", office, begin, end or begin


def same_surname(a, b):
    """Equal but for how an ending or a letter is written: Zelensky, Zelenskyy."""
    if not a or not b:
        return False
    return a[0] == b[0] or (len(a[0]) > 5 and a[0][:5] == b[0][:5] and abs(len(a[0]) - len(b[0])) <= 1)


def same_person(a, b, country, office):
    if not same_surname(surnames(a, country, office), surnames(b, country, office)):
        return False
    one, other = plain(a).split(), plain(b).split()
    return len(one) == 1 or len(other) == 1 or one[0][0] == other[0][0]


def tenures(seen):
    posts = collections.defaultdict(list)
    for person, country, office, begin, end in seen:
        posts[country, office].append((begin, end, person))
    for (country, office), rows in sorted(posts.items()):
        current = None
        for begin, end, person in sorted(rows):
            same = current and same_person(person, current[2], country, office)
            if same:
                current = (current[0], max(current[1], end), max(current[2], person, key=len))
                continue
            if current:
                yield current[2], country, office, current[0], current[1], "historian"
            current = (begin, end, person)
        if current:
            yield current[2], country, office, current[0], current[1], "historian"


def main():
    info, visits, travels = map(pathlib.Path, sys.argv[1:])
    rows = list(from_countryinfo(info)) + list(tenures(list(from_visits(visits)) + list(from_travels(travels))))
    print(HEAD)
    written = set()
    for person, country, office, begin, end, source in sorted(rows, key=lambda r: (r[1], r[2], r[3], r[0])):
        names = surnames(person, country, office)
        office = {"monarch": "head_of_state", "pope": "head_of_state"}.get(office, office)
        row = (person, "|".join(names), country, office, begin, end, source)
        if names and len(person) > 2 and begin <= end and row not in written:
            written.add(row)
            print("\t".join(row))


main()
