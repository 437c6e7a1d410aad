"""The command line: options, exit codes, one document, one sentence."""

import json

from ctl import DONE, FAILED, STORE, USAGE, Ctl, equal, is_sentence, main, true

COMMANDS = ["import", "inspect", "feeds", "search", "project", "territories", "shortlist", "export", "stats", "check",
            "backup", "restore", "refresh"]
LATER = ["gaps", "ideas", "compare"]


def help_lists_what_there_is():
    with Ctl() as ctl:
        answer = ctl.run("--help", json=False)
        equal(answer.code, DONE)
        for command in COMMANDS:
            true(f"\n  {command} " in answer.out, command)
        for command in LATER:
            true(f"\n  {command} " not in answer.out, command)


def every_command_has_help():
    with Ctl() as ctl:
        for command in COMMANDS:
            answer = ctl.run(command, "--help", json=False)
            equal((answer.code, answer.err), (DONE, ""))
            true(f"essaimctl [OPTION…] {command}" in answer.out, answer.out)
            true("--data-dir" in answer.out)
        true('"sites": [{"insee"' in ctl.run("own", "--help", json=False).out)
        true(not ctl.data.exists())


def version_everywhere():
    with Ctl() as ctl:
        first = ctl.run("--version", json=False)
        second = ctl.run("search", "--version", json=False)
        equal(first.code, DONE)
        true(first.out.startswith("essaimctl 0."), first.out)
        equal(first.out, second.out)


def wrong_usage_is_2():
    with Ctl() as ctl:
        for arguments in ([], ["nonsense"], ["search", "--nonsense"], ["search", "--theme", "XXX"],
                          ["search", "--kind", "thing"], ["search", "--challenge", "x"], ["search", "--audience", "x"],
                          ["search", "--near", "95,3"], ["search", "--near", "45.7"], ["search", "--within", "5"],
                          ["search", "--bbox", "1,2,3"], ["search", "--placed", "perhaps"], ["search", "--since", "soon"],
                          ["search", "--sort", "colour"], ["search", "--sort", "distance"], ["search", "--limit", "-1"],
                          ["search", "--limit", "many"], ["import"], ["import", "a", "b"], ["import", "a", "--feed", "A B"],
                          ["import", "a", "--format", "xls"], ["project"], ["feeds", "dance"], ["feeds", "show"],
                          ["territories", "show"], ["territories", "at", "here"], ["territories", "list", "--kind", "x"],
                          ["territories", "list", "--label", "x"], ["shortlist", "add", "x"], ["restore"],
                          ["shortlist", "status", "a", "b", "lovely"], ["stats", "x"], ["check", "x"]):
            answer = ctl.run(*arguments)
            equal(answer.code, USAGE, arguments)
            is_sentence(answer.err)
            equal(list(answer.json), ["error"])


def later_commands_are_2_with_a_sentence():
    with Ctl() as ctl:
        for command in LATER + ["shortlist merge"]:
            answer = ctl.run(*command.split(), "x", json=False)
            equal((answer.code, answer.out), (USAGE, ""))
            is_sentence(answer.err)
            true(command in answer.err)


def what_is_not_there_is_1():
    with Ctl() as ctl:
        for arguments in (["project", "nobody:1"], ["territories", "show", "nowhere"], ["territories", "of", "00000"],
                          ["search", "--territory", "nowhere"], ["feeds", "show", "x"], ["feeds", "remove", "x"],
                          ["feeds", "enable", "x"], ["shortlist", "show", "x"], ["shortlist", "add", "x", "y"],
                          ["backup", ctl.path("missing/copy.db")], ["restore", ctl.path("missing.db")],
                          ["inspect", ctl.path("missing.csv")], ["export", ctl.path("x.odt")],
                          ["export", ctl.path("missing/x.csv")]):
            answer = ctl.run(*arguments)
            equal(answer.code, FAILED, arguments)
            is_sentence(answer.err)
            equal(list(answer.json), ["error"])
            equal(answer.json["error"] in answer.err, True)


def options_before_and_after_the_command():
    with Ctl() as ctl:
        before = ctl.run("feeds")
        after = ctl.run("feeds", "--json", json=False)
        joined = ctl.run("feeds", "--json", f"--data-dir={ctl.data}", json=False)
        equal(before.out, after.out)
        equal(before.out, joined.out)
        true(ctl.data.joinpath("work.db").exists())


