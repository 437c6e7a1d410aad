#!/usr/bin/env python3
"""Corrects a title and a place by keys alone, and adds a project, in a real window: corrections.py ESSAIM FIXTURES ARTIFACTS

What was corrected stands after a start; it is taken back. The project that was added is found, removed, and brought back.
"""

import contextlib
import pathlib
import sqlite3
import sys
import time

from gi.repository import GLib

import loopback
from essaim_app import App, Failed, Journey, role_of, wait_for

TITLE = "La Ruche solidaire"
OWN = "Atelier des voisines"


def focus_on(app, what, matches, key="Tab", most=80):
    """Moves the keyboard on until it stands on something, be it in another window."""
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


def named(name):
    return lambda node: (node.get_name() or "") == name


def wait_for_windows(app, n):
    """Asks for their number alone: GTK 4.8 ends when it is asked for a window that has just gone."""
    wait_for(f"{n} windows", lambda: (app.root.clear_cache(), app.root.get_child_count())[1] == n)


def type_over(app, text):
    app.keys_of_focus("ctrl+a")
    app.type_keys_of_focus(text)


def open_first(app, words):
    """Searches, and opens what is found first."""
    app.keys("ctrl+f")
    time.sleep(0.2)
    app.keys("ctrl+a")
    app.type_keys(words)
    wait_for("one result", lambda: app.count_results() == 1)
    app.keys("Return")
    focus_on(app, "the list", lambda node: role_of(node) == "list item" and role_of(node.get_parent()) == "list"
             and node.get_parent().get_name() == "Results")
    app.keys("Return")


def find_own(app):
    """The identifier of the project that was added: its menu has no accessible items in GTK 4.8."""
    with contextlib.closing(sqlite3.connect(f"file:{app.data_dir}/library.db?mode=ro", uri=True)) as library:
        return library.execute("SELECT id FROM project WHERE id LIKE 'own:%'").fetchone()[0]


def correct(app, journey):
    app.keys("F2")
    wait_for_windows(app, 2)
    wait_for("the title", lambda: (node := app.focused()) and named("Title")(node))
    type_over(app, TITLE)
    focus_on(app, "the search for a place", named("Search for a Place"))
    app.type_keys_of_focus("roubaix")
    app.find("list", "Communes Found")
    app.keys_of_focus("Return")
    wait_for("the map", lambda: (node := app.focused()) and (node.get_name() or "").startswith("Map: Roubaix, Nord"))
    app.keys_of_focus("ctrl+Return")
    wait_for_windows(app, 1)
    app.find("label", TITLE)
    app.find("label", "Corrected by You")
    journey.step("F2, a title and a commune: the project is shown corrected")


def steps(journey, holder, program, fixtures):
    app = holder["app"] = App(program, journey.home)
    app.follow_focus()
    starter = wait_for("the starter facts", app.count_results)
    app.act("import", GLib.Variant("s", loopback.serve(fixtures / "journeys") + "places.csv"))
    app.find("list", "Feeds on This Computer")
    app.keys("alt+1")
    wait_for("the feed", lambda: app.count_results() == starter + 40)

    open_first(app, "\"Maison du jardin 10\"")
    correct(app, journey)

    app.quit()
    app = holder["app"] = App(program, journey.home)
    app.follow_focus()
    wait_for("the window", app.count_results)
    open_first(app, f"\"{TITLE}\"")
    app.find("label", "Corrected by You")
    app.find("label", contains="Roubaix")
    journey.step("after a start it is found by the corrected title, in the corrected place")

    app.press(app.find("push button", "Take Back: Title"))
    undo = app.find("push button", contains="Undo")
    wait_for("what the source says", lambda: app.sees("label", "Maison du jardin 10"))
    journey.step("a field goes back to what its source says")
    app.press(undo)
    wait_for("the correction again", lambda: app.sees("push button", "Take Back: Title"))
    journey.step("Undo brings the correction back")

    app.keys("ctrl+shift+n")
    wait_for_windows(app, 2)
    wait_for("the title", lambda: (node := app.focused()) and named("Title")(node))
    app.type_keys_of_focus(OWN)
    focus_on(app, "the search for a place", named("Search for a Place"))
    app.type_keys_of_focus("45.7772, 3.0870")
    app.keys_of_focus("Return")
    app.find("status bar", contains="Clermont-Ferrand")
    app.keys_of_focus("ctrl+Return")
    wait_for_windows(app, 1)
    app.find("label", OWN)
    wait_for("one more", lambda: app.count_results() == 1 or app.count_results() == starter + 41)
    journey.step("a project is added, with a place, and shown")

    app.act("page", GLib.Variant("s", "explore"))
    open_first(app, f"\"{OWN}\"")
    app.find("label", contains="My projects")
    journey.step("it is found by search, among one's own projects")

    app.act("remove-own", GLib.Variant("(ss)", (find_own(app), OWN)))
    undo = app.find("push button", contains="Undo")
    wait_for("no result", lambda: app.count_results() == 0)
    journey.step("it is removed, and found no more")
    app.press(undo)
    wait_for("the project again", lambda: app.count_results() == 1)
    journey.step("Undo brings it back")

    app.quit()
    holder["app"] = None


def main():
    program, fixtures, artifacts = sys.argv[1], sys.argv[2], sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, pathlib.Path(fixtures)))


sys.exit(main())
