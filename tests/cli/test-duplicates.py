"""duplicates, correct, own: what the person decides, corrects and adds."""

import json
import subprocess

from ctl import DONE, FAILED, USAGE, Ctl, equal, is_sentence, main, true

HEAD = "id;nom;description;adresse;code_postal;commune;code_insee;telephone\n"
RUCHE = "{};{};Tiers-lieu;12 rue Fontgiève;63000;Clermont-Ferrand;63113;0473000001\n"
GRENIER = "{};{};Ressourcerie;3 avenue Charras;63000;Clermont-Ferrand;63113;0473000002\n"
VELO = "{};{};Atelier;8 rue de la Gare;59100;Roubaix;59512;0320000003\n"


def write(ctl, name, *rows):
    path = ctl.path(name)
    path.write_text(HEAD + "".join(rows))
    return path


def start(ctl):
    ctl.ask("import", write(ctl, "a.csv", RUCHE.format(1, "La Ruche des possibles"), GRENIER.format(2, "Le Grenier partagé"),
                            VELO.format(3, "Atelier vélo")))
    return ctl.ask("import", write(ctl, "b.csv", RUCHE.format(1, "La ruche des possibles"),
                                   GRENIER.format(2, "LE GRENIER PARTAGÉ")))


def pairs(ctl, *arguments):
    return {(p["a"], p["b"]): p for p in ctl.ask("duplicates", *arguments)["pairs"]}


def titles(ctl, text):
    return [p["id"] for p in ctl.ask("search", text)["results"]]


def one_project_with_two_sources():
    with Ctl() as ctl:
        report = start(ctl)
        equal((report["projects"], report["merged"]), (2, 2))
        equal(set(pairs(ctl)), {("a:1", "b:1"), ("a:2", "b:2")})
        pair = pairs(ctl, "list")["a:1", "b:1"]
        equal(set(pair), {"a", "b", "score", "reasons", "verdict"})
        true(0 < pair["score"] <= 1 and pair["reasons"])
        equal(pair["verdict"], "sure")
        equal(titles(ctl, "ruche"), ["a:1"])
        project = ctl.ask("project", "b:1")
        equal((project["id"], [s["feed"] for s in project["sources"]]), ("a:1", ["a", "b"]))
        equal(ctl.ask("stats")["projects"], 3)


def joined_and_split():
    with Ctl() as ctl:
        start(ctl)
        equal(ctl.ask("duplicates", "split", "a:1", "b:1"), {"project": "b:1", "records": ["b:1"]})
        equal(sorted(titles(ctl, "ruche")), ["a:1", "b:1"])
        equal(pairs(ctl)["a:1", "b:1"]["verdict"], "split")
        ctl.ask("import", ctl.path("b.csv"))
        equal(sorted(titles(ctl, "ruche")), ["a:1", "b:1"])

        equal(ctl.ask("duplicates", "join", "a:3", "b:1"), {"project": "a:3", "records": ["a:3", "b:1"]})
        equal(pairs(ctl)["a:3", "b:1"]["verdict"], "joined")
        equal(pairs(ctl, "--verdict", "joined").keys(), {("a:3", "b:1")})
        equal(pairs(ctl, "list", "--verdict", "sure").keys(), {("a:2", "b:2")})

        # The later decision holds.
        equal(ctl.ask("duplicates", "join", "b:1", "a:1")["records"], ["a:1", "a:3", "b:1"])
        equal(pairs(ctl)["a:1", "b:1"]["verdict"], "joined")
        for arguments in (["split", "a:1", "a:2"], ["split", "a:2", "nobody:1"], ["join", "a:1", "a:1"], ["join", "a:1", "x"],
                          ["split", "nobody:1", "a:1"], ["apart", "a:1", "b:1"]):
            answer = ctl.run("duplicates", *arguments)
            equal(answer.code, FAILED, arguments)
            is_sentence(answer.err)
        for arguments in (["join", "a:1"], ["list", "--verdict", "maybe"], ["undo"]):
            equal(ctl.run("duplicates", *arguments).code, USAGE, arguments)


