"""import and inspect: addresses of portals, of data sets, and of answers in pages."""

import contextlib
import http.server
import json
import threading
import urllib.parse

from ctl import FAILED, Ctl, equal, is_sentence, main, true

TOTAL = 230


def record(i):
    return {"id": i, "nom": f"Lieu {i}, jardin partagé", "code_insee": "63113", "latitude": 45.77, "longitude": 3.08}


class Portal(http.server.BaseHTTPRequestHandler):
    """OpenDataSoft without exports, a catalogue like data.gouv.fr, and a server that never ends."""

    def answer(self, status, document, kind="application/json"):
        body = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def base(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def records(self, query, total):
        limit, offset = int(query.get("limit", 10)), int(query.get("offset", 0))
        if limit > 100 or limit + offset > 10000:
            return self.answer(400, {"error_code": "InvalidRESTParameterError", "message": "limit"})
        return self.answer(200, {"total_count": total, "results": [record(i) for i in range(offset, min(offset + limit, total))]})

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(parts.query))
        self.server.asked.append(self.path)
        if parts.path == "/api/explore/v2.1/catalog/datasets/lieux/records":
            self.records(query, TOTAL)
        elif parts.path == "/api/explore/v2.1/catalog/datasets/beaucoup/records":
            self.records(query, 25000)
        elif parts.path == "/api/1/datasets/jardins/":
            self.answer(200, {"title": "Jardins", "license": "lov2", "organization": {"name": "Ville"}, "resources": [
                {"id": "aaaaaaaa-1", "title": "notice.pdf", "format": "pdf", "url": self.base() + "/notice.pdf"},
                {"id": "aaaaaaaa-2", "title": "jardins.csv", "format": "csv", "url": self.base() + "/jardins.csv",
                 "latest": self.base() + "/api/1/datasets/r/aaaaaaaa-2"}]})
        elif parts.path == "/api/1/datasets/vide/":
            self.answer(200, {"title": "Rien", "resources": [{"title": "a.pdf", "format": "pdf", "url": self.base()}]})
        elif parts.path == "/api/1/datasets/r/aaaaaaaa-2":
            self.send_response(302)
            self.send_header("Location", "/jardins.csv")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif parts.path == "/jardins.csv":
            self.answer(200, b"nom;code_insee\nJardin A;63113\nJardin B;59512\n", "text/csv")
        elif parts.path == "/sans-fin":
            page = int(query.get("page", 1))
            self.answer(200, {"count": 10**9, "next": "/sans-fin", "results": [record(page)]})
        else:
            self.answer(404, {})

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def portal():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def codes(report):
    return [warning["code"] for warning in report["warnings"]]


def every_page_is_read():
    with portal() as (server, base), Ctl() as ctl:
        address = base + "/api/explore/v2.1/catalog/datasets/lieux/records?limit=50"
        report = ctl.ask("import", address)
        equal([report["read"], report["projects"], report["placed"]["point"]], [TOTAL] * 3)
        true("paging-stopped" not in codes(report))
        equal(ctl.ask("import", address)["outcome"], "unchanged")
        equal(ctl.ask("inspect", address)["records"], TOTAL)


def a_server_that_gives_no_more_is_told():
    with portal() as (server, base), Ctl() as ctl:
        report = ctl.ask("import", base + "/api/explore/v2.1/catalog/datasets/beaucoup/records?limit=100")
        equal(report["read"], 10000)
        text = [warning["text"] for warning in report["warnings"] if warning["code"] == "paging-stopped"][0]
        is_sentence(text)
        true("10000" in text and "25000" in text, text)


def the_best_file_of_a_data_set_is_read():
    with portal() as (server, base), Ctl() as ctl:
        address = base + "/fr/datasets/jardins/"
        report = ctl.ask("import", address)
        equal([report["format"], report["read"]], ["csv", 2])
        true("chosen-file" in codes(report))
        feed = ctl.ask("feeds")["feeds"][0]
        equal([feed["title"], feed["licence"], feed["url"]], ["Jardins (Ville)", "Licence Ouverte 2.0", address])
        true("chosen-file" in codes(ctl.ask("inspect", address)))


def a_title_that_was_given_stays():
    with portal() as (server, base), Ctl() as ctl:
        address = base + "/fr/datasets/jardins/"
        ctl.ask("feeds", "add", address, "--title", "Mes jardins")
        ctl.ask("import", address)
        feed = ctl.ask("feeds")["feeds"][0]
        equal([feed["title"], feed["licence"]], ["Mes jardins", "Licence Ouverte 2.0"])


def a_data_set_without_data_is_refused():
    with portal() as (server, base), Ctl() as ctl:
        answer = ctl.run("import", base + "/datasets/vide")
        equal(answer.code, FAILED)
        equal(answer.json["outcome"], "refused")
        is_sentence(answer.err)


def the_same_page_for_ever_ends():
    with portal() as (server, base), Ctl() as ctl:
        report = ctl.ask("import", base + "/sans-fin")
        equal(report["read"], 1)
        true("paging-stopped" in codes(report))
        equal(len(server.asked), 2)


main(every_page_is_read, a_server_that_gives_no_more_is_told, the_best_file_of_a_data_set_is_read,
     a_title_that_was_given_stays, a_data_set_without_data_is_refused, the_same_page_for_ever_ends)
