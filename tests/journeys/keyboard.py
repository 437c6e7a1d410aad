#!/usr/bin/env python3
"""The first way through without a mouse, with keys alone: keyboard.py ESSAIM FIXTURES ARTIFACTS"""

import pathlib
import sys
import time

from gi.repository import GLib

import loopback
from essaim_app import App, Failed, Journey, role_of, wait_for

NOTE = "Rappeler mardi."


def tab_to(app, what, matches, key="Tab", most=60):
    """Moves the keyboard on until it stands on something."""
    for _ in range(most):
        node = app.focused()
        if node is not None and matches(node):
            return node
        app.keys(key)
        time.sleep(0.2)  # the news of it is on its way
    print(f"# the keyboard is on {role_of(node)} “{node.get_name()}”" if node is not None else "# the keyboard is nowhere")
    raise Failed(f"{most} times {key} did not lead to {what}")


def in_results(node):
    return role_of(node) == "list item" and role_of(node.get_parent()) == "list" and node.get_parent().get_name() == "Results"


def steps(journey, holder, program, fixtures):
    app = holder["app"] = App(program, journey.home)
    app.follow_focus()
    starter = wait_for("the starter facts", app.count_results)
    app.act("import", GLib.Variant("s", loopback.serve(fixtures / "journeys") + "places.csv"))
    app.find("list", "Feeds on This Computer")

    app.keys("alt+1")
    wait_for("the feed", lambda: app.count_results() == starter + 40)
    app.keys("ctrl+f")
    app.type_keys("atelier")
    found = wait_for("fewer results", lambda: app.count_results() < starter and app.count_results())
    journey.step(f"Ctrl+F and a word leave {found} results")

    app.keys("Return")
    first = tab_to(app, "the list", in_results)
    app.keys("Down")
    second = wait_for("the next row", lambda: (node := app.focused()) and in_results(node) and node.get_name() != first.get_name() and node)
    title = second.get_name().split(",")[0]
    journey.step("Tab leads into the list, Down to the next row")

    app.keys("Tab")
    wait_for("its button", lambda: (node := app.focused()) and node.get_name() == "Keep on a Shortlist")
    app.keys("shift+Tab")
    wait_for("the row again", lambda: (node := app.focused()) and in_results(node) and node.get_name() == second.get_name())
    app.keys("Tab", "Tab")
    wait_for("what follows the list", lambda: (node := app.focused()) and not in_results(node) and node.get_name() != "Keep on a Shortlist")
    app.keys("shift+Tab")
    wait_for("the row once more", lambda: (node := app.focused()) and in_results(node) and node.get_name() == second.get_name())
    journey.step("Tab goes through one row and leaves the list, Shift+Tab comes back to it")

    app.keys("Return")
    wait_for("the project", lambda: app.sees("push button", "Keep"))
    app.keys("ctrl+d")
    app.find("push button", contains="Shortlists, 1 project")
    journey.step("Enter opens it, Ctrl+D keeps it")

    app.keys("Escape")
    wait_for("the list alone", lambda: in_results(app.focused()))
    journey.step("Escape closes it and returns to its row")

    app.keys("alt+3")
    tab_to(app, "the entry", lambda node: role_of(node) == "list item" and title in (node.get_name() or ""))
    app.keys("Return")
    tab_to(app, "the note", lambda node: role_of(node) == "text" and "Note" in (node.get_name() or ""))
    app.type_keys(NOTE)
    wait_for("the note", lambda: app.text_of(app.find("text", contains="Note")) == NOTE)
    journey.step("a note is typed")

    app.keys("alt+1")
    app.keys("ctrl+shift+f")
    wait_for("all again", lambda: app.count_results() == starter + 40)
    app.keys("Escape")
    tab_to(app, "the filters", lambda node: "themes" in (node.get_name() or ""), "F6", 6)
    tab_to(app, "a theme", lambda node: role_of(node) == "check box" and "Mobility" in (node.get_name() or ""), "Down")
    app.keys("space")
    wait_for("the theme alone", lambda: 0 < app.count_results() < starter)
    journey.step("arrows and Space choose a theme")

    app.keys("alt+2")
    tab_to(app, "the search for territories", lambda node: node.get_name() == "Search for a Territory")
    app.type_keys("clermont")
    tab_to(app, "Clermont-Ferrand", lambda node: role_of(node) == "list item" and "Clermont" in (node.get_name() or ""))
    app.keys("Return")
    app.find("push button", "Show the Projects of This Territory")
    journey.step("a territory is found by its name and opened")

    tab_to(app, "the territory", lambda node: node.get_name() == "Show the Projects of This Territory")
    app.keys("Escape")
    wait_for("its row", lambda: role_of(app.focused()) == "list item")
    journey.step("Escape closes it and returns to its row")

    app.keys("ctrl+question")
    wait_for("the keys", lambda: app.root.get_child_count() > 1)
    app.keys_of_focus("Escape")
    wait_for("the window alone", lambda: app.root.get_child_count() == 1)
    journey.step("Ctrl+? shows the keys, Escape puts them away")

    app.keys("ctrl+q")
    if app.process.wait(timeout=30) != 0:
        raise Failed("Essaim did not end well")
    holder["app"] = None
    journey.step("Ctrl+Q ends it")


def main():
    program, fixtures, artifacts = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, fixtures))


sys.exit(main())
