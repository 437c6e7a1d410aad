"""shortlist: what the person keeps."""

import csv
import json

from ctl import FAILED, Ctl, equal, is_sentence, main, true

NOTES = ["", "à rappeler", " deux lignes\net un blanc ", "'; DROP TABLE entry; --", '"guillemets" <b>&amp;', "tab\tulation",
         "e\u0301 ≠ é", "\u202egauche", "🐝 essaim", "%s %n %d", "x" * 20_000]


def start(ctl, n=10):
    ctl.ask("import", ctl.write_feed("lieux.csv", n))
    return ctl.ask("shortlist", "create", "Comité de juin")


def lists():
    with Ctl() as ctl:
        created = start(ctl)
        equal(set(created), {"id", "name", "entries"})
        other = ctl.ask("shortlist", "create", "Essai", "--territory", "roubaix")
        equal((other["name"], other["territory"], other["entries"]), ("Essai", "roubaix", 0))
        equal([s["name"] for s in ctl.ask("shortlist", "list")["shortlists"]], ["Comité de juin", "Essai"])
        for wrong in (["create", "Essai"], ["create", ""], ["create", "X", "--territory", "nowhere"], ["show", "essai"],
                      ["show", "Ess"], ["note", "Essai", "lieux:1", "x"], ["add", "Essai", "lieux:99"]):
            answer = ctl.run("shortlist", *wrong)
            equal(answer.code, FAILED, wrong)
            is_sentence(answer.err)


def entries():
    with Ctl() as ctl:
        created = start(ctl)
        ctl.ask("shortlist", "add", "Comité de juin", "lieux:1")
        ctl.ask("shortlist", "add", created["id"], "lieux:2")
        ctl.ask("shortlist", "add", created["id"], "lieux:2")
        ctl.ask("shortlist", "status", created["id"], "lieux:2", "in-contact")
        shown = ctl.ask("shortlist", "show", "Comité de juin")
        equal((shown["id"], [e["project"] for e in shown["entries"]]), (created["id"], ["lieux:1", "lieux:2"]))
        entry = shown["entries"][1]
        equal(set(entry), {"project", "copy", "status", "note", "rating", "added", "gone"})
        equal((entry["status"], entry["note"], entry["rating"], entry["gone"]), ("in-contact", "", 0, False))
        equal(entry["copy"]["title"], ctl.ask("project", "lieux:2")["title"])
        equal(entry["copy"]["sites"], ctl.ask("project", "lieux:2")["sites"])
        ctl.ask("shortlist", "remove", created["id"], "lieux:1")
        equal(ctl.run("shortlist", "remove", created["id"], "lieux:1").code, FAILED)
        equal(ctl.ask("stats")["entries"], 1)


def rating_and_next_step():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("shortlist", "add", "Comité de juin", "lieux:1")

        def entry():
            return ctl.ask("shortlist", "show", "Comité de juin")["entries"][0]

        # What there is not is not said.
        true("next_step" not in entry() and "next_date" not in entry())
        ctl.ask("shortlist", "rate", "Comité de juin", "lieux:1", "4")
        ctl.ask("shortlist", "next", "Comité de juin", "lieux:1", "Appeler", "2026-11-23")
        equal((entry()["rating"], entry()["next_step"], entry()["next_date"]), (4, "Appeler", "2026-11-23"))
        line = ctl.run("shortlist", "show", "Comité de juin", json=False).out.splitlines()[1]
        true("4/5" in line and "Appeler (2026-11-23)" in line, line)
        for wrong in (["rate", "6"], ["rate", "bien"], ["next", "Écrire", "2026-11-31"], ["next", "Écrire", "demain"]):
            answer = ctl.run("shortlist", wrong[0], "Comité de juin", "lieux:1", *wrong[1:])
            equal(answer.code, FAILED, wrong)
            is_sentence(answer.err)
        equal((entry()["rating"], entry()["next_step"], entry()["next_date"]), (4, "Appeler", "2026-11-23"))
        ctl.ask("shortlist", "next", "Comité de juin", "lieux:1", "Écrire")
        true("next_date" not in entry())
        ctl.ask("shortlist", "next", "Comité de juin", "lieux:1", "")
        true("next_step" not in entry())


def notes_are_kept_to_the_byte():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("shortlist", "add", "Comité de juin", "lieux:1")
        for note in NOTES:
            ctl.ask("shortlist", "note", "Comité de juin", "lieux:1", note)
            equal(ctl.ask("shortlist", "show", "Comité de juin")["entries"][0]["note"], note)


def coming_back_keeps_the_note():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("shortlist", "add", "Comité de juin", "lieux:1")
        ctl.ask("shortlist", "note", "Comité de juin", "lieux:1", "à rappeler")
        ctl.ask("shortlist", "remove", "Comité de juin", "lieux:1")
        ctl.ask("shortlist", "add", "Comité de juin", "lieux:1")
        equal(ctl.ask("shortlist", "show", "Comité de juin")["entries"][0]["note"], "à rappeler")


def a_project_that_is_gone():
    with Ctl() as ctl:
        start(ctl, 40)
        for project in ("lieux:1", "lieux:40"):
            ctl.ask("shortlist", "add", "Comité de juin", project)
        before = ctl.ask("shortlist", "show", "Comité de juin")["entries"]
        ctl.ask("import", ctl.write_feed("lieux.csv", 39))
        equal([e["gone"] for e in ctl.ask("shortlist", "show", "Comité de juin")["entries"]], [False, True])
        ctl.ask("feeds", "remove", "lieux")
        after = ctl.ask("shortlist", "show", "Comité de juin")["entries"]
        equal([e["gone"] for e in after], [True, True])
        equal([e["copy"]["title"] for e in after], [e["copy"]["title"] for e in before])
        ctl.ask("shortlist", "note", "Comité de juin", "lieux:40", "toujours là")


