"""Sixty kills at seeded moments of imports and edits: nothing acknowledged is lost, no import is half there."""

import itertools
import json
import os
import pathlib
import random
import time

from ctl import DONE, Ctl, equal, main, true

SEED = int(os.environ.get("ESSAIM_KILL_SEED", "20190225"))
KILLS = 60
# Two editions of one feed, told apart by their number of records and by a word in each.
EDITIONS = {"alpha": 3000, "omega": 3300}
LIST = "Comité"


class Room:
    """A store with one edition of the feed and a shortlist, and what is known to be in them."""

    def __init__(self, ctl, chance):
        self.ctl = ctl
        self.chance = chance
        self.counter = itertools.count(1)
        self.files = {name: ctl.write_feed(f"{name}.csv", n, edition=name) for name, n in EDITIONS.items()}
        self.edition = "alpha"
        ctl.ask(*self.importing("alpha"))
        ctl.ask("shortlist", "create", LIST)
        for project in ("lieux:1", "lieux:2", "lieux:3"):
            ctl.ask("shortlist", "add", LIST, project)
        # The notes that may be found: one, or two while nobody knows whether the last change was made.
        self.notes = {project: {""} for project in ("lieux:1", "lieux:2", "lieux:3")}

    def importing(self, edition):
        return ["import", self.files[edition], "--feed", "lieux", "--accept-shrink"]

    def other(self):
        return next(name for name in EDITIONS if name != self.edition)

    def measure(self, *arguments):
        began = time.monotonic()
        self.ctl.ask(*arguments)
        return time.monotonic() - began

    def begin_edit(self):
        project = self.chance.choice(sorted(self.notes))
        note = f"note {next(self.counter)}\nen deux lignes"
        self.notes[project].add(note)
        return project, note, self.ctl.start("shortlist", "note", LIST, project, note)

    def acknowledge(self, project, note, code):
        if code == DONE:
            self.notes[project] = {note}

    def examine(self, closely):
        health = self.ctl.ask("check")
        equal((health["library"], health["work"], health["entries"]), ("ok", "ok", 3))

        records = self.ctl.ask("stats")["records"]
        true(records in EDITIONS.values(), f"{records} records is neither before nor after")
        self.edition = next(name for name, n in EDITIONS.items() if n == records)
        if closely:
            self.examine_edition(records)

        for entry in self.ctl.ask("shortlist", "show", LIST)["entries"]:
            true(entry["note"] in self.notes[entry["project"]],
                 f"{entry['project']}: {entry['note']!r} is none of {self.notes[entry['project']]}")
            self.notes[entry["project"]] = {entry["note"]}

    def examine_edition(self, records):
        # Records that one edition has and the other lacks stay listed as gone, in their last words.
        found = {name: self.ctl.ask("search", name, "--limit", "0")["total"] for name in EDITIONS}
        equal(found[self.edition], records)
        true(found[self.other()] in (0, max(0, EDITIONS[self.other()] - records)), found)
        equal([feed["id"] for feed in self.ctl.ask("feeds")["feeds"]], ["lieux"])


def kill_after(process, seconds):
    """Returns the exit code of a process that was done before, None of one that was killed."""
    try:
        return process.wait(seconds)
    except Exception:
        process.kill()
        process.wait()
        return None
    finally:
        process.stdout.close()
        process.stderr.close()


def choose_moment(chance, seconds):
    """Some are let through, however busy the machine is."""
    return 60 if chance.random() < 0.25 else chance.uniform(0, 1.1 * seconds)


def sixty_kills():
    with Ctl() as ctl:
        chance = random.Random(SEED)
        room = Room(ctl, chance)
        import_seconds = room.measure(*room.importing("omega"))
        edit_seconds = room.measure("shortlist", "status", LIST, "lieux:1", "to-contact")
        room.examine(True)
        kills = {"import": 0, "edit": 0}
        switches = acknowledged = 0

        for turn in itertools.count():
            if sum(kills.values()) >= KILLS:
                break
            edition = room.edition
            kind = chance.choice(("import", "import", "edit", "both"))
            importing = ctl.start(*room.importing(room.other())) if kind != "edit" else None
            if kind != "import":
                project, note, edit = room.begin_edit()
                code = kill_after(edit, choose_moment(chance, edit_seconds))
                room.acknowledge(project, note, code)
                acknowledged += code == DONE
                kills["edit"] += code is None
            if importing is not None:
                kills["import"] += kill_after(importing, choose_moment(chance, import_seconds)) is None
            room.examine(turn % 4 == 0)
            switches += room.edition != edition
        room.examine(True)

        print(f"# seed {SEED}: {kills['import']} imports and {kills['edit']} edits killed, {acknowledged} edits acknowledged, "
              f"{switches} imports went through")
        true(min(kills.values()) >= 10 and acknowledged > 0 and switches > 0, "the moments are badly chosen")


def a_first_import_killed():
    """Whatever the moment, the feed is there with its subscription or not at all; the next run mends the rest."""
    chance = random.Random(SEED)
    with Ctl() as ctl:
        seconds = Room(ctl, chance).measure("import", ctl.path("omega.csv"), "--feed", "autre")
    for _ in range(6):
        with Ctl() as ctl:
            path = ctl.write_feed("lieux.csv", 3000)
            kill_after(ctl.start("import", path), chance.uniform(0, 1.3 * seconds))
            equal(ctl.run("check").code, DONE)
            feeds = ctl.ask("feeds")["feeds"]
            equal(ctl.ask("stats")["records"], 3000 if feeds else 0)
            ctl.ask("import", path)
            equal(ctl.ask("stats")["records"], 3000)


def nothing_is_left_behind():
    """What a killed import had set aside does not pile up."""
    chance = random.Random(SEED)
    with Ctl() as ctl:
        room = Room(ctl, chance)
        clean = sum(p.stat().st_size for p in pathlib.Path(ctl.data).rglob("*") if p.is_file())
        for _ in range(12):
            kill_after(ctl.start(*room.importing("omega")), chance.uniform(0, 0.1))
        ctl.ask(*room.importing(room.other()))
        ctl.ask(*room.importing("alpha"))
        after = sum(p.stat().st_size for p in pathlib.Path(ctl.data).rglob("*") if p.is_file())
        true(after < 3 * clean, f"{clean} bytes have become {after}: {sorted(json.dumps(str(p)) for p in ctl.data.rglob('*'))}")


main(sixty_kills, a_first_import_killed, nothing_is_left_behind)
