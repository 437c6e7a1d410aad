"""feeds: what is shown of the sources, and what becomes of them."""

import time

from ctl import DONE, FAILED, Ctl, equal, is_sentence, main, true

ADDRESS = "https://example.org/lieux.csv"


def no_password_is_shown():
    with Ctl() as ctl:
        equal(ctl.run("feeds", "add", "https://moi:s3cret@example.org/lieux.csv").code, DONE)
        identifier = ctl.ask("feeds")["feeds"][0]["id"]
        equal(ctl.ask("feeds", "show", identifier)["url"], "https://example.org/lieux.csv")
        for arguments in (["feeds"], ["feeds", "show", identifier]):
            for json in (True, False):
                answer = ctl.run(*arguments, json=json)
                true("s3cret" not in answer.out + answer.err, arguments)


def the_format_that_was_found_is_told():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 3))
        equal(ctl.ask("feeds", "show", "lieux")["format"], "csv")
        equal(ctl.ask("feeds")["feeds"][0]["format"], "csv")


def a_refresh_leaves_a_paused_source_paused():
    with Ctl() as ctl:
        path = ctl.write_feed("lieux.csv", 20)
        ctl.ask("import", path)
        ctl.ask("feeds", "disable", "lieux")
        ctl.ask("import", path)
        equal(ctl.ask("feeds", "show", "lieux")["enabled"], False)


def removed_is_removed():
    with Ctl() as ctl:
        path = ctl.write_feed("lieux.csv", 20)
        ctl.ask("import", path)
        ctl.ask("feeds", "remove", "lieux")
        equal(ctl.ask("feeds")["feeds"], [])
        equal(ctl.ask("stats")["records"], 0)
        equal(ctl.run("feeds", "show", "lieux").code, FAILED)
        ctl.ask("import", path)
        equal(ctl.ask("stats")["records"], 20)


def an_address_is_one_source():
    with Ctl() as ctl:
        first = ctl.ask("feeds", "add", ADDRESS)
        equal(ctl.ask("feeds", "add", ADDRESS)["id"], first["id"])
        equal(ctl.ask("feeds", "add", ADDRESS, "--title", "Mes lieux")["title"], "Mes lieux")
        answer = ctl.run("feeds", "add", ADDRESS, json=False)
        equal(answer.code, DONE)
        true("already" in answer.out and "Mes lieux" in answer.out, answer.out)
        second = ctl.ask("feeds", "add", ADDRESS + "?page=2")
        true(second["id"] != first["id"])
        equal(len(ctl.ask("feeds")["feeds"]), 2)


def files_of_one_name_are_not_one_source():
    with Ctl() as ctl:
        ctl.ask("feeds", "add", ctl.write_feed("lieux.csv", 3))
        ctl.path("autre").mkdir()
        answer = ctl.run("feeds", "add", ctl.write_feed("autre/lieux.csv", 3))
        equal(answer.code, FAILED)
        is_sentence(answer.err)


def when_it_is_read_next():
    with Ctl() as ctl:
        now = time.strftime("%Y-%m-%dT%H:%M", time.gmtime())
        feed = ctl.ask("feeds", "add", ADDRESS)
        equal((feed["state"], feed["next"][:10], "message" in feed), ("never", now[:10], False))
        true("next" not in ctl.ask("feeds", "add", ADDRESS, "--every", "0"))
        true("next" in ctl.ask("feeds", "add", ADDRESS, "--every", "3"))
        true("next" not in ctl.ask("feeds", "disable", feed["id"]))
        ctl.ask("import", ctl.write_feed("lieux.csv", 3))
        shown = ctl.ask("feeds", "show", "lieux")
        equal(shown["next"][11:], shown["last_success"][11:])
        true(shown["next"] > time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 6.9 * 86400)), shown)
        table = ctl.run("feeds", json=False).out
        true("Next" in table and "T" not in table.split("lieux")[-1], table)


def a_token_needs_a_keyring():
    """There is none here: that is said, and nothing is half added."""
    with Ctl({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}) as ctl:
        for content in ("s3cr3t\n", " \n"):
            answer = ctl.run("feeds", "add", ADDRESS, "--token-file", ctl.write("jeton", content))
            equal(answer.code, FAILED)
            is_sentence(answer.err)
            true("s3cr3t" not in answer.out + answer.err)
        equal(ctl.run("feeds", "add", ADDRESS, "--token-file", ctl.path("absent")).code, FAILED)
        equal(ctl.ask("feeds")["feeds"], [])


def what_was_kept_survives_its_source():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 20))
        ctl.ask("shortlist", "create", "A")
        ctl.ask("shortlist", "add", "A", "lieux:7")
        title = ctl.ask("project", "lieux:7")["title"]
        ctl.ask("feeds", "remove", "lieux")
        entry = ctl.ask("shortlist", "show", "A")["entries"][0]
        equal((entry["gone"], entry["copy"]["title"]), (True, title))
        equal(list(ctl.data.joinpath("bodies").iterdir()), [])
        ctl.ask("import", ctl.path("lieux.csv"))
        equal(ctl.ask("shortlist", "show", "A")["entries"][0]["gone"], False)


def a_word_is_no_source():
    with Ctl() as ctl:
        for source in ("xyz", "/nulle/part.csv", "javascript:alert", "", ctl.path("."), "http://"):
            answer = ctl.run("feeds", "add", source)
            equal(answer.code, FAILED)
            is_sentence(answer.err)
        equal(ctl.ask("feeds")["feeds"], [])


def another_file_of_its_name_does_not_fail_a_source():
    with Ctl() as ctl:
        path = ctl.write_feed("lieux.csv", 20)
        ctl.ask("import", path)
        before = ctl.ask("feeds", "show", "lieux")
        for arguments in (["/nulle/part/lieux.csv"], [path, "--format", "json"], [path, "--mapping", ctl.write("m", "{")]):
            equal(ctl.run("import", *arguments).code, FAILED)
            equal(ctl.ask("feeds", "show", "lieux"), before)


main(no_password_is_shown, the_format_that_was_found_is_told, a_refresh_leaves_a_paused_source_paused, removed_is_removed,
     an_address_is_one_source, files_of_one_name_are_not_one_source, when_it_is_read_next, a_token_needs_a_keyring,
     what_was_kept_survives_its_source, a_word_is_no_source, another_file_of_its_name_does_not_fail_a_source)
