"""search, project, export: the same answer everywhere."""

import csv
import json

from ctl import DONE, Ctl, equal, is_sentence, main, true

ROWS = [
    # id, nom, description, themes, kind, insee, lat, lon
    ("1", "Garage solidaire", "Réparation de voitures, mobilité pour tous", "MOB|SOL", "structure", "63113", "45.7772", "3.0870"),
    ("2", "Épicerie de l’Éveil", "Circuits courts et alimentation", "ALI", "place", "63113", "45.7800", "3.0900"),
    ("3", "Vélobus", "Les enfants vont à l’école à vélo : mobilités douces", "MOB", "project", "63300", "45.7300", "3.1700"),
    ("4", "Atelier numérique", "Ateliers pour apprendre", "NUM", "place", "59512", "50.6942", "3.1746"),
    ("5", "Recyclerie", "Le réemploi des objets", "CIR", "place", "97611", "-12.7806", "45.2278"),
    ("6", "Sans adresse", "On ne sait pas où", "CIR", "project", "", "", ""),
    ("7", "Sans thème", "xyz", "", "organisation", "59512", "50.6950", "3.1700"),
]


def load(ctl):
    lines = ["id,nom,description,thematiques,type,code_insee,latitude,longitude"]
    lines += [",".join(f'"{cell}"' for cell in row) for row in ROWS]
    ctl.write("m.json", json.dumps({"fields": {
        "id": ["id"], "title": ["nom"], "description": ["description"], "themes": ["thematiques"], "kind": ["type"],
        "insee": ["code_insee"], "lat": ["latitude"], "lon": ["longitude"]}}))
    ctl.ask("import", ctl.write("lieux.csv", "\n".join(lines) + "\n"), "--mapping", ctl.path("m.json"))


def ids(found):
    return [project["id"].partition(":")[2] for project in found["results"]]


def shape_of_an_answer():
    with Ctl() as ctl:
        load(ctl)
        found = ctl.ask("search")
        equal(set(found), {"total", "unplaced", "facets", "results"})
        equal(set(found["facets"]), {"theme", "kind", "territory", "audience", "source"})
        equal((found["total"], found["unplaced"], len(found["results"])), (7, 1, 7))
        equal(found["facets"]["source"], {"lieux": 7})
        equal(found["facets"]["kind"], {"place": 3, "project": 2, "structure": 1, "organisation": 1})
        equal(found["facets"]["theme"]["none"], 1)
        project = next(p for p in found["results"] if p["id"] == "lieux:1")
        equal((project["title"], project["kind"], project["themes"]), ("Garage solidaire", "structure", ["MOB", "SOL"]))
        equal(project["sites"][0]["precision"], "point")
        true(abs(project["sites"][0]["lat"] - 45.7772) < 1e-9)
        true({"id": "clermont-ferrand", "by": "site"} in project["territories"])
        unplaced = next(p for p in found["results"] if p["id"] == "lieux:6")
        true(all("lat" not in site for site in unplaced["sites"]))


def words():
    with Ctl() as ctl:
        load(ctl)
        equal(sorted(ids(ctl.ask("search", "mobilite"))), ["1", "3"])
        equal(ctl.ask("search", "mobilite"), ctl.ask("search", "mobilité"))
        equal(ctl.ask("search", "MOBILITÉS")["total"], 2)
        equal(ids(ctl.ask("search", "alimentatio")), ["2"])
        equal(ids(ctl.ask("search", "l'eveil")), ["2"])
        equal(ids(ctl.ask("search", "circuits", "courts")), ["2"])
        equal(ctl.ask("search", "introuvable")["total"], 0)
        for hostile in ('"', "*", "NEAR(", "') OR 1=1--", "%_", "a AND", '"a', "titre:x", "^", "{x}", "\\", "-x", "(" * 500):
            equal(ctl.run("search", "--", hostile).code, DONE, hostile)


def filters():
    with Ctl() as ctl:
        load(ctl)
        for arguments, expected in (
                (["--theme", "MOB"], "13"), (["--theme", "MOB", "--theme", "ALI"], "123"), (["--theme", "none"], "7"),
                (["--kind", "place"], "245"), (["--kind", "place", "--theme", "ALI"], "2"),
                (["--territory", "clermont-ferrand"], "12"), (["--territory", "departement:63"], "123"),
                (["--territory", "commune:63113", "--territory", "roubaix"], "1247"), (["--territory", "mayotte"], "5"),
                (["--placed", "no"], "6"), (["--placed", "yes"], "123457"), (["--source", "lieux"], "1234567"),
                (["--near", "45.7772,3.0870", "--within", "2"], "12"),
                (["--bbox", "3,45,4,46"], "123"), (["--bbox", "45,-13,46,-12"], "5"), (["--since", "2020-01-01"], "1234567"),
                (["--since", "2090-01-01"], ""), (["mobilité", "--kind", "project"], "3")):
            equal("".join(sorted(ids(ctl.ask("search", *arguments)))), expected, arguments)


