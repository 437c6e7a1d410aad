#!/usr/bin/env python3
"""Adds a table whose columns say nothing, and mends what they mean by keys alone: add-feed.py ESSAIM FIXTURES ARTIFACTS"""

import pathlib
import shutil
import sys

from gi.repository import GLib

from essaim_app import App, Atspi, Failed, Journey, role_of, wait_for

# What each column is, in the words of the window.
MEANINGS = [("rubrique a", "Name"), ("rubrique b", "Organisation"), ("rubrique c", "Commune"), ("rubrique d", "Place (text)"),
            ("rubrique e", "Amount"), ("rubrique f", "Theme")]


def find_head(app, column):
    """The button that says what a column is."""
    return app.first("push button", contains=f"What “{column}” is")


def is_read(app):
    app.root.clear_cache()
    button = app.first("push button", contains="Preview 5 Rows")
    return button is not None and button.get_state_set().contains(Atspi.StateType.SENSITIVE)


def wait_for_one_window(app):
    """Asks for their number alone: GTK 4.8 ends when it is asked for a window that has just gone."""
    wait_for("the window to close", lambda: (app.root.clear_cache(), app.root.get_child_count())[1] == 1)


def focus_on(app, what, matches, key="Tab", most=40):
    for _ in range(most):
        node = app.focused()
        if node is not None and matches(node):
            return node
        app.keys_of_focus(key)
        try:
            wait_for("the focus to move", lambda node=node: app.focused() is not node, 0.5)
        except Failed:
            pass
    raise Failed(f"{most} times {key} did not lead to {what}")


def mend(app, column, meaning):
    """Opens the button of a column by the keyboard, and goes down to its meaning."""
    head = focus_on(app, f"the button of “{column}”", lambda node: f"What “{column}” is" in (node.get_name() or ""))
    if (head.get_name() or "").endswith(f": {meaning}"):
        return
    app.keys_of_focus("space")
    wait_for("the list", lambda: (node := app.focused()) and role_of(node) == "list item")
    app.keys_of_focus("Home")
    focus_on(app, f"“{meaning}”", lambda node: role_of(node) == "list item" and node.get_name() == meaning, "Down")
    app.keys_of_focus("Return")
    wait_for(f"“{column}” to be {meaning}", lambda: find_head(app, column).get_name().endswith(f": {meaning}"))


def steps(journey, holder, program, fixtures):
    app = holder["app"] = App(program, journey.home)
    starter = wait_for("the starter facts", app.count_results)
    path = pathlib.Path(journey.home) / "rubriques.csv"
    shutil.copy(fixtures / "journeys" / "rubriques.csv", path)

    app.act("page", GLib.Variant("s", "sources"))
    app.act("add-feed")
    address = app.find("text", "Address of a Table, or a File")
    journey.step("the window asks for an address or a file")

    app.follow_focus()
    app.type_into(address, str(path))
    app.press(app.find("push button", "Read"))
    wait_for("the whole to be read", lambda: is_read(app))
    if not app.sees("label", "Épicerie du quai"):
        raise Failed("the accents of Windows-1252 are not right")
    journey.step("the table is shown with its accents")

    for column, meaning in MEANINGS:
        mend(app, column, meaning)
    wait_for("the repair", lambda: app.sees("label", "1004 › 01004"))
    wait_for("the whole to be read again", lambda: is_read(app))
    journey.step("the keyboard says what each column is, and a code gets its zero back")

    app.press(app.find("push button", contains="Preview 5 Rows"))
    add = app.find("push button", "Add")
    if add.get_state_set().contains(Atspi.StateType.SENSITIVE):
        raise Failed("the source can be added before its licence is confirmed")
    check = focus_on(app, "the licence", lambda node: role_of(node) == "check box")
    app.keys_of_focus("space")
    wait_for("Add to be possible", lambda: (app.root.clear_cache(), add.get_state_set().contains(Atspi.StateType.SENSITIVE))[1])
    journey.step(f"Add waits for “{check.get_name()}”")

    app.press(add)
    wait_for_one_window(app)
    app.find("label", "rubriques")
    journey.step("the sources page shows the report of the new source")

    app.act("page", GLib.Variant("s", "explore"))
    wait_for("the records", lambda: app.count_results() == starter + 5)
    journey.step("its records are among the results")

    app.quit()
    holder["app"] = None


def main():
    program, fixtures, artifacts = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, fixtures))


sys.exit(main())
