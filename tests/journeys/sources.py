#!/usr/bin/env python3
"""The life of a subscription, in a real window: sources.py ESSAIM FIXTURES ARTIFACTS

Subscribe from the person's own catalogue, stop in the middle, lose the server, be asked about a feed that has shrunk,
accept that, remove the feed, take that back, remove it for good.
"""

import http.server
import json
import pathlib
import sys
import threading
import time

from gi.repository import GLib

from essaim_app import App, Failed, Journey, wait_for

TITLE = "Ateliers de quartier"
HEAD = "id,nom,code_insee,commune,lat,lon\n"


def make_feed(n):
    return (HEAD + "".join(f"{i},Atelier {i:04},63113,Clermont-Ferrand,45.78,3.08\n" for i in range(1, n + 1))).encode()


class Feed:
    """A feed of this computer that can be slow, shrink and go away."""

    def __init__(self):
        feed = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                feed.n_asked += 1
                self.send_response(200)
                self.send_header("Content-Type", "text/csv")
                self.send_header("Content-Length", str(len(feed.body)))
                self.end_headers()
                half = len(feed.body) // 2
                try:
                    self.wfile.write(feed.body[:half])
                    self.wfile.flush()
                    feed.go_on.wait(30)
                    self.wfile.write(feed.body[half:])
                except OSError:
                    feed.n_left += 1

            def log_message(self, *args):
                pass

        self.body = make_feed(40)
        self.n_asked = self.n_left = 0
        self.go_on = threading.Event()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/ateliers.csv"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def open(self):
        """The same address again."""
        handler = self.server.RequestHandlerClass
        self.server = http.server.ThreadingHTTPServer(self.server.server_address, handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def write_catalogue(folder, feed):
    folder.mkdir(parents=True)
    entry = {"id": "ateliers", "title": TITLE, "publisher": "Ville", "summary": "Des ateliers.", "licence": "Licence Ouverte 2.0",
             "format": "csv", "address": feed.address, "records": 40}
    (folder / "mine.json").write_text(json.dumps({"feeds": [entry]}), encoding="utf-8")


class Row:
    """The row of the feed; the list is looked for once, for that takes seconds."""

    def __init__(self, app):
        self.rows = app.find("list", "Feeds on This Computer")

    def says(self, text):
        self.rows.clear_cache()
        rows = [self.rows.get_child_at_index(i) for i in range(self.rows.get_child_count())]
        # A row may go while they are counted.
        return any(row is not None and row.get_name().startswith(f"{TITLE}, {text}") for row in rows)


def steps(journey, holder, program, fixtures):
    feed = Feed()
    write_catalogue(pathlib.Path(journey.home) / "data" / "essaim" / "catalogue", feed)
    app = holder["app"] = App(program, journey.home)
    starter = wait_for("the starter facts", app.count_results)

    app.act("page", GLib.Variant("s", "sources"))
    search = app.find("entry", "Search the catalogue")
    app.type_into(search, "ateliers quartier")
    subscribe = app.find("push button", f"Subscribe to “{TITLE}”")
    wait_for("the others to go", lambda: not app.sees("push button", contains="Subscribe to “France Services”"))
    row = Row(app)
    app.press(subscribe)
    wait_for("the reading", lambda: row.says("Reading…"))
    wait_for("the server to be asked", lambda: feed.n_asked == 1)
    wait_for("the catalogue without it", lambda: not app.sees("push button", f"Subscribe to “{TITLE}”"))
    journey.step("a feed of the person's own catalogue is subscribed to and being read")

    stop = app.find("push button", f"Stop reading “{TITLE}”")
    began = time.monotonic()
    app.press(stop)
    wait_for("the end of it", lambda: row.says("Never read"))
    print(f"# stopped after {time.monotonic() - began:.1f} s")
    journey.step("Stop in the middle stops it at once")

    feed.go_on.set()
    app.act("refresh-feeds")
    wait_for("the records", lambda: row.says("Up to date, 40 records"), 30)
    app.act("page", GLib.Variant("s", "explore"))
    wait_for("the list", lambda: app.count_results() == starter + 40)
    journey.step("asked again, it is read")

    app.act("show-feed", GLib.Variant("s", "ateliers"))
    app.find("label", "40")
    app.find("label", contains="Read on ")
    feed.close()
    app.act("refresh-feeds")
    wait_for("the failure", lambda: row.says("Failing, 40 records"), 30)
    app.find("label", "The Last Try Failed")
    app.find("push button", "Try again to read the feed")
    journey.step("without its server, what was read stays, and the failure is told")

    feed.body = make_feed(5)
    feed.open()
    app.press(app.find("push button", "Try again to read the feed"))
    wait_for("the question", lambda: row.says("Confirm?, 40 records"), 30)
    app.find("label", "Many Records Are Missing")
    app.press(app.find("push button", "Accept the smaller feed all the same"))
    wait_for("the smaller feed", lambda: row.says("Up to date, 5 records"), 30)
    journey.step("a feed that has shrunk is asked about, and accepted")

    app.act("remove-feed", GLib.Variant("s", "ateliers"))
    wait_for("it to go", lambda: not row.says(""))
    app.act("undo-remove-feed", GLib.Variant("s", "ateliers"))
    wait_for("it to come back", lambda: row.says("Up to date, 5 records"))
    journey.step("it is removed, and brought back")

    app.act("remove-feed", GLib.Variant("s", "ateliers"))
    wait_for("it to go", lambda: not row.says(""))
    app.act("page", GLib.Variant("s", "explore"))
    wait_for("its records to go", lambda: app.count_results() == starter, 40)
    journey.step("removed for good, its records go")

    asked = feed.n_asked
    app.quit()
    app = holder["app"] = App(program, journey.home)
    wait_for("the starter facts", lambda: app.count_results() == starter)
    app.act("page", GLib.Variant("s", "sources"))
    if Row(app).says("") or feed.n_asked != asked:
        raise Failed("the feed is there again")
    app.quit()
    holder["app"] = None
    journey.step("it stays away after a new start")


def main():
    program, fixtures, artifacts = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program, fixtures))


sys.exit(main())