def corrected_one_of_several_sites():
    """The first site moves, the others stay, and it is said."""
    with Ctl() as ctl:
        ctl.ask("import", ctl.write("lieux.csv", "id,nom,code_insee,lat,lon\n1,Jardin partagé,59512,50.6900,3.1700\n"
                                                 "1,Jardin partagé,59350,50.6300,3.0600\n2,Épicerie,63113,45.78,3.08\n"))
        answer = ctl.run("correct", "lieux:1", "position", "50.70,3.18", json=False)
        equal(answer.code, DONE)
        true("first of its sites" in answer.out + answer.err)
        equal([(s["lat"], s["lon"]) for s in ctl.ask("project", "lieux:1")["sites"]], [(50.7, 3.18), (50.63, 3.06)])
        answer = ctl.run("correct", "lieux:2", "position", "45.79,3.09", json=False)
        true("first of its sites" not in answer.out + answer.err)


def corrected():
    with Ctl() as ctl:
        start(ctl)
        told = ctl.ask("correct", "b:1", "title", "La Ruche")
        equal((told["project"], told["value"], told["theirs"]), ("a:1", "La Ruche", "La Ruche des possibles"))
        ctl.ask("correct", "a:1", "themes", "ALI ENV")
        ctl.ask("correct", "a:3", "position", "50.69,3.18")
        ctl.ask("import", ctl.path("a.csv"))
        project = ctl.ask("project", "b:1")
        equal((project["title"], sorted(project["themes"])), ("La Ruche", ["ALI", "ENV"]))
        equal(project["corrected"], ["themes", "title"])
        site = ctl.ask("project", "a:3")["sites"][0]
        equal((site["lat"], site["lon"], site["precision"], site["insee"]), (50.69, 3.18, "point", "59512"))
        equal(titles(ctl, "ruche"), ["a:1"])
        equal(ctl.ask("search", "--theme", "ALI")["total"], 1)

        equal(ctl.ask("correct", "a:1", "title")["corrected"], False)
        equal(ctl.ask("project", "a:1")["title"], "La Ruche des possibles")
        equal(ctl.run("correct", "a:1", "colour", "red").code, USAGE)
        for arguments in (["a:1", "website", "javascript:x"], ["a:1", "themes", "XXX"], ["a:1", "position", "here"],
                          ["a:9", "title", "x"]):
            answer = ctl.run("correct", *arguments)
            equal(answer.code, FAILED, arguments)
            is_sentence(answer.err)


def own():
    with Ctl() as ctl:
        equal(ctl.ask("own"), {"projects": []})
        path = ctl.path("mine.json")
        path.write_text(json.dumps({"title": "Mon jardin", "themes": ["ALI"], "website": "https://jardin.example",
                                    "sites": [{"insee": "63113", "address": "2 rue des Gras"}]}))
        added = ctl.ask("own", "add", path)
        true(added["id"].startswith("own:"))
        equal((added["themes"], added["sites"][0]["commune"]), (["ALI"], "Clermont-Ferrand"))
        start(ctl)
        equal(titles(ctl, "jardin"), [added["id"]])
        equal(ctl.ask("search", "--territory", "commune:63113", "--source", "own")["total"], 1)

        # What comes back from a lost library, or from the file with the id in it.
        for name in ("library.db", "library.db-wal", "library.db-shm"):
            (ctl.data / name).unlink(missing_ok=True)
        equal(ctl.run("search", "jardin").json["total"], 1)
        added["title"] = "Notre jardin"
        path.write_text(json.dumps(added))
        equal(ctl.ask("own", "add", path)["id"], added["id"])
        equal([p["title"] for p in ctl.ask("own", "list")["projects"]], ["Notre jardin"])

        path.write_text(json.dumps({"title": "Ailleurs", "sites": [{}]}))
        equal(ctl.run("own", "add", path).code, FAILED)
        equal(ctl.run("own", "remove", "own:1").code, FAILED)
        ctl.ask("own", "remove", added["id"])
        equal(titles(ctl, "jardin"), [])
        equal(ctl.ask("own"), {"projects": []})


def no_feed_takes_the_place_of_own_projects():
    with Ctl() as ctl:
        path = write(ctl, "own.csv", RUCHE.format(1, "La Ruche"))
        equal(ctl.ask("import", path)["feed"], "feed-own")
        answer = ctl.run("import", path, "--feed", "own")
        equal(answer.code, FAILED)
        is_sentence(answer.err)


def shortlist_entries_lead_on():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("shortlist", "create", "L")
        ctl.ask("shortlist", "add", "L", "b:1")
        ctl.ask("feeds", "remove", "a")
        entry = ctl.ask("shortlist", "show", "L")["entries"][0]
        equal((entry["project"], entry["gone"]), ("a:1", False))
        equal(ctl.ask("project", entry["project"])["id"], "b:1")
        ctl.ask("shortlist", "note", "L", "b:1", "toujours là")
        equal(ctl.ask("shortlist", "show", "L")["entries"][0]["note"], "toujours là")


