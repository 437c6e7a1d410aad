#!/usr/bin/env python3
"""Walks every page of a real window: no control may lack a name, or have its class for one: every-control-named.py ESSAIM FIXTURES ARTIFACTS"""

import pathlib
import re
import sys

from gi.repository import GLib

import loopback
from essaim_app import App, Atspi, Failed, Journey, role_of, wait_for

INTERACTIVE = {"push button", "toggle button", "check box", "combo box", "text", "entry", "slider", "spin button", "switch",
               "menu item", "link", "page tab", "radio button", "password text"}
CLASS_NAME = re.compile(r"^(Gtk|Adw|Shumate|Essaim|G[A-Z])[A-Za-z]+$")
# Page, its widget (the whole window once), and the buttons there that open a popover.
PAGES = [
    ("explore", None, ["Main Menu", "Choose My Territory", "Order of the Results", "Layers"]),
    ("territories", "EssaimTerritoriesPage", []),
    ("territories/clermont-ferrand", "EssaimTerritoriesPage", []),
    ("territories/genevois-innovales", "EssaimTerritoriesPage", []),
    ("shortlists", "EssaimShortlistsPage", ["Change the Shortlist", "Export the Shortlist", "New Shortlist"]),
    ("sources", "EssaimSourcesPage", ["Menu of the Feed"]),
]


def path_of(node, depth=4):
    names = []
    while node is not None and len(names) < depth:
        names.append(f"{role_of(node)} “{node.get_name()}”")
        node = node.get_parent()
    return " in ".join(names)


def is_nameless(node):
    name = node.get_name() or ""
    return not name.strip() or CLASS_NAME.match(name) or name.startswith("_")


def nameless(app, root):
    """Controls below a widget. A pane that was never opened is not filled, and has no room."""
    app.root.clear_cache()
    return [path_of(node) for node in app.walk(root) if role_of(node) in INTERACTIVE and is_nameless(node)
            # The cross of a toast is libadwaita's, which names it from 1.3 on; a toast goes by itself.
            and node.get_parent().get_name() != "AdwToastWidget" and app.has_room(node)]


def check(app, journey, what, root=None):
    problems = nameless(app, root)
    if problems:
        raise Failed(f"{what}: {len(problems)} controls without a name: {'; '.join(problems[:8])}")
    journey.step(f"every control of {what} has a name")


def check_opener(app, journey, page, name):
    button = app.find_menu_button(name)
    app.press(button)
    wait_for(f"what “{name}” opens", lambda: is_pressed(app, button))
    check(app, journey, f"page {page}, “{name}” open", button.get_parent())
    app.keys("Escape")


def is_pressed(app, button):
    app.root.clear_cache()
    states = button.get_state_set()
    return states.contains(Atspi.StateType.PRESSED) or states.contains(Atspi.StateType.CHECKED)


def steps(journey, holder, program, fixtures):
    app = holder["app"] = App(program, journey.home)
    wait_for("the starter facts", app.count_results)
    address = loopback.serve(fixtures / "journeys") + "places.csv"
    app.act("import", GLib.Variant("s", address))
    app.find("list", "Feeds on This Computer")
    app.act("create-shortlist", GLib.Variant("s", "Comité de mars"))

    for page, widget, openers in PAGES:
        app.act("page", GLib.Variant("s", page))
        root = app.find(name=widget) if widget else None
        check(app, journey, f"page {page}", root)
        for name in openers:
            check_opener(app, journey, page, name)

    app.act("page", GLib.Variant("s", "explore"))
    app.click_until(lambda: app.first_row("Results"), "the project", lambda: app.sees("push button", "Keep"))
    check(app, journey, "an open project")

    app.press(app.find("push button", "Keep"))
    app.find("push button", contains="Shortlists, 1 project")
    app.act("page", GLib.Variant("s", "shortlists"))
    app.click_until(lambda: app.first_row("Entries"), "the entry", lambda: app.sees("text", contains="Note"))
    check(app, journey, "an open entry")

    app.act("page", GLib.Variant("s", "explore"))
    for what, action in (("adds a project", "add-project"), ("corrects a project", "correct-selected")):
        app.act(action)
        app.find(name="Search for a Place")
        check(app, journey, f"the window that {what}")
        app.keys_of_focus("Escape")
        wait_for("the window to close", lambda: (app.root.clear_cache(), app.root.get_child_count())[1] == 1)

    app.act("add-feed")
    app.find("text", "Address of a Table, or a File")
    check(app, journey, "the window that adds a source")
    app.type_into(app.find("text", "Address of a Table, or a File"), str(fixtures / "journeys" / "rubriques.csv"))
    app.press(app.find("push button", "Read"))
    forward = app.find("push button", "Preview 5 Rows")
    check(app, journey, "the columns of a source")
    app.press(forward)
    app.find("push button", "Add")
    check(app, journey, "the licence of a source")

    app.quit()
    holder["app"] = None


def main():
    program, fixtures, artifacts = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, fixtures))


sys.exit(main())
