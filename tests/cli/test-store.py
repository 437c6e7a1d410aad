"""check, backup, restore, and a store in trouble."""

import hashlib
import json
import os
import pathlib
import sqlite3
import time
from datetime import datetime, timedelta

from ctl import DONE, FAILED, STORE, Ctl, Skip, equal, is_sentence, main, true


def start(ctl):
    ctl.ask("import", ctl.write_feed("lieux.csv", 200))
    ctl.ask("shortlist", "create", "A")
    ctl.ask("shortlist", "add", "A", "lieux:1")
    ctl.ask("shortlist", "note", "A", "lieux:1", "à rappeler")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sound():
    with Ctl() as ctl:
        equal(ctl.ask("check"), {"library": "ok", "work": "ok", "shortlists": 0, "entries": 0, "backups": 0})
        true(not ctl.data.exists(), "a check makes nothing")
        start(ctl)
        ctl.ask("backup")
        equal(ctl.ask("check"), {"library": "ok", "work": "ok", "shortlists": 1, "entries": 1, "backups": 1})


def private():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("backup")
        for path in [ctl.data, *ctl.data.rglob("*")]:
            equal(path.stat().st_mode & 0o077, 0, path)


def there_and_back():
    with Ctl() as ctl:
        start(ctl)
        before = ctl.ask("shortlist", "show", "A")
        copy = ctl.ask("backup")["file"]
        own = ctl.ask("backup", ctl.path("copie.db"))["file"]
        ctl.ask("shortlist", "note", "A", "lieux:1", "autre chose")
        ctl.ask("shortlist", "create", "B")
        for path in (copy, own):
            ctl.ask("restore", path)
            equal(ctl.ask("shortlist", "show", "A"), before)
            equal(len(ctl.ask("shortlist")["shortlists"]), 1)
        aside = [p.name for p in pathlib.Path(ctl.data, "backups").iterdir() if "before-restore" in p.name]
        true(aside, "the work before the restore is kept")
        ctl.ask("restore", ctl.data / "backups" / sorted(aside)[0])


def damaged(ctl, name, harm):
    start(ctl)
    ctl.ask("backup")
    harm(ctl.data / name)
    for log in ("-wal", "-shm"):
        ctl.data.joinpath(name + log).unlink(missing_ok=True)
    began = time.monotonic()
    answer = ctl.run("check")
    true(time.monotonic() - began < 10)
    equal(answer.code, STORE, name)
    equal(answer.json[name.removesuffix(".db")] != "ok", True)
    is_sentence(answer.err)
    return answer


def zeros(path):
    """All but the first page: whatever is asked, a table of it is gone."""
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(bytes(path.stat().st_size - 4096))


def a_text(path):
    path.write_text("bonjour, je ne suis pas une base de données\n" * 400)