def exports():
    with Ctl() as ctl:
        start(ctl)
        for project in ("lieux:1", "lieux:2"):
            ctl.ask("shortlist", "add", "Comité de juin", project)
        ctl.ask("shortlist", "note", "Comité de juin", "lieux:2", "à rappeler,\n=1+1")
        ctl.ask("shortlist", "status", "Comité de juin", "lieux:2", "accepted")
        ctl.ask("shortlist", "next", "Comité de juin", "lieux:2", "Appeler", "2026-11-23")
        ctl.ask("feeds", "remove", "lieux")
        for name in ("a.csv", "a.geojson", "a.json"):
            equal(ctl.ask("shortlist", "export", "Comité de juin", ctl.path(name)), {"file": str(ctl.path(name)), "projects": 2})
        with open(ctl.path("a.csv"), encoding="utf-8-sig", newline="") as table:
            rows = {row["id"]: row for row in csv.DictReader(table)}
        equal((rows["lieux:2"]["entry_status"], rows["lieux:2"]["note"]), ("accepted", "à rappeler,\n=1+1"))
        equal((rows["lieux:2"]["next_step"], rows["lieux:2"]["next_date"]), ("Appeler", "2026-11-23"))
        equal((rows["lieux:1"]["entry_status"], rows["lieux:1"]["next_date"]), ("to-study", ""))
        features = json.loads(ctl.path("a.geojson").read_text())["features"]
        equal({f["properties"]["project"] for f in features}, {"lieux:1", "lieux:2"})
        true("à rappeler" in ctl.path("a.json").read_text())


def contacts_only_when_asked():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write("lieux.csv", "id,nom,code_insee,courriel,telephone\n"
                                                 "1,Épicerie,63113,contact@epicerie.fr,04 73 00 00 01\n"))
        ctl.ask("shortlist", "create", "A")
        ctl.ask("shortlist", "add", "A", "lieux:1")
        for command in (["export"], ["shortlist", "export", "A"]):
            for name in ("a.csv", "a.geojson", "a.json"):
                ctl.ask(*command, ctl.path(name))
                written = ctl.path(name).read_text()
                true("Épicerie" in written and "contact@" not in written and "73 00" not in written)
                ctl.ask(*command, ctl.path(name), "--contacts")
                written = ctl.path(name).read_text()
                true("contact@epicerie.fr" in written and "_source" in written)
            with open(ctl.path("a.csv"), encoding="utf-8-sig", newline="") as table:
                row = next(csv.DictReader(table))
            equal((row["email"], row["email_source"], row["phone_source"]), ("contact@epicerie.fr", "lieux", "lieux"))


def of_one_project_by_now():
    """Two that were kept, then joined, are one entry with the work on both; a split gives each its own back."""
    with Ctl() as ctl:
        start(ctl)
        for project, note in (("lieux:2", "second"), ("lieux:1", "premier"), ("lieux:3", "autre")):
            ctl.ask("shortlist", "add", "Comité de juin", project)
            ctl.ask("shortlist", "note", "Comité de juin", project, note)
        ctl.ask("shortlist", "status", "Comité de juin", "lieux:1", "accepted")
        before = ctl.ask("shortlist", "show", "Comité de juin")["entries"]
        ctl.ask("duplicates", "join", "lieux:1", "lieux:2")

        one, alone = ctl.ask("shortlist", "show", "Comité de juin")["entries"]
        equal((one["project"], one["note"], one["status"]), ("lieux:2", "second", "to-study"))
        equal([(o["project"], o["note"], o["status"]) for o in one["others"]], [("lieux:1", "premier", "accepted")])
        equal((alone["project"], "others" in alone), ("lieux:3", False))
        equal([s["entries"] for s in ctl.ask("shortlist", "list")["shortlists"]], [2])
        table = ctl.run("shortlist", "show", "Comité de juin", json=False).out
        true("second" in table and "premier" in table)

        equal(ctl.ask("shortlist", "export", "Comité de juin", ctl.path("a.csv"))["projects"], 2)
        with open(ctl.path("a.csv"), encoding="utf-8-sig", newline="") as sheet:
            notes = {row["id"]: row["note"] for row in csv.DictReader(sheet)}
        true(notes["lieux:2"].startswith("second\n") and notes["lieux:2"].endswith("premier"))

        equal(ctl.ask("shortlist", "note", "Comité de juin", "lieux:1", "des deux")["project"], "lieux:2")
        ctl.ask("duplicates", "split", "lieux:1", "lieux:2")
        after = ctl.ask("shortlist", "show", "Comité de juin")["entries"]
        equal([e["note"] for e in after], ["des deux", "premier", "autre"])
        equal([e["status"] for e in after], [e["status"] for e in before])

        ctl.ask("duplicates", "join", "lieux:1", "lieux:2")
        ctl.ask("shortlist", "remove", "Comité de juin", "lieux:1")
        equal([e["project"] for e in ctl.ask("shortlist", "show", "Comité de juin")["entries"]], ["lieux:3"])


main(contacts_only_when_asked, of_one_project_by_now, lists, entries, rating_and_next_step, notes_are_kept_to_the_byte, coming_back_keeps_the_note, a_project_that_is_gone, exports)
