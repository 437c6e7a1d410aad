"""import, inspect, feeds."""

import http.server
import os
import signal
import threading

from ctl import DONE, FAILED, Ctl, equal, is_sentence, main, make_csv, true

REPORT = {"feed", "outcome", "message", "format", "encoding", "delimiter", "read", "new", "changed", "unchanged", "gone",
          "refused", "projects", "sites", "merged", "placed", "themed", "warnings", "refusals", "seconds"}
PRECISIONS = {"point", "street", "commune", "postcode", "department", "none"}


def counts(report):
    return [report[name] for name in ("read", "new", "changed", "unchanged", "gone", "refused")]


def state(ctl):
    """All that a failed import must leave alone."""
    stats = ctl.ask("stats")
    for size in ("library_bytes", "work_bytes"):
        del stats[size]
    return stats, ctl.ask("search", "--limit", "5000")["results"], [f["id"] for f in ctl.ask("feeds")["feeds"]]


def a_first_import():
    with Ctl() as ctl:
        report = ctl.ask("import", ctl.write_feed("Mes Lieux_2024.csv", 40))
        equal(set(report) - {"suggested", "bytes"}, REPORT)
        equal((report["feed"], report["outcome"]), ("mes-lieux-2024", "imported"))
        equal((report["format"], report["encoding"], report["delimiter"]), ("csv", "UTF-8", ","))
        equal(counts(report), [40, 40, 0, 0, 0, 0])
        equal(set(report["placed"]), PRECISIONS)
        equal(report["placed"]["point"], 40)
        equal((report["projects"], report["sites"]), (40, 40))
        is_sentence(report["message"])
        equal(ctl.ask("stats")["projects"], 40)


def the_same_again_and_a_change():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 40))
        again = ctl.ask("import", ctl.path("lieux.csv"))
        equal((again["outcome"], counts(again)), ("unchanged", [40, 0, 0, 40, 0, 0]))
        changed = ctl.ask("import", ctl.write_feed("lieux.csv", 42, edition="renouvelé"))
        equal((changed["outcome"], counts(changed)), ("imported", [42, 2, 40, 0, 0, 0]))


def a_feed_that_shrinks():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 40))
        before = state(ctl)
        answer = ctl.run("import", ctl.write_feed("lieux.csv", 15))
        equal((answer.code, answer.json["outcome"]), (FAILED, "needs-confirmation"))
        is_sentence(answer.err)
        equal("--accept-shrink" in answer.err, True)
        equal(state(ctl), before)
        report = ctl.ask("import", "--accept-shrink", ctl.path("lieux.csv"))
        equal((report["outcome"], report["gone"]), ("imported", 25))


def a_dry_run():
    with Ctl() as ctl:
        report = ctl.ask("import", "--dry-run", ctl.write_feed("lieux.csv", 40))
        equal((report["outcome"], report["new"]), ("imported", 40))
        equal(ctl.ask("stats")["projects"], 0)
        equal(ctl.ask("feeds"), {"feeds": []})


def what_is_no_data():
    bad = {
        "page.csv": "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Bientôt</body></html>",
        "pdf.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
        "vide.csv": "",
        "blancs.csv": "\n\n\n",
        "coupe.json": '[{"nom": "Lieu", "latitude": 45.7}, {"nom": "Li',
        "coupe.geojson": '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, "properti',
        "profond.json": "[" * 100_000,
        "profond2.json": '{"a":' * 100_000,
        "zip.csv": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(200),
        "bruit.csv": bytes(range(256)) * 40,
        "nombre.json": "42",
    }
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 20))
        before = state(ctl)
        for name, content in bad.items():
            answer = ctl.run("import", ctl.write(name, content))
            equal((answer.code, answer.json["outcome"]), (FAILED, "refused"), name)
            is_sentence(answer.err)
            true(name in answer.err and answer.json["message"] in answer.err, answer.err)
            equal(ctl.run("inspect", ctl.path(name)).code, FAILED, name)
        for missing in (ctl.path("missing.csv"), ctl.root, "ftp://example.org/x.csv"):
            answer = ctl.run("import", missing)
            equal(answer.code, FAILED)
            true(answer.json["outcome"] in ("failed", "refused"))
            is_sentence(answer.err)
        equal(state(ctl), before)


def a_feed_that_turns_bad():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 20))
        ctl.run("import", ctl.write("lieux.csv", "<html><body>Bientôt</body></html>"))
        feed = ctl.ask("feeds", "show", "lieux")
        equal((feed["state"], feed["records"]), ("failing", 20))
        is_sentence(feed["message"])
        ctl.ask("import", ctl.write_feed("lieux.csv", 20))
        equal(ctl.ask("feeds", "show", "lieux")["state"], "ok")


def options_of_import():
    with Ctl() as ctl:
        ctl.write("m.json", '{"fields": {"id": ["id"], "title": ["commune"], "insee": ["code_insee"]}, "constants": {"kind": "place"}}')
        ctl.ask("import", ctl.write_feed("x.csv", 10), "--feed", "le-mien", "--mapping", ctl.path("m.json"))
        project = ctl.ask("project", "le-mien:1")
        equal((project["kind"], project["title"]), ("place", project["sites"][0]["commune"]))
        answer = ctl.run("import", ctl.path("x.csv"), "--mapping", ctl.path("missing.json"))
        equal(answer.code, FAILED)
        is_sentence(answer.err)
        equal(ctl.run("import", ctl.path("x.csv"), "--feed", "x", "--format", "geojson").code, FAILED)