def a_source_that_has_nothing():
    with Ctl() as ctl:
        load(ctl)
        answer = ctl.run("search", "--source", "autre")
        equal((answer.code, answer.json["total"]), (DONE, 0))
        is_sentence(answer.err)
        equal("autre" in answer.err, True)
        equal(ctl.run("search", "--source", "lieux").err, "")


def challenge_is_the_union_of_its_themes():
    with Ctl() as ctl:
        load(ctl)
        whole = {}
        for challenge in ("ecologique", "inclusive", "educative", "territoriale", "generationnelle"):
            whole[challenge] = set(ids(ctl.ask("search", "--challenge", challenge)))
        equal(set.union(*whole.values()), set("123456"))
        equal(set(ids(ctl.ask("search", "--challenge", "ecologique", "--challenge", "inclusive"))),
              whole["ecologique"] | whole["inclusive"])


def order_and_pages():
    with Ctl() as ctl:
        load(ctl)
        titles = [p["title"] for p in ctl.ask("search", "--sort", "title")["results"]]
        equal(titles, ["Atelier numérique", "Épicerie de l’Éveil", "Garage solidaire", "Recyclerie", "Sans adresse",
                       "Sans thème", "Vélobus"])
        equal(ids(ctl.ask("search", "--sort", "distance", "--near", "45.7772,3.0870"))[:3], ["1", "2", "3"])
        first = ctl.ask("search", "--sort", "title", "--limit", "3")
        second = ctl.ask("search", "--sort", "title", "--limit", "3", "--offset", "3")
        equal([p["title"] for p in first["results"] + second["results"]], titles[:6])
        equal((first["total"], second["total"]), (7, 7))
        equal(ctl.ask("search", "--offset", "100")["results"], [])
        equal(ctl.ask("search", "--limit", "0")["results"], [])
        equal(ctl.ask("search", "numérique")["results"][0]["id"], "lieux:4")


def twenty_by_default():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 50))
        equal(len(ctl.ask("search")["results"]), 20)


def a_filter_does_not_count_itself():
    with Ctl() as ctl:
        load(ctl)
        everything = ctl.ask("search")["facets"]
        filtered = ctl.ask("search", "--theme", "MOB")["facets"]
        equal(filtered["theme"], everything["theme"])
        equal(filtered["kind"], {"structure": 1, "project": 1})
        equal(ctl.ask("search", "--kind", "place")["facets"]["kind"], everything["kind"])


def one_project():
    with Ctl() as ctl:
        load(ctl)
        project = ctl.ask("project", "lieux:4")
        equal(project, next(p for p in ctl.ask("search", "--limit", "10")["results"] if p["id"] == "lieux:4"))
        source = project["sources"][0]
        equal((source["feed"], source["source_id"], source["gone"]), ("lieux", "4", False))
        true(source["first_seen"] <= source["last_seen"])


def exports():
    with Ctl() as ctl:
        load(ctl)
        found = {p["id"]: p for p in ctl.ask("search", "--kind", "place")["results"]}
        for name in ("a.json", "a.csv", "a.geojson"):
            equal(ctl.ask("export", ctl.path(name), "--kind", "place")["projects"], 3)
        exported = json.loads(ctl.path("a.json").read_text())
        listed = exported if isinstance(exported, list) else exported["projects"]
        equal({p["id"]: p["title"] for p in listed}, {i: p["title"] for i, p in found.items()})
        with open(ctl.path("a.csv"), encoding="utf-8-sig", newline="") as table:
            rows = [row for row in csv.DictReader(table) if row["id"] in found]
        equal({row["id"] for row in rows}, set(found))
        features = json.loads(ctl.path("a.geojson").read_text())["features"]
        equal({feature["properties"]["project"] for feature in features}, set(found))
        equal(len(features), 3)


def nothing_to_export():
    with Ctl() as ctl:
        load(ctl)
        equal(ctl.ask("export", ctl.path("none.json"), "--since", "2090-01-01")["projects"], 0)
        json.loads(ctl.path("none.json").read_text())


main(shape_of_an_answer, words, filters, a_source_that_has_nothing, challenge_is_the_union_of_its_themes,
     order_and_pages, twenty_by_default, a_filter_does_not_count_itself, one_project, exports, nothing_to_export)