def exactly_one_document():
    with Ctl() as ctl:
        ctl.write_feed("lieux.csv", 5)
        for arguments in (["import", ctl.path("lieux.csv")], ["inspect", ctl.path("lieux.csv")], ["feeds"],
                          ["feeds", "show", "lieux"], ["feeds", "disable", "lieux"], ["search", "lieu"],
                          ["project", "lieux:1"], ["territories"], ["territories", "show", "roubaix"],
                          ["shortlist", "create", "A"], ["shortlist", "add", "A", "lieux:1"],
                          ["shortlist", "note", "A", "lieux:1", "x"], ["shortlist"], ["shortlist", "show", "A"],
                          ["shortlist", "export", "A", ctl.path("a.csv")], ["shortlist", "remove", "A", "lieux:1"],
                          ["export", ctl.path("all.json")], ["stats"], ["check"], ["backup"],
                          ["backup", ctl.path("copy.db")], ["restore", ctl.path("copy.db")], ["feeds", "remove", "lieux"]):
            answer = ctl.run(*arguments)
            equal((answer.code, answer.err), (DONE, ""), arguments)
            true(isinstance(json.loads(answer.out), dict), answer.out)


def text_for_people():
    with Ctl() as ctl:
        ctl.write_feed("lieux.csv", 30)
        for arguments in (["import", ctl.path("lieux.csv")], ["inspect", ctl.path("lieux.csv")], ["feeds"], ["search", "lieu"],
                          ["project", "lieux:1"], ["territories", "show", "roubaix"], ["territories"], ["stats"], ["check"],
                          ["shortlist", "create", "A"], ["shortlist", "add", "A", "lieux:1"], ["shortlist", "show", "A"]):
            answer = ctl.run(*arguments, json=False)
            equal((answer.code, answer.err), (DONE, ""), arguments)
            true(answer.out.endswith("\n") and "(null)" not in answer.out and "{" not in answer.out, answer.out)


def quiet_says_nothing_of_success():
    with Ctl() as ctl:
        ctl.write_feed("lieux.csv", 5)
        answer = ctl.run("import", "--quiet", ctl.path("lieux.csv"), json=False)
        equal((answer.code, answer.out, answer.err), (DONE, "", ""))
        true("Lieu 1" in ctl.run("search", "--quiet", "lieu", json=False).out)


def any_locale():
    with Ctl() as ctl:
        ctl.write_feed("lieux.csv", 20)
        ctl.ask("import", ctl.path("lieux.csv"))
        ctl.ask("shortlist", "create", "Sélection d’été")
        expected = ctl.ask("search", "mobilité")
        for locale in ("C", "POSIX", "fr_FR.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"):
            answer = ctl.run("search", "mobilité", environment={"LC_ALL": locale})
            equal(answer.json, expected, locale)
            equal(ctl.run("shortlist", "show", "Sélection d’été", environment={"LC_ALL": locale}).code, DONE)


def arguments_that_begin_with_a_dash():
    with Ctl() as ctl:
        ctl.write_feed("lieux.csv", 3)
        ctl.ask("import", ctl.path("lieux.csv"))
        ctl.ask("shortlist", "create", "A")
        ctl.ask("shortlist", "add", "A", "lieux:1")
        for note in ("-5 % de coût horaire", "- rappeler", "-", "–"):
            ctl.ask("shortlist", "note", "A", "lieux:1", note)
            equal(ctl.ask("shortlist", "show", "A")["entries"][0]["note"], note)
        answer = ctl.run("search", "--limit", "-1")
        true("-1" in answer.err and "\x1f" not in answer.err and "u001f" not in answer.err, answer.err)
        ctl.ask("shortlist", "note", "--", "A", "lieux:1", "--note")
        equal(ctl.ask("shortlist", "show", "A")["entries"][0]["note"], "--note")
        true("mayotte" in [t["id"] for t in ctl.ask("territories", "at", "-12.78,45.23")["territories"]])
        equal(ctl.ask("search", "--near", "-12.78,45.23", "--within", "1")["facets"]["source"].keys() <= {"lieux"}, True)


def store_that_cannot_be_used_is_3():
    with Ctl() as ctl:
        ctl.data.write_text("a file where the folder should be")
        answer = ctl.run("stats")
        equal(answer.code, STORE, answer.err)
        is_sentence(answer.err)


main(help_lists_what_there_is, every_command_has_help, version_everywhere, wrong_usage_is_2,
     later_commands_are_2_with_a_sentence, what_is_not_there_is_1, options_before_and_after_the_command,
     exactly_one_document, text_for_people, quiet_says_nothing_of_success, any_locale, arguments_that_begin_with_a_dash,
     store_that_cannot_be_used_is_3)