def encodings():
    text = "id;nom;code_insee\n1;Épicerie « L’été » à 2 €;63113\n"
    with Ctl() as ctl:
        for name, encoding in (("utf8", "utf-8"), ("bom", "utf-8-sig"), ("cp1252", "cp1252"), ("utf16", "utf-16")):
            report = ctl.ask("import", ctl.write(f"{name}.csv", text.encode(encoding)))
            equal(report["delimiter"], ";")
            equal(ctl.ask("project", f"{name}:1")["title"], "Épicerie « L’été » à 2 €", name)
        equal(ctl.ask("import", ctl.path("cp1252.csv"))["encoding"], "Windows-1252")


def a_mapping_stays_with_its_feed():
    with Ctl() as ctl:
        ctl.write("m.json", '{"fields": {"title": ["b"]}, "constants": {"kind": "place"}}')
        ctl.ask("import", ctl.write("x.csv", "a;b\n1;Un lieu\n2;Un autre\n"), "--mapping", ctl.path("m.json"))
        ctl.ask("import", ctl.write("x.csv", "a;b\n1;Un lieu\n2;Un autre\n3;Un tiers-lieu\n"))
        found = ctl.ask("search", "--limit", "10")["results"]
        equal(sorted(p["title"] for p in found), ["Un autre", "Un lieu", "Un tiers-lieu"])
        equal({p["kind"] for p in found}, {"place"})


def a_renamed_column():
    with Ctl() as ctl:
        first = ctl.ask("import", ctl.write("y.csv", "nom;ville\nFab;Moulins\nLab;Vichy\n"))
        equal([w["code"] for w in first["warnings"]], [])
        ctl.ask("import", ctl.write("y.csv", "nom;ville\nFab;Moulins\nLab;Thiers\n"))
        then = ctl.ask("import", ctl.write("y.csv", "titre;ville\nFab;Moulins\nLab;Vichy\n"))
        told = [w["text"] for w in then["warnings"] if w["code"] == "missing-field"]
        equal(len(told), 1)
        true("“nom”" in told[0] and "“titre”" in told[0], told[0])
        equal({p["title"] for p in ctl.ask("search")["results"]}, {"Fab", "Lab"})


def a_wrong_mapping_is_not_a_loss():
    with Ctl() as ctl:
        path = ctl.write_feed("lieux.csv", 40)
        ctl.ask("import", path)
        for text, words in (("{}", "none that was read now can be kept"), ("# notes\n", "not a JSON document"),
                            ('{"fields": {"title": ["absent"]}}', "No field"),
                            ('{"fields": {"title": ["absent"], "insee": ["code_insee"]}}', "inspect")):
            answer = ctl.run("import", path, "--mapping", ctl.write("m.json", text), json=False)
            equal(answer.code, FAILED)
            true(words in answer.err, answer.err)
            true("--accept-shrink" not in answer.err and "<data>" not in answer.err, answer.err)
        equal(ctl.ask("stats")["records"], 40)
        other = ctl.path("other")
        other.mkdir()
        other.joinpath("lieux.csv").write_text("nom;ville\nFab;Moulins\nLab;Vichy\n")
        answer = ctl.run("import", other / "lieux.csv", json=False)
        true("--feed" in answer.err, answer.err + answer.out)


def what_inspect_prints_is_a_mapping():
    with Ctl() as ctl:
        path = ctl.write_feed("lieux.csv", 10)
        ctl.write("m.json", ctl.run("inspect", path).out)
        equal(ctl.ask("import", path, "--mapping", ctl.path("m.json"))["new"], 10)
        answer = ctl.run("import", path, "--mapping", ctl.write("n.json", '{"champs": {}}'))
        equal(answer.code, FAILED)
        true("“champs”" in answer.json["message"], answer.json["message"])


def inspect_a_table():
    with Ctl() as ctl:
        found = ctl.ask("inspect", ctl.write_feed("lieux.csv", 40))
        equal((found["format"], found["encoding"], found["delimiter"], found["records"]), ("csv", "UTF-8", ",", 40))
        fields = {field["name"]: field for field in found["fields"]}
        equal(fields["nom"]["mapped_to"], "title")
        equal(fields["code_insee"]["mapped_to"], "insee")
        equal(fields["commune"]["filled"], 40)
        true(fields["commune"]["samples"])
        true(isinstance(found["mapping"], dict) and isinstance(found["warnings"], list))
        true(not ctl.data.exists() or ctl.ask("stats")["projects"] == 0)


