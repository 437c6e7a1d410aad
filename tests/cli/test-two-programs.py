"""Two programs on one store: nobody waits in vain, nothing is lost."""

import concurrent.futures

from ctl import DONE, Ctl, equal, main


def imports_while_notes_are_written():
    with Ctl() as ctl:
        for edition in ("a", "b"):
            ctl.write_feed(f"{edition}.csv", 2000, edition=edition)
        ctl.ask("import", ctl.path("a.csv"), "--feed", "lieux")
        ctl.ask("shortlist", "create", "A")
        for n in range(1, 6):
            ctl.ask("shortlist", "add", "A", f"lieux:{n}")

        def keep_importing():
            for turn in range(12):
                ctl.ask("import", ctl.path(f"{'ba'[turn % 2]}.csv"), "--feed", "lieux")

        def keep_noting(n):
            for turn in range(20):
                ctl.ask("shortlist", "note", "A", f"lieux:{n}", f"{n}.{turn}")
                notes = {e["project"]: e["note"] for e in ctl.ask("shortlist", "show", "A")["entries"]}
                equal(notes[f"lieux:{n}"], f"{n}.{turn}")

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for future in [pool.submit(keep_importing), *(pool.submit(keep_noting, n) for n in (1, 2))]:
                future.result()

        notes = {e["project"]: e["note"] for e in ctl.ask("shortlist", "show", "A")["entries"]}
        equal(notes, {"lieux:1": "1.19", "lieux:2": "2.19", "lieux:3": "", "lieux:4": "", "lieux:5": ""})
        equal(ctl.ask("stats")["records"], 2000)
        equal(DONE, ctl.run("check").code)


def two_imports_of_two_feeds():
    with Ctl() as ctl:
        for name in ("a", "b", "c"):
            ctl.write_feed(f"{name}.csv", 3000, edition=name)
        running = [ctl.start("import", ctl.path(f"{name}.csv")) for name in ("a", "b", "c")]
        for process in running:
            out, err = process.communicate(timeout=60)
            equal((process.returncode, err), (DONE, b""), out)
        equal(ctl.ask("stats")["records"], 9000)
        equal(sorted(feed["id"] for feed in ctl.ask("feeds")["feeds"]), ["a", "b", "c"])


def a_store_opened_for_the_first_time_by_many():
    for _ in range(5):
        with Ctl() as ctl:
            running = [ctl.start("shortlist", "create", f"Liste {n}") for n in range(6)]
            for process in running:
                out, err = process.communicate(timeout=60)
                equal((process.returncode, err), (DONE, b""), out)
            equal(len(ctl.ask("shortlist")["shortlists"]), 6)


def one_name_for_one_list():
    with Ctl() as ctl:
        running = [ctl.start("shortlist", "create", "La même") for _ in range(6)]
        codes = []
        for process in running:
            process.communicate(timeout=60)
            codes.append(process.returncode)
        equal(sorted(codes), [0, 1, 1, 1, 1, 1])
        equal(len(ctl.ask("shortlist")["shortlists"]), 1)


main(imports_while_notes_are_written, two_imports_of_two_feeds, a_store_opened_for_the_first_time_by_many,
     one_name_for_one_list)
