"""The real feeds of $ESSAIM_SHARED, which are not part of the project: what must come out of each."""

import collections
import csv
import json
import os
import pathlib

from ctl import DONE, FAILED, Ctl, Skip, equal, is_sentence, main, real, true


def third_places_as_table_and_as_map():
    for name in ("CGET_TiersLieux_2019.csv", "CGET_TiersLieux_2019.geojson"):
        path = real(f"tiers-lieux-cget-2019/{name}")
        with Ctl() as ctl:
            report = ctl.ask("import", path)
            equal((report["outcome"], report["read"], report["refused"]), ("imported", 1512, 0))
            equal((report["projects"], report["placed"]["point"]), (1512, 1512))
            equal(ctl.ask("stats")["unplaced"], 0)
            for island in ("departement:974", "departement:971", "departement:972", "departement:973", "departement:976"):
                for project in ctl.ask("search", "--territory", island, "--limit", "50")["results"]:
                    true(project["sites"][0]["lon"] < -50 or project["sites"][0]["lon"] > 40, project)
            projects = ctl.ask("search", "--limit", "2000")["results"]
            true(all(project["sites"][0].get("insee") for project in projects))
            equal(sum("arrondissement" in project["sites"][0] for project in projects), 303)
            overseas = [p for p in projects if p["sites"][0]["insee"].startswith("97")]
            equal(len(overseas), 6)


def one_project_many_sites():
    with Ctl() as ctl:
        report = ctl.ask("import", real("cis-ffe-projets/BDD_FFE_TEST_V0.csv"))
        equal((report["read"], report["refused"], report["projects"], report["sites"]), (303, 0, 150, 303))


def money_on_sites():
    with Ctl() as ctl:
        path = real("fonds-vert-2023/fonds-vert-2023-export.csv")
        report = ctl.ask("import", path)
        equal((report["read"], report["refused"], report["projects"], report["sites"]), (10782, 0, 10701, 10782))
        equal((report["placed"]["commune"], report["placed"]["department"]), (9954, 828))
        former = [w["count"] for w in report["warnings"] if w["code"] == "former-commune"]
        equal(former, [32])
        whole = ctl.ask("search", "--limit", "20000")
        equal((whole["total"], whole["unplaced"]), (10701, ctl.ask("search", "--placed", "no", "--limit", "0")["total"]))
        for project in whole["results"]:
            for site in project["sites"]:
                equal("lat" in site, site["precision"] in ("point", "street", "commune", "postcode"))
        total = sum(project["funding_eur"] for project in whole["results"] if "funding_eur" in project)
        sites = sum(s.get("funding_eur", 0) for p in whole["results"] for s in p["sites"])
        true(total > 1e8 and abs(total - sites) < 1, (total, sites))


def mayotte_and_niort():
    with Ctl() as ctl:
        equal(ctl.ask("import", real("tiers-lieux-mayotte/TiersLieux.json"))["projects"], 14)
        equal(ctl.ask("search", "--territory", "mayotte", "--limit", "0")["total"], 14)
        equal(ctl.ask("import", real("transiscope-niort/transiscope-niort.json"))["projects"], 100)
        # Two that Niort names twice are one project each.
        equal(ctl.ask("stats")["projects"], 112)


def accents_and_encodings():
    with Ctl() as ctl:
        report = ctl.ask("import", real("jaune-associations-2010/plf-2012-jaune-associations-subventionnees-en-2010.csv"))
        equal((report["encoding"], report["read"], report["refused"]), ("Windows-1252", 37679, 0))
        first = ctl.ask("import", real("subventions-pdl/donnees_subventions_agregees_PDL.csv"))
        second = ctl.ask("import", real("subventions-pdl/donnees_subventions_agregees_PDL_utf8.csv"))
        equal([first["read"], second["read"]], [18719, 18719])
        equal([first["refused"], second["refused"]], [0, 0])
        equal(sorted({first["encoding"], second["encoding"]}), ["UTF-8", "Windows-1252"])
        true("bad-encoding" in [w["code"] for w in first["warnings"] + second["warnings"]])
        for project in ctl.ask("search", "région", "--limit", "500")["results"]:
            text = json.dumps(project, ensure_ascii=False)
            true("\ufffd" not in text and "Ã©" not in text, text)