def cut_short(path):
    os.truncate(path, path.stat().st_size // 2)


def emptied(path):
    path.write_bytes(b"")


def another_program(path):
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE moz_places (id)")


def damage_is_seen():
    for harm in (zeros, a_text, cut_short, another_program):
        for name in ("library.db", "work.db"):
            with Ctl() as ctl:
                damaged(ctl, name, harm)
    with Ctl() as ctl:
        damaged(ctl, "work.db", emptied)


def made_a_moment_ago():
    with Ctl() as ctl:
        ctl.data.mkdir()
        for name in ("library.db", "work.db"):
            emptied(ctl.data / name)
        equal(ctl.ask("check")["work"], "ok")
        equal(ctl.run("backup").code, FAILED)
        start(ctl)


def work_comes_back_from_a_backup():
    for harm in (zeros, a_text, cut_short, another_program, emptied):
        with Ctl() as ctl:
            damaged(ctl, "work.db", harm)
            backups = sorted(p for p in pathlib.Path(ctl.data, "backups").glob("work-2*.db"))
            # A newer one that cannot be read itself is no way back.
            pathlib.Path(ctl.data, "backups", "work-2999-01-01T000000Z.db").write_text("bonjour")
            answer = ctl.run("shortlist")
            equal(answer.code, STORE)
            for words in (f"essaimctl restore “{backups[-1]}”", "1 shortlist ", "1 project "):
                true(words in answer.err, answer.err)
            ctl.ask("restore", backups[-1])
            equal(ctl.ask("shortlist", "show", "A")["entries"][0]["note"], "à rappeler")
            equal(ctl.ask("check")["work"], "ok")


def a_copy_that_is_none():
    with Ctl() as ctl:
        start(ctl)
        before = ctl.ask("shortlist", "show", "A")
        ctl.write("text.db", "bonjour")
        ctl.write("empty.db", "")
        for name in ("text.db", "empty.db", "missing.db", "."):
            answer = ctl.run("restore", ctl.path(name))
            equal(answer.code, FAILED, name)
            is_sentence(answer.err)
        equal(ctl.ask("shortlist", "show", "A"), before)
        answer = ctl.run("backup", ctl.path("nowhere") / "copie.db")
        equal(answer.code, FAILED)
        true("nowhere/copie.db”" in answer.err and ".part" not in answer.err, answer.err)
        answer = ctl.run("backup", ctl.data / "work.db")
        equal(answer.code, FAILED)
        equal(ctl.ask("shortlist", "show", "A"), before)


def made_by_a_newer_version():
    for name in ("library.db", "work.db"):
        with Ctl() as ctl:
            start(ctl)
            path = ctl.data / name
            with sqlite3.connect(path) as database:
                database.execute("PRAGMA user_version = 9999")
            database.close()
            before = digest(path)
            own = ["search"] if name == "library.db" else ["shortlist", "create", "B"]
            for arguments in (["stats"], own, ["import", ctl.path("lieux.csv")]):
                answer = ctl.run(*arguments)
                equal(answer.code, STORE, arguments)
                true("newer" in answer.err, answer.err)
                is_sentence(answer.err)
            equal(digest(path), before)
            equal(ctl.run("check").code, STORE)


def a_folder_that_may_not_be_written():
    if os.geteuid() == 0:
        raise Skip("the superuser may write everywhere")
    with Ctl() as ctl:
        start(ctl)
        os.chmod(ctl.data, 0o500)
        try:
            answer = ctl.run("shortlist", "create", "B")
        finally:
            os.chmod(ctl.data, 0o700)
        equal(answer.code, STORE)
        is_sentence(answer.err)


def seven_are_kept():
    with Ctl() as ctl:
        start(ctl)
        for year in range(2010, 2020):
            made = pathlib.Path(ctl.ask("backup")["file"])
            made.rename(made.with_name(f"work-{year}-01-01T000000Z.db"))
        ctl.ask("backup")
        names = sorted(p.name for p in pathlib.Path(ctl.data, "backups").iterdir())
        equal(len(names), 7)
        true(names[0].startswith("work-2014"), names)


def the_first_change_of_a_day_is_preceded_by_a_copy():
    def changes():
        yield "shortlist", "note", "A", "lieux:1", "bis"
        yield "shortlist", "create", "B"
        yield "feeds", "disable", "lieux"
        yield "import", ctl.path("lieux.csv")

    for number in range(4):
        with Ctl() as ctl:
            start(ctl)
            with sqlite3.connect(ctl.data / "work.db") as database:
                database.execute("UPDATE replica SET stamp = '0170000000000000-x'")
            database.close()
            ctl.ask("shortlist")
            equal(ctl.ask("check")["backups"], 0)
            ctl.ask(*list(changes())[number])
            equal(ctl.ask("check")["backups"], 1, number)
            ctl.ask("shortlist", "note", "A", "lieux:1", "ter")
            equal(ctl.ask("check")["backups"], 1, number)


def lost_work_is_not_begun_anew():
    for content in (None, b""):
        with Ctl() as ctl:
            start(ctl)
            copy = ctl.ask("backup")["file"]
            for path in ctl.data.glob("work.db*"):
                path.unlink()
            if content is not None:
                ctl.data.joinpath("work.db").write_bytes(content)
            for arguments in (["shortlist"], ["shortlist", "create", "B"], ["check"], ["import", ctl.path("lieux.csv")]):
                answer = ctl.run(*arguments)
                equal(answer.code, STORE, arguments)
                true(copy in answer.err, answer.err)
                is_sentence(answer.err)
            ctl.ask("restore", copy)
            equal(ctl.ask("shortlist", "show", "A")["entries"][0]["note"], "à rappeler")


def comes_back(ctl, arguments, lists=1):
    """The command works, says what was done, and the next one has nothing to say."""
    began = time.monotonic()
    answer = ctl.run(*arguments)
    true(time.monotonic() - began < 10)
    equal(answer.code, DONE, answer.err)
    is_sentence(answer.err)
    true("200" in answer.err and "library.db" in answer.err, answer.err)
    equal(ctl.ask("stats")["records"], 200)
    equal(len(ctl.ask("shortlist")["shortlists"]), lists)
    equal(ctl.ask("shortlist", "show", "A")["entries"][0]["note"], "à rappeler")
    equal(ctl.ask("shortlist", "show", "A")["entries"][0]["gone"], False)
    equal(ctl.ask("check")["library"], "ok")


def a_damaged_library_comes_back():
    for harm in (zeros, a_text, cut_short, another_program):
        for arguments in (["search", "jardin"], ["project", "lieux:1"], ["import", "lieux.csv"], ["refresh", "lieux"]):
            with Ctl() as ctl:
                damaged(ctl, "library.db", harm)
                before = digest(ctl.data / "library.db")
                if harm is zeros:   # only some of the pages are wrong: not every command meets them
                    arguments = ["search", "mobilité"]
                comes_back(ctl, [ctl.path(a) if a.endswith(".csv") else a for a in arguments])
                aside = list(ctl.data.glob("library.db.corrupt-*Z"))
                equal(len(aside), 1, aside)
                if harm is a_text:
                    equal(digest(aside[0]), before)
            if harm is zeros:
                break


def several_programs_find_the_same_damage():
    """What only happens now and then: several times."""
    for _ in range(3):
        with Ctl() as ctl:
            damaged(ctl, "library.db", a_text)
            harmed = (ctl.data / "library.db").read_bytes()
            programs = [ctl.start("stats") for _ in range(6)]
            answers = [program.communicate(timeout=120) + (program.returncode,) for program in programs]
            for out, err, code in answers:
                equal(code, DONE, err)
                equal(json.loads(out)["records"], 200)
            equal(sum(b"corrupt" in err for _, err, _ in answers), 1, "one mends it")
            aside = list(ctl.data.glob("library.db.corrupt-*"))
            equal([path.read_bytes() == harmed for path in aside], [True], "what is aside is what was damaged")
            equal(list(ctl.data.glob("library.db.new*")), [])
            equal(ctl.ask("check")["library"], "ok")


def when(ctl):
    return datetime.fromisoformat(ctl.ask("feeds", "show", "lieux")["last_success"].replace("Z", "+00:00"))


def a_lost_library_comes_back():
    for content in (None, b""):
        with Ctl() as ctl:
            start(ctl)
            then = when(ctl)
            for path in ctl.data.glob("library.db*"):
                path.unlink()
            if content is not None:
                ctl.data.joinpath("library.db").write_bytes(content)
                equal(ctl.run("check").code, STORE)
            time.sleep(2.2)
            comes_back(ctl, ["search"])
            # What is kept of it tells its age by when it was written: a moment after the last success.
            true(timedelta(0) <= when(ctl) - then < timedelta(seconds=2), "it is as old as it is")
            equal(ctl.ask("import", ctl.path("lieux.csv"))["outcome"], "unchanged")


def what_was_kept_cannot_be_read():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("import", ctl.write_feed("autres.csv", 30))
        ctl.data.joinpath("library.db").unlink()
        for body in ctl.data.joinpath("bodies").iterdir():
            body.write_bytes(body.read_bytes()[:100] if "autres" in body.name else b"rien")
        answer = ctl.run("stats")
        equal(answer.code, DONE, answer.err)
        is_sentence(answer.err)
        true("lieux" in answer.err.lower() and "autres" in answer.err.lower(), answer.err)
        equal(ctl.ask("stats")["records"], 0, "told once")
        for feed in ctl.ask("feeds")["feeds"]:
            true(feed["state"] != "failing", feed)
        equal({report["outcome"] for report in ctl.ask("refresh")["feeds"]}, {"imported"})
        equal(ctl.ask("stats")["records"], 230)
        ctl.data.joinpath("library.db").unlink()
        true("230" in ctl.run("stats").err)


def a_library_that_cannot_come_back():
    with Ctl() as ctl:
        damaged(ctl, "library.db", a_text)
        for body in ctl.data.joinpath("bodies").iterdir():
            body.unlink()
        answer = ctl.run("search")
        equal(answer.code, STORE)
        is_sentence(answer.err)
        true("import" in answer.err and "restore" not in answer.err, answer.err)
        ctl.ask("shortlist", "note", "A", "lieux:1", "encore là")
        equal(ctl.ask("shortlist", "show", "A")["entries"][0]["note"], "encore là")
        equal(ctl.ask("shortlist", "export", "A", ctl.path("a.csv"))["projects"], 1)


main(sound, private, there_and_back, damage_is_seen, made_a_moment_ago, work_comes_back_from_a_backup, a_copy_that_is_none,
     made_by_a_newer_version, a_folder_that_may_not_be_written, seven_are_kept,
     the_first_change_of_a_day_is_preceded_by_a_copy, lost_work_is_not_begun_anew,
     a_damaged_library_comes_back, several_programs_find_the_same_damage, a_lost_library_comes_back,
     what_was_kept_cannot_be_read, a_library_that_cannot_come_back)