def the_mapping_of_inspect_is_one_of_import():
    with Ctl() as ctl:
        import json
        found = ctl.ask("inspect", ctl.write_feed("lieux.csv", 10))
        ctl.write("m.json", json.dumps(found["mapping"]))
        ctl.ask("import", ctl.path("lieux.csv"), "--feed", "a")
        ctl.ask("import", ctl.path("lieux.csv"), "--feed", "b", "--mapping", ctl.path("m.json"))
        first, second = ctl.ask("project", "a:1"), ctl.ask("project", "b:1")
        for project in (first, second):
            del project["id"], project["sources"]
        equal(first, second)


def subscriptions():
    with Ctl() as ctl:
        added = ctl.ask("feeds", "add", "https://example.org/data/lieux_2024.csv", "--title", "Lieux")
        equal((added["id"], added["title"], added["state"]), ("example-org-lieux-2024", "Lieux", "never"))
        equal((added["url"], added["enabled"], added["records"]), ("https://example.org/data/lieux_2024.csv", True, 0))
        equal(ctl.run("feeds", "add", "ftp://example.org/x").code, FAILED)
        equal(ctl.ask("feeds", "disable", added["id"])["state"], "paused")
        equal(ctl.ask("feeds", "enable", added["id"])["state"], "never")
        ctl.ask("import", ctl.write_feed("lieux.csv", 10))
        feeds = ctl.ask("feeds", "list")["feeds"]
        equal([f["id"] for f in feeds], [added["id"], "lieux"])
        equal((feeds[1]["state"], feeds[1]["records"]), ("ok", 10))
        true(feeds[1]["last_success"] and feeds[1]["url"].startswith("file:///"))
        ctl.ask("feeds", "remove", "lieux")
        equal([f["id"] for f in ctl.ask("feeds")["feeds"]], [added["id"]])
        equal(ctl.ask("stats")["projects"], 0)
        equal(ctl.ask("import", ctl.path("lieux.csv"))["new"], 10)


class Handler(http.server.BaseHTTPRequestHandler):
    """lieux.csv?n=N has N places; slow.csv never ends."""

    def do_GET(self):
        name, _, query = self.path.partition("?")
        if name == "/slow.csv":
            self.send_response(200)
            self.end_headers()
            try:
                while not self.server.stopped.wait(0.05):
                    self.wfile.write(b"id,nom\n" * 10)
            except OSError:
                pass
            return
        body = make_csv(int(query[2:] or 10)).encode() if name == "/lieux.csv" else b"<html>404</html>"
        self.send_response(200 if name == "/lieux.csv" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server:
    def __enter__(self):
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.stopped = threading.Event()
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.http.server_address[1]}"

    def __exit__(self, *args):
        self.http.stopped.set()
        self.http.shutdown()


def addresses():
    with Ctl() as ctl, Server() as server:
        report = ctl.ask("import", f"{server}/lieux.csv?n=10")
        equal((report["feed"], report["new"]), ("127-0-0-1-lieux", 10))
        # Another answer of the same service is another feed, and each is itself again.
        other = ctl.ask("import", f"{server}/lieux.csv?n=12")
        equal((other["feed"], other["new"]), ("127-0-0-1-lieux-2", 12))
        equal(ctl.ask("import", f"{server}/lieux.csv?n=10")["feed"], "127-0-0-1-lieux")
        equal(ctl.ask("import", f"{server}/lieux.csv?n=12")["outcome"], "unchanged")
        # A copy of it in a file does not change where it comes from.
        ctl.ask("import", ctl.write_feed("x.csv", 11), "--feed", "127-0-0-1-lieux")
        equal(ctl.ask("feeds", "show", "127-0-0-1-lieux")["url"], f"{server}/lieux.csv?n=10")
        for wrong in (f"{server}/missing.csv", "http://127.0.0.1:1/x.csv"):
            answer = ctl.run("import", wrong)
            equal(answer.code, FAILED)
            is_sentence(answer.err)


def interrupted():
    with Ctl() as ctl, Server() as server:
        ctl.ask("import", ctl.write_feed("lieux.csv", 10))
        before = state(ctl)
        process = ctl.start("import", f"{server}/slow.csv")
        try:
            process.wait(0.7)
        except Exception:
            pass
        os.kill(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
        equal(process.returncode, FAILED, err)
        is_sentence(err.decode())
        true(b'"failed"' in out, out)
        equal(state(ctl), before)
        equal(DONE, ctl.run("check").code)


def a_number_is_no_name():
    with Ctl() as ctl:
        report = ctl.ask("import", ctl.write("x.csv", "id;nom;code_insee\n1;La Halle;63113\n2;;63113\n"
                                                      "fablab-thiers;;63430\n"))
        equal((counts(report), [r["line"] for r in report["refusals"]]), ([3, 2, 0, 0, 0, 1], [3]))
        equal(ctl.ask("project", "x:fablab-thiers")["title"], "fablab-thiers")


main(a_first_import, a_number_is_no_name, the_same_again_and_a_change, a_feed_that_shrinks, a_dry_run, what_is_no_data, a_feed_that_turns_bad,
     options_of_import, encodings, a_mapping_stays_with_its_feed, a_renamed_column,
     a_wrong_mapping_is_not_a_loss, what_inspect_prints_is_a_mapping,
     inspect_a_table, the_mapping_of_inspect_is_one_of_import, subscriptions, addresses,
     interrupted)