def joined_projects_are_on_a_shortlist_once():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("shortlist", "create", "L")
        ctl.ask("shortlist", "add", "L", "a:3")
        ctl.ask("duplicates", "join", "a:1", "a:3")
        ctl.ask("shortlist", "add", "L", "b:1")
        ctl.ask("shortlist", "status", "L", "b:1", "accepted")
        equal([(e["project"], e["status"]) for e in ctl.ask("shortlist", "show", "L")["entries"]], [("a:3", "accepted")])


def sources_that_are_preferred():
    with Ctl() as ctl:
        start(ctl)
        equal(ctl.ask("feeds", "prefer"), {"order": []})
        equal(ctl.ask("project", "a:2")["title"], "Le Grenier partagé")
        equal(ctl.ask("feeds", "prefer", "b"), {"order": ["b"]})
        equal(ctl.ask("project", "a:2")["title"], "LE GRENIER PARTAGÉ")
        ctl.ask("import", ctl.path("a.csv"))
        equal(ctl.ask("project", "a:2")["title"], "LE GRENIER PARTAGÉ")
        equal(ctl.ask("feeds", "prefer", "a", "b")["order"], ["a", "b"])
        equal(ctl.ask("project", "a:2")["title"], "Le Grenier partagé")
        equal(ctl.ask("feeds", "prefer", "none"), {"order": []})
        equal(ctl.run("feeds", "prefer", "x").code, FAILED)
        equal(ctl.run("feeds", "prefer", "a", "a").code, USAGE)


def ids_with_blanks():
    """“f:1” and “g:2 h:3” are not “f:1 g:2” and “h:3”."""
    with Ctl() as ctl:
        for name, row in (("f", RUCHE.format("1", "Un")), ("g", GRENIER.format("2 h:3", "Deux")), ("h", VELO.format("3", "Trois"))):
            ctl.ask("import", write(ctl, name + ".csv", row))
        ctl.ask("import", write(ctl, "f.csv", RUCHE.format("1", "Un"), VELO.format("1 g:2", "Quatre")), "--accept-shrink")
        ctl.ask("duplicates", "join", "f:1", "g:2 h:3")
        ctl.ask("duplicates", "join", "f:1 g:2", "h:3")
        equal(pairs(ctl, "--verdict", "joined").keys(), {("f:1", "g:2 h:3"), ("f:1 g:2", "h:3")})


def restored_without_own_projects():
    with Ctl() as ctl:
        start(ctl)
        copy = ctl.path("copy.db")
        ctl.ask("backup", copy)
        path = ctl.path("mine.json")
        path.write_text(json.dumps({"title": "Mon jardin", "sites": [{"insee": "63113"}]}))
        ctl.ask("own", "add", path)
        equal(len(titles(ctl, "jardin")), 1)
        ctl.ask("restore", copy)
        equal(titles(ctl, "jardin"), [])


def what_people_read():
    with Ctl() as ctl:
        start(ctl)
        told = ctl.run("duplicates", json=False)
        equal(told.code, DONE)
        true("2 pairs are surely one" in told.out)
        shown = ctl.run("duplicates", "--verdict", "sure", json=False).out
        true("La Ruche des possibles (a:1)" in shown and "100 %" not in told.out)
        true("project of its own" in ctl.run("duplicates", "split", "a:1", "b:1", json=False).out)
        true("You keep 1 pair apart" in ctl.run("duplicates", json=False).out)


def killed_between_work_and_library():
    """Whatever is left of it, the next command shows what the work says."""
    with Ctl() as ctl:
        start(ctl)
        for i in range(20):
            process = ctl.start("duplicates", "split", "a:1", "b:1")
            try:
                process.communicate(timeout=0.002 * i)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
            decided = any(p["verdict"] == "split" for p in ctl.ask("duplicates")["pairs"])
            equal(len(titles(ctl, "ruche")), 2 if decided else 1)
            equal(ctl.ask("check")["work"], "ok")
            if decided:
                ctl.ask("duplicates", "join", "a:1", "b:1")


main(one_project_with_two_sources, joined_and_split, corrected_one_of_several_sites, corrected, own, no_feed_takes_the_place_of_own_projects,
     shortlist_entries_lead_on, joined_projects_are_on_a_shortlist_once, sources_that_are_preferred, ids_with_blanks,
     restored_without_own_projects, what_people_read, killed_between_work_and_library)
