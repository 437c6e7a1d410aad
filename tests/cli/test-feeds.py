"""feeds: what is shown of the sources, and what becomes of them."""

from ctl import FAILED, Ctl, equal, main, true


def no_password_is_shown():
    with Ctl() as ctl:
        ctl.ask("feeds", "add", "https://moi:s3cret@example.org/lieux.csv")
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


main(no_password_is_shown, the_format_that_was_found_is_told, a_refresh_leaves_a_paused_source_paused, removed_is_removed)
