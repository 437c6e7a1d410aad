#!/usr/bin/env python3
"""Shortlists by name, and back by undo, in a real window: shortlists.py ESSAIM FIXTURES ARTIFACTS"""

import sys

from gi.repository import GLib

from essaim_app import App, Journey, wait_for


def lists_with(app, name):
    """The labels of the list of shortlists that say the name."""
    return [node for node in app.find_all("label", name) if app.has_room(node)]


def steps(journey, holder, program):
    app = holder["app"] = App(program, journey.home)
    wait_for("the starter facts", app.count_results)
    app.act("page", GLib.Variant("s", "shortlists"))
    app.find("push button", "Explore Projects")
    journey.step("without a shortlist there is one thing to do")

    for name in ("Mobilité", "Alimentation <b>& Co</b>"):
        app.act("create-shortlist", GLib.Variant("s", name))
        wait_for(f"“{name}”", lambda name=name: lists_with(app, name))
    journey.step("two shortlists are made, and their names are text, not markup")

    app.act("create-shortlist", GLib.Variant("s", "Mobilité"))
    app.find(contains="There is a shortlist “Mobilité” already")
    journey.step("a name in use is refused in a sentence")

    app.act("delete-shortlist")
    undo = app.find("push button", contains="Undo")
    wait_for("one list", lambda: not lists_with(app, "Alimentation <b>& Co</b>"))
    journey.step("the chosen shortlist is deleted, and said to be")

    app.press(undo)
    wait_for("both lists", lambda: lists_with(app, "Alimentation <b>& Co</b>") and lists_with(app, "Mobilité"))
    journey.step("Undo brings it back")

    app.quit()
    holder["app"] = None


def main():
    program, artifacts = sys.argv[1], sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program))


sys.exit(main())
