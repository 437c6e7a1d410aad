#!/usr/bin/env python3
"""Walks every page of a real window: no control may lack a name, or have its class for one: every-control-named.py ESSAIM FIXTURES ARTIFACTS"""

import pathlib
import re
import sys

from gi.repository import GLib

import loopback
from essaim_app import App, Failed, Journey, role_of, wait_for

INTERACTIVE = {"push button", "toggle button", "check box", "combo box", "text", "entry", "slider", "spin button", "switch",
               "menu item", "link", "page tab", "radio button", "password text"}
CLASS_NAME = re.compile(r"^(Gtk|Adw|Shumate|Essaim|G[A-Z])[A-Za-z]+$")
PAGES = ["explore", "territories", "territories/clermont-ferrand", "territories/genevois-innovales", "shortlists", "sources"]


def nameless(app):
    found = []
    for node in app.find_all():
        role, name = role_of(node), node.get_name() or ""
        if role in INTERACTIVE and (not name.strip() or CLASS_NAME.match(name) or name.startswith("_")):
            parent = node.get_parent()
            # The cross of a toast is libadwaita's, which names it from 1.3 on; a toast goes by itself.
            if parent.get_name() == "AdwToastWidget":
                continue
            found.append(f"{role} “{name}” in {parent.get_role_name()} “{parent.get_name()}”")
    return found


def steps(journey, holder, program, fixtures):
    app = holder["app"] = App(program, journey.home)
    wait_for("the starter facts", lambda: app.sees("label", contains="result"))
    address = loopback.serve(fixtures / "journeys") + "places.csv"
    app.act("import", GLib.Variant("s", address))
    app.find("list", "Feeds on This Computer")
    app.act("create-shortlist", GLib.Variant("s", "Comité de mars"))

    for page in PAGES:
        app.act("page", GLib.Variant("s", page))
        wait_for(f"page {page}", lambda: any(True for _ in app.find_all("push button")))
        problems = nameless(app)
        if problems:
            raise Failed(f"page {page}: {len(problems)} controls without a name: {'; '.join(problems[:8])}")
        journey.step(f"every control of page {page} has a name")

    app.act("page", GLib.Variant("s", "explore"))
    app.click_until(lambda: app.find("list", "Results").get_child_at_index(0), "the project",
                    lambda: app.sees("push button", "Keep"))
    problems = nameless(app)
    if problems:
        raise Failed(f"open project: {'; '.join(problems[:8])}")
    journey.step("every control of an open project has a name")

    app.quit()
    holder["app"] = None


def main():
    program, fixtures, artifacts = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, fixtures))


sys.exit(main())
