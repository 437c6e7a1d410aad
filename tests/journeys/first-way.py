#!/usr/bin/env python3
"""The first whole way through, in a real window: first-way.py ESSAIM FIXTURES ARTIFACTS

Start empty, read a feed from a loopback server, see list and map fill, filter, open Clermont-Ferrand, keep a project
with a note, quit, start again, find it, export it. The feed is the census of third places where the shared test data is
at hand, a small made-up one else.
"""

import csv
import json
import os
import pathlib
import sys

from gi.repository import GLib

import loopback
from essaim_app import App, Failed, Journey, wait_for

NOTE = "Appeler lundi : l’équipe reçoit, « très » motivée."


def choose_feed(fixtures):
    census = pathlib.Path(os.environ.get("ESSAIM_SHARED", "/nowhere"), "data", "feeds", "tiers-lieux-cget-2019",
                          "CGET_TiersLieux_2019.csv")
    return (census, 1512) if census.exists() else (fixtures / "journeys" / "places.csv", 40)


def steps(journey, holder, program, fixtures):
    feed, records = choose_feed(fixtures)
    print(f"# feed: {feed.name}, {records} records")
    address = loopback.serve(feed.parent) + feed.name

    app = holder["app"] = App(program, journey.home)
    starter = wait_for("the starter facts", lambda: app.count_results())
    journey.step(f"the window shows {starter} starter facts before any feed")

    app.act("page", GLib.Variant("s", "sources"))
    app.act("import", GLib.Variant("s", address))
    app.find("label", contains=f"{records:,}".replace(",", "") if records < 1000 else "1", patience=60)
    app.act("page", GLib.Variant("s", "explore"))
    # A few places are in the census twice, and are one project.
    wait_for("the list to fill", lambda: starter + 0.98 * records < (app.count_results() or 0) <= starter + records, 60)
    journey.step(f"the feed of {records} records was read and fills the list")

    wait_for("the map to say how many", lambda: app.sees(contains="Map of") or app.sees(contains="results in view"))
    journey.step("the map says what it shows")

    before = app.count_results()
    app.click_until(lambda: app.find("check box", contains="Places,"), "fewer results",
                    lambda: app.count_results() not in (None, before))
    filtered = app.count_results()
    journey.step(f"the filter “Places” leaves {filtered} of {before}")

    app.act("page", GLib.Variant("s", "territories/clermont-ferrand"))
    app.find("label", "Clermont-Ferrand")
    app.find("label", contains="CISCA") if app.sees("label", contains="CISCA") else app.find("label", contains="Cisca")
    journey.step("Clermont-Ferrand opens, with who carries its label")

    app.press(app.find("push button", "Show the Projects of This Territory"))
    wait_for("the territory's projects", lambda: 0 < (app.count_results() or 0) < filtered)
    here = app.count_results()
    journey.step(f"{here} projects are in Clermont-Ferrand")

    app.click_until(lambda: app.first_row("Results"), "the project", lambda: app.sees("push button", "Keep"))
    app.press(app.find("push button", "Keep"))
    app.find("push button", contains="Shortlists, 1 project")
    journey.step("a project is kept on a shortlist")

    app.act("page", GLib.Variant("s", "shortlists"))
    open_first_entry(app)
    app.click(app.find("text", contains="Note"))
    app.type_keys(NOTE)
    wait_for("the last letter", lambda: app.text_of(app.find("text", contains="Note")) == NOTE)
    app.quit()
    holder["app"] = None
    journey.step("a note is typed and the window is closed at once")

    app = holder["app"] = App(program, journey.home)
    app.find("push button", contains="Shortlists, 1 project", patience=30)
    app.act("page", GLib.Variant("s", "shortlists"))
    open_first_entry(app)
    text = wait_for("the note", lambda: app.text_of(app.find("text", contains="Note")))
    if text != NOTE:
        raise Failed(f"the note came back as “{text}”")
    journey.step("after a new start the shortlist is there with its note")

    check_exports(app, journey)
    app.quit()
    holder["app"] = None
    journey.step("the window closes without a complaint")


def open_first_entry(app):
    app.click_until(lambda: app.first_row("Entries"), "the entry", lambda: app.sees("text", contains="Note"))


def check_exports(app, journey):
    table = pathlib.Path(journey.home, "shortlist.csv")
    app.act("export-shortlist-to", GLib.Variant("s", str(table)))
    wait_for("the table", table.exists)
    with open(table, encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    if len(rows) != 1 or rows[0]["note"] != NOTE or not rows[0]["licence"] and not rows[0]["source"]:
        raise Failed(f"the table holds {rows}")

    features = pathlib.Path(journey.home, "shortlist.geojson")
    app.act("export-shortlist-to", GLib.Variant("s", str(features)))
    wait_for("the map file", features.exists)
    collection = json.loads(features.read_text(encoding="utf-8"))
    longitude, latitude = collection["features"][0]["geometry"]["coordinates"][:2]
    if not (2.8 < longitude < 3.4 and 45.6 < latitude < 46.0):
        raise Failed(f"the project lies at {latitude}, {longitude}, not in Clermont-Ferrand")
    journey.step("the shortlist is exported as CSV and GeoJSON")


def main():
    program, fixtures, artifacts = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, fixtures))


sys.exit(main())