def a_table_that_does_not_fit_its_header():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 20))
        before = ctl.ask("search")
        answer = ctl.run("import", real("openscraper-apriles/export_openscraper_apriles.csv"))
        equal((answer.code, answer.json["outcome"], answer.json["refused"]), (FAILED, "refused", 269))
        equal(len(answer.json["refusals"]), 269)
        equal(len({refusal["line"] for refusal in answer.json["refusals"]}), 269)
        true(all(refusal["reason"] for refusal in answer.json["refusals"]))
        is_sentence(answer.err)
        equal(ctl.ask("search"), before)
        equal([feed["id"] for feed in ctl.ask("feeds")["feeds"]], ["lieux"])


def fill(ctl):
    for path in ("tiers-lieux-cget-2019/CGET_TiersLieux_2019.csv", "fonds-vert-2023/fonds-vert-2023-export.csv",
                 "cis-ffe-projets/BDD_FFE_TEST_V0.csv", "france-services/liste-fs-20221201.csv",
                 "siae-2019/2019_07_liste_siae.csv"):
        ctl.ask("import", real(path))


def accents_do_not_matter():
    with Ctl() as ctl:
        fill(ctl)
        plain, accented = ctl.ask("search", "mobilite"), ctl.ask("search", "mobilité")
        true(plain["total"] > 20)
        equal(plain, accented)


def communes_of(territory):
    """From the shipped table, not from the program."""
    path = pathlib.Path(os.environ.get("ESSAIM_PKGDATADIR", ""), "geo", "territory_communes.csv")
    if not path.exists():
        raise Skip("the shipped data is not there")
    with open(path, encoding="utf-8", newline="") as table:
        return {f"commune:{row['insee']}" for row in csv.DictReader(table) if row["territory"] == territory}


def count(projects, values):
    return dict(collections.Counter(value for project in projects for value in values(project)))


def counts_agree_with_a_script():
    with Ctl() as ctl:
        fill(ctl)
        equal(ctl.run("export", ctl.path("all.json")).code, DONE)
        exported = json.loads(ctl.path("all.json").read_text())
        projects = exported if isinstance(exported, list) else exported["projects"]
        equal(len(projects), ctl.ask("stats")["projects"])

        inside = [p for p in projects if "clermont-ferrand" in [t["id"] for t in p.get("territories", [])]]
        mobile = [p for p in projects if "MOB" in p.get("themes", [])]
        both = [p for p in inside if p in mobile]
        found = ctl.ask("search", "--territory", "clermont-ferrand", "--theme", "MOB", "--limit", "5000")
        equal(found["total"], len(both))
        true(len(both) > 3)
        equal({p["id"] for p in found["results"]}, {p["id"] for p in both})
        facets = found["facets"]
        # A filter's own choices are left out of its own counts; all others apply.
        equal(facets["theme"], count(inside, lambda p: p.get("themes") or ["none"]))
        equal(facets["kind"], count(both, lambda p: [p["kind"]]))
        equal(facets["audience"], count(both, lambda p: p.get("audiences", [])))
        equal(facets["source"], count(both, lambda p: {s["feed"] for s in p["sources"]}))
        communes = communes_of("clermont-ferrand")
        equal(facets["territory"], count(mobile, lambda p: [t["id"] for t in p.get("territories", []) if t["id"] in communes]))


main(third_places_as_table_and_as_map, one_project_many_sites, money_on_sites, mayotte_and_niort, accents_and_encodings,
     a_table_that_does_not_fit_its_header, accents_do_not_matter, counts_agree_with_a_script)
