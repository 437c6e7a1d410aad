"""Sixty kills at seeded moments of imports, refreshes and edits: nothing acknowledged is lost, nothing is half there."""

import itertools
import os
import random
import subprocess
import time

from ctl import DONE, Ctl, equal, main, make_csv, true

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
        self.bodies = {name: make_csv(n, edition=name) for name, n in EDITIONS.items()}
        self.edition = "alpha"
        ctl.ask(*self.importing("alpha"))
        ctl.ask("shortlist", "create", LIST)
        for project in ("lieux:1", "lieux:2", "lieux:3"):
            ctl.ask("shortlist", "add", LIST, project)
        # The notes that may be found: one, or two while nobody knows whether the last change was made.
        self.notes = {project: {""} for project in ("lieux:1", "lieux:2", "lieux:3")}

    def importing(self, edition):
        return ["import", self.ctl.write("lieux.csv", self.bodies[edition]), "--accept-shrink"]

    def refreshing(self, edition):
        self.ctl.write("lieux.csv", self.bodies[edition])
        return ["refresh", "lieux", "--accept-shrink"]

    def changing(self, edition):
        return self.chance.choice((self.importing, self.refreshing))(edition)

    def other(self):
        return next(name for name in EDITIONS if name != self.edition)

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


class Pace:
    """How long one kind of run takes here and now, and when to kill the next one."""

    def __init__(self, chance):
        self.chance = chance
        self.seconds = 0.1
        self.done = self.killed = 0

    def run(self, process):
        """Returns the exit code of a process that was done in time, None of one that was killed."""
        # Some are let through, whatever the others do.
        limit = 60 if self.chance.random() < 0.15 else self.chance.uniform(0, 1.1 * self.seconds)
        began = time.monotonic()
        try:
            code = process.wait(limit)
            self.seconds = time.monotonic() - began
            self.done += 1
            return code
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            self.killed += 1
            return None
        finally:
            process.stdout.close()
            process.stderr.close()


def sixty_kills():
    with Ctl() as ctl:
        chance = random.Random(SEED)
        room = Room(ctl, chance)
        imports, edits = Pace(chance), Pace(chance)
        switches = 0

        for turn in itertools.count():
            if imports.killed + edits.killed >= KILLS:
                break
            edition = room.edition
            kind = chance.choice(("import", "import", "edit", "both"))
            importing = ctl.start(*room.changing(room.other())) if kind != "edit" else None
            if kind != "import":
                project, note, edit = room.begin_edit()
                room.acknowledge(project, note, edits.run(edit))
            if importing is not None:
                imports.run(importing)
            room.examine(turn % 4 == 0)
            switches += room.edition != edition
        room.examine(True)

        print(f"# seed {SEED}: {imports.killed} imports and {edits.killed} edits killed, {edits.done} edits acknowledged, "
              f"{switches} imports went through")
        true(min(imports.killed, edits.killed) >= 10 and edits.done > 0 and switches > 0, "the moments are badly chosen")


def a_first_import_killed():
    """Whatever the moment, the feed is there with its subscription or not at all; the next run mends the rest."""
    chance = random.Random(SEED)
    for n, times in ((50, 14), (3000, 6)):
        pace = Pace(chance)
        for _ in range(times):
            with Ctl() as ctl:
                path = ctl.write_feed("lieux.csv", n)
                pace.run(ctl.start("import", path))
                equal(ctl.run("check").code, DONE)
                feeds = ctl.ask("feeds")["feeds"]
                equal(ctl.ask("stats")["records"], n if feeds else 0)
                ctl.ask("import", path)
                equal(ctl.ask("stats")["records"], n)


def measure(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def nothing_is_left_behind():
    """What a killed import had set aside does not pile up."""
    chance = random.Random(SEED)
    with Ctl() as ctl:
        room = Room(ctl, chance)
        clean = measure(ctl.data)
        pace = Pace(chance)
        for _ in range(12):
            pace.run(ctl.start(*room.changing("omega")))
        ctl.ask(*room.importing("omega"))
        ctl.ask(*room.importing("alpha"))
        true(measure(ctl.data) < 3 * clean, sorted(str(path) for path in ctl.data.rglob("*")))


def a_removal_killed():
    """Whatever the moment, the source can be removed, nothing of it is left, and what was kept of it stays."""
    chance = random.Random(SEED)
    pace = Pace(chance)
    with Ctl() as ctl:
        room = Room(ctl, chance)
        for _ in range(8):
            pace.run(ctl.start("feeds", "remove", "lieux"))
            feeds = ctl.ask("feeds")["feeds"]
            equal(ctl.ask("check")["library"], "ok")
            true(ctl.ask("stats")["records"] in ((0, EDITIONS["alpha"]) if feeds else (0,)))
            if feeds:
                ctl.ask("feeds", "remove", "lieux")
            equal((ctl.ask("stats")["records"], ctl.ask("search")["total"]), (0, 0))
            equal(list(ctl.data.joinpath("bodies").iterdir()), [])
            entries = ctl.ask("shortlist", "show", LIST)["entries"]
            equal([(entry["gone"], entry["copy"]["title"] != "") for entry in entries], [(True, True)] * 3)
            ctl.ask(*room.importing("alpha"))
            equal([entry["gone"] for entry in ctl.ask("shortlist", "show", LIST)["entries"]], [False] * 3)
        true(pace.killed > 0, "the moments are badly chosen")


main(sixty_kills, a_first_import_killed, nothing_is_left_behind, a_removal_killed)
