# SPDX-License-Identifier: GPL-3.0-or-later
"""communes.bin: the communes, what they belong to, and the tables in which they are looked up.

Sections after the texts (a text is its offset, an index of nothing is NONE):

    regions, EPCI, EPT  code, name, folded name
    departments         code, name, folded name, region index
    communes            code, name, folded name, postcodes, EPCI index, EPT index, department index, population,
                        latitude and longitude in ten-thousandths of a degree (NO_DEGREES where not known)
    codes               code, commune index (16 bits), kind (16 bits): of every code that leads to a commune
    names               folded name without its article, commune index (16 bits), article (8 bits), kind (8 bits); sorted
    postcodes           number, commune index; sorted, the most populous commune first
    places              x, y, z on the unit sphere, commune index, 0: a balanced k-d tree, the median of a range first
                        by x, then y, then z
"""

import csv
import json
import math
import os

from .geofile import NONE, GeoFile
from .names import fold_name, split_article

NO_DEGREES = -0x80000000
PRESENT, FORMER, ARRONDISSEMENT = range(3)
CITIES = {"751": "75056", "132": "13055", "6938": "69123"}  # beginnings of the codes of arrondissements

# The collectivities that INSEE codes like departments but that france.topojson does not draw
# (https://www.insee.fr/fr/information/2028040, "Code officiel géographique", collectivités d'outre-mer).
COLLECTIVITIES = {
    "975": "Saint-Pierre-et-Miquelon", "977": "Saint-Barthélemy", "978": "Saint-Martin",
    "984": "Terres australes et antarctiques françaises", "986": "Wallis-et-Futuna", "987": "Polynésie française",
    "988": "Nouvelle-Calédonie", "989": "La Passion-Clipperton",
}


def read_rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def city_of(code):
    """The commune of an arrondissement's code, else None."""
    return next((city for start, city in CITIES.items() if code.startswith(start)), None)


def unit_rows(texts, units):
    return [(texts.add(unit["code"]), texts.add(unit["name"]), texts.add(fold_name(unit["name"]))) for unit in units]


def department_rows(texts, departments, regions):
    region_index = {region["code"]: i for i, region in enumerate(regions)}
    return [row + (region_index.get(unit.get("region"), NONE),)
            for row, unit in zip(unit_rows(texts, departments), departments)]


def degrees(text):
    return round(float(text) * 10000) if text else NO_DEGREES


def commune_rows(texts, communes, epci, ept, departments):
    epci, ept, departments = ({unit["code"]: i for i, unit in enumerate(units)} for units in (epci, ept, departments))
    return [(texts.add(c["insee"]), texts.add(c["name"]), texts.add(fold_name(c["name"])),
             texts.add(c["postal_codes"]), epci.get(c["epci"], NONE), ept.get(c["ept"], NONE),
             departments[c["dept"]], int(c["population"] or 0), degrees(c["lat"]), degrees(c["lon"]))
            for c in communes]


def all_names(communes, arrondissements, former, index):
    """(code, name, commune index, kind) of everything that leads to a present commune."""
    yield from ((c["insee"], c["name"], index[c["insee"]], PRESENT) for c in communes)
    yield from ((c["insee"], c["name"], index[city_of(c["insee"])], ARRONDISSEMENT) for c in arrondissements)
    yield from ((f["insee"], f["name"], index[f["chef_lieu"]], FORMER) for f in former)


def code_rows(texts, names):
    """The first kind of a code counts: a delegated commune may have the code of the commune it belongs to."""
    kinds = {}
    for code, _, commune, kind in names:
        kinds.setdefault(code, (texts.add(code), commune, kind))
    return [kinds[code] for code in sorted(kinds)]


def name_rows(texts, names):
    """The first kind of a name counts: an arrondissement folds to its city, a delegated commune often to its commune."""
    keys = {}
    for _, name, commune, kind in names:
        article, key = split_article(fold_name(name))
        keys.setdefault((key, commune), (article, kind))
    return [(texts.add(key), commune, article, kind) for (key, commune), (article, kind) in sorted(keys.items())]


def postcode_rows(communes):
    pairs = [(int(postcode), -int(c["population"] or 0), i)
             for i, c in enumerate(communes) for postcode in c["postal_codes"].split()]
    return [(postcode, i) for postcode, _, i in sorted(pairs)]


def place_rows(communes):
    points = []
    for i, c in enumerate(communes):
        if c["lat"]:
            lat, lon = math.radians(float(c["lat"])), math.radians(float(c["lon"]))
            points.append((math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat), i, 0))

    def balance(low, high, axis):
        if high - low > 1:
            points[low:high] = sorted(points[low:high], key=lambda p: (p[axis], p[3]))
            middle = (low + high) // 2
            balance(low, middle, (axis + 1) % 3)
            balance(middle + 1, high, (axis + 1) % 3)

    balance(0, len(points), 0)
    return points


def compile_communes(folder):
    """The GeoFile of communes.bin from the files of data/geo."""
    rows = read_rows(folder, "communes.csv")
    former = read_rows(folder, "communes_anciennes.csv")
    with open(os.path.join(folder, "france.topojson"), encoding="utf-8") as stream:
        objects = json.load(stream)["objects"]
    units = {name: sorted((shape["properties"] for shape in objects[name]["geometries"]), key=lambda p: p["code"])
             for name in ("regions", "departements", "epci", "ept")}
    # The object `ept` also draws Paris, which is in none.
    ept = [unit for unit in units["ept"] if unit["type"] == "EPT"]
    departments = units["departements"] + [{"code": c, "name": n} for c, n in sorted(COLLECTIVITIES.items())]

    communes = [row for row in rows if city_of(row["insee"]) is None]
    arrondissements = [row for row in rows if city_of(row["insee"]) is not None]
    index = {c["insee"]: i for i, c in enumerate(communes)}
    names = list(all_names(communes, arrondissements, former, index))

    result = GeoFile(b"EssaimCo")
    texts = result.texts
    result.add_table("3I", unit_rows(texts, units["regions"]))
    result.add_table("3I", unit_rows(texts, units["epci"]))
    result.add_table("3I", unit_rows(texts, ept))
    result.add_table("4I", department_rows(texts, departments, units["regions"]))
    result.add_table("8I2i", commune_rows(texts, communes, units["epci"], ept, departments))
    result.add_table("I2H", code_rows(texts, names))
    result.add_table("IH2B", name_rows(texts, names))
    result.add_table("2I", postcode_rows(communes))
    result.add_table("3d2I", place_rows(communes))
    return result
